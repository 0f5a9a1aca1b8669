"""A made-up shop whose clients behave like people."""

from collections.abc import Callable
from datetime import date

from kartoteka.shop import Shop


def make_demo(
    shop: Shop,
    *,
    clients: int = 2400,
    purchases: int = 24000,
    seed: int = 1,
    today: date,
    progress: Callable[[float], None] | None = None,
) -> None:
    """Fill an empty book (made by assemble.new_book for its country) with a made-up shop.

    `progress` is told the share done, 0–1. The same seed and day make the same shop.
    Raises BookNotEmpty when there are clients already.
    """
    raise NotImplementedError
