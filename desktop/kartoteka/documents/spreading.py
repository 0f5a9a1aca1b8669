"""Rows of a table spread over pages, so that the last page also has room for its total."""

from dataclasses import dataclass, field, replace

_LEAST_WITH_TOTAL = 3
"""Rows that keep the total company on a page of its own, as far as there are so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row as it will be drawn: wrapped lines, figures, its height in layout points."""

    height: float
    name: list[str]
    note: list[str] = field(default_factory=list)
    number: str = ""
    unit: str = ""
    quantity: str = ""
    price: str = ""
    vat: str = ""
    total: str = ""
    carried: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Rooms:
    """What pages hold, in layout points.

    `first` and `further` are the heights for rows on the first and on every further page; a page
    that is not the last keeps `carried` of it for the running sum, the last one `tail` for the
    total and all that follows.
    """

    first: float
    further: float
    carried: float
    tail: float

    def of(self, page: int) -> float:
        """The height for rows on a page, counted from 0."""
        return self.further if page else self.first


def spread(tables: list[list[Row]], rooms: Rooms, *, odd: bool, before: int = 0) -> list[list[Row]]:
    """Rows of each page, in order.

    `tables` are the same rows, calm first and dense last; the calmest that needs no more pages than
    the dense ones is taken. With `odd` an even number of pages becomes the next odd one; `before`
    pages that hold no rows are counted with them.
    """
    fewest = len(_fill(tables[-1], rooms))
    wanted = fewest + 1 if odd and (fewest + before) % 2 == 0 else fewest
    filled = ((rows, _fill(rows, rooms)) for rows in tables)
    rows, parts = next(pair for pair in filled if len(pair[1]) <= wanted)
    if len(parts) == wanted:
        return parts
    return _spread_evenly(rows, rooms, wanted) or _one_more(parts)


def spread_with_back(
    tables: list[list[Row]], rooms: Rooms, slip: float, before: int = 0
) -> tuple[list[list[Row]], bool]:
    """Rows of each page of a front that has a back, and whether the back became a slip.

    After an even number of pages the back would begin a sheet of its own. It then goes into the
    free room under the total, `slip` high; where that is too small, the front takes one page more.
    """
    parts = spread(tables, rooms, odd=False)
    if (len(parts) + before) % 2:
        return parts, False
    closer = spread(tables, replace(rooms, tail=rooms.tail + slip), odd=False)
    if len(closer) == len(parts) and rooms.tail + slip <= rooms.further:
        return closer, True
    return spread(tables, rooms, odd=True, before=before), False


def _fill(rows: list[Row], rooms: Rooms) -> list[list[Row]]:
    """As many rows on every page as it holds."""
    parts: list[list[Row]] = []
    left = list(rows)
    while True:
        room = rooms.of(len(parts))
        if _height(left) + rooms.tail <= room:
            return [*parts, left]
        taken = _fitting(left, room - rooms.carried)
        # The total never stands alone, or with a row or two, if that can be helped.
        taken = max(1, min(taken, len(left) - _LEAST_WITH_TOTAL))
        parts.append(left[:taken])
        left = left[taken:]
        if not left:
            return [*parts, []]


def _spread_evenly(rows: list[Row], rooms: Rooms, pages: int) -> list[list[Row]]:
    """Rows on exactly so many pages, each about equally full; nothing when that cannot be."""
    parts: list[list[Row]] = []
    left = list(rows)
    if len(rows) < pages:
        return []
    kept = min(_LEAST_WITH_TOTAL, len(rows) - pages + 1)
    for page in range(pages - 1):
        share = (_height(left) + rooms.tail) / (pages - page)
        taken = _fitting(left, min(share, rooms.of(page) - rooms.carried))
        taken = min(taken, len(left) - (pages - page - 2) - kept)
        parts.append(left[:taken])
        left = left[taken:]
    fits = _height(left) + rooms.tail <= rooms.of(pages - 1)
    return [*parts, left] if fits and left and all(parts) else []


def _one_more(parts: list[list[Row]]) -> list[list[Row]]:
    """The page with most rows becomes two; one row can't be divided."""
    fullest = max(range(len(parts)), key=lambda page: len(parts[page]))
    rows = parts[fullest]
    half = (len(rows) + 1) // 2
    if half == len(rows):
        return parts
    return [*parts[:fullest], rows[:half], rows[half:], *parts[fullest + 1 :]]


def _height(rows: list[Row]) -> float:
    return sum(row.height for row in rows)


def _fitting(rows: list[Row], room: float) -> int:
    """How many of the rows fit, at least one when there is one."""
    used = 0.0
    for index, row in enumerate(rows):
        used += row.height
        if used > room:
            return max(index, 1)
    return len(rows)
