"""The catalogue on the command line: in, out, and sold by number, barcode or name."""

from pathlib import Path

import pytest
from tests.cli.conftest import Kartoteka

PRICES = "sku;barcode;name;price;unit\nF-4;0012345678905;Filters;4,20;pc\nR;;Repair;;\n"


@pytest.fixture
def prices(kartoteka: Kartoteka, tmp_path: Path) -> Path:
    """A price list of two items, already in the book."""
    path = tmp_path / "prices.csv"
    path.write_text(PRICES, "utf-8")
    assert kartoteka("import", "catalogue", path).code == 0
    return path


def test_a_catalogue_goes_in_and_out(kartoteka: Kartoteka, prices: Path, tmp_path: Path) -> None:
    again = kartoteka("import", "catalogue", prices, "--format", "json").json
    assert (again["rows"], again["unchanged"], again["refused"]) == (2, 2, 0)
    out = tmp_path / "out.csv"
    assert kartoteka("export", "catalogue", out).code == 0
    assert "0012345678905" in out.read_text("utf-8-sig")


@pytest.mark.parametrize("ref", ["F-4", "f-4", "12345678905", "filters"])
def test_an_item_is_sold_by_any_of_its_names(kartoteka: Kartoteka, prices: Path, ref: str) -> None:
    sold = kartoteka("sell", "--line", f"item={ref};qty=2", "--format", "json")
    assert (sold.code, sold.json["total"]) == (0, "8.40")


def test_what_the_line_says_goes_before_the_catalogue(kartoteka: Kartoteka, prices: Path) -> None:
    line = "item=F-4;name=Old filters;price=3;disc=0.50"
    assert kartoteka("sell", "--line", line, "--format", "json").json["total"] == "2.50"
    assert kartoteka("sell", "--line", "item=R;price=10").code == 0


def test_an_unknown_item_and_one_without_a_price_are_refused(
    kartoteka: Kartoteka, prices: Path
) -> None:
    unknown = kartoteka("sell", "--line", "item=nothing")
    assert (unknown.code, "nothing" in unknown.err) == (4, True)
    priceless = kartoteka("sell", "--line", "item=F-4", "--line", "item=R")
    assert (priceless.code, "Repair" in priceless.err) == (4, True)
    assert kartoteka("sell", "--line", "qty=1").code == 2


def test_a_debt_needs_a_client(kartoteka: Kartoteka, prices: Path) -> None:
    refused = kartoteka("sell", "--line", "item=F-4", "--pay", "account=4.20")
    assert refused.code == 4
