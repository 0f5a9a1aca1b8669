"""The end of a day: what was sold and paid, and the cash counted."""
