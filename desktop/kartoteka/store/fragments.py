"""Taking a query apart into fragments, and asking a pair of full-text indexes for them.

One index of a pair holds trigrams for fragments of three characters and more, the other every
character and pair for shorter ones. Both are merged by rowid, so the first rows come at once
whatever the number of rows.
"""

import re
import sys
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from kartoteka.domain.folding import digits_only, fold
from kartoteka.store.book import Session
from kartoteka.store.direct import direct

Having = Callable[[list[int], tuple[str, ...]], list[int]]
"""Picks out of some rowids those whose text has all the fragments."""

_NUMBER_WORD = re.compile(r"[+\d][\d()+\-./]*|\([\d)+\-./]+", re.ASCII)
_KEPT_MARKS = "@.-+_/#&"
"""What the tokenizer of the short index takes for a part of a word."""
_DROPPED = {code: " " for code in range(128) if not chr(code).isalnum()}
for _mark in _KEPT_MARKS:
    del _DROPPED[ord(_mark)]
_ANY_DROPPED = re.compile("[" + re.escape("".join(map(chr, set(_DROPPED) - {ord(" ")}))) + "]")
_WIDE = "utf-32-le" if sys.byteorder == "little" else "utf-32-be"
"""Characters as numbers of this machine, with no mark before them."""


@dataclass(frozen=True, slots=True)
class Index:
    """The names of a pair of full-text indexes."""

    long: str
    short: str


@dataclass(frozen=True, slots=True)
class Fragments:
    """A query taken apart: every fragment must be found; each is a choice of writings."""

    long: tuple[tuple[str, ...], ...]
    short: tuple[str, ...]
    empty: bool = False


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


def select(index: Index, fragments: Fragments) -> tuple[str, tuple[Any, ...]]:
    """One SELECT of rowids, merged in order by INTERSECT: its first rows come without the rest."""
    if fragments.empty:
        return "SELECT 0 WHERE 0", ()
    parts, values = [], []
    if fragments.long:
        parts.append(f"SELECT rowid FROM {index.long} WHERE {index.long} MATCH ?")  # noqa: S608
        values.append(
            " AND ".join(
                "(" + " OR ".join(map(literal, writings)) + ")" for writings in fragments.long
            )
        )
    if fragments.short:
        parts.append(f"SELECT rowid FROM {index.short} WHERE {index.short} MATCH ?")  # noqa: S608
        values.append(" AND ".join(map(literal, fragments.short)))
    return " INTERSECT ".join(parts), tuple(values)


def literal(word: str) -> str:
    """A word as FTS5 takes it for text, whatever signs it has."""
    return '"' + word.replace("\0", "").replace('"', '""') + '"'


def first_matches(
    session: Session, index: Index, fragments: Fragments, most: int, having: Having | None = None
) -> list[int]:
    """The first matches by rowid, at most so many.

    A short fragment may stand nearly everywhere: where the long ones leave few rows, `having`
    looks for the short ones in their texts, which costs less than merging with an endless list.
    """
    raw = direct(session)
    if fragments.long and fragments.short and having:
        sql, values = select(index, replace(fragments, short=()))
        few = [row[0] for row in raw.execute(f"{sql} LIMIT {most}", values).fetchall()]
        if len(few) < most:
            return having(few, fragments.short)
    sql, values = select(index, fragments)
    return [row[0] for row in raw.execute(f"{sql} LIMIT {most}", values).fetchall()]


def has_all(text: str, short: tuple[str, ...]) -> bool:
    """Whether the short fragments stand in a folded text."""
    return all(piece in text for piece in short)


def pieces(text: str) -> str:
    """Every character and every pair of neighbours; the index takes each once."""
    plain = text.translate(_DROPPED) if _ANY_DROPPED.search(text) else text
    return f"{' '.join(set(plain))} {_pairs(plain)}"


def _pairs(plain: str) -> str:
    """'abc' as 'ab bc c': laid out as numbers, for a string per pair would take three times longer.

    Of all that an import does to a card, this was the slowest.
    """
    codes = array("I", plain.encode(_WIDE))
    laid = array("I", (ord(" "),)) * (3 * len(codes))
    laid[::3] = codes
    laid[1:-3:3] = codes[1:]
    return laid.tobytes().decode(_WIDE)
