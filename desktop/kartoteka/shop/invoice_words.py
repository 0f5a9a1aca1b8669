"""The words of invoices and notes: those of the law where a country has a form, else translated."""

from collections.abc import Mapping
from dataclasses import dataclass

from kartoteka.domain.papers import PaperKind
from kartoteka.i18n import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceWords:
    """Every word of an invoice in one language; braces hold fields that are filled in later."""

    titles: Mapping[PaperKind, str]
    """What each kind is called; with {number} and {date} it is the whole first line."""
    number: str
    original: str
    copy: str
    annulled: str
    event: str
    corrects: str
    ground: str
    seller: str
    buyer: str
    tax_id: str
    vat_id: str
    kpp: str
    responsible: str
    phone: str
    basis: str
    column_number: str
    column_name: str
    column_unit: str
    column_quantity: str
    column_price: str
    column_net_price: str
    column_vat: str
    column_total: str
    piece: str
    """The unit of what has none: a form with a column for units leaves none empty."""
    goods: str
    """What a line is called that was imported without a name."""
    discount: str
    subtotal: str
    base: str
    vat: str
    vat_inside: str
    no_vat: str
    untaxed: str
    to_pay: str
    to_return: str
    counted: str
    in_words: str
    paid: str
    transfer: str
    bank: str
    due: str
    no_vat_ground: str
    no_vat_by_law: str
    in_leva: str
    sold_in_leva: str
    pay_title: str
    pay_note: str
    purposes: Mapping[PaperKind, str]
    """What a transfer is for, by kind: a proforma and an invoice may have the same number."""
    head: str
    accountant: str
    received: str
    pages: str
    carried: str


# ЗДДС чл. 114, 115; ППЗДДС чл. 78, 79.
BULGARIAN = InvoiceWords(
    titles={
        PaperKind.INVOICE: "ФАКТУРА",
        PaperKind.PROFORMA: "ПРОФОРМА ФАКТУРА",
        PaperKind.CREDIT_NOTE: "КРЕДИТНО ИЗВЕСТИЕ",
        PaperKind.DEBIT_NOTE: "ДЕБИТНО ИЗВЕСТИЕ",
    },
    number="№\u00a0{number}",
    original="ОРИГИНАЛ",
    copy="КОПИЕ",
    annulled="АНУЛИРАНА",
    event="Дата на данъчното събитие: {date}",
    corrects="Към фактура №\u00a0{number} от {date}",
    ground="Основание: {ground}",
    seller="Доставчик",
    buyer="Получател",
    tax_id="ЕИК {number}",
    vat_id="ИН по ЗДДС {number}",
    kpp="",
    responsible="МОЛ: {name}",
    phone="тел.\u00a0{phone}",
    basis="Основание:",
    column_number="№",
    column_name="Стока / услуга",
    column_unit="Мярка",
    column_quantity="К-во",
    column_price="Ед. цена",
    column_net_price="Ед. цена без ДДС",
    column_vat="ДДС",
    column_total="Стойност",
    piece="бр.",
    goods="Стока",
    discount="отстъпка {amount}",
    subtotal="",
    base="Данъчна основа {rate}",
    vat="ДДС {rate}",
    vat_inside="",
    no_vat="",
    untaxed="Без ДДС",
    to_pay="За плащане",
    to_return="За връщане",
    counted="",
    in_words="Словом:",
    paid="Плащане: {way}",
    transfer="IBAN {iban}",
    bank="BIC {bic}",
    due="Срок за плащане: {date}",
    no_vat_ground="",
    no_vat_by_law="Основание за неначисляване на ДДС: {ground}",
    in_leva="Фактурата е издадена в левове; тук сумите са в евро, 1 EUR = {rate} BGN",
    sold_in_leva="Продажбата е в левове; тук сумите са в евро, 1 EUR = {rate} BGN",
    pay_title="Плащане с QR",
    pay_note="от банковото приложение",
    purposes={
        PaperKind.INVOICE: "Фактура {number}",
        PaperKind.PROFORMA: "Проформа фактура {number}",
        PaperKind.DEBIT_NOTE: "Дебитно известие {number}",
    },
    head="Съставил:",
    accountant="",
    received="Получил:",
    pages="стр. {page} от {pages}",
    carried="Пренос",
)
RUSSIAN = InvoiceWords(
    titles={
        PaperKind.INVOICE: "Счет на оплату №\u00a0{number} от {date}",
        PaperKind.PROFORMA: "Счет на оплату (предварительный) №\u00a0{number} от {date}",
        PaperKind.CREDIT_NOTE: "Корректировка к счету №\u00a0{number} от {date}",
        PaperKind.DEBIT_NOTE: "Корректировка к счету №\u00a0{number} от {date}",
    },
    number="",
    original="",
    copy="КОПИЯ",
    annulled="АННУЛИРОВАН",
    event="",
    corrects="К счету на оплату №\u00a0{number} от {date}",
    ground="Основание: {ground}",
    seller="Поставщик (Исполнитель):",
    buyer="Покупатель (Заказчик):",
    tax_id="ИНН {number}",
    vat_id="",
    kpp="КПП {number}",
    responsible="",
    phone="тел.\u00a0{phone}",
    basis="Основание:",
    column_number="№",
    column_name="Товары (работы, услуги)",
    column_unit="Ед.",
    column_quantity="Кол-во",
    column_price="Цена",
    column_net_price="Цена",
    column_vat="",
    column_total="Сумма",
    piece="шт",
    goods="Товар",
    discount="скидка {amount}",
    subtotal="Итого:",
    base="",
    vat="",
    vat_inside="В том числе НДС {rate}:",
    no_vat="Без налога (НДС):",
    untaxed="Без налога (НДС):",
    to_pay="Всего к оплате:",
    to_return="Всего к возврату:",
    counted="Всего наименований {count}, на сумму {total}",
    in_words="",
    paid="",
    transfer="",
    bank="",
    due="Оплатить не позднее {date}",
    no_vat_ground="",
    no_vat_by_law="",
    in_leva="",
    sold_in_leva="",
    pay_title="Оплата по QR-коду",
    pay_note="наведите камеру в приложении банка",
    purposes={
        PaperKind.INVOICE: "Оплата по счету № {number} от {date}",
        PaperKind.PROFORMA: "Оплата по предварительному счету № {number} от {date}",
        PaperKind.DEBIT_NOTE: "Оплата по корректировке № {number} от {date}",
    },
    head="Руководитель",
    accountant="Бухгалтер",
    received="",
    pages="стр. {page} из {pages}",
    carried="Перенос",
)
SOLE_TRADER = "Предприниматель"
"""Who signs a счет of an ИП: there is no director and no accountant."""
FORMS = {"bg": BULGARIAN, "ru": RUSSIAN}


