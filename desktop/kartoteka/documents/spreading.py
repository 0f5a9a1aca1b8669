"""Rows of a table spread over pages, so that the last page also has room for its total."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row as it will be drawn: wrapped lines, figures, its height in layout points."""

    height: float
    name: list[str]
    note: list[str] = field(default_factory=list)
    number: str = ""
    quantity: str = ""
    price: str = ""
    total: str = ""
    carried: str = ""
    quiet: bool = False


def spread(
    rows: list[Row], rooms: tuple[float, float], carried: float, tail: float, *, odd: bool
) -> list[list[Row]]:
    """Rows of each page, in order.

    `rooms` is what the first page and every further page hold; a page that is not the last keeps
    `carried` of it for the running sum, the last one keeps `tail` for the total. With `odd` the
    number of pages is made odd where that is possible, by filling pages less.
    """
    parts = _fill(rows, rooms, carried, tail, 1.0)
    if not odd or len(parts) % 2:
        return parts
    for percent in range(96, 20, -4):
        thinner = _fill(rows, rooms, carried, tail, percent / 100)
        if len(thinner) % 2:
            return thinner
    return parts


def _fill(
    rows: list[Row], rooms: tuple[float, float], carried: float, tail: float, share: float
) -> list[list[Row]]:
    parts: list[list[Row]] = []
    left = list(rows)
    while True:
        room = rooms[1] if parts else rooms[0]
        if sum(row.height for row in left) + tail <= room:
            return [*parts, left]
        taken = _fitting(left, (room - carried) * share)
        if taken == len(left):
            # All rows fit but the total does not: it never stands alone if that can be helped.
            taken = max(1, taken - 2)
        parts.append(left[:taken])
        left = left[taken:]
        if not left:
            return [*parts, []]


def _fitting(rows: list[Row], room: float) -> int:
    used = 0.0
    for index, row in enumerate(rows):
        used += row.height
        if used > room:
            return max(index, 1)
    return len(rows)
