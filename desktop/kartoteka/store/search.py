"""Finding cards by fragments of anything on them; the indexes change with the card.

`client_search` holds trigrams for fragments of three characters and more, `client_short` every
character and pair for shorter ones. Both are merged by rowid, so the first rows come at once
whatever the number of clients.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import add
from typing import Any

from kartoteka.domain.clients import Client, ClientId
from kartoteka.domain.folding import digits_only, fold
from kartoteka.store.book import Session
from kartoteka.store.direct import direct, scalar

_CANDIDATES = 200
"""Matches that are looked at for the best order; nobody scrolls further, they type on."""

_FEW = 100
_AMONG = (
    "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM client_short"
    " WHERE client_short MATCH ? AND client_short.rowid = value)"
)
_LAST = "\U0010ffff"
_NUMBER_WORD = re.compile(r"[+\d][\d()+\-./]*|\([\d)+\-./]+", re.ASCII)
_KEPT_MARKS = "@.-+_/#&"
"""What the tokenizer of client_short takes for a part of a word."""
_DROPPED = {code: " " for code in range(128) if not chr(code).isalnum()}
for _mark in _KEPT_MARKS:
    del _DROPPED[ord(_mark)]


@dataclass(frozen=True, slots=True)
class Fragments:
    """A query taken apart: every fragment must be found; each is a choice of writings."""

    long: tuple[tuple[str, ...], ...]
    short: tuple[str, ...]
    empty: bool = False


def index(session: Session, clients: Iterable[Client]) -> None:
    """Write cards that are not in the indexes."""
    documents = [(client.id, *_document(client)) for client in clients]
    if not documents:
        return
    connection = session.connection()
    connection.exec_driver_sql(
        "INSERT INTO client_search (rowid, name, contact, card, tags, notes)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        documents,
    )
    connection.exec_driver_sql(
        "INSERT INTO client_short (rowid, pieces) VALUES (?, ?)",
        [(each[0], _pieces(" ".join(each[1:]))) for each in documents],
    )


def forget(session: Session, clients: Iterable[ClientId]) -> None:
    """Take cards out of the indexes."""
    ids = [(client,) for client in clients]
    if ids:
        connection = session.connection()
        connection.exec_driver_sql("DELETE FROM client_search WHERE rowid = ?", ids)
        connection.exec_driver_sql("DELETE FROM client_short WHERE rowid = ?", ids)


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
        last = _select(fragments)
        if scalar(session, f"{last[0]} LIMIT 1", last[1]) is not None:
            break
    return last


def readings(query: str) -> Iterator[Fragments]:
    """How a query may be meant: digits in groups as one number first, then each by itself."""
    words = fold(query).split()
    if not words:
        return
    joined = list(_joined(words))
    if joined != [(word,) for word in words]:
        yield _fragments(joined)
    yield _fragments([_writings(word) for word in words])


def _joined(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Neighbouring words of digits are parts of one telephone number."""
    run: list[str] = []
    for word in [*words, ""]:
        if _NUMBER_WORD.fullmatch(word):
            run.append(word)
            continue
        if len(run) > 1:
            yield (digits_only("".join(run)),)
        elif run:
            yield _writings(run[0])
        run = []
        if word:
            yield _writings(word)


def _writings(word: str) -> tuple[str, ...]:
    """A number is kept without its marks, a card or note with them: '912-34' is either."""
    plain = digits_only(word)
    if plain and plain != word and _NUMBER_WORD.fullmatch(word):
        return (word, plain)
    return (word,)


def _fragments(words: Sequence[tuple[str, ...]]) -> Fragments:
    long: list[tuple[str, ...]] = []
    short: list[str] = []
    for writings in words:
        if min(map(len, writings)) > 2:
            long.append(writings)
            continue
        piece = min(writings, key=len).translate(_DROPPED).strip()
        if piece:
            short.extend(piece.split())
    return Fragments(tuple(long), tuple(short), empty=not long and not short)


