"""Where a counter's strip printer is: the one reading of its address."""

from dataclasses import dataclass
from enum import StrEnum

from kartoteka.domain.errors import RuleBroken

_LAST_TCP_PORT = 0xFFFF


@dataclass(eq=False)
class BadPrinterAddress(RuleBroken):
    """This is not the address of a strip printer: 'usb:04b8:0202', 'network:192.168.1.50'."""

    address: str


class Port(StrEnum):
    """How a strip printer is connected; a dummy only collects what it is sent."""

    USB = "usb"
    SERIAL = "serial"
    NETWORK = "network"
    FILE = "file"
    DUMMY = "dummy"


@dataclass(frozen=True, slots=True)
class StripTarget:
    """A strip printer and where it is."""

    port: Port
    place: str = ""
    """Device, host, or file; for USB the vendor and product in hexadecimal: '04b8:0202'."""
    number: int = 0
    """TCP port or baud rate; 0 is the usual one."""

    @classmethod
    def parse(cls, address: str) -> "StripTarget":
        """Read 'usb:04b8:0202', 'serial:COM3:19200', 'network:10.0.0.5:9100', 'file:…', 'dummy'.

        Raises BadPrinterAddress.
        """
        kind, _, place = address.strip().partition(":")
        kind = kind.lower()
        if kind not in set(Port):
            raise BadPrinterAddress(address)
        port = Port(kind)
        number = 0
        if port in (Port.SERIAL, Port.NETWORK):
            head, _, tail = place.rpartition(":")
            if head and tail.isdecimal():
                place, number = head, int(tail)
        target = cls(port, place, number)
        if not target._is_complete():
            raise BadPrinterAddress(address)
        return target

    @property
    def address(self) -> str:
        """The target as `parse` reads it."""
        number = f":{self.number}" if self.number else ""
        return f"{self.port}:{self.place}{number}" if self.place else str(self.port)

    def _is_complete(self) -> bool:
        if self.port is Port.NETWORK and self.number > _LAST_TCP_PORT:
            return False
        if self.port is Port.USB:
            try:
                usb_numbers(self.place)
            except ValueError:
                return False
        return bool(self.place) or self.port is Port.DUMMY


def usb_numbers(place: str) -> tuple[int, int]:
    """Vendor and product of '04b8:0202'; raises ValueError."""
    vendor, product = (int(part, 16) for part in place.split(":"))
    if not (0 < vendor <= 0xFFFF and 0 <= product <= 0xFFFF):
        raise ValueError(place)
    return vendor, product
