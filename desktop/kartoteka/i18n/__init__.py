"""Languages: sentences, plural forms, and the formats of numbers, money and dates."""

from kartoteka.i18n.words import LANGUAGES, Words

__all__ = ["LANGUAGES", "Words"]
