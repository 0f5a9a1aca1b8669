"""What the sales, quiet-list, call-list, paper and Today deeds answer: small frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from kartoteka.domain.clients import ClientId, Tag
from kartoteka.domain.contacts import Objection, Outcome, Reason, ReasonKind
from kartoteka.domain.money import Money
from kartoteka.domain.offers import OfferId
from kartoteka.domain.rhythm import Factors, State
from kartoteka.domain.sales import SaleId


@dataclass(frozen=True, slots=True)
class PurchaseItem:
    """One line of a purchase as the history shows it; amounts of a return are negative."""

    name: str
    quantity: Decimal
    total: Money
    unit: str = ""


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """One purchase or return in a client's history, newest first."""

    id: SaleId
    number: int | None
    on: date
    total: Money
    items: tuple[PurchaseItem, ...]
    note: str = ""
    returns: SaleId | None = None
    """The sale that this return takes back."""
    returned: Money | None = None
    """What later returns took back of this sale (positive); None when nothing."""
    voided: bool = False
    """Declared void: it counts nowhere."""

    @property
    def is_return(self) -> bool:
        """Whether goods came back rather than went out."""
        return self.returns is not None or self.total.minor < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietLine:
    """A client and their silence, with every column of `kartoteka quiet`."""

    id: ClientId
    client: str
    """The name as lists show it."""
    phone: str
    """The first number in E.164, or as typed when it is no real number; '' without one."""
    visits: int
    last_visit: date | None
    usual_days: float | None
    silent_days: int | None
    times_usual: float | None
    """Silence in usual intervals; None without a visit."""
    state: State
    chance_back: float | None = None
    yearly_value: Money
    at_risk: Money
    """What silence costs in a year: the yearly value of a quiet or lost client, else nothing."""
    reason: Reason
    tags: tuple[Tag, ...] = ()
    hours: str = ""


@dataclass(frozen=True, slots=True)
class VisitDot:
    """One visit on the line of visits: a day and what was bought on it (returns left out)."""

    on: date
    total: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class RhythmView:
    """A client's rhythm for the card: the line of visits, the silence, and its ruler."""

    client: ClientId
    today: date
    dots: tuple[VisitDot, ...]
    """The last visits, oldest first."""
    visits: int
    last_visit: date | None
    usual_days: float | None
    silent_days: int | None
    times_usual: float | None
    state: State
    due_on: date | None
    cooling_on: date | None
    quiet_on: date | None
    lost_on: date | None
    yearly_value: Money
    at_risk: Money
    chance_back: float | None = None
    factors: Factors
    reason: Reason | None
    """The facts behind 'usually every 12 days, silent for 41'; None without a visit."""
    own_interval: bool
    """False: one visit, so the shop's usual time to a second visit was used."""
    switched_off: bool = False
    """The shop's clients buy once; silence means nothing here."""


@dataclass(frozen=True, slots=True)
class RhythmNotice:
    """The shop's clients buy once: why dormancy is off, and the numbers that matter instead."""

    clients: int
    """Clients with a purchase."""
    repeat_share: float
    """Share of them, 0–1, who ever bought a second time."""
    new_cards: int
    """Leads: cards added in the last 365 days."""
    conversion: float | None
    """Share of those cards, 0–1, with a purchase; None without new cards."""
    average_sale: Money
    """Of the last 365 days, or of all time when there was none."""


SkippedWhy = Objection
"""Why somebody chosen did not get onto a call list."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Somebody who was chosen for a call list and left out."""

    client: ClientId
    name: str
    why: SkippedWhy


@dataclass(frozen=True, slots=True, kw_only=True)
class CallLine:
    """One call on a list: whom, why, and what came of it."""

    id: int
    list_id: int | None
    position: int
    client: ClientId
    name: str
    phone: str
    hours: str
    reason: Reason
    outcome: Outcome | None
    said: str = ""
    call_back_on: date | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CallList:
    """A call list with its lines; `skipped` is told once, by the deed that made it."""

    id: int
    on: date
    at: datetime
    seller: str
    lines: tuple[CallLine, ...]
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True)
class CallListLine:
    """A call list among the others: how many calls, how many with an outcome."""

    id: int
    on: date
    seller: str
    calls: int
    done: int


@dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """A paper that was issued and never changes."""

    id: int
    kind: str
    """receipt, invoice, proforma, credit_note or debit_note."""
    number: int
    sale: SaleId | None
    client: ClientId | None
    client_name: str
    issued_on: date
    language: str
    size: str
    """a5 or a4."""
    pages: int
    total: Money
    printed: bool = False
    """Whether it ever went to a printer; whatever is printed after that is a copy."""
    copies: int = 0
    offer: OfferId | None = None
    series: str = ""
    """The run that its number belongs to."""
    shown: str = ""
    """The number as it stands on the paper, with its zeros and prefix."""
    due_on: date | None = None
    amends: int | None = None
    """The paper that a note changes."""
    ground: str = ""
    annulled_at: datetime | None = None
    annul_reason: str = ""
    vat_ground: str = ""
    """Why no VAT is charged, where a rate is zero."""


@dataclass(frozen=True, slots=True)
class OccasionLine:
    """A birthday or a name day within the coming days."""

    client: ClientId
    name: str
    phone: str
    kind: ReasonKind
    """BIRTHDAY or NAME_DAY."""
    on: date
    age: int | None = None
    """The age they reach; None for a name day or an unknown year."""
    jubilee: bool = False
    feast: str = ""
    """Name of the feast, for a name day."""


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """The month so far; `before` is the same number of days of the month before."""

    month: date
    """Its first day."""
    revenue: Money
    before: Money
    change: float | None
    """0.08 is eight percent more; None when nothing was sold before."""
    repeat_share: float | None
    """Share of the revenue, 0–1, from clients who had visited on an earlier day."""
    called: int
    """Quiet clients called in the last 90 days (an outcome was recorded)."""
    came_back: int
    """Those of them who bought after the call."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """The first page: who is going quiet, whom to congratulate, how the month goes."""

    on: date
    now: datetime
    seller: str
    clients: int
    """Cards in the book, the bin left out."""
    quiet_count: int
    quiet_at_risk: Money
    """The yearly value of all quiet clients together."""
    quiet: tuple[QuietLine, ...]
    occasions: tuple[OccasionLine, ...]
    call_backs: tuple[CallLine, ...]
    """Promised call-backs that are due."""
    listed: tuple[CallLine, ...] = ()
    """Calls that wait on a fresh list, of clients who are not quiet."""
    has_visits: bool = True
    """Whether anything was ever bought."""
    to_call: int = 0
    """All persons to be called today."""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """Quiet clients who are not called today, by why (`day_list.LeftOut`)."""
    month: MonthFigures
    notice: RhythmNotice | None
    """Set where clients buy once; the quiet list is empty then."""
