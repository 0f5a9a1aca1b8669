"""One field that cannot be read never refuses a client."""

from pathlib import Path

import pytest

from kartoteka.shop import Shop, clients, imports


def brought(shop: Shop, folder: Path, text: str) -> imports.ImportResult:
    path = folder / "clients.csv"
    path.write_text(text, encoding="utf-8")
    return imports.import_file(shop, path, "clients").value


@pytest.mark.parametrize(
    ("heading", "value", "why"),
    [
        ("Рожден ден", "31.02.1990", "impossible"),
        ("Рожден ден", "29.2.1990", "impossible"),
        ("Имейл", "anna(at)mail", "not an e-mail"),
        ("Карта", "абв", "not a card"),
    ],
)
def test_the_card_comes_in_and_the_field_is_kept_as_a_note_and_told(
    shop: Shop, tmp_path: Path, heading: str, value: str, why: str
) -> None:
    result = brought(shop, tmp_path, f"Име;Телефон;{heading}\nАна;0888 123 456;{value}\n")
    assert (result.added, result.refused) == (1, 0)
    client = clients.client(shop, 1)
    assert client.phones[0].e164 == "+359888123456"
    assert client.notes == f"{heading}: {value}"
    assert (client.birthday, client.emails, client.card) == (None, (), "")
    (unread,) = result.unread
    assert (unread.row, unread.column, unread.value, unread.why) == (2, heading, value, why)


def test_notes_of_the_file_stand_before_what_could_not_be_read(shop: Shop, tmp_path: Path) -> None:
    brought(shop, tmp_path, "Име;Бележки;Имейл\nАна;Обича сребро;няма такъв@\n")
    assert clients.client(shop, 1).notes == "Обича сребро\nИмейл: няма такъв@"


def test_the_addresses_that_can_be_written_to_stay(shop: Shop, tmp_path: Path) -> None:
    text = "Име;Имейл\nАна;ana@mail.example, anna(at)mail\n"
    (unread,) = brought(shop, tmp_path, text).unread
    assert unread.value == "anna(at)mail"
    client = clients.client(shop, 1)
    assert (client.emails, client.notes) == (("ana@mail.example",), "Имейл: anna(at)mail")


def test_a_row_without_anybody_in_it_is_still_refused(shop: Shop, tmp_path: Path) -> None:
    result = brought(shop, tmp_path, "Име;Рожден ден\n;31.02.1990\n")
    assert (result.added, result.refused) == (0, 1)
