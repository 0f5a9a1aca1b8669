"""The figures of an invoice: its lines, the sums under them, what is paid and what is left."""

from collections.abc import Sequence
from dataclasses import replace

from kartoteka.documents.sheets import AmountLine, InvoiceLine
from kartoteka.domain.money import Money
from kartoteka.domain.net_lines import BilledLine, BilledSums, lines_with_vat, lines_without_vat
from kartoteka.domain.papers import PaperKind
from kartoteka.domain.vat_grounds import is_exempt
from kartoteka.i18n import Words, formats
from kartoteka.shop.invoice_words import InvoiceWords
from kartoteka.shop.told_invoices import ToldInvoice


def sums_of(told: ToldInvoice) -> BilledSums:
    """The sums by rate: the shop's usual one where a line has none, no rate without VAT.

    In Russia lines have VAT in them, elsewhere not: the law asks for the tax base.
    """
    shop = told.shop
    lines = []
    for line, ground in zip(told.lines, _grounds(told), strict=True):
        rate = shop.vat_rate if line.vat_rate is None else line.vat_rate
        taxed = shop.vat_registered and not is_exempt(ground)
        lines.append(replace(line, vat_rate=rate if taxed else None))
    reckon = lines_with_vat if shop.country == "ru" else lines_without_vat
    return reckon(lines, told.totals, told.totals[0].currency, priced=not told.in_leva)


def told_lines(
    words: Words, told: ToldInvoice, said: InvoiceWords, sums: BilledSums
) -> tuple[InvoiceLine, ...]:
    """Every line in figures, with the sum so far."""
    made: list[InvoiceLine] = []
    carried = Money(0, sums.total.currency)
    grounds = _grounds(told)
    several = len({ground for ground in grounds if ground}) > 1
    for billed, line, ground in zip(sums.lines, told.lines, grounds, strict=True):
        carried += billed.worth
        notes = [_discount(words, said, billed), ground if several else ""]
        made.append(
            InvoiceLine(
                name=line.name or said.goods,
                unit=line.unit or said.piece,
                quantity=formats.number(words, line.quantity),
                price=formats.unit_price(words, billed.unit_price, carried.currency, sums.places),
                vat=_rate(words, told, said, billed),
                total=formats.amount(words, billed.worth),
                note=" · ".join(filter(None, notes)),
                carried=formats.amount(words, carried),
                ground=ground,
            )
        )
    return tuple(made)


def told_sums(
    words: Words, told: ToldInvoice, said: InvoiceWords, sums: BilledSums
) -> tuple[AmountLine, ...]:
    """What stands between the lines and the total."""
    made: list[AmountLine] = []
    russian = told.shop.country == "ru"
    if russian and said.subtotal:
        subtotal = sums.total + sums.sale_discount
        made.append(AmountLine(said.subtotal, formats.amount(words, subtotal)))
    if sums.sale_discount.minor > 0:
        label = said.sale_discount
        if sums.percent is not None:
            percent = formats.percent(words, sums.percent)
            label = said.sale_discount_percent.format(percent=percent)
        made.append(AmountLine(label, _money(words, -sums.sale_discount, plain=russian)))
    rates = _russian(words, said, sums) if russian else _bases(words, told, said, sums)
    return (*made, *rates)


def total_label(told: ToldInvoice, said: InvoiceWords, sums: BilledSums) -> str:
    """What stands before the total: all of it to be paid, all of it back, or only the sum."""
    if told.kind is PaperKind.CREDIT_NOTE:
        return said.to_return
    owed = told.left == sums.total and bool(sums.total)
    return said.to_pay if owed and told.asks_money else said.whole


def settled(
    words: Words, told: ToldInvoice, said: InvoiceWords, sums: BilledSums
) -> tuple[AmountLine, ...]:
    """What was paid and what is left, where it is a part."""
    left = told.left
    if told.kind is PaperKind.CREDIT_NOTE or left is None or not 0 < left.minor < sums.total.minor:
        return ()
    return (
        AmountLine(said.paid_sum, formats.money(words, sums.total - left)),
        AmountLine(said.left_sum, formats.money(words, left)),
    )


def paid_stamp(told: ToldInvoice, said: InvoiceWords, sums: BilledSums) -> str:
    """The stamp of a bill of which nothing is left."""
    bill = told.kind in (PaperKind.INVOICE, PaperKind.DEBIT_NOTE)
    paid = told.left is not None and not told.left and bool(sums.total)
    return said.paid_stamp if bill and paid else ""


def _grounds(told: ToldInvoice) -> Sequence[str]:
    return told.grounds or [""] * len(told.lines)


def _discount(words: Words, said: InvoiceWords, line: BilledLine) -> str:
    if line.discount.minor <= 0:
        return ""
    return said.discount.format(amount=formats.amount(words, -line.discount))


def _rate(words: Words, told: ToldInvoice, said: InvoiceWords, line: BilledLine) -> str:
    if told.shop.country == "ru" or not told.shop.vat_registered:
        return ""
    return said.exempt_mark if line.vat_rate is None else formats.percent(words, line.vat_rate)


def _bases(
    words: Words, told: ToldInvoice, said: InvoiceWords, sums: BilledSums
) -> tuple[AmountLine, ...]:
    """Tax base and VAT of every rate, then what is exempt (ЗДДС чл. 114 ал. 1)."""
    made: list[AmountLine] = []
    for part in sums.parts:
        rate = formats.percent(words, part.rate)
        made.append(AmountLine(said.base.format(rate=rate), formats.money(words, part.net)))
        made.append(AmountLine(said.vat.format(rate=rate), formats.money(words, part.vat)))
    if told.shop.vat_registered and any(line.vat_rate is None for line in sums.lines):
        made.append(AmountLine(said.exempt, formats.money(words, sums.untaxed)))
    return tuple(made)


def _russian(words: Words, said: InvoiceWords, sums: BilledSums) -> tuple[AmountLine, ...]:
    """The VAT inside of every rate, or that there is none."""
    made: list[AmountLine] = []
    for part in sums.parts:
        rate = formats.percent(words, part.rate)
        label = (said.vat_inside or said.vat).format(rate=rate)
        made.append(AmountLine(label, formats.amount(words, part.vat)))
    if not sums.parts:
        made.append(AmountLine(said.no_vat or said.untaxed, "-"))
    elif sums.untaxed:
        made.append(AmountLine(said.exempt, formats.amount(words, sums.untaxed)))
    return tuple(made)


def _money(words: Words, amount: Money, *, plain: bool) -> str:
    return formats.amount(words, amount) if plain else formats.money(words, amount)