def invoice_words(words: Words, country: str) -> InvoiceWords:
    """The country's own words in its own language; in another one they are translated.

    The title of a Bulgarian form stays as the law has it, with the translated one beside it.
    """
    own = FORMS.get(country)
    return own if own and words.language == country else plain_words(words)


def plain_words(words: Words) -> InvoiceWords:
    """The words of a plain invoice in the language of `words`."""
    return InvoiceWords(
        titles=_titles(words),
        # Translators: what a bank transfer is for; {number} is the invoice's.
        purposes=_titles(words) | {PaperKind.INVOICE: words.say("Invoice {number}")},
        **_nothing(),
        **_head(words),
        **_columns(words),
        **_sums(words),
        **_below(words),
    )


def _nothing() -> dict[str, str]:
    """What only the form of a country has."""
    names = ("number", "original", "kpp", "piece", "subtotal", "vat_inside", "no_vat", "counted")
    return dict.fromkeys((*names, "accountant"), "")


def _head(words: Words) -> dict[str, str]:
    return {
        "copy": words.say("COPY"),
        # Translators: a stamp across an invoice that was annulled.
        "annulled": words.say("ANNULLED"),
        "event": words.say("Date of supply: {date}"),
        # Translators: on a credit or debit note; {number} and {date} are of the invoice.
        "corrects": words.say("To invoice No. {number} of {date}"),
        "ground": words.say("Reason: {ground}"),
        "seller": words.say_in("invoice", "Seller"),
        "buyer": words.say_in("invoice", "Bill to"),
        "tax_id": words.say("Tax No. {number}"),
        "vat_id": words.say("VAT No. {number}"),
        # Translators: under the name of a firm; {name} is who answers for it.
        "responsible": words.say("Represented by {name}"),
        "phone": words.say("tel. {phone}"),
        # Translators: before the contract or order that an invoice is based on.
        "basis": words.say("Basis:"),
    }


def _sums(words: Words) -> dict[str, str]:
    return {
        "goods": words.say("Goods"),
        "discount": words.say("discount {amount}"),
        # Translators: before a sum; {rate} is "20%".
        "base": words.say("Net at {rate}"),
        "vat": words.say("VAT {rate}"),
        "untaxed": words.say("Without VAT"),
        "to_pay": words.say("To pay"),
        "to_return": words.say("Refund"),
        "in_words": words.say("In words:"),
        "carried": words.say("Carried forward"),
    }


def _below(words: Words) -> dict[str, str]:
    return {
        # Translators: {way} is "cash", "bank transfer".
        "paid": words.say("Payment: {way}"),
        "transfer": "IBAN {iban}",
        "bank": "BIC {bic}",
        "due": words.say("Due {date}"),
        "no_vat_ground": words.say("The seller is not registered for VAT."),
        # Translators: on an invoice; {ground} is an article of the VAT law.
        "no_vat_by_law": words.say("No VAT charged: {ground}"),
        # Translators: on a note to an invoice of before the euro; {rate} is 1.95583.
        "in_leva": words.say(
            "The invoice was in leva; the sums here are in euros, 1 EUR = {rate} BGN"
        ),
        # Translators: on a paper of a sale of before the euro; {rate} is 1.95583.
        "sold_in_leva": words.say(
            "The sale was in leva; the sums here are in euros, 1 EUR = {rate} BGN"
        ),
        "pay_title": words.say("Pay by QR code"),
        "pay_note": words.say("in your bank’s app"),
        "head": words.say_in("signature", "Issued by"),
        "received": words.say_in("signature", "Received by"),
        "pages": words.say("Page {page} of {pages}"),
    }


def _columns(words: Words) -> dict[str, str]:
    return {
        "column_number": words.say_in("column", "No."),
        "column_name": words.say_in("column", "Item"),
        "column_unit": words.say_in("column", "Unit"),
        "column_quantity": words.say_in("column", "Qty"),
        "column_price": words.say_in("column", "Price"),
        "column_net_price": words.say_in("column", "Net price"),
        "column_vat": words.say_in("column", "VAT"),
        "column_total": words.say_in("column", "Amount"),
    }


def _titles(words: Words) -> dict[PaperKind, str]:
    return {
        PaperKind.INVOICE: words.say("Invoice No. {number}"),
        PaperKind.PROFORMA: words.say("Proforma invoice No. {number}"),
        PaperKind.CREDIT_NOTE: words.say("Credit note No. {number}"),
        PaperKind.DEBIT_NOTE: words.say("Debit note No. {number}"),
    }
