"""Decides for the Imports page: how a file is read, and what an import would do and did."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words

if TYPE_CHECKING:
    from kartoteka.shop.imports import Duplicate, ImportResult, PastImport, Preview
    from kartoteka.shop.looking import Look

KINDS = ("clients", "purchases", "catalogue")
ENCODINGS = (
    ("utf-8-sig", "UTF-8"),
    ("cp1251", "Windows-1251"),
    ("koi8_r", "KOI8-R"),
    ("cp866", "CP866"),
    ("cp1252", "Windows-1252"),
    ("utf-16", "UTF-16"),
)
"""The codecs that old programs write, and how people call them."""
DELIMITERS = (";", ",", "\t", "|")


class HowToRead(TypedDict):
    """The choices that a file is read with; '' and None: found out from the file."""

    columns: tuple[str, ...] | None
    encoding: str
    delimiter: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of the summary and what it counts."""

    number: str
    text: str
    tone: str = "ink"


class ImportPresenter:
    """One file on its way into the book."""

    def __init__(self) -> None:
        """No file is chosen."""
        self.path: Path | None = None
        self.kind = ""
        self.expected = ""
        """What the next file holds, when the seller has said so by coming from there."""
        self.look: Look | None = None
        self.preview: Preview | None = None
        self.how: HowToRead = {"columns": None, "encoding": "", "delimiter": ""}
        """How the file is to be read now."""
        self.country = ""
        """Whose shop it is."""
        self._old_currency = ""

    @property
    def asks_old_currency(self) -> bool:
        """Whether there are Bulgarian amounts of before the euro that name no currency."""
        result = self.preview.result if self.preview else None
        return self.country == "bg" and result is not None and result.old_amounts > 0

    @property
    def old_currency(self) -> str:
        """What those are in: leva, as papers were then, unless the owner said otherwise."""
        return (self._old_currency or "BGN") if self.asks_old_currency else ""

    @property
    def is_ready(self) -> bool:
        """Whether the import may begin: it is known what it would do, and it would do something."""
        result = self.preview.result if self.preview else None
        return result is not None and bool(result.added or result.updated)

    def choose_file(self, path: Path | None) -> None:
        """Another file, or none: everything is found out from it anew."""
        self.path = path
        self.kind = self.expected
        self.look = None
        self._old_currency = ""
        self._read_so(None, "", "")

    def choose_kind(self, kind: str) -> None:
        """The file holds clients, or purchases."""
        self.kind = kind
        self._read_so(None, self.how["encoding"], self.how["delimiter"])

    def choose_encoding(self, encoding: str) -> None:
        """The letters look wrong: read them so."""
        self._read_so(None, encoding, self.how["delimiter"])

    def choose_delimiter(self, delimiter: str) -> None:
        """The columns look wrong: cut the lines here."""
        self._read_so(None, self.how["encoding"], delimiter)

    def choose_field(self, at: int, field: str) -> None:
        """A column is read as `field`; what can be there once leaves its old column."""
        if self.look is None:
            return
        fields = [column.field for column in self.look.columns]
        if field and field not in self.look.repeated:
            fields = ["" if each == field else each for each in fields]
        fields[at] = field
        self._read_so(tuple(fields), self.how["encoding"], self.how["delimiter"])

    def choose_old_currency(self, currency: str) -> None:
        """Amounts of before the euro that name no currency are in this one."""
        self._old_currency = currency

    def looked(self, look: "Look") -> None:
        """This is what the file holds."""
        self.look = look
        self.kind = look.kind

    def previewed(self, preview: "Preview", country: str = "") -> None:
        """This is what importing it would do, in a shop of this country."""
        self.preview, self.country = preview, country

    def _read_so(self, columns: tuple[str, ...] | None, encoding: str, delimiter: str) -> None:
        self.how = {"columns": columns, "encoding": encoding, "delimiter": delimiter}
        self.preview = None


def kind_words(words: Words, kind: str) -> str:
    """What a file holds."""
    if kind == "catalogue":
        return words.say("Catalogue")
    return words.say("Purchases") if kind == "purchases" else words.say("Clients")


def encoding_name(encoding: str) -> str:
    """An encoding as people call it."""
    return dict(ENCODINGS).get(encoding, encoding)


def delimiter_words(words: Words, delimiter: str) -> str:
    """What stands between the cells of a line."""
    names: dict[str, Callable[[], str]] = {
        ";": lambda: words.say("semicolon"),
        ",": lambda: words.say("comma"),
        "\t": lambda: words.say("tab"),
        "|": lambda: words.say("vertical line"),
    }
    name = names.get(delimiter)
    return name() if name else delimiter


def counts(words: Words, kind: str, result: "ImportResult") -> list[Count]:
    """The summary: what comes in, what is there already, what stays out."""
    number = formats.number
    if kind == "purchases":
        come = [
            Count(
                number(words, result.added),
                words.count("new purchase", "new purchases", result.added),
                "well",
            ),
            Count(
                number(words, result.new_clients),
                words.count("new client among them", "new clients among them", result.new_clients),
            ),
        ]
    elif kind == "catalogue":
        come = [
            Count(
                number(words, result.added),
                words.count("new item", "new items", result.added),
                "well",
            ),
            Count(
                number(words, result.updated),
                words.count("item updated", "items updated", result.updated),
            ),
        ]
    else:
        come = [
            Count(
                number(words, result.added),
                words.count("new card", "new cards", result.added),
                "well",
            ),
            Count(
                number(words, result.updated),
                words.count("card updated", "cards updated", result.updated),
            ),
        ]
    return [
        *come,
        Count(number(words, result.unchanged), words.say("already in the card index")),
        Count(
            number(words, result.refused),
            words.say("not imported"),
            "alarm" if result.refused else "ink",
        ),
    ]


