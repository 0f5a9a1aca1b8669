"""What the lines of an invoice come to, without VAT or with it; they add up to every sum below."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kartoteka.domain.money import Money, minor_units, round_half_up, total
from kartoteka.domain.sales import Line, VatPart, vat_inside

_MOST_PLACES = 8
"""Decimals of a unit price; two do nearly always, more where the cents would not agree."""
_EXPLAINING_PLACES = 4
"""Where lines were moved by a cent to add up, the price shows what it really is."""
_FAR = 2
"""So many cents may come of rounding; a line further off has another price than its sum says."""


@dataclass(frozen=True, slots=True)
class BilledLine:
    """A line of the paper: `unit_price` × quantity, half up, less `discount` is `worth`.

    Without a discount a line may differ by the cent that makes all of them add up. The discount
    on the whole sale is not in here. All of a return are negative but the price and the quantity.
    """

    name: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    """In main units: the agreed price, with as many decimals as the paper's lines need."""
    discount: Money
    """The line's own."""
    worth: Money
    vat_rate: Decimal | None


@dataclass(frozen=True, slots=True)
class BilledSums:
    """What the lines come to: the discount on all of them, base and VAT of each rate, the total."""

    lines: tuple[BilledLine, ...]
    places: int
    """Decimals of every unit price, so that they stand below each other."""
    sale_discount: Money
    """Given on the whole sale; all lines less this are the bases (or the total, with VAT)."""
    percent: int | None
    """The sale's discount in percent, when it is a whole number of them."""
    parts: tuple[VatPart, ...]
    """By rate, the highest first; `net` of each is its tax base."""
    untaxed: Money
    """Of lines without a rate."""
    base: Money
    vat: Money
    total: Money


def lines_without_vat(
    lines: Sequence[Line], totals: Sequence[Money], currency: str, *, priced: bool = True
) -> BilledSums:
    """The lines of a recorded sale without VAT; `totals` are theirs in the ledger, VAT included.

    The base of a rate is its total less the VAT inside, which is worked out on the whole of it.
    The unit price is the agreed one without VAT, never what a rounded sum comes to, unless
    `priced` is False: prices that were converted one by one say less than their sums.
    """
    worths: list[Money] = [_before(line, whole) for line, whole in zip(lines, totals, strict=True)]
    parts = _parts(lines, totals, currency)
    for part in parts:
        at = [index for index, line in enumerate(lines) if line.vat_rate == part.rate]
        shared = _nets(part, [lines[index] for index in at], [totals[index] for index in at])
        for index, net in zip(at, shared, strict=True):
            worths[index] = net
    prices = [_net_price(line) if priced else None for line in lines]
    return _billed(lines, totals, worths, prices, parts, net=True)


def lines_with_vat(
    lines: Sequence[Line], totals: Sequence[Money], currency: str, *, priced: bool = True
) -> BilledSums:
    """The lines of a recorded sale with VAT in them, as a Russian счет has them."""
    worths = [_before(line, whole) for line, whole in zip(lines, totals, strict=True)]
    prices = [_gross_price(line) if priced else None for line in lines]
    return _billed(lines, totals, worths, prices, _parts(lines, totals, currency), net=False)


def unit_price(worth: Money, quantity: Decimal) -> Decimal:
    """The shortest price that, times the quantity and rounded, is exactly what a line is worth.

    In main units, without the minus of a return; two decimals, or as many as the cents need.
    """
    places = minor_units(worth.currency)
    value = abs(worth.amount)
    for more in range(places, _MOST_PLACES):
        price = round_half_up(value / quantity, more)
        if round_half_up(price * quantity, places) == value:
            return price
    return round_half_up(value / quantity, _MOST_PLACES)


def share_of_vat(parts: Sequence[VatPart], due: Money, whole: Money) -> list[tuple[Decimal, Money]]:
    """The VAT in a part of a bill, by rate: in proportion, half up."""
    return [
        (part.rate, part.vat if due == whole else part.vat.times(due.amount / whole.amount))
        for part in parts
        if whole
    ]


def _parts(lines: Sequence[Line], totals: Sequence[Money], currency: str) -> tuple[VatPart, ...]:
    made = []
    rates = {line.vat_rate for line in lines if line.vat_rate is not None}
    for rate in sorted(rates, reverse=True):
        at = (whole for line, whole in zip(lines, totals, strict=True) if line.vat_rate == rate)
        whole = total(at, currency)
        made.append(VatPart(rate, whole, vat_inside(whole, rate)))
    return tuple(made)


def _before(line: Line, whole: Money) -> Money:
    """A line with VAT before its share of the discount on the whole sale came off."""
    off = line.sale_discount or Money(0, whole.currency)
    if line.vat_added is not None and line.vat_rate is not None:
        off += off.times(line.vat_rate / 100)
    return whole - off if whole.minor < 0 else whole + off


