"""The words of the house: what a shop owner would never say stays out of every text."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po
from tests.house.source import ROOT

BANNED = {
    r"strip printers?|test strip": "receipt printer, test receipt",
    r"\bbring(s|ing)? in\b|\bbrought in\b": "import",
    r"stands? twice": "is given twice",
    r"brought up to date": "updated",
    r"made-up shop": "demo shop",
    r"\bdeeds?\b": "action",
    r"\bdeclared? (it )?void": "void, voided",
    r"\bgiven? back\b": "refund",
    r"\btaken? back\b(?! goods)": "undo; goods are returned",
    r"\bdoes not fit\b": "is not valid; of a search: no match",
    r"[”»] is no \w+": "is not a …",
    r"\bIt is not said\b": "No … is given",
    r"\brefused? rows?\b|\brows? (was|were) refused": "rejected",
    r"\bthe book\b|\bthis book\b|\ba book\b(?!, with)": "card index",
    r"\bput away\b": "close",
    r"\bwritten to\b|\bwrite to a file\b": "saved to",
    r"\bby way of paying\b": "payment method",
    r"\bHolds until\b|\bit holds\b": "valid until",
    r"\bpapers\b|\bthe paper\b(?! is cut| at the counter)|\ba paper\b": "document",
}
"""What is searched for, as a pattern, and what is said instead."""

BANNED_IN = {
    "ru": {
        r"лист звонков": "список звонков",
        r"предварительный счёт": "счёт-проформа",
        r"дебетовое известие": "дебет-нота",
        r"шт\.": "шт",
    },
    "bg": {
        r"\bпо банка\b": "превод, по банков път",
        r"\bна сметка\b": "с отложено плащане",
        r"\bфлашка": "USB памет",
        r"(в|от) чекмеджето": "в касата",
    },
}


def english() -> Iterator[str]:
    with (ROOT / "i18n" / "kartoteka.pot").open("rb") as file:
        for message in read_po(file):
            forms = message.id if isinstance(message.id, tuple) else (message.id,)
            yield from filter(None, forms)


def translated(language: str) -> Iterator[str]:
    with (ROOT / "i18n" / language / "LC_MESSAGES" / "kartoteka.po").open("rb") as file:
        for message in read_po(file):
            if message.id:
                forms = message.string
                yield from forms if isinstance(forms, tuple) else (forms,)


@pytest.mark.parametrize("pattern", BANNED)
def test_no_text_says_what_a_shop_owner_would_not(pattern: str) -> None:
    found = [text for text in english() if re.search(pattern, text)]
    assert found == [], f"say instead: {BANNED[pattern]}"


@pytest.mark.parametrize(
    ("language", "pattern"),
    [(language, pattern) for language, words in BANNED_IN.items() for pattern in words],
)
def test_no_translation_says_what_a_native_would_not(language: str, pattern: str) -> None:
    found = [text for text in translated(language) if re.search(pattern, text, re.IGNORECASE)]
    assert found == [], f"say instead: {BANNED_IN[language][pattern]}"


def test_a_client_is_addressed_with_a_capital_in_bulgarian() -> None:
    """Where the letters to clients, backs and scripts speak to one person."""
    spoken = ("shop/letters.py", "shop/scripts.py", "shop/back_sheets.py", "shop/questionnaires.py")
    with (ROOT / "i18n" / "bg" / "LC_MESSAGES" / "kartoteka.po").open("rb") as file:
        small = [
            message.string
            for message in read_po(file)
            if any(place.endswith(spoken) for place, _ in message.locations)
            and re.search(r"\b(ви|вас|ваш\w*|вие)\b", str(message.string))
        ]
    assert small == []
