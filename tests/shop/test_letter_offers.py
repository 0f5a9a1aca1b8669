"""Offers in letters and on postcards: remembered when they go out, and never shown again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.documents.reading import texts
from tests.shop.selling import add, line, sell

from kartoteka.documents.page import Printed
from kartoteka.domain.clients import Client, ClientId
from kartoteka.domain.offers import Offer
from kartoteka.shop import Shop, card_bin, offers, papers, printing
from kartoteka.shop.letters import LetterKind, Template, UnknownField
from kartoteka.store import papers as stored_papers

HELEN = Client(given="Helen", family="Marsh", language="en")
CHAIN, CUP = "A chain for your ring", "A cup for your tea"
Send = Callable[[Shop, ClientId, bool], Printed]


def letter(shop: Shop, client: ClientId, made: bool) -> Printed:
    return printing.letters_to(shop, [client], LetterKind.THANKS, made=made)


def postcard(shop: Shop, client: ClientId, made: bool) -> Printed:
    return printing.postcards_to(shop, [client], LetterKind.THANKS, made=made)


def promise(shop: Shop, title: str = CHAIN, code: str = "CH7K") -> Offer:
    today = shop.today()
    made = Offer(
        title=title,
        reason="New in silver",
        begins=today,
        ends=today + timedelta(days=9),
        language="en",
        code=code,
    )
    return offers.save_offer(shop, made).value


def shown(shop: Shop, client: ClientId) -> frozenset[int]:
    with shop.read() as session:
        return stored_papers.offers_shown(session, client)


def words(made: Printed) -> str:
    return " ".join(" ".join(texts(made.pdf)).split()).replace("\u00a0", " ")


@pytest.mark.parametrize("send", [letter, postcard])
def test_an_offer_is_sent_to_a_client_once(shop: Shop, send: Send) -> None:
    helen, offer = add(shop, HELEN), promise(shop)
    assert CHAIN in words(send(shop, helen, True))
    assert shown(shop, helen) == {offer.id}
    assert CHAIN not in words(send(shop, helen, True))


def test_a_second_letter_has_the_next_offer(shop: Shop) -> None:
    helen = add(shop, HELEN)
    promise(shop)
    promise(shop, CUP)
    sent = [words(letter(shop, helen, True)) for _ in range(2)]
    assert [CHAIN in each for each in sent] == [False, True]
    assert [CUP in each for each in sent] == [True, False]


@pytest.mark.parametrize("send", [letter, postcard])
def test_a_preview_uses_no_offer_up(shop: Shop, send: Send) -> None:
    helen = add(shop, HELEN)
    promise(shop)
    send(shop, helen, False)
    assert shown(shop, helen) == frozenset()
    assert CHAIN in words(send(shop, helen, True))


def test_what_a_letter_showed_is_not_on_the_next_receipt_and_the_other_way_round(
    shop: Shop,
) -> None:
    helen, ann = add(shop, HELEN), add(shop, replace(HELEN, given="Ann"))
    promise(shop)
    letter(shop, helen, True)
    issued = papers.issue_receipt(shop, sell(shop, line("Ring"), client=helen).id).value
    assert CHAIN not in " ".join(texts(papers.paper_pdf(shop, issued.id)))
    issued = papers.issue_receipt(shop, sell(shop, line("Ring"), client=ann).id).value
    assert CHAIN in " ".join(texts(papers.paper_pdf(shop, issued.id)))
    assert CHAIN not in words(letter(shop, ann, True))


def test_a_postcard_that_has_no_room_for_an_offer_uses_none_up(shop: Shop) -> None:
    helen = add(shop, HELEN)
    promise(shop, code="")
    assert CHAIN not in words(postcard(shop, helen, True))
    assert shown(shop, helen) == frozenset()


def test_a_letter_that_fails_uses_no_offer_up(shop: Shop) -> None:
    helen = add(shop, HELEN)
    promise(shop)
    wrong = Template("Hello", "{password}", "Bye")
    with pytest.raises(UnknownField):
        printing.letters_to(shop, [helen], wrong, made=True)
    assert shown(shop, helen) == frozenset()


def test_a_card_that_had_an_offer_by_post_can_be_erased(shop: Shop) -> None:
    helen = add(shop, HELEN)
    promise(shop)
    letter(shop, helen, True)
    card_bin.delete_clients(shop, [helen])
    card_bin.purge_clients(shop, [helen])
    assert shown(shop, helen) == frozenset()
