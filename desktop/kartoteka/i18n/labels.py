"""Names of states, channels, outcomes and the like, and reasons in words, for every face."""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TypeVar

from kartoteka.domain.backs import BackWish
from kartoteka.domain.clients import Birthday, Channel, Kind, TagKind
from kartoteka.domain.contacts import Outcome, Reason, ReasonKind
from kartoteka.domain.rhythm import State
from kartoteka.domain.sales import PaymentKind
from kartoteka.domain.tax import Code, NumberKind, Problem
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words

Named = TypeVar("Named", bound=StrEnum)
Labels = Mapping[Named, Callable[[Words], str]]

_STATES: Labels[State] = {
    # Translators: a client with one purchase whose time to come again has not passed yet.
    State.NEW: lambda words: words.say_in("state", "new"),
    # Translators: a client who comes as usual.
    State.ACTIVE: lambda words: words.say_in("state", "active"),
    # Translators: a client who should come about now (silent for 1–2 usual intervals).
    State.DUE: lambda words: words.say_in("state", "due"),
    # Translators: a client silent for 2–3 usual intervals.
    State.COOLING: lambda words: words.say_in("state", "cooling"),
    # Translators: a client silent for more than 3 usual intervals; the chief word of the program.
    State.QUIET: lambda words: words.say_in("state", "going quiet"),
    # Translators: a client silent for more than 6 usual intervals and a year.
    State.LOST: lambda words: words.say_in("state", "lost"),
    # Translators: a client who has not bought anything yet.
    State.NONE: lambda words: words.say_in("state", "no visits yet"),
}

_STATES_OF_MANY: Labels[State] = {
    # Translators: these name groups of clients, as a filter does: "Going quiet 41".
    State.NEW: lambda words: words.say_in("clients", "new"),
    State.ACTIVE: lambda words: words.say_in("clients", "active"),
    State.DUE: lambda words: words.say_in("clients", "due"),
    State.COOLING: lambda words: words.say_in("clients", "cooling"),
    State.QUIET: lambda words: words.say_in("clients", "going quiet"),
    State.LOST: lambda words: words.say_in("clients", "lost"),
    State.NONE: lambda words: words.say_in("clients", "no visits yet"),
}

_CHANNELS: Labels[Channel] = {
    Channel.CALL: lambda words: words.say_in("channel", "phone calls"),
    Channel.SMS: lambda words: words.say_in("channel", "SMS"),
    Channel.EMAIL: lambda words: words.say_in("channel", "e-mail"),
    Channel.POST: lambda words: words.say_in("channel", "post"),
    Channel.MESSENGER: lambda words: words.say_in("channel", "messengers"),
}

_OUTCOMES: Labels[Outcome] = {
    Outcome.WILL_COME: lambda words: words.say_in("outcome", "will come"),
    Outcome.CALL_BACK: lambda words: words.say_in("outcome", "call back"),
    Outcome.NO_ANSWER: lambda words: words.say_in("outcome", "no answer"),
    Outcome.COMPLAINT: lambda words: words.say_in("outcome", "complaint"),
    Outcome.ALL_WELL: lambda words: words.say_in("outcome", "all well"),
    Outcome.DO_NOT_CALL: lambda words: words.say_in("outcome", "do not call again"),
}

_PAYMENTS: Labels[PaymentKind] = {
    PaymentKind.CASH: lambda words: words.say_in("payment", "cash"),
    PaymentKind.CARD: lambda words: words.say_in("payment", "card"),
    PaymentKind.TRANSFER: lambda words: words.say_in("payment", "bank transfer"),
    # Translators: the client pays later; a debt.
    PaymentKind.ACCOUNT: lambda words: words.say_in("payment", "on account"),
}

_KINDS: Labels[Kind] = {
    Kind.PERSON: lambda words: words.say_in("kind of client", "person"),
    Kind.COMPANY: lambda words: words.say_in("kind of client", "company"),
}

_TAG_KINDS: Labels[TagKind] = {
    TagKind.LIKES: lambda words: words.say_in("preference", "likes"),
    TagKind.DISLIKES: lambda words: words.say_in("preference", "dislikes"),
    TagKind.SIZE: lambda words: words.say_in("preference", "size"),
}