def _select(fragments: Fragments) -> tuple[str, tuple[Any, ...]]:
    """One SELECT of rowids, merged in order by INTERSECT: its first rows come without the rest."""
    if fragments.empty:
        return "SELECT id FROM client WHERE 0", ()
    parts, values = [], []
    if fragments.long:
        parts.append("SELECT rowid FROM client_search WHERE client_search MATCH ?")
        values.append(
            " AND ".join(
                "(" + " OR ".join(map(_literal, writings)) + ")" for writings in fragments.long
            )
        )
    if fragments.short:
        parts.append("SELECT rowid FROM client_short WHERE client_short MATCH ?")
        values.append(" AND ".join(map(_literal, fragments.short)))
    return " INTERSECT ".join(parts), tuple(values)


def _literal(word: str) -> str:
    """A word as FTS5 takes it for text, whatever signs it has."""
    return '"' + word.replace("\0", "").replace('"', '""') + '"'


def _candidates(session: Session, query: str, words: list[str]) -> list[ClientId]:
    found: list[ClientId] = []
    for fragments in readings(query):
        found = _first(session, fragments)
        if found:
            break
    if len(found) == _CANDIDATES:  # there are more, and better ones may be among them
        found = list(dict.fromkeys([*_named(session, words), *found]))
    return found


def _first(session: Session, fragments: Fragments) -> list[ClientId]:
    """The first matches by id.

    Few matches of the long fragments are looked up one by one among the short ones, whose lists
    may hold nearly everybody; many are merged with them.
    """
    raw = direct(session)
    if fragments.long and fragments.short:
        sql, values = _select(replace(fragments, short=()))
        few = [row[0] for row in raw.execute(f"{sql} LIMIT {_FEW + 1}", values).fetchall()]
        if len(few) <= _FEW:
            short = _select(replace(fragments, long=()))[1]
            return [row[0] for row in raw.execute(_AMONG, (json.dumps(few), *short)).fetchall()]
    sql, values = _select(fragments)
    return [row[0] for row in raw.execute(f"{sql} LIMIT {_CANDIDATES}", values).fetchall()]


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
    sql = (
        "SELECT client.id, sort_name, given_folded FROM json_each(?) AS wanted"
        " CROSS JOIN client ON client.id = wanted.value"
    )
    rows = direct(session).execute(sql, (json.dumps(found),)).fetchall()
    first = words[0]

    def order(row: Any) -> tuple[int, str, ClientId]:
        name: str = row[1]
        begins = name.startswith(first) or row[2].startswith(first)
        inside = all(f" {word}" in f" {name}" for word in words)
        return (0 if begins and inside else 1 if inside else 2 if begins else 3, name, row[0])

    return [row[0] for row in sorted(rows, key=order)]


def _document(client: Client) -> tuple[str, str, str, str, str]:
    names = (client.family, client.given, client.middle, client.called, client.company)
    people = [text for person in client.people for text in (person.name, person.role)]
    tax, place = client.tax, client.address
    notes = (client.notes, place.street, place.city, place.postcode, client.source, client.hours)
    return (
        fold(" ".join([*names, *people])),
        " ".join(_contact(client)),
        fold(" ".join((client.card, tax.tax_id, tax.vat_id, tax.ogrn))),
        fold(" ".join(tag.text for tag in client.tags)),
        fold(" ".join(notes)),
    )


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
    writings = []
    if e164:
        writings.append(e164[1:])
        if e164.startswith("+7"):
            writings.append("8" + e164[2:])
        elif e164.startswith("+359"):
            writings.append("0" + e164[4:])
    plain = digits_only(typed)
    if plain and not any(plain in each for each in writings):
        writings.append(plain)
    yield from writings


def _pieces(text: str) -> str:
    """Every character and every pair of neighbours, once each."""
    plain = text.translate(_DROPPED)
    pieces = set(plain)
    pieces.update(map(add, plain, plain[1:]))
    return " ".join(pieces)
