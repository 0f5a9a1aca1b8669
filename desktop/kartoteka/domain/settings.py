"""The shop's settings: one frozen value, with the names that the command line uses."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from itertools import pairwise
from typing import Any

from kartoteka.domain.backs import BackWish
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.mail import MEASURES, CodeKind, EnvelopeSize, Labels
from kartoteka.domain.money import MINOR_UNITS
from kartoteka.domain.rhythm import Factors
from kartoteka.domain.typed import read_yes_or_no

COUNTRIES = ("bg", "ru", "other")
CURRENCY_OF = {"bg": "EUR", "ru": "RUB", "other": "EUR"}
LANGUAGE_OF = {"bg": "bg", "ru": "ru", "other": "en"}

_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_SITE = re.compile(r"[^\s/@]+\.[^\s/@.]{2,}(?:/\S*)?")
_LINK = re.compile(r"https://[^\s/@]+\.[^\s/@.]{2,}(?:/\S*)?", re.IGNORECASE)
LONGEST = 500
"""Characters in one setting: an address fits, a pasted page does not."""


@dataclass(eq=False)
class BadSetting(RuleBroken):
    """A setting refuses a value; `why` is one of the codes in `WHY`."""

    key: str
    value: str
    why: str


WHY = (
    "unknown key",
    "empty",
    "too long",
    "not one of",
    "not yes or no",
    "not a number",
    "too small",
    "too large",
    "not in order",
    "wrong length",
    "wrong digits",
    "only zeros",
    "wrong check digit",
    "wrong format",
    "sales exist",
    "wrong prefix",
    "wrong bank number",
    "not a folder",
)
"""Every code that BadSetting may carry; 'not in order': the factors of rhythm must grow."""


@dataclass(frozen=True, slots=True)
class ShopDetails:
    """Who the shop is, as its papers say it; keys 'shop.…' on the command line."""

    name: str = ""
    address: str = ""
    phone: str = ""
    country: str = "other"
    """bg, ru or other."""
    currency: str = "EUR"
    language: str = "en"
    tax_id: str = ""
    kpp: str = ""
    vat_id: str = ""
    vat_registered: bool = False
    vat_rate: Decimal | None = None
    """The usual rate of this shop's goods, percent; None: no VAT on the papers."""
    regime: str = ""
    """The tax regime of a Russian shop (see `regimes.py`); empty: as its VAT says."""
    iban: str = ""
    bic: str = ""
    bank: str = ""
    account: str = ""
    corr_account: str = ""
    place: str = ""
    """Where its deals are made, for Bulgarian invoices; empty: not said."""
    responsible: str = ""
    """МОЛ or руководитель; the name under the papers."""
    legal_name: str = ""
    """Name of the firm or sole trader when it differs from the sign over the door."""
    owner_contact: str = ""
    """Name and phone for praise and complaints on the back; empty: responsible and phone."""
    email: str = ""
    site: str = ""
    latin_name: str = ""
    """The payee in payment codes of banks; empty: the name in Latin letters by the rules."""
    payment_link: str = ""
    """A page of the shop's own where it is paid (СБП and the like), as a code on papers."""
    logo: str = ""
    """The picture on new papers by its hash; empty: the letter of the name."""

    @property
    def reachable(self) -> bool:
        """Whether a client is told how to write, call or come; a name alone is no way."""
        told = any(sign.isdigit() or sign == "@" for sign in self.owner_contact)
        return told or any((self.phone, self.email, self.site, self.address))


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the owner can set."""

    shop: ShopDetails = field(default_factory=ShopDetails)
    rhythm: Factors = field(default_factory=Factors)
    rhythm_kind: str = "auto"
    """auto: the program tells whether clients buy once; on or off: the owner decided."""
    backup_folder: str = ""
    paper_size: str = "a5"
    theme: str = "auto"
    """auto, light or dark."""
    personal_numbers: bool = False
    """Whether a person's own number (ЕГН, ЛНЧ) stands on an invoice."""
    prices_include_vat: bool = True
    """Whether the prices at the till have VAT in them; else it comes on top."""
    least_margin: Decimal | None = None
    """Percent of a price without VAT below which the till warns; None: only below cost."""
    labels: Labels = field(default_factory=Labels)
    envelope: EnvelopeSize = EnvelopeSize.DL
    card_code: CodeKind = CodeKind.BARS
    back: BackWish = BackWish.AUTO
    """What stands on the back of papers."""


