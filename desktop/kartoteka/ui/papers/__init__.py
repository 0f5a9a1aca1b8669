"""Issued papers: the list, the preview, printing."""
