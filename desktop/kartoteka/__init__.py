"""Kartoteka: a card index of clients for a small shop."""

__version__ = "0.1.0"
