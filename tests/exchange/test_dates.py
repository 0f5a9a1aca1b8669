"""Days in every habit of writing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.clients import Birthday
from kartoteka.exchange.dates import (
    NoDate,
    looks_like_date,
    month_comes_first,
    read_birthday,
    read_day,
)

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05.03.1988", Birthday(5, 3, 1988)),
        ("5.3.88", Birthday(5, 3, 1988)),
        ("5/3/1988", Birthday(5, 3, 1988)),
        ("1988-03-05", Birthday(5, 3, 1988)),
        ("1988-03-05 00:00:00", Birthday(5, 3, 1988)),
        ("05.03.1988 0:00:00", Birthday(5, 3, 1988)),
        ("5 марта 1988 г.", Birthday(5, 3, 1988)),
        ("5 марта 1988 года", Birthday(5, 3, 1988)),
        ("5 МАРТА", Birthday(5, 3)),
        ("5 март 1988 г.", Birthday(5, 3, 1988)),
        ("5 март", Birthday(5, 3)),
        ("21 май 2001 година", Birthday(21, 5, 2001)),
        ("1 юни", Birthday(1, 6)),
        ("1 июня", Birthday(1, 6)),
        ("3 ноември 1970", Birthday(3, 11, 1970)),
        ("5 March 1988", Birthday(5, 3, 1988)),
        ("5 Mar", Birthday(5, 3)),
        ("March 5, 1988", Birthday(5, 3, 1988)),
        ("5-мар-88", Birthday(5, 3, 1988)),
        ("05.03", Birthday(5, 3)),
        ("05.03.", Birthday(5, 3)),
        ("--03-05", Birthday(5, 3)),
        ("29.02", Birthday(29, 2)),
        ("29 февраля", Birthday(29, 2)),
        ("32207", Birthday(5, 3, 1988)),
        ("32207.0", Birthday(5, 3, 1988)),
        ("19880305", Birthday(5, 3, 1988)),
        ("03/25/1988", Birthday(25, 3, 1988)),
        ("5.3.26", Birthday(5, 3, 2026)),
        ("5.3.27", Birthday(5, 3, 1927)),
    ],
)
def test_birthdays_are_read(text: str, day: Birthday) -> None:
    assert read_birthday(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31.02.1990", "impossible"),
        ("29.02.1990", "impossible"),
        ("32.01", "impossible"),
        ("00.00.0000", "impossible"),
        ("вчера", "date"),
        ("", "date"),
        ("12", "date"),
        ("05.03.2027", "future"),
        ("5.13.1990", "impossible"),
    ],
)
def test_what_is_no_birthday_says_why(text: str, why: str) -> None:
    with pytest.raises(NoDate) as refused:
        read_birthday(text, TODAY)
    assert refused.value.why == why


@given(st.dates(date(1900, 3, 1), TODAY))
def test_a_day_is_read_from_each_of_its_writings(day: date) -> None:
    serial = (day - date(1899, 12, 30)).days
    for text in (f"{day:%d.%m.%Y}", f"{day:%Y-%m-%d}", f"{day:%d/%m/%Y}", str(serial)):
        assert read_day(text, TODAY) == day


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_is_refused(text: str) -> None:
    try:
        found = read_day(text, TODAY)
    except NoDate:
        return
    assert date(1880, 1, 1) <= found <= TODAY


def test_a_purchase_lies_in_the_past_and_has_a_year() -> None:
    assert read_day("21.11.2026", TODAY) == TODAY
    for text, why in (("22.11.2026", "future"), ("05.03", "date")):
        with pytest.raises(NoDate) as refused:
            read_day(text, TODAY)
        assert refused.value.why == why
    assert read_day("5.3.97", TODAY) == date(1997, 3, 5)


def test_a_column_tells_whether_the_month_comes_first() -> None:
    assert month_comes_first(["03/04/2020", "12/31/2020"])
    assert not month_comes_first(["03/04/2020", "31/12/2020"])
    assert read_day("03/04/2020", TODAY, month_first=True) == date(2020, 3, 4)


def test_a_bare_number_does_not_look_like_a_day() -> None:
    assert not looks_like_date("32207")
    assert looks_like_date("05.03.1988")
