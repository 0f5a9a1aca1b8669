"""When made-up clients come and what they buy: own rhythms, lapses, seasons, one-timers."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from random import Random

from kartoteka.shop.demo.goods import cost_of
from kartoteka.shop.demo.world import World
from kartoteka.store.sales import Rows

YEARS = 4
"""How far back the shop's history goes for those who come often."""
ONE_TIMERS = 0.3
"""Share of clients who bought once."""
RETURNS = 0.002
"""Share of purchases that are returns."""
_STILL_CALLED = 450
"""Days of silence after which nobody calls any more."""
_MINUTES = [f"{9 + (30 + at) // 60:02}:{(30 + at) % 60:02}:00.000000" for at in range(560)]
"""The shop is open from half past nine to ten to seven."""
_SHIFT = 24
_CLIENT = (1 << _SHIFT) - 1
_SUNDAY = 6
# Silence in usual intervals, and how many of those who come back are in it. Quiet ones are a
# number of their own: about a dozen, and more in a large shop.
_PACES = ((0.0, 0.95, 0.70), (1.0, 1.8, 0.16), (2.0, 2.5, 0.03))
_MONTH_GAP = (1.15, 0.95, 0.9, 1.0, 1.0, 1.05, 1.15, 1.15, 1.0, 1.0, 0.9, 0.75)
"""Shorter gaps before the holidays, longer ones in the summer and after New Year."""


Sold = tuple[int, int, str, str, int, int, int, str, str, None, int | None, int, int]
"""A row of `Rows.item_lines`."""


@dataclass(frozen=True, slots=True)
class Lapse:
    """A client who fell silent after `before` and came back on a day, or has not yet (None)."""

    client: int
    before: date
    back: date | None
    usual: int


