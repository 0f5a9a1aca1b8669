"""Invoices, notes and the счет на оплату, read back from the PDF as their reader sees them."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from tests.documents import invoices, samples
from tests.documents.reading import entangled, picture, pieces, places, scanned, strays, texts

from kartoteka.documents import invoice, pictures
from kartoteka.documents.sheets import (
    AmountLine,
    BankBox,
    InvoiceLine,
    InvoiceSheet,
    PaperSize,
    Party,
    PayCode,
    Signature,
)
from kartoteka.documents.styles import DENSE_LOOKS

SIZES = [PaperSize.A4, PaperSize.A5]
FORMS = ["bg", "ru", "en"]
LONG_WORD = "Превысокомногорассмотрительствующий" + "е" * 5
WORDY = st.text(max_size=120)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["bg", "ru", "ru_entrepreneur", "en"])
def test_a_bank_app_reads_the_payment_from_the_printed_page(name: str, size: PaperSize) -> None:
    sheet = invoices.INVOICES[name]
    assert sheet.pay_code is not None
    assert sheet.pay_code.payload in scanned(invoice.draw(sheet, size), 0, scale=3)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", list(invoices.INVOICES))
def test_the_total_is_the_largest_on_the_front(name: str, size: PaperSize) -> None:
    sheet = invoices.INVOICES[name]
    front = sorted(pieces(invoice.draw(sheet, size), 0), key=lambda piece: -piece.size)
    assert plain(front[0].text) == plain(sheet.total)
    assert front[0].size > front[1].size


def test_seller_and_buyer_stand_side_by_side_and_figures_end_at_one_edge() -> None:
    pdf = invoice.draw(invoices.BULGARIAN, PaperSize.A4)
    seller, buyer = places(pdf, 0, "Доставчик")[0], places(pdf, 0, "Получател")[0]
    assert seller[3] == pytest.approx(buyer[3], abs=0.5)
    assert seller[2] < buyer[0]
    edges = [places(pdf, 0, amount)[0][2] for amount in ("116,61", "37,50", "4,20")]
    edges += [place[2] for place in places(pdf, 0, "Стойност")]
    assert max(edges) - min(edges) < 2.6  # digits keep unequal air at their right


def test_the_bank_box_has_the_usual_order() -> None:
    pdf = invoice.draw(invoices.RUSSIAN, PaperSize.A4)
    order = ["ПАО СБЕРБАНК", "Банк получателя", "ИНН 7707083893", "Получатель", "Счет на оплату"]
    tops = [places(pdf, 0, text)[0][3] for text in order]
    assert tops == sorted(tops, reverse=True)
    bic, bank, account = (
        places(pdf, 0, number)[0]
        for number in ("044525225", "30101810400000000225", "40702810138250123017")
    )
    assert bic[3] > bank[3] > account[3]
    assert bic[0] == pytest.approx(bank[0], abs=1) == pytest.approx(account[0], abs=1)
    kpp = places(pdf, 0, "КПП 770801001")[0]
    assert kpp[3] == pytest.approx(places(pdf, 0, "ИНН 7707083893")[0][3], abs=1)


def test_an_entrepreneur_has_no_kpp_in_the_box() -> None:
    assert "КПП" not in texts(invoice.draw(invoices.ENTREPRENEUR, PaperSize.A4))[0].split("Счет")[0]


def test_columns_that_a_country_does_not_ask_for_are_left_out() -> None:
    front = texts(invoice.draw(invoices.UNREGISTERED, PaperSize.A4))[0]
    assert "ДДС 20" not in front
    assert "чл. 113, ал. 9 от ЗДДС" in front
    russian = texts(invoice.draw(invoices.RUSSIAN, PaperSize.A4))[0]
    assert russian.index("Кол-во") < russian.index("Ед.")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("count", [1, 13, 20, 60])
def test_many_lines_flow_over_pages_and_the_promise_stays_with_the_total(
    count: int, name: str, size: PaperSize
) -> None:
    sheet = invoices.with_lines(invoices.INVOICES[name], count)
    printed = invoice.prepare(sheet, size)
    if count == 60:
        picture(printed.pdf, f"invoice_{name}_60_lines_{size}")
    pages = texts(printed.pdf)
    assert len(pages) == printed.pages
    assert len(pages) % 2 == 0
    assert sheet.back is not None
    assert plain(sheet.back.title) in plain(pages[-1])
    assert plain(sheet.total) in pages[-2] or plain(sheet.total) in pages[-1]
    found = [int(number) for number in re.findall(r"стъклено № (\d+)", " ".join(pages))]
    assert found == list(range(1, count + 1))
    for page in range(printed.pages):
        assert strays(printed.pdf, page, DENSE_LOOKS[size].real_margin) == []


@pytest.mark.parametrize("name", FORMS)
def test_a_page_that_ends_early_carries_its_sum_and_repeats_its_heads(name: str) -> None:
    sheet = invoices.with_lines(invoices.INVOICES[name], 60)
    fronts = [page for page in texts(invoice.draw(sheet, PaperSize.A4)) if "№" in page]
    assert len(fronts) > 1
    for before, after in pairwise(fronts):
        last = max(int(number) for number in re.findall(r"стъклено № (\d+)", before))
        carried = f"{sheet.carried_label} {last * 10},00"
        assert carried in before
        assert carried in after
        assert sheet.heads.name in after
        assert sheet.number_line.replace("\u00a0", " ") in after


@pytest.mark.parametrize("name", ["bg", "ru"])
@pytest.mark.parametrize(("most", "sheets"), [(36, 1), (60, 2)])
def test_an_invoice_takes_no_more_paper_than_its_lines_need(
    name: str, most: int, sheets: int
) -> None:
    counts = range(1 if sheets == 1 else 37, most + 1)
    made = (invoices.with_lines(invoices.INVOICES[name], count) for count in counts)
    assert all(invoice.prepare(each, PaperSize.A4).pages <= 2 * sheets for each in made)


@pytest.mark.parametrize("name", ["bg", "ru"])
def test_about_twenty_lines_fit_on_a_front_and_leave_its_back_to_the_promise(name: str) -> None:
    sheet = invoices.with_lines(invoices.INVOICES[name], 18)
    front, back = texts(invoice.draw(sheet, PaperSize.A4))
    assert plain(sheet.total) in front
    assert plain(sheet.total) not in back


@pytest.mark.parametrize("name", ["bg", "ru"])
@pytest.mark.parametrize("count", range(18, 61, 3))
def test_the_total_keeps_three_lines_beside_it(name: str, count: int) -> None:
    sheet = invoices.with_lines(invoices.INVOICES[name], count)
    pages = texts(invoice.draw(sheet, PaperSize.A4))
    last = next(page for page in pages if plain(sheet.total) in page)
    assert len(re.findall(r"стъклено № (\d+)", last)) >= 3


def test_a_promise_that_would_take_a_sheet_of_its_own_stands_under_the_total() -> None:
    sheet = invoices.with_lines(invoices.RUSSIAN, 27)
    pdf = invoice.draw(sheet, PaperSize.A4)
    assert sheet.back is not None
    assert len(texts(pdf)) == 2
    assert plain(sheet.back.code) in texts(pdf)[1]
    assert {sheet.back.barcode, sheet.back.contact_qr} <= set(scanned(pdf, 1, scale=3))


def test_without_a_back_there_is_no_empty_page() -> None:
    assert invoice.prepare(invoices.CREDIT_NOTE, PaperSize.A4).pages == 1


def test_a_note_says_which_invoice_it_changes_and_why() -> None:
    front = texts(invoice.draw(invoices.CREDIT_NOTE, PaperSize.A4))[0]
    assert "КРЕДИТНО ИЗВЕСТИЕ" in front
    assert "Към фактура № 0000000123 от 21.11.2026 г." in front
    assert "Основание: върната стока" in front


def test_a_reprint_is_a_copy_and_no_original() -> None:
    first, again = (
        texts(invoice.draw(invoices.BULGARIAN, PaperSize.A4, copy=copy))[0]
        for copy in (False, True)
    )
    assert "ОРИГИНАЛ" in first
    assert "КОПИЕ" not in first
    assert "КОПИЕ" in again
    assert "ОРИГИНАЛ" not in again


@pytest.mark.parametrize("name", FORMS)
def test_an_annulled_paper_says_so_on_every_page(name: str) -> None:
    sheet = invoices.with_lines(invoices.INVOICES[name], 60)
    fronts = texts(invoice.draw(sheet, PaperSize.A4, annulled=True))[:-1]
    assert len(fronts) > 1
    assert all(sheet.annulled_stamp in page for page in fronts)
    assert sheet.annulled_stamp not in texts(invoice.draw(sheet, PaperSize.A4))[0]


@pytest.mark.parametrize("sheet", [invoices.BULGARIAN, invoices.RUSSIAN])
def test_the_legal_name_of_a_party_is_never_cut(sheet: InvoiceSheet) -> None:
    name = "Дружество " * 19 + "ООД"
    long = replace(sheet, buyer=replace(sheet.buyer, name=name))
    assert name in " ".join(texts(invoice.draw(long, PaperSize.A5))[0].split())


def test_a_logo_is_embedded_once_and_the_paper_stays_light() -> None:
    noise = Image.effect_noise((2400, 1800), 90).convert("RGB")
    buffer = BytesIO()
    noise.save(buffer, "PNG")
    mark = pictures.prepare(buffer.getvalue())
    sheet = invoices.with_lines(replace(invoices.ENGLISH, logo=mark.hash), 60)
    pdf = invoice.draw(sheet, PaperSize.A4, pictures={mark.hash: mark.data})
    assert len(pdf) < 120_000
    assert pdf.count(b"/Subtype /Image") == 1
    picture(pdf, "invoice_en_logo")
    without = invoice.draw(sheet, PaperSize.A4)
    assert b"/Subtype /Image" not in without


def monster() -> InvoiceSheet:
    """Everything too long at once."""
    sheet = invoices.BULGARIAN
    line = InvoiceLine(
        name=LONG_WORD * 4,
        unit="опаковка",
        quantity="1 234 567,125",
        price="999 999 999,99",
        vat="20 %",
        total="12 345 678 901,99",
        note="отстъпка " * 30,
        carried="12 345 678 901,99",
    )
    party = Party(
        "Получател на стоките и услугите",
        f"„{LONG_WORD}“ и {LONG_WORD} ООД",
        ("Пловдив 4000, ул. Пирин 5, вход от двора " * 4,) * 4,
    )
    return replace(
        sheet,
        shop_name=f"Ателие „{LONG_WORD}“",
        title="ДЕБИТНО ИЗВЕСТИЕ КЪМ ФАКТУРА",
        corrects=("Към фактура № 0000000123 " * 6, "Основание: " + "защото " * 40),
        about=("Дата на данъчното събитие " * 5,) * 3,
        seller=party,
        buyer=party,
        basis_label="Основание",
        basis="Договор " * 50,
        lines=(line,) * 9,
        sums=(AmountLine("Данъчна основа при ставка " * 4, "12 345 678 901,99 €"),) * 4,
        total_label="Всичко за плащане заедно с доставката до вкъщи",
        total="12 345 678 902 999,99 €",
        in_words="дванадесет трилиона " * 30,
        below=("Плащане по банков път " * 12,) * 2,
        pay_code=PayCode(invoices.GOST, "Плащане с QR " * 4, "от банковото приложение " * 4),
        notes=("Бележка " * 60,) * 2,
        signatures=(Signature("Съставил и предал стоката:", LONG_WORD * 3),) * 3,
        legal=("Правна бележка. " * 30,),
    )  # fmt: skip


def russian_monster() -> InvoiceSheet:
    assert invoices.RUSSIAN.bank is not None
    bank: BankBox = replace(
        invoices.RUSSIAN.bank,
        bank="Филиал Южно-Сахалинский акционерного коммерческого банка " * 3,
        payee=f"Общество с ограниченной ответственностью «{LONG_WORD} и {LONG_WORD}»",
    )
    return replace(monster(), form=invoices.RUSSIAN.form, bank=bank, counted="Всего " * 40)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("form", ["bg", "ru"])
def test_whatever_is_too_long_stays_on_the_paper(form: str, size: PaperSize) -> None:
    sheet = monster() if form == "bg" else russian_monster()
    printed = invoice.prepare(sheet, size, copy=True)
    picture(printed.pdf, f"invoice_monster_{form}_{size}")
    for page in range(printed.pages):
        assert strays(printed.pdf, page, DENSE_LOOKS[size].real_margin) == []
        assert entangled(printed.pdf, page) == []


@settings(max_examples=15, deadline=None)
@given(WORDY, WORDY, st.lists(WORDY, min_size=4, max_size=4), st.booleans())
def test_whatever_is_typed_makes_a_paper(
    name: str, client: str, line: list[str], russian: bool
) -> None:
    sheet = invoices.RUSSIAN if russian else invoices.ENGLISH
    typed = InvoiceLine(name=line[0], quantity=line[1], price=line[2], total=line[3], unit=name)
    printed = invoice.prepare(
        replace(
            sheet,
            seller=Party(name, client, (name, client)),
            buyer=Party(client, name),
            lines=(typed,) * 3,
            total=line[3],
            title=name,
        ),
        PaperSize.A5,
    )
    assert len(texts(printed.pdf)) == printed.pages


def test_the_back_is_that_of_a_receipt() -> None:
    assert samples.BULGARIAN.back is not None
    pages = texts(invoice.draw(invoices.BULGARIAN, PaperSize.A4))
    assert plain(samples.BULGARIAN.back.title) in pages[1]
