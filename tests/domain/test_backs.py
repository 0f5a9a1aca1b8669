"""What stands on the back of a paper."""

from datetime import date

import pytest

from kartoteka.domain.backs import (
    Back,
    BackKind,
    BackWish,
    Care,
    Kept,
    Possible,
    choose_back,
    wishes,
)
from kartoteka.domain.offers import Offer

RING = Care("Silver ring", ("Keep it dry.",))
NECKLACE = Care("Necklace", ("Take it off at night.", "Keep it dry."))
FEEDBACK = Back(BackKind.FEEDBACK)


def offer(number: int) -> Offer:
    return Offer(
        id=number,
        title=f"Offer {number}",
        reason="Winter",
        begins=date(2026, 11, 1),
        ends=date(2026, 12, 1),
        language="en",
    )


OLD, NEW = offer(1), offer(2)
BOTH = Possible(offers=(NEW, OLD), care=(RING,))


def test_an_offer_goes_before_care_advice_and_that_before_the_way_to_the_owner() -> None:
    assert choose_back(BOTH) == Back(BackKind.OFFER, offer=NEW)
    assert choose_back(Possible(care=(RING,))) == Back(BackKind.CARE, care=(RING,))
    assert choose_back(Possible()) == FEEDBACK


def test_an_offer_that_the_client_had_gives_way_to_another_and_to_care_advice() -> None:
    had_new = Possible(offers=(NEW, OLD), shown=frozenset({2}), care=(RING,))
    assert choose_back(had_new) == Back(BackKind.OFFER, offer=OLD)
    had_both = Possible(offers=(NEW, OLD), shown=frozenset({1, 2}), care=(RING,))
    assert choose_back(had_both) == Back(BackKind.CARE, care=(RING,))


@pytest.mark.parametrize(
    ("wish", "kind"),
    [
        (BackWish.AUTO, BackKind.OFFER),
        (BackWish.OFFER, BackKind.OFFER),
        (BackWish.CARE, BackKind.CARE),
        (BackWish.FEEDBACK, BackKind.FEEDBACK),
    ],
)
def test_what_is_wished_for_comes_first(wish: BackWish, kind: BackKind) -> None:
    back = choose_back(BOTH, wish)
    assert back is not None
    assert back.kind is kind


def test_an_offer_that_was_had_is_never_printed_again() -> None:
    had = Possible(offers=(NEW, OLD), shown=frozenset({1, 2}))
    for wish in BackWish:
        back = choose_back(had, wish)
        assert back is None or back.offer is None
    assert BackWish.OFFER not in wishes(had)


def test_an_offer_to_a_client_of_the_card_index_is_made_once() -> None:
    back = choose_back(Possible(offers=(NEW,), named=True))
    assert back is not None
    assert back.once


def test_dates_of_the_purchase_come_after_advice_and_before_the_question() -> None:
    kept = Kept(item="Kettle", warranty_until=date(2028, 12, 1))
    dated = Back(BackKind.PURCHASE, kept=(kept,))
    assert choose_back(Possible(kept=(kept,))) == dated
    both = Possible(care=(RING,), kept=(kept,))
    assert choose_back(both) == Back(BackKind.CARE, care=(RING,))
    assert choose_back(both, BackWish.PURCHASE) == dated
    assert BackWish.PURCHASE in wishes(both)


def test_a_paper_may_have_no_back() -> None:
    assert choose_back(BOTH, BackWish.NOTHING) is None


@pytest.mark.parametrize("wish", [BackWish.OFFER, BackWish.CARE])
def test_a_wish_that_cannot_come_true_is_as_none(wish: BackWish) -> None:
    assert choose_back(Possible(), wish) == FEEDBACK
    assert wish not in wishes(Possible())


def test_only_what_comes_true_can_be_chosen() -> None:
    assert wishes(BOTH) == (
        BackWish.OFFER,
        BackWish.CARE,
        BackWish.FEEDBACK,
        BackWish.NOTHING,
    )


def test_advice_that_things_share_is_given_once() -> None:
    bracelet = Care("Bracelet", RING.advice)
    back = choose_back(Possible(care=(RING, NECKLACE, bracelet, RING)))
    assert back is not None
    assert back.care == (Care("Silver ring, Bracelet", RING.advice), NECKLACE)


def test_a_shop_that_nobody_can_reach_asks_no_question() -> None:
    bare = Possible(care=(RING,), reachable=False)
    assert choose_back(bare) == Back(BackKind.CARE, care=(RING,))
    assert choose_back(Possible(reachable=False)) is None
    assert BackWish.FEEDBACK not in wishes(bare)
