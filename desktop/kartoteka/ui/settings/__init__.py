"""What the owner sets, and the safety of the book."""
