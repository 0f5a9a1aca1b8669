"""Narrow receipts and the cash drawer: what the strip printer of a counter is sent."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kartoteka.documents.errors import SizeNotMade
from kartoteka.documents.sheets import PaperSize, ReceiptSheet, from_json
from kartoteka.domain.errors import BadValue, NotFound
from kartoteka.domain.papers import PaperKind
from kartoteka.domain.strip_target import StripTarget
from kartoteka.i18n import Words
from kartoteka.shop import Shop, own_sheets, papers
from kartoteka.shop.changes import Changes, Done
from kartoteka.shop.logos import pictures_of
from kartoteka.store import journal
from kartoteka.store import papers as stored

if TYPE_CHECKING:
    from kartoteka.documents.dots import Dots

OPEN_DRAWER = "open_drawer"
SIZES = (PaperSize.STRIP_80, PaperSize.STRIP_58)


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip ready to be sent: its dots, and whether it is marked as a copy."""

    image: "Dots"
    copy: bool = False


def strip_of(shop: Shop, paper_id: int, width: str = "80", *, again: bool = False) -> Strip:
    """An issued receipt as a strip of 80 or 58 mm: the original first, later marked as a copy.

    `again`: the original did not come out and is wanted once more. Nothing is counted yet, see
    `papers.count_print`. Raises NotFound, BadValue for
    another width, and SizeNotMade for a paper that is no receipt.
    """
    from kartoteka.documents import strip

    size = _size(width)
    issued = papers.paper(shop, paper_id)
    with shop.read() as session:
        kept = stored.source(session, paper_id)
    if kept is None:
        raise NotFound("paper", str(paper_id))
    if issued.kind != PaperKind.RECEIPT:
        raise SizeNotMade(width, papers.SIZES)
    copy = issued.printed and not again
    sheet = from_json(ReceiptSheet, kept.sheet)
    return Strip(strip.image(sheet, size, copy=copy, pictures=pictures_of(shop, sheet.logo)), copy)


def trial_strip(shop: Shop, width: str = "80") -> Strip:
    """A strip that shows whether the printer, its roll and its letters are right."""
    from kartoteka.documents import strip

    words = Words(shop.settings.shop.language)
    sheet = own_sheets.trial_sheet(words, shop)
    return Strip(strip.image(sheet, _size(width), pictures=pictures_of(shop, sheet.logo)))


def send(strip: Strip, address: str) -> bytes:
    """Print a strip at `address` and cut it; answers what a dummy was sent.

    Needs no book, so that a slow printer keeps nobody waiting. Raises BadPrinterAddress and the
    kinds of PrinterTrouble; then nothing is known to be printed.
    """
    from kartoteka.documents import strip_printer

    return strip_printer.print_strip(StripTarget.parse(address), strip.image)


def kick(address: str) -> bytes:
    """Open the cash drawer that is plugged into the strip printer; as `send`."""
    from kartoteka.documents import strip_printer

    return strip_printer.open_drawer(StripTarget.parse(address))


def note_opened_drawer(shop: Shop, address: str) -> Done[None]:
    """Write into the journal who opens the drawer without a sale, and when."""
    with shop.change() as session:
        detail = json.dumps({"printer": address})
        journal.write(session, shop.now(), shop.seller, OPEN_DRAWER, None, detail)
    return Done(None, Changes())


def _size(width: str) -> PaperSize:
    for size in SIZES:
        if size == width:
            return size
    raise BadValue("size", width, "not one of")
