"""The tables of the book; what must hold is said in SQL, for SQLModel checks nothing.

They describe the schema, and a test holds them equal to what the migrations make. The program
reads and writes in SQL and never imports them: SQLAlchemy weighs 37 MB.
"""

from datetime import date

from pydantic import NaiveDatetime
from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

_YES = {"server_default": text("1")}
_NOTHING = {"server_default": text("0")}
_EMPTY = {"server_default": text("''")}


class SettingRow(SQLModel, table=True):
    __tablename__ = "setting"

    key: str = Field(primary_key=True)
    value: str


class SourceRow(SQLModel, table=True):
    __tablename__ = "source"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    cost_minor: int = 0


class ImportRow(SQLModel, table=True):
    """One import, undone as one step."""

    __tablename__ = "import"

    id: int | None = Field(default=None, primary_key=True)
    at: NaiveDatetime
    kind: str
    file_name: str
    rows: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    undone_at: NaiveDatetime | None = None


class ImportBeforeRow(SQLModel, table=True):
    """The card as it was before an import changed it (JSON of the domain value)."""

    __tablename__ = "import_before"

    import_id: int = Field(foreign_key="import.id", primary_key=True)
    client_id: int = Field(primary_key=True)
    before: str


class ClientRow(SQLModel, table=True):
    __tablename__ = "client"
    __table_args__ = (
        CheckConstraint("kind in ('person', 'company')", name="client_kind"),
        CheckConstraint("penetration between 0 and 100", name="client_penetration"),
        CheckConstraint("birth_month between 1 and 12", name="client_birth_month"),
        CheckConstraint("birth_day between 1 and 31", name="client_birth_day"),
        CheckConstraint("card <> ''", name="client_card_not_empty"),
        Index("client_by_name", "sort_name", "id", sqlite_where=text("deleted_at is null")),
        Index("client_by_birthday", "birth_month", "birth_day"),
        Index("client_by_given", "given_folded", "sort_name", "deleted_at"),
        Index("client_by_name_day", "name_day", sqlite_where=text("name_day <> ''")),
        Index(
            "client_by_quiet", "quiet_on", "lost_on", "yearly_minor", "deleted_at", "do_not_contact"
        ),
        Index("client_by_first_visit", "first_visit"),
        Index(
            "client_by_last_visit",
            "last_visit",
            "visits",
            "due_on",
            "cooling_on",
            "quiet_on",
            "lost_on",
            "deleted_at",
        ),
        Index("client_by_total", "total_minor", sqlite_where=text("deleted_at is null")),
        Index("client_by_yearly", "yearly_minor", sqlite_where=text("deleted_at is null")),
        Index("client_by_import", "import_id", sqlite_where=text("import_id is not null")),
        Index(
            "client_by_recommender",
            "recommended_by",
            sqlite_where=text("recommended_by is not null"),
        ),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str = "person"
    family: str = ""
    given: str = ""
    middle: str = ""
    called: str = ""
    company: str = ""
    sort_name: str = ""
    given_folded: str = ""
    tax_id: str = ""
    vat_id: str = ""
    kpp: str = ""
    ogrn: str = ""
    street: str = ""
    city: str = ""
    postcode: str = ""
    country: str = ""
    preferred: str | None = None
    hours: str = ""
    language: str = ""
    birth_year: int | None = None
    birth_month: int | None = None
    birth_day: int | None = None
    name_day: str = ""
    notes: str = ""
    source_id: int | None = Field(default=None, foreign_key="source.id")
    recommended_by: int | None = Field(default=None, foreign_key="client.id")
    penetration: int | None = None
    do_not_contact: bool = False
    card: str | None = Field(default=None, unique=True)
    added_on: date
    deleted_at: NaiveDatetime | None = None
    import_id: int | None = Field(default=None, foreign_key="import.id")
    visits: int = 0
    purchases: int = 0
    first_visit: date | None = None
    last_visit: date | None = None
    total_minor: int = 0
    usual_days: float | None = None
    due_on: date | None = None
    cooling_on: date | None = None
    quiet_on: date | None = None
    lost_on: date | None = None
    yearly_minor: int = 0


class PhoneRow(SQLModel, table=True):
    __tablename__ = "phone"
    __table_args__ = (Index("phone_by_number", "e164"),)

    client_id: int = Field(foreign_key="client.id", primary_key=True)
    position: int = Field(primary_key=True)
    typed: str
    e164: str = ""
    digits: str = ""
    note: str = ""


class EmailRow(SQLModel, table=True):
    __tablename__ = "email"
    __table_args__ = (Index("email_by_folded", "folded"),)

    client_id: int = Field(foreign_key="client.id", primary_key=True)
    position: int = Field(primary_key=True)
    address: str
    folded: str


class MessengerRow(SQLModel, table=True):
    __tablename__ = "messenger"

    client_id: int = Field(foreign_key="client.id", primary_key=True)
    position: int = Field(primary_key=True)
    service: str
    handle: str


class ContactPersonRow(SQLModel, table=True):
    __tablename__ = "contact_person"

    client_id: int = Field(foreign_key="client.id", primary_key=True)
    position: int = Field(primary_key=True)
    name: str
    role: str = ""
    phone: str = ""
    email: str = ""


class TagRow(SQLModel, table=True):
    __tablename__ = "tag"
    __table_args__ = (
        CheckConstraint("kind in ('likes', 'dislikes', 'size')", name="tag_kind"),
        Index("tag_by_text", "folded", "client_id"),
    )

    client_id: int = Field(foreign_key="client.id", primary_key=True)
    kind: str = Field(primary_key=True)
    text: str = Field(primary_key=True)
    folded: str
    position: int = 0


class ConsentRow(SQLModel, table=True):
    """Never changed and never deleted: the history is the proof."""

    __tablename__ = "consent"
    __table_args__ = (
        CheckConstraint(
            "channel in ('call', 'sms', 'email', 'post', 'messenger')", name="consent_channel"
        ),
        Index("consent_by_client", "client_id", "channel"),
    )

    id: int | None = Field(default=None, primary_key=True)
    client_id: int = Field(foreign_key="client.id")
    channel: str
    given: bool
    at: NaiveDatetime
    how: str = ""
    wording: str = ""


class SaleRow(SQLModel, table=True):
    __tablename__ = "sale"
    __table_args__ = (
        CheckConstraint("length(currency) = 3", name="sale_currency"),
        CheckConstraint("number > 0", name="sale_number"),
        Index(
            "sale_by_client",
            "client_id",
            "day",
            "total_minor",
            "returns_id",
            "currency",
            "voided_at",
        ),
        Index(
            "sale_by_day", "day", "client_id", "total_minor", "currency", "returns_id", "voided_at"
        ),
        Index("sale_by_returned", "returns_id", sqlite_where=text("returns_id is not null")),
        Index("sale_by_import", "import_id", sqlite_where=text("import_id is not null")),
    )

    id: int | None = Field(default=None, primary_key=True)
    uuid: str = Field(unique=True)
    number: int | None = Field(default=None, unique=True)
    client_id: int | None = Field(default=None, foreign_key="client.id")
    day: date
    at: NaiveDatetime
    currency: str
    total_minor: int
    note: str = ""
    returns_id: int | None = Field(default=None, foreign_key="sale.id")
    seller: str = ""
    import_id: int | None = Field(default=None, foreign_key="import.id")
    prices_include_vat: bool = Field(default=True, sa_column_kwargs=_YES)
    discount_minor: int = Field(default=0, sa_column_kwargs=_NOTHING)
    voided_at: NaiveDatetime | None = None
    void_reason: str = Field(default="", sa_column_kwargs=_EMPTY)


class SaleLineRow(SQLModel, table=True):
    """Quantity and VAT rate are decimals written as text; amounts are minor units."""

    __tablename__ = "sale_line"
    __table_args__ = {"sqlite_with_rowid": False}

    sale_id: int = Field(foreign_key="sale.id", primary_key=True)
    position: int = Field(primary_key=True)
    name: str
    quantity: str
    price_minor: int
    discount_minor: int = 0
    total_minor: int
    unit: str = ""
    sku: str = ""
    vat_rate: str | None = None
    returns_position: int | None = None
    item_id: int | None = Field(default=None, foreign_key="item.id")
    cost_minor: int | None = None
    sale_discount_minor: int = Field(default=0, sa_column_kwargs=_NOTHING)
    serial: str = Field(default="", sa_column_kwargs=_EMPTY)


class PaymentRow(SQLModel, table=True):
    __tablename__ = "payment"
    __table_args__ = (
        CheckConstraint("kind in ('cash', 'card', 'transfer', 'account')", name="payment_kind"),
        Index("payment_on_account", "sale_id", sqlite_where=text("kind = 'account'")),
        {"sqlite_with_rowid": False},
    )

    sale_id: int = Field(foreign_key="sale.id", primary_key=True)
    position: int = Field(primary_key=True)
    kind: str
    amount_minor: int
    tendered_minor: int | None = None


class OfferRow(SQLModel, table=True):
    __tablename__ = "offer"
    __table_args__ = (
        CheckConstraint("trim(title) <> ''", name="offer_title"),
        CheckConstraint("trim(reason) <> ''", name="offer_reason"),
        CheckConstraint("ends >= begins", name="offer_days"),
    )

    id: int | None = Field(default=None, primary_key=True)
    title: str
    reason: str
    begins: date
    ends: date
    language: str
    code: str = ""
    deleted_at: NaiveDatetime | None = None


class CallListRow(SQLModel, table=True):
    __tablename__ = "call_list"

    id: int | None = Field(default=None, primary_key=True)
    at: NaiveDatetime
    day: date
    seller: str = ""


class CallRow(SQLModel, table=True):
    """A client on a call list, with the reason as it was then (JSON) and what came of it."""

    __tablename__ = "call"
    __table_args__ = (
        CheckConstraint(
            "outcome in ('will_come', 'call_back', 'no_answer', 'complaint', 'all_well',"
            " 'do_not_call')",
            name="call_outcome",
        ),
        Index("call_by_client", "client_id", "at"),
        Index("call_by_list", "list_id", "position"),
    )

    id: int | None = Field(default=None, primary_key=True)
    list_id: int | None = Field(default=None, foreign_key="call_list.id")
    position: int = 0
    client_id: int = Field(foreign_key="client.id")
    reason: str = ""
    at: NaiveDatetime | None = None
    channel: str = "call"
    outcome: str | None = None
    said: str = ""
    call_back_on: date | None = None
    seller: str = ""


class JournalRow(SQLModel, table=True):
    """Who changed what: one row a deed, with what is needed to take it back (JSON)."""

    __tablename__ = "journal"
    __table_args__ = (Index("journal_by_client", "client_id"),)

    id: int | None = Field(default=None, primary_key=True)
    at: NaiveDatetime
    seller: str = ""
    deed: str
    client_id: int | None = None
    detail: str = ""
    undone_at: NaiveDatetime | None = None
