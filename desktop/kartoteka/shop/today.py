"""The first page of the day."""

from kartoteka.shop import Shop
from kartoteka.shop.views import TodayView


def today_view(shop: Shop, rows: int = 8) -> TodayView:
    """Who is going quiet (the `rows` dearest), the week's occasions, the month's figures."""
    raise NotImplementedError
