"""What stands on an invoice, a proforma or a note: finished words and sums for its form."""

from dataclasses import replace
from datetime import date

from kartoteka.documents.sheets import (
    BankBox,
    InvoiceForm,
    InvoiceHeads,
    InvoiceSheet,
    Party,
    Signature,
)
from kartoteka.domain.clients import Client
from kartoteka.domain.money import BGN_PER_EUR
from kartoteka.domain.net_lines import BilledSums
from kartoteka.domain.papers import PaperKind
from kartoteka.domain.regimes import SOLE_TRADER_DIGITS, is_self_employed, is_sole_trader
from kartoteka.domain.sales import PaymentKind
from kartoteka.domain.tax import NumberKind, is_personal, number_kind
from kartoteka.domain.vat_grounds import NOT_REGISTERED, is_zero_rate
from kartoteka.i18n import Words, amounts, formats
from kartoteka.i18n.labels import payment_label
from kartoteka.shop.back_sheets import back_sheet
from kartoteka.shop.invoice_forms import FORMS
from kartoteka.shop.invoice_sums import (
    paid_stamp,
    settled,
    sums_of,
    told_lines,
    told_sums,
    total_label,
)
from kartoteka.shop.invoice_words import InvoiceWords
from kartoteka.shop.invoice_words_abroad import invoice_words
from kartoteka.shop.told_invoices import ToldInvoice, pay_code
from kartoteka.shop.vat_ground_words import regime_lines, told_ground

_FORMS = {"bg": InvoiceForm.BULGARIAN, "ru": InvoiceForm.RUSSIAN}
_IBAN_GROUP = 4


def invoice_sheet(words: Words, told: ToldInvoice) -> InvoiceSheet:
    """The finished sheet in the language of `words` and the form of the shop's country."""
    said = invoice_words(words, told.shop.country)
    sums = sums_of(told)
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
        date_line="" if "{date}" in _named(told, said) else _date(words, told, told.issued),
        stamp=_stamp(told, said),
        copy_stamp=said.copy,
        annulled_stamp=_annulled(told, said),
        paid_stamp=paid_stamp(told, said, sums),
        about=_about(words, told, said),
        corrects=_corrects(words, told, said),
        seller=_seller(told, said),
        buyer=_buyer(told, said),
        basis_label=said.basis if told.basis else "",
        basis=told.basis,
        bank=_bank_box(told, said) if russian and told.asks_money else None,
        heads=_heads(told, said),
        lines=told_lines(words, told, said, sums),
        sums=told_sums(words, told, said, sums),
        total_label=total_label(told, said, sums),
        total=formats.money(words, sums.total),
        settled=settled(words, told, said, sums),
        counted=_counted(words, told, said, sums),
        in_words_label=said.in_words,
        in_words=amounts.in_words(sums.total, words.language),
        below=_below(words, told, said),
        pay_code=pay_code(words, told, said, sums),
        notes=(told.note,) if told.note else (),
        signatures=_signatures(told, said),
        stamp_place=_stamp_place(words, told),
        pages_label=said.pages,
        carried_label=said.carried,
        back=back_sheet(words, told.shop, told.back) if told.back else None,
    )
    if sheet.form is not InvoiceForm.PLAIN:
        return sheet
    lines = (told.shop.address, told.shop.phone, told.shop.email, told.shop.site)
    return replace(sheet, shop_name=told.shop.name, shop_lines=tuple(filter(None, lines)))


def _named(told: ToldInvoice, said: InvoiceWords) -> str:
    """What this paper is called; lower prices are told by another one than returned goods."""
    lower = told.kind is PaperKind.CREDIT_NOTE and told.without_goods
    return (said.lower_price if lower else "") or said.titles[told.kind]


def _annulled(told: ToldInvoice, said: InvoiceWords) -> str:
    lower = said.lower_price and told.kind is PaperKind.CREDIT_NOTE and told.without_goods
    return said.lower_price_annulled if lower else said.annulled[told.kind]


def _title(words: Words, told: ToldInvoice, said: InvoiceWords) -> str:
    own = FORMS.get(told.shop.country)
    if own is not None and own is not said and told.shop.country == "bg":
        return own.titles[told.kind]
    date = formats.date_long(words, told.issued)
    return _named(told, said).format(number=told.number, date=date)


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
    place = said.place.format(place=told.shop.place) if told.shop.place else ""
    return tuple(filter(None, (said.event.format(date=_date(words, told, told.event)), place)))


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
    shop, name = told.shop, told.shop.responsible
    lines = [
        shop.address,
        *_numbers(
            said,
            shop.tax_id,
            shop.vat_id if shop.vat_registered else "",
            said.kpp.format(number=shop.kpp) if shop.kpp and not is_sole_trader(shop) else "",
        ),
        said.responsible.format(name=name) if name and said.responsible else "",
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
        *_client_numbers(told, said),
        said.responsible.format(name=person) if person and said.responsible else "",
    ]
    return Party(said.buyer, client.full_name, tuple(filter(None, lines)))


