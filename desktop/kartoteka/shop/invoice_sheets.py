"""What stands on an invoice, a proforma or a note: finished words and sums for its form."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kartoteka.documents.sheets import (
    AmountLine,
    BankBox,
    InvoiceForm,
    InvoiceHeads,
    InvoiceLine,
    InvoiceSheet,
    Party,
    Signature,
)
from kartoteka.domain.money import BGN_PER_EUR, Money
from kartoteka.domain.net_lines import NetLine, NetSums, lines_without_vat
from kartoteka.domain.papers import NO_VAT_GROUND, NOTES, PaperKind
from kartoteka.domain.sales import Line, PaymentKind
from kartoteka.i18n import Words, amounts, formats
from kartoteka.i18n.labels import payment_label
from kartoteka.shop.back_sheets import back_sheet
from kartoteka.shop.invoice_words import FORMS, SOLE_TRADER, InvoiceWords, invoice_words
from kartoteka.shop.told_invoices import SOLE_TRADER_DIGITS, ToldInvoice, is_sole_trader, pay_code

_FORMS = {"bg": InvoiceForm.BULGARIAN, "ru": InvoiceForm.RUSSIAN}
_IBAN_GROUP = 4


def invoice_sheet(words: Words, told: ToldInvoice) -> InvoiceSheet:
    """The finished sheet in the language of `words` and the form of the shop's country."""
    said = invoice_words(words, told.shop.country)
    sums = _sums(told)
    russian = told.shop.country == "ru"
    sheet = InvoiceSheet(
        form=_FORMS.get(told.shop.country, InvoiceForm.PLAIN),
        language=words.language,
        issued=told.issued,
        document_title=_document_title(words, told, said),
        author=told.shop.name,
        logo=told.shop.logo,
        title=_title(words, told, said),
        number_line=_number_line(told, said),
        date_line="" if "{date}" in said.titles[told.kind] else _date(words, told, told.issued),
        stamp=_stamp(told, said),
        copy_stamp=said.copy,
        annulled_stamp=said.annulled,
        about=_about(words, told, said),
        corrects=_corrects(words, told, said),
        seller=_seller(told, said),
        buyer=_buyer(told, said),
        basis_label=said.basis if told.basis else "",
        basis=told.basis,
        bank=_bank_box(told) if russian and told.kind not in NOTES else None,
        heads=_heads(told, said),
        lines=_lines(words, told, said, sums),
        sums=_sum_lines(words, told, said, sums),
        total_label=said.to_return if told.kind is PaperKind.CREDIT_NOTE else said.to_pay,
        total=formats.money(words, sums.total),
        counted=_counted(words, told, said, sums),
        in_words_label=said.in_words,
        in_words=amounts.in_words(sums.total, words.language),
        below=_below(words, told, said),
        pay_code=pay_code(words, told, said, sums),
        notes=(told.note,) if told.note else (),
        signatures=_signatures(told, said),
        stamp_place="М.П." if russian and not is_sole_trader(told.shop) else "",
        pages_label=said.pages,
        carried_label=said.carried,
        back=back_sheet(words, told.shop, told.back) if told.back else None,
    )
    if sheet.form is not InvoiceForm.PLAIN:
        return sheet
    lines = (told.shop.address, told.shop.phone, told.shop.email, told.shop.site)
    return replace(sheet, shop_name=told.shop.name, shop_lines=tuple(filter(None, lines)))


def _sums(told: ToldInvoice) -> NetSums:
    """The sums by rate: the shop's usual one where a line has none, no rate without VAT."""
    shop = told.shop
    currency = told.totals[0].currency
    lines = []
    for line in told.lines:
        rate = shop.vat_rate if line.vat_rate is None else line.vat_rate
        lines.append(replace(line, vat_rate=rate if shop.vat_registered else None))
    return lines_without_vat(lines, told.totals, currency)


def _title(words: Words, told: ToldInvoice, said: InvoiceWords) -> str:
    own = FORMS.get(told.shop.country)
    if own is not None and own is not said and told.shop.country == "bg":
        return own.titles[told.kind]
    date = formats.date_long(words, told.issued)
    return said.titles[told.kind].format(number=told.number, date=date)


def _number_line(told: ToldInvoice, said: InvoiceWords) -> str:
    if said.number:
        return said.number.format(number=told.number)
    if told.shop.country == "bg":
        return said.titles[told.kind].format(number=told.number)
    return ""


def _document_title(words: Words, told: ToldInvoice, said: InvoiceWords) -> str:
    parts = (_title(words, told, said), _number_line(told, said))
    return " ".join(part for part in parts if part).replace("\u00a0", " ")


def _date(words: Words, told: ToldInvoice, day: date) -> str:
    bulgarian = told.shop.country == "bg"
    return formats.date_short(words, day) if bulgarian else formats.date_long(words, day)


