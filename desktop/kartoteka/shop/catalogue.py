"""The catalogue: adding, changing and finding items, by name or by scan, and what fits a basket."""

import json
from collections.abc import Sequence
from dataclasses import replace

from kartoteka.domain.catalogue import (
    BarcodeTaken,
    Item,
    ItemId,
    ItemLine,
    SkuTaken,
    Suggestion,
    UnknownItem,
    tidy_item,
)
from kartoteka.domain.errors import NotFound
from kartoteka.domain.money import CurrencyMismatch
from kartoteka.domain.suggesting import LOOK_BACK, proposals
from kartoteka.domain.till import Basket
from kartoteka.shop import Shop
from kartoteka.shop.changes import Changes, Done
from kartoteka.store import bought as stored_bought
from kartoteka.store import item_search, journal
from kartoteka.store import items as stored
from kartoteka.store.book import Session
from kartoteka.store.item_text import (
    item_change_of,
    item_change_text,
    item_of,
    item_taken_back,
    item_text,
)
from kartoteka.store.journal import Entry

ADD_ITEM = "add_item"
EDIT_ITEM = "edit_item"
DELETE_ITEMS = "delete_items"
PROPOSED = 6
"""More proposals than this nobody reads while somebody waits."""


def add_item(shop: Shop, item: Item) -> Done[Item]:
    """Add an item; raises the rules of `domain.catalogue`, SkuTaken, BarcodeTaken."""
    tidy = tidy_item(item)
    with shop.change() as session:
        _require_free(shop, session, tidy)
        currency = shop.settings.shop.currency
        (kept,) = stored.add(session, [tidy], shop.today(), currency)
        detail = json.dumps({"item": kept.id})
        undo = journal.write(session, shop.now(), shop.seller, ADD_ITEM, detail=detail)
    return Done(kept, Changes(lists=True, undo=undo))


def edit_item(shop: Shop, item: Item) -> Done[Item]:
    """Change an item; sold lines stay as they were. Raises NotFound and what `add_item` raises."""
    tidy = tidy_item(item)
    with shop.change() as session:
        before = _item(session, item.id)
        if tidy == before:
            return Done(before, Changes())
        _require_free(shop, session, tidy)
        stored.change(session, [tidy], shop.today(), shop.settings.shop.currency)
        detail = item_change_text(before, tidy)
        undo = journal.write(session, shop.now(), shop.seller, EDIT_ITEM, detail=detail)
    return Done(tidy, Changes(lists=True, undo=undo))


def delete_items(shop: Shop, ids: Sequence[ItemId]) -> Done[int]:
    """Take items out of the catalogue; sold lines keep them. Answers how many there were."""
    with shop.change() as session:
        found = stored.get_many(session, ids)
        if not found:
            return Done(0, Changes())
        stored.delete(session, list(found), shop.now())
        detail = json.dumps([item_text(item) for item in found.values()], ensure_ascii=False)
        undo = journal.write(session, shop.now(), shop.seller, DELETE_ITEMS, detail=detail)
    return Done(len(found), Changes(lists=True, undo=undo))


def item(shop: Shop, item_id: ItemId) -> Item:
    """One item, whole; raises NotFound."""
    with shop.read() as session:
        return _item(session, item_id)


def by_code(shop: Shop, code: str) -> Item | None:
    """The item that a scan means: its barcode in whatever writing, or its article number."""
    with shop.read() as session:
        found = stored.by_code(session, code)
        return None if found is None else stored.get(session, found)


def by_reference(shop: Shop, ref: str) -> Item:
    """The item with this barcode or article number, or the only one of this name.

    Raises UnknownItem.
    """
    found = by_code(shop, ref)
    if found is not None:
        return found
    with shop.read() as session:
        named = stored.named(session, ref)
        if len(named) != 1:
            raise UnknownItem(ref)
        return _item(session, named[0])


def find(shop: Shop, query: str, limit: int = 50) -> list[ItemId]:
    """Items by a fragment of name, code or tag, or by a scan; a whole code comes first.

    An empty query finds nothing; see `ids`.
    """
    with shop.read() as session:
        return _find(session, query, limit)


