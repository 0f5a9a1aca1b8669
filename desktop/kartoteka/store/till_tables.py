"""More tables of the book: numbers and papers, the catalogue, and what the till keeps.

Like those of `tables`, they describe the schema and are not used by the program.
"""

from datetime import date

from pydantic import NaiveDatetime
from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

_NOTHING = {"server_default": text("0")}
_EMPTY = {"server_default": text("''")}


class NumberRow(SQLModel, table=True):
    """The next free number of a range; taken and moved on in the deed's transaction."""

    __tablename__ = "number"
    __table_args__ = (CheckConstraint("next > 0", name="number_next"),)

    range: str = Field(primary_key=True)
    next: int = 1
    last: int | None = None
    digits: int = Field(default=0, sa_column_kwargs=_NOTHING)
    prefix: str = Field(default="", sa_column_kwargs=_EMPTY)
    yearly: bool = Field(default=False, sa_column_kwargs=_NOTHING)
    year: int | None = None


class NumberStartRow(SQLModel, table=True):
    """The owner moved a run: it had come to `reached` (not given) and goes on at `begins`."""

    __tablename__ = "number_start"
    __table_args__ = (
        CheckConstraint("reached > 0", name="number_start_reached"),
        CheckConstraint("begins > 0", name="number_start_begins"),
        Index("number_start_by_series", "series", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    series: str
    reached: int
    begins: int
    at: NaiveDatetime


class PictureRow(SQLModel, table=True):
    """A picture that papers carry, by the SHA-256 of its bytes; never changed, never removed."""

    __tablename__ = "picture"

    hash: str = Field(primary_key=True)
    data: bytes


class PaperRow(SQLModel, table=True):
    """An issued paper as it was issued: the frozen sheet and the hash of its first PDF."""

    __tablename__ = "paper"
    __table_args__ = (
        CheckConstraint(
            "kind in ('receipt', 'invoice', 'proforma', 'credit_note', 'debit_note')",
            name="paper_kind",
        ),
        UniqueConstraint("series", "number", name="paper_number"),
        Index("paper_by_client", "client_id"),
        Index("paper_by_sale", "sale_id"),
        Index("paper_by_amended", "amends_id", sqlite_where=text("amends_id is not null")),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    series: str
    number: int
    shown: str
    sale_id: int | None = Field(default=None, foreign_key="sale.id")
    client_id: int | None = Field(default=None, foreign_key="client.id")
    issued_on: date
    at: NaiveDatetime
    language: str
    size: str
    sheet: str
    sha256: str
    sheet_sha256: str
    pages: int
    copies: int = 0
    """Prints after the first one; −1 until the paper went to a printer."""
    offer_id: int | None = Field(default=None, foreign_key="offer.id")
    total_minor: int
    currency: str
    due_on: date | None = None
    amends_id: int | None = Field(default=None, foreign_key="paper.id")
    ground: str = ""
    annulled_at: NaiveDatetime | None = None
    annul_reason: str = ""
    vat_ground: str = Field(default="", sa_column_kwargs=_EMPTY)


class ItemRow(SQLModel, table=True):
    """An entry of the catalogue; `vat_rate` is a decimal written as text."""

    __tablename__ = "item"
    __table_args__ = (
        CheckConstraint("kind in ('goods', 'service', 'subscription')", name="item_kind"),
        CheckConstraint("trim(name) <> ''", name="item_name"),
        CheckConstraint("price_minor >= 0", name="item_price"),
        CheckConstraint("cost_minor >= 0", name="item_cost"),
        CheckConstraint("lasts_days > 0", name="item_lasts"),
        CheckConstraint("length(currency) = 3", name="item_currency"),
        Index("item_by_name", "folded", "id", sqlite_where=text("deleted_at is null")),
        Index(
            "item_by_sku",
            "sku_key",
            unique=True,
            sqlite_where=text("deleted_at is null and sku_key <> ''"),
        ),
        Index("item_by_import", "import_id", sqlite_where=text("import_id is not null")),
    )

    id: int | None = Field(default=None, primary_key=True)
    kind: str = "goods"
    name: str
    folded: str
    sku: str = ""
    sku_key: str = ""
    price_minor: int | None = None
    cost_minor: int | None = None
    currency: str
    vat_rate: str | None = None
    unit: str = ""
    lasts_days: int | None = None
    added_on: date
    deleted_at: NaiveDatetime | None = None
    import_id: int | None = Field(default=None, foreign_key="import.id")
    care: str = Field(default="", sa_column_kwargs=_EMPTY)
    contents: str = Field(default="", sa_column_kwargs=_EMPTY)
    warranty_months: int | None = None
    service_months: int | None = None


class OfferShownRow(SQLModel, table=True):
    """An offer that a letter or a postcard showed to a client; papers with a number tell theirs."""

    __tablename__ = "offer_shown"

    client_id: int = Field(foreign_key="client.id", primary_key=True)
    offer_id: int = Field(foreign_key="offer.id", primary_key=True)
    at: NaiveDatetime


class ItemPriceRow(SQLModel, table=True):
    """What an item cost since a day; None: it had no price."""

    __tablename__ = "item_price"
    __table_args__ = (
        CheckConstraint("price_minor >= 0", name="item_price_price"),
        Index("item_price_by_item", "item_id", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    item_id: int = Field(foreign_key="item.id")
    since: date
    price_minor: int | None = None
    currency: str


class ItemBarcodeRow(SQLModel, table=True):
    """A code as on the packing; `code_key` is equal for writings of one code."""

    __tablename__ = "item_barcode"
    __table_args__ = (
        Index("item_barcode_by_item", "item_id", "position"),
        Index("item_barcode_by_key", "code_key", "item_id"),
        {"sqlite_with_rowid": False},
    )

    barcode: str = Field(primary_key=True)
    item_id: int = Field(foreign_key="item.id")
    position: int
    code_key: str


class ItemTagRow(SQLModel, table=True):
    __tablename__ = "item_tag"
    __table_args__ = (Index("item_tag_by_text", "folded", "item_id"),)

    item_id: int = Field(foreign_key="item.id", primary_key=True)
    text: str = Field(primary_key=True)
    folded: str
    position: int = 0


class ItemBondRow(SQLModel, table=True):
    """What goes with an item, at once (0 days) or some days after it was bought."""

    __tablename__ = "item_bond"
    __table_args__ = (
        CheckConstraint("bond in ('accessory', 'consumable', 'after_care')", name="item_bond_kind"),
        CheckConstraint("after_days >= 0", name="item_bond_days"),
        {"sqlite_with_rowid": False},
    )

    item_id: int = Field(foreign_key="item.id", primary_key=True)
    goes_id: int = Field(foreign_key="item.id", primary_key=True)
    bond: str
    after_days: int = 0


class ItemBeforeRow(SQLModel, table=True):
    """The item as it was before an import changed it (JSON of the domain value)."""

    __tablename__ = "item_before"

    import_id: int = Field(foreign_key="import.id", primary_key=True)
    item_id: int = Field(primary_key=True)
    before: str


class HeldSaleRow(SQLModel, table=True):
    """A basket (JSON) that waits, or (`is_open`) the one on the screen, for after a power cut."""

    __tablename__ = "held_sale"

    id: int | None = Field(default=None, primary_key=True)
    uuid: str = Field(unique=True)
    at: NaiveDatetime
    seller: str = ""
    client_id: int | None = Field(default=None, foreign_key="client.id")
    title: str = ""
    basket: str
    is_open: bool = False


class DebtPaymentRow(SQLModel, table=True):
    """Money that a client brought for what was sold on account."""

    __tablename__ = "debt_payment"
    __table_args__ = (
        CheckConstraint("kind in ('cash', 'card', 'transfer')", name="debt_payment_kind"),
        CheckConstraint("amount_minor > 0", name="debt_payment_amount"),
        CheckConstraint("length(currency) = 3", name="debt_payment_currency"),
        Index("debt_payment_by_client", "client_id", "day"),
        Index("debt_payment_by_day", "day"),
    )

    id: int | None = Field(default=None, primary_key=True)
    uuid: str = Field(unique=True)
    client_id: int | None = Field(default=None, foreign_key="client.id")
    sale_id: int | None = Field(default=None, foreign_key="sale.id")
    day: date
    at: NaiveDatetime
    kind: str
    amount_minor: int
    currency: str
    note: str = ""
    seller: str = ""
    voided_at: NaiveDatetime | None = None


class DayCloseRow(SQLModel, table=True):
    """The end of a day: cash counted against what should be there; `sums` is JSON."""

    __tablename__ = "day_close"
    __table_args__ = (Index("day_close_by_day", "day"),)

    id: int | None = Field(default=None, primary_key=True)
    day: date
    at: NaiveDatetime
    seller: str = ""
    currency: str
    opening_minor: int
    expected_minor: int
    counted_minor: int
    left_minor: int
    note: str = ""
    sums: str


class GivenIdRow(SQLModel, table=True):
    """The highest id of a table that was ever erased; ids never come back."""

    __tablename__ = "given_id"

    name: str = Field(primary_key=True)
    last: int
