"""A row of a client list read as a card; a field that cannot be read is kept as a note."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Any, TypeVar

from kartoteka.domain.clients import (
    Address,
    Birthday,
    Channel,
    Client,
    ContactPerson,
    Kind,
    Messenger,
    Tag,
    TagKind,
    TaxNumbers,
)
from kartoteka.domain.folding import fold
from kartoteka.domain.phones import read_phones
from kartoteka.exchange import dates, names
from kartoteka.exchange.headings import plain_heading
from kartoteka.exchange.inert import as_written
from kartoteka.exchange.refused import Refused

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}")
_PARTS = re.compile(r"[,;\n]")
_NOTHING = frozenset({"", "-", "–", "—", "нет", "няма", "no", "none", "n/a", "0", "."})
_YES = frozenset({"1", "да", "yes", "true", "y", "x", "+"})
_SHARES = {
    "only here": 100, "только у нас": 100, "только здесь": 100, "само тук": 100,
    "mostly": 70, "в основном": 70, "чаще здесь": 70, "предимно тук": 70,
    "sometimes": 30, "иногда": 30, "понякога": 30,
}  # fmt: skip
_CHANNELS = {
    Channel.CALL: r"call|phone|звон|телефон|обажд",
    Channel.SMS: r"sms|смс",
    Channel.EMAIL: r"e-?mail|почт[аы] эл|имейл|мейл|электр",
    Channel.POST: r"post|mail|letter|письм|почт|поща",
    Channel.MESSENGER: r"messenger|мессендж|telegram|whats|viber|вайбер|месинджър",
}
_Answer = TypeVar("_Answer")
_COMPANIES = frozenset({"company", "компания", "организация", "фирма"})
_WHOLE_NAMES = frozenset({"name", "company", "kind"})
_TAX = frozenset({"tax_id", "vat_id", "kpp", "ogrn"})
_ADDRESS = frozenset({"street", "city", "postcode", "country"})
_GATHERED = ("tags", "notes", "person")
"""What a row may tell without a column of that name."""
_DAYS_KEPT = 4096
"""Birthdays that are read once: a list of clients has no more different ones at a time."""
_LANGUAGES = {"ru": r"ru|рус", "bg": r"bg|бълг|болг", "en": r"en|англ"}


_Told = dict[str, Any]
"""What the cells of a row add up to: a field's text, or a list where it may come more than once."""

_Take = Callable[[_Told, str], None]
_Make = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class ReadClient:
    """A card as a row tells it, and what only the book can make sense of."""

    told: dict[str, Any]
    """The fields of the card that the row tells, as `Client` takes them."""
    number: str = ""
    """The client's number in the list that the row is from."""
    recommended_by: str = ""
    unread: tuple[Refused, ...] = ()
    """Fields that cannot be read; they are in the notes of the card, as they were written."""

    @property
    def client(self) -> Client:
        """The card, not yet in the book."""
        return Client(**self.told)