def find_lines(shop: Shop, query: str, limit: int = 20) -> list[ItemLine]:
    """`find` with what the list under the field shows, in one snapshot."""
    with shop.read() as session:
        return stored.lines(session, _find(session, query, limit))


def ids(shop: Shop, query: str = "", limit: int = 1000) -> Sequence[ItemId]:
    """Every item by name, or the first of those that a query finds, the likeliest first."""
    with shop.read() as session:
        return _find(session, query, limit) if query.strip() else stored.ids(session)


def lines(shop: Shop, ids: Sequence[ItemId]) -> list[ItemLine]:
    """Lines for these items, in their order; those that are gone are left out."""
    with shop.read() as session:
        return stored.lines(session, ids)


def count(shop: Shop) -> int:
    """How many items the catalogue has."""
    with shop.read() as session:
        return stored.count(session)


def suggestions(shop: Shop, basket: Basket, limit: int = PROPOSED) -> list[Suggestion]:
    """What to propose for a basket and its client, each with its reason, the surest first."""
    chosen = [line.item for line in basket.lines if line.item is not None]
    with shop.read() as session:
        past = (
            []
            if basket.client is None
            else stored_bought.bought(session, basket.client, shop.today() - LOOK_BACK)
        )
        known = {*chosen, *(one.item for one in past)}
        ties = stored_bought.ties(session, known)
        lasts = stored_bought.lasting(session, known)
        found = proposals(chosen, past, ties, lasts, shop.today())[:limit]
        shown = {line.id: line for line in stored.lines(session, [one.item for one in found])}
        names = stored_bought.names(session, {one.of for one in found})
    return [
        Suggestion(shown[one.item], one.why, names[one.of], one.bond, one.bought_on, one.days)
        for one in found
        if one.item in shown
    ]


def take_back_add(shop: Shop, session: Session, entry: Entry) -> Changes:
    """Take an added item out again; the inverse for `safety.undo`."""
    stored.delete(session, [json.loads(entry.detail)["item"]], shop.now())
    return Changes(lists=True)


def take_back_edit(shop: Shop, session: Session, entry: Entry) -> Changes:
    """Give an item back what an edit changed; what was changed since stays."""
    before, after = item_change_of(entry.detail)
    restored = item_taken_back(_item(session, after.id), before, after)
    _require_free(shop, session, restored)
    stored.change(session, [restored], shop.today(), shop.settings.shop.currency)
    return Changes(lists=True)


def take_back_delete(shop: Shop, session: Session, entry: Entry) -> Changes:
    """Put deleted items back; a code that another item has taken since stays with it."""
    gone = [item_of(text) for text in json.loads(entry.detail)]
    back = [_with_free_codes(session, item) for item in gone]
    stored.change(session, back, shop.today(), shop.settings.shop.currency)
    return Changes(lists=True)


def _find(session: Session, query: str, limit: int) -> list[ItemId]:
    exact = stored.by_code(session, query)
    found = item_search.search(session, query, limit)
    if exact is None:
        return found
    return [exact, *(each for each in found if each != exact)][:limit]


def _item(session: Session, item_id: ItemId) -> Item:
    found = stored.get(session, item_id)
    if found is None:
        raise NotFound("item", str(item_id))
    return found


def _require_free(shop: Shop, session: Session, item: Item) -> None:
    own = shop.settings.shop.currency
    for amount in (item.price, item.cost):
        if amount is not None and amount.currency != own:
            raise CurrencyMismatch(amount.currency, own)
    holder = stored.holder_of_sku(session, item.sku, item.id) if item.sku else None
    if holder:
        raise SkuTaken(item.sku, holder.name)
    for code in item.barcodes:
        holder = stored.holder_of_barcode(session, code, item.id)
        if holder:
            raise BarcodeTaken(code, holder.name)


def _with_free_codes(session: Session, item: Item) -> Item:
    taken = bool(item.sku) and stored.holder_of_sku(session, item.sku, item.id) is not None
    return replace(
        item,
        sku="" if taken else item.sku,
        barcodes=tuple(
            code
            for code in item.barcodes
            if stored.holder_of_barcode(session, code, item.id) is None
        ),
    )
