"""Decides what Today says; knows words and values, and no window."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from kartoteka.domain.clients import TagKind
from kartoteka.domain.contacts import ReasonKind
from kartoteka.domain.phones import show_number
from kartoteka.i18n import Words, formats
from kartoteka.i18n.labels import reason_text
from kartoteka.ui.widgets.chips import ChipText
from kartoteka.ui.widgets.rhythm_bar import RhythmMark

if TYPE_CHECKING:
    from kartoteka.shop.views import CallLine, OccasionLine, QuietLine, TodayView

ROWS = 50
"""So many of the dearest silences stand on Today; the rest is one step away, in Clients."""
TAGS_SHOWN = 2
IN_RED = 3
"""So many of the dearest silences are red; were all of them, none would stand out."""
NOON, EVENING = 12, 18


class Shows(StrEnum):
    """What fills the page."""

    NOBODY_YET = "nobody yet"
    BUYS_ONCE = "buys once"
    NO_PURCHASES = "no purchases"
    CALM = "calm"
    DONE = "done"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Row:
    """One client to call: because of their silence, or because a call was promised."""

    id: int
    name: str
    phone: str
    quiet: "QuietLine | None" = None
    call_back: "CallLine | None" = None
    listed: "CallLine | None" = None
    severe: bool = False
    """A call that waits on a list somebody made."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the month, what it is, and how it compares ('' when there is nothing to say)."""

    value: str
    caption: str
    change: str = ""
    tone: str = "muted"


def shows(view: "TodayView") -> Shows:
    """Which of the faces of the page fits."""
    if view.clients == 0:
        return Shows.NOBODY_YET
    if view.to_call:
        return Shows.LIST
    if view.notice is not None:
        return Shows.BUYS_ONCE
    if not view.has_visits:
        return Shows.NO_PURCHASES
    return Shows.DONE if view.left_out else Shows.CALM


def rows(view: "TodayView") -> list[Row]:
    """Promised calls first, then silences, the dearest first; nobody twice."""
    promised = [
        Row(call.client, call.name, show_number(call.phone), call_back=call)
        for call in view.call_backs
    ]
    listed = [
        Row(call.client, call.name, show_number(call.phone), listed=call) for call in view.listed
    ]
    silent = [
        Row(line.id, line.client, show_number(line.phone), quiet=line, severe=place < IN_RED)
        for place, line in enumerate(view.quiet)
    ]
    return [*promised, *listed, *silent]


def left_out(words: Words, view: "TodayView") -> str:
    """How many quiet clients are not called today, and why; '' when everybody is."""
    if not view.left_out:
        return ""
    reasons = [
        _left_out_phrase(words, why, number) for why, number in sorted(view.left_out.items())
    ]
    # Translators: {reasons} is a list: "3 without consent to calls, 2 already called today".
    return words.say("Not called today: {reasons}", reasons=", ".join(reasons))


def _left_out_phrase(words: Words, why: str, number: int) -> str:
    if why == "settled":
        return words.count("{number} called already", "{number} called already", number)
    if why == "promised":
        return words.count("{number} promised a later day", "{number} promised a later day", number)
    if why == "no_phone":
        return words.count("{number} without a phone", "{number} without a phone", number)
    if why == "consent_withdrawn":
        return words.count("{number} who said no", "{number} who said no", number)
    return words.count(
        "{number} without consent to calls", "{number} without consent to calls", number
    )


def greeting(words: Words, view: "TodayView") -> str:
    """Good morning, and the one number of the day."""
    calls = view.to_call
    shown = formats.number(words, calls)
    if not calls:
        return _by_hour(view.now, _quiet_greetings(words))
    return _by_hour(
        view.now,
        (
            lambda: words.count(
                "Good morning! {shown} call for today",
                "Good morning! {shown} calls for today",
                calls,
                shown=shown,
            ),
            lambda: words.count(
                "Good afternoon! {shown} call for today",
                "Good afternoon! {shown} calls for today",
                calls,
                shown=shown,
            ),
            lambda: words.count(
                "Good evening! {shown} call for today",
                "Good evening! {shown} calls for today",
                calls,
                shown=shown,
            ),
        ),
    )


def _quiet_greetings(words: Words) -> tuple[Callable[[], str], ...]:
    return (
        lambda: words.say("Good morning!"),
        lambda: words.say("Good afternoon!"),
        lambda: words.say("Good evening!"),
    )


def _by_hour(now: datetime, said: tuple[Callable[[], str], ...]) -> str:
    if now.hour < NOON:
        return said[0]()
    return said[1]() if now.hour < EVENING else said[2]()


def facts(words: Words, view: "TodayView") -> list[str]:
    """The line below the greeting, as a row of short facts."""
    said = [formats.weekday_day(words, view.on)]
    if view.quiet_count:
        said.append(
            words.count(
                "{shown} client is going quiet",
                "{shown} clients are going quiet",
                view.quiet_count,
                shown=formats.number(words, view.quiet_count),
            )
        )
    if view.call_backs:
        said.append(
            words.count("{number} promised call", "{number} promised calls", len(view.call_backs))
        )
    if view.occasions:
        said.append(
            words.count(
                "{number} occasion in the coming days",
                "{number} occasions in the coming days",
                len(view.occasions),
            )
        )
    return said


