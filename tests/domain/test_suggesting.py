from datetime import date, timedelta
from decimal import Decimal

from kartoteka.domain.catalogue import Bond, Why
from kartoteka.domain.suggesting import Bought, Proposal, Tie, proposals

TODAY = date(2026, 11, 21)
KIT, FILTERS, DESCALER, CUP = 1, 2, 3, 4


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def bought(item: int, days: int, quantity: str = "1") -> Bought:
    return Bought(item, ago(days), Decimal(quantity))


def test_what_goes_with_the_basket_is_proposed_the_last_scan_first() -> None:
    ties = [
        Tie(KIT, FILTERS, Bond.CONSUMABLE, 0),
        Tie(CUP, DESCALER, Bond.ACCESSORY, 0),
        Tie(KIT, CUP, Bond.ACCESSORY, 0),
    ]
    assert proposals([KIT, CUP], [], ties, {}, TODAY) == [
        Proposal(DESCALER, Why.GOES_WITH, CUP, Bond.ACCESSORY),
        Proposal(FILTERS, Why.GOES_WITH, KIT, Bond.CONSUMABLE),
    ]


def test_after_care_is_proposed_when_its_days_have_passed() -> None:
    ties = [Tie(KIT, DESCALER, Bond.AFTER_CARE, 60)]
    assert proposals([], [bought(KIT, 59)], ties, {}, TODAY) == []
    assert proposals([], [bought(KIT, 60)], ties, {}, TODAY) == [
        Proposal(DESCALER, Why.TIME_FOR, KIT, Bond.AFTER_CARE, ago(60), 60)
    ]
    assert proposals([], [bought(KIT, 426)], ties, {}, TODAY) == [], "they did not want it"


def test_what_was_bought_since_is_not_proposed_again() -> None:
    ties = [Tie(KIT, DESCALER, Bond.AFTER_CARE, 60)]
    assert proposals([], [bought(KIT, 90), bought(DESCALER, 10)], ties, {}, TODAY) == []
    assert proposals([], [bought(KIT, 90), bought(DESCALER, 100)], ties, {}, TODAY) != []
    assert proposals([DESCALER], [bought(KIT, 90)], ties, {}, TODAY) == []


def test_a_consumable_runs_out_after_its_days_for_every_unit() -> None:
    lasts = {FILTERS: 30}
    assert proposals([], [bought(FILTERS, 59, "2")], [], lasts, TODAY) == []
    assert proposals([], [bought(FILTERS, 63, "2")], [], lasts, TODAY) == [
        Proposal(FILTERS, Why.RAN_OUT, FILTERS, None, ago(63), 3)
    ]
    again = [bought(FILTERS, 63, "2"), bought(FILTERS, 5)]
    assert proposals([], again, [], lasts, TODAY) == []


def test_each_item_is_proposed_once_for_the_surest_reason() -> None:
    ties = [Tie(KIT, FILTERS, Bond.CONSUMABLE, 0), Tie(CUP, FILTERS, Bond.CONSUMABLE, 3)]
    past = [bought(FILTERS, 50), bought(CUP, 49)]
    (only,) = proposals([KIT], past, ties, {FILTERS: 30}, TODAY)
    assert only.why is Why.RAN_OUT
