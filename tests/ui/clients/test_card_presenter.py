"""The card in words, without a window."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from kartoteka.domain.clients import (
    Birthday,
    Channel,
    Client,
    Consent,
    ContactPerson,
    Kind,
    Phone,
    TaxNumbers,
)
from kartoteka.domain.money import Money
from kartoteka.domain.offers import Offer
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.i18n import labels
from kartoteka.i18n.words import Words
from kartoteka.shop import Shop, card_bin, clients, offers, sales, settings
from kartoteka.ui.clients.card_presenter import (
    FieldWriter,
    consent_words,
    initials,
    read_card,
    rhythm_title,
    silence_words,
    state_chip,
    visit_story,
)
from kartoteka.ui.clients.fields import Field, Place

WORDS = Words("en")
TODAY = date(2026, 11, 21)
WRITER = FieldWriter(WORDS, "bg", ("Fair",))


def bought(shop: Shop, client: int, on: date, number: int) -> None:
    line = Line("Beans", Decimal(1), Money(1000, "EUR"))
    sales.record_sale(
        shop,
        SaleDraft(uuid=f"sale-{number}", on=on, lines=(line,), currency="EUR", client=client),
    )


@pytest.fixture
def ela(shop: Shop) -> int:
    card = Client(given="Цветелина", family="Георгиева", birthday=Birthday(5, 3, 1988))
    return clients.add_client(shop, card).value.id


def test_a_birthday_without_a_year_is_said_without_one() -> None:
    assert labels.birthday_words(WORDS, Birthday(29, 2)) == "29\u00a0February"
    assert labels.birthday_words(WORDS, Birthday(5, 3, 1988)) == "5 March 1988"


def test_an_incomplete_phone_is_kept_with_a_warning() -> None:
    client = Client(given="Ела", phones=(Phone("12 34"),))
    view = WRITER.view(client, Place(Field.PHONE))
    assert view.text == "12 34"
    assert view.warning


def test_a_wrong_tax_number_warns_beside_its_field_and_nowhere_else() -> None:
    firm = Client(kind=Kind.COMPANY, company="„Лен“ ООД", tax=TaxNumbers(tax_id="175074751"))
    assert "check digit" in WRITER.view(firm, Place(Field.TAX_ID)).warning
    assert not WRITER.view(firm, Place(Field.VAT_ID)).warning
    right = Client(kind=Kind.COMPANY, company="„Лен“ ООД", tax=TaxNumbers(tax_id="175074752"))
    assert not WRITER.view(right, Place(Field.TAX_ID)).warning


def test_a_whole_share_is_said_in_words() -> None:
    assert WRITER.view(Client(penetration=100), Place(Field.PENETRATION)).text == "only here"
    assert "30%" in WRITER.view(Client(penetration=30), Place(Field.PENETRATION)).text


def test_a_contact_person_is_shown_with_role_and_phone() -> None:
    firm = Client(
        kind=Kind.COMPANY, company="Х", people=(ContactPerson("Ана", "счетоводител", "0888"),)
    )
    view = WRITER.view(firm, Place(Field.PERSON))
    assert view.text == "Ана\nсчетоводител\n0888"
    assert view.by_dialog


def test_a_source_may_be_chosen_or_typed() -> None:
    view = WRITER.view(Client(), Place(Field.SOURCE))
    assert view.choices == (("", ""), ("Fair", "Fair"))
    assert view.suggestions


def test_the_last_word_about_a_channel_holds() -> None:
    when = datetime(2026, 1, 1, 12)  # noqa: DTZ001 - local, as the book keeps it
    given = Consent(Channel.SMS, True, when, "paper")
    withdrawn = Consent(Channel.SMS, False, when, "phone")
    assert consent_words(WORDS, Client()) == "not asked yet"
    assert consent_words(WORDS, Client(consents=(given,))) == "SMS"
    assert consent_words(WORDS, Client(consents=(given, withdrawn))) == "withdrawn"
    stopped = Client(consents=(given,), do_not_contact=True)
    assert consent_words(WORDS, stopped) == "do not contact"


@pytest.mark.parametrize(
    ("client", "letters"),
    [
        (Client(given="цветелина", family="георгиева"), "ЦГ"),
        (Client(given="Ела"), "Е"),
        (Client(kind=Kind.COMPANY, company="«Лён и нить»"), "ЛИ"),
        (Client(), "★"),
    ],
)
def test_the_round_sign_has_two_letters(client: Client, letters: str) -> None:
    assert initials(client) == letters


def test_the_offer_is_the_one_that_the_next_paper_carries(shop: Shop, ela: int) -> None:
    assert read_card(shop, ela).offer is None
    language = shop.settings.shop.language
    for title, ends in (("Newest", 9), ("Other", 2)):
        today = shop.today()
        begins = today - timedelta(days=ends == 2)
        kept = Offer(
            title=title,
            reason="Winter",
            begins=begins,
            ends=today + timedelta(days=ends),
            language=language,
        )
        offers.save_offer(shop, kept)
    chosen = read_card(shop, ela).offer
    assert chosen is not None
    assert chosen.title == "Newest"
    settings.change_settings(shop, {"paper.back": "feedback", "shop.phone": "0888 123 456"})
    assert read_card(shop, ela).offer is None


def test_a_card_without_purchases_says_so(shop: Shop, ela: int) -> None:
    data = read_card(shop, ela)
    assert rhythm_title(WORDS, data.view.rhythm) == "No purchases yet"
    assert silence_words(WORDS, data.view.rhythm) == ""
    assert state_chip(WORDS, data) == ("No visits yet", "gone")


def test_a_card_tells_the_usual_interval_and_the_silence(shop: Shop, ela: int) -> None:
    for number, day in enumerate((1, 11, 21)):
        bought(shop, ela, date(2026, 9, day), number)

    data = read_card(shop, ela)

    assert rhythm_title(WORDS, data.view.rhythm).startswith("Rhythm: usually every")
    assert silence_words(WORDS, data.view.rhythm) == "silent for 61 days"
    story, told = visit_story(WORDS, data.view.rhythm)
    assert [dot.on.day for dot in story.dots] == [1, 11, 21]
    assert told == "3 visits, silent for 61 days"
    assert "61 days" in state_chip(WORDS, data)[0]


def test_a_name_day_found_from_the_name_stands_under_the_birthday(shop: Shop, ela: int) -> None:
    view = clients.card(shop, ela)
    places = WRITER.places(view.client, view)
    assert places[places.index(Place(Field.BIRTHDAY)) + 1] == Place(Field.NAME_DAY)
    assert "Цветница" in WRITER.view(view.client, Place(Field.NAME_DAY), view).text


def test_a_deleted_card_says_that_it_is_in_the_bin(shop: Shop, ela: int) -> None:
    card_bin.delete_clients(shop, [ela])
    assert state_chip(WORDS, read_card(shop, ela)) == ("In the bin", "gone")
