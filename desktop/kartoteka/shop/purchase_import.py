"""Purchases brought in from a till's report: each row once, however often the file comes."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, Decimal

from kartoteka.domain.clients import Client, ClientId, Kind
from kartoteka.domain.errors import BadValue
from kartoteka.domain.folding import digits_only, fold
from kartoteka.domain.money import Money
from kartoteka.domain.phones import read_phone
from kartoteka.domain.sales import SaleId
from kartoteka.exchange import names
from kartoteka.exchange.delimited import Row
from kartoteka.exchange.purchase_rows import PurchaseReader, ReadPurchase
from kartoteka.exchange.refused import Refused
from kartoteka.shop import Shop
from kartoteka.shop.bringing import Work, sample_cells
from kartoteka.shop.sales import EURO_DAY
from kartoteka.store import bulk
from kartoteka.store import clients as stored
from kartoteka.store import imports as stored_imports
from kartoteka.store.book import Session
from kartoteka.store.ids import next_id
from kartoteka.store.imports import NewLine, NewPurchase
from kartoteka.store.known import name_key, phone_key
from kartoteka.store.sale_finding import EARLIER

_ROWS = uuid.UUID("6d1f9a52-6f0e-5c1c-9b53-1c1f2f3f7a10")
"""Namespace of the uuids that rows of files get; it never changes, or purchases would double."""

_SHORTEST_PHONE = 7
_LARGEST_NUMBER = 10**9
"""A longer number of a client is a code or a telephone, not the number of a card."""


@dataclass(slots=True)
class _State:
    """What the rows so far have made."""

    next_client: ClientId
    next_sale: SaleId
    own_ids: set[ClientId] = field(default_factory=set)
    """Ids that we chose for new cards: no number in the file means them."""
    seen: Counter[str] = field(default_factory=Counter)
    open_receipts: dict[str, tuple[SaleId, int]] = field(default_factory=dict)
    """Receipts that this import made: the sale and its last position."""
    old_receipts: dict[str, Counter[tuple[str, str, int]]] = field(default_factory=dict)
    """Receipts that were in the book: lines that no row has matched yet."""
    clients: list[Client] = field(default_factory=list)
    sales: list[NewPurchase] = field(default_factory=list)
    lines: list[NewLine] = field(default_factory=list)
    touched: set[ClientId] = field(default_factory=set)
    resolved: dict[tuple[str, str, str, str], ClientId] = field(default_factory=dict)


def bring_purchases(shop: Shop, session: Session, work: Work) -> None:
    """Read every row of the table into the book; counts are kept in `work`."""
    reader = PurchaseReader(work.table.header, work.fields, sample_cells(work.table), shop.today())
    _require_old_currency(shop, work.old_currency)
    state = _State(next_id(session, "client"), next_id(session, "sale"))
    with bulk.indexed_afterwards(session, "sale", "payment"):
        for rows in work.chunks():
            read = _read(shop, reader, rows, work)
            keys = [_key(state, each) for _, each in read]
            in_book = stored_imports.known_sales(session, keys)
            for (row, purchase), key in zip(read, keys, strict=True):
                try:
                    _take(shop, session, work, state, purchase, key, in_book.get(key))
                except Refused as why:
                    work.refuse(row, why)
            _write(session, work, state)
        stored_imports.balance(session, work.import_id)
    work.changed_clients |= state.touched


def _read(
    shop: Shop, reader: PurchaseReader, rows: Sequence[Row], work: Work
) -> list[tuple[Row, ReadPurchase]]:
    read = []
    allowed = _currencies(shop)
    for row in rows:
        try:
            purchase = reader.read(row.cells)
            if purchase.currency and purchase.currency not in allowed:
                raise Refused("currency", value=purchase.currency)
            if "BGN" in allowed and not purchase.currency and purchase.on < EURO_DAY:
                work.old_amounts += 1
            read.append((row, purchase))
        except Refused as why:
            work.refuse(row, why)
    return read


def _currencies(shop: Shop) -> set[str]:
    """What a row may be in: the shop's currency, and leva of before 2026 beside the euro.

    Figures convert leva at the fixed rate.
    """
    own = shop.settings.shop.currency
    return {own, "BGN"} if own == "EUR" else {own}


def _require_old_currency(shop: Shop, currency: str) -> None:
    if currency and currency not in _currencies(shop):
        raise BadValue("currency", currency, "not one of")


def _key(state: _State, read: ReadPurchase) -> str:
    """The same for the same row in the same file, or for every line of one receipt."""
    who = (read.client, read.phone, read.email, read.card)
    if read.uuid:
        return read.uuid
    if read.number:
        return _uuid("receipt", *who, read.on.isoformat(), read.number)
    content = _uuid(
        "row",
        *who,
        read.on.isoformat(),
        read.item,
        _plain(read.quantity),
        _plain(read.amount),
        _plain(read.price),
        _plain(read.discount),
        _plain(read.percent),
        str(read.back),
        read.currency,
        read.note,
        read.sku,
    )
    state.seen[content] += 1
    again = state.seen[content]
    return content if again == 1 else _uuid(content, str(again))


def _uuid(*parts: str) -> str:
    return str(uuid.uuid5(_ROWS, "\x1f".join(parts)))


def _plain(number: Decimal | None) -> str:
    """5, 5.0 and 5,00 are the same number."""
    return "" if number is None else f"{number.normalize():f}"


def _take(
    shop: Shop,
    session: Session,
    work: Work,
    state: _State,
    read: ReadPurchase,
    key: str,
    in_book: SaleId | None,
) -> None:
    unnamed = work.old_currency if read.on < EURO_DAY else ""
    currency = read.currency or unnamed or shop.settings.shop.currency
    if in_book is not None and key not in state.open_receipts:
        if read.number or read.uuid:
            _require_known_line(session, state, read, key, in_book, currency)
        work.unchanged += 1
        return
    sale, position = state.open_receipts.get(key, (0, 0))
    if not sale:
        client = _client(shop, work, state, read)
        sale, state.next_sale = state.next_sale, state.next_sale + 1
        note = "; ".join(
            part for part in (read.number and f"{EARLIER}{read.number}", read.note) if part
        )
        state.sales.append(
            NewPurchase(
                id=sale,
                uuid=key,
                client=client,
                on=read.on,
                currency=currency,
                note=note,
                payment=read.payment,
            )
        )
        state.touched.add(client)
    state.lines.append(_line(read, sale, position + 1, currency))
    if read.number or read.uuid:
        state.open_receipts[key] = (sale, position + 1)
    work.added += 1


def _require_known_line(
    session: Session, state: _State, read: ReadPurchase, key: str, sale: SaleId, currency: str
) -> None:
    """A receipt that came before is unchanged when it has this line; else a line would be lost."""
    if key not in state.old_receipts:
        kept = stored_imports.lines_of(session, sale)
        state.old_receipts[key] = Counter(
            (name, _plain(Decimal(quantity)), total) for name, quantity, total in kept
        )
    line = _line(read, sale, 1, currency)
    known = (line.name, _plain(line.quantity), line.total_minor)
    if not state.old_receipts[key][known]:
        raise Refused("other lines", value=read.number or read.uuid)
    state.old_receipts[key][known] -= 1


def _line(read: ReadPurchase, sale: SaleId, position: int, currency: str) -> NewLine:
    """The line in minor units: price × quantity − discount is its total to the cent."""
    price = Money.of(read.price, currency).minor if read.price is not None else None
    if read.amount is not None:
        total = Money.of(read.amount, currency).minor
    else:
        gross = _gross(price or 0, read.quantity)
        off = Money.of(read.discount, currency).minor
        off += int(Money(gross, currency).times(read.percent / 100).minor)
        total = gross - off
        if total < 0:
            raise Refused("too large", value=str(read.discount))
    if price is None or _gross(price, read.quantity) < total:
        price = int((total / read.quantity).to_integral_value(ROUND_CEILING))
    return NewLine(
        sale=sale,
        position=position,
        name=read.item,
        quantity=read.quantity,
        price_minor=price,
        discount_minor=_gross(price, read.quantity) - total,
        total_minor=-total if read.back else total,
        unit=read.unit,
        sku=read.sku,
    )


def _gross(price: int, quantity: Decimal) -> int:
    return Money(price, "EUR").times(quantity).minor  # minor units: any currency counts alike


def _client(shop: Shop, work: Work, state: _State, read: ReadPurchase) -> ClientId:
    """Who bought; whoever was written so before is the same client."""
    who = (read.client, read.phone, read.email, read.card)
    if who not in state.resolved:
        state.resolved[who] = _found_client(shop, work, state, read)
    return state.resolved[who]


def _found_client(shop: Shop, work: Work, state: _State, read: ReadPurchase) -> ClientId:
    """Who bought: by card, number, e-mail, phone or name; somebody unknown gets a card."""
    known, text = work.known, read.client
    written = read.phone or (text if len(digits_only(text)) >= _SHORTEST_PHONE else "")
    phone = phone_key(read_phone(written, shop.settings.shop.country)) if written else ""
    email = fold(read.email or (text if "@" in text else ""))
    for card in (read.card, text):
        if card and card in known.cards:
            return known.cards[card]
    number = int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else 0
    if number in known.ids and number not in state.own_ids:
        return number
    for keys, key in ((known.emails, email), (known.phones, phone)):
        found = keys.get(key, []) if key else []
        if found:
            return _the_one(work, found, text)
    found = known.names.get(name_key(text), []) if text else []
    if len(found) > 1:
        raise Refused("ambiguous", value=text)
    if found:
        return found[0]
    return _new_client(shop, work, state, read, number)


def _the_one(work: Work, found: list[ClientId], text: str) -> ClientId:
    """Of those who share a phone or e-mail the one with this name, else whoever has the name."""
    named = work.known.names.get(name_key(text), []) if text else []
    return next((each for each in found if each in named), named[0] if named else found[0])


def _new_client(shop: Shop, work: Work, state: _State, read: ReadPurchase, number: int) -> ClientId:
    text = read.client or read.card or read.phone or read.email
    chosen = 0 < number < _LARGEST_NUMBER and number not in work.known.taken
    while not chosen and state.next_client in work.known.taken:
        state.next_client += 1
    client_id = number if chosen else state.next_client
    if not chosen:
        state.own_ids.add(client_id)
    card = read.card or (str(text) if number and not chosen else "")
    email = read.email or (text if "@" in text else "")
    is_phone = len(digits_only(text)) >= _SHORTEST_PHONE and "@" not in text
    phone = read.phone or (text if is_phone and not chosen else "")
    is_name = any(map(str.isalpha, text)) and "@" not in text
    family, given, middle = names.split_name(text) if is_name else ("", text, "")
    company = text if is_name and names.looks_like_company(text) else ""
    client = Client(
        id=client_id,
        kind=Kind.COMPANY if company else Kind.PERSON,
        company=company,
        family="" if company else family,
        given="" if company else given,
        middle="" if company else middle,
        phones=(read_phone(phone, shop.settings.shop.country),) if phone else (),
        emails=(email,) if email else (),
        card="" if card in work.known.cards_in_bin else card,
        added_on=read.on,
    )
    work.known.add(client)
    state.clients.append(client)
    work.new_clients += 1
    return client_id


def _write(session: Session, work: Work, state: _State) -> None:
    stored.add_many(session, state.clients, work.import_id)
    stored_imports.add_purchases(session, work.import_id, state.sales, state.lines)
    state.clients, state.sales, state.lines = [], [], []
