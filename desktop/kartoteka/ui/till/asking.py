"""What the Sale page asks the shop; runs on the worker."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from kartoteka.domain.backs import BackWish, Possible
from kartoteka.domain.catalogue import Item, Suggestion
from kartoteka.domain.clients import ClientId
from kartoteka.domain.till import Basket

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.clients import CardView


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page must know of the shop before the first scan."""

    today: date
    least_margin: Decimal | None
    prices_include_vat: bool
    items: int
    """How many items the catalogue has."""
    waiting: int
    """How many sales are held."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands around a basket: who buys, what else to propose, what the back could hold."""

    client: ClientId | None
    """The client of the basket that was asked about."""
    buyer: "CardView | None"
    """Their card; None where there is none any more."""
    proposals: tuple[Suggestion, ...]
    possible: Possible
    wish: BackWish
    """What the owner wants on backs."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """What a scan means: an item, or a client's card, or nothing known."""

    code: str
    item: Item | None = None
    client: ClientId | None = None


def facts(shop: "Shop") -> Facts:
    """The shop as the till needs it."""
    from kartoteka.shop import catalogue, till

    settings = shop.settings
    return Facts(
        today=shop.today(),
        least_margin=settings.least_margin,
        prices_include_vat=settings.prices_include_vat,
        items=catalogue.count(shop),
        waiting=len(till.held_sales(shop)),
    )


def begin(shop: "Shop") -> tuple[Basket, Facts]:
    """The basket that was open when the program ended, or a new one."""
    from kartoteka.shop import till

    return till.open_basket(shop) or till.new_basket(shop), facts(shop)


def beside(shop: "Shop", basket: Basket) -> Beside:
    """The client, the proposals and the backs for a basket."""
    from kartoteka.domain.errors import NotFound
    from kartoteka.shop import backs, catalogue, clients

    buyer = None
    if basket.client is not None:
        try:
            buyer = clients.card(shop, basket.client, 1)
        except NotFound:
            buyer = None
    language = (buyer.client.language if buyer else "") or shop.settings.shop.language
    with shop.read() as session:
        bought = () if basket.back else [line.item for line in basket.lines]
        sold = backs.of_basket(basket, shop.today())
        possible = backs.possible(shop, session, basket.client, language, bought, sold)
    proposals = tuple(catalogue.suggestions(shop, basket))
    return Beside(basket.client, buyer, proposals, possible, shop.settings.back)


def scanned(shop: "Shop", keys: str) -> Scanned:
    """The item with this barcode, or else the client with this card."""
    from kartoteka.domain.barcodes import read_barcode
    from kartoteka.shop import catalogue, clients

    code = read_barcode(keys) or keys.strip()
    item = catalogue.by_code(shop, code)
    client = clients.by_card(shop, code) if item is None else None
    return Scanned(code, item, client)
