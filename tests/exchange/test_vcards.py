"""Address books of telephones, old and new, read like any other list."""

from datetime import date
from pathlib import Path

from kartoteka.domain.clients import Birthday, Client
from kartoteka.exchange.client_rows import ClientReader
from kartoteka.exchange.tables import open_table


def read(path: Path) -> list[Client]:
    table = open_table(path, "clients")
    assert table.format == "vcf"
    reader = ClientReader(table.header, table.header, [], "ru", date(2026, 11, 21))
    return [reader.read(row.cells).client for row in table.rows() if not row.broken]


def test_a_new_card_is_read(tmp_path: Path) -> None:
    path = tmp_path / "book.vcf"
    path.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nN:Иванова;Анна;Сергеевна;;\nFN:Анна Иванова\n"
        "TEL;TYPE=CELL:+7 912 345-67-89\nTEL:8 495 123 45 67\nEMAIL:a@b.ru\nBDAY:1988-03-05\n"
        "NOTE:Любит\\nчай\\, зелёный\nPHOTO;ENCODING=b:AAAA\n BBBB\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:4.0\nFN:Пётр Петров\nTEL;VALUE=uri:tel:+79123456780\n"
        "BDAY:--0305\nEND:VCARD\n",
        encoding="utf-8",
    )
    first, second = read(path)
    assert (first.family, first.given, first.middle) == ("Иванова", "Анна", "Сергеевна")
    assert [phone.e164 for phone in first.phones] == ["+79123456789", "+74951234567"]
    assert (first.birthday, first.notes) == (Birthday(5, 3, 1988), "Любит\nчай, зелёный")
    assert (second.family, second.given) == ("Петров", "Пётр")
    assert (second.phones[0].e164, second.birthday) == ("+79123456780", Birthday(5, 3))


def test_an_old_card_of_a_telephone_is_read(tmp_path: Path) -> None:
    path = tmp_path / "book.vcf"
    name = "".join(f"={byte:02X}" for byte in "Анна".encode())
    path.write_bytes(
        b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;"
        + name.encode()
        + b";;;\r\nTEL;CELL:89123456789\r\nEND:VCARD\r\n"
    )
    (card,) = read(path)
    assert (card.given, card.phones[0].e164) == ("Анна", "+79123456789")


def test_a_card_that_is_cut_off_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "book.vcf"
    path.write_text("BEGIN:VCARD\nFN:Анна\nEND:VCARD\nBEGIN:VCARD\nFN:Пётр\n", encoding="utf-8")
    rows = list(open_table(path, "clients").rows())
    assert [row.broken for row in rows] == ["", "quote"]
