"""Catalogues brought in: each row is a new item, an update of one, or nothing new."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kartoteka.domain.barcodes import barcode_key
from kartoteka.domain.catalogue import GoesWith, Item, ItemId, ItemKind, tidy_item
from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.folding import fold
from kartoteka.domain.money import Money, euros
from kartoteka.exchange.delimited import Row
from kartoteka.exchange.item_rows import ItemReader, ReadItem, ReadTie
from kartoteka.exchange.refused import Refused
from kartoteka.shop import Shop
from kartoteka.shop.bringing import Work, sample_cells
from kartoteka.store import item_imports as stored_imports
from kartoteka.store import items as stored
from kartoteka.store.book import Session
from kartoteka.store.ids import next_id
from kartoteka.store.item_imports import KnownItems
from kartoteka.store.item_text import item_taken_back


@dataclass(slots=True)
class _State:
    """What the rows so far have made."""

    known: KnownItems
    next_id: ItemId
    in_file: set[str]
    """Numbers, codes and names of the file's own rows, for what goes with them."""
    kept: dict[ItemId, Item] = field(default_factory=dict)
    """Items in hand as the book has them."""
    now: dict[ItemId, Item] = field(default_factory=dict)
    new: set[ItemId] = field(default_factory=set)
    ties: dict[ItemId, tuple[ReadTie, ...]] = field(default_factory=dict)


def bring_items(shop: Shop, session: Session, work: Work) -> None:
    """Read every row of the table into the catalogue; counts are kept in `work`."""
    reader = ItemReader(work.table.header, work.fields, sample_cells(work.table))
    state = _State(
        stored_imports.known_items(session),
        next_id(session, "item"),
        _named_in(reader, work),
    )
    for rows in work.chunks():
        read = _read(reader, rows, work)
        wanted = {each for _, item in read for each in _found(state.known, item)}
        state.kept = stored.get_many(session, wanted)
        state.now, state.new = {}, set()
        for row, item in read:
            try:
                _take(shop, session, work, state, reader, item)
            except Refused as why:
                work.refuse(row, why)
        _write(shop, session, work, state)
    _tie(shop, session, work, state)


def _named_in(reader: ItemReader, work: Work) -> set[str]:
    """Everything by which a row of the file may be meant; read only where ties are."""
    if "goes_with" not in work.fields:
        return set()
    names: set[str] = set()
    for row in work.table.rows():
        try:
            item = reader.read(row.cells)
        except Refused:
            continue
        names |= {fold(item.name), fold(item.sku), *map(barcode_key, item.barcodes)}
    return names - {""}


def _read(reader: ItemReader, rows: Sequence[Row], work: Work) -> list[tuple[Row, ReadItem]]:
    read = []
    for row in rows:
        try:
            read.append((row, reader.read(row.cells)))
        except Refused as why:
            work.refuse(row, why)
    return read


def _found(known: KnownItems, read: ReadItem) -> list[ItemId]:
    """Items that share the number, a code, or else just the name with the row."""
    found = [known.skus[fold(read.sku)]] if fold(read.sku) in known.skus else []
    codes = map(barcode_key, read.barcodes)
    found += [known.codes[code] for code in codes if code in known.codes]
    if not found:
        found = known.names.get(fold(read.name), [])[:1] if read.name else []
    return list(dict.fromkeys(found))


def _take(
    shop: Shop,
    session: Session,
    work: Work,
    state: _State,
    reader: ItemReader,
    read: ReadItem,
) -> None:
    """Decide what a row is: new, an update, or known already."""
    for tie in read.goes_with:
        in_file = {fold(tie.ref), barcode_key(tie.ref)} & state.in_file
        if not in_file and not _resolved(state, tie.ref):
            raise Refused("unknown item", reader.heading("goes_with"), tie.ref)
    card = _match(session, state, reader, read)
    item = _laid_over(shop, card, read)
    if card is None:
        item = replace(item, id=state.next_id)
        state.next_id += 1
        state.new.add(item.id)
        work.added += 1
    elif item != card or _ties_more(state, card, read):
        work.updated += 1
    else:
        work.unchanged += 1
        return
    state.now[item.id] = item
    state.known.add(item)
    if read.goes_with:
        state.ties[item.id] = read.goes_with


