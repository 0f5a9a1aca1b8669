"""What stands on a receipt: a sale in the words, formats and forms of its language and country."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kartoteka.documents.sheets import ColumnHeads, ReceiptLine, ReceiptSheet
from kartoteka.domain.backs import Back
from kartoteka.domain.clients import Client
from kartoteka.domain.money import BGN_PER_EUR, Money
from kartoteka.domain.net_lines import unit_price
from kartoteka.domain.sales import Line, Payment, PaymentKind, Sale, price_line, vat_inside
from kartoteka.domain.settings import ShopDetails
from kartoteka.i18n import Words, amounts, formats
from kartoteka.shop.back_sheets import back_sheet
from kartoteka.shop.told_invoices import link_code


@dataclass(frozen=True, slots=True)
class Form:
    """What a country asks of a receipt; these words are the law's and are not translated."""

    language: str
    title: str = ""
    stamp: str = ""
    legal: tuple[str, ...] = ()
    tax_label: str = ""
    vat_label: str = ""


FORMS = {
    # Наредба Н-18: nothing may pass for a fiscal receipt.
    "bg": Form(
        "bg", "СТОКОВА РАЗПИСКА", "НЕ Е ФИСКАЛЕН БОН", tax_label="ЕИК", vat_label="ИН по ЗДДС"
    ),
    "ru": Form(
        "ru", "Товарный чек", legal=("Не является кассовым чеком (54-ФЗ).",), tax_label="ИНН"
    ),
}
PLAIN = Form("")


@dataclass(frozen=True, slots=True)
class Told:
    """Everything that a receipt tells; `totals` of the lines, `number` of the paper."""

    sale: Sale
    totals: Sequence[Money]
    number: int
    client: Client | None
    shop: ShopDetails
    back: Back | None = None
    returned_number: int | None = None
    in_leva: bool = False
    """It was sold in leva; these sums are in euros."""


def receipt_sheet(words: Words, told: Told) -> ReceiptSheet:
    """The finished sheet in the language of `words`."""
    form = FORMS.get(told.shop.country, PLAIN)
    sale, shop = told.sale, told.shop
    title, number_line = _title(words, told, form)
    return ReceiptSheet(
        language=words.language,
        issued=sale.on,
        document_title=f"{title} {number_line}".strip(),
        author=shop.name,
        logo=shop.logo,
        shop_name=shop.name,
        shop_lines=_shop_lines(words, shop, form),
        title=title,
        number_line=number_line,
        date_line=formats.date_long(words, sale.on),
        stamp=form.stamp,
        copy_stamp=words.say("COPY"),
        client_label=words.say("Client:") if told.client else "",
        client_name=told.client.name if told.client else "",
        client_note=_client_note(words, told.client),
        heads=column_heads(words),
        lines=_lines(words, told),
        total_label=_total_label(words, sale),
        # The words say that it went back; a minus would say so a second time.
        total=formats.money(words, Money(abs(sale.total.minor), sale.total.currency)),
        in_words=_in_words(words, sale.total),
        below_total=_below_total(words, told),
        notes=tuple(filter(None, (_note(words, sale), _of_leva(words) if told.in_leva else ""))),
        pay_code=link_code(words, shop) if _is_owed(sale) else None,
        signature_label=words.say_in("signature", "Seller"),
        signature_name=shop.responsible or sale.seller,
        legal=form.legal,
        # Translators: {page} and {pages} are numbers; keep both in braces.
        pages_label=words.say("Page {page} of {pages}"),
        carried_label=words.say("Carried forward"),
        back=back_sheet(words, shop, told.back) if told.back else None,
    )


def _note(words: Words, sale: Sale) -> str:
    """The seller's remark; of an imported sale its number in the program that it comes from."""
    if sale.number is not None or not sale.note.startswith("№ "):
        return sale.note
    number, _, rest = sale.note[2:].partition("; ")
    # Translators: on the receipt of a purchase that was imported from another program.
    told = words.say("Number in the earlier program: {number}", number=number)
    return f"{told}\n{rest}" if rest else told


