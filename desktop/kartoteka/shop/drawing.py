"""Draws a kept sheet: every kind of issued paper on every size that it can have."""

from functools import lru_cache

from kartoteka.documents.page import Printed
from kartoteka.documents.pictures import Pictures
from kartoteka.documents.sheets import AnySheet, InvoiceSheet, PaperSize, ReceiptSheet
from kartoteka.domain.errors import BadValue

UPRIGHT = (PaperSize.A4, PaperSize.A5)
NO_PICTURES: Pictures = {}


def printed(
    sheet: AnySheet,
    size: str,
    *,
    copy: bool = False,
    annulled: bool = False,
    pictures: Pictures = NO_PICTURES,
) -> Printed:
    """The paper as a PDF; raises BadValue for a size that this kind does not have."""
    return _drawn(sheet, _size(sheet, size), copy, annulled, tuple(pictures.items()))


@lru_cache(maxsize=4)
def _drawn(
    sheet: AnySheet,
    on: PaperSize,
    copy: bool,
    annulled: bool,
    pictures: tuple[tuple[str, bytes], ...],
) -> Printed:
    """Kept, since a paper is issued, shown and printed within a moment; a sheet never changes."""
    if isinstance(sheet, InvoiceSheet):
        from kartoteka.documents import invoice

        return invoice.prepare(sheet, on, copy=copy, annulled=annulled, pictures=dict(pictures))
    if isinstance(sheet, ReceiptSheet):
        from kartoteka.documents import receipt

        return receipt.prepare(sheet, on, copy=copy, pictures=dict(pictures))
    raise BadValue("kind", type(sheet).__name__, "not one of")


def _size(sheet: AnySheet, size: str) -> PaperSize:
    strip = isinstance(sheet, ReceiptSheet)
    for known in PaperSize:
        if known == size and (known in UPRIGHT or (strip and known.is_strip)):
            return known
    raise BadValue("size", size, "not one of")
