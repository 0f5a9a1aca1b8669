"""Finding cards by fragments of anything on them; the indexes change with the card.

`client_search` holds trigrams, `client_short` characters and pairs (see `fragments`).
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kartoteka.domain.clients import Client, ClientId
from kartoteka.domain.folding import digits_only, fold
from kartoteka.store.book import Session
from kartoteka.store.cards import get_many
from kartoteka.store.direct import direct, scalar
from kartoteka.store.fragments import Index, first_matches, has_all, pieces, readings, select

_INDEX = Index("client_search", "client_short")

_CANDIDATES = 200
"""Matches that are looked at for the best order; nobody scrolls further, they type on."""

_NAMES = (
    "SELECT client.id, sort_name, given_folded FROM json_each(?) AS wanted"
    " CROSS JOIN client ON client.id = wanted.value"
)
_LAST = "\U0010ffff"


def index(session: Session, clients: Iterable[Client]) -> None:
    """Write cards that are not in the indexes."""
    documents = [(client.id, *_document(client)) for client in clients]
    if not documents:
        return
    raw = direct(session)
    raw.executemany(
        "INSERT INTO client_search (rowid, name, contact, card, tags, notes)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        documents,
    )
    raw.executemany(
        "INSERT INTO client_short (rowid, pieces) VALUES (?, ?)",
        [(each[0], pieces(" ".join(each[1:]))) for each in documents],
    )


def forget(session: Session, clients: Iterable[ClientId]) -> None:
    """Take cards out of the indexes."""
    ids = [(client,) for client in clients]
    raw = direct(session)
    raw.executemany("DELETE FROM client_search WHERE rowid = ?", ids)
    raw.executemany("DELETE FROM client_short WHERE rowid = ?", ids)


def search(session: Session, query: str, limit: int = 200) -> list[ClientId]:
    """Cards on which every fragment of `query` is found, the likeliest first.

    An exact card number comes first, then names that begin with the first fragment. Cards in the
    bin are not found.
    """
    exact = holder_of_card(session, query.strip())
    words = fold(query).split()
    found = _candidates(session, query, words)
    ranked = _ranked(session, found, words) if words else []
    if exact is not None:
        ranked = [exact, *(client for client in ranked if client != exact)]
    return ranked[:limit]


def holder_of_card(session: Session, number: str) -> ClientId | None:
    """The client with exactly this card number, the bin left out."""
    sql = "SELECT id FROM client WHERE card = ? AND deleted_at IS NULL"
    found: ClientId | None = scalar(session, sql, (number,))
    return found


def matching(session: Session, query: str) -> tuple[str, tuple[Any, ...]]:
    """SQL that selects the ids of all matches in ascending order, with its values.

    An empty query has no SQL: ''.
    """
    last = ("", ())
    for fragments in readings(query):
        last = select(_INDEX, fragments)
        if scalar(session, f"{last[0]} LIMIT 1", last[1]) is not None:
            break
    return last


def _candidates(session: Session, query: str, words: list[str]) -> list[ClientId]:
    def having(few: list[ClientId], short: tuple[str, ...]) -> list[ClientId]:
        return _having(session, few, short)

    found: list[ClientId] = []
    for fragments in readings(query):
        found = first_matches(session, _INDEX, fragments, _CANDIDATES, having)
        if found:
            break
    if len(found) == _CANDIDATES:  # there are more, and better ones may be among them
        found = list(dict.fromkeys([*_named(session, words), *found]))
    return found


def _having(session: Session, few: list[ClientId], short: tuple[str, ...]) -> list[ClientId]:
    """Those of a few cards on which all short fragments stand; most say so in their names."""
    rows = direct(session).execute(_NAMES, (json.dumps(few),)).fetchall()
    found = {row[0] for row in rows if has_all(row[1], short)}
    rest = [each for each in few if each not in found]
    if rest:
        cards = get_many(session, rest)
        found.update(each for each in cards if has_all(" ".join(_document(cards[each])), short))
    return [each for each in few if each in found]


def _named(session: Session, words: list[str]) -> list[ClientId]:
    """Cards whose family or given name begins with the first word and whose name has the rest."""
    first, *others = words
    if any(digits_only(word) for word in others):
        return []  # names have no digits: the index has found what there is
    rest = " AND instr(sort_name, ?) > 0" * len(others)
    found: list[ClientId] = []
    for column in ("sort_name", "given_folded"):
        sql = (
            f"SELECT id FROM client WHERE {column} >= ? AND {column} < ?"  # noqa: S608
            f" AND deleted_at IS NULL{rest} ORDER BY {column} LIMIT {_CANDIDATES // 2}"
        )
        rows = direct(session).execute(sql, (first, first + _LAST, *others)).fetchall()
        found.extend(row[0] for row in rows)
    return found


def _ranked(session: Session, found: list[ClientId], words: list[str]) -> list[ClientId]:
    rows = direct(session).execute(_NAMES, (json.dumps(found),)).fetchall()
    first, starts = words[0], [f" {word}" for word in words]
    ranked: list[tuple[int, str, ClientId]] = []
    for client, name, given in rows:  # hundreds with every letter that is typed
        spaced = f" {name}"
        rank = 0 if name.startswith(first) or given.startswith(first) else 1
        for start in starts:
            if start not in spaced:
                rank += 2
                break
        ranked.append((rank, name, client))
    ranked.sort()
    return [client for _, _, client in ranked]


def _document(client: Client) -> tuple[str, str, str, str, str]:
    names = [client.family, client.given, client.middle, client.called, client.company]
    for person in client.people:
        names += (person.name, person.role)
    tax, place = client.tax, client.address
    notes = (client.notes, place.street, place.city, place.postcode, client.source, client.hours)
    return (
        _folded(names),
        " ".join(_contact(client)),
        _folded((client.card, tax.tax_id, tax.vat_id, tax.ogrn)),
        _folded(tag.text for tag in client.tags) if client.tags else "",
        _folded(notes),
    )


def _folded(texts: Iterable[str]) -> str:
    """All texts as one; nearly all of a card's are empty."""
    whole = " ".join(filter(None, texts))
    return fold(whole) if whole else ""


def _contact(client: Client) -> Iterator[str]:
    for phone in client.phones:
        yield from _dialled(phone.e164, phone.typed)
    for email in client.emails:
        yield fold(email)
    for messenger in client.messengers:
        yield fold(messenger.handle)
    for person in client.people:
        if person.phone:
            yield from _dialled("", person.phone)
        if person.email:
            yield fold(person.email)


def _dialled(e164: str, typed: str) -> Iterator[str]:
    """The digits of a number as dialled from abroad, at home, and as typed."""
    plain = digits_only(typed)
    if e164:
        abroad = e164[1:]
        yield abroad
        at_home = ""
        if abroad.startswith("7"):
            at_home = "8" + abroad[1:]
        elif abroad.startswith("359"):
            at_home = "0" + abroad[3:]
        if at_home:
            yield at_home
        if plain in abroad or plain in at_home:
            return
    if plain:
        yield plain
