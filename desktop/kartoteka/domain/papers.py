"""Rules of papers: kinds, runs of numbers, what must stand on them, and limits of notes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from kartoteka.domain.clients import Client, Kind
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.money import Money, euros, total
from kartoteka.domain.settings import ShopDetails
from kartoteka.domain.tax import is_from_abroad


class PaperKind(StrEnum):
    """Papers that have a number."""

    RECEIPT = "receipt"
    INVOICE = "invoice"
    PROFORMA = "proforma"
    CREDIT_NOTE = "credit_note"
    DEBIT_NOTE = "debit_note"


NOTES = frozenset({PaperKind.CREDIT_NOTE, PaperKind.DEBIT_NOTE})
NOTE_WITHIN_DAYS = 5
"""ЗДДС чл. 113 ал. 4, чл. 115 ал. 1: an invoice or note is issued within five days."""
LARGEST_NUMBER = 9_999_999_999


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A run of numbers without gaps; several kinds of paper may share one.

    Bulgaria: ten digits, never restarted, invoices and notes in one run, proformas in their own
    (ППЗДДС чл. 78). Russia: free, restarting each year is usual.
    """

    range: str
    """Its name: receipt, invoice, proforma, or what the owner calls a second one."""
    first: int = 1
    last: int | None = None
    """The last number that may be given; None: no end but that of the digits."""
    digits: int = 0
    """Leading zeros up to so many digits; 0: as it is."""
    prefix: str = ""
    yearly: bool = False
    fixed: bool = False
    """The law, or the till, sets digits, prefix and restart; the owner only where it goes on."""

    @property
    def end(self) -> int:
        """The last number that this run can have."""
        ends = [LARGEST_NUMBER] + ([self.last] if self.last is not None else [])
        return min(ends + ([int("9" * self.digits)] if self.digits else []))


@dataclass(frozen=True, slots=True)
class Missing:
    """A thing that must stand on a paper and is not known; `of` is shop, client or paper."""

    of: str
    field: str
    """name, address, tax_id, vat_id, vat_rate, bank, bic, account, corr_account; of a paper
    ground, vat_ground, client."""


@dataclass(frozen=True, slots=True)
class Amended:
    """The issued paper that a note changes, and why."""

    number: str
    issued_on: date
    ground: str
    in_leva: bool = False
    """It was issued before the euro, and the note tells euros."""


@dataclass(eq=False)
class NumberRangeUsedUp(RuleBroken):
    """The last number of a range is given; `range` is its name."""

    range: str
    last: int


@dataclass(eq=False)
class PaperNotComplete(RuleBroken):
    """What must stand on a paper of this kind is not known; no number was taken."""

    kind: PaperKind
    missing: tuple[Missing, ...]


@dataclass(eq=False)
class CreditTooLarge(RuleBroken):
    """A credit note takes back more than is left of its invoice."""

    number: str
    asked: Money
    left: Money


@dataclass(eq=False)
class NoteWithoutGround(RuleBroken):
    """A note or an annulment does not say why."""


@dataclass(eq=False)
class NoteOfWrongPaper(RuleBroken):
    """Only an issued invoice that stands can be changed by a note; `kind` is what it is."""

    kind: str
    number: str


@dataclass(eq=False)
class PaperAnnulled(RuleBroken):
    """The paper was annulled; its number stays, and a new one is to be issued."""

    number: str


@dataclass(eq=False)
class DebitNoteNotHere(RuleBroken):
    """Debit notes are a Bulgarian form; elsewhere another invoice is issued."""


@dataclass(eq=False)
class InvoiceOfReturn(RuleBroken):
    """What came back is not invoiced: a credit note of the sale's invoice tells it."""

    number: int | None


@dataclass(eq=False)
class NoInvoiceToChange(RuleBroken):
    """The sale has no standing invoice that a note could change."""

    sale: str


@dataclass(eq=False)
class PaperHasNotes(RuleBroken):
    """An invoice with a standing note is not annulled before the note is."""

    number: str
    note: str


@dataclass(eq=False)
class ReceiptNotAnnulled(RuleBroken):
    """A receipt is annulled by declaring its sale void."""

    number: str


def standard_series(country: str) -> dict[PaperKind, Series]:
    """The run of each kind as the country expects it; the owner may change them."""
    digits = 10 if country == "bg" else 0
    yearly = country == "ru"
    invoice = Series(range="invoice", digits=digits, yearly=yearly, fixed=country == "bg")
    note = invoice if country == "bg" else Series(range="note", yearly=yearly)
    return {
        PaperKind.RECEIPT: Series(range="receipt", fixed=True),
        PaperKind.INVOICE: invoice,
        PaperKind.PROFORMA: Series(range="proforma", digits=digits, yearly=yearly),
        PaperKind.CREDIT_NOTE: note,
        PaperKind.DEBIT_NOTE: note,
    }


def shown_number(series: Series, number: int) -> str:
    """The number as it stands on the paper."""
    return f"{series.prefix}{number:0{series.digits}d}"


