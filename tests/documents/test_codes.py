"""Bars and squares are read back by a scanner."""

import pypdfium2
import pytest
import zxingcpp
from tests.documents import samples

from kartoteka.documents import codes
from kartoteka.documents.page import About, Paper
from kartoteka.documents.sheets import PaperSize
from kartoteka.documents.styles import LOOKS


def scanned(draw: str, text: str) -> list[tuple[str, str]]:
    paper = Paper(LOOKS[PaperSize.A5], About("", "", "en", samples.DAY))
    if draw == "bars":
        paper.barcode(60, 60, text, 0.9, 30)
    else:
        paper.qr(60, 60, text, 60)
    picture = pypdfium2.PdfDocument(paper.finish().pdf)[0].render(scale=4).to_pil()
    return [(str(code.format), code.text) for code in zxingcpp.read_barcodes(picture)]


@pytest.mark.parametrize("text", ["AK-7F3M", "2000131", "A", " !~}{|", "Zz09-+./$%"])
def test_a_scanner_reads_the_bars(text: str) -> None:
    found = scanned("bars", text)
    assert [code for _, code in found] == [text]
    assert "128" in found[0][0]


@pytest.mark.parametrize(
    "text",
    ["tel:+79123456789", "BEGIN:VCARD\nVERSION:3.0\nFN:Ольга Кузнецова\nEND:VCARD", "д" * 120],
)
def test_a_phone_reads_the_squares(text: str) -> None:
    assert [code for _, code in scanned("squares", text)] == [text]


@pytest.mark.parametrize("text", ["", "КОД", "tab\t"])
def test_what_bars_cannot_say_is_not_drawn(text: str) -> None:
    assert codes.code_128(text) == ((), 0)
    assert scanned("bars", text) == []


def test_a_text_too_long_for_squares_is_not_drawn() -> None:
    assert codes.qr("x" * 5000) == ((), 0)
    assert scanned("squares", "x" * 5000) == []