def for_country(name: str, country: str, currency: str = "") -> Settings:
    """The settings of a new shop; without a currency the country's own. Raises BadSetting."""
    settings = changed(Settings(), {"shop.name": name, "shop.country": country})
    home = settings.shop.country
    return changed(
        settings,
        {
            "shop.currency": currency or CURRENCY_OF[home],
            "shop.language": LANGUAGE_OF[home],
        },
    )


def keys() -> tuple[str, ...]:
    """Every key, in the order in which they are shown."""
    return tuple(_KEYS)


def shown(settings: Settings) -> dict[str, str]:
    """Every key with its value as text; `changed` reads each back as the same value."""
    return {key: _text(_value(settings, setting.path)) for key, setting in _KEYS.items()}


def changed(settings: Settings, changes: Mapping[str, str]) -> Settings:
    """All `changes` together on `settings`; raises BadSetting and changes nothing when one is bad.

    They are judged together, so factors may cross on the way and a number may need its country.
    """
    for key, value in changes.items():
        settings = _with(settings, key, value)
    _require_order(settings, changes)
    return settings


def settings_from(values: Mapping[str, str]) -> Settings:
    """Settings from stored text; what this program does not understand keeps its default."""
    settings = Settings()
    for key, value in values.items():
        try:
            settings = _with(settings, key, value)
        except BadSetting:
            continue
    return settings


class _Refused(Exception):  # noqa: N818 - becomes BadSetting once the key is known
    """A reader's objection."""


@dataclass(frozen=True, slots=True)
class _Setting:
    """Where a key's value lives in Settings, and how its text is read."""

    path: str
    read: Callable[[str], Any]


def _with(settings: Settings, key: str, text: str) -> Settings:
    setting = _KEYS.get(key)
    if setting is None:
        raise BadSetting(key, text, "unknown key")
    try:
        value = setting.read(" ".join(text.split()))
    except _Refused as refusal:
        raise BadSetting(key, text, str(refusal)) from None
    group, _, name = setting.path.rpartition(".")
    if not group:
        return replace(settings, **{name: value})
    return replace(settings, **{group: replace(getattr(settings, group), **{name: value})})


def _value(settings: Settings, path: str) -> object:
    value: object = settings
    for name in path.split("."):
        value = getattr(value, name)
    return value


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _plain(text: str) -> str:
    if len(text) > LONGEST:
        raise _Refused("too long")
    return text


def _required(text: str) -> str:
    if not text:
        raise _Refused("empty")
    return _plain(text)


