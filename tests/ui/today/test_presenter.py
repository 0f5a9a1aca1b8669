"""What Today says, decided without a window."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from kartoteka.domain.clients import Tag, TagKind
from kartoteka.domain.contacts import Reason, ReasonKind
from kartoteka.domain.money import Money
from kartoteka.domain.rhythm import State
from kartoteka.i18n import Words
from kartoteka.shop.views import (
    CallLine,
    MonthFigures,
    OccasionLine,
    QuietLine,
    RhythmNotice,
    TodayView,
)
from kartoteka.ui.today import presenter
from kartoteka.ui.today.presenter import Shows

ENGLISH = Words("en")
TODAY = date(2026, 11, 21)


def euros(amount: int) -> Money:
    return Money(amount * 100, "EUR")


def quiet_line(client: int = 1, silent: int = 41, **fields: object) -> QuietLine:
    line = QuietLine(
        id=client,
        client="Olga Kuznetsova",
        phone="+359888123456",
        visits=9,
        last_visit=date(2026, 10, 11),
        usual_days=12.0,
        silent_days=silent,
        times_usual=silent / 12,
        state=State.QUIET,
        yearly_value=euros(184),
        at_risk=euros(184),
        reason=Reason(ReasonKind.QUIET, usual_days=12, silent_days=silent, visits=9),
        tags=(Tag(TagKind.LIKES, "green"), Tag(TagKind.SIZE, "ring 17")),
    )
    return replace(line, **fields)  # type: ignore[arg-type]


def promised(client: int = 9) -> CallLine:
    return CallLine(
        id=5,
        list_id=1,
        position=1,
        client=client,
        name="Ivan Petrov",
        phone="+359887001122",
        hours="",
        reason=Reason(ReasonKind.CHOSEN),
        outcome=None,
        said="after lunch",
        call_back_on=TODAY,
    )


@pytest.fixture
def view() -> TodayView:
    return TodayView(
        on=TODAY,
        now=datetime(2026, 11, 21, 9, 2),  # noqa: DTZ001 - local time, as the shop gives it
        seller="Maria",
        clients=2431,
        quiet_count=1,
        quiet_at_risk=euros(184),
        quiet=(quiet_line(),),
        occasions=(),
        call_backs=(),
        to_call=1,
        month=MonthFigures(date(2026, 11, 1), euros(1843), euros(1700), 0.084, 0.61, 28, 9),
        notice=None,
    )


def test_an_empty_shop_is_invited_to_add_somebody(view: TodayView) -> None:
    assert presenter.shows(replace(view, clients=0, quiet=())) is Shows.NOBODY_YET


def test_a_shop_where_all_come_as_usual_is_told_so(view: TodayView) -> None:
    assert presenter.shows(replace(view, quiet=(), quiet_count=0, to_call=0)) is Shows.CALM


def test_a_shop_without_purchases_is_not_told_that_all_come_as_usual(view: TodayView) -> None:
    fresh = replace(view, quiet=(), quiet_count=0, to_call=0, has_visits=False)
    assert presenter.shows(fresh) is Shows.NO_PURCHASES


def test_when_everybody_was_called_the_page_says_so_and_not_that_nobody_is_quiet(
    view: TodayView,
) -> None:
    done = replace(view, quiet=(), to_call=0, left_out={"settled": 1})
    assert presenter.shows(done) is Shows.DONE
    assert presenter.left_out(ENGLISH, done) == "Not called today: 1 called already"


def test_a_shop_whose_clients_buy_once_sees_other_numbers(view: TodayView) -> None:
    notice = RhythmNotice(310, 0.03, 120, 0.31, euros(489))
    once = replace(view, quiet=(), quiet_count=0, to_call=0, notice=notice)

    assert presenter.shows(once) is Shows.BUYS_ONCE
    assert [figure.value for figure in presenter.once_figures(ENGLISH, once)] == [
        "120",
        "31%",
        "€489",
    ]


def test_promised_calls_stand_first_and_nobody_stands_twice(view: TodayView) -> None:
    day = replace(view, call_backs=(promised(9), promised(1)), quiet=(), to_call=2)

    assert [row.id for row in presenter.rows(day)] == [9, 1]


@pytest.mark.parametrize(("hour", "hello"), [(9, "morning"), (13, "afternoon"), (19, "evening")])
def test_the_greeting_follows_the_hour(view: TodayView, hour: int, hello: str) -> None:
    now = view.now.replace(hour=hour)

    assert presenter.greeting(ENGLISH, replace(view, now=now)) == f"Good {hello}! 1 call for today"


def test_a_day_without_calls_is_only_greeted(view: TodayView) -> None:
    day = replace(view, quiet=(), quiet_count=0, to_call=0)

    assert presenter.greeting(ENGLISH, day) == "Good morning!"


def test_a_row_says_the_days_what_they_like_and_why(view: TodayView) -> None:
    row = presenter.rows(view)[0]

    assert [chip.text for chip in presenter.chips(ENGLISH, row)] == [
        "Quiet · 41 days",
        "likes green",
    ]
    assert presenter.reason(ENGLISH, row) == "usually every 12 days, silent for 41"
    assert presenter.reason_line(ENGLISH, row) == "usually every 12 days"
    assert presenter.cost(ENGLISH, row) == "€184"
    assert row.phone == "+359 88 812 3456"


def test_only_the_dearest_few_silences_are_red(view: TodayView) -> None:
    rows = presenter.rows(replace(view, quiet=tuple(quiet_line(client) for client in range(1, 9))))
    tones = [presenter.chips(ENGLISH, row)[0].tone for row in rows]
    assert tones == ["alarm"] * 3 + ["care"] * 5


def test_a_promised_call_says_what_the_client_said(view: TodayView) -> None:
    row = presenter.rows(replace(view, call_backs=(promised(),)))[0]

    assert presenter.reason(ENGLISH, row) == "after lunch"
    assert presenter.cost(ENGLISH, row) == ""
    assert presenter.mark(row, 3.0) is None


def test_the_month_is_compared_only_when_there_was_one_before(view: TodayView) -> None:
    revenue = presenter.month_figures(ENGLISH, view)[0]
    first = replace(view, month=replace(view.month, change=None, repeat_share=None, called=0))

    assert (revenue.change, revenue.tone) == ("+8%", "well")
    assert [figure.change for figure in presenter.month_figures(ENGLISH, first)] == ["", ""]


def test_a_worse_month_is_told_with_a_true_minus(view: TodayView) -> None:
    worse = replace(view, month=replace(view.month, change=-0.25))

    assert presenter.month_figures(ENGLISH, worse)[0].change == "\u221225%"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (OccasionLine(1, "T", "", ReasonKind.BIRTHDAY, TODAY, 44), "turns 44"),
        (OccasionLine(1, "T", "", ReasonKind.BIRTHDAY, TODAY, 60, True), "big birthday, turns 60"),
        (OccasionLine(1, "T", "", ReasonKind.BIRTHDAY, TODAY), "birthday"),
        (
            OccasionLine(1, "T", "", ReasonKind.NAME_DAY, TODAY, feast="Nikulden"),
            "name day, Nikulden",
        ),
    ],
)
def test_an_occasion_says_what_is_celebrated(line: OccasionLine, text: str) -> None:
    assert presenter.occasion_text(ENGLISH, line) == text