class Histories:
    """The visits of all clients; clients are numbered from 0 here, their ids are one more."""

    def __init__(
        self, world: World, chance: Random, clients: int, purchases: int, today: date
    ) -> None:
        """Share `purchases` among `clients` and lay them out in the years before `today`."""
        self.today = today
        self.first = [today] * clients
        self.lapses: list[Lapse] = []
        self.returns = int(purchases * RETURNS)
        self._world = world
        self._chance = chance
        self._jitter = [max(0.25, chance.gammavariate(6, 1 / 6)) for _ in range(4096)]
        counts = self._counts(clients, purchases - self.returns)
        self._quiet = self._choose_quiet(counts)
        self._lapsing = 0.04 + 24 / max(clients, 100)
        self.events: list[int] = []
        for client, number in enumerate(counts):
            if number:
                self._lay_out(client, number)
        self.events.sort()

    def _counts(self, clients: int, purchases: int) -> list[int]:
        """Purchases of each client: many buy little, few buy a lot, the sum is exact."""
        repeaters = min(int(clients * (1 - ONE_TIMERS)), max(purchases - clients, 0))
        buyers = min(clients, purchases)
        counts = [1] * buyers + [0] * (clients - buyers)
        extra = purchases - buyers
        if repeaters:
            weights = [self._chance.lognormvariate(0, 0.8) for _ in range(repeaters)]
            each = (extra - repeaters) / sum(weights)
            shares = [1 + int(weight * each) for weight in weights]
            for at in range(extra - sum(shares)):
                shares[at % repeaters] += 1
            counts[:repeaters] = [1 + share for share in shares]
        self._chance.shuffle(counts)
        return counts

    def _choose_quiet(self, counts: list[int]) -> set[int]:
        often = [client for client, number in enumerate(counts) if number > 4]
        return set(self._chance.sample(often, min(len(often), 12 + len(counts) // 200)))

    def _lay_out(self, client: int, number: int) -> None:
        usual = min(
            self._world.usual_days * self._chance.lognormvariate(0, 0.45),
            YEARS * 365 / number,
        )
        usual = max(usual, 1.0)
        silence = max(self._silence(client, number, usual), 1)
        day = self._open_day(self.today - timedelta(days=silence))
        before = self._go_back(client, day, number, usual, silence)
        self.first[client] = before

    def _go_back(self, client: int, day: date, number: int, usual: float, silence: int) -> date:
        """Write down the visits from the last one backwards; answers the first."""
        chance, jitter = self._chance.random, self._jitter
        stretch = 4.0 if number > 5 and silence < 25 and chance() < self._lapsing else 1.0
        ordinal = day.toordinal()
        for left in range(number, 0, -1):
            self.events.append(ordinal << _SHIFT | client)
            if left == 1 or chance() < 0.015:
                continue
            season = _MONTH_GAP[date.fromordinal(ordinal).month - 1]
            gap = max(1, round(usual * stretch * season * jitter[int(chance() * 4096)]))
            earlier = ordinal - gap
            earlier -= (earlier + 6) % 7 == _SUNDAY
            if stretch > 1:
                lapse = (date.fromordinal(earlier), date.fromordinal(ordinal), round(usual))
                self.lapses.append(Lapse(client, *lapse))
                stretch = 1.0
            ordinal = earlier
        return date.fromordinal(ordinal)

    def _silence(self, client: int, number: int, usual: float) -> int:
        """Days since the last visit."""
        chance = self._chance
        if client in self._quiet:
            return round(self._felt(number, usual) * chance.uniform(3.2, 4.8)) + 1
        draw = chance.random()
        if number == 1:
            return chance.randint(0, 25) if draw < 0.1 else 400 + int(chance.random() * 900)
        for least, most, share in _PACES:
            if draw < share:
                return int(usual * chance.uniform(least, most))
            draw -= share
        silence = int(max(6.3 * self._felt(number, usual), 366) + chance.random() * 500)
        if silence < _STILL_CALLED:
            last = self.today - timedelta(days=silence)
            self.lapses.append(Lapse(client, last, None, round(usual)))
        return silence

    def _felt(self, number: int, usual: float) -> float:
        """The interval as the program will see it, drawn toward the shop's."""
        own = number - 1
        return (own * usual + 2 * self._world.usual_days) / (own + 2)

    def _open_day(self, day: date) -> date:
        return day - timedelta(days=1) if day.weekday() == _SUNDAY else day


def rows_of(
    world: World, chance: Random, histories: Histories, currency: str, at_once: int
) -> Iterator[Rows]:
    """Sales in the order of their days, numbered from 1, in parts of about `at_once`."""
    till = _Till(world, chance, histories, currency)
    for ordinal, events in groupby(histories.events, key=lambda event: event >> _SHIFT):
        till.day(date.fromordinal(ordinal), [event & _CLIENT for event in events])
        if len(till.rows.sales) >= at_once:
            yield till.rows
            till.rows = Rows()
    till.last_day()
    if till.rows.sales:
        yield till.rows


class _Till:
    """Makes the rows of one day's sales after another."""

    def __init__(self, world: World, chance: Random, histories: Histories, currency: str) -> None:
        self.rows = Rows()
        self._goods = [
            [
                (item.name, pieces, item.price, item.price * int(pieces), number, cost)
                for pieces in "11111112"
            ]
            for number, item in enumerate(world.items, 1)
            for cost in [cost_of(item.price)]
        ]
        self._any = [at for at, item in enumerate(world.items) for _ in range(item.weight)]
        self._chance = chance
        self._histories = histories
        self._currency = currency
        self._seller = world.seller
        self._next = 1
        self._favourites = _favourites(world, chance, len(histories.first))
        many = len(histories.events)
        recent = range(int(many * 0.7), int(many * 0.97))
        self._to_return = set(chance.sample(recent, min(histories.returns, len(recent))))
        self._coming_back: list[tuple[date, int, int, Sold]] = []
        self._sold = 0

    def day(self, day: date, clients: list[int]) -> None:
        """A whole day: its sales at random minutes, then the returns that are due."""
        chance = self._chance.random
        self._chance.shuffle(clients)
        text = day.isoformat()
        for client, minute in zip(
            clients, sorted([int(chance() * 560) for _ in clients]), strict=True
        ):
            total = self._sell(client, chance)
            self._keep(client, text, f"{text} {_MINUTES[minute]}", total, None)
            if self._sold in self._to_return:
                self._will_come_back(client, day)
            self._sold += 1
        while self._coming_back and self._coming_back[0][0] <= day:
            self._take_back(day)

    def last_day(self) -> None:
        """Returns that no later day of sales took."""
        while self._coming_back:
            self._take_back(self._histories.today)

    def _sell(self, client: int, chance: Callable[[], float]) -> int:
        """The lines of one sale, one to three things; answers their total."""
        draw = chance()
        total = 0
        liked = self._favourites[client]
        for position in range(1, 2 if draw < 0.65 else 3 if draw < 0.92 else 4):
            choice = liked if liked and chance() < 0.6 else self._any
            goods = self._goods[choice[int(chance() * len(choice))]]
            name, pieces, price, gross, item, cost = goods[int(chance() * 8)]
            discount = gross // 10 if chance() < 0.05 else 0
            due = gross - discount
            total += due
            self.rows.item_lines.append(
                (self._next, position, name, pieces, price, discount, due, "", "", None, None,
                 item, cost)
            )  # fmt: skip
        return total

    def _will_come_back(self, client: int, day: date) -> None:
        back = min(day + timedelta(days=2 + self._sold % 8), self._histories.today)
        self._coming_back.append((back, self._next - 1, client, self.rows.item_lines[-1]))
        self._coming_back.sort(key=lambda one: one[:2])

    def _take_back(self, day: date) -> None:
        _, sale, client, sold = self._coming_back.pop(0)
        total = -sold[6]
        self.rows.item_lines.append(
            (self._next, 1, *sold[2:6], total, "", "", None, sold[1], *sold[11:])
        )
        self._keep(client, day.isoformat(), f"{day} 19:10:00.000000", total, sale)

    def _keep(self, client: int, day: str, at: str, total: int, returns: int | None) -> None:
        number = self._next
        self._next += 1
        uuid = f"demo-{number:08}"
        self.rows.sales.append(
            (number, uuid, number, client + 1, day, at, self._currency, total, "", returns,
             self._seller)
        )  # fmt: skip
        self.rows.payments.append((number, 1, "card" if number * 7919 % 10 < 6 else "cash", total))


def _favourites(world: World, chance: Random, clients: int) -> list[list[int]]:
    """For each client the items that suit one taste, or none."""
    by_taste = [
        [at for at, item in enumerate(world.items) if taste in item.tags]
        for taste in world.plain["likes"]
    ]
    return [
        by_taste[taste_of(client, len(by_taste))] if chance.random() < 0.8 else []
        for client in range(clients)
    ]


def taste_of(client: int, tastes: int) -> int:
    """The first taste of a client, the same on the card and in the basket."""
    return client * 7919 % tastes
