"""The receipt and its back, read back from the PDF as its reader sees it."""

import hashlib
import re
from dataclasses import replace
from itertools import pairwise

import pypdfium2
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents import samples
from tests.documents.reading import page_size, picture, pieces, strays, texts

from kartoteka.documents import fonts, letterhead, receipt
from kartoteka.documents.sheets import AmountLine, PaperSize, ReceiptLine, ReceiptSheet
from kartoteka.documents.styles import LOOKS

LANGUAGES = ["en", "ru", "bg"]
SIZES = [PaperSize.A4, PaperSize.A5]
LONG_WORD = "Превысокомногорассмотрительствующий" + "е" * 5
WORDY = st.text(max_size=200)


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def words_of_front(sheet: ReceiptSheet) -> list[str]:
    heads = sheet.heads
    words = [sheet.shop_name, *sheet.shop_lines, sheet.title, sheet.date_line, sheet.stamp]
    words += [sheet.client_label, sheet.client_name, sheet.client_note]
    words += [heads.number, heads.name, heads.quantity, heads.price, heads.total]
    for line in sheet.lines:
        words += [line.name, line.quantity, line.price, line.total, line.note]
    for reduction in sheet.reductions:
        words += [reduction.label, reduction.amount]
    words += [sheet.total_label, sheet.total, sheet.in_words, *sheet.below_total, *sheet.notes]
    return [*words, sheet.signature_label, sheet.signature_name, *sheet.legal]


def words_of_back(sheet: ReceiptSheet) -> list[str]:
    back = sheet.back
    assert back is not None
    words = [back.title, back.reason, back.until_label, back.until, back.code_label, back.code]
    return [*words, back.contact_question, *back.contact_lines]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_receipt_can_be_copied_from_the_pdf(
    language: str, size: PaperSize
) -> None:
    sheet = samples.RECEIPTS[language]
    printed = receipt.prepare(sheet, size)
    picture(printed.pdf, f"receipt_{language}_{size}")
    front, back = texts(printed.pdf)
    assert printed.pages == 2
    assert [word for word in words_of_front(sheet) if plain(word) not in front] == []
    assert [word for word in words_of_back(sheet) if plain(word) not in back] == []


@pytest.mark.parametrize("size", SIZES)
def test_the_back_falls_on_the_page_behind_in_the_same_size(size: PaperSize) -> None:
    pdf = receipt.draw(samples.RUSSIAN, size)
    look = LOOKS[size]
    for page in (0, 1):
        width, height = page_size(pdf, page)
        assert width == pytest.approx(look.real_width, abs=0.01)
        assert height == pytest.approx(look.real_height, abs=0.01)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("count", [1, 8, 12, 13, 15, 25, 40, 60, 200])
def test_many_lines_flow_over_pages_and_the_promise_stays_behind_the_total(
    count: int, size: PaperSize
) -> None:
    sheet = samples.with_lines(samples.RUSSIAN, count)
    printed = receipt.prepare(sheet, size)
    if count == 60:
        picture(printed.pdf, f"receipt_60_lines_{size}")
    pages = texts(printed.pdf)
    assert printed.pages == len(pages)
    assert len(pages) % 2 == 0
    assert plain(sheet.total) in pages[-2] or plain(sheet.total) in pages[-1]
    assert "Браслет к вашему" in pages[-1]
    fronts = " ".join(pages)
    found = [int(number) for number in re.findall(r"стеклянная № (\d+)", fronts)]
    assert found == list(range(1, count + 1))
    assert all(page.strip() for page in pages)


def test_a_page_that_ends_early_says_the_sum_so_far_and_the_next_begins_with_it() -> None:
    pages = texts(receipt.draw(samples.with_lines(samples.RUSSIAN, 60), PaperSize.A5))
    fronts = pages[:-1]
    assert len(fronts) > 1
    for before, after in pairwise(fronts):
        last = max(int(number) for number in re.findall(r"стеклянная № (\d+)", before))
        carried = f"Перенос {last * 10},00"
        assert carried in before
        assert carried in after
    assert f"стр. 1 из {len(fronts)}" in fronts[0]


