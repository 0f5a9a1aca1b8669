"""Sales and returns: what was bought, for how much, and the arithmetic that makes totals."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from kartoteka.domain.clients import ClientId
from kartoteka.domain.errors import BadValue, RuleBroken
from kartoteka.domain.money import LARGEST, Money, round_half_up, total

SaleId = int

LARGEST_QUANTITY = Decimal(999_999)
"""A larger one is a barcode that landed in the wrong field."""
QUANTITY_PLACES = 6
"""Enough for grams of gold; with the limit it keeps every product of ours exact."""


class PaymentKind(StrEnum):
    """How money changed hands; 'account' is a debt that will be paid later."""

    CASH = "cash"
    CARD = "card"
    TRANSFER = "transfer"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Line:
    """One position as the seller enters it. `price` is for one unit, VAT inside or not yet.

    `discount` is money off the whole line. For a return, `returns` is the position (from 1)
    of the line of the first sale that it takes back.
    """

    name: str
    quantity: Decimal
    price: Money
    discount: Money | None = None
    unit: str = ""
    sku: str = ""
    vat_rate: Decimal | None = None
    returns: int | None = None
    item: int | None = None
    """The item of the catalogue; None for a free-text line."""
    cost: Money | None = None
    """What one unit cost the shop, when that is known."""
    sale_discount: Money | None = None
    """This line's share of a discount on the whole sale."""
    vat_added: Money | None = None
    """This line's share of the VAT where prices are without it; worked out, never typed."""
    serial: str = ""
    """The number on the thing itself, for its warranty."""


@dataclass(frozen=True, slots=True)
class Payment:
    """A part of the money, by one way of paying."""

    kind: PaymentKind
    amount: Money
    tendered: Money | None = None
    """What was handed over when change was given back; None: just the amount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleDraft:
    """A sale or a return before it is recorded; `uuid` makes a double Enter one sale."""

    uuid: str
    on: date
    lines: tuple[Line, ...]
    currency: str
    client: ClientId | None = None
    payments: tuple[Payment, ...] = ()
    """Empty: all in cash."""
    note: str = ""
    returns: SaleId | None = None
    """The sale that is taken back, for a return."""
    prices_include_vat: bool = True
    """False: VAT comes on top of the lines, by rate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """A recorded sale or return. Amounts of a return are negative."""

    id: SaleId
    uuid: str
    number: int | None
    """The receipt's number; None for a purchase imported from elsewhere."""
    on: date
    at: datetime
    client: ClientId | None
    lines: tuple[Line, ...]
    payments: tuple[Payment, ...]
    total: Money
    note: str = ""
    returns: SaleId | None = None
    seller: str = ""
    points_earned: int = 0
    points_balance: int = 0
    returned_quantities: dict[int, Decimal] = field(default_factory=dict)
    """Position → quantity already taken back by later returns."""
    prices_include_vat: bool = True
    voided_at: datetime | None = None
    """When it was declared void; its number stays, it is no visit and no money."""
    void_reason: str = ""

    @property
    def is_return(self) -> bool:
        """Whether goods came back rather than went out."""
        return self.total.minor < 0 or self.returns is not None

    @property
    def change(self) -> Money:
        """What was given back of the cash that was handed over."""
        given = (each.tendered - each.amount for each in self.payments if each.tendered)
        return total(given, self.total.currency)


@dataclass(frozen=True, slots=True)
class PricedLine:
    """A line with its sums; all are negative in a return.

    `total` is `gross` less `discount` (the line's own and its share of the sale's), with VAT.
    """

    line: Line
    gross: Money
    discount: Money
    total: Money


@dataclass(frozen=True, slots=True)
class VatPart:
    """VAT of one rate (percent) that is inside `total`."""

    rate: Decimal
    total: Money
    vat: Money

    @property
    def net(self) -> Money:
        """The same sum without VAT."""
        return self.total - self.vat


