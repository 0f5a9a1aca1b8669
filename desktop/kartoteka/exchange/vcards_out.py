"""Cards written as an address book (vCard 3.0), which telephones and mail programs read."""

from collections.abc import Iterable
from pathlib import Path

from kartoteka.domain.clients import Client, Kind
from kartoteka.exchange.writing import whole_file

_LONGEST_LINE = 75
"""Octets; RFC 2426, 2.6."""


def write_vcards(path: Path, clients: Iterable[Client]) -> int:
    """Write one vCard a client; answers how many. Raises FileNotWritable."""
    count = 0
    with whole_file(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        for count, client in enumerate(clients, start=1):  # noqa: B007 - counts while it goes
            for line in _lines(client):
                file.write(_folded(line) + "\r\n")
    return count


def _lines(client: Client) -> Iterable[str]:
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    company = client.kind is Kind.COMPANY
    names = ("", "", "") if company else (client.family, client.given, client.middle)
    yield f"N:{';'.join(map(_escaped, names))};;"
    yield f"FN:{_escaped(client.name)}"
    if client.company:
        yield f"ORG:{_escaped(client.company)}"
    for phone in client.phones:
        yield f"TEL:{_escaped(phone.e164 or phone.typed)}"
    for email in client.emails:
        yield f"EMAIL:{_escaped(email)}"
    if client.birthday:
        day = client.birthday
        year = f"{day.year:04}-" if day.year else "--"
        yield f"BDAY:{year}{day.month:02}-{day.day:02}"
    place = client.address
    if any((place.street, place.city, place.postcode, place.country)):
        parts = ("", "", place.street, place.city, "", place.postcode, place.country)
        yield f"ADR:{';'.join(map(_escaped, parts))}"
    if client.called:
        yield f"NICKNAME:{_escaped(client.called)}"
    if client.tags:
        yield f"CATEGORIES:{','.join(_escaped(tag.text) for tag in client.tags)}"
    if client.notes:
        yield f"NOTE:{_escaped(client.notes)}"
    yield "END:VCARD"


def _escaped(text: str) -> str:
    for char, written in (
        ("\\", "\\\\"),
        (";", "\\;"),
        (",", "\\,"),
        ("\r\n", "\n"),
        ("\n", "\\n"),
    ):
        text = text.replace(char, written)
    return text.replace("\r", "\\n")


def _folded(line: str) -> str:
    """Long lines go on in the next one behind a space, never inside a letter."""
    parts, part, length = [], "", 0
    for char in line:
        octets = len(char.encode())
        if length + octets > _LONGEST_LINE:
            parts.append(part)
            part, length = " ", 1
        part += char
        length += octets
    return "\r\n".join([*parts, part])
