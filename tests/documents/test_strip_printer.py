"""Strips are sent to printers, and what goes wrong there is told apart."""

import errno
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PIL import Image
from tests.documents import samples

from kartoteka.documents import strip
from kartoteka.documents.errors import (
    PrinterDenied,
    PrinterDriverMissing,
    PrinterGone,
    PrinterOutOfPaper,
)
from kartoteka.documents.sheets import PaperSize
from kartoteka.documents.strip_printer import _trouble, open_drawer, print_strip
from kartoteka.domain.strip_target import Port, StripTarget

DUMMY = StripTarget(Port.DUMMY)
CUT = b"\x1dV\x00"
KICK = b"\x1bp\x00"
RASTER = b"\x1dv0\x00"
HAS_PAPER, NO_PAPER = b"\x12", b"\x72"
CHECKED = Image.new("1", (384, 40), 1)


def rasters(sent: bytes) -> Image.Image:
    """The image that a printer would burn, put together from its raster commands."""
    parts, at = [], sent.find(RASTER)
    while at >= 0:
        across = int.from_bytes(sent[at + 4 : at + 6], "little")
        down = int.from_bytes(sent[at + 6 : at + 8], "little")
        data = bytes(byte ^ 0xFF for byte in sent[at + 8 : at + 8 + across * down])
        parts.append(Image.frombytes("1", (across * 8, down), data))
        at = sent.find(RASTER, at + 8 + across * down)
    whole = Image.new("1", (parts[0].width, sum(part.height for part in parts)))
    top = 0
    for part in parts:
        whole.paste(part, (0, top))
        top += part.height
    return whole


@pytest.mark.parametrize("size", [PaperSize.STRIP_80, PaperSize.STRIP_58])
def test_the_printer_gets_every_dot_of_the_strip_and_then_cuts(size: PaperSize) -> None:
    image = strip.image(samples.RUSSIAN, size)
    sent = print_strip(DUMMY, image)
    assert rasters(sent).tobytes() == image.tobytes()
    assert sent.endswith(CUT)
    assert KICK not in sent


def test_printing_says_nothing_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    print_strip(DUMMY, CHECKED)
    assert capsys.readouterr() == ("", "")


def test_without_cutting_the_strip_stays_in_the_printer() -> None:
    assert CUT not in print_strip(DUMMY, CHECKED, cut=False)


def test_the_drawer_opens_without_paper() -> None:
    assert open_drawer(DUMMY).startswith(KICK)
    with network_printer(NO_PAPER) as (target, got):
        open_drawer(target)
    assert got.startswith(KICK)


def test_a_device_file_gets_the_same_bytes(tmp_path: Path) -> None:
    target = tmp_path / "lp0"
    print_strip(StripTarget(Port.FILE, str(target)), CHECKED)
    assert target.read_bytes() == print_strip(DUMMY, CHECKED)


@contextmanager
def network_printer(answer: bytes) -> Iterator[tuple[StripTarget, bytearray]]:
    """A printer on this machine that answers a question about its paper."""
    got = bytearray()
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        connection, _ = server.accept()
        with connection:
            while data := connection.recv(65536):
                got.extend(data)
                if data.startswith(b"\x10\x04") and answer:
                    connection.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield StripTarget(Port.NETWORK, "127.0.0.1", server.getsockname()[1]), got
        thread.join(10)
    finally:
        server.close()


def test_a_network_printer_with_paper_prints() -> None:
    with network_printer(HAS_PAPER) as (target, got):
        print_strip(target, CHECKED)
    assert RASTER in got
    assert got.endswith(CUT)


def test_a_network_printer_without_paper_is_told_of() -> None:
    with network_printer(NO_PAPER) as (target, got), pytest.raises(PrinterOutOfPaper) as trouble:
        print_strip(target, CHECKED)
    assert RASTER not in got
    assert trouble.value.address == target.address


def test_an_answer_that_makes_no_sense_does_not_stop_printing() -> None:
    with network_printer(b"\xff") as (target, got):
        print_strip(target, CHECKED)
    assert RASTER in got


def test_a_printer_that_is_not_there_is_gone() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(PrinterGone):
        print_strip(StripTarget(Port.NETWORK, "127.0.0.1", port), CHECKED)


@pytest.mark.parametrize(
    "target",
    [
        StripTarget(Port.FILE, "/nowhere/lp0"),
        StripTarget(Port.SERIAL, "/dev/no-such-tty"),
    ],
)
def test_a_device_that_is_not_there_is_gone(target: StripTarget) -> None:
    with pytest.raises(PrinterGone):
        print_strip(target, CHECKED)


def test_a_usb_printer_that_is_not_there_is_gone_or_has_no_driver() -> None:
    with pytest.raises((PrinterGone, PrinterDriverMissing)):
        print_strip(StripTarget(Port.USB, "dead:beef"), CHECKED)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), PrinterOutOfPaper),
        (PermissionError(errno.EACCES, "Permission denied"), PrinterDenied),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), PrinterGone),
        (TimeoutError("timed out"), PrinterGone),
        (RuntimeError("library is not installed"), PrinterDriverMissing),
    ],
)
def test_what_the_system_says_is_told_apart(error: Exception, kind: type[Exception]) -> None:
    assert type(_trouble(DUMMY, error)) is kind


def test_the_reason_is_found_behind_the_drivers_own_error() -> None:
    error = RuntimeError("could not open")
    error.__context__ = PermissionError(errno.EACCES, "Permission denied")
    assert type(_trouble(DUMMY, error)) is PrinterDenied