def test_a_receipt_without_a_back_has_no_empty_pages() -> None:
    short = replace(samples.RUSSIAN, back=None)
    assert receipt.prepare(short, PaperSize.A5).pages == 1
    printed = receipt.prepare(samples.with_lines(short, 30), PaperSize.A5)
    assert printed.pages == 2
    assert all(page.strip() for page in texts(printed.pdf))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_total_is_the_largest_on_the_front_and_the_promise_on_the_back(
    language: str, size: PaperSize
) -> None:
    sheet = samples.RECEIPTS[language]
    pdf = receipt.draw(sheet, size)
    front = sorted(pieces(pdf, 0), key=lambda piece: -piece.size)
    assert plain(front[0].text) == plain(sheet.total)
    assert front[0].size > front[1].size
    back = sorted(pieces(pdf, 1), key=lambda piece: -piece.size)
    assert sheet.back is not None
    assert plain(back[0].text) in plain(sheet.back.title)


def test_figures_end_at_the_same_edge() -> None:
    sheet = samples.RUSSIAN
    found = pieces(receipt.draw(sheet, PaperSize.A5), 0)
    sums = {line.total for line in sheet.lines} | {line.amount for line in sheet.reductions}
    furthest: dict[str, float] = {}
    for piece in found:
        furthest[plain(piece.text)] = max(piece.right, furthest.get(plain(piece.text), 0.0))
    edges = [furthest[plain(amount)] for amount in sums]
    assert max(edges) - min(edges) < 0.3


def monster() -> ReceiptSheet:
    """Everything too long at once."""
    sheet = samples.BULGARIAN
    assert sheet.back is not None
    line = ReceiptLine(
        LONG_WORD * 4, "1 234 567,125 оп.", "999 999 999,99", "12 345 678 901,99", "отстъпка " * 30
    )
    back = replace(
        sheet.back,
        title=f"{LONG_WORD} — " + "обещание " * 30,
        reason="Причина без край. " * 90,
        until="31 декември 2026 г. и нито ден по-късно",
        code="ABCDEFGH-12345678-XYZ",
        barcode="ABCDEFGH-12345678-XYZ",
        contact_question="Какво? " * 60,
        contact_lines=(LONG_WORD * 3, "Отговарям " * 40),
    )
    return replace(
        sheet,
        shop_name=f"Ателие „{LONG_WORD}“ и {LONG_WORD}",
        shop_lines=("Пловдив 4000, ул. Пирин 5, вход от двора " * 4,) * 2,
        title="СТОКОВА РАЗПИСКА " * 4,
        number_line="№ 0000000123",
        stamp="НЕ Е ФИСКАЛЕН БОН И НИКОГА НЯМА ДА БЪДЕ ТАКЪВ",
        client_name=f"{LONG_WORD} {LONG_WORD} Олег 😀",
        client_note="карта " * 20,
        lines=(line,) * 9,
        reductions=(AmountLine("Отстъпка " * 20, "−12 345 678 901,99"),) * 2,
        total="12 345 678 902 999,99 €",
        total_label="Общо заедно с всичко друго и доставката до вкъщи",
        in_words="дванадесет трилиона " * 30,
        notes=("Бележка на продавача " * 40,) * 2,
        signature_name=LONG_WORD * 4,
        legal=("НЕ Е ФИСКАЛЕН БОН. " * 30,),
        back=back,
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [*LANGUAGES, "monster"])
def test_nothing_is_drawn_outside_the_margins(name: str, size: PaperSize) -> None:
    sheet = monster() if name == "monster" else samples.RECEIPTS[name]
    printed = receipt.prepare(sheet, size, copy=True)
    if name == "monster":
        picture(printed.pdf, f"receipt_monster_{size}")
    margin = LOOKS[size].real_margin
    for page in range(printed.pages):
        assert strays(printed.pdf, page, margin) == []


def test_lines_of_text_do_not_run_into_each_other() -> None:
    for sheet in (monster(), *samples.RECEIPTS.values()):
        printed = receipt.prepare(sheet, PaperSize.A5, copy=True)
        for page in range(printed.pages):
            found = pieces(printed.pdf, page)
            for index, one in enumerate(found):
                for other in found[index + 1 :]:
                    across = min(one.right, other.right) - max(one.left, other.left)
                    along = min(one.top, other.top) - max(one.bottom, other.bottom)
                    assert not (across > 1 and along > 1.2), (one, other)