def _nets(part: VatPart, lines: list[Line], totals: list[Money]) -> list[Money]:
    """What lines of one rate are worth without VAT; where prices are without VAT it is theirs."""
    own = [_own_net(line, whole) for line, whole in zip(lines, totals, strict=True)]
    added = all(line.vat_added is not None for line in lines)
    if added and total((net for net, _ in own), part.total.currency) == part.net:
        return [net - off if net.minor < 0 else net + off for net, off in own]
    befores = [_before(line, whole) for line, whole in zip(lines, totals, strict=True)]
    if not any(before.minor for before in befores):
        return befores
    whole = total(befores, part.total.currency)
    net = whole - vat_inside(whole, part.rate)
    return net.share([abs(before.minor) for before in befores])


def _own_net(line: Line, whole: Money) -> tuple[Money, Money]:
    """A line of a price without VAT: its base, and its share of the sale's discount."""
    nothing = Money(0, whole.currency)
    vat = line.vat_added or nothing
    return (whole + vat if whole.minor < 0 else whole - vat), line.sale_discount or nothing


def _net_price(line: Line) -> Decimal:
    if line.vat_added is not None or line.vat_rate is None:
        return line.price.amount
    return line.price.amount / (1 + line.vat_rate / 100)


def _gross_price(line: Line) -> Decimal:
    if line.vat_added is None or line.vat_rate is None:
        return line.price.amount
    return line.price.amount * (1 + line.vat_rate / 100)


def _billed(
    lines: Sequence[Line],
    totals: Sequence[Money],
    worths: Sequence[Money],
    prices: Sequence[Decimal | None],
    parts: tuple[VatPart, ...],
    *,
    net: bool,
) -> BilledSums:
    currency = totals[0].currency
    drafts = [
        _drafted(line, worth, price, net=net)
        for line, worth, price in zip(lines, worths, prices, strict=True)
    ]
    places = _places(drafts, currency)
    made = tuple(draft.at(places) for draft in drafts)
    untaxed = (money for line, money in zip(lines, totals, strict=True) if line.vat_rate is None)
    vat = total((part.vat for part in parts), currency)
    whole = total(totals, currency)
    base = whole - vat
    return BilledSums(
        lines=made,
        places=places,
        sale_discount=total(worths, currency) - (base if net else whole),
        percent=_percent(lines, totals),
        parts=parts,
        untaxed=total(untaxed, currency),
        base=base,
        vat=vat,
        total=whole,
    )


@dataclass(frozen=True, slots=True)
class _Drafted:
    """A line before it is known how many decimals its column has."""

    line: Line
    worth: Money
    price: Decimal
    off: Money
    """Its own discount, as the rate gives it; zero when there is none."""

    def value(self, price: Decimal) -> Money:
        """Price × quantity with the sign of what it is worth."""
        amount = round_half_up(price * self.line.quantity, minor_units(self.worth.currency))
        return Money.of(-amount if self.worth.minor < 0 else amount, self.worth.currency)

    @property
    def moved(self) -> bool:
        """Whether its cents are not those of its price."""
        return not self.line.discount and self.value(self.price) != self.worth

    @property
    def places(self) -> int:
        """Decimals that its price needs so that the product stays the same to the cent."""
        least = minor_units(self.worth.currency)
        exact = self.value(self.price)
        for more in range(least, _MOST_PLACES):
            if self.value(round_half_up(self.price, more)) == exact:
                return more
        return _MOST_PLACES

    def at(self, places: int) -> BilledLine:
        price = round_half_up(self.price, places)
        discount = self.off
        if self.line.discount:
            discount = self.value(price) - self.worth
        return BilledLine(
            name=self.line.name,
            quantity=self.line.quantity,
            unit=self.line.unit,
            unit_price=price,
            discount=discount,
            worth=self.worth,
            vat_rate=self.line.vat_rate,
        )


def _drafted(line: Line, worth: Money, price: Decimal | None, *, net: bool) -> _Drafted:
    off = line.discount or Money(0, worth.currency)
    if line.vat_rate is not None:
        if net and line.vat_added is None:
            off -= vat_inside(off, line.vat_rate)
        elif not net and line.vat_added is not None:
            off += off.times(line.vat_rate / 100)
    if worth.minor < 0:
        off = -off
    drafted = _Drafted(line, worth, price or Decimal(0), off)
    if price is not None:
        apart = drafted.value(price) - off - worth
        if abs(apart.minor) <= _FAR:
            return drafted
    return _Drafted(line, worth, unit_price(worth + off, line.quantity), off)


def _places(drafts: Sequence[_Drafted], currency: str) -> int:
    """Decimals for the whole column: the same goods have the same price in every line."""
    needed = max((draft.places for draft in drafts), default=minor_units(currency))
    cut = (draft for draft in drafts if round_half_up(draft.price, needed) != draft.price)
    return max(needed, _EXPLAINING_PLACES) if any(draft.moved for draft in cut) else needed


def _percent(lines: Sequence[Line], totals: Sequence[Money]) -> int | None:
    """The one whole number of percents that the sale's discount is of all it was given on."""
    off = sum(line.sale_discount.minor for line in lines if line.sale_discount)
    whole = off + sum(
        abs(money.minor) - (line.vat_added.minor if line.vat_added else 0)
        for line, money in zip(lines, totals, strict=True)
    )
    if not off or not whole:
        return None
    fitting = [one for one in range(1, 101) if round_half_up(Decimal(whole * one) / 100) == off]
    return fitting[0] if len(fitting) == 1 else None
