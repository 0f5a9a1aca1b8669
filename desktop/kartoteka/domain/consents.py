"""Which agreements a shop asks its clients to sign, by country."""

from enum import StrEnum


class ConsentKind(StrEnum):
    """What a client agrees to."""

    DATA = "data"
    """That the shop keeps their card (Russia only: elsewhere the purchase is ground enough)."""
    MESSAGES = "messages"
    """Greetings, news and offers, each channel by itself."""


def kinds_of(country: str) -> tuple[ConsentKind, ...]:
    """The agreements that a shop of this country needs, each a document of its own.

    In Russia consent to keep data is separate since 01.09.2025 (156-ФЗ), and that to advertising
    is separate again (38-ФЗ ст. 18).
    """
    if country == "ru":
        return ConsentKind.DATA, ConsentKind.MESSAGES
    return (ConsentKind.MESSAGES,)
