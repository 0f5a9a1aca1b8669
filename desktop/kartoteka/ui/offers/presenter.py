"""Decides for the Offers page: what is wrong with an offer while it is written, what rows say."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.offers import Offer, OfferWithoutEnd, check_offer, is_running
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import Words
from kartoteka.shop import days
from kartoteka.ui.widgets.chips import ChipText, capital

SPANS = (7, 14, 30)
"""Lengths offered as one press, in days."""


class Field(StrEnum):
    """The fields that a rule may refuse."""

    TITLE = "title"
    REASON = "reason"
    BEGINS = "begins"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Typed:
    """An offer as it stands in the form."""

    title: str = ""
    reason: str = ""
    begins: str = ""
    ends: str = ""
    language: str = "en"
    code: str = ""


class OfferForm:
    """One offer while it is written; every rule is asked of every field by itself."""

    def __init__(self, today: date, language: str, offer: Offer | None = None) -> None:
        """A new offer in the shop's language, or one of the book."""
        self.today = today
        self.id = offer.id if offer else 0
        if offer is None:
            self._before = Typed(begins=typed_day(today), language=language)
        else:
            self._before = Typed(
                title=offer.title,
                reason=offer.reason,
                begins=typed_day(offer.begins),
                ends=typed_day(offer.ends) if offer.ends else "",
                language=offer.language,
                code=offer.code,
            )
        self.typed = self._before
        self._touched: set[Field] = set(Field) if offer else set()

    @property
    def is_changed(self) -> bool:
        """Whether leaving would lose something."""
        return self.typed != self._before

    def write(self, typed: Typed, field: Field | None = None) -> None:
        """The form reads so now; `field` was edited."""
        self.typed = typed
        if field is not None:
            self._touched.add(field)

    def span(self, days_long: int) -> str:
        """The last day, as typed, of an offer so many days long from its first day on."""
        begins = self._day(Field.BEGINS) or self.today
        return typed_day(begins + timedelta(days=days_long))

    def touch_all(self) -> None:
        """Somebody wants to save: now all that is missing is told."""
        self._touched = set(Field)

    def offer(self) -> Offer | None:
        """The offer as written; None while a rule refuses it."""
        return None if any(self._broken(field) for field in Field) else self.draft()

    def draft(self) -> Offer:
        """What can be shown of it already, whatever is missing."""
        typed = self.typed
        return Offer(
            id=self.id,
            title=typed.title.strip(),
            reason=typed.reason.strip(),
            begins=self._day(Field.BEGINS) or self.today,
            ends=self._day(Field.ENDS),
            language=typed.language,
            code=typed.code.strip().upper(),
        )

    def problems(self, words: Words) -> dict[Field, str]:
        """A sentence for each field that was edited and is refused."""
        from kartoteka.wording import explain

        told = {}
        for field in Field:
            broken = self._broken(field) if field in self._touched else None
            if broken is not None:
                explained = explain(broken, words)
                told[field] = words.say(
                    "{what} {advice}", what=explained.title, advice=explained.advice
                )
        return told

    def first_problem(self) -> Field | None:
        """Where the focus goes when somebody wants to save."""
        return next((field for field in Field if self._broken(field)), None)

    def _broken(self, field: Field) -> RuleBroken | None:
        """The rule that refuses one field, as if all others were right."""
        try:
            check_offer(self._probe(field), self.today)
        except RuleBroken as broken:
            return broken
        return None

    def _probe(self, field: Field) -> Offer:
        good = Offer(
            title="1", reason="1", begins=self.today, ends=self.today, language=self.typed.language
        )
        if field is Field.TITLE:
            return replace(good, title=self.typed.title)
        if field is Field.REASON:
            return replace(good, reason=self.typed.reason)
        if field is Field.BEGINS:
            begins = days.coming_day(self.typed.begins, self.today)
            return replace(good, begins=begins, ends=max(begins, self.today))
        if not self.typed.ends.strip():
            raise OfferWithoutEnd
        ends = days.coming_day(self.typed.ends, self.today)
        begins = self._day(Field.BEGINS) or min(self.today, ends)
        return replace(good, begins=begins, ends=ends)

    def _day(self, field: Field) -> date | None:
        text = self.typed.begins if field is Field.BEGINS else self.typed.ends
        try:
            return days.coming_day(text, self.today)
        except RuleBroken:
            return None


def typed_day(day: date) -> str:
    """A day as it is typed."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def hint(words: Words, field: Field) -> str:
    """What belongs into a field, told while it is empty."""
    if field is Field.TITLE:
        return words.say("The offer itself: “A filter for your kettle at half price”.")
    if field is Field.REASON:
        return words.say("Why this client, why now: “Your kettle is a year old”. Required.")
    if field is Field.ENDS:
        return words.say("The last day on which it is valid. Required.")
    return ""


def state_chip(words: Words, offer: Offer, today: date) -> ChipText:
    """Whether an offer is printed now."""
    if is_running(offer, today):
        return ChipText(capital(words.say_in("offer", "running")), "well")
    if offer.begins > today:
        return ChipText(capital(words.say_in("offer", "upcoming")), "note")
    return ChipText(capital(words.say_in("offer", "ended")), "gone")


def holds_words(words: Words, offer: Offer, today: date) -> str:
    """Until when it holds, or held."""
    if offer.ends is None:
        return ""
    # Translators: {date} is the last day of an offer, inclusive.
    return words.say("until {date}", date=_day_words(words, offer.ends, today))


def since_words(words: Words, offer: Offer, today: date) -> str:
    """From when it holds, or held."""
    # Translators: {date} is the first day of an offer.
    return words.say("from {date}", date=_day_words(words, offer.begins, today))


def row_words(words: Words, offer: Offer, today: date) -> str:
    """A whole row for screen readers."""
    return words.say(
        "{title}; {reason}; {state}, {until}",
        title=offer.title,
        reason=offer.reason,
        state=state_chip(words, offer, today).text,
        until=holds_words(words, offer, today),
    )


def language_words(words: Words, offer: Offer) -> str:
    """In which language it is written, and its code, for screen readers."""
    language = labels.language_label(offer.language)
    if not offer.code:
        return language
    return words.say("{language}, code {code}", language=language, code=offer.code)


def count_words(words: Words, offers: list[Offer], today: date) -> str:
    """The line under the page's title."""
    running = sum(is_running(offer, today) for offer in offers)
    if not offers:
        return ""
    if not running:
        return words.say(
            "No offer is running: backs carry care advice or a question to the client."
        )
    return words.count("{number} running now", "{number} running now", running)


def _day_words(words: Words, day: date, today: date) -> str:
    if day.year == today.year:
        return formats.day_month(words, day)
    return formats.date_long(words, day)