class ClientReader:
    """Reads the rows of one table, whose columns hold `fields`.

    What to do with a column is decided once, not for every cell.
    """

    def __init__(
        self,
        header: Sequence[str],
        fields: Sequence[str],
        samples: Sequence[Sequence[str]],
        country: str,
        today: date,
    ) -> None:
        """`samples` are the first rows: they tell 12/31 from 31/12; `country` reads phones."""
        self._width = len(header)
        self._country = country
        self._today = today
        columns = [(at, each) for at, each in enumerate(fields) if each]
        self._columns = [(at, each, self._taker(each, header[at])) for at, each in columns]
        self._heading = {each: header[at] for at, each in columns}
        self._has_parts_only = _WHOLE_NAMES.isdisjoint(self._heading)
        self._has_tax = not _TAX.isdisjoint(self._heading)
        self._has_address = not _ADDRESS.isdisjoint(self._heading)
        self._makers = [each for each in self._all_makers() if each[0] in {*fields, *_GATHERED}]
        self._family_first = plain_heading(self._heading.get("name", "")) in _FAMILY_FIRST
        days = [at for at, each in columns if each == "birthday"]
        column = [row[at] for at in days for row in samples if at < len(row)]
        self._read_birthday = lru_cache(_DAYS_KEPT)(
            partial(dates.read_birthday, today=today, month_first=dates.month_comes_first(column))
        )

    def read(self, cells: Sequence[str]) -> ReadClient:
        """The card on a row; raises Refused."""
        width = len(cells)
        if width > self._width and any(cells[self._width :]):
            raise Refused("columns")
        told: _Told = {}
        for at, name, take in self._columns:
            if at < width and (text := cells[at].strip()):
                text = as_written(text)
                if take:
                    take(told, text)
                else:
                    told[name] = text
        card, unread = self._card(told)
        if not _says_who(card):
            raise Refused("empty")
        return ReadClient(card, told.get("id", ""), told.get("recommended_by", ""), unread)

    def _taker(self, name: str, heading: str) -> _Take | None:
        """How the cells of a column are gathered; None: the text is the field's, the last wins."""
        match name:
            case "phone":
                return self._take_phone
            case "email":
                return lambda told, text: _gather(told, "email", _split(text))
            case "messenger":
                return lambda told, text: _gather(
                    told, "messenger", [_messenger(each, heading) for each in _lines(text)]
                )
            case "likes" | "dislikes" | "size":
                kind = TagKind(name)
                return lambda told, text: _gather(
                    told, "tags", [Tag(kind, each) for each in _split(text)]
                )
            case "notes":
                return lambda told, text: _gather(told, "notes", [text])
        return None

    def _take_phone(self, told: _Told, text: str) -> None:
        phones = read_phones(text, self._country)
        if phones:
            _gather(told, "phone", phones)
        elif not any(char.isdigit() for char in text) and fold(text) not in _NOTHING:
            _gather(told, "notes", [text])

    def _all_makers(self) -> list[tuple[str, str, _Make]]:
        """What is told, the field of the card, and how one becomes the other.

        One that cannot be read raises Refused.
        """
        return [
            ("called", "called", str),
            ("person", "people", lambda text: tuple(ContactPerson(each) for each in _lines(text))),
            ("phone", "phones", _each_once),
            ("email", "emails", _each_once),
            ("messenger", "messengers", tuple),
            ("preferred", "preferred", lambda text: _one_of(_CHANNELS, text)),
            ("hours", "hours", str),
            ("language", "language", lambda text: _one_of(_LANGUAGES, text) or ""),
            ("birthday", "birthday", self._birthday),
            ("name_day", "name_day", self._name_day),
            ("tags", "tags", _each_once),
            ("notes", "notes", "\n".join),
            ("source", "source", str),
            ("penetration", "penetration", self._penetration),
            ("do_not_contact", "do_not_contact", lambda text: fold(text) in _YES),
            ("card", "card", self._card_number),
            ("added_on", "added_on", self._added_on),
        ]

    def _card(self, told: _Told) -> tuple[dict[str, Any], tuple[Refused, ...]]:
        get = told.get
        card = self._names(told)
        if self._has_tax:
            card["tax"] = TaxNumbers(
                get("tax_id", ""), get("vat_id", ""), get("kpp", ""), get("ogrn", "")
            )
        if self._has_address:
            card["address"] = Address(
                get("street", ""), get("city", ""), get("postcode", ""), get("country", "")
            )
        unread = self._wrong_emails(told) if "email" in told else []
        for name, field_name, make in self._makers:
            if name in told:
                try:
                    card[field_name] = make(told[name])
                except Refused as why:
                    unread.append(why)
        if unread:
            kept = [f"{each.column}: {each.value}" for each in unread]
            card["notes"] = "\n".join(filter(None, [card.get("notes", ""), *kept]))
        return card, tuple(unread)

    def _names(self, told: _Told) -> dict[str, Any]:
        """The kind of client and the parts of the name."""
        get = told.get
        family, given, middle = get("family", ""), get("given", ""), get("middle", "")
        if self._has_parts_only:
            return {"family": family, "given": given, "middle": middle}
        company, whole = get("company", ""), " ".join(get("name", "").split())
        if whole and not company and names.looks_like_company(whole):
            company, whole = whole, ""
        elif whole and not (family or given):
            family, given, middle = names.split_name(whole, family_first=self._family_first)
            middle = middle or get("middle", "")
        said = fold(get("kind", ""))
        is_company = said in _COMPANIES or (bool(company) and not said)
        if is_company and company and (family or given) and not said:
            who = " ".join(part for part in (given, middle, family) if part)
            told.setdefault("person", who)
            family = given = middle = ""
        return {
            "kind": Kind.COMPANY if is_company else Kind.PERSON,
            "family": family,
            "given": given,
            "middle": middle,
            "company": company,
        }

    def _birthday(self, text: str) -> Birthday | None:
        if text in _NOTHING:
            return None
        try:
            return self._read_birthday(text)
        except dates.NoDate as broken:
            raise Refused(broken.why, self._heading["birthday"], text) from None

    def _wrong_emails(self, told: _Told) -> list[Refused]:
        """Leave the addresses that can be written to; each other one is a field of its own."""
        found = told.get("email", [])
        told["email"] = [text for text in found if _EMAIL.fullmatch(text)]
        return [
            Refused("not an e-mail", self._heading["email"], text)
            for text in found
            if text not in told["email"]
        ]

    def _card_number(self, text: str) -> str:
        if not any(char.isdigit() for char in text):
            raise Refused("not a card", self._heading["card"], text)
        return text

    def _name_day(self, text: str) -> str:
        if text == "none":
            return text
        try:
            day = dates.read_birthday(_with_year_dashes(text), self._today)
        except dates.NoDate as broken:
            raise Refused(broken.why, self._heading["name_day"], text) from None
        return f"{day.month:02}-{day.day:02}"

    def _added_on(self, text: str) -> date:
        try:
            return dates.read_day(text, self._today)
        except dates.NoDate as broken:
            raise Refused(broken.why, self._heading["added_on"], text) from None

    def _penetration(self, text: str) -> int:
        plain = fold(text).rstrip("% ")
        if plain in _SHARES:
            return _SHARES[plain]
        if plain.isdecimal() and int(plain) <= 100:
            return int(plain)
        raise Refused("percent", self._heading["penetration"], text)


