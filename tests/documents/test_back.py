"""The three kinds of backs."""

import pytest
from tests.documents import relations, samples
from tests.documents.reading import picture, pieces, scanned, strays, texts

from kartoteka.documents import back
from kartoteka.documents.page import About
from kartoteka.documents.sheets import BackKind, PaperSize
from kartoteka.documents.styles import LOOKS

ABOUT = About("Оборот", "Мастерская", "ru", samples.DAY)
SIZES = [PaperSize.A4, PaperSize.A5]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", list(relations.BACKS))
def test_a_back_holds_its_words_within_the_margins(name: str, size: PaperSize) -> None:
    sheet = relations.BACKS[name]
    pdf = back.draw(sheet, size, ABOUT)
    picture(pdf, f"back_{name}_{size}")
    found = texts(pdf)[0].replace(" ", "")
    for text in (sheet.title, sheet.reason, *sheet.tips, *sheet.contact_lines):
        assert text.replace("\u00a0", "").replace(" ", "") in found
    assert strays(pdf, 0, LOOKS[size].real_margin) == []


@pytest.mark.parametrize("name", list(relations.BACKS))
def test_the_promise_the_advice_or_the_question_is_the_largest(name: str) -> None:
    sheet = relations.BACKS[name]
    found = sorted(pieces(back.draw(sheet, PaperSize.A5, ABOUT), 0), key=lambda one: -one.size)
    assert found[0].text in sheet.title


@pytest.mark.parametrize("name", list(relations.BACKS))
def test_a_phone_reads_the_owners_number(name: str) -> None:
    sheet = relations.BACKS[name]
    assert sheet.contact_qr in scanned(back.draw(sheet, PaperSize.A5, ABOUT), 0)


def test_feedback_shows_the_telephone_larger_than_other_backs() -> None:
    def size_of(name: str, text: str) -> float:
        found = pieces(back.draw(relations.BACKS[name], PaperSize.A5, ABOUT), 0)
        return max(piece.size for piece in found if text in piece.text)

    assert size_of("feedback_ru", "345-67-89") > 1.4 * size_of("care_ru", "345-67-89")


def test_tips_that_do_not_fit_are_left_out_whole() -> None:
    sheet = relations.BACKS["care_ru"]
    many = type(sheet)(
        kind=BackKind.CARE, title=sheet.title, tips=tuple(f"Совет{n} " * 30 for n in range(40))
    )
    pdf = back.draw(many, PaperSize.A5, ABOUT)
    assert strays(pdf, 0, LOOKS[PaperSize.A5].real_margin) == []
    assert "Совет39" not in texts(pdf)[0]