def _match(session: Session, state: _State, reader: ItemReader, read: ReadItem) -> Item | None:
    """The item that the row is; raises Refused when its codes belong to two."""
    found = _found(state.known, read)
    if len(found) > 1:
        code = next(iter(read.barcodes), read.sku)
        raise Refused("item code taken", reader.heading("barcode"), code)
    if not found:
        if not read.name:
            raise Refused("no item name")
        return None
    item = state.now.get(found[0]) or state.kept.get(found[0]) or stored.get(session, found[0])
    if item and read.sku and item.sku and fold(read.sku) != fold(item.sku):
        by_code = any(barcode_key(code) in state.known.codes for code in read.barcodes)
        if by_code:
            raise Refused("item code taken", reader.heading("barcode"), read.barcodes[0])
        return None  # a namesake with a number of its own
    return item


def _laid_over(shop: Shop, card: Item | None, read: ReadItem) -> Item:
    """The item with what the row tells laid over it; lists grow, nothing is emptied."""
    base = card or Item(name=read.name, kind=read.kind or ItemKind.GOODS)
    own = shop.settings.shop.currency
    currency = read.currency or own
    if currency != own and (currency, own) != ("BGN", "EUR"):
        raise Refused("currency", value=currency)

    def money(amount: object, kept: Money | None) -> Money | None:
        if amount is None:
            return kept
        made = Money.of(str(amount), currency)
        return made if currency == own else euros(made)

    changed = replace(
        base,
        name=read.name or base.name,
        kind=read.kind or base.kind,
        sku=read.sku or base.sku,
        barcodes=base.barcodes + read.barcodes,
        price=money(read.price, base.price),
        cost=money(read.cost, base.cost),
        vat_rate=base.vat_rate if read.vat_rate is None else read.vat_rate,
        unit=read.unit or base.unit,
        tags=base.tags + read.tags,
        lasts_days=read.lasts_days or base.lasts_days,
        care=read.care or base.care,
        contents=read.contents or base.contents,
        warranty_months=read.warranty_months or base.warranty_months,
        service_months=read.service_months or base.service_months,
    )
    try:
        return tidy_item(changed)
    except RuleBroken:
        raise Refused("no item name") from None


def _ties_more(state: _State, card: Item, read: ReadItem) -> bool:
    known = {(each.item, each.bond, each.after_days) for each in card.goes_with}
    return any(
        (_resolved(state, tie.ref), tie.bond, tie.after_days) not in known for tie in read.goes_with
    )


def _resolved(state: _State, ref: str) -> ItemId | None:
    """The item that is meant by a number, a code or a name."""
    known = state.known
    key = fold(ref)
    by_name = known.names.get(key, [])
    return known.skus.get(key) or known.codes.get(barcode_key(ref)) or next(iter(by_name), None)


def _write(shop: Shop, session: Session, work: Work, state: _State) -> None:
    currency = shop.settings.shop.currency
    new = [item for item in state.now.values() if item.id in state.new]
    stored.add(session, new, shop.today(), currency, work.import_id)
    changed = [item for item in state.now.values() if item.id not in state.new]
    _keep_changes(session, work, changed)
    stored.change(session, changed, shop.today(), currency)


def _keep_changes(session: Session, work: Work, changed: list[Item]) -> None:
    before = stored.get_many(session, [item.id for item in changed])
    pairs = [(before[item.id], item) for item in changed if item.id in before]
    stored_imports.keep_changes(session, work.import_id, pairs)


def _tie(shop: Shop, session: Session, work: Work, state: _State) -> None:
    """Tie items that go together once every row has its item."""
    ids = list(state.ties)
    for start in range(0, len(ids), 1000):
        items = stored.get_many(session, ids[start : start + 1000])
        tied = []
        for item in items.values():
            bonds = {each.item: each for each in item.goes_with}
            for tie in state.ties[item.id]:
                other = _resolved(state, tie.ref)
                if other and other != item.id:
                    bonds[other] = GoesWith(other, tie.bond, tie.after_days)
            tied.append(replace(item, goes_with=tuple(bonds.values())))
        changed = [item for item in tied if item != items[item.id]]
        own = [(items[each.id], each) for each in changed]
        stored_imports.keep_changes(session, work.import_id, own)
        stored.change(session, changed, shop.today(), shop.settings.shop.currency)


def take_items_back(shop: Shop, session: Session, import_id: int) -> tuple[int, int, int]:
    """Take what an import did to the catalogue back.

    Answers how many items went, how many are as before, and how many stay for they were sold.
    """
    currency = shop.settings.shop.currency
    sides = stored_imports.changes(session, import_id)
    now = stored.get_many(session, sides)
    restored = [item_taken_back(item, *sides[each]) for each, item in now.items()]
    stored.change(session, restored, shop.today(), currency)
    gone, sold = stored_imports.added(session, import_id)
    stored.delete(session, gone, shop.now())
    return len(gone), len(restored), sold