_FAMILY_FIRST = frozenset(
    {"фио", "ф и о", "фамилия имя", "фамилия имя отчество", "фамилия и имя", "клиент", "покупатель"}
)


def _gather(told: _Told, name: str, found: Iterable[Any]) -> None:
    told.setdefault(name, []).extend(found)


def _each_once(found: list[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)


def _says_who(card: dict[str, Any]) -> bool:
    """Whether there is anything to call the client by."""
    is_company = card.get("kind") is Kind.COMPANY
    name = card["company"] if is_company else card["given"] or card["family"]
    return bool(
        name or card["middle"] or card.get("phones") or card.get("emails") or card.get("card")
    )


def _lines(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def _split(text: str) -> list[str]:
    if not _PARTS.search(text):
        return [text]
    return [part.strip() for part in _PARTS.split(text) if part.strip()]


def _messenger(text: str, heading: str) -> Messenger:
    """'Telegram: @olga' says its service itself; else the column's heading does."""
    service, colon, handle = text.partition(":")
    if colon and handle.strip() and " " not in service.strip() and service != "http":
        return Messenger(service.strip(), handle.strip())
    return Messenger("" if heading == "messenger" else heading, text)


def _with_year_dashes(text: str) -> str:
    """'05-06' of our own files is a month and a day."""
    return f"--{text}" if re.fullmatch(r"\d\d-\d\d", text) else text


def _one_of(table: dict[_Answer, str], text: str) -> _Answer | None:
    plain = fold(text)
    if plain:
        for answer, pattern in table.items():
            if re.match(pattern, plain):
                return answer
    return None
