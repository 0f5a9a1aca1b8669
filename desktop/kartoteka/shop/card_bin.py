"""The bin: cards go in, come out again, or are erased for good, one or many in one step."""

import json
from collections.abc import Callable, Iterator, Sequence

from kartoteka.domain.clients import ClientId
from kartoteka.domain.errors import NotFound
from kartoteka.shop import Shop
from kartoteka.shop.changes import Changes, Done
from kartoteka.store import bulk, journal
from kartoteka.store import clients as stored
from kartoteka.store.book import Session
from kartoteka.store.journal import Entry

DELETE_CLIENT = "delete_client"
RESTORE_CLIENT = "restore_client"
DELETE_CLIENTS = "delete_clients"
RESTORE_CLIENTS = "restore_clients"
PURGE_CLIENTS = "purge_clients"
_AT_ONCE = 500
"""Cards between two looks at whether somebody stops the deed."""


def delete_clients(shop: Shop, ids: Sequence[ClientId]) -> Done[list[ClientId]]:
    """Put cards into the bin, taken back as one step; answers them.

    Raises NotFound when none of them is in use.
    """
    with shop.change() as session:
        gone = _put_in(shop, session, ids)
        undo = _written(shop, session, DELETE_CLIENT, DELETE_CLIENTS, gone)
    return Done(gone, Changes(clients=frozenset(gone), undo=undo))


def restore_clients(shop: Shop, ids: Sequence[ClientId]) -> Done[list[ClientId]]:
    """Take cards out of the bin, taken back as one step; answers them.

    Raises NotFound when none of them is there.
    """
    with shop.change() as session:
        back = _taken_out(shop, session, ids)
        undo = _written(shop, session, RESTORE_CLIENT, RESTORE_CLIENTS, back)
    return Done(back, Changes(clients=frozenset(back), undo=undo))


def purge_clients(shop: Shop, ids: Sequence[ClientId]) -> Done[int]:
    """Erase cards in the bin for good (GDPR art. 17, 152-ФЗ ст. 21); answers how many.

    The one deed that cannot be undone. Sales and papers stay, without a name; the journal keeps
    when, by whom and how many cards were erased. Raises NotFound when none is in the bin.
    """
    with shop.change() as session:
        erased = stored.in_bin(session, ids)
        _require_any(erased, ids)
        with bulk.large_cache(session):
            for part in _parts(shop, erased):
                stored.erase(session, part)
        detail = json.dumps({"cards": len(erased)})
        journal.write(session, shop.now(), shop.seller, PURGE_CLIENTS, detail=detail)
    return Done(len(erased), Changes(clients=frozenset(erased), everything=True))


def take_back_deleting(shop: Shop, session: Session, entry: Entry) -> Changes:
    """Take the cards out of the bin again that are still there."""
    ids = _taken_back(shop, session, entry, DELETE_CLIENT)
    back = _taken_out(shop, session, ids)
    return Changes(clients=frozenset(back))


def take_back_restoring(shop: Shop, session: Session, entry: Entry) -> Changes:
    """Put the cards into the bin again."""
    ids = _taken_back(shop, session, entry, RESTORE_CLIENT)
    gone = _put_in(shop, session, ids)
    return Changes(clients=frozenset(gone))


def _put_in(shop: Shop, session: Session, ids: Sequence[ClientId]) -> list[ClientId]:
    now = shop.now()
    with bulk.large_cache(session):
        return _moved(shop, ids, lambda part: stored.delete(session, part, now))


def _taken_out(shop: Shop, session: Session, ids: Sequence[ClientId]) -> list[ClientId]:
    with bulk.large_cache(session), bulk.uncollected():
        return _moved(shop, ids, lambda part: stored.restore(session, part))


def _moved(
    shop: Shop, ids: Sequence[ClientId], move: Callable[[Sequence[ClientId]], list[ClientId]]
) -> list[ClientId]:
    """The cards that could be moved, in the order asked; raises NotFound when none could."""
    moved = {client for part in _parts(shop, ids) for client in move(part)}
    _require_any(list(moved), ids)
    return [client for client in dict.fromkeys(ids) if client in moved]


def _parts(shop: Shop, ids: Sequence[ClientId]) -> Iterator[Sequence[ClientId]]:
    """Some cards after others, by id, as the search index lies; progress is told between them."""
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), _AT_ONCE):
        shop.tell(start, len(ordered))
        yield ordered[start : start + _AT_ONCE]


def _written(
    shop: Shop, session: Session, deed: str, together: str, ids: Sequence[ClientId]
) -> int:
    """One entry for each card, for its timeline, and one that takes all of them back."""
    now, seller = shop.now(), shop.seller
    each = [journal.write(session, now, seller, deed, client) for client in ids]
    if len(each) == 1:
        return each[0]
    return journal.write(session, now, seller, together, detail=json.dumps([each[0], each[-1]]))


def _taken_back(shop: Shop, session: Session, entry: Entry, deed: str) -> list[ClientId]:
    """Whose cards the deed moved; the entries of many together are marked as taken back."""
    if entry.client_id is not None:
        return [entry.client_id]
    first, last = json.loads(entry.detail)
    each = journal.between(session, first, last, deed)
    journal.mark_undone(session, shop.now(), *(one.id for one in each))
    return [one.client_id for one in each if one.client_id is not None]


def _require_any(found: Sequence[ClientId], asked: Sequence[ClientId]) -> None:
    if not found:
        raise NotFound("client", str(next(iter(asked), "")))
