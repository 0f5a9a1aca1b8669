"""What the shop believes: pure rules over plain frozen values."""
