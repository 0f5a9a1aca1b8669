from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.clients import Client, Kind, TaxNumbers
from kartoteka.domain.settings import ShopDetails
from kartoteka.domain.tax import Code, NumberKind, Problem, check, shop_warnings, warnings

VALID = {
    "eik": "175074752 121759222 831650349 000694037 040683212 100000086 100000550"
    " 1750747520019 1750747520023 1750747520107 8316421810017",
    "egn": "7523169263 8032056031 7542011030",
    "lnch": "7111042925",
    "vat_bg": "BG175074752 BG121759222 BG831650349 bg175074752 BG7523169263",
    "inn": "7707083893 7728168971 7702070139 7736050003 5260000192 500100732259 770000000082"
    " 123456789047",
    "kpp": "770701001 7707AB001",
    "ogrn": "1027700132195 1027739609391 1037739010891 5077746725964",
    "ogrnip": "304500116000157 309565808600188 325772245383230 325777521748881 325778859452662",
    "bik": "044525225 044030653 044525700 044525974",
    "iban": "BG80BNBG96611020345678 BG18RZBB91550123456789 BG28UNCR70000010123456",
    "bic": "BNBGBGSF UNCRBGSF STSABGSFXXX SABRRUMM",
}
INVALID = {
    "eik": "175074751 201234567 123456789 17507475 ВG175074752 BG175074752 000000000 1750747520018"
    " 8316421810011 1316501900028 0000000000000 17507475О",
    "egn": "7523169264 8019010008 0000000000 752316926 752316926З",
    "lnch": "7111042922 711104292 0000000000",
    "vat_bg": "ВG175074752 BG175074751 175074752 BG0000000000 BG000000000 BG17507475 BG",
    "inn": "7707083894 123456789037 772012345679 770708389 77070838930 0000000000 000000000000"
    " 770708389З",
    "kpp": "77070100 7707010011 7707АВ001 000000000 77070100A ABCD01001",
    "ogrn": "1027700132196 0027700132195 2027700132195 0000000000000 102770013219",
    "ogrnip": "304500116000158 325777521748882 225777521748881 000000000000000 30450011600015",
    "bik": "04452522 0445252250 000000000 04452522A",
    "iban": "BG80BNBG96611020345679 BG8OBNBG96611020345678 BG29RZBB91550123456789 BG80"
    " ВG80BNBG96611020345678 80BNBG96611020345678 XX80BNBG96611020345678",
    "bic": "BNBGBGS BNBGBGSFXX 12BGBGSF BNBGQQSF СABRRUMM",
}
ACCOUNTS = [
    ("044525225", "40702810138250123017"),
    ("044525225", "40802810340000024041"),
    ("044030653", "40702810455000024248"),
    ("044525700", "40702810800001400002"),
]
CORR_ACCOUNTS = [
    ("044525225", "30101810400000000225"),
    ("044525974", "30101810145250000974"),
    ("044030653", "30101810500000000653"),
]


def every(vectors: dict[str, str]) -> list[tuple[str, str]]:
    return [(kind, number) for kind, numbers in vectors.items() for number in numbers.split()]


@pytest.mark.parametrize(("kind", "number"), every(VALID))
def test_a_right_number_is_left_alone(kind: str, number: str) -> None:
    assert check(kind, number) is None


@pytest.mark.parametrize(("kind", "number"), every(INVALID))
def test_a_wrong_number_is_a_problem(kind: str, number: str) -> None:
    problem = check(kind, number)
    assert problem is not None
    assert (problem.field, problem.kind) == (kind, kind)


@pytest.mark.parametrize(("bik", "account"), ACCOUNTS)
def test_the_key_of_an_account_fits_its_bank(bik: str, account: str) -> None:
    assert check("account", account, bik=bik) is None
    plus_one = account[:-1] + str((int(account[-1]) + 1) % 10)
    assert check("account", plus_one, bik=bik) == Problem(
        "account", Code.CHECK_DIGIT, NumberKind.ACCOUNT
    )
    assert check("account", plus_one) is None, "without a БИК only the form can be checked"
    assert check("account", account[:-1], bik=bik) is not None


@pytest.mark.parametrize(("bik", "account"), CORR_ACCOUNTS)
def test_the_key_of_a_correspondent_account_fits_its_bank(bik: str, account: str) -> None:
    assert check("corr_account", account, bik=bik) is None
    assert check("corr_account", account.replace("30101810", "30101811"), bik=bik) is not None


def test_a_correspondent_account_of_another_key_is_wrong() -> None:
    assert check("corr_account", "30101810500000000225", bik="044525225") is not None