def _one_of(*choices: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        for choice in choices:
            if text.casefold() == choice.casefold():
                return choice
        raise _Refused("not one of")

    return read


def _choice(choices: type[StrEnum]) -> Callable[[str], StrEnum]:
    return lambda text: choices(_one_of(*choices)(text))


def _back(text: str) -> BackWish:
    """An offer comes first by itself; wishing for it once meant to show it again, which is over."""
    wish = BackWish(_one_of(*BackWish)(text))
    return BackWish.AUTO if wish is BackWish.OFFER else wish


def _yes_or_no(text: str) -> bool:
    answer = read_yes_or_no(text)
    if answer is None:
        raise _Refused("not yes or no")
    return answer


def _decimal(text: str) -> Decimal:
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise _Refused("not a number") from None
    if not value.is_finite():
        raise _Refused("not a number")
    return value


def _between(least: str, most: str) -> Callable[[str], Decimal]:
    def read(text: str) -> Decimal:
        value = _decimal(text)
        if value < Decimal(least):
            raise _Refused("too small")
        if value > Decimal(most):
            raise _Refused("too large")
        return value

    return read


def _factor(text: str) -> float:
    return float(_between("0.1", "100")(text))


def _whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        value = _between(str(least), str(most))(text)
        if value != int(value):
            raise _Refused("not a number")
        return int(value)

    return read


def _rate(text: str) -> Decimal | None:
    return _between("0", "100")(text.removesuffix("%").rstrip()) if text else None


def _number(text: str) -> str:
    """Numbers of offices and banks are typed in groups and kept without spaces."""
    return _plain(text.replace(" ", "").upper())


def _email(text: str) -> str:
    if text and not _EMAIL.fullmatch(text):
        raise _Refused("wrong format")
    return _plain(text)


def _site(text: str) -> str:
    """As it is printed: without https:// before it and a stroke after it."""
    plain = re.sub(r"(?i)^https?://", "", text).rstrip("/")
    if plain and not _SITE.fullmatch(plain):
        raise _Refused("wrong format")
    return _plain(plain)


def _latin(text: str) -> str:
    if not text.isascii():
        raise _Refused("wrong format")
    return _plain(text)


def _link(text: str) -> str:
    """Only a page that is sealed on its way: money goes there."""
    if text and not _LINK.fullmatch(text):
        raise _Refused("wrong format")
    return _plain(text)


def _require_order(settings: Settings, changes: Mapping[str, str]) -> None:
    rhythm = settings.rhythm
    steps = (rhythm.due_after, rhythm.cooling_after, rhythm.quiet_after, rhythm.lost_after)
    if any(later <= earlier for earlier, later in pairwise(steps)):
        key = next((key for key in changes if key.startswith("rhythm.")), "rhythm.quiet_after")
        raise BadSetting(key, changes.get(key, ""), "not in order")


_KEYS: dict[str, _Setting] = {
    "shop.name": _Setting("shop.name", _required),
    "shop.address": _Setting("shop.address", _plain),
    "shop.phone": _Setting("shop.phone", _plain),
    "shop.country": _Setting("shop.country", _one_of(*COUNTRIES)),
    "shop.currency": _Setting("shop.currency", _one_of(*MINOR_UNITS)),
    "shop.language": _Setting("shop.language", _one_of("en", "ru", "bg")),
    "shop.tax_id": _Setting("shop.tax_id", _number),
    "shop.kpp": _Setting("shop.kpp", _number),
    "shop.vat_id": _Setting("shop.vat_id", _number),
    "shop.vat_registered": _Setting("shop.vat_registered", _yes_or_no),
    "shop.vat_rate": _Setting("shop.vat_rate", _rate),
    "shop.regime": _Setting("shop.regime", _one_of("", "osno", "usn", "usn5", "usn7", "npd")),
    "shop.iban": _Setting("shop.iban", _number),
    "shop.bic": _Setting("shop.bic", _number),
    "shop.bank": _Setting("shop.bank", _plain),
    "shop.account": _Setting("shop.account", _number),
    "shop.corr_account": _Setting("shop.corr_account", _number),
    "shop.place": _Setting("shop.place", _plain),
    "shop.responsible": _Setting("shop.responsible", _plain),
    "shop.legal_name": _Setting("shop.legal_name", _plain),
    "shop.owner_contact": _Setting("shop.owner_contact", _plain),
    "shop.email": _Setting("shop.email", _email),
    "shop.site": _Setting("shop.site", _site),
    "shop.latin_name": _Setting("shop.latin_name", _latin),
    "shop.payment_link": _Setting("shop.payment_link", _link),
    "shop.logo": _Setting("shop.logo", _plain),
    "rhythm.kind": _Setting("rhythm_kind", _one_of("auto", "on", "off")),
    "rhythm.due_after": _Setting("rhythm.due_after", _factor),
    "rhythm.cooling_after": _Setting("rhythm.cooling_after", _factor),
    "rhythm.quiet_after": _Setting("rhythm.quiet_after", _factor),
    "rhythm.lost_after": _Setting("rhythm.lost_after", _factor),
    "rhythm.lost_days": _Setting("rhythm.lost_days", _whole(30, 3650)),
    "backup.folder": _Setting("backup_folder", _plain),
    "paper.size": _Setting("paper_size", _one_of("a4", "a5")),
    "paper.personal_numbers": _Setting("personal_numbers", _yes_or_no),
    "paper.back": _Setting("back", _back),
    "labels.columns": _Setting("labels.columns", _whole(1, 8)),
    "labels.rows": _Setting("labels.rows", _whole(1, 24)),
    **{f"labels.{each}": _Setting(f"labels.{each}", _between("0", "100")) for each in MEASURES[2:]},
    "envelope.size": _Setting("envelope", _choice(EnvelopeSize)),
    "card.code": _Setting("card_code", _choice(CodeKind)),
    "look.theme": _Setting("theme", _one_of("auto", "light", "dark")),
    "till.prices_include_vat": _Setting("prices_include_vat", _yes_or_no),
    "till.least_margin": _Setting("least_margin", _rate),
}
