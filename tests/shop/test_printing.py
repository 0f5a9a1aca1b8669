"""Statements, cards, labels, letters and the shop's own papers, read back from their PDFs."""

from dataclasses import replace

import pytest
from tests.documents.reading import scanned, texts
from tests.shop.selling import add, euro, line, sell

from kartoteka.documents.page import Printed
from kartoteka.domain.backs import BackWish
from kartoteka.domain.clients import Address, Birthday, Client, Tag, TagKind
from kartoteka.domain.errors import BadValue, NotFound
from kartoteka.shop import Shop, closing, letter_texts, printing
from kartoteka.shop import settings as shop_settings
from kartoteka.shop.client_sheets import ClientWithoutCard
from kartoteka.shop.letters import LetterKind, Template, UnknownField

HELEN = Client(
    given="Helen",
    family="Marsh",
    language="en",
    card="2000131",
    address=Address(street="4 Mill Lane", city="Bath", postcode="BA1 1AA", country="England"),
    birthday=Birthday(5, 3, 1988),
    tags=(Tag(TagKind.LIKES, "green"), Tag(TagKind.SIZE, "ring 17")),
)


def told(made: Printed) -> str:
    return " ".join(texts(made.pdf)).replace("\u00a0", " ")


def test_a_statement_lists_what_was_bought(shop: Shop) -> None:
    helen = add(shop, HELEN)
    sell(shop, line("Necklace", "40.00"), client=helen)
    text = told(printing.statement(shop, helen))
    for words in ("Your account", "Helen Marsh", "card 2000131", "Necklace", "€40.00"):
        assert words in text


def test_a_loyalty_card_is_scanned_as_its_number(shop: Shop) -> None:
    helen = add(shop, HELEN)
    ten = printing.loyalty_cards(shop, [helen])
    assert ten.pages == 2
    assert "2000131" in scanned(ten.pdf, 0) | scanned(ten.pdf, 1)
    assert printing.loyalty_cards(shop, [helen], sheets=False, backs=False).pages == 1
    with pytest.raises(ClientWithoutCard):
        printing.loyalty_cards(shop, [helen, add(shop, Client(given="Ива"))])


def test_labels_and_envelopes_have_the_address(shop: Shop) -> None:
    helen = add(shop, HELEN)
    for made in (printing.address_labels(shop, [helen] * 25), printing.envelopes(shop, [helen])):
        text = told(made)
        assert "Helen Marsh" in text
        assert "4 Mill Lane" in text
        assert "ENGLAND" in text
    assert printing.address_labels(shop, [helen] * 25).pages == 2
    with pytest.raises(NotFound):
        printing.envelopes(shop, [77])


@pytest.mark.parametrize("kind", list(LetterKind))
def test_every_template_makes_a_letter_and_a_postcard(shop: Shop, kind: LetterKind) -> None:
    helen = add(shop, HELEN)
    title = letter_texts.beginning(shop, kind, helen).text.title
    for made in (
        printing.letters_to(shop, [helen], kind),
        printing.postcards_to(shop, [helen], kind),
    ):
        assert title in told(made)
        assert "Dear Helen," in told(made)


def test_an_edited_text_is_filled_in_for_each_client(shop: Shop) -> None:
    helen, iva = add(shop, HELEN), add(shop, Client(given="Ива"))
    sell(shop, line("Necklace"), client=helen)
    text = Template("For {name}", "Hello, {full_name}!", "How is it: {last_item}?\n\nBye.")
    made = told(printing.letters_to(shop, [helen, iva], text, back=BackWish.NOTHING))
    for words in ("For Helen", "Hello, Helen Marsh!", "How is it: Necklace?", "For Ива"):
        assert words in made
    with pytest.raises(UnknownField):
        printing.letters_to(shop, [helen], replace(text, body="{password}"))


def test_a_questionnaire_is_blank_or_has_what_is_known(shop: Shop) -> None:
    helen = add(shop, HELEN)
    known = told(printing.questionnaire(shop, helen))
    for words in ("Helen Marsh", "05.03.1988", "Bath", "ring 17", "green"):
        assert words in known
    shop_settings.change_settings(shop, {"shop.language": "en"})
    blank = told(printing.questionnaire(shop))
    assert "Full name" in blank
    assert "Marsh" not in blank
    assert blank.count("What you like") == 1


def test_the_end_of_a_day_compares_the_cash(shop: Shop) -> None:
    shop_settings.change_settings(shop, {"shop.language": "en"})
    sell(shop, line("Necklace", "40.00"))
    assert "not counted yet." in told(printing.day_report(shop))
    closing.close_day(shop, euro("39.00"))
    text = told(printing.day_report(shop, size="a5"))
    for words in ("€40.00", "39.00", "−1.00", "short"):
        assert words in text


def test_a_test_of_turning_has_two_sides(shop: Shop) -> None:
    assert printing.turning_test(shop).pages == 2
    with pytest.raises(BadValue):
        printing.turning_test(shop, "80")
