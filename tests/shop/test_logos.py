"""The shop's logo: taken from a file, on every front, and the same on a reprint."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw
from tests.shop.selling import add, sell
from tests.shop.test_invoices import BULGARIAN, FIRM, tell

from kartoteka.documents.errors import PictureTooHeavy, PictureUnreadable
from kartoteka.documents.page import Printed
from kartoteka.domain.clients import Client
from kartoteka.exchange.errors import FileMissing
from kartoteka.shop import Shop, invoices, logos, papers, printing, safety
from kartoteka.shop.letters import LetterKind
from kartoteka.shop.settings import change_settings, show

LIGHT = 120_000
"""Bytes of a paper that a slow connection or printer takes easily."""


def drawing(path: Path, colour: str = "#0B6E69") -> Path:
    image = Image.new("RGB", (900, 300), "white")
    ImageDraw.Draw(image).ellipse((20, 20, 280, 280), fill=colour)
    image.save(path)
    return path


def photo(path: Path) -> Path:
    Image.effect_noise((3000, 2000), 80).convert("RGB").save(path, "JPEG")
    return path


def choose(shop: Shop, path: Path) -> None:
    change_settings(shop, {"shop.logo": str(path)})


def pictures_in(pdf: bytes, page: int = 0) -> int:
    found = pypdfium2.PdfDocument(pdf)[page].get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE,))
    return len(list(found))


def test_a_logo_is_kept_in_the_book_and_known_by_its_hash(shop: Shop, tmp_path: Path) -> None:
    choose(shop, drawing(tmp_path / "logo.png"))
    kept = logos.logo(shop)
    assert kept is not None
    (tmp_path / "logo.png").unlink()
    assert show(shop)["shop.logo"] == shop.settings.shop.logo
    with Image.open(BytesIO(kept)) as image:
        assert image.size == (640, 213)
    change_settings(shop, {"shop.logo": ""})
    assert logos.logo(shop) is None


def test_choosing_a_logo_can_be_taken_back(shop: Shop, tmp_path: Path) -> None:
    choose(shop, drawing(tmp_path / "first.png"))
    before = shop.settings.shop.logo
    done = change_settings(shop, {"shop.logo": str(drawing(tmp_path / "second.png", "#B3261E"))})
    assert shop.settings.shop.logo != before
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert shop.settings.shop.logo == before


def test_what_is_no_picture_is_refused(shop: Shop, tmp_path: Path) -> None:
    letter = tmp_path / "letter.png"
    letter.write_text("Dear Sir")
    film = tmp_path / "film.png"
    with film.open("wb") as file:
        file.truncate(30_000_000)
    animation = tmp_path / "moving.gif"
    Image.new("RGB", (10, 10)).save(animation)
    for path, refusal in (
        (letter, PictureUnreadable),
        (animation, PictureUnreadable),
        (film, PictureTooHeavy),
        (tmp_path / "gone.png", FileMissing),
        (Path("~nobody-of-this-name/logo.png"), FileMissing),
    ):
        with pytest.raises(refusal):
            choose(shop, path)
    assert shop.settings.shop.logo == ""


def test_a_paper_that_was_issued_keeps_its_logo(shop: Shop, tmp_path: Path) -> None:
    tell(shop, BULGARIAN)
    choose(shop, drawing(tmp_path / "first.png"))
    client = add(shop, FIRM)
    sold = sell(shop, client=client).id
    issued = [papers.issue_receipt(shop, sold).value, invoices.issue_invoice(shop, sold).value]
    before = [papers.paper_pdf(shop, each.id) for each in issued]
    choose(shop, drawing(tmp_path / "second.png", "#B3261E"))
    assert [papers.paper_pdf(shop, each.id) for each in issued] == before
    change_settings(shop, {"shop.logo": ""})
    assert [papers.paper_pdf(shop, each.id) for each in issued] == before
    later = papers.issue_receipt(shop, sell(shop).id).value
    assert pictures_in(before[0]) == pictures_in(papers.paper_pdf(shop, later.id)) + 1


@pytest.mark.parametrize("make", [drawing, photo])
def test_papers_with_a_logo_are_light(
    shop: Shop, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    choose(shop, make(tmp_path / "logo.png"))
    tell(shop, BULGARIAN)
    sold = sell(shop, client=add(shop, FIRM)).id
    issued = [papers.issue_receipt(shop, sold).value, invoices.issue_invoice(shop, sold).value]
    for paper in issued:
        for size in ("a4", "a5"):
            assert len(papers.paper_pdf(shop, paper.id, size=size)) < LIGHT
    assert len(papers.paper_pdf(shop, issued[0].id, size="80")) < LIGHT


OTHERS: dict[str, Callable[[Shop, int], Printed]] = {
    "statement": printing.statement,
    "card": lambda shop, client: printing.loyalty_cards(shop, [client], sheets=False),
    "letter": lambda shop, client: printing.letters_to(shop, [client], LetterKind.THANKS),
    "postcard": lambda shop, client: printing.postcards_to(shop, [client], LetterKind.BIRTHDAY),
    "questionnaire": printing.questionnaire,
}


@pytest.mark.parametrize("name", OTHERS)
def test_papers_without_a_number_carry_it_too(shop: Shop, tmp_path: Path, name: str) -> None:
    client = add(shop, Client(given="Мария", family="Иванова", card="2000000000015"))
    plain = OTHERS[name](shop, client).pdf
    choose(shop, drawing(tmp_path / "logo.png"))
    with_logo = OTHERS[name](shop, client).pdf
    pages = range(len(pypdfium2.PdfDocument(plain)))
    assert sum(pictures_in(with_logo, page) for page in pages) > sum(
        pictures_in(plain, page) for page in pages
    )
    assert len(with_logo) < LIGHT
