"""The Sale page: a basket from the first scan to the printed receipt."""
