"""The cash drawer of this counter: it opens for cash, or when somebody asks for it."""

from typing import TYPE_CHECKING

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.sales import PaymentKind
from kartoteka.ui.page import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kartoteka.domain.money import Money
    from kartoteka.domain.sales import Payment
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done

DRAWER_KEY = "Ctrl+D"


def open_for(around: Surroundings, payments: "Iterable[Payment]") -> None:
    """Money changes hands: open the drawer for cash, if this counter is set so."""
    for payment in payments:
        if open_for_sum(around, payment.kind, payment.amount):
            return


def open_for_sum(around: Surroundings, kind: PaymentKind, amount: "Money") -> bool:
    """Like `open_for` for one sum; whether the drawer opens."""
    ways = around.counter.ways
    opens = kind is PaymentKind.CASH and bool(amount) and ways.drawer and bool(ways.strip_printer)
    if opens:
        _kick(around, ways.strip_printer)
    return opens


def open_drawer(around: Surroundings) -> None:
    """Open the drawer without a sale; the journal tells who did, and when."""
    try:
        address = around.counter.ways.require_strip()
    except RuleBroken as missing:
        tell_strip_missing(around, missing)
        return
    around.desk.change(lambda shop: _note(shop, address), lambda _: _kick(around, address))


def tell_strip_missing(around: Surroundings, missing: Exception) -> None:
    """No strip printer is set: say so, with the way to the setting."""

    def lead() -> None:
        around.navigator.show_page("settings", setting="print.strip")

    around.notices.trouble(missing, (around.words.say("Settings"), lead))


def _kick(around: Surroundings, address: str) -> None:
    def kick() -> bytes:
        from kartoteka.shop import strips

        return strips.kick(address)

    around.counter.feed(kick, lambda _: None, around.notices.trouble)


def _note(shop: "Shop", address: str) -> "Done[None]":
    from kartoteka.shop import strips

    return strips.note_opened_drawer(shop, address)
