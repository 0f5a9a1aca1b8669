"""What stands on loyalty cards: the same art on all of them, a holder on each."""

from dataclasses import dataclass
from datetime import date

from kartoteka.domain.mail import CodeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDesign:
    """What is the same on every card.

    The front has the shop's name, its logo if any (a hash, see `pictures.py`) and `title` ('Карта
    постоянного клиента'). The back has `back_title` with `back_lines` (what the card gives) and
    `contact_lines`; `code` says whether the number is scanned as bars or squares.
    """

    shop_name: str
    logo: str = ""
    title: str = ""
    back_title: str = ""
    back_lines: tuple[str, ...] = ()
    contact_lines: tuple[str, ...] = ()
    code: CodeKind = CodeKind.BARS


@dataclass(frozen=True, slots=True)
class CardHolder:
    """One card: the number as people read it, what a scanner reads, the name if known."""

    number: str
    code: str
    name: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LoyaltyCardSheet:
    """A run of ID-1 cards (85.6 × 54 mm): one a page, or ten on A4 with cut marks.

    `skip` places of the first sheet of ten are left empty: they were used before.
    """

    language: str
    made: date
    document_title: str
    author: str
    design: CardDesign
    cards: tuple[CardHolder, ...]
    skip: int = 0
