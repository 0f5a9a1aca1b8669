"""The receipt on a roll: as dots and as a page, the offer under the line to cut along."""

from dataclasses import replace
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image
from tests.documents import samples
from tests.documents.reading import page_size, places, scanned, strays, texts
from tests.documents.test_receipt import monster

from kartoteka.documents import pictures, receipt, strip
from kartoteka.documents.sheets import PaperSize
from kartoteka.documents.styles import MM

ROLLS = [PaperSize.STRIP_80, PaperSize.STRIP_58]
LANGUAGES = ["en", "ru", "bg"]


@pytest.mark.parametrize(("size", "dots"), [(ROLLS[0], 576), (ROLLS[1], 384)])
def test_the_image_is_as_wide_as_the_printer_prints_and_black_and_white(
    size: PaperSize, dots: int
) -> None:
    image = strip.image(samples.RUSSIAN, size)
    assert image.width == dots
    assert image.mode == "1"
    assert (
        0.03 < 1 - sum(image.convert("L").get_flattened_data()) / 255 / (dots * image.height) < 0.3
    )


@pytest.mark.parametrize("size", ROLLS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_scanner_reads_code_and_contact_from_the_dots(language: str, size: PaperSize) -> None:
    sheet = samples.RECEIPTS[language]
    assert sheet.back is not None
    image = strip.image(sheet, size).convert("L")
    framed = Image.new("L", (image.width + 80, image.height + 40), 255)
    framed.paste(image, (40, 20))
    found = {code.text for code in zxingcpp.read_barcodes(framed)}
    assert found == {sheet.back.barcode, sheet.back.contact_qr}


@pytest.mark.parametrize(("size", "width"), [(ROLLS[0], 80), (ROLLS[1], 58)])
def test_as_a_pdf_it_is_one_page_of_the_rolls_width(size: PaperSize, width: int) -> None:
    printed = receipt.prepare(samples.BULGARIAN, size)
    assert printed.pages == 1
    assert page_size(printed.pdf, 0)[0] / MM == pytest.approx(width, abs=0.1)
    assert scanned(printed.pdf, 0) >= {"SR-4K2P"}


def test_the_offer_follows_the_total_under_the_cut_line() -> None:
    pdf = receipt.draw(samples.RUSSIAN, PaperSize.STRIP_80)
    total = places(pdf, 0, "К оплате")[0]
    line = places(pdf, 0, strip.SCISSORS)[0]
    offer = places(pdf, 0, "Браслет к вашему")[0]
    assert total[1] > line[1] > offer[1]


def test_without_a_back_there_is_no_cut_line() -> None:
    pdf = receipt.draw(replace(samples.RUSSIAN, back=None), PaperSize.STRIP_80)
    assert strip.SCISSORS not in texts(pdf)[0]


def test_a_copy_is_marked_and_a_bulgarian_strip_is_no_fiscal_receipt() -> None:
    found = texts(receipt.draw(samples.BULGARIAN, PaperSize.STRIP_80, copy=True))[0]
    assert "КОПИЕ" in found
    assert "НЕ Е ФИСКАЛЕН БОН" in found


@pytest.mark.parametrize("size", ROLLS)
def test_whatever_is_too_long_stays_on_the_strip(size: PaperSize) -> None:
    sheet = monster()
    printed = receipt.prepare(sheet, size, copy=True)
    assert strays(printed.pdf, 0, strip.ROLLS[size].margin) == []
    image = strip.image(sheet, size, copy=True)
    assert image.getbbox() is not None


def test_the_end_of_the_strip_is_not_cut_off() -> None:
    for language in LANGUAGES:
        image = strip.image(samples.RECEIPTS[language], PaperSize.STRIP_58).convert("L")
        last = image.crop((0, image.height - 4, image.width, image.height))
        assert min(last.get_flattened_data()) == 255


def test_a_logo_is_printed_in_scattered_dots() -> None:
    grey = Image.new("RGB", (300, 100), "#808080")
    buffer = BytesIO()
    grey.save(buffer, "PNG")
    mark = pictures.prepare(buffer.getvalue())
    sheet = replace(samples.RUSSIAN, logo=mark.hash)
    image = strip.image(sheet, PaperSize.STRIP_80, pictures={mark.hash: mark.data})
    top = image.crop((200, 10, 370, 100)).convert("L")
    share = sum(top.get_flattened_data()) / 255 / (top.width * top.height)
    assert 0.3 < share < 0.7
