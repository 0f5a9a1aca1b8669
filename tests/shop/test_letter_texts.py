"""The owner's own letters: kept by occasion and language, and given up for the original."""

from dataclasses import replace

import pytest
from tests.documents.reading import texts
from tests.shop.selling import add

from kartoteka.domain.clients import Client
from kartoteka.i18n import Words
from kartoteka.shop import Shop, letter_texts, letters, printing, settings
from kartoteka.shop.letters import LetterKind, UnknownField

THANKS = LetterKind.THANKS


def test_the_owners_text_is_begun_with_in_its_language_and_occasion_only(shop: Shop) -> None:
    helen = add(shop, Client(given="Helen", language="en"))
    anna = add(shop, Client(given="Анна", language="ru"))
    original = letter_texts.beginning(shop, THANKS, helen).original
    mine = replace(original, body="You made my day, {name}.")
    letter_texts.keep_text(shop, THANKS, "en", mine)

    assert letter_texts.beginning(shop, THANKS, helen).text == mine
    assert letter_texts.beginning(shop, THANKS, helen).original == original
    for kind, client in ((LetterKind.BIRTHDAY, helen), (THANKS, anna)):
        other = letter_texts.beginning(shop, kind, client)
        assert other.text == other.original
    made = " ".join(texts(printing.letters_to(shop, [helen], THANKS).pdf))
    assert "You made my day, Helen." in made


def test_the_original_is_not_kept_as_a_text_of_ones_own(shop: Shop) -> None:
    original = letters.template(Words("en"), THANKS)
    letter_texts.keep_text(shop, THANKS, "en", replace(original, title="Hello"))
    letter_texts.keep_text(shop, THANKS, "en", original)
    with shop.read() as session:
        rows = session.raw.execute("SELECT key FROM setting WHERE key LIKE 'letter.%'").fetchall()
    assert rows == []


def test_a_text_stays_when_settings_are_changed(shop: Shop) -> None:
    mine = replace(letters.template(Words("en"), THANKS), title="Hello")
    letter_texts.keep_text(shop, THANKS, "en", mine)
    settings.change_settings(shop, {"shop.name": "Bead"})
    assert letter_texts.text_of(shop, Words("en"), THANKS) == mine


def test_a_text_with_a_field_that_no_card_has_is_not_kept(shop: Shop) -> None:
    mine = replace(letters.template(Words("en"), THANKS), body="{shoe_size}")
    with pytest.raises(UnknownField):
        letter_texts.keep_text(shop, THANKS, "en", mine)
    assert letter_texts.text_of(shop, Words("en"), THANKS).body != "{shoe_size}"
