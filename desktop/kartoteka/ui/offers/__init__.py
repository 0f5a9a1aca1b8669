"""Offers for the back of a paper: the list, and the form that keeps their rules."""
