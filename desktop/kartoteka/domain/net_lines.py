"""Lines without VAT, as an invoice must show them: they add up to the tax base of each rate."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kartoteka.domain.money import Money, minor_units, round_half_up, total
from kartoteka.domain.sales import Line, VatPart, vat_inside

_MOST_PLACES = 8
"""Decimals of a unit price without VAT; two do nearly always, more where the cents must agree."""


@dataclass(frozen=True, slots=True)
class NetLine:
    """A line without VAT: `unit_price` × quantity, half up to the cent, less `discount` is `net`.

    All of a return are negative but the unit price and the quantity.
    """

    name: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    """In main units; more than two decimals where the cents would not agree otherwise."""
    discount: Money
    net: Money
    vat_rate: Decimal | None


@dataclass(frozen=True, slots=True)
class NetSums:
    """What the lines come to: the base and VAT of each rate, and what is to be paid."""

    lines: tuple[NetLine, ...]
    parts: tuple[VatPart, ...]
    """By rate, the highest first; `net` of each is its tax base."""
    untaxed: Money
    """Of lines without a rate."""
    base: Money
    vat: Money
    total: Money


def lines_without_vat(lines: Sequence[Line], totals: Sequence[Money], currency: str) -> NetSums:
    """The lines of a recorded sale without VAT; `totals` are theirs in the ledger, VAT included.

    The base of a rate is its total less the VAT inside, which is worked out on the whole of it.
    """
    nets: list[Money] = list(totals)
    parts: list[VatPart] = []
    rates = {line.vat_rate for line in lines if line.vat_rate is not None}
    for rate in sorted(rates, reverse=True):
        at = [index for index, line in enumerate(lines) if line.vat_rate == rate]
        whole = total((totals[index] for index in at), currency)
        part = VatPart(rate, whole, vat_inside(whole, rate))
        parts.append(part)
        shared = _nets(part, [lines[index] for index in at], [totals[index] for index in at])
        for index, net in zip(at, shared, strict=True):
            nets[index] = net
    made = tuple(_net_line(line, net) for line, net in zip(lines, nets, strict=True))
    untaxed = (money for line, money in zip(lines, totals, strict=True) if line.vat_rate is None)
    return NetSums(
        lines=made,
        parts=tuple(parts),
        untaxed=total(untaxed, currency),
        base=total(nets, currency),
        vat=total((part.vat for part in parts), currency),
        total=total(totals, currency),
    )


def _nets(part: VatPart, lines: list[Line], totals: list[Money]) -> list[Money]:
    """The base of a rate shared among its lines; where prices are without VAT it is theirs."""
    signs = [-1 if whole.minor < 0 else 1 for whole in totals]
    added = [line.vat_added for line in lines]
    if all(vat is not None for vat in added):
        own = [
            whole - (vat if sign > 0 else -vat)
            for whole, vat, sign in zip(totals, added, signs, strict=True)
            if vat is not None
        ]
        if total(own, part.total.currency) == part.net:
            return own
    if not any(whole.minor for whole in totals):
        return list(totals)
    return part.net.share([abs(whole.minor) for whole in totals])


def _net_line(line: Line, net: Money) -> NetLine:
    discount = _net_discount(line, net)
    value = net + discount
    return NetLine(
        name=line.name,
        quantity=line.quantity,
        unit=line.unit,
        unit_price=unit_price(value, line.quantity),
        discount=discount,
        net=net,
        vat_rate=line.vat_rate,
    )


def _net_discount(line: Line, net: Money) -> Money:
    """The line's discounts (its own, and its share of the sale's) without VAT."""
    off = Money(0, net.currency)
    for part in (line.discount, line.sale_discount):
        if part is not None:
            off += part
    if line.vat_added is None and line.vat_rate is not None:
        off -= vat_inside(off, line.vat_rate)
    return -off if net.minor < 0 else off


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
