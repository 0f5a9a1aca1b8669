"""Why a row was refused, in the shop's language, for the file that keeps refused rows."""

from collections.abc import Callable
from dataclasses import dataclass

from kartoteka.i18n.words import Words


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that cannot be read; `why` is a short code, `column` and `value` the cell at fault."""

    row: int
    column: str
    value: str
    why: str


_TEXTS: dict[str, Callable[[Words], str]] = {
    "quote": lambda words: words.say("A quotation mark is opened and never closed."),
    "characters": lambda words: words.say("There are characters that are no text."),
    "columns": lambda words: words.say("The row has more cells than the table has columns."),
    "empty": lambda words: words.say("There is no name, phone, e-mail or card number."),
    "date": lambda words: words.say("{column}: “{value}” is no date."),
    "impossible": lambda words: words.say("{column}: there is no day “{value}”."),
    "future": lambda words: words.say("{column}: “{value}” lies in the future."),
    "not a number": lambda words: words.say("{column}: “{value}” is no number."),
    "not positive": lambda words: words.say("{column}: “{value}” must be more than nothing."),
    "negative": lambda words: words.say("{column}: “{value}” must not be below zero."),
    "too large": lambda words: words.say("{column}: “{value}” is too large."),
    "percent": lambda words: words.say("{column}: “{value}” is no percent from 0 to 100."),
    "card taken": lambda words: words.say("{column}: card {value} belongs to somebody else."),
    "ambiguous": lambda words: words.say("Several clients are called “{value}”."),
    "currency": lambda words: words.say("The shop does not keep amounts in {value}."),
    "no item name": lambda words: words.say("There is no name of the item."),
    "too long": lambda words: words.say("{column}: “{value}” is too long."),
    "item code taken": lambda words: words.say(
        "{column}: the code {value} belongs to another item."
    ),
    "unknown item": lambda words: words.say("{column}: there is no item “{value}”."),
    "no client": lambda words: words.say("The row does not say who bought."),
    "no date": lambda words: words.say("There is no date of the purchase."),
    "no amount": lambda words: words.say("There is neither an amount nor a price."),
    "other lines": lambda words: words.say(
        "Receipt {value} is in the book already, without this line."
    ),
}
CODES = frozenset(_TEXTS)


def refusal_text(words: Words, refused: RefusedRow) -> str:
    """The reason as a sentence."""
    text = _TEXTS[refused.why](words)
    return text.format(column=refused.column, value=refused.value[:80])