def not_enough_words(words: Words, kind: str) -> str:
    """What the columns must say before the file can be imported."""
    if kind == "purchases":
        return words.say(
            "Above the columns, choose which one holds the client (name, phone, e-mail "
            "or card), the date and the amount."
        )
    if kind == "catalogue":
        return words.say(
            "Above a column, choose which one holds the item’s name, number or barcode."
        )
    return words.say("Above a column, choose which one holds the name, phone, e-mail or card.")


def ready_words(words: Words, result: "ImportResult") -> str:
    """The line beside the import button."""
    if not (result.added or result.updated):
        return words.say("Nothing in this file is new.")
    return words.count(
        "{shown} row read. Nothing is saved yet.",
        "{shown} rows read. Nothing is saved yet.",
        result.rows,
        shown=formats.number(words, result.rows),
    )


def done_words(words: Words, kind: str, result: "ImportResult") -> str:
    """One sentence about an import that is done."""
    added = formats.number(words, result.added)
    if not (result.added or result.updated):
        return words.say("Nothing was new, so nothing was changed.")
    if kind == "purchases":
        return words.count(
            "{shown} purchase was imported.",
            "{shown} purchases were imported.",
            result.added,
            shown=added,
        )
    if kind == "catalogue":
        count = result.added + result.updated
        return words.count(
            "{shown} item is in the catalogue.",
            "{shown} items are in the catalogue.",
            count,
            shown=formats.number(words, count),
        )
    if not result.updated:
        return words.count(
            "{shown} new card was imported.",
            "{shown} new cards were imported.",
            result.added,
            shown=added,
        )
    return words.count(
        "{shown} new card was imported, {updated} updated.",
        "{shown} new cards were imported, {updated} updated.",
        result.added,
        shown=added,
        updated=formats.number(words, result.updated),
    )


def refused_words(words: Words, result: "ImportResult") -> str:
    """More sentences: what was kept as a note, and the rows that stayed out; '' when none did."""
    said = []
    if result.unread:
        from kartoteka.shop.imports import refusal_text

        first = refusal_text(words, result.unread[0])
        said.append(
            words.count(
                "{shown} field could not be read and is kept as a note on the card: {first}",
                "{shown} fields could not be read and are kept as notes on the cards; "
                "the first: {first}",
                len(result.unread),
                shown=formats.number(words, len(result.unread)),
                first=first,
            )
        )
    if result.refused:
        said.append(
            words.count(
                "{shown} row was not imported; it is kept in a file with the reason.",
                "{shown} rows were not imported; they are kept in a file with the reasons.",
                result.refused,
                shown=formats.number(words, result.refused),
            )
        )
    return " ".join(said)


def progress_words(words: Words, done: int, whole: int) -> str:
    """How far the reading is."""
    if not whole:
        return words.say("Reading the file…")
    return words.say(
        "Row {done} of {whole}",
        done=formats.number(words, done),
        whole=formats.number(words, whole),
    )


def duplicate_words(words: Words, duplicate: "Duplicate") -> str:
    """Whom a row resembles, and by what."""
    if duplicate.same:
        return words.say("is {client}: the card will be updated", client=duplicate.client_name)
    sentences = {
        "card": words.say("has the same card number as {client}", client=duplicate.client_name),
        "phone": words.say("has the phone of {client}", client=duplicate.client_name),
        "email": words.say("has the e-mail of {client}", client=duplicate.client_name),
        "name": words.say("has the same name as {client}", client=duplicate.client_name),
    }
    return sentences[duplicate.why.value]


def past_words(words: Words, past: "PastImport") -> str:
    """The second line of an earlier import."""
    day = formats.date_short(words, past.at.date())
    if past.undone_at is not None:
        return words.say("{date} · undone", date=day)
    if past.kind == "purchases":
        return words.count(
            "{date} · {shown} purchase",
            "{date} · {shown} purchases",
            past.result.added,
            date=day,
            shown=formats.number(words, past.result.added),
        )
    if past.kind == "catalogue":
        return words.count(
            "{date} · {shown} item",
            "{date} · {shown} items",
            past.result.added + past.result.updated,
            date=day,
            shown=formats.number(words, past.result.added + past.result.updated),
        )
    return words.count(
        "{date} · {shown} card",
        "{date} · {shown} cards",
        past.result.added + past.result.updated,
        date=day,
        shown=formats.number(words, past.result.added + past.result.updated),
    )


def taken_back_words(words: Words, kept: int) -> str:
    """The message after an import was taken back."""
    if not kept:
        return words.say("The import is undone.")
    return words.count(
        "The import is undone; {number} card already in use was kept.",
        "The import is undone; {number} cards already in use were kept.",
        kept,
    )
