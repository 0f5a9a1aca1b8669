"""Before a book is open: the first start, the demo shop, and a book that cannot be opened."""
