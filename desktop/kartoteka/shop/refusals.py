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
    "characters": lambda words: words.say("The row contains characters that cannot be read."),
    "columns": lambda words: words.say("The row has more cells than the table has columns."),
    "empty": lambda words: words.say("There is no name, phone, e-mail or card number."),
    "date": lambda words: words.say("{column}: “{value}” is not a date."),
    "impossible": lambda words: words.say("{column}: there is no such day as “{value}”."),
    "future": lambda words: words.say("{column}: “{value}” is in the future."),
    "not a number": lambda words: words.say("{column}: “{value}” is not a number."),
    "not contents": lambda words: words.say(
        "{column}: “{value}” is not the contents of a pack, such as 250 g or 6 × 33 cl."
    ),
    "not positive": lambda words: words.say("{column}: “{value}” must be more than zero."),
    "negative": lambda words: words.say("{column}: “{value}” must not be below zero."),
    "too large": lambda words: words.say("{column}: “{value}” is too large."),
    "percent": lambda words: words.say("{column}: “{value}” is not a percentage from 0 to 100."),
    "not an e-mail": lambda words: words.say("{column}: “{value}” is not an e-mail address."),
    "not a card": lambda words: words.say("{column}: “{value}” is not a card number."),
    "card taken": lambda words: words.say("{column}: card {value} belongs to somebody else."),
    "ambiguous": lambda words: words.say("Several clients are called “{value}”."),
    "currency": lambda words: words.say("The shop does not work in {value}."),
    "no item name": lambda words: words.say("The item has no name."),
    "too long": lambda words: words.say("{column}: “{value}” is too long."),
    "item code taken": lambda words: words.say(
        "{column}: the code {value} belongs to another item."
    ),
    "unknown item": lambda words: words.say("{column}: there is no item “{value}”."),
    "no client": lambda words: words.say("The row does not name the client."),
    "no date": lambda words: words.say("The purchase has no date."),
    "no amount": lambda words: words.say("There is neither an amount nor a price."),
    "other lines": lambda words: words.say(
        "Receipt {value} is already in the card index, without this line."
    ),
}
CODES = frozenset(_TEXTS)


def refusal_text(words: Words, refused: RefusedRow) -> str:
    """The reason as a sentence."""
    text = _TEXTS[refused.why](words)
    return text.format(column=refused.column, value=refused.value[:80])
