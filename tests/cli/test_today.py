"""`kartoteka today`: the same list as on the first page."""

from pathlib import Path

import pytest
from tests.cli.conftest import Kartoteka
from tests.conftest import TODAY
from tests.shop.selling import add_regular

from kartoteka import assemble
from kartoteka.domain.clients import Client, Phone


@pytest.fixture
def quiet_book(book_path: Path) -> Path:
    shop = assemble.open_shop(book_path, today=TODAY)
    phone = (Phone("088 812 3456", "+359888123456"),)
    add_regular(shop, Client(given="Ана", phones=phone), every=10, silent=80, times=8)
    shop.close()
    return book_path


def test_the_day_is_listed_with_reason_script_and_worth(
    kartoteka: Kartoteka, quiet_book: Path
) -> None:
    (row,) = kartoteka("--format", "json", "today").json
    assert (row["client"], row["phone"], row["channel"]) == ("Ана", "+359888123456", "call")
    assert row["reasons"] == "usually every 11 days, silent for 80"
    assert row["script"].startswith("Здравейте, Ана!")
    assert float(row["worth"]) > 0


def test_the_day_is_saved_to_call_from_paper(
    kartoteka: Kartoteka, quiet_book: Path, tmp_path: Path
) -> None:
    target = tmp_path / "day.pdf"
    made = kartoteka("--format", "json", "today", "--pdf", target).json
    assert made["calls"] == 1
    assert target.read_bytes().startswith(b"%PDF")


def test_a_day_without_calls_says_so(kartoteka: Kartoteka, book_path: Path) -> None:
    assert "No calls for today." in kartoteka("today").err
