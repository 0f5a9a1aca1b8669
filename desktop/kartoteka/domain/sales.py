"""Sales and returns: what was bought, for how much, and the arithmetic that makes totals."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from kartoteka.domain.clients import ClientId
from kartoteka.domain.money import Money

SaleId = int


class PaymentKind(StrEnum):
    """How money changed hands; 'account' is a debt that will be paid later."""

    CASH = "cash"
    CARD = "card"
    TRANSFER = "transfer"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Line:
    """One position as the seller enters it. `price` is for one unit, VAT inside.

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


@dataclass(frozen=True, slots=True)
class Payment:
    """A part of the money, by one way of paying."""

    kind: PaymentKind
    amount: Money


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

    @property
    def is_return(self) -> bool:
        """Whether goods came back rather than went out."""
        return self.total.minor < 0 or self.returns is not None
