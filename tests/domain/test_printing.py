"""Ways of printing are read and written as text, and what cannot be is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.printing import (
    AfterSale,
    Part,
    StripPrinterNotSet,
    Ways,
    changed,
    shown,
    ways_from,
)
from kartoteka.domain.settings import BadSetting
from kartoteka.domain.strip_target import BadPrinterAddress


@pytest.mark.parametrize("address", ["", "usb:04b8:0202", "serial:COM3:19200", "network:10.0.0.5"])
def test_the_address_of_a_strip_printer_is_kept(address: str) -> None:
    assert changed(Ways(), "print.strip", address).strip_printer == address


@pytest.mark.parametrize(
    "address", ["COM3", "usb:printer", "network:", "network:till:99999", "usb:0:0", "lpt"]
)
def test_what_is_no_address_of_a_strip_printer_is_refused(address: str) -> None:
    with pytest.raises(BadPrinterAddress) as refused:
        changed(Ways(), "print.strip", address)
    assert refused.value.address == address


def test_yes_and_no_are_read_in_our_languages() -> None:
    assert changed(Ways(), "print.drawer", "да").drawer
    assert not changed(Ways(drawer=True), "print.drawer", "не").drawer


def test_a_new_counter_shows_the_paper_first() -> None:
    ways = Ways()
    assert ways.after_sale is AfterSale.PREVIEW
    assert ways.sides is Part.BOTH
    with pytest.raises(StripPrinterNotSet):
        ways.require_strip()


@given(
    st.builds(
        Ways,
        after_sale=st.sampled_from(AfterSale),
        printer=st.sampled_from(["", "Canon LBP", "Принтер"]),
        sides=st.sampled_from(Part),
        last_first=st.booleans(),
        strip_printer=st.sampled_from(["", "dummy", "network:10.0.0.5:9100", "file:C:\\x"]),
        strip_width=st.sampled_from(["80", "58"]),
        drawer=st.booleans(),
    )
)
def test_ways_are_the_same_after_a_restart(ways: Ways) -> None:
    assert ways_from(shown(ways)) == ways


def test_what_was_kept_by_another_program_keeps_its_default() -> None:
    assert (
        ways_from({"print.sides": "sideways", "print.colour": "red", "print.strip": "lpt"})
        == Ways()
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("print.after_sale", "sing"),
        ("print.strip_width", "44"),
        ("print.drawer", "maybe"),
        ("print.printer", "x" * 501),
    ],
)
def test_a_wrong_value_is_refused(key: str, value: str) -> None:
    with pytest.raises(BadSetting):
        changed(Ways(), key, value)
