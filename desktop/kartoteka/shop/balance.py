"""The confirmation of a balance with a client: акт сверки, потвърждение на салдо."""

from dataclasses import dataclass
from datetime import date

from kartoteka.documents.page import Printed
from kartoteka.documents.sheets import (
    AmountLine,
    Column,
    PaperSize,
    Section,
    Signature,
    SignedPage,
    SignedSheet,
    TableRow,
)
from kartoteka.domain.clients import ClientId
from kartoteka.domain.errors import BadValue
from kartoteka.domain.leva import as_told
from kartoteka.domain.money import Money
from kartoteka.i18n import Words, amounts, formats
from kartoteka.shop import Shop, clients
from kartoteka.shop.client_sheets import shop_lines
from kartoteka.shop.logos import pictures_for
from kartoteka.shop.papers import language_of
from kartoteka.store import balances as stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What a client owed at the beginning of a period and at its end, and all between."""

    since: date
    to: date
    opening: Money
    entries: tuple[stored.Movement, ...]
    closing: Money
    """Below zero, the shop owes."""


def balance(
    shop: Shop, client: ClientId, since: date | None = None, to: date | None = None
) -> Balance:
    """The balance over a period, by default this year up to today; leva are told in euros.

    Raises NotFound, and BadValue for a period that ends before it begins.
    """
    clients.client(shop, client)
    last = to or shop.today()
    first = since or date(last.year, 1, 1)
    if last < first:
        raise BadValue("date", last.isoformat(), "before its beginning")
    currency = shop.settings.shop.currency
    with shop.read() as session:
        found = stored.movements(session, client, last)
    told = [
        stored.Movement(
            each.on,
            each.kind,
            each.number,
            as_told(each.charged, currency),
            as_told(each.paid, currency),
        )
        for each in found
    ]
    own = [each for each in told if each.charged.currency == currency]
    opening = closing = Money(0, currency)
    for each in own:
        left = each.charged - each.paid
        closing += left
        opening = opening + left if each.on < first else opening
    entries = tuple(each for each in own if each.on >= first)
    return Balance(since=first, to=last, opening=opening, entries=entries, closing=closing)


def confirmation(
    shop: Shop,
    client: ClientId,
    since: date | None = None,
    to: date | None = None,
    size: str = "a4",
) -> Printed:
    """The paper that both sides sign, in the client's language; raises what `balance` raises."""
    from kartoteka.documents import signed

    if size not in (PaperSize.A4, PaperSize.A5):
        raise BadValue("size", size, "not one of")
    person = clients.client(shop, client)
    words = Words(language_of(shop, person))
    found, details = balance(shop, client, since, to), shop.settings.shop
    title = words.say("Balance confirmation")
    seller = details.legal_name or details.name
    page = SignedPage(
        title=title,
        # Translators: {since} and {to} are dates.
        date_line=words.say(
            "for the period {since} – {to}",
            since=formats.date_short(words, found.since),
            to=formats.date_short(words, found.to),
        ),
        facts=(
            AmountLine(words.say("Seller"), _party(seller, details.tax_id)),
            AmountLine(words.say("Buyer"), _party(person.full_name, person.tax.tax_id)),
        ),
        sections=(_table(words, found),),
        statement=_verdict(words, found),
        paragraphs=(
            words.say("Amount in words: {words}", words=_in_words(words, found.closing)),
            words.say("If you find a difference, please tell us which documents you have."),
        ),
        signatures=(
            Signature(words.say("For the seller"), details.responsible),
            Signature(words.say("For the buyer")),
        ),
    )
    sheet = SignedSheet(
        language=words.language,
        made=shop.today(),
        document_title=f"{title}: {person.name}",
        author=details.name,
        shop_name=details.name,
        shop_lines=shop_lines(details),
        logo=details.logo,
        pages=(page,),
        pages_label=words.say("Page {page} of {pages}"),
    )
    return signed.prepare(sheet, PaperSize(size), pictures=pictures_for(shop, sheet))


def _party(name: str, number: str) -> str:
    return f"{name}, {number}" if number else name


def _table(words: Words, found: Balance) -> Section:
    nothing = Money(0, found.opening.currency)
    debit = credit = nothing
    rows = [_row(words, formats.date_short(words, found.since), _opening(words), found.opening)]
    for each in found.entries:
        for name, amount in _sides(words, each):
            rows.append(_row(words, formats.date_short(words, each.on), name, amount))
            debit += max(amount, nothing)
            credit += max(-amount, nothing)
    turnover = words.say("Turnover of the period")
    rows.append(
        TableRow(
            ("", turnover, formats.amount(words, debit), formats.amount(words, credit)), heavy=True
        )
    )
    last = _row(words, formats.date_short(words, found.to), _closing(words), found.closing)
    return Section(
        title="",
        columns=(
            Column(words.say_in("column", "Date")),
            Column(words.say_in("column", "Document"), share=1.0),
            # Translators: the column of what the buyer owes, in the seller's books.
            Column(words.say_in("column", "Debit"), figures=True),
            Column(words.say_in("column", "Credit"), figures=True),
        ),
        rows=(*rows, TableRow(last.cells, heavy=True)),
    )


def _row(words: Words, day: str, name: str, amount: Money) -> TableRow:
    told = formats.amount(words, -amount if amount.minor < 0 else amount)
    return TableRow((day, name, "", told) if amount.minor < 0 else (day, name, told, ""))


def _sides(words: Words, each: stored.Movement) -> list[tuple[str, Money]]:
    """What was charged and what was paid with it, each a row; what is nothing is left out."""
    number = each.number or "—"
    paid = words.say("Payment")
    if each.kind == "return":
        name = words.say("Return No. {number}", number=number)
        paid = words.say("Refund")
    else:
        name = words.say("Sale No. {number}", number=number)
    found = [(name, each.charged), (paid, -each.paid)]
    return [(told, amount) for told, amount in found if amount]


def _opening(words: Words) -> str:
    return words.say("Opening balance")


def _closing(words: Words) -> str:
    return words.say("Closing balance")


def _verdict(words: Words, found: Balance) -> str:
    day = formats.date_long(words, found.to)
    owed = found.closing
    amount = formats.money(words, -owed if owed.minor < 0 else owed)
    if owed.minor > 0:
        return words.say("On {day} the buyer owes the seller {amount}", day=day, amount=amount)
    if owed.minor < 0:
        return words.say("On {day} the seller owes the buyer {amount}", day=day, amount=amount)
    return words.say("On {day} neither side owes the other anything", day=day)


def _in_words(words: Words, amount: Money) -> str:
    return amounts.in_words(-amount if amount.minor < 0 else amount, words.language)
