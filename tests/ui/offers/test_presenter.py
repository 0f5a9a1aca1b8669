"""An offer while it is written: every rule is told beside its field."""

from dataclasses import replace
from datetime import date

import pytest

from kartoteka.domain.offers import Offer
from kartoteka.i18n.words import Words
from kartoteka.ui.offers import presenter
from kartoteka.ui.offers.presenter import Field, OfferForm, Typed

WORDS = Words("en")
TODAY = date(2026, 11, 21)
GOOD = Typed(
    title="A filter for your kettle at half the price",
    reason="Your kettle is a year old",
    begins="21.11.2026",
    ends="5.12",
    language="en",
    code=" ak-7f3m ",
)
KEPT = Offer(
    id=4,
    title="Tea",
    reason="Autumn is here",
    begins=date(2026, 11, 1),
    ends=date(2026, 11, 30),
    language="ru",
    code="T",
)


@pytest.fixture
def form() -> OfferForm:
    return OfferForm(TODAY, "bg")


def problems_of(form: OfferForm, typed: Typed) -> dict[Field, str]:
    for field in Field:
        form.write(typed, field)
    return form.problems(WORDS)


def test_a_new_offer_begins_today_and_is_silent(form: OfferForm) -> None:
    assert form.typed == Typed(begins="21.11.2026", language="bg")
    assert form.problems(WORDS) == {}
    assert form.offer() is None
    assert not form.is_changed


def test_a_good_offer_is_read_whole(form: OfferForm) -> None:
    assert problems_of(form, GOOD) == {}
    offer = form.offer()
    assert offer is not None
    assert (offer.begins, offer.ends, offer.code) == (TODAY, date(2026, 12, 5), "AK-7F3M")


def test_only_fields_that_were_edited_are_judged(form: OfferForm) -> None:
    form.write(Typed(title="", begins="21.11.2026"), Field.TITLE)
    assert set(form.problems(WORDS)) == {Field.TITLE}


def test_whoever_saves_is_told_everything_that_is_missing(form: OfferForm) -> None:
    form.touch_all()
    assert set(form.problems(WORDS)) == {Field.TITLE, Field.REASON, Field.ENDS}
    assert form.first_problem() is Field.TITLE


@pytest.mark.parametrize(
    "title", ["Special offer: tea", "Спецпредложение на чай", "Специална оферта за чай"]
)
def test_a_special_offer_is_refused_in_every_language(form: OfferForm, title: str) -> None:
    told = problems_of(form, replace(GOOD, title=title))
    assert set(told) == {Field.TITLE}
    assert "says nothing to a client" in told[Field.TITLE]


@pytest.mark.parametrize(
    ("begins", "ends", "wrong"),
    [
        ("21.11.2026", "", Field.ENDS),
        ("21.11.2026", "soon", Field.ENDS),
        ("21.11.2026", "20.11.2026", Field.ENDS),
        ("1.11.2026", "10.11.2026", Field.ENDS),
        ("31.02.2026", "5.12.2026", Field.BEGINS),
        ("", "5.12.2026", Field.BEGINS),
    ],
)
def test_days_that_cannot_be_are_told_beside_them(
    form: OfferForm, begins: str, ends: str, wrong: Field
) -> None:
    told = problems_of(form, replace(GOOD, begins=begins, ends=ends))
    assert set(told) == {wrong}
    assert form.offer() is None


def test_an_offer_may_begin_later_and_end_in_the_next_year(form: OfferForm) -> None:
    assert problems_of(form, replace(GOOD, begins="1 декември", ends="10.1")) == {}
    offer = form.offer()
    assert offer is not None
    assert (offer.begins, offer.ends) == (date(2026, 12, 1), date(2027, 1, 10))


def test_a_span_counts_from_the_first_day(form: OfferForm) -> None:
    assert form.span(14) == "05.12.2026"
    form.write(Typed(begins="1.12.2026"))
    assert form.span(7) == "08.12.2026"
    form.write(Typed(begins="?"))
    assert form.span(7) == "28.11.2026"


def test_an_offer_of_the_book_is_judged_at_once_and_keeps_its_number() -> None:
    form = OfferForm(TODAY, "bg", KEPT)
    assert form.offer() == KEPT
    assert not form.is_changed
    ended = OfferForm(date(2026, 12, 24), "bg", KEPT)
    assert set(ended.problems(WORDS)) == {Field.ENDS}


def test_what_is_missing_can_be_shown_already(form: OfferForm) -> None:
    draft = form.draft()
    assert (draft.title, draft.begins, draft.ends) == ("", TODAY, None)


def test_rows_tell_state_and_days() -> None:
    coming = Offer(
        title="A", reason="B", begins=date(2026, 12, 1), ends=date(2027, 1, 5), language="en"
    )
    chips = [
        presenter.state_chip(WORDS, offer, TODAY).text
        for offer in (KEPT, coming, replace(KEPT, ends=date(2026, 11, 20)))
    ]
    assert chips == ["Running", "Upcoming", "Ended"]
    assert presenter.holds_words(WORDS, KEPT, TODAY) == "until 30\u00a0November"
    assert presenter.holds_words(WORDS, coming, TODAY) == "until 5 January 2027"
    assert presenter.since_words(WORDS, KEPT, TODAY) == "from 1\u00a0November"
    assert "Autumn is here" in presenter.row_words(WORDS, KEPT, TODAY)
    assert presenter.language_words(WORDS, KEPT) == "Русский, code T"
    assert presenter.language_words(WORDS, coming) == "English"


def test_the_head_counts_what_runs() -> None:
    assert presenter.count_words(WORDS, [], TODAY) == ""
    assert presenter.count_words(WORDS, [KEPT], TODAY) == "1 running now"
    assert "No offer is running" in presenter.count_words(WORDS, [KEPT], date(2027, 1, 1))
