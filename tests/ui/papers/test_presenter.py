"""Which paper is shown, and when printing makes a copy."""

from dataclasses import replace
from datetime import date

from kartoteka.domain.money import Money
from kartoteka.i18n.words import Words
from kartoteka.shop.views import IssuedPaper
from kartoteka.ui.papers import presenter
from kartoteka.ui.papers.presenter import PapersPresenter, Shown

WORDS = Words("en")
TODAY = date(2026, 11, 21)
PAPER = IssuedPaper(
    id=7,
    kind="receipt",
    number=1042,
    sale=3,
    client=5,
    client_name="Ана",
    issued_on=TODAY,
    language="bg",
    size="a5",
    pages=2,
    total=Money(2600, "EUR"),
)


PRINTED = replace(PAPER, printed=True)


def test_a_paper_is_an_original_until_it_was_printed() -> None:
    papers = PapersPresenter()
    assert papers.take(PAPER)
    assert papers.shown == Shown(7, "a5", copy=False)
    assert presenter.print_words(WORDS, papers.shown) == "Print"
    assert papers.take(PRINTED)
    assert papers.shown == Shown(7, "a5", copy=True)
    assert presenter.print_words(WORDS, papers.shown) == "Print a copy"
    assert not papers.take(PRINTED)


def test_another_size_holds_for_this_paper_only() -> None:
    papers = PapersPresenter()
    papers.take(PRINTED)
    assert papers.choose_size("a4")
    assert not papers.choose_size("a4")
    assert not papers.take(PRINTED)
    assert papers.shown == Shown(7, "a4", copy=True)
    papers.take(replace(PRINTED, id=8))
    assert papers.shown == Shown(8, "a5", copy=True)


def test_nothing_shown_has_no_size() -> None:
    papers = PapersPresenter()
    assert not papers.choose_size("a4")
    assert papers.shown is None


def test_the_list_has_the_number_as_it_stands_on_the_paper() -> None:
    note = replace(PAPER, kind="credit_note", number=7, shown="0000000007")
    assert presenter.paper_kind(WORDS, note) == "Credit note"
    assert presenter.paper_kind(WORDS, replace(PAPER, total=-PAPER.total)) == "Return"
    assert presenter.number_and_client(WORDS, note) == "0000000007 · Ана"


def test_the_list_tells_number_client_day_and_copies() -> None:
    assert presenter.paper_title(WORDS, PAPER) == "Receipt No. 1042"
    back = replace(PAPER, total=Money(-2600, "EUR"), client_name="")
    assert presenter.paper_title(WORDS, back) == "Return No. 1042"
    assert presenter.paper_detail(WORDS, PAPER) == "Ана"
    assert presenter.paper_detail(WORDS, back) == "without a client"
    assert presenter.paper_day(WORDS, PAPER, TODAY) == "today"
    copied = replace(PAPER, copies=2, issued_on=date(2026, 11, 3))
    assert presenter.paper_day(WORDS, copied, TODAY) == "03/11/2026 · 2 copies"
    assert presenter.facts(WORDS, back) == "21 November 2026"
    assert presenter.facts(WORDS, PAPER) == "Ана · 21 November 2026"