def _total_label(words: Words, sale: Sale) -> str:
    """What stands before the total: only a sale of which nothing was paid is to be paid whole."""
    if sale.is_return:
        return words.say("Refund")
    owed = (PaymentKind.ACCOUNT, PaymentKind.TRANSFER)
    kinds = [each.kind for each in sale.payments if each.amount]
    if kinds and all(kind in owed for kind in kinds):
        return words.say("To pay")
    return words.say_in("before a sum", "Total")


def _is_owed(sale: Sale) -> bool:
    """Whether something is left to be paid, on account or by a transfer that is yet to come."""
    owed = (PaymentKind.ACCOUNT, PaymentKind.TRANSFER)
    return not sale.is_return and any(each.kind in owed and each.amount for each in sale.payments)


def column_heads(words: Words) -> ColumnHeads:
    """What stands over the columns of a receipt."""
    return ColumnHeads(
        # Translators: head of the column of line numbers on a receipt.
        number=words.say_in("column", "No."),
        name=words.say_in("column", "Item"),
        quantity=words.say_in("column", "Qty"),
        price=words.say_in("column", "Price"),
        total=words.say_in("column", "Amount"),
    )


def _title(words: Words, told: Told, form: Form) -> tuple[str, str]:
    """The title, and the line under it where the title has no number."""
    number = str(told.number)
    if told.sale.is_return:
        sold = told.returned_number
        if sold is None:
            return words.say("Return No. {number}", number=number), ""
        return words.say("Return No. {number}", number=number), words.say(
            # Translators: under the title of a return; {number} is the receipt of the sale.
            "for purchase No. {number}",
            number=sold,
        )
    if not form.title:
        return words.say("Receipt No. {number}", number=number), ""
    if words.language != form.language:
        return form.title, words.say("Receipt No. {number}", number=number)
    if told.shop.country == "bg":
        return form.title, f"№ {number}"
    return f"{form.title} № {number}", ""


def _shop_lines(words: Words, shop: ShopDetails, form: Form) -> tuple[str, ...]:
    tax = f"{form.tax_label} {shop.tax_id}" if form.tax_label else ""
    if not form.tax_label:
        tax = words.say("Tax No. {number}", number=shop.tax_id)
    vat = f"{form.vat_label} {shop.vat_id}" if form.vat_label else ""
    if form is PLAIN:
        vat = words.say("VAT No. {number}", number=shop.vat_id)
    facts = (
        shop.legal_name if shop.legal_name != shop.name else "",
        tax if shop.tax_id else "",
        vat if shop.vat_id and shop.vat_registered else "",
        shop.address,
        shop.phone.replace(" ", "\u00a0"),
        shop.email,
        shop.site,
    )
    line = " · ".join(fact for fact in facts if fact)
    return (line,) if line else ()


def _client_note(words: Words, client: Client | None) -> str:
    if client is None or not client.card:
        return ""
    # Translators: after the client's name on a receipt; {number} is the loyalty card's.
    return words.say("card {number}", number=client.card)


def _lines(words: Words, told: Told) -> tuple[ReceiptLine, ...]:
    lines: list[ReceiptLine] = []
    carried = Money(0, told.sale.total.currency)
    for line, total in zip(told.sale.lines, told.totals, strict=True):
        carried += total
        quantity = formats.number(words, line.quantity)
        lines.append(
            ReceiptLine(
                name=line.name or words.say("Goods"),
                quantity=f"{quantity} {line.unit}" if line.unit else quantity,
                price=_price(words, line, total, in_leva=told.in_leva),
                total=formats.amount(words, total),
                note=_line_note(words, line),
                carried=formats.amount(words, carried),
            )
        )
    return tuple(lines)


