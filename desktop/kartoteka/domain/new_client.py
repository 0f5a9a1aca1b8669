"""A new card begun with what was typed into a search that found nobody."""

from kartoteka.domain.clients import Client
from kartoteka.domain.phones import digits, read_phone

LEAST_DIGITS = 5
"""Fewer are no telephone number."""


def begun_client(text: str, country: str) -> Client:
    """A client with this phone, or else of this name; '' is an empty card."""
    plain = " ".join(text.split())
    has_letters = any(letter.isalpha() for letter in plain)
    if not has_letters and len(digits(plain)) >= LEAST_DIGITS:
        return Client(phones=(read_phone(plain, country),))
    return Client(given=plain)
