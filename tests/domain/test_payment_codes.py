from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.money import Money
from kartoteka.domain.payment_codes import (
    EuroPayment,
    PaymentCodeImpossible,
    RoublePayment,
    epc_payload,
    gost_payload,
)

EURO = EuroPayment(
    name="Работилница „Ела“",
    iban="BG80 BNBG 9661 1020 3456 78",
    bic="BNBGBGSF",
    amount=Money(123450, "EUR"),
    text="Фактура 0000000042",
)
ROUBLE = RoublePayment(
    name="ООО «Три кита»",
    account="40702810138250123017",
    bank='ОАО "БАНК"',
    bik="044525225",
    corr_account="30101810400000000225",
    amount=Money(123450, "RUB"),
    purpose="Счет 15 от 21.11.2026",
    tax_id="7707083893",
)


def test_a_euro_code_has_its_lines_in_order() -> None:
    assert epc_payload(EURO).split("\n") == [
        "BCD",
        "002",
        "1",
        "SCT",
        "BNBGBGSF",
        "Работилница „Ела“",
        "BG80BNBG96611020345678",
        "EUR1234.50",
        "",
        "",
        "Фактура 0000000042",
    ]


def test_a_bic_may_be_left_out() -> None:
    assert epc_payload(replace(EURO, bic="")).split("\n")[4] == ""


@given(st.text(max_size=400), st.text(min_size=1, max_size=400))
def test_a_euro_code_always_fits(text: str, name: str) -> None:
    try:
        code = epc_payload(replace(EURO, text=text, name=name))
    except PaymentCodeImpossible:
        assert not name.strip() or not name.isprintable()
        return
    lines = code.split("\n")
    assert len(lines) == 11
    assert len(code.encode()) <= 331
    assert len(lines[5]) <= 70
    assert len(lines[10]) <= 140


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"iban": "BG80BNBG96611020345679"}, "iban"),
        ({"iban": "BG8OBNBG96611020345678"}, "iban"),
        ({"iban": ""}, "iban"),
        ({"bic": "B"}, "bic"),
        ({"name": " "}, "name"),
        ({"amount": Money(0, "EUR")}, "amount"),
        ({"amount": Money(-1, "EUR")}, "amount"),
        ({"amount": Money(10**12, "EUR")}, "amount"),
        ({"amount": Money(100, "BGN")}, "currency"),
    ],
)
def test_a_euro_code_that_no_bank_reads_is_refused(change: dict[str, object], field: str) -> None:
    with pytest.raises(PaymentCodeImpossible) as refused:
        epc_payload(replace(EURO, **change))
    assert refused.value.field == field


def test_a_rouble_code_has_its_fields_in_order_and_whole_kopecks() -> None:
    assert gost_payload(ROUBLE) == (
        'ST00012|Name=ООО «Три кита»|PersonalAcc=40702810138250123017|BankName=ОАО "БАНК"'
        "|BIC=044525225|CorrespAcc=30101810400000000225|Sum=123450"
        "|Purpose=Счет 15 от 21.11.2026|PayeeINN=7707083893"
    )


def test_another_separator_is_taken_when_a_value_has_the_usual_one() -> None:
    code = gost_payload(replace(ROUBLE, purpose="a|b", account="4070 2810 1382 5012 3017"))
    assert code.startswith("ST00012~Name=ООО «Три кита»~PersonalAcc=40702810138250123017~")
    assert "Purpose=a|b" in code


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"account": "40702810138250123018"}, "account"),
        ({"account": "4070"}, "account"),
        ({"corr_account": "30101810500000000225"}, "corr_account"),
        ({"bik": "04452522"}, "bic"),
        ({"name": ""}, "name"),
        ({"bank": " "}, "bank"),
        ({"amount": Money(100, "EUR")}, "currency"),
        ({"amount": Money(0, "RUB")}, "amount"),
        ({"purpose": "|~^;!"}, "text"),
    ],
)
def test_a_rouble_code_that_no_bank_reads_is_refused(change: dict[str, object], field: str) -> None:
    with pytest.raises(PaymentCodeImpossible) as refused:
        gost_payload(replace(ROUBLE, **change))
    assert refused.value.field == field


@given(st.text(max_size=300))
def test_a_rouble_codes_values_keep_their_lengths(text: str) -> None:
    code = gost_payload(replace(ROUBLE, purpose=text.replace("^", "")))
    mark = code[7]
    fields = dict(part.split("=", 1) for part in code.split(mark)[1:])
    assert len(fields.get("Purpose", "")) <= 210
    assert list(fields)[:5] == ["Name", "PersonalAcc", "BankName", "BIC", "CorrespAcc"]
