"""Runs of paper numbers: gapless, within the transaction, as the owner set them."""

from dataclasses import replace
from datetime import date

import pytest

from kartoteka.domain.numbering import Numbering, Start
from kartoteka.domain.papers import NumberRangeUsedUp, PaperKind, Series, standard_series
from kartoteka.shop import Shop
from kartoteka.store import numbers

TODAY = date(2026, 11, 21)
INVOICES = standard_series("bg")[PaperKind.INVOICE]
PROFORMAS = standard_series("bg")[PaperKind.PROFORMA]


def keep(shop: Shop, numbering: Numbering) -> None:
    with shop.change() as session:
        numbers.keep_numbering(session, numbering, shop.now())


def known(shop: Shop, series: Series) -> Numbering:
    with shop.read() as session:
        return numbers.numbering_of(session, series)


def taken(shop: Shop, series: Series, on: date = TODAY) -> tuple[str, int, str]:
    with shop.change() as session:
        given = numbers.take_in(session, series, on)
    return given.series, given.number, given.shown


def test_a_run_begins_as_the_country_expects_and_has_no_gaps(shop: Shop) -> None:
    assert taken(shop, INVOICES) == ("invoice", 1, "0000000001")
    assert taken(shop, standard_series("bg")[PaperKind.CREDIT_NOTE]) == ("invoice", 2, "0000000002")
    assert taken(shop, standard_series("bg")[PaperKind.PROFORMA])[:2] == ("proforma", 1)


def test_a_paper_that_was_not_issued_takes_no_number(shop: Shop) -> None:
    with pytest.raises(IndexError), shop.change() as session:
        [numbers.take_in(session, INVOICES, TODAY)].pop(7)
    assert taken(shop, INVOICES)[1] == 1


def test_the_owner_says_where_a_run_begins_and_ends(shop: Shop) -> None:
    own = Series(range="proforma", last=3000000001, digits=10, prefix="A-")
    keep(shop, Numbering(own, 3000000000))
    assert known(shop, PROFORMAS) == Numbering(own, 3000000000)
    assert taken(shop, PROFORMAS) == ("proforma", 3000000000, "A-3000000000")
    assert taken(shop, PROFORMAS)[1] == 3000000001
    for _ in range(2):
        with pytest.raises(NumberRangeUsedUp):
            taken(shop, PROFORMAS)
    keep(shop, Numbering(replace(own, last=None), 3000000002))
    assert taken(shop, PROFORMAS)[2] == "A-3000000002"


def test_what_the_law_fixes_stays_whatever_the_book_says(shop: Shop) -> None:
    keep(shop, Numbering(Series(range="invoice", digits=3, prefix="A-", yearly=True), 7, 2026))
    assert taken(shop, INVOICES) == ("invoice", 7, "0000000007")


def test_a_run_that_goes_on_elsewhere_remembers_where_it_was(shop: Shop) -> None:
    keep(shop, Numbering(INVOICES, 1235))
    taken(shop, INVOICES)
    keep(shop, Numbering(replace(INVOICES, last=5000), 1236))
    keep(shop, Numbering(INVOICES, 2000))
    with shop.read() as session:
        assert numbers.starts(session) == {"invoice": [Start(1, 1235), Start(1236, 2000)]}


def test_receipts_end_where_the_owner_says(shop: Shop) -> None:
    receipts = Series(range=numbers.RECEIPTS, last=8, fixed=True)
    keep(shop, Numbering(receipts, 8))
    with shop.change() as session:
        assert numbers.take(session, numbers.RECEIPTS) == 8
    with pytest.raises(NumberRangeUsedUp), shop.change() as session:
        numbers.take(session, numbers.RECEIPTS)
    assert known(shop, Series(range=numbers.RECEIPTS)).next == 9


def test_a_yearly_run_is_one_series_a_year(shop: Shop) -> None:
    series = standard_series("ru")[PaperKind.INVOICE]
    assert taken(shop, series) == ("invoice/2026", 1, "1")
    assert taken(shop, series)[1] == 2
    assert taken(shop, series, date(2027, 1, 11)) == ("invoice/2027", 1, "1")
    assert taken(shop, series, date(2026, 12, 31)) == ("invoice/2027", 2, "2")


def test_a_run_that_the_till_uses_goes_on(shop: Shop) -> None:
    with shop.change() as session:
        numbers.skip_to(session, numbers.RECEIPTS, 7)
        assert numbers.take(session, numbers.RECEIPTS) == 7
    assert taken(shop, Series(range=numbers.RECEIPTS))[1] == 8
    with shop.change() as session:
        assert numbers.take(session, numbers.RECEIPTS) == 9
