"""Money in whole minor units with its currency, and the one place where amounts are rounded."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from kartoteka.domain.errors import BadValue, RuleBroken

MINOR_UNITS = {"EUR": 2, "BGN": 2, "RUB": 2, "USD": 2, "GBP": 2, "KZT": 2, "BYN": 2, "UAH": 2}
BGN_PER_EUR = Decimal("1.95583")
"""Fixed by Council Regulation (EU) 2025/1409; never inverted."""

LARGEST = 10**15
"""No amount of a small shop has more minor units; a typing slip does."""


@dataclass(eq=False)
class CurrencyMismatch(RuleBroken):
    """Two amounts in different currencies were to be added or compared."""

    left: str
    right: str


def round_half_up(value: Decimal, places: int = 0) -> Decimal:
    """Round to `places` decimals, halves away from zero, as both tax laws ask."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount: `minor` whole cents, stotinki or kopecks of `currency` (ISO 4217)."""

    minor: int
    currency: str

    @classmethod
    def of(cls, amount: Decimal | int | str, currency: str) -> "Money":
        """Make money from a decimal amount in main units; raises BadValue for what is no amount."""
        try:
            value = Decimal(amount)
        except InvalidOperation:
            raise BadValue("amount", str(amount), "not a number") from None
        if not value.is_finite():
            raise BadValue("amount", str(amount), "not a number")
        if abs(value) >= LARGEST:
            raise BadValue("amount", str(amount), "too large")
        return cls(int(round_half_up(value.scaleb(minor_units(currency)))), currency)

    @property
    def amount(self) -> Decimal:
        """The amount in main units."""
        return Decimal(self.minor).scaleb(-minor_units(self.currency))

    def __str__(self) -> str:
        return f"{self.amount:.{minor_units(self.currency)}f}"

    def __add__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same_currency(other)
        return Money(self.minor - other.minor, self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __bool__(self) -> bool:
        return self.minor != 0

    def __lt__(self, other: "Money") -> bool:
        self._same_currency(other)
        return self.minor < other.minor

    def __le__(self, other: "Money") -> bool:
        self._same_currency(other)
        return self.minor <= other.minor

    def times(self, factor: Decimal | int) -> "Money":
        """Multiply and round half up to whole minor units."""
        return Money(int(round_half_up(Decimal(self.minor) * factor)), self.currency)

    def share(self, weights: list[int]) -> list["Money"]:
        """Split in proportion to `weights`; the last units go where the remainder is largest."""
        whole = sum(weights)
        if whole == 0:
            raise BadValue("weights", str(weights), "all zero")
        sign = -1 if self.minor < 0 else 1
        parts = [divmod(abs(self.minor) * weight, whole) for weight in weights]
        left = abs(self.minor) - sum(quotient for quotient, _ in parts)
        order = sorted(range(len(parts)), key=lambda i: -parts[i][1])
        extra = set(order[:left])
        return [
            Money(sign * (quotient + (i in extra)), self.currency)
            for i, (quotient, _) in enumerate(parts)
        ]

    def _same_currency(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch(self.currency, other.currency)


def minor_units(currency: str) -> int:
    """How many decimals the currency has; raises BadValue for one that we do not keep."""
    try:
        return MINOR_UNITS[currency]
    except KeyError:
        raise BadValue("currency", currency, "unknown currency") from None


def total(amounts: Iterable[Money], currency: str) -> Money:
    """Add amounts of one currency; the sum of none is zero."""
    result = Money(0, currency)
    for amount in amounts:
        result += amount
    return result


def euros(leva: Money) -> Money:
    """Convert BGN at the fixed full rate, rounded half up to the cent (ЗВЕРБ чл. 12)."""
    if leva.currency != "BGN":
        raise CurrencyMismatch(leva.currency, "BGN")
    return Money(int(round_half_up(Decimal(leva.minor) / BGN_PER_EUR)), "EUR")
