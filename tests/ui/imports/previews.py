"""Looks and previews as the shop would answer them."""

from pathlib import Path

from kartoteka.shop.bringing import Duplicate, DuplicateKind
from kartoteka.shop.imports import Column, ImportResult, Preview
from kartoteka.shop.looking import Look

COLUMNS = (Column("ФИО", "name"), Column("Телефон", "phone"), Column("Цвет", ""))
FIELDS = ("name", "phone", "notes")
LOOK = Look(
    path=Path("clients.csv"),
    kind="clients",
    format="csv",
    encoding="utf-8-sig",
    delimiter=";",
    columns=COLUMNS,
    fields=FIELDS,
    repeated=frozenset({"phone"}),
    enough=True,
)
PREVIEW = Preview(
    path=Path("clients.csv"),
    kind="clients",
    format="csv",
    encoding="utf-8-sig",
    delimiter=";",
    columns=COLUMNS,
    fields=FIELDS,
    first_rows=(),
    result=ImportResult(rows=3, added=2, refused=1),
    refusals=(),
    duplicates=(),
)


def DUPLICATE(why: DuplicateKind) -> Duplicate:  # noqa: N802 - a value of one field
    """A row that resembles Ана."""
    return Duplicate(3, "Анна", 7, "Ана", why, same=False)
