"""Every country of a shop with every language of a client: each pair is a form of its own."""

import os
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from tests.documents.reading import scanned
from tests.shop.selling import add, line
from tests.shop.test_invoices import BULGARIAN, FIRM, RUSSIAN, RUSSIAN_FIRM, tell, text

from kartoteka.domain.clients import Client, TaxNumbers
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, Payment, PaymentKind, SaleDraft
from kartoteka.shop import Shop, invoices, papers, sales
from kartoteka.shop.views import IssuedPaper

PLAIN = {
    "name": "Green Thread",
    "country": "other",
    "language": "en",
    "address": "1 High Street, Bath",
    "vat_registered": "yes",
    "vat_rate": "20",
    "vat_id": "GB123456789",
}
SHOPS = {"bg": BULGARIAN, "ru": RUSSIAN, "other": PLAIN}
KINDS = ("invoice", "proforma", "credit_note", "debit_note")
PAIRS = [(country, language) for country in SHOPS for language in ("bg", "ru", "en")]
PRICE = {
    "bg": {"bg": "Ед. цена без ДДС", "ru": "Цена без НДС", "en": "Net price"},
    "other": {"bg": "Цена без ДДС", "ru": "Цена без НДС", "en": "Net price"},
    "ru": {"bg": "Цена", "ru": "Цена", "en": "Price"},
}
TITLES = {
    ("bg", "bg"): ("ФАКТУРА", "ПРОФОРМА ФАКТУРА", "КРЕДИТНО ИЗВЕСТИЕ", "ДЕБИТНО ИЗВЕСТИЕ"),
    ("bg", "ru"): ("Фактура № 0", "Проформа-фактура № 0", "Кредит-нота № 0", "Дебет-нота № 0"),
    ("bg", "en"): ("Invoice No. 0", "Proforma invoice No. 0", "Credit note No. 0", "Debit note"),
    ("ru", "bg"): ("Сметка за плащане № 1", "Проформа № 1", "Стокова разписка за връщане № 1"),
    ("ru", "ru"): ("Счет на оплату № 1 от", "Счет-проформа № 1 от", "Возвратная накладная № 1 от"),
    ("ru", "en"): ("Invoice No. 1, 21", "Proforma invoice No. 1, 21", "Return note No. 1, 21"),
    ("other", "bg"): ("Фактура № 1", "Проформа фактура № 1", "Кредитно известие № 1"),
    ("other", "ru"): ("Счёт № 1", "Счёт-проформа № 1", "Кредит-нота № 1"),
    ("other", "en"): ("Invoice No. 1", "Proforma invoice No. 1", "Credit note No. 1"),
}
STAMPS = {
    ("bg", "bg"): ("АНУЛИРАНА", "АНУЛИРАНА", "АНУЛИРАНО", "АНУЛИРАНО"),
    ("bg", "ru"): ("АННУЛИРОВАНА", "АННУЛИРОВАНА", "АННУЛИРОВАНА", "АННУЛИРОВАНА"),
    ("ru", "ru"): ("АННУЛИРОВАН", "АННУЛИРОВАН", "АННУЛИРОВАНА", ""),
    ("ru", "bg"): ("АНУЛИРАНА", "АНУЛИРАНА", "АНУЛИРАНА", ""),
    ("other", "bg"): ("АНУЛИРАНА", "АНУЛИРАНА", "АНУЛИРАНО", ""),
    ("other", "ru"): ("АННУЛИРОВАН", "АННУЛИРОВАН", "АННУЛИРОВАНА", ""),
}


def client_of(country: str, language: str) -> Client:
    return replace(RUSSIAN_FIRM if country == "ru" else FIRM, language=language)


def sold(shop: Shop, client: int, *payments: tuple[PaymentKind, str]) -> int:
    """Two lines, 100 and 22 with VAT, and what was paid of them."""
    currency = shop.settings.shop.currency
    lines = tuple(
        Line("Agate", Decimal(1), Money.of(price, currency), unit="") for price in ("100", "22")
    )
    parts = tuple(Payment(kind, Money.of(amount, currency)) for kind, amount in payments)
    asked = SaleDraft(
        uuid=f"{client}{payments}", on=shop.today(), lines=lines, currency=currency,
        client=client, payments=parts,
    )  # fmt: skip
    return sales.record_sale(shop, asked).value.id


OWED = (PaymentKind.ACCOUNT, "122")


def every_kind(shop: Shop, country: str, client: int) -> dict[str, IssuedPaper]:
    sale = sold(shop, client, OWED)
    made = {"proforma": invoices.issue_proforma(shop, sale).value}
    made["invoice"] = invoices.issue_invoice(shop, sale).value
    if country == "bg":
        more = (line("Agate", "12.00"),)
        made["debit_note"] = invoices.issue_debit_note(shop, made["invoice"].id, "more", more).value
    made["credit_note"] = invoices.issue_credit_note(
        shop, made["invoice"].id, "back", quantities={2: Decimal(1)}
    ).value
    return made