_NUMBERS: Labels[NumberKind] = {
    NumberKind.EIK: lambda words: words.say_in("number", "EIK"),
    NumberKind.EGN: lambda words: words.say_in("number", "EGN"),
    NumberKind.LNCH: lambda words: words.say_in("number", "LNCh"),
    NumberKind.VAT_BG: lambda words: words.say_in("number", "VAT number"),
    NumberKind.INN: lambda words: words.say_in("number", "INN"),
    NumberKind.KPP: lambda words: words.say_in("number", "KPP"),
    NumberKind.OGRN: lambda words: words.say_in("number", "OGRN"),
    NumberKind.OGRNIP: lambda words: words.say_in("number", "OGRNIP"),
    NumberKind.BIK: lambda words: words.say_in("number", "BIK"),
    # Translators: расчётный счёт (Russian bank account of a firm).
    NumberKind.ACCOUNT: lambda words: words.say_in("number", "settlement account"),
    # Translators: корреспондентский счёт (Russian correspondent account of a bank).
    NumberKind.CORR_ACCOUNT: lambda words: words.say_in("number", "correspondent account"),
    NumberKind.IBAN: lambda words: words.say_in("number", "IBAN"),
    NumberKind.BIC: lambda words: words.say_in("number", "BIC"),
}

# Translators: {number} in these sentences is the kind of number, e.g. ИНН.
_PROBLEMS: Mapping[Code, Callable[[Words, str], str]] = {
    Code.LOOK_ALIKE: lambda words, number: words.say(
        "{number}: has a Cyrillic letter where a Latin one belongs", number=number
    ),
    Code.FORM: lambda words, number: words.say("{number}: wrong format", number=number),
    Code.LENGTH: lambda words, number: words.say(
        "{number}: too many or too few digits", number=number
    ),
    Code.ZEROS: lambda words, number: words.say("{number}: only zeros", number=number),
    Code.CHECK_DIGIT: lambda words, number: words.say(
        "{number}: the check digit does not match; a digit may be mistyped", number=number
    ),
}


def number_label(words: Words, kind: NumberKind) -> str:
    """What a tax, registration or bank number is called."""
    return _NUMBERS[kind](words)


def problem_text(words: Words, problem: Problem) -> str:
    """What is wrong with a number, for the warning beside its field."""
    return _PROBLEMS[problem.code](words, number_label(words, problem.kind))


def state_label(words: Words, state: State) -> str:
    """What a state of the rhythm is called: 'going quiet'."""
    return _STATES[state](words)


def states_label(words: Words, state: State) -> str:
    """What all clients in a state are called together, for filters and counts."""
    return _STATES_OF_MANY[state](words)


def channel_label(words: Words, channel: Channel) -> str:
    """What a way to reach a client is called."""
    return _CHANNELS[channel](words)


def outcome_label(words: Words, outcome: Outcome) -> str:
    """How a call ended."""
    return _OUTCOMES[outcome](words)


def payment_label(words: Words, kind: PaymentKind) -> str:
    """What a way of paying is called."""
    return _PAYMENTS[kind](words)


def kind_label(words: Words, kind: Kind) -> str:
    """A person or a company."""
    return _KINDS[kind](words)


def tag_kind_label(words: Words, kind: TagKind) -> str:
    """What a kind of preference is called."""
    return _TAG_KINDS[kind](words)


def language_label(language: str) -> str:
    """The name of a language in itself, so that whoever speaks it finds it."""
    return {"en": "English", "ru": "Русский", "bg": "Български"}.get(language, language)


def country_label(words: Words, country: str) -> str:
    """The name of a country whose rules the papers follow: bg, ru or other."""
    if country == "bg":
        return words.say("Bulgaria")
    if country == "ru":
        return words.say("Russia")
    return words.say("another country")


def reason_text(words: Words, reason: Reason) -> str:
    """Why somebody is on a list, in words: 'usually every 12 days, silent for 41'."""
    return _REASONS[reason.kind](words, reason)


def _quiet(words: Words, reason: Reason) -> str:
    if reason.visits == 1:
        # Translators: reason for calling a client with one purchase. {usual} is the usual number
        # of days after which clients of this shop come a second time, without the word "days".
        return words.count(
            "came once, {number} day ago; others come back after {usual}",
            "came once, {number} days ago; others come back after {usual}",
            reason.silent_days,
            usual=reason.usual_days,
        )
    # Translators: reason for calling. {number} is the usual interval in days, {silent} the days
    # since the last purchase, without the word "days".
    return words.count(
        "usually every day, silent for {silent}",
        "usually every {number} days, silent for {silent}",
        max(1, reason.usual_days),
        silent=reason.silent_days,
    )


