"""Loyalty cards: their size, their places on the sheet, their backs behind their fronts."""

from dataclasses import replace

import pypdfium2
import pytest
from tests.documents import relations
from tests.documents.reading import page_size, places, scanned, texts

from kartoteka.documents import loyalty_card
from kartoteka.documents.loyalty_card import HEIGHT, WIDTH, CardLayout
from kartoteka.documents.sheets import CardHolder, CodeKind, LoyaltyCardSheet
from kartoteka.documents.styles import MM

RUN = relations.CARDS["ru"]
MILLIMETRE = MM


def run(count: int, **changes: object) -> LoyaltyCardSheet:
    cards = tuple(CardHolder(str(2000131 + n), str(2000131 + n), "Имя") for n in range(count))
    return replace(RUN, cards=cards, **changes)  # type: ignore[arg-type]


def cell(pdf: bytes, page: int, number: str) -> tuple[int, int]:
    """Column and row of the place on a sheet of ten in which a number stands."""
    width, height = page_size(pdf, page)
    left, _, _, top = places(pdf, page, number)[0]
    column = (left - (width - 2 * WIDTH) / 2) // WIDTH
    row = (height - top - (height - 5 * HEIGHT) / 2) // HEIGHT
    return int(column), int(row)


def test_a_card_alone_is_as_large_as_a_bank_card() -> None:
    pdf = loyalty_card.draw(run(2), CardLayout.SINGLE)
    for page in range(4):
        width, height = page_size(pdf, page)
        assert width / MILLIMETRE == pytest.approx(85.6, abs=0.05)
        assert height / MILLIMETRE == pytest.approx(54.0, abs=0.05)


def test_a_long_name_goes_on_in_a_second_line() -> None:
    name = "Александра Константинова-Александрова"
    for code in CodeKind:
        design = replace(RUN.design, code=code)
        sheet = replace(RUN, cards=(CardHolder("1", "1001", name),), design=design)
        found = texts(loyalty_card.draw(sheet, CardLayout.SINGLE))[0]
        assert name.split(" ")[0] in found
        assert "…" not in found
        assert "Александрова" in found


def test_ten_cards_lie_on_a_sheet_and_the_eleventh_on_the_next() -> None:
    printed = loyalty_card.prepare(run(11), CardLayout.TEN)
    assert printed.pages == 4
    found = texts(printed.pdf)
    assert "2000140" in found[0]
    assert "2000141" in found[2]
    assert loyalty_card.prepare(run(11), CardLayout.TEN, backs=False).pages == 2


def test_every_back_lies_behind_its_front_when_the_sheet_is_turned() -> None:
    pdf = loyalty_card.draw(run(10), CardLayout.TEN)
    for number in (str(2000131 + n) for n in range(10)):
        column, row = cell(pdf, 0, number)
        behind_column, behind_row = cell(pdf, 1, number)
        assert (1 - column, row) == (behind_column, behind_row)


def test_cut_marks_of_both_sides_meet_within_a_millimetre() -> None:
    pdf = loyalty_card.draw(run(10), CardLayout.TEN)
    width, _ = page_size(pdf, 0)
    places_of_ten = loyalty_card._PLACES[CardLayout.TEN]
    for place in range(10):
        front, front_top = places_of_ten.corner(place, mirrored=False)
        back, back_top = places_of_ten.corner(place, mirrored=True)
        assert width - front - WIDTH == pytest.approx(back, abs=0.1 * MILLIMETRE)
        assert front_top == back_top


def test_cut_marks_stand_at_every_edge_outside_the_cards() -> None:
    pdf = loyalty_card.draw(run(10), CardLayout.TEN)
    image = pypdfium2.PdfDocument(pdf)[0].render(scale=4).to_pil().convert("L")
    width, height = page_size(pdf, 0)
    left, top = (width - 2 * WIDTH) / 2, (height - 5 * HEIGHT) / 2
    for column in range(3):
        x = round((left + column * WIDTH) * 4)
        assert dark(image, x, round((top - 5 * MILLIMETRE) * 4))
        assert dark(image, x, round((top + 5 * HEIGHT + 5 * MILLIMETRE) * 4))
    for row in range(6):
        y = round((top + row * HEIGHT) * 4)
        assert dark(image, round((left - 5 * MILLIMETRE) * 4), y)
        assert dark(image, round((left + 2 * WIDTH + 5 * MILLIMETRE) * 4), y)


def dark(image: object, x: int, y: int) -> bool:
    """Whether something is drawn within two pixels."""
    box = (x - 2, y - 2, x + 3, y + 3)
    return min(image.crop(box).get_flattened_data()) < 160  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", list(CodeKind))
def test_a_scanner_reads_every_card_of_the_sheet(kind: CodeKind) -> None:
    sheet = run(10)
    sheet = replace(sheet, design=replace(sheet.design, code=kind))
    pdf = loyalty_card.draw(sheet, CardLayout.TEN)
    assert scanned(pdf, 0) == {card.code for card in sheet.cards}


def test_places_that_were_used_before_stay_empty() -> None:
    pdf = loyalty_card.draw(run(3, skip=4), CardLayout.TEN)
    assert cell(pdf, 0, "2000131") == (0, 2)
    assert cell(pdf, 1, "2000131") == (1, 2)


def test_repeated_art_is_in_the_file_once() -> None:
    ten, hundred = (len(loyalty_card.draw(run(count), CardLayout.TEN)) for count in (10, 100))
    assert (hundred - ten) / 90 < 400
    assert loyalty_card.draw(run(100), CardLayout.TEN).count(b"/Subtype /Form") == 3


def test_long_names_stay_on_their_card() -> None:
    card = CardHolder("2000131", "2000131", "Александра " * 8, "Постоянная покупательница " * 3)
    design = replace(
        RUN.design,
        shop_name="Мастерская украшений ручной работы «Превысокомногорассмотрительствующая»",
        back_lines=("Что даёт карта " * 12,) * 6,
        contact_lines=("Пермь, улица Мира, дом 2, вход со двора " * 3,) * 5,
    )
    pdf = loyalty_card.draw(replace(RUN, cards=(card,), design=design), CardLayout.SINGLE)
    for page in range(2):
        textpage = pypdfium2.PdfDocument(pdf)[page].get_textpage()
        boxes = [textpage.get_charbox(index) for index in range(textpage.count_chars())]
        drawn = [box for box in boxes if box[2] > box[0]]
        assert min(box[0] for box in drawn) > 4 * MILLIMETRE
        assert max(box[2] for box in drawn) < WIDTH - 4 * MILLIMETRE
        assert min(box[1] for box in drawn) > 3 * MILLIMETRE


def test_a_code_that_bars_cannot_say_leaves_the_number_to_be_typed() -> None:
    sheet = replace(RUN, cards=(CardHolder("КАРТА-1", "КАРТА-1"),))
    pdf = loyalty_card.draw(sheet, CardLayout.SINGLE)
    assert scanned(pdf, 0) == set()
    assert "КАРТА-1" in texts(pdf)[0]