@settings(max_examples=15, deadline=None)
@given(
    WORDY, WORDY, WORDY, st.lists(st.builds(ReceiptLine, WORDY, WORDY, WORDY, WORDY), max_size=6)
)
def test_whatever_is_typed_makes_a_paper(
    name: str, client: str, reason: str, lines: list[ReceiptLine]
) -> None:
    assert samples.ENGLISH.back is not None
    sheet = replace(
        samples.ENGLISH,
        shop_name=name,
        client_name=client,
        lines=tuple(lines),
        back=replace(samples.ENGLISH.back, title=reason, reason=reason, code=name[:40]),
    )
    printed = receipt.prepare(sheet, PaperSize.A5)
    assert printed.pages % 2 == 0
    assert len(texts(printed.pdf)) == printed.pages


def test_markup_in_a_name_is_only_text() -> None:
    line = ReceiptLine("<b>bold</b> &amp; <para>", "1", "1.00", "1.00")
    sheet = replace(samples.ENGLISH, lines=(line,), client_name="(Anna) \\ <i>")
    front = texts(receipt.draw(sheet, PaperSize.A5))[0]
    assert "<b>bold</b> &amp; <para>" in front
    assert "(Anna) \\ <i>" in front


def test_a_character_without_a_glyph_is_seen_to_be_missing() -> None:
    sheet = replace(samples.ENGLISH, client_name="Anna 中 文")
    front = texts(receipt.draw(sheet, PaperSize.A5))[0]
    assert f"Anna {fonts.UNKNOWN} {fonts.UNKNOWN}" in front


def test_a_minus_stays_a_minus_in_the_copied_text() -> None:
    assert "\u2212469,00" in texts(receipt.draw(samples.RUSSIAN, PaperSize.A5))[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reprint_is_marked_as_a_copy_and_an_original_is_not(language: str) -> None:
    sheet = samples.RECEIPTS[language]
    assert sheet.copy_stamp not in texts(receipt.draw(sheet, PaperSize.A5))[0]
    assert sheet.copy_stamp in texts(receipt.draw(sheet, PaperSize.A5, copy=True))[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_equal_sheets_give_equal_bytes(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = samples.RECEIPTS[language]
    first = hashlib.sha256(receipt.draw(sheet, PaperSize.A5)).hexdigest()
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert hashlib.sha256(receipt.draw(sheet, PaperSize.A5)).hexdigest() == first


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_tells_its_title_language_author_and_day(language: str) -> None:
    sheet = samples.RECEIPTS[language]
    pdf = receipt.draw(sheet, PaperSize.A5)
    about = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert about["Title"] == sheet.document_title
    assert about["Author"] == sheet.author
    assert about["Creator"] == "Kartoteka"
    assert about["CreationDate"].startswith("D:20261121")
    assert f"/Lang ({language})".encode() in pdf or f"/Lang ({language}".encode() in pdf


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_subsets_of_our_two_faces_are_embedded(language: str) -> None:
    pdf = receipt.draw(samples.RECEIPTS[language], PaperSize.A4)
    names = set(re.findall(rb"/BaseFont /([^\s/]+)", pdf))
    assert names
    assert all(re.fullmatch(rb"[A-Z]{6}\+NotoSans-(Regular|Bold)", name) for name in names)
    assert b"Helvetica" not in pdf
    assert len(pdf) < 120_000


def test_a_scanner_reads_the_code_and_the_contact_from_the_back() -> None:
    back = samples.RUSSIAN.back
    assert back is not None
    page = pypdfium2.PdfDocument(receipt.draw(samples.RUSSIAN, PaperSize.A5))[1]
    found = {code.text for code in zxingcpp.read_barcodes(page.render(scale=4).to_pil())}
    assert found == {back.barcode, back.contact_qr}


def test_a_back_may_be_only_the_question_to_the_client() -> None:
    assert samples.ENGLISH.back is not None
    back = replace(
        samples.ENGLISH.back,
        title="What did you like, and what not?",
        until="",
        code="",
        barcode="",
        contact_qr="",
    )
    pages = texts(receipt.draw(replace(samples.ENGLISH, back=back), PaperSize.A5))
    assert "What did you like" in pages[1]
    assert "Code" not in pages[1]


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Мастерская «Бусина»", "Б"), ("Ателие „море и сребро“", "М"), ("Green Thread", "G"),
     ('"Лён"', "Л"), ("«»", ""), ("", ""), ("😀 кафе", "К"), ("7 чудес", "7"), ("ООО «»", "О")],
)  # fmt: skip
def test_the_badge_shows_the_letter_of_the_name(name: str, letter: str) -> None:
    assert letterhead.initial(name) == letter
