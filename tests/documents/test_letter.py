"""Letters flow over pages and begin on sheets of their own."""

from dataclasses import replace

import pytest
from tests.documents import mail, samples
from tests.documents.reading import entangled, fold_marks, places, strays, texts

from kartoteka.documents import letter
from kartoteka.documents.sheets import Letter, LetterSheet, PaperSize
from kartoteka.documents.styles import LOOKS, MM

SHEET = mail.LETTERS["bg"]
LONG = Letter(
    to=mail.MARIA,
    title="Заглавие",
    greeting="Здравейте,",
    paragraphs=tuple(f"Абзац{n} " + "дума " * 70 for n in range(12)),
    closing="С уважение,",
    signature="Мария",
    postscript="П. П. последно",
)


def run(*letters: Letter) -> LetterSheet:
    return replace(SHEET, letters=letters)


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A5, PaperSize.A6])
def test_a_long_letter_takes_numbered_pages_and_loses_nothing(size: PaperSize) -> None:
    printed = letter.prepare(run(LONG), size)
    pages = texts(printed.pdf)
    assert len(pages) > 1
    assert f"1 / {len(pages)}" in pages[0]
    assert all(f"Абзац{n}" in " ".join(pages) for n in range(12))
    assert " ".join(pages).count("дума") == 12 * 70
    assert "П. П. последно" in pages[-1]
    for page in range(printed.pages):
        beyond = strays(printed.pdf, page, LOOKS[size].real_margin)
        assert set(beyond) <= set(fold_marks(printed.pdf, page))
        assert entangled(printed.pdf, page) == []


def test_single_pages_follow_each_other() -> None:
    assert letter.prepare(run(*SHEET.letters * 3), PaperSize.A5).pages == 3


def test_letters_with_backs_begin_on_the_front_of_a_sheet() -> None:
    backed = replace(SHEET.letters[0], back=samples.BULGARIAN.back)
    pages = texts(letter.draw(run(backed, SHEET.letters[0], backed), PaperSize.A5))
    assert len(pages) == 6
    assert [bool(page.strip()) for page in pages] == [True, True, True, False, True, True]


def test_a_paragraph_leaves_no_single_line_behind() -> None:
    for words in range(300, 420, 7):
        one = Letter(paragraphs=("дума " * words, "край " * 30))
        pages = texts(letter.draw(run(one), PaperSize.A6))
        assert all(len(page.split()) > 12 for page in pages)


def test_an_empty_letter_is_the_shops_paper() -> None:
    pages = texts(letter.draw(run(Letter()), PaperSize.A4))
    assert SHEET.shop_name in pages[0]


@pytest.mark.parametrize("name", ["bg", "ru"])
def test_the_address_falls_into_the_window_of_a_long_envelope(name: str) -> None:
    to = mail.LETTERS[name].letters[0].to
    assert to is not None
    left, _bottom, right, top = places(letter.draw(mail.LETTERS[name], PaperSize.A4), 0, to.name)[0]
    assert 22 * MM < left < right < 105 * MM
    assert 45 * MM < 297 * MM - top < 85 * MM


def test_a_letter_on_a4_is_folded_at_its_marks_and_a_smaller_one_is_not() -> None:
    assert len(fold_marks(letter.draw(SHEET, PaperSize.A4), 0)) == 2
    assert fold_marks(letter.draw(SHEET, PaperSize.A5), 0) == []
    nobody = replace(SHEET.letters[0], to=None)
    assert fold_marks(letter.draw(run(nobody), PaperSize.A4), 0) == []


def test_a_short_letter_is_set_larger_than_a_long_one() -> None:
    short = replace(LONG, paragraphs=("дума " * 20,))
    long = replace(LONG, paragraphs=("дума " * 420,))
    heights = []
    for each in (short, long):
        _, bottom, _, top = places(letter.draw(run(each), PaperSize.A4), 0, "Здравейте")[0]
        heights.append(top - bottom)
    assert heights[0] > heights[1] * 1.15


def test_nothing_of_a_long_shop_name_is_cut_on_a_letter() -> None:
    name = "Мастерская украшений ручной работы " * 4 + "«Бусина»"
    assert len(name) > 130
    found = "".join(
        "".join(texts(letter.draw(replace(SHEET, shop_name=name), PaperSize.A5))).split()
    )
    assert "".join(name.split()) in found