def _price(words: Words, line: Line, total: Money, *, in_leva: bool) -> str:
    """The price as it was asked; of leva, what one comes to in euros."""
    if not in_leva:
        return formats.amount(words, line.price)
    worth = -total if total.minor < 0 else total
    for part in (line.discount, line.sale_discount):
        worth += part or Money(0, worth.currency)
    worth -= line.vat_added or Money(0, worth.currency)
    return formats.unit_price(words, unit_price(worth, line.quantity), worth.currency)


def _of_leva(words: Words) -> str:
    return words.say(
        # Translators: on a paper of a sale of before the euro; {rate} is 1.95583.
        "The sale was in leva; the sums here are in euros, 1 EUR = {rate} BGN",
        rate=formats.number(words, BGN_PER_EUR, 5),
    )


def _line_note(words: Words, line: Line) -> str:
    """Why price × quantity is not the sum of the line: what came off, and VAT put on top."""
    notes = []
    off = price_line(line).discount
    if off:
        # Translators: a quiet line under an item; {amount} is a sum with a minus.
        notes.append(words.say("discount {amount}", amount=formats.amount(words, -off)))
    if line.vat_added:
        amount = formats.amount(words, line.vat_added)
        # Translators: a quiet line under an item whose price is without VAT.
        notes.append(words.say("plus VAT {amount}", amount=amount))
    return " · ".join(notes)


def _in_words(words: Words, total: Money) -> str:
    """The sum in words, which in Bulgarian begin small and so need to be led in."""
    if total.minor < 0:
        return ""
    text = amounts.in_words(total, words.language)
    return text if text[:1].isupper() else f"{words.say('In words:')} {text}"


def _below_total(words: Words, told: Told) -> tuple[str, ...]:
    facts = [*_vat(words, told), _paid(words, told.sale)]
    line = " · ".join(fact for fact in facts if fact)
    return (line[:1].upper() + line[1:],) if line else ()


def _vat(words: Words, told: Told) -> list[str]:
    shop = told.shop
    if not shop.vat_registered:
        return ["Без НДС"] if shop.country == "ru" and words.language == "ru" else []
    sums: dict[Decimal, Money] = {}
    for line, total in zip(told.sale.lines, told.totals, strict=True):
        rate = shop.vat_rate if line.vat_rate is None else line.vat_rate
        if rate is not None:
            sums[rate] = sums[rate] + total if rate in sums else total
    return [
        words.say(
            # Translators: a quiet line under the total; {rate} is "20 %", {amount} a sum.
            "incl. VAT {rate}: {amount}",
            rate=formats.percent(words, rate),
            amount=formats.money(words, vat_inside(sums[rate], rate)),
        )
        for rate in sorted(sums, reverse=True)
    ]


def _paid(words: Words, sale: Sale) -> str:
    parts = [payment for payment in sale.payments if payment.amount]
    if sale.is_return or not parts:
        return ""
    if len(parts) == 1:
        return _WAYS[parts[0].kind](words)
    sums = [_part(words, payment) for payment in parts]
    # Translators: {parts} is "1 000,00 ₽ cash, 500,00 ₽ card".
    return words.say("paid: {parts}", parts=formats.join_list(words, sums))


def _part(words: Words, payment: Payment) -> str:
    from kartoteka.i18n.labels import payment_label

    # Translators: a part of a payment: a sum and the way of paying.
    return words.say(
        "{amount} {way}",
        amount=formats.money(words, payment.amount),
        way=payment_label(words, payment.kind),
    )


_WAYS: dict[PaymentKind, Callable[[Words], str]] = {
    PaymentKind.CASH: lambda words: words.say("paid in cash"),
    PaymentKind.CARD: lambda words: words.say("paid by card"),
    PaymentKind.TRANSFER: lambda words: words.say("paid by bank transfer"),
    PaymentKind.ACCOUNT: lambda words: words.say("on account, to be paid later"),
}
