"""Sales and returns: recording them once, taking them back, and what a client bought."""

from collections.abc import Mapping
from decimal import Decimal

from kartoteka.shop.changes import Done

from kartoteka.domain.clients import ClientId
from kartoteka.domain.sales import Sale, SaleDraft
from kartoteka.shop import Shop
from kartoteka.shop.views import PurchaseLine


def record_sale(shop: Shop, draft: SaleDraft) -> Done[Sale]:
    """Record a sale; the same uuid twice is one sale. Lines without payments are paid in cash."""
    raise NotImplementedError


def record_return(shop: Shop, draft: SaleDraft) -> Done[Sale]:
    """Record a return of the sale `draft.returns` (quantities positive, `line.returns` set)."""
    raise NotImplementedError


def return_draft(
    shop: Shop, ref: str, quantities: Mapping[int, Decimal] | None = None, uuid: str = ""
) -> SaleDraft:
    """A return of sale `ref` (number or uuid) before it is recorded.

    `quantities`: position (from 1) → how much comes back; None: all that is left.
    """
    raise NotImplementedError


def sale(shop: Shop, ref: str | int) -> Sale:
    """One sale by its id (int), or by its number or uuid (str); raises NotFound."""
    raise NotImplementedError


def purchases(shop: Shop, client: ClientId, limit: int | None = None) -> list[PurchaseLine]:
    """What a client bought and returned, newest first."""
    raise NotImplementedError