def restarted(series: Series, upcoming: int, year: int | None, on: date) -> tuple[int, int | None]:
    """The next number of a run on a day, and the year that it counts in (None: it never restarts).

    `upcoming` and `year` are what the book has. A day of a past year goes on in the newer one, so
    that no number comes twice. Raises NumberRangeUsedUp.
    """
    if series.yearly and (year is None or on.year > year):
        number, year = (series.first if year is not None else max(series.first, upcoming)), on.year
    else:
        number, year = max(series.first, upcoming), (year if series.yearly else None)
    if number > series.end:
        raise NumberRangeUsedUp(series.range, series.end)
    return number, year


def needs_vat_ground(shop: ShopDetails, rates: Iterable[Decimal | None]) -> bool:
    """Whether a paper with lines of these rates must say why no VAT is charged (ЗДДС чл. 114).

    None: the usual rate of the shop.
    """
    if shop.country != "bg" or not shop.vat_registered:
        return False
    return any((shop.vat_rate if rate is None else rate) == 0 for rate in rates)


def missing_for(
    kind: PaperKind,
    shop: ShopDetails,
    client: Client | None,
    ground: str = "",
    vat_ground: str | None = None,
) -> tuple[Missing, ...]:
    """What must stand on a paper and is not known, by the country of the shop.

    Bulgaria: ЗДДС чл. 114 ал. 1 and 4. Russia: what a bank needs to take the payment. A receipt
    asks for nothing but the shop's name. `vat_ground`: why no VAT is charged, None where all of it
    is taxed.
    """
    missing = _missing_of_shop(kind, shop)
    if kind is not PaperKind.RECEIPT:
        missing += _missing_of_client(shop.country, client)
    if kind in NOTES and not ground.strip():
        missing.append(Missing("paper", "ground"))
    if kind is not PaperKind.RECEIPT and vat_ground is not None and not vat_ground.strip():
        missing.append(Missing("paper", "vat_ground"))
    return tuple(missing)


def require_complete(
    kind: PaperKind,
    shop: ShopDetails,
    client: Client | None,
    ground: str = "",
    vat_ground: str | None = None,
) -> None:
    """Raise PaperNotComplete with everything that is missing, before a number is taken."""
    missing = missing_for(kind, shop, client, ground, vat_ground)
    if missing:
        raise PaperNotComplete(kind, missing)


def credit_left(
    invoiced: Money, credited: Sequence[Money], debited: Sequence[Money], currency: str = ""
) -> Money:
    """What is left of an invoice after its notes; all sums are positive.

    `currency` EUR: an invoice in BGN may have notes in both. What was credited in leva is added up
    before it is converted, as its returns are, so that all of them together come to the invoice.
    """
    own = invoiced.currency
    added, taken = (invoiced, *debited), tuple(credited)
    if currency in ("", own):
        return total(added, own) - total(taken, own)
    left = euros(_in(own, added)) - euros(_in(own, taken))
    return left + _in(currency, added) - _in(currency, taken)


def _in(currency: str, amounts: Iterable[Money]) -> Money:
    return total((each for each in amounts if each.currency == currency), currency)


def check_credit(number: str, asked: Money, left: Money) -> None:
    """Raise CreditTooLarge when a credit note would take back more than is left."""
    if left < asked:
        raise CreditTooLarge(number, asked, left)


def check_amended(kind: PaperKind, amended: Amended, amended_kind: str, *, annulled: bool) -> None:
    """Raise why a note cannot change this paper."""
    if kind not in NOTES or amended_kind != PaperKind.INVOICE:
        raise NoteOfWrongPaper(amended_kind, amended.number)
    if annulled:
        raise PaperAnnulled(amended.number)
    if not amended.ground.strip():
        raise NoteWithoutGround


def is_late(country: str, event_on: date, issued_on: date) -> bool:
    """Whether the days in which the law wants this paper are over (a hint, never a refusal)."""
    return country == "bg" and (issued_on - event_on).days > NOTE_WITHIN_DAYS


def _missing_of_shop(kind: PaperKind, shop: ShopDetails) -> list[Missing]:
    wanted = {"name": shop.legal_name or shop.name}
    if kind is not PaperKind.RECEIPT:
        wanted["address"] = shop.address
        if shop.country == "bg":
            wanted["tax_id"] = shop.tax_id
        if shop.vat_registered and shop.country != "ru":
            wanted["vat_id"] = shop.vat_id
        if shop.country == "ru":
            wanted = {"name": wanted["name"], "tax_id": shop.tax_id}
            if kind in (PaperKind.INVOICE, PaperKind.PROFORMA):
                wanted |= {
                    "bank": shop.bank,
                    "bic": shop.bic,
                    "account": shop.account,
                    "corr_account": shop.corr_account,
                }
    missing = [Missing("shop", field) for field, value in wanted.items() if not value.strip()]
    if kind is not PaperKind.RECEIPT and shop.vat_registered and shop.vat_rate is None:
        missing.append(Missing("shop", "vat_rate"))
    return missing


def _missing_of_client(country: str, client: Client | None) -> list[Missing]:
    if client is None:
        return [Missing("paper", "client")]
    wanted = {"name": client.name}
    company = client.kind is Kind.COMPANY
    if country != "ru":
        wanted["address"] = client.address.city or client.address.street
    if company and country in ("bg", "ru") and not is_from_abroad(client, country):
        wanted["tax_id"] = client.tax.tax_id or client.tax.vat_id
    return [Missing("client", field) for field, value in wanted.items() if not value.strip()]
