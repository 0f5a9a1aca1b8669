"""Receipts on rolls: originals and copies, the test strip, the drawer and its journal."""

from pathlib import Path

import pytest
from tests.documents.reading import texts
from tests.shop.selling import sell

from kartoteka.documents.errors import PrinterGone
from kartoteka.domain.errors import BadValue, NotFound
from kartoteka.domain.strip_target import BadPrinterAddress
from kartoteka.shop import Shop, papers, strips
from kartoteka.store import journal

KICK = b"\x1bp\x00"


def test_a_receipt_is_printed_on_both_widths(shop: Shop) -> None:
    paper = papers.issue_receipt(shop, sell(shop).id).value
    wide, narrow = strips.strip_of(shop, paper.id), strips.strip_of(shop, paper.id, "58")
    assert (wide.image.width, narrow.image.width) == (576, 384)
    assert len(strips.send(wide, "dummy")) > len(strips.send(narrow, "dummy")) > 1000
    assert "СТОКОВА РАЗПИСКА" in " ".join(texts(papers.paper_pdf(shop, paper.id, size="80")))
    with pytest.raises(BadValue):
        strips.strip_of(shop, paper.id, "a4")
    with pytest.raises(NotFound):
        strips.strip_of(shop, 77)


def test_a_strip_counts_as_a_print_and_the_next_one_is_marked_as_a_copy(shop: Shop) -> None:
    paper = papers.issue_receipt(shop, sell(shop).id).value
    first = strips.strip_of(shop, paper.id)
    assert not first.copy
    papers.count_print(shop, paper.id, copy=first.copy)
    second = strips.strip_of(shop, paper.id)
    assert second.copy
    assert second.image.tobytes() != first.image.tobytes()
    assert papers.to_print(shop, paper.id).copy
    papers.count_print(shop, paper.id, copy=second.copy)
    assert papers.paper(shop, paper.id).copies == 1
    assert not strips.strip_of(shop, paper.id, again=True).copy


def test_a_test_strip_needs_no_sale(shop: Shop, tmp_path: Path) -> None:
    roll = tmp_path / "roll"
    strips.send(strips.trial_strip(shop, "58"), f"file:{roll}")
    assert len(roll.read_bytes()) > 1000


def test_a_printer_that_is_gone_or_misspelt_is_told(shop: Shop) -> None:
    strip = strips.trial_strip(shop)
    with pytest.raises(PrinterGone):
        strips.send(strip, "file:/nowhere/lp0")
    with pytest.raises(BadPrinterAddress):
        strips.send(strip, "lpt1")
    with pytest.raises(BadPrinterAddress):
        strips.kick("")


def test_the_drawer_opens_and_the_journal_tells_who_did_it(shop: Shop) -> None:
    assert strips.kick("dummy").startswith(KICK)
    shop.seller = "Мария"
    strips.note_opened_drawer(shop, "dummy")
    with shop.read() as session:
        (entry,) = journal.newest(session, strips.OPEN_DRAWER)
    assert (entry.seller, entry.at.date()) == ("Мария", shop.today())
    assert "dummy" in entry.detail