@dataclass(frozen=True, slots=True)
class PricedSale:
    """What a draft comes to. `payments` cover `total` exactly; `change` went back in cash."""

    lines: tuple[PricedLine, ...]
    subtotal: Money
    discount: Money
    total: Money
    vat: tuple[VatPart, ...]
    payments: tuple[Payment, ...] = ()
    change: Money | None = None


@dataclass(eq=False)
class EmptySale(RuleBroken):
    """A sale or return without lines."""


@dataclass(eq=False)
class LineWithoutName(RuleBroken):
    """Position (from 1) does not say what was bought."""

    position: int


@dataclass(eq=False)
class BadQuantity(RuleBroken):
    """A quantity that is not above zero, too large, or with too many decimals."""

    position: int
    quantity: Decimal


@dataclass(eq=False)
class NegativePrice(RuleBroken):
    """A price below zero; goods come back by a return."""

    position: int
    price: Money


@dataclass(eq=False)
class NegativeDiscount(RuleBroken):
    """A discount below zero; a higher price is simply a price."""

    position: int
    discount: Money


@dataclass(eq=False)
class DiscountTooLarge(RuleBroken):
    """A discount larger than the line that it is given on."""

    position: int
    discount: Money
    gross: Money


@dataclass(eq=False)
class SaleInFuture(RuleBroken):
    """A sale on a day that has not come."""

    on: date
    today: date


@dataclass(eq=False)
class NegativePayment(RuleBroken):
    """A payment below zero; in a return too they are written without a minus."""

    amount: Money


@dataclass(eq=False)
class OnAccountWithoutClient(RuleBroken):
    """A debt needs a debtor: nobody is named who will pay later."""


@dataclass(eq=False)
class PaymentShort(RuleBroken):
    """The payments are less than the total."""

    paid: Money
    due: Money


@dataclass(eq=False)
class PaymentMismatch(RuleBroken):
    """More is paid than due, and it is not cash, of which change could be given."""

    paid: Money
    due: Money


def price_line(line: Line) -> PricedLine:
    """Quantity × price, rounded half up, less the discounts, with the VAT that was added."""
    gross = line.price.times(line.quantity)
    discount = line.discount or Money(0, gross.currency)
    if line.sale_discount:
        discount += line.sale_discount
    net = gross - discount
    return PricedLine(line, gross, discount, net + line.vat_added if line.vat_added else net)


def price_lines(draft: SaleDraft) -> PricedSale:
    """The sums of a sale; no rule is asked. Raises CurrencyMismatch for a line in another money."""
    lines = draft.lines if draft.prices_include_vat else with_vat_added(draft.lines)
    return summed([price_line(line) for line in lines], draft.currency)


