"""A row of a client list read as a card; what cannot be read refuses the row with the reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from kartoteka.domain.clients import (
    Address,
    Birthday,
    Channel,
    Client,
    ContactPerson,
    Kind,
    Messenger,
    Phone,
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
_LANGUAGES = {"ru": r"ru|рус", "bg": r"bg|бълг|болг", "en": r"en|англ"}


@dataclass(frozen=True, slots=True)
class ReadClient:
    """A card as a row tells it, and what only the book can make sense of."""

    client: Client
    number: str = ""
    """The client's number in the list that the row is from."""
    recommended_by: str = ""


@dataclass(slots=True)
class _Draft:
    """What the cells of a row add up to."""

    values: dict[str, str] = field(default_factory=dict)
    phones: list[Phone] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    messengers: list[Messenger] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class ClientReader:
    """Reads the rows of one table, whose columns hold `fields`."""

    def __init__(
        self,
        header: Sequence[str],
        fields: Sequence[str],
        samples: Sequence[Sequence[str]],
        country: str,
        today: date,
    ) -> None:
        """`samples` are the first rows: they tell 12/31 from 31/12; `country` reads phones."""
        self._header = header
        self._country = country
        self._today = today
        self._columns = [(at, each) for at, each in enumerate(fields) if each]
        self._heading = {each: header[at] for at, each in self._columns}
        self._family_first = plain_heading(self._heading.get("name", "")) in _FAMILY_FIRST
        days = [at for at, each in self._columns if each == "birthday"]
        column = [row[at] for at in days for row in samples if at < len(row)]
        self._month_first = dates.month_comes_first(column)

    def read(self, cells: Sequence[str]) -> ReadClient:
        """The card on a row; raises Refused."""
        if len(cells) > len(self._header) and any(cells[len(self._header) :]):
            raise Refused("columns")
        draft = _Draft()
        for at, name in self._columns:
            if at < len(cells) and (text := cells[at].strip()):
                self._take(draft, name, as_written(text), self._header[at])
        client = self._client(draft)
        if not (client.name or client.middle or client.phones or client.emails or client.card):
            raise Refused("empty")
        values = draft.values
        return ReadClient(client, values.get("id", ""), values.get("recommended_by", ""))

    def _take(self, draft: _Draft, name: str, text: str, heading: str) -> None:
        match name:
            case "phone":
                draft.phones.extend(read_phones(text, self._country))
                if not any(char.isdigit() for char in text) and fold(text) not in _NOTHING:
                    draft.notes.append(text)
            case "email":
                draft.emails.extend(_split(text))
            case "messenger":
                draft.messengers.extend(_messenger(each, heading) for each in _lines(text))
            case "likes" | "dislikes" | "size":
                draft.tags.extend(Tag(TagKind(name), each) for each in _split(text))
            case "notes":
                draft.notes.append(text)
            case _:
                draft.values[name] = text

    def _client(self, draft: _Draft) -> Client:
        get = draft.values.get
        kind, family, given, middle, company = self._names(draft)
        return Client(
            kind=kind,
            family=family,
            given=given,
            middle=middle,
            called=get("called", ""),
            company=company,
            tax=TaxNumbers(get("tax_id", ""), get("vat_id", ""), get("kpp", ""), get("ogrn", "")),
            address=Address(
                get("street", ""), get("city", ""), get("postcode", ""), get("country", "")
            ),
            people=tuple(ContactPerson(each) for each in _lines(get("person", ""))),
            phones=tuple(dict.fromkeys(draft.phones)),
            emails=tuple(dict.fromkeys(draft.emails)),
            messengers=tuple(draft.messengers),
            preferred=_one_of(_CHANNELS, get("preferred", "")),
            hours=get("hours", ""),
            language=_one_of(_LANGUAGES, get("language", "")) or "",
            birthday=self._birthday(get("birthday", "")),
            name_day=self._name_day(get("name_day", "")),
            tags=tuple(dict.fromkeys(draft.tags)),
            notes="\n".join(draft.notes),
            source=get("source", ""),
            penetration=self._penetration(get("penetration", "")),
            do_not_contact=fold(get("do_not_contact", "")) in _YES,
            card=get("card", ""),
            added_on=self._added_on(get("added_on", "")),
        )

    def _names(self, draft: _Draft) -> tuple[Kind, str, str, str, str]:
        get = draft.values.get
        family, given, middle = get("family", ""), get("given", ""), get("middle", "")
        company, whole = get("company", ""), " ".join(get("name", "").split())
        if whole and not company and names.looks_like_company(whole):
            company, whole = whole, ""
        elif whole and not (family or given):
            family, given, middle = names.split_name(whole, family_first=self._family_first)
            middle = middle or get("middle", "")
        said = fold(get("kind", ""))
        is_company = said in ("company", "компания", "организация", "фирма") or (
            bool(company) and not said
        )
        if is_company and company and (family or given) and not said:
            who = " ".join(part for part in (given, middle, family) if part)
            draft.values.setdefault("person", who)
            family = given = middle = ""
        return Kind.COMPANY if is_company else Kind.PERSON, family, given, middle, company

    def _birthday(self, text: str) -> Birthday | None:
        if not text or text in _NOTHING:
            return None
        try:
            return dates.read_birthday(text, self._today, month_first=self._month_first)
        except dates.NoDate as broken:
            raise Refused(broken.why, self._heading["birthday"], text) from None

    def _name_day(self, text: str) -> str:
        if not text or text == "none":
            return text
        try:
            day = dates.read_birthday(_with_year_dashes(text), self._today)
        except dates.NoDate as broken:
            raise Refused(broken.why, self._heading["name_day"], text) from None
        return f"{day.month:02}-{day.day:02}"

    def _added_on(self, text: str) -> date | None:
        if not text:
            return None
        try:
            return dates.read_day(text, self._today)
        except dates.NoDate as broken:
            raise Refused(broken.why, self._heading["added_on"], text) from None

    def _penetration(self, text: str) -> int | None:
        if not text:
            return None
        plain = fold(text).rstrip("% ")
        if plain in _SHARES:
            return _SHARES[plain]
        if plain.isdecimal() and int(plain) <= 100:
            return int(plain)
        raise Refused("percent", self._heading["penetration"], text)


_FAMILY_FIRST = frozenset(
    {"фио", "ф и о", "фамилия имя", "фамилия имя отчество", "фамилия и имя", "клиент", "покупатель"}
)


def _lines(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def _split(text: str) -> list[str]:
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
