"""What every paper promises, whatever it is: words, margins, fonts, weight, the same bytes."""

import hashlib
import re
from functools import cache

import pypdfium2
import pytest
from tests.documents.every import NOT_HERE, PAPERS, SHEETS, Paper, inflated, words
from tests.documents.reading import entangled, fold_marks, picture, strays, texts

from kartoteka.documents import invoice, postcard, statement
from kartoteka.documents.errors import SizeNotMade
from kartoteka.documents.page import Printed
from kartoteka.documents.sheets import LetterSheet, LoyaltyCardSheet, PaperSize

LIGHT = 120_000
"""Bytes that a paper may weigh."""
NAMES = list(PAPERS)
FACES = rb"[A-Z]{6}\+(NotoSans-(Regular|Bold)|DejaVuSans)"


def unbroken(text: str) -> str:
    """Without spaces and hyphens: a line may have ended anywhere."""
    return re.sub(r"[\s\x02\ufffe-]+", "", text)


@cache
def printed_once(name: str) -> Printed:
    return PAPERS[name].prepare()


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def paper(name: str) -> Paper:
    return PAPERS[name]


@pytest.fixture
def printed(name: str) -> Printed:
    return printed_once(name)


def test_every_word_can_be_copied_from_the_pdf(name: str, paper: Paper, printed: Printed) -> None:
    picture(printed.pdf, name)
    found = unbroken(" ".join(texts(printed.pdf)))
    wanted = words(paper.sheet, left_out=NOT_HERE.get(name.split("_")[0], frozenset()))
    assert [word for word in wanted if unbroken(word) not in found] == []


def marks(paper: Paper, printed: Printed, page: int) -> set[tuple[float, float, float, float]]:
    """What may stand at the edge of a page: where a letter is folded, and nothing else."""
    return set(fold_marks(printed.pdf, page)) if isinstance(paper.sheet, LetterSheet) else set()


def test_nothing_is_drawn_outside_the_margins(paper: Paper, printed: Printed) -> None:
    if paper.margin:
        for page in range(printed.pages):
            assert set(strays(printed.pdf, page, paper.margin)) <= marks(paper, printed, page)


def test_lines_of_text_do_not_run_into_each_other(paper: Paper, printed: Printed) -> None:
    if isinstance(paper.sheet, LoyaltyCardSheet):
        pytest.skip("what is stamped has no places that a reader can tell")
    for page in range(min(printed.pages, 2)):
        assert entangled(printed.pdf, page) == []


def test_a_paper_is_light_and_says_how_many_pages_it_has(printed: Printed) -> None:
    assert len(printed.pdf) < LIGHT
    assert len(pypdfium2.PdfDocument(printed.pdf)) == printed.pages


def test_equal_sheets_give_equal_bytes(
    paper: Paper, printed: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = hashlib.sha256(printed.pdf).hexdigest()
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert hashlib.sha256(paper.prepare().pdf).hexdigest() == first


def test_the_pdf_tells_its_title_language_author_and_day(paper: Paper, printed: Printed) -> None:
    pdf = printed.pdf
    about = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert about["Title"] == paper.sheet.document_title
    assert about["Author"] == paper.sheet.author
    assert about["CreationDate"].startswith("D:20261121")
    assert f"/Lang ({paper.sheet.language}".encode() in pdf


def test_only_subsets_of_our_faces_are_embedded(printed: Printed) -> None:
    names = set(re.findall(rb"/BaseFont /([^\s/]+)", printed.pdf))
    assert names
    assert all(re.fullmatch(FACES, name) for name in names)


def test_a_size_in_which_a_paper_is_not_made_is_refused() -> None:
    for prepare, sheet in (
        (invoice.prepare, SHEETS["invoice_bg_a4"]),
        (statement.prepare, SHEETS["statement_bg_a4"]),
        (postcard.prepare, SHEETS["postcard_bg_a6"]),
    ):
        with pytest.raises(SizeNotMade) as refusal:
            prepare(sheet, PaperSize.STRIP_80)  # type: ignore[operator]
        assert refusal.value.size == "80"
        assert "a5" in refusal.value.made


OTHERS = [name for name in NAMES if not name.startswith(("receipt", "call_list", "card"))]


@pytest.mark.parametrize("name", OTHERS)
def test_texts_that_are_far_too_long_stay_on_the_paper_and_apart(name: str) -> None:
    paper = PAPERS[name]
    printed = paper.draw(inflated(paper.sheet))
    for page in range(printed.pages):
        beyond = set(strays(printed.pdf, page, paper.margin)) if paper.margin else set()
        assert beyond <= marks(paper, printed, page)
        assert entangled(printed.pdf, page) == []
