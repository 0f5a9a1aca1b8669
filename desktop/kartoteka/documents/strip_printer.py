"""Sends a strip to a receipt printer: USB, serial, network, a device file; opens the drawer."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PIL import Image

from kartoteka.documents.errors import (
    PrinterDenied,
    PrinterDriverMissing,
    PrinterGone,
    PrinterOutOfPaper,
    PrinterTrouble,
)
from kartoteka.domain.strip_target import Port, StripTarget, usb_numbers

_ANSWER_SECONDS = 5
_USB_MILLISECONDS = 10_000
_DRAWER_PIN = 2
# DLE EOT 4, the paper sensor (Epson): four bits of every answer are fixed, two say "no paper".
_FIXED_BITS, _FIXED_VALUE, _NO_PAPER = 0b1001_0011, 0b0001_0010, 0b0110_0000


def print_strip(target: StripTarget, image: Image.Image, cut: bool = True) -> bytes:
    """Print a strip of `strip.image`, then cut it.

    Returns what a dummy was sent, nothing for a real printer. Raises PrinterGone, PrinterDenied,
    PrinterOutOfPaper, PrinterDriverMissing; then nothing is known to be printed.
    """
    with _connection(target) as printer:
        if _out_of_paper(printer):
            raise PrinterOutOfPaper(target.address, "the paper sensor says so")
        _tell_width(printer, image.width)
        printer.image(image, impl="bitImageRaster")
        if cut:
            printer.cut()
        return bytes(printer.output) if target.port is Port.DUMMY else b""


def open_drawer(target: StripTarget) -> bytes:
    """Kick the cash drawer, which needs no paper; errors and the answer as of `print_strip`."""
    with _connection(target) as printer:
        printer.cashdraw(_DRAWER_PIN)
        return bytes(printer.output) if target.port is Port.DUMMY else b""


@contextmanager
def _connection(target: StripTarget) -> Iterator[Any]:
    """The open printer; whatever its driver raises becomes one of our troubles."""
    from escpos.exceptions import Error

    printer = None
    try:
        printer = _driver(target)
        if target.port is not Port.DUMMY:
            printer.open()
        yield printer
        # Closing sends what is still held back, so that it may fail as printing does.
        printer.close()
    except PrinterTrouble:
        _close(printer)
        raise
    except (Error, OSError, RuntimeError, ValueError) as error:
        _close(printer)
        raise _trouble(target, error) from error


def _close(printer: Any) -> None:
    try:
        if printer is not None:
            printer.close()
    except Exception:  # noqa: S110 - it failed before, and that is what is told
        pass


def _driver(target: StripTarget) -> Any:
    from escpos import printer

    if target.port is Port.USB:
        vendor, product = usb_numbers(target.place)
        return printer.Usb(vendor, product, timeout=_USB_MILLISECONDS)
    if target.port is Port.SERIAL:
        return printer.Serial(target.place, target.number or 9600, timeout=_ANSWER_SECONDS)
    if target.port is Port.NETWORK:
        return printer.Network(target.place, target.number or 9100, timeout=_ANSWER_SECONDS)
    if target.port is Port.FILE:
        return printer.File(target.place)
    return printer.Dummy()


def _tell_width(printer: Any, dots: int) -> None:
    """The driver complains on the terminal about a printer whose width it does not know."""
    media = {"width": {"pixels": dots}}
    printer.profile.profile_data = {**printer.profile.profile_data, "media": media}


def _out_of_paper(printer: Any) -> bool:
    """Whether its sensor says so; one that does not answer is taken to have paper."""
    from escpos.constants import RT_STATUS_PAPER

    if not _can_answer(printer):
        return False
    try:
        answer = bytes(printer.query_status(RT_STATUS_PAPER))
    except TimeoutError:
        return False
    if not answer or answer[0] & _FIXED_BITS != _FIXED_VALUE:
        return False
    return answer[0] & _NO_PAPER == _NO_PAPER


def _can_answer(printer: Any) -> bool:
    """A network printer answers; the others may hang on a question, and tell by refusing data."""
    return type(printer).__name__ == "Network"


def _trouble(target: StripTarget, error: BaseException) -> PrinterTrouble:
    """What a driver's error means; drivers wrap the system's own error, which tells more."""
    detail = repr(error)
    number = _number(error)
    if number == errno.ENOSPC:
        # What Linux says of a parallel or USB device file when the roll has ended.
        return PrinterOutOfPaper(target.address, detail)
    if number in (errno.EACCES, errno.EPERM):
        return PrinterDenied(target.address, detail)
    if type(error).__name__ == "NoBackendError" or isinstance(error, RuntimeError):
        return PrinterDriverMissing(target.address, detail)
    return PrinterGone(target.address, detail)


def _number(error: BaseException | None) -> int | None:
    while error is not None:
        number = getattr(error, "errno", None)
        if isinstance(number, int):
            return number
        error = error.__cause__ or error.__context__
    return None