@pytest.mark.parametrize(("country", "language"), PAIRS)
def test_each_country_and_language_has_a_form_of_its_own(
    shop: Shop, country: str, language: str
) -> None:
    tell(shop, SHOPS[country])
    made = every_kind(shop, country, add(shop, client_of(country, language)))
    told = {kind: text(shop, paper) for kind, paper in made.items()}
    keep = os.environ.get("KARTOTEKA_LOOK")
    for kind, paper in made.items():
        if keep:
            named = Path(keep) / f"{country}-{language}-{kind}.pdf"
            named.write_bytes(papers.paper_pdf(shop, paper.id))
        assert PRICE[country][language] in told[kind]
        if country == "ru":
            assert "Net price" not in told[kind]
            assert "без НДС" not in told[kind].split("Agate")[0]
    for kind, title in zip(KINDS, TITLES[country, language], strict=False):
        assert title in told[kind]
    codes = {
        kind: [c for c in scanned(papers.paper_pdf(shop, paper.id), 0) if c[:2] in ("BC", "ST")]
        for kind, paper in made.items()
    }
    assert not codes["credit_note"]
    assert bool(codes["invoice"]) == (country != "other")
    assert bool(codes["proforma"]) == (country == "bg")
    if country == "ru":
        purpose = "Purpose=Оплата по счету № 1 от 21.11.2026, в т.ч. НДС 22 % – 22,00"
        assert purpose in codes["invoice"][0]


@pytest.mark.parametrize(("country", "language"), list(STAMPS))
def test_the_stamp_of_an_annulled_paper_agrees_with_what_it_is(
    shop: Shop, country: str, language: str
) -> None:
    tell(shop, SHOPS[country])
    made = every_kind(shop, country, add(shop, client_of(country, language)))
    wanted = dict(zip(KINDS, STAMPS[country, language], strict=True))
    for kind in ("credit_note", "debit_note", "invoice", "proforma"):
        if kind in made:
            invoices.annul(shop, made[kind].id, "wrong")
            assert f"{wanted[kind]} " in f"{text(shop, made[kind])} "


def test_a_part_that_was_paid_is_told_and_only_the_rest_is_asked_for(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)
    sale = sold(shop, firm, (PaymentKind.CASH, "70"), (PaymentKind.ACCOUNT, "52"))
    paper = invoices.issue_invoice(shop, sale).value
    told = text(shop, paper)
    for words in ("Обща сума", "122,00 €", "Платено", "70,00 €", "Остава за плащане", "52,00 €"):
        assert words in told
    assert "ПЛАТЕНО" not in told
    codes = scanned(papers.paper_pdf(shop, paper.id), 0)
    assert "EUR52.00" in next(code for code in codes if code.startswith("BCD"))


def test_a_person_shows_no_number_of_their_own_unless_it_is_wished(shop: Shop) -> None:
    from kartoteka.shop import settings as shop_settings

    tell(shop, BULGARIAN)
    person = Client(
        given="Елена", family="Колева", tax=TaxNumbers(tax_id="7523169263"), address=FIRM.address
    )
    client = add(shop, person)
    told = text(shop, invoices.issue_invoice(shop, sold(shop, client, OWED)).value)
    assert "7523169263" not in told
    shop_settings.change_settings(shop, {"paper.personal_numbers": "yes"})
    again = sold(shop, client, (PaymentKind.CASH, "122"))
    told = text(shop, invoices.issue_invoice(shop, again).value)
    assert "ЕГН 7523169263" in told
    assert "ЕИК 7523169263" not in told


def test_a_firm_of_another_country_gets_its_invoice_without_a_tax_number(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    abroad = replace(FIRM, tax=TaxNumbers(), address=replace(FIRM.address, country="Germany"))
    paper = invoices.issue_invoice(shop, sold(shop, add(shop, abroad), OWED)).value
    assert "ЕИК 831650349" not in text(shop, paper)
    numbered = replace(abroad, tax=TaxNumbers(tax_id="HRB 1234"))
    paper = invoices.issue_invoice(shop, sold(shop, add(shop, numbered), OWED)).value
    assert "Данъчен № HRB 1234" in text(shop, paper)


def test_an_invoice_after_a_proforma_asks_to_be_paid_once(shop: Shop) -> None:
    tell(shop, RUSSIAN)
    made = every_kind(shop, "ru", add(shop, RUSSIAN_FIRM))
    proforma, bill = text(shop, made["proforma"]), text(shop, made["invoice"])
    assert "Счет-проформа не оплачивается" in proforma
    assert "Банк получателя" not in proforma
    assert "Всего к оплате" not in proforma
    assert "вместо счета-проформы № 1" in bill


@pytest.mark.parametrize(
    ("regime", "signer", "said"),
    [("npd", "Исполнитель", "чек из приложения «Мой налог»"), ("usn", "Предприниматель", "УСН")],
)
def test_the_regime_of_a_russian_shop_decides_who_signs_and_what_is_said_of_vat(
    shop: Shop, regime: str, signer: str, said: str
) -> None:
    tell(
        shop, RUSSIAN, tax_id="500100732259", account="40802810340000024041",
        regime=regime, vat_registered="no",
    )  # fmt: skip
    paper = invoices.issue_invoice(shop, sold(shop, add(shop, RUSSIAN_FIRM), OWED)).value
    told = text(shop, paper)
    assert signer in told
    assert said in told
    code = next(c for c in scanned(papers.paper_pdf(shop, paper.id), 0) if c.startswith("ST"))
    assert "от 21.11.2026, без НДС" in code