def _stamp(told: ToldInvoice, said: InvoiceWords) -> str:
    original = told.shop.vat_registered and told.kind is not PaperKind.PROFORMA
    own = FORMS.get(told.shop.country, said)
    return own.original if original else ""


def _about(words: Words, told: ToldInvoice, said: InvoiceWords) -> tuple[str, ...]:
    if not said.event or told.kind is PaperKind.PROFORMA:
        return ()
    return (said.event.format(date=_date(words, told, told.event)),)


def _corrects(words: Words, told: ToldInvoice, said: InvoiceWords) -> tuple[str, ...]:
    amended = told.amended
    if amended is None:
        return ()
    issued = _date(words, told, amended.issued_on)
    rate = formats.number(words, BGN_PER_EUR, 5)
    lines = (
        said.corrects.format(number=amended.number, date=issued),
        said.ground.format(ground=amended.ground),
        said.in_leva.format(rate=rate) if amended.in_leva else "",
    )
    return tuple(filter(None, lines))


def _seller(told: ToldInvoice, said: InvoiceWords) -> Party:
    shop = told.shop
    lines = [
        shop.address,
        *_numbers(said, shop.tax_id, shop.vat_id if shop.vat_registered else "", shop.kpp),
        said.responsible.format(name=shop.responsible) if shop.responsible else "",
        said.phone.format(phone=shop.phone.replace(" ", "\u00a0")) if shop.phone else "",
        " · ".join(filter(None, (shop.email, shop.site))),
    ]
    return Party(said.seller, shop.legal_name or shop.name, tuple(filter(None, lines)))


def _buyer(told: ToldInvoice, said: InvoiceWords) -> Party:
    client = told.client
    address = client.address
    place = " ".join(part for part in (address.postcode, address.city) if part)
    where = ", ".join(part for part in (place, address.street, address.country) if part)
    person = client.people[0].name if client.people else ""
    lines = [
        where,
        *_numbers(said, client.tax.tax_id, client.tax.vat_id, client.tax.kpp),
        said.responsible.format(name=person) if person else "",
    ]
    return Party(said.buyer, client.full_name, tuple(filter(None, lines)))


def _numbers(said: InvoiceWords, tax_id: str, vat_id: str, kpp: str) -> list[str]:
    found = (
        said.tax_id.format(number=tax_id) if tax_id else "",
        said.vat_id.format(number=vat_id) if vat_id else "",
        said.kpp.format(number=kpp) if kpp and len(tax_id) != SOLE_TRADER_DIGITS else "",
    )
    known = [part for part in found if part]
    return known if said.kpp else [" · ".join(known)]


def _bank_box(told: ToldInvoice) -> BankBox:
    shop = told.shop
    return BankBox(
        bank=shop.bank,
        bic=shop.bic,
        bank_account=shop.corr_account,
        account=shop.account,
        inn=shop.tax_id,
        kpp="" if is_sole_trader(shop) else shop.kpp,
        payee=shop.legal_name or shop.name,
    )


def _heads(told: ToldInvoice, said: InvoiceWords) -> InvoiceHeads:
    taxed = told.shop.vat_registered
    return InvoiceHeads(
        number=said.column_number,
        name=said.column_name,
        unit=said.column_unit if said.piece or any(line.unit for line in told.lines) else "",
        quantity=said.column_quantity,
        price=said.column_net_price if taxed else said.column_price,
        vat=said.column_vat if taxed and told.shop.country != "ru" else "",
        total=said.column_total,
    )


def _lines(
    words: Words, told: ToldInvoice, said: InvoiceWords, sums: NetSums
) -> tuple[InvoiceLine, ...]:
    """In Russia with VAT in the prices, elsewhere without: the law asks for the tax base."""
    made: list[InvoiceLine] = []
    carried = Money(0, sums.total.currency)
    russian = told.shop.country == "ru"
    for net, line, whole in zip(sums.lines, told.lines, told.totals, strict=True):
        value = whole if russian else net.net
        carried += value
        off = _gross_discount(line, whole.currency) if russian else net.discount
        price = _gross_price(line, whole + off) if russian else net.unit_price
        note = said.discount.format(amount=formats.amount(words, -off)) if off else ""
        made.append(
            InvoiceLine(
                name=line.name or said.goods,
                unit=line.unit or said.piece,
                quantity=formats.number(words, line.quantity),
                price=formats.unit_price(words, price, whole.currency),
                vat=_rate(words, net) if not russian and told.shop.vat_registered else "",
                total=formats.amount(words, value),
                note=note,
                carried=formats.amount(words, carried),
            )
        )
    return tuple(made)


