"""The shop's settings: one frozen value, with the names that the command line uses."""

from dataclasses import dataclass, field
from decimal import Decimal

from kartoteka.domain.rhythm import Factors


@dataclass(frozen=True, slots=True)
class ShopDetails:
    """Who the shop is, as its papers say it; keys 'shop.…' on the command line."""

    name: str = ""
    address: str = ""
    phone: str = ""
    country: str = "other"
    """bg, ru or other."""
    currency: str = "EUR"
    language: str = "en"
    tax_id: str = ""
    kpp: str = ""
    vat_id: str = ""
    vat_registered: bool = False
    vat_rate: Decimal | None = None
    """The usual rate of this shop's goods, percent; None: no VAT on the papers."""
    iban: str = ""
    bic: str = ""
    bank: str = ""
    account: str = ""
    corr_account: str = ""
    responsible: str = ""
    """МОЛ or руководитель; the name under the papers."""
    legal_name: str = ""
    """Name of the firm or sole trader when it differs from the sign over the door."""
    owner_contact: str = ""
    """Name and phone for praise and complaints on the back; empty: responsible and phone."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the owner can set."""

    shop: ShopDetails = field(default_factory=ShopDetails)
    rhythm: Factors = field(default_factory=Factors)
    rhythm_kind: str = "auto"
    """auto: the program tells whether clients buy once; on or off: the owner decided."""
    backup_folder: str = ""
    receipt_next: int = 1
    paper_size: str = "a5"
    theme: str = "auto"
    """auto, light or dark."""
