"""How one counter prints: what comes out after a sale, on which printers and which sides."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.settings import LONGEST, BadSetting
from kartoteka.domain.strip_target import StripTarget
from kartoteka.domain.typed import read_yes_or_no

WIDTHS = ("80", "58")
"""Millimetres of a roll of narrow receipts."""


class AfterSale(StrEnum):
    """What happens to the receipt of a sale that was just recorded."""

    PREVIEW = "preview"
    PRINTER = "printer"
    STRIP = "strip"
    NOTHING = "nothing"


class Part(StrEnum):
    """Which sides of the sheets are printed, and who turns them."""

    BOTH = "both"
    """The printer turns the sheets where it can, else a person does."""
    BY_HAND = "by hand"
    FRONTS = "fronts"
    BACKS = "backs"


@dataclass(eq=False)
class StripPrinterNotSet(RuleBroken):
    """This counter has no strip printer."""


@dataclass(eq=False)
class PrinterNotInstalled(RuleBroken):
    """The printer that was chosen for this counter is not on it; '' when it has none at all."""

    printer: str


@dataclass(eq=False)
class PrinterRefused(RuleBroken):
    """A printer of the system did not take the pages."""

    printer: str


@dataclass(eq=False)
class NoBacks(RuleBroken):
    """Only the backs were wanted of a paper that has none."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What one counter was told about its printers; kept by that computer, not in the book."""

    after_sale: AfterSale = AfterSale.PREVIEW
    printer: str = ""
    """A printer by the system's name; empty: the usual one of the system."""
    sides: Part = Part.BOTH
    last_first: bool = False
    """Turned by hand, the back of the last sheet is printed first."""
    strip_printer: str = ""
    """Where the printer of narrow receipts is, such as network:10.0.0.5; empty: none."""
    strip_width: str = "80"
    drawer: bool = False
    """Whether cash opens the drawer that is plugged into the strip printer."""

    def require_strip(self) -> str:
        """The address of the strip printer; raises StripPrinterNotSet."""
        if not self.strip_printer:
            raise StripPrinterNotSet
        return self.strip_printer


def shown(ways: Ways) -> dict[str, str]:
    """Every key with its value as text; `changed` reads each back as the same value."""
    return {key: _text(getattr(ways, name)) for key, (name, _) in _KEYS.items()}


def changed(ways: Ways, key: str, text: str) -> Ways:
    """`ways` with one value set; raises BadSetting, BadPrinterAddress."""
    name, read = _KEYS[key]
    try:
        return replace(ways, **{name: read(" ".join(text.split()))})
    except ValueError as refusal:
        raise BadSetting(key, text, str(refusal)) from None


def ways_from(values: Mapping[str, str]) -> Ways:
    """Ways from stored text; what this program does not understand keeps its default."""
    ways = Ways()
    for key, text in values.items():
        try:
            ways = changed(ways, key, str(text))
        except (RuleBroken, KeyError):
            continue
    return ways


def _address(text: str) -> str:
    """The address of a strip printer, such as usb:04b8:0202, serial:COM3 or network:10.0.0.5."""
    return StripTarget.parse(_plain(text)).address if text else ""


def _plain(text: str) -> str:
    if len(text) > LONGEST:
        raise ValueError("too long")
    return text


def _one_of(choices: type[StrEnum] | tuple[str, ...]) -> Callable[[str], str]:
    def read(text: str) -> str:
        for choice in choices:
            if text == choice:
                return choice
        raise ValueError("not one of")

    return read


def _flag(text: str) -> bool:
    answer = read_yes_or_no(text)
    if answer is None:
        raise ValueError("not yes or no")
    return answer


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


_KEYS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "print.after_sale": ("after_sale", _one_of(AfterSale)),
    "print.printer": ("printer", _plain),
    "print.sides": ("sides", _one_of(Part)),
    "print.last_first": ("last_first", _flag),
    "print.strip": ("strip_printer", _address),
    "print.strip_width": ("strip_width", _one_of(WIDTHS)),
    "print.drawer": ("drawer", _flag),
}
