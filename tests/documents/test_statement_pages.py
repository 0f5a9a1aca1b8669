"""The last page of a statement: never a row or two on an empty sheet."""

from dataclasses import replace

import pypdfium2
import pytest
from tests.documents import relations

from kartoteka.documents import statement
from kartoteka.documents.sheets import PaperSize, StatementSheet

SHEET = relations.STATEMENTS["ru"]


def of_rows(count: int) -> StatementSheet:
    """A statement with so many purchases and nothing else in its sections."""
    purchases = SHEET.sections[0]
    rows = (purchases.rows * count)[:count]
    return replace(SHEET, sections=(replace(purchases, rows=rows),), back=None)


def filled(pdf: bytes) -> float:
    """The part of the last page, above its contact, that lines of text reach down to."""
    pages = pypdfium2.PdfDocument(pdf)
    image = pages[len(pages) - 1].render(scale=0.5).to_pil().convert("L")
    wide, high = image.size
    body = image.crop((0, 0, wide, int(high * 0.8)))
    rows = [y for y in range(body.size[1]) if min(body.crop((0, y, wide, y + 1)).tobytes()) < 200]
    return rows[-1] / high if rows else 0.0


@pytest.mark.parametrize("size", [PaperSize.A4, PaperSize.A5])
def test_the_second_page_of_a_statement_is_not_nearly_empty(size: PaperSize) -> None:
    short = []
    for count in range(1, 60):
        printed = statement.prepare(of_rows(count), size)
        if printed.pages > 1 and filled(printed.pdf) < 0.15:
            short.append((count, printed.pages))
    assert short == []