@pytest.mark.parametrize(
    ("kind", "number", "code"),
    [
        ("eik", "ВG175074752", Code.LOOK_ALIKE),
        ("iban", "ВG80BNBG96611020345678", Code.LOOK_ALIKE),
        ("kpp", "7707АВ001", Code.LOOK_ALIKE),
        ("eik", "000000000", Code.ZEROS),
        ("vat_bg", "BG0000000000", Code.ZEROS),
        ("inn", "0000000000", Code.ZEROS),
        ("eik", "17507475", Code.LENGTH),
        ("inn", "77070838930", Code.LENGTH),
        ("inn", "770708389x", Code.FORM),
        ("ogrn", "2027700132195", Code.FORM),
        ("inn", "7707083894", Code.CHECK_DIGIT),
        ("iban", "BG80BNBG96611020345679", Code.CHECK_DIGIT),
        ("egn", "٧٥٢٣١٦٩٢٦٣", Code.FORM),
    ],
)
def test_a_problem_says_what_is_wrong(kind: str, number: str, code: Code) -> None:
    problem = check(kind, number)
    assert problem is not None
    assert problem.code is code


@pytest.mark.parametrize("kind", list(NumberKind))
def test_an_empty_number_is_not_wrong(kind: NumberKind) -> None:
    assert check(kind, "") is None
    assert check(kind, "  ") is None


def test_spaces_and_dashes_do_not_matter() -> None:
    assert check("iban", " BG80 BNBG 9661 1020 3456 78 ") is None
    assert check("inn", "7707-083 893") is None


@given(st.sampled_from(list(NumberKind)), st.text(), st.text())
def test_no_text_breaks_the_check(kind: NumberKind, text: str, bik: str) -> None:
    problem = check(kind, text, bik=bik)
    assert problem is None or problem.code in Code


@given(st.sampled_from(VALID["iban"].split()), st.integers(4, 21), st.integers(1, 9))
def test_a_slip_in_one_digit_of_an_iban_is_noticed(iban: str, at: int, more: int) -> None:
    if iban[at].isdigit():
        slipped = iban[:at] + str((int(iban[at]) + more) % 10) + iban[at + 1 :]
        assert check("iban", slipped) is not None


def test_a_bulgarian_card_is_warned_about() -> None:
    company = Client(kind=Kind.COMPANY, tax=TaxNumbers("175074751", "BG175074752"))
    assert warnings(company, "bg") == (Problem("tax_id", Code.CHECK_DIGIT, NumberKind.EIK),)
    assert warnings(replace(company, tax=TaxNumbers("175074752", "DE136695976")), "bg") == ()
    assert warnings(company, "other") == ()


def test_a_person_may_give_egn_or_lnch() -> None:
    for number in ("7523169263", "7111042925"):
        assert warnings(Client(tax=TaxNumbers(number)), "bg") == ()
    wrong = warnings(Client(tax=TaxNumbers("7523169264")), "bg")
    assert wrong == (Problem("tax_id", Code.CHECK_DIGIT, NumberKind.EGN),)


def test_a_russian_card_is_warned_about() -> None:
    right = TaxNumbers("7707083893", "", "770701001", "1027700132195")
    trader = TaxNumbers("500100732259", "", "", "304500116000157")
    assert warnings(Client(kind=Kind.COMPANY, tax=right), "ru") == ()
    assert warnings(Client(kind=Kind.COMPANY, tax=trader), "ru") == ()
    wrong = TaxNumbers("7707083894", "", "7707", "1027700132196")
    fields = [one.field for one in warnings(Client(kind=Kind.COMPANY, tax=wrong), "ru")]
    assert fields == ["tax_id", "kpp", "ogrn"]


def test_the_shops_own_numbers_are_checked_by_its_country() -> None:
    russian = ShopDetails(
        country="ru",
        tax_id="500100732259",
        bic="044525225",
        account="40702810138250123017",
        corr_account="30101810400000000225",
    )
    assert shop_warnings(russian) == ()
    slipped = replace(russian, account="40702810138250123018")
    assert [one.field for one in shop_warnings(slipped)] == ["account"]
    bulgarian = ShopDetails(
        country="bg",
        tax_id="175074752",
        vat_id="BG175074752",
        iban="BG80BNBG96611020345678",
        bic="BNBGBGSF",
    )
    assert shop_warnings(bulgarian) == ()
    wrong = replace(bulgarian, tax_id="175074751", iban="BG80BNBG96611020345679", bic="X")
    assert [one.field for one in shop_warnings(wrong)] == ["iban", "bic", "tax_id"]
