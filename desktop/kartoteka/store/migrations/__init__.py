"""The steps from one schema to the next; each is complete in itself and is never edited later."""

HEAD = 7
"""The schema that this program works on; a house test compares it with the newest step."""