def _gross_discount(line: Line, currency: str) -> Money:
    off = Money(0, currency)
    for part in (line.discount, line.sale_discount):
        if part is not None:
            off += part
    return off


def _gross_price(line: Line, gross: Money) -> Decimal:
    """The price with VAT; where prices come without, what one unit of the line comes to."""
    return line.price.amount if line.vat_added is None else gross.amount / line.quantity


def _rate(words: Words, line: NetLine) -> str:
    return "" if line.vat_rate is None else formats.percent(words, line.vat_rate)


def _sum_lines(
    words: Words, told: ToldInvoice, said: InvoiceWords, sums: NetSums
) -> tuple[AmountLine, ...]:
    if told.shop.country == "ru":
        return _russian_sums(words, said, sums)
    made: list[AmountLine] = []
    for part in sums.parts:
        rate = formats.percent(words, part.rate)
        made.append(AmountLine(said.base.format(rate=rate), formats.money(words, part.net)))
        made.append(AmountLine(said.vat.format(rate=rate), formats.money(words, part.vat)))
    if sums.parts and sums.untaxed:
        made.append(AmountLine(said.untaxed, formats.money(words, sums.untaxed)))
    return tuple(made)


def _russian_sums(words: Words, said: InvoiceWords, sums: NetSums) -> tuple[AmountLine, ...]:
    """Итого, then the VAT inside of every rate, or that there is none."""
    made = [AmountLine(said.subtotal, formats.amount(words, sums.total))] if said.subtotal else []
    for part in sums.parts:
        rate = formats.percent(words, part.rate)
        label = (said.vat_inside or said.vat).format(rate=rate)
        made.append(AmountLine(label, formats.amount(words, part.vat)))
    if not sums.parts:
        made.append(AmountLine(said.no_vat or said.untaxed, "-"))
    return tuple(made)


def _counted(words: Words, told: ToldInvoice, said: InvoiceWords, sums: NetSums) -> str:
    if not said.counted:
        return ""
    roubles = sums.total.currency == "RUB"
    total = f"{formats.amount(words, sums.total)}\u00a0руб."
    shown = total if roubles else formats.money(words, sums.total)
    return said.counted.format(count=len(told.lines), total=shown)


def _below(words: Words, told: ToldInvoice, said: InvoiceWords) -> tuple[str, ...]:
    shop, russian = told.shop, told.shop.country == "ru"
    lines = [_why_no_vat(told, said)]
    if told.in_leva and not (told.amended and told.amended.in_leva):
        lines.append(said.sold_in_leva.format(rate=formats.number(words, BGN_PER_EUR, 5)))
    way = _way(words, told, said)
    bank = []
    if shop.iban and not russian and told.kind is not PaperKind.CREDIT_NOTE:
        bank.append(said.transfer.format(iban=_grouped(shop.iban)))
        bank.append(said.bank.format(bic=shop.bic) if shop.bic else "")
        bank.append(shop.bank)
    lines.append(" · ".join(part for part in (way, *bank) if part))
    if told.due_on is not None and told.kind is not PaperKind.CREDIT_NOTE:
        lines.append(said.due.format(date=_date(words, told, told.due_on)))
    return tuple(filter(None, lines))


def _why_no_vat(told: ToldInvoice, said: InvoiceWords) -> str:
    """The ground that the law wants, whatever language the client reads."""
    if told.shop.vat_registered:
        ground = told.vat_ground
    elif told.shop.country == "bg":
        ground = NO_VAT_GROUND
    else:
        return "" if told.shop.country == "ru" else said.no_vat_ground
    return said.no_vat_by_law.format(ground=ground) if ground else ""


def _way(words: Words, told: ToldInvoice, said: InvoiceWords) -> str:
    kinds = [payment.kind for payment in told.payments if payment.amount]
    if not said.paid or not kinds:
        return ""
    named = [
        PaymentKind.TRANSFER if kind is PaymentKind.ACCOUNT and told.shop.iban else kind
        for kind in dict.fromkeys(kinds)
    ]
    ways = [payment_label(words, kind) for kind in dict.fromkeys(named)]
    return said.paid.format(way=formats.join_list(words, ways))


def _grouped(iban: str) -> str:
    """Fours that stay on one line, as an IBAN is written on paper (ISO 13616)."""
    parts = (iban[start : start + _IBAN_GROUP] for start in range(0, len(iban), _IBAN_GROUP))
    return "\u00a0".join(parts)


def _signatures(told: ToldInvoice, said: InvoiceWords) -> tuple[Signature, ...]:
    name = told.shop.responsible
    if said.accountant:
        if is_sole_trader(told.shop):
            return (Signature(SOLE_TRADER, name),)
        return (Signature(said.head, name), Signature(said.accountant))
    signed = (Signature(said.head, name),)
    return (*signed, Signature(said.received)) if said.received else signed
