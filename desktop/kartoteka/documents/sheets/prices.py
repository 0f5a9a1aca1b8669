"""What stands on price labels (ценники, етикети)."""

from dataclasses import dataclass
from datetime import date

from kartoteka.documents.sheets.post import LabelGrid


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceLabel:
    """One label, every text finished.

    `price` is large, `per` small after it ('/ бр.'); `second_price` the same in another currency
    where a law asks for it; `lowest` what it cost before a reduction; `unit_price` what a kilogram
    or a litre costs. `barcode` is drawn as EAN-13 where it is one, else as Code 128.
    """

    name: str
    price: str
    per: str = ""
    second_price: str = ""
    lowest: str = ""
    unit_price: str = ""
    foot: str = ""
    barcode: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceLabelSheet:
    """Labels on sheets of stickers, or one a page on a roll; `skip` places were used before."""

    language: str
    made: date
    document_title: str
    author: str
    labels: tuple[PriceLabel, ...]
    grid: LabelGrid
    skip: int = 0
