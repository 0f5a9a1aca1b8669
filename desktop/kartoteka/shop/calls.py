"""Call lists: whom to call and why, and what came of it."""

from collections.abc import Sequence
from datetime import date

from kartoteka.shop.changes import Done

from kartoteka.domain.clients import ClientId
from kartoteka.domain.contacts import Outcome
from kartoteka.shop import Shop
from kartoteka.shop.views import CallLine, CallList, CallListLine


def make_call_list(shop: Shop, clients: Sequence[ClientId]) -> Done[CallList]:
    """Make a list to call from; those who may not be called are told in `skipped`.

    Raises NobodyToCall when none of them is left.
    """
    raise NotImplementedError


def call_list(shop: Shop, list_id: int) -> CallList:
    """One call list with its lines; raises NotFound."""
    raise NotImplementedError


def call_lists(shop: Shop, limit: int = 200) -> list[CallListLine]:
    """The call lists, newest first."""
    raise NotImplementedError


def record_outcome(
    shop: Shop,
    call: int,
    outcome: Outcome,
    said: str = "",
    call_back_on: date | None = None,
) -> Done[CallLine]:
    """Write down how a call ended; 'do not call' withdraws the consent for calls with it."""
    raise NotImplementedError


def script(shop: Shop, client: ClientId, language: str = "") -> str:
    """What to say to this client, in their language (else the shop's), using their card."""
    raise NotImplementedError