def _numbers(said: InvoiceWords, tax_id: str, vat_id: str, kpp: str) -> list[str]:
    found = (
        said.tax_id.format(number=tax_id) if tax_id else "",
        said.vat_id.format(number=vat_id) if vat_id else "",
        kpp,
    )
    # A name and its number stay together.
    known = [part.replace(" ", "\u00a0") for part in found if part]
    return known if said.kpp else [" · ".join(known)]


def _client_numbers(told: ToldInvoice, said: InvoiceWords) -> list[str]:
    """The client's numbers, each called what it is; a person's own only where that is wished."""
    client, country = told.client, told.shop.country
    number = client.tax.tax_id
    if number and is_personal(client, country) and not told.personal_numbers:
        number = ""
    kinds = {NumberKind.EGN: said.egn, NumberKind.LNCH: said.lnch}
    kind = number_kind(client, country)
    label = (kinds.get(kind) if kind else "") or said.tax_id
    if kind is None and country in FORMS:
        label = said.foreign_id
    named = replace(said, tax_id=label)
    return _numbers(named, number, client.tax.vat_id, _kpp(said, client))


def _kpp(said: InvoiceWords, client: Client) -> str:
    sole = len(client.tax.tax_id) == SOLE_TRADER_DIGITS
    return said.kpp.format(number=client.tax.kpp) if client.tax.kpp and not sole else ""


def _stamp_place(words: Words, told: ToldInvoice) -> str:
    shop = told.shop
    firm = shop.country == "ru" and not is_sole_trader(shop) and not is_self_employed(shop)
    return "М.П." if firm and words.language == "ru" else ""


def _bank_box(told: ToldInvoice, said: InvoiceWords) -> BankBox:
    shop = told.shop
    return BankBox(
        bank=shop.bank,
        bic=shop.bic,
        bank_account=shop.corr_account,
        account=shop.account,
        inn=shop.tax_id,
        kpp="" if is_sole_trader(shop) else shop.kpp,
        payee=shop.legal_name or shop.name,
        bank_label=said.box_bank,
        bic_label=said.box_bic,
        account_label=said.box_account,
        inn_label=said.tax_id.replace("{number}", "").strip(),
        kpp_label=said.kpp.replace("{number}", "").strip(),
        payee_label=said.box_payee,
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


def _counted(words: Words, told: ToldInvoice, said: InvoiceWords, sums: BilledSums) -> str:
    if not said.counted:
        return ""
    roubles = sums.total.currency == "RUB"
    total = f"{formats.amount(words, sums.total)}\u00a0руб."
    shown = total if roubles and words.language == "ru" else formats.money(words, sums.total)
    return said.counted.format(count=len(told.lines), total=shown)


def _below(words: Words, told: ToldInvoice, said: InvoiceWords) -> tuple[str, ...]:
    shop, russian = told.shop, told.shop.country == "ru"
    lines = [*_why_no_vat(words, told, said)]
    if told.in_leva and not (told.amended and told.amended.in_leva):
        lines.append(said.sold_in_leva.format(rate=formats.number(words, BGN_PER_EUR, 5)))
    if told.proforma is not None:
        number, day = told.proforma
        lines.append(said.of_proforma.format(number=number, date=_date(words, told, day)))
    if told.kind is PaperKind.PROFORMA:
        lines.append(said.proforma_note)
    way = _way(words, told, said)
    bank = []
    if shop.iban and not russian and told.asks_money:
        bank.append(said.transfer.format(iban=_grouped(shop.iban)))
        bank.append(said.bank.format(bic=shop.bic) if shop.bic else "")
        bank.append(shop.bank)
    lines.append(" · ".join(part for part in (way, *bank) if part))
    if told.due_on is not None and told.asks_money:
        lines.append(said.due.format(date=_date(words, told, told.due_on)))
    return tuple(filter(None, lines))


def _why_no_vat(words: Words, told: ToldInvoice, said: InvoiceWords) -> tuple[str, ...]:
    """The ground that the law wants, and what it means for a client of another language."""
    country = told.shop.country
    if country == "ru":
        return regime_lines(words, told.shop)
    if told.shop.vat_registered:
        grounds = list(dict.fromkeys(ground for ground in told.grounds if ground))
    elif country == "bg":
        grounds = [NOT_REGISTERED]
    else:
        return (said.no_vat_ground,)
    lines = []
    for ground in grounds:
        label = said.zero_by_law if is_zero_rate(ground) else said.no_vat_by_law
        shown = ground if words.language == country else told_ground(words, ground)
        lines.append(label.format(ground=shown))
    return tuple(lines)


def _way(words: Words, told: ToldInvoice, said: InvoiceWords) -> str:
    kinds = [payment.kind for payment in told.payments if payment.amount]
    if not said.paid or not kinds or told.kind is PaperKind.PROFORMA:
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
    if told.kind is PaperKind.CREDIT_NOTE and said.gave_back and not told.without_goods:
        return (Signature(said.gave_back), Signature(said.took_back, name))
    if said.accountant:
        if is_self_employed(told.shop):
            return (Signature(said.self_employed, name),)
        if is_sole_trader(told.shop):
            return (Signature(said.sole_trader, name),)
        return (Signature(said.head, name), Signature(said.accountant))
    signed = (Signature(said.head, name),)
    return (*signed, Signature(said.received)) if said.received else signed
