"""Addresses of strip printers are read and written in one way."""

import pytest

from kartoteka.domain.strip_target import BadPrinterAddress, Port, StripTarget


@pytest.mark.parametrize(
    ("address", "target"),
    [
        ("usb:04b8:0202", StripTarget(Port.USB, "04b8:0202")),
        ("serial:/dev/ttyUSB0", StripTarget(Port.SERIAL, "/dev/ttyUSB0")),
        ("serial:COM3:19200", StripTarget(Port.SERIAL, "COM3", 19200)),
        ("network:192.168.1.50", StripTarget(Port.NETWORK, "192.168.1.50")),
        ("network:printer.local:9101", StripTarget(Port.NETWORK, "printer.local", 9101)),
        ("file:/dev/usb/lp0", StripTarget(Port.FILE, "/dev/usb/lp0")),
        ("dummy", StripTarget(Port.DUMMY)),
        ("Network:till", StripTarget(Port.NETWORK, "till")),
    ],
)
def test_addresses_are_read_and_written(address: str, target: StripTarget) -> None:
    assert StripTarget.parse(address) == target
    assert StripTarget.parse(target.address) == target


@pytest.mark.parametrize(
    "address",
    [
        *("", "usb", "usb:", "usb:printer", "usb:04b8", "lpt:1", "network:", "file:", "serial"),
        *("network:10.0.0.5:91000", "usb:0:0"),
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(BadPrinterAddress):
        StripTarget.parse(address)