def with_vat_added(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines of prices without VAT, each with its share of the VAT of its rate.

    VAT is worked out on the sum of each rate, half up (ЗДДС чл. 26; НК РФ ст. 166), so that the
    lines with their shares add up to the base and its VAT to the cent.
    """
    plain = [replace(line, vat_added=None) for line in lines]
    shares: dict[int, Money] = {}
    for rate in {line.vat_rate for line in plain} - {None, Decimal(0)}:
        at = [index for index, line in enumerate(plain) if line.vat_rate == rate]
        nets = [price_line(plain[index]).total for index in at]
        base = total(nets, nets[0].currency)
        if rate is not None and base:
            parts = base.times(rate / 100).share([net.minor for net in nets])
            shares |= dict(zip(at, parts, strict=True))
    return tuple(
        replace(line, vat_added=shares.get(index, Money(0, line.price.currency)))
        for index, line in enumerate(plain)
    )


def check_sale(draft: SaleDraft, today: date) -> PricedSale:
    """The sums of a sale that may be recorded; raises the rule that is broken."""
    check_day(draft, today)
    priced = check_lines(draft)
    require_debtor(draft)
    payments, change = settled(draft.payments, priced.total)
    return replace(priced, payments=payments, change=change)


def check_lines(draft: SaleDraft) -> PricedSale:
    """The sums of a draft whose lines break no rule; payments and day are not asked."""
    for position, line in enumerate(draft.lines, 1):
        _check_line(position, line)
    priced = price_lines(draft)
    if priced.subtotal.minor >= LARGEST:
        raise BadValue("total", str(priced.subtotal), "too large")
    return priced


def vat_inside(amount: Money, rate: Decimal) -> Money:
    """The VAT inside a total, half up: total × rate / (100 + rate) (НК РФ ст. 164 п. 4)."""
    return Money(int(round_half_up(amount.minor * rate / (100 + rate))), amount.currency)


def check_day(draft: SaleDraft, today: date) -> None:
    """Raise EmptySale or SaleInFuture."""
    if not draft.lines:
        raise EmptySale
    if draft.on > today:
        raise SaleInFuture(draft.on, today)


def require_debtor(draft: SaleDraft) -> None:
    """Raise OnAccountWithoutClient when nobody owes what is not paid."""
    owed = any(payment.kind is PaymentKind.ACCOUNT and payment.amount for payment in draft.payments)
    if owed and draft.client is None:
        raise OnAccountWithoutClient


def _check_line(position: int, line: Line) -> None:
    if not line.name.strip():
        raise LineWithoutName(position)
    check_quantity(position, line.quantity)
    if line.price.minor < 0:
        raise NegativePrice(position, line.price)
    priced = price_line(line)
    for discount in (line.discount, line.sale_discount):
        if discount is not None and discount.minor < 0:
            raise NegativeDiscount(position, discount)
    if priced.gross < priced.discount:
        raise DiscountTooLarge(position, priced.discount, priced.gross)


def check_quantity(position: int, quantity: Decimal) -> None:
    """Raise BadQuantity for what cannot be a quantity."""
    fits = quantity.is_finite() and 0 < quantity <= LARGEST_QUANTITY
    if not fits or quantity != round_half_up(quantity, QUANTITY_PLACES):
        raise BadQuantity(position, quantity)


def summed(lines: list[PricedLine], currency: str) -> PricedSale:
    """Add priced lines up; raises CurrencyMismatch for a line in another currency."""
    return PricedSale(
        lines=tuple(lines),
        subtotal=total((line.gross for line in lines), currency),
        discount=total((line.discount for line in lines), currency),
        total=total((line.total for line in lines), currency),
        vat=_vat_parts(lines),
    )


def _vat_parts(lines: Iterable[PricedLine]) -> tuple[VatPart, ...]:
    """VAT by rate, the highest first, worked out on the sum of each rate and not line by line."""
    sums: dict[Decimal, Money] = {}
    for priced in lines:
        rate = priced.line.vat_rate
        if rate is not None:
            sums[rate] = sums[rate] + priced.total if rate in sums else priced.total
    rates = sorted(sums, reverse=True)
    return tuple(VatPart(rate, sums[rate], vat_inside(sums[rate], rate)) for rate in rates)


def paid_in(payments: Iterable[Payment], due: Money) -> Money:
    """What the payments come to, in the currency of `due`."""
    return total((payment.amount for payment in payments), due.currency)


def settled(payments: tuple[Payment, ...], due: Money) -> tuple[tuple[Payment, ...], Money | None]:
    """Payments that cover `due` exactly, and the change; no payments at all: cash."""
    for payment in payments:
        if payment.amount.minor < 0:
            raise NegativePayment(payment.amount)
    if not payments:
        payments = (Payment(PaymentKind.CASH, due),)
    paid = paid_in(payments, due)
    if paid < due:
        raise PaymentShort(paid, due)
    change = over = paid - due
    kept: list[Payment] = []
    for payment in payments:
        if over and payment.kind is PaymentKind.CASH:
            given = min(over, payment.amount)
            over -= given
            left = payment.amount - given
            kept.append(Payment(payment.kind, left, payment.tendered or payment.amount))
        else:
            kept.append(payment)
    if over:
        raise PaymentMismatch(paid, due)
    return tuple(payment for payment in kept if payment.amount), change or None
