"""The list of clients and the card of one."""