def _birthday(words: Words, reason: Reason) -> str:
    day = formats.day_month(words, reason.on) if reason.on else ""
    if reason.age:
        # Translators: {number} is the age in years, {date} day and month of the birthday.
        return words.count(
            "birthday on {date}, turns {number}",
            "birthday on {date}, turns {number}",
            reason.age,
            date=day,
        )
    # Translators: {date} is day and month.
    return words.say("birthday on {date}", date=day)


def _name_day(words: Words, reason: Reason) -> str:
    day = formats.day_month(words, reason.on) if reason.on else ""
    if reason.feast:
        # Translators: {feast} is the name of the church feast, {date} day and month.
        return words.say("name day on {date}, {feast}", date=day, feast=reason.feast)
    # Translators: {date} is day and month.
    return words.say("name day on {date}", date=day)


def _chosen(words: Words, _reason: Reason) -> str:
    # Translators: reason for calling: the seller put this client on the list.
    return words.say("added by hand")


_REASONS: dict[ReasonKind, Callable[[Words, Reason], str]] = {
    ReasonKind.QUIET: _quiet,
    ReasonKind.BIRTHDAY: _birthday,
    ReasonKind.NAME_DAY: _name_day,
    ReasonKind.CHOSEN: _chosen,
}


def skipped_text(words: Words, why: str) -> str:
    """Why somebody chosen did not get onto a call list (`SkippedWhy` of the call-list deeds)."""
    sentence = _SKIPPED.get(why)
    return sentence(words) if sentence else why


_SKIPPED: dict[str, Callable[[Words], str]] = {
    "do_not_contact": lambda words: words.say("asked not to be contacted"),
    "consent_withdrawn": lambda words: words.say("does not allow calls"),
    "consent_missing": lambda words: words.say("has not allowed calls"),
    "no_phone": lambda words: words.say("has no phone number"),
}


def birthday_words(words: Words, birthday: Birthday) -> str:
    """A birthday in words, the year when it is known."""
    if birthday.year:
        return formats.date_long(words, date(birthday.year, birthday.month, birthday.day))
    return formats.day_month(words, date(_LEAP_YEAR, birthday.month, birthday.day))


_LEAP_YEAR = 2024
"""Any year that has a 29 February, for writing a day without its year."""


def back_label(words: Words, wish: BackWish) -> str:
    """What can be chosen for the back of a paper."""
    return _BACKS[wish](words)


_BACKS: Labels[BackWish] = {
    # Translators: these say what the back of a paper holds.
    BackWish.AUTO: lambda words: words.say_in("back of a paper", "automatic"),
    BackWish.OFFER: lambda words: words.say_in("back of a paper", "offer"),
    BackWish.CARE: lambda words: words.say_in("back of a paper", "care advice"),
    BackWish.PURCHASE: lambda words: words.say_in("back of a paper", "about the purchase"),
    BackWish.FEEDBACK: lambda words: words.say_in("back of a paper", "feedback"),
    BackWish.NOTHING: lambda words: words.say_in("back of a paper", "nothing"),
}


def paper_kind(words: Words, kind: str, *, back: bool = False) -> str:
    """What a paper is, without its number; `back`: the receipt of a return."""
    if back:
        return words.say_in("paper", "Return")
    names = {
        "receipt": words.say_in("paper", "Receipt"),
        "invoice": words.say_in("paper", "Invoice"),
        "proforma": words.say_in("paper", "Proforma"),
        "credit_note": words.say_in("paper", "Credit note"),
        "debit_note": words.say_in("paper", "Debit note"),
    }
    return names.get(kind, kind)


def paper_title(words: Words, kind: str, number: str, *, back: bool = False) -> str:
    """A paper with its number as it stands on it; `back`: the receipt of a return."""
    if back:
        return words.say("Return No. {number}", number=number)
    return {
        "receipt": words.say("Receipt No. {number}", number=number),
        "invoice": words.say("Invoice No. {number}", number=number),
        "proforma": words.say("Proforma No. {number}", number=number),
        "credit_note": words.say("Credit note No. {number}", number=number),
        "debit_note": words.say("Debit note No. {number}", number=number),
    }.get(kind, number)
