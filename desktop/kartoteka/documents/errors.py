"""What can go wrong with paper: pictures, sheets of labels, printers. Fields, no words."""

from dataclasses import dataclass
from decimal import Decimal


class PaperTrouble(Exception):  # noqa: N818 - a trouble of the outside world, named for people
    """Something about a paper or its printer is not as it must be."""


@dataclass(eq=False)
class PictureUnreadable(PaperTrouble):
    """The file is no picture, or a damaged one; `detail` is for the log."""

    detail: str


@dataclass(eq=False)
class PictureTooLarge(PaperTrouble):
    """A picture of so many pixels would take all memory."""

    width: int
    height: int


@dataclass(eq=False)
class PictureTooHeavy(PaperTrouble):
    """The file of a picture has so many bytes; `most` are read."""

    bytes: int
    most: int


@dataclass(eq=False)
class SizeNotMade(PaperTrouble):
    """This kind of paper is not made in that size, only in others."""

    size: str
    made: tuple[str, ...]


@dataclass(eq=False)
class LabelsTooSmall(PaperTrouble):
    """The grid leaves labels of this size in millimetres, too small for an address."""

    width: Decimal
    height: Decimal


@dataclass(eq=False)
class PrinterTrouble(PaperTrouble):
    """The strip printer at `address` did not print; `detail` is for the log."""

    address: str
    detail: str


class PrinterGone(PrinterTrouble):
    """It does not answer: off, unplugged, or another address."""


class PrinterDenied(PrinterTrouble):
    """The system does not let this user write to it."""


class PrinterOutOfPaper(PrinterTrouble):
    """It says that its roll has ended."""


class PrinterDriverMissing(PrinterTrouble):
    """The system lacks what it takes to reach a printer of this kind (libusb)."""
