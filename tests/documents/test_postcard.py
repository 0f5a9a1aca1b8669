"""Postcards lie on their long side; their codes are read by a scanner."""

from dataclasses import replace

import pypdfium2
import pytest
from tests.documents import mail
from tests.documents.reading import page_size, places, scanned, strays, texts

from kartoteka.documents import postcard
from kartoteka.documents.sheets import Address, PaperSize
from kartoteka.documents.styles import MM

SHEET = mail.POSTCARDS["ru"]


@pytest.mark.parametrize(("size", "sides"), [("a6", (148, 105)), ("a5", (210, 148))])
def test_a_postcard_lies_on_its_long_side(size: str, sides: tuple[int, int]) -> None:
    pdf = postcard.draw(SHEET, PaperSize(size))
    for page in range(2):
        width, height = page_size(pdf, page)
        assert (width / MM, height / MM) == pytest.approx(sides, abs=0.1)
    assert b"/DuplexFlipShortEdge" in pdf


@pytest.mark.parametrize("size", [PaperSize.A6, PaperSize.A5])
def test_the_gift_code_is_scanned_from_the_back(size: PaperSize) -> None:
    assert scanned(postcard.draw(SHEET, size), 1) == {"DR-7F3M"}


def test_message_and_address_stand_side_by_side() -> None:
    pdf = postcard.draw(SHEET, PaperSize.A6)
    width, _ = page_size(pdf, 1)
    assert places(pdf, 1, "Спасибо!")[0][2] < width * 0.55
    assert places(pdf, 1, "Ольге Кузнецовой")[0][0] > width * 0.55


def test_a_long_message_ends_above_the_code() -> None:
    card = replace(
        SHEET.cards[0],
        title="Поздравляем " * 8,
        paragraphs=("слово " * 300,),
        signature="Кто-то " * 20,
    )
    pdf = postcard.draw(replace(SHEET, cards=(card,)), PaperSize.A6)
    assert strays(pdf, 1, 8 * MM) == []
    assert scanned(pdf, 1) == {"DR-7F3M"}


def test_without_an_address_there_are_lines_to_write_on() -> None:
    card = replace(SHEET.cards[0], to=None)
    pdf = postcard.draw(replace(SHEET, cards=(card,) * 2), PaperSize.A6)
    assert len(pypdfium2.PdfDocument(pdf)) == 4
    assert "Кузнецовой" not in texts(pdf)[1]


@pytest.mark.parametrize("size", [PaperSize.A6, PaperSize.A5])
def test_nothing_of_a_long_address_or_shop_name_is_cut(size: PaperSize) -> None:
    sheet = next(iter(mail.POSTCARDS.values()))
    name = "Общество с ограниченной ответственностью «Научно-производственное объединение " * 2
    street = (
        "Нижний Новгород, микрорайон Верхние Печёры, улица Академика Блохиной, дом 4 «А», офис 17"
    )
    to = Address(
        name=name.strip() + "»", lines=(street, street), postcode="603000", country="РОССИЯ"
    )
    shop = "Мастерская украшений ручной работы и авторской керамики «Бусина и глина»"
    card = replace(sheet.cards[0], to=to)
    pdf = postcard.draw(replace(sheet, cards=(card,), shop_name=shop), size)
    front, back = ("".join(page.replace("-", "").split()) for page in texts(pdf)[:2])
    assert "".join(shop.split()) in front
    for part in (to.name, *to.lines, to.postcode, to.country):
        assert "".join(part.replace("-", "").split()) in back
    assert "…" not in front + back