def chips(words: Words, row: Row) -> list[ChipText]:
    """Why they are on the list, then what they like."""
    if row.call_back is not None:
        return [ChipText(words.say("Promised call"), "care")]
    if row.listed is not None:
        return [ChipText(words.say("On a call list"), "note")]
    line = row.quiet
    if line is None:
        return []
    said = [
        ChipText(
            # Translators: a chip on the day's list; {number} days without a purchase.
            words.count("Quiet · {number} day", "Quiet · {number} days", line.silent_days or 0),
            "alarm" if row.severe else "care",
        )
    ]
    likes = [tag.text for tag in line.tags if tag.kind is TagKind.LIKES]
    said += [
        # Translators: a chip with a preference of the client: "likes green".
        ChipText(words.say("likes {what}", what=text), "note")
        for text in likes[:TAGS_SHOWN]
    ]
    return said


def reason(words: Words, row: Row) -> str:
    """The reason in words."""
    if row.call_back is not None:
        return row.call_back.said or reason_text(words, row.call_back.reason)
    if row.listed is not None:
        return reason_text(words, row.listed.reason)
    return reason_text(words, row.quiet.reason) if row.quiet else ""


def reason_line(words: Words, row: Row) -> str:
    """The quiet line under the chips: they tell the silence already, so only the interval."""
    line = row.quiet
    if row.call_back is not None or line is None or line.reason.visits == 1:
        return reason(words, row)
    days = max(1, line.reason.usual_days)
    return words.count("usually every day", "usually every {number} days", days)


def cost(words: Words, row: Row) -> str:
    """What the silence costs in a year, in whole units; '' for a promised call."""
    line = row.quiet
    return formats.money_round(words, line.at_risk) if line and line.at_risk else ""


def cost_caption(words: Words, row: Row) -> str:
    """What the sum is."""
    return words.say("at risk per year") if cost(words, row) else ""


def mark(row: Row, quiet_after: float) -> RhythmMark | None:
    """The rhythm bar of a row; none for a promised call."""
    line = row.quiet
    return RhythmMark(line.times_usual, line.state, quiet_after, row.severe) if line else None


def occasion_text(words: Words, line: "OccasionLine") -> str:
    """What is celebrated: an age, a feast."""
    if line.kind is ReasonKind.NAME_DAY:
        if not line.feast:
            return words.say("name day")
        return words.say("name day, {feast}", feast=line.feast)
    if line.age is None:
        return words.say("birthday")
    if line.jubilee:
        return words.count("big birthday, turns {number}", "big birthday, turns {number}", line.age)
    return words.count("turns {number}", "turns {number}", line.age)


def occasion_kind(words: Words, line: "OccasionLine") -> str:
    """The kind of the occasion, for those who do not see its sign."""
    return words.say("name day") if line.kind is ReasonKind.NAME_DAY else words.say("birthday")


def occasion_sign(line: "OccasionLine") -> tuple[str, str]:
    """The icon of the occasion and its colour."""
    if line.kind is ReasonKind.NAME_DAY:
        return "sparkles", "accent"
    return ("star", "note") if line.jubilee else ("cake", "care")


def month_figures(words: Words, view: "TodayView") -> list[Figure]:
    """The month in four numbers at most."""
    month = view.month
    change, tone = "", "muted"
    if month.change is not None:
        share = formats.percent(words, Decimal(str(round(abs(month.change) * 100))), 0)
        change = f"+{share}" if month.change >= 0 else f"{formats.MINUS}{share}"
        tone = "well" if month.change >= 0 else "alarm"
    figures = [
        Figure(formats.money_round(words, month.revenue), words.say("revenue"), change, tone)
    ]
    if month.repeat_share is not None:
        share = formats.percent(words, Decimal(str(round(month.repeat_share * 100))), 0)
        figures.append(Figure(share, words.say("from regular clients")))
    if month.called:
        # Translators: {back} of {called} clients who were called came back: "9 of 28".
        value = words.say("{back} of {called}", back=month.came_back, called=month.called)
        figures.append(Figure(value, words.say("came back after a call")))
    if view.quiet_at_risk:
        figures.append(
            Figure(
                formats.money_round(words, view.quiet_at_risk),
                words.say("at risk per year from quiet clients"),
            )
        )
    return figures


def once_figures(words: Words, view: "TodayView") -> list[Figure]:
    """Where clients buy once: the numbers that matter instead."""
    notice = view.notice
    if notice is None:
        return []
    figures = [
        Figure(formats.number(words, notice.new_cards), words.say("new cards in a year")),
        Figure(formats.money_round(words, notice.average_sale), words.say("average sale")),
    ]
    if notice.conversion is not None:
        share = formats.percent(words, Decimal(str(round(notice.conversion * 100))), 0)
        figures.insert(1, Figure(share, words.say("of them bought")))
    return figures
