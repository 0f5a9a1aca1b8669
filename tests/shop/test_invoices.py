"""Invoices of sales and on account, proformas, notes and annulments, read back from their PDFs."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
from tests.documents.reading import scanned, texts
from tests.shop.selling import add, draft, euro, line, sell

from kartoteka.domain.clients import Address, Client, ContactPerson, Kind, TaxNumbers
from kartoteka.domain.errors import BadValue, NotFound
from kartoteka.domain.money import Money
from kartoteka.domain.papers import (
    CreditTooLarge,
    DebitNoteNotHere,
    InvoiceOfReturn,
    Missing,
    NoInvoiceToChange,
    NoteWithoutGround,
    PaperAnnulled,
    PaperHasNotes,
    PaperNotComplete,
    ReceiptNotAnnulled,
)
from kartoteka.domain.returns import SaleVoided
from kartoteka.domain.sales import Line, Payment, PaymentKind, SaleDraft
from kartoteka.domain.voids import InvoiceStands
from kartoteka.shop import Shop, clients, debts, invoices, papers, printing, sales, till
from kartoteka.shop import settings as shop_settings
from kartoteka.shop.views import IssuedPaper
from kartoteka.store import papers as stored
from kartoteka.store.direct import direct

BULGARIAN = {
    "name": "Море и сребро",
    "legal_name": "„Море и сребро“ ЕООД",
    "address": "Пловдив 4000, ул. Пирин 5",
    "tax_id": "175074752",
    "vat_id": "BG175074752",
    "vat_registered": "yes",
    "vat_rate": "20",
    "iban": "BG80BNBG96611020345678",
    "bic": "BNBGBGSD",
    "responsible": "Мария Стоянова",
}
RUSSIAN = {
    "country": "ru",
    "currency": "RUB",
    "language": "ru",
    "name": "Три кита",
    "legal_name": "ООО «Три кита»",
    "address": "107031, г. Москва, ул. Неглинная, д. 9",
    "tax_id": "7707083893",
    "kpp": "770801001",
    "bank": "ПАО СБЕРБАНК",
    "bic": "044525225",
    "account": "40702810138250123017",
    "corr_account": "30101810400000000225",
    "responsible": "Кузнецова О. П.",
    "vat_registered": "yes",
    "vat_rate": "22",
}
FIRM = Client(
    kind=Kind.COMPANY,
    company="„Лен и конец“ ООД",
    tax=TaxNumbers(tax_id="831650349", vat_id="BG831650349"),
    address=Address(street="бул. Витоша 1", city="София", postcode="1000"),
    people=(ContactPerson("Петър Ангелов"),),
)
RUSSIAN_FIRM = Client(
    kind=Kind.COMPANY,
    company="ООО «Лён и нить»",
    tax=TaxNumbers(tax_id="7728168971", kpp="772801001"),
    address=Address(street="ул. Профсоюзная, д. 65", city="Москва", postcode="117342"),
)
ON_ACCOUNT = PaymentKind.ACCOUNT


def tell(shop: Shop, details: Mapping[str, str], **more: str) -> None:
    told = {**details, **more}
    shop_settings.change_settings(shop, {f"shop.{key}": value for key, value in told.items()})


def text(shop: Shop, paper: IssuedPaper, *, copy: bool = False) -> str:
    return " ".join(texts(papers.paper_pdf(shop, paper.id, copy=copy))).replace("\u00a0", " ")


def issued(shop: Shop, client: int, *lines: Line) -> IssuedPaper:
    return invoices.issue_invoice(shop, sell(shop, *lines, client=client).id).value


def numbers_of(shop: Shop) -> list[str]:
    return [paper.shown for paper in reversed(papers.papers(shop))]


def test_a_bulgarian_invoice_has_what_the_law_asks(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    paper = issued(shop, add(shop, FIRM), line("Гривна", "120.00", "2", "12.00"))
    told = text(shop, paper)
    assert (paper.kind, paper.shown, paper.number) == ("invoice", "0000000001", 1)
    for words in (
        "ФАКТУРА", "ОРИГИНАЛ", "№ 0000000001", "21.11.2026 г.",
        "Дата на данъчното събитие: 21.11.2026 г.",
        "Доставчик", "„Море и сребро“ ЕООД", "ЕИК 175074752", "ИН по ЗДДС BG175074752",
        "Получател", "„Лен и конец“ ООД", "ЕИК 831650349", "МОЛ: Петър Ангелов",
        "Данъчна основа 20 %", "190,00 €", "ДДС 20 %", "38,00 €", "228,00 €",
        "Словом:", "двеста двадесет и осем евро и нула цента",
        "ПЛАТЕНО", "Обща сума", "Плащане: в брой", "Съставил", "Мария Стоянова",
    ):  # fmt: skip
        assert words in told
    assert "IBAN" not in told
    assert paper.pages == 2


def test_a_shop_without_vat_names_the_ground_and_shows_no_tax(shop: Shop) -> None:
    tell(shop, BULGARIAN, vat_registered="no")
    told = text(shop, issued(shop, add(shop, FIRM)))
    assert "Основание за неначисляване на ДДС: чл. 113, ал. 9 от ЗДДС" in told
    assert "ОРИГИНАЛ" not in told
    assert "Данъчна основа" not in told
    assert "BG175074752" not in told


def test_the_ground_is_named_to_a_foreign_client_too(shop: Shop) -> None:
    tell(shop, BULGARIAN, vat_registered="no")
    told = text(shop, issued(shop, add(shop, replace(FIRM, language="en"))))
    assert (
        "No VAT charged: scheme for small enterprises, Art. 284 of Directive 2006/112/EC "
        "(чл. 113, ал. 9 от ЗДДС)" in told
    )
    tell(shop, {"country": "other"})
    told = text(shop, issued(shop, add(shop, replace(FIRM, language="en"))))
    assert "The seller is not registered for VAT." in told


def test_an_unpaid_invoice_is_paid_by_scanning_it(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)
    paper = invoices.invoice_on_account(shop, draft(shop, client=firm), due_on=date(2026, 12, 5))
    pdf = papers.paper_pdf(shop, paper.value.id)
    payload = next(code for code in scanned(pdf, 0) if code.startswith("BCD"))
    assert payload.split("\n") == [
        "BCD", "002", "1", "SCT", "BNBGBGSD", '"More i srebro" EOOD', "BG80BNBG96611020345678",
        "EUR24.00", "", "", "Фактура 0000000001",
    ]  # fmt: skip
    told = text(shop, paper.value)
    for words in ("Срок за плащане: 05.12.2026 г.", "За плащане", "IBAN BG80 BNBG", "BIC BNBGBGSD"):
        assert words in told
    assert "ПЛАТЕНО" not in told
    assert "BCD" not in str(scanned(papers.paper_pdf(shop, issued(shop, firm).id), 0))


def test_selling_on_account_makes_a_debt_without_a_receipt_number(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)
    asked = draft(shop, client=firm)
    first = invoices.invoice_on_account(shop, asked).value
    assert invoices.invoice_on_account(shop, asked).value == first
    assert debts.debt_of(shop, firm) == euro("24.00")
    assert first.sale is not None
    assert sales.sale(shop, first.sale).number is None
    assert sell(shop).number == 1


def test_nothing_is_sold_on_account_when_the_invoice_cannot_be_issued(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, replace(FIRM, tax=TaxNumbers(), address=Address()))
    with pytest.raises(PaperNotComplete) as refused:
        invoices.invoice_on_account(shop, draft(shop, client=firm))
    assert set(refused.value.missing) == {Missing("client", "address"), Missing("client", "tax_id")}
    assert not debts.debt_of(shop, firm)
    assert papers.papers(shop) == []


def test_what_is_missing_is_named_and_no_number_is_taken(shop: Shop) -> None:
    firm = add(shop, FIRM)
    sold = sell(shop, client=firm)
    with pytest.raises(PaperNotComplete) as refused:
        invoices.issue_invoice(shop, sold.id)
    assert Missing("shop", "tax_id") in refused.value.missing
    with pytest.raises(PaperNotComplete) as nobody:
        invoices.issue_invoice(shop, sell(shop).id)
    assert Missing("paper", "client") in nobody.value.missing
    tell(shop, BULGARIAN)
    assert invoices.issue_invoice(shop, sold.id).value.number == 1


def test_a_sale_without_a_client_can_be_invoiced_to_one(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)
    paper = invoices.issue_invoice(shop, sell(shop).id, client=firm).value
    assert paper.client == firm
    assert "„Лен и конец“ ООД" in text(shop, paper)


def test_a_russian_bill_has_its_bank_box_and_words(shop: Shop) -> None:
    tell(shop, RUSSIAN)
    firm = add(shop, RUSSIAN_FIRM)
    bill = SaleDraft(
        uuid="bill",
        on=shop.today(),
        lines=(
            Line("Колье «Лес»", Decimal(3), Money.of("400", "RUB"), unit="шт"),
            Line("Упаковка", Decimal(1), Money.of("20", "RUB")),
        ),
        currency="RUB",
        client=firm,
    )
    paper = invoices.invoice_on_account(shop, bill, basis="Договор № 7").value
    told = text(shop, paper)
    for words in (
        "Счет на оплату № 1 от 21 ноября 2026 г.",
        "Банк получателя", "БИК", "044525225", "40702810138250123017", "30101810400000000225",
        "ИНН 7707083893", "КПП 770801001", "Поставщик (Исполнитель):", "ООО «Три кита»",
        "Покупатель (Заказчик):", "ООО «Лён и нить»", "Договор № 7", "Итого:", "1 220,00",
        "В том числе НДС 22 %:", "220,00", "Всего к оплате:",
        "Всего наименований 2, на сумму 1 220,00 руб.",
        "Одна тысяча двести двадцать рублей 00 копеек", "Руководитель", "Бухгалтер",
    ):  # fmt: skip
        assert words in told
    payload = next(
        code for code in scanned(papers.paper_pdf(shop, paper.id), 0) if code.startswith("ST")
    )
    assert payload == (
        "ST00012|Name=ООО «Три кита»|PersonalAcc=40702810138250123017|BankName=ПАО СБЕРБАНК|"
        "BIC=044525225|CorrespAcc=30101810400000000225|Sum=122000|"
        "Purpose=Оплата по счету № 1 от 21.11.2026, в т.ч. НДС 22 % – 220,00|"
        "PayeeINN=7707083893|KPP=770801001"
    )
    assert paper.series == "invoice/2026"


def test_a_telephone_stays_on_one_line(shop: Shop) -> None:
    tell(shop, RUSSIAN, phone="+7 495 123-45-67")
    firm = add(shop, RUSSIAN_FIRM)
    lines = (Line("Колье", Decimal(1), Money.of("100", "RUB")),)
    asked = SaleDraft(uuid="one", on=shop.today(), lines=lines, currency="RUB", client=firm)
    paper = invoices.invoice_on_account(shop, asked).value
    page = pypdfium2.PdfDocument(papers.paper_pdf(shop, paper.id))[0]
    copied = page.get_textpage().get_text_bounded().replace("\u00a0", " ")
    assert "тел. +7 495 123-45-67" in copied


def test_a_russian_sole_trader_signs_alone_and_pays_no_vat(shop: Shop) -> None:
    tell(shop, RUSSIAN, tax_id="500100732259", account="40802810340000024041", vat_registered="no")
    firm = add(shop, RUSSIAN_FIRM)
    lines = (Line("Колье", Decimal(1), Money.of("100", "RUB")),)
    asked = SaleDraft(uuid="one", on=shop.today(), lines=lines, currency="RUB", client=firm)
    told = text(shop, invoices.invoice_on_account(shop, asked).value)
    assert "Без налога (НДС): -" in told
    assert "Предприниматель" in told
    assert "Бухгалтер" not in told


def test_elsewhere_it_is_a_plain_invoice(shop: Shop) -> None:
    tell(shop, {"name": "Green Thread", "country": "other", "language": "en", "address": "Here 1"})
    client = Client(given="Helen", family="Marsh", address=Address(city="Bath"))
    told = text(shop, issued(shop, add(shop, client)))
    assert "Invoice No. 1" in told
    assert "Helen Marsh" in told
    assert "Twenty-four euros and 00 cents" in told


def test_a_foreign_client_reads_a_bulgarian_form_in_their_language(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    told = text(shop, issued(shop, add(shop, replace(FIRM, language="en"))))
    assert "ФАКТУРА" in told
    assert "Invoice No. 0000000001" in told
    assert "Net at 20%" in told


def test_an_invoice_stays_as_it_was_issued(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)
    paper = issued(shop, firm)
    pdf = papers.paper_pdf(shop, paper.id)
    clients.edit_client(shop, replace(clients.client(shop, firm), company="Друга фирма"))
    tell(shop, {"name": "Друго име", "vat_rate": "9"})
    assert papers.paper_pdf(shop, paper.id) == pdf
    with shop.read() as session:
        kept = stored.source(session, paper.id)
    assert kept is not None
    assert kept.sha256 == hashlib.sha256(pdf).hexdigest()
    papers.count_print(shop, paper.id, copy=False)
    again = papers.to_print(shop, paper.id).pdf
    assert "КОПИЕ" in " ".join(texts(again))
    assert "ОРИГИНАЛ" not in " ".join(texts(again))


def test_a_sale_has_one_standing_invoice_and_an_annulled_number_stays(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    sold = sell(shop, client=add(shop, FIRM))
    first = invoices.issue_invoice(shop, sold.id).value
    assert invoices.issue_invoice(shop, str(sold.number)).value == first
    with pytest.raises(InvoiceStands):
        till.void_sale(shop, sold.id, "грешка")
    gone = invoices.annul(shop, first.id, "грешен получател").value
    assert gone.annul_reason == "грешен получател"
    assert "АНУЛИРАНА" in text(shop, first)
    second = invoices.issue_invoice(shop, sold.id).value
    assert numbers_of(shop) == ["0000000001", "0000000002"]
    with pytest.raises(PaperAnnulled):
        invoices.annul(shop, first.id, "пак")
    with pytest.raises(NoteWithoutGround):
        invoices.annul(shop, second.id, "  ")


def test_a_credit_note_takes_goods_back_and_names_its_invoice(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    paper = issued(shop, add(shop, FIRM), line("Обеци", "15.00", "3"))
    note = invoices.issue_credit_note(
        shop, paper.id, "върната стока", quantities={1: Decimal(1)}
    ).value
    told = text(shop, note)
    for words in (
        "КРЕДИТНО ИЗВЕСТИЕ", "№ 0000000002", "Към фактура № 0000000001 от 21.11.2026 г.",
        "Основание: върната стока", "Данъчна основа 20 %", "12,50 €", "2,50 €", "15,00 €",
        "петнадесет евро",
    ):  # fmt: skip
        assert words in told
    assert note.amends == paper.id
    assert invoices.left_of(shop, paper.id) == euro("30.00")
    assert paper.sale is not None
    assert sales.sale(shop, paper.sale).returned_quantities == {1: Decimal(1)}
    whole = invoices.issue_credit_note(shop, paper.shown, "разваляне на доставката").value
    assert whole.total == euro("30.00")
    assert not invoices.left_of(shop, paper.id)


def test_the_credit_note_of_a_return_is_issued_once(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    sold = sell(shop, line("Обеци", "15.00", "3"), client=add(shop, FIRM))
    paper = invoices.issue_invoice(shop, sold.id).value
    back = sales.record_return(shop, sales.return_draft(shop, sold.id, {1: Decimal(2)})).value
    note = invoices.issue_credit_note(shop, paper.id, "връщане", of_return=back.id).value
    again = invoices.issue_credit_note(shop, paper.id, "връщане", of_return=back.id).value
    assert (note.total, again.id) == (euro("30.00"), note.id)
    with pytest.raises(PaperHasNotes):
        invoices.annul(shop, paper.id, "грешка")
    with pytest.raises(InvoiceOfReturn):
        invoices.issue_invoice(shop, back.id)


def test_a_lower_price_is_a_credit_note_without_goods(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)
    paper = invoices.invoice_on_account(shop, draft(shop, client=firm)).value
    cheaper = (line("Отстъпка за количество", "4.00"),)
    invoices.issue_credit_note(shop, paper.id, "отстъпка", lines=cheaper)
    assert debts.debt_of(shop, firm) == euro("20.00")
    before = numbers_of(shop)
    with pytest.raises(CreditTooLarge):
        invoices.issue_credit_note(shop, paper.id, "отстъпка", lines=(line("Още", "20.01"),))
    assert numbers_of(shop) == before
    assert debts.debt_of(shop, firm) == euro("20.00")


def test_a_debit_note_adds_to_the_invoice_and_the_debt(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)
    paper = invoices.invoice_on_account(shop, draft(shop, client=firm)).value
    more = (line("Доставка", "6.00"),)
    note = invoices.issue_debit_note(shop, paper.id, "доставка", more, uuid="d").value
    assert invoices.issue_debit_note(shop, paper.id, "доставка", more, uuid="d").value == note
    told = text(shop, note)
    assert "ДЕБИТНО ИЗВЕСТИЕ" in told
    assert "Към фактура № 0000000001" in told
    assert debts.debt_of(shop, firm) == euro("30.00")
    assert invoices.left_of(shop, paper.id) == euro("30.00")
    tell(shop, {"country": "other"})
    with pytest.raises(DebitNoteNotHere):
        invoices.issue_debit_note(shop, paper.id, "more", more)


def test_a_note_needs_an_invoice_and_a_ground(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)
    with pytest.raises(NoInvoiceToChange):
        invoices.issue_credit_note(shop, str(sell(shop, client=firm).number), "връщане")
    paper = issued(shop, firm)
    with pytest.raises(NoteWithoutGround):
        invoices.issue_credit_note(shop, paper.id, " ")
    invoices.annul(shop, paper.id, "грешка")
    with pytest.raises(PaperAnnulled):
        invoices.issue_credit_note(shop, paper.id, "връщане")


def test_a_transfer_names_the_paper_that_it_pays(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)

    def purpose(paper: IssuedPaper) -> str:
        codes = scanned(papers.paper_pdf(shop, paper.id), 0)
        return next(code for code in codes if code.startswith("BCD")).split("\n")[-1]

    invoice = invoices.invoice_on_account(shop, draft(shop, client=firm)).value
    offered = invoices.issue_proforma(shop, draft(shop, client=firm)).value
    note = invoices.issue_debit_note(shop, invoice.id, "доставка", [line("Доставка")]).value
    assert purpose(invoice) == "Фактура 0000000001"
    assert purpose(offered) == "Проформа фактура 0000000001"
    assert purpose(note) == "Дебитно известие 0000000002"


def test_an_invoice_names_a_person_in_full(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    home = Address(street="ул. Шипка 12", city="София")
    person = add(shop, Client(given="Мария", middle="Тодорова", family="Иванова", address=home))
    assert "Мария Тодорова Иванова" in text(shop, issued(shop, person))


def test_a_proforma_has_a_run_of_its_own_and_sells_nothing(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)
    offered = invoices.issue_proforma(shop, draft(shop, client=firm)).value
    sold = sell(shop, client=firm)
    second = invoices.issue_proforma(shop, sold.id).value
    assert invoices.issue_proforma(shop, sold.id).value == second
    invoice = invoices.issue_invoice(shop, sold.id).value
    assert [offered.number, second.number, invoice.number] == [1, 2, 1]
    told = text(shop, offered)
    assert "ПРОФОРМА ФАКТУРА" in told
    assert "ОРИГИНАЛ" not in told
    assert not debts.debt_of(shop, firm)


def test_void_sales_receipts_and_strange_sizes_are_refused(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    sold = sell(shop, client=add(shop, FIRM))
    with pytest.raises(BadValue):
        invoices.issue_invoice(shop, sold.id, size="80")
    receipt = papers.issue_receipt(shop, sold.id).value
    with pytest.raises(ReceiptNotAnnulled):
        invoices.annul(shop, receipt.id, "грешка")
    till.void_sale(shop, sold.id, "грешка")
    with pytest.raises(SaleVoided):
        invoices.issue_invoice(shop, sold.id)
    with pytest.raises(NotFound):
        invoices.issue_invoice(shop, "77")


def test_papers_of_every_kind_are_found_by_their_number_and_saved(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    sold = sell(shop, client=add(shop, FIRM))
    receipt = papers.issue_receipt(shop, sold.id).value
    invoice = invoices.issue_invoice(shop, sold.id).value
    assert papers.paper(shop, "0000000001") == invoice
    assert papers.paper(shop, "1").id == receipt.id
    assert set(papers.find_ids(shop, "0000000001")) == {receipt.id, invoice.id}
    assert papers.save_paper(shop, invoice.id).name == "invoice-0000000001.pdf"
    assert papers.save_paper(shop, receipt.id).name == "receipt-000001.pdf"


def test_a_mixed_payment_leaves_the_rest_to_be_scanned(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)
    parts = (Payment(PaymentKind.CASH, euro("4.00")), Payment(ON_ACCOUNT, euro("20.00")))
    sold = sales.record_sale(shop, draft(shop, client=firm, payments=parts)).value
    pdf = papers.paper_pdf(shop, invoices.issue_invoice(shop, sold.id).value.id)
    assert any("EUR20.00" in code for code in scanned(pdf, 0))


def test_what_was_imported_without_a_name_is_goods_on_every_paper(shop: Shop) -> None:
    tell(shop, BULGARIAN)
    firm = add(shop, FIRM)
    sold = sell(shop, client=firm)
    with shop.change() as session:
        direct(session).execute("UPDATE sale_line SET name = ''")
    assert "1 Стока бр. 1 20,00" in text(shop, invoices.issue_invoice(shop, sold.id).value)
    assert "1 Стока 1 24,00" in text(shop, papers.issue_receipt(shop, sold.id).value)
    statement = " ".join(texts(printing.statement(shop, firm).pdf))
    assert "Стока 24,00" in statement.replace("\u00a0", " ")
