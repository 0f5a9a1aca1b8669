"""Amounts in words: every vector of the law's usage, and rules that hold for any amount."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import MINOR_UNITS, Money
from kartoteka.i18n.amounts import in_words

BULGARIAN_EUROS = {
    "0.01": "нула евро и един цент",
    "1.00": "едно евро и нула цента",
    "2.02": "две евро и два цента",
    "11.00": "единадесет евро и нула цента",
    "21.21": "двадесет и едно евро и двадесет и един цента",
    "121.69": "сто двадесет и едно евро и шестдесет и девет цента",
    "189.97": "сто осемдесет и девет евро и деветдесет и седем цента",
    "1500.50": "хиляда и петстотин евро и петдесет цента",
    "2534.05": "две хиляди петстотин тридесет и четири евро и пет цента",
}
BULGARIAN_WHOLE_EUROS = {
    101: "сто и едно евро",
    1000: "хиляда евро",
    1001: "хиляда и едно евро",
    1021: "хиляда двадесет и едно евро",
    1100: "хиляда и сто евро",
    1120: "хиляда сто и двадесет евро",
    2000: "две хиляди евро",
    21000: "двадесет и една хиляди евро",
    1000000: "един милион евро",
    1001000: "един милион и хиляда евро",
}
RUSSIAN_ROUBLES = {
    "0.00": "Ноль рублей 00 копеек",
    "0.01": "Ноль рублей 01 копейка",
    "1.00": "Один рубль 00 копеек",
    "2.02": "Два рубля 02 копейки",
    "5.05": "Пять рублей 05 копеек",
    "11.11": "Одиннадцать рублей 11 копеек",
    "21.21": "Двадцать один рубль 21 копейка",
    "22.22": "Двадцать два рубля 22 копейки",
    "101": "Сто один рубль 00 копеек",
    "1000": "Одна тысяча рублей 00 копеек",
    "2000": "Две тысячи рублей 00 копеек",
    "6000": "Шесть тысяч рублей 00 копеек",
    "21000": "Двадцать одна тысяча рублей 00 копеек",
    "1000000": "Один миллион рублей 00 копеек",
    "1234567.89": (
        "Один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь рублей 89 копеек"
    ),
}
OTHERS = {
    ("bg", "21.01", "BGN"): "двадесет и един лева и една стотинка",
    ("bg", "1.02", "BGN"): "един лев и две стотинки",
    ("bg", "2.21", "RUB"): "две рубли и двадесет и една копейки",
    ("bg", "1", "RUB"): "една рубла и нула копейки",
    ("ru", "1.01", "EUR"): "Один евро 01 цент",
    ("ru", "5.12", "EUR"): "Пять евро 12 центов",
    ("ru", "22.02", "BGN"): "Двадцать два лева 02 стотинки",
    ("ru", "1000002", "UAH"): "Один миллион две гривны 00 копеек",
    ("ru", "3", "GBP"): "Три фунта стерлингов 00 пенсов",
    ("en", "1.01", "EUR"): "One euro and 01 cent",
    ("en", "2.02", "GBP"): "Two pounds and 02 pence",
    ("en", "21", "USD"): "Twenty-one dollars and 00 cents",
    ("en", "1234.5", "RUB"): "One thousand two hundred and thirty-four roubles and 50 kopecks",
    ("en", "1", "BGN"): "One lev and 00 stotinki",
    ("fr", "1", "EUR"): "One euro and 00 cents",
}


@pytest.mark.parametrize(("amount", "words"), BULGARIAN_EUROS.items())
def test_euros_are_said_in_bulgarian(amount: str, words: str) -> None:
    assert in_words(Money.of(amount, "EUR"), "bg") == words


@pytest.mark.parametrize(("amount", "words"), BULGARIAN_WHOLE_EUROS.items())
def test_whole_euros_are_said_in_bulgarian(amount: int, words: str) -> None:
    assert in_words(Money.of(amount, "EUR"), "bg", zero_cents=False) == words
    assert in_words(Money.of(amount, "EUR"), "bg") == f"{words} и нула цента"


@pytest.mark.parametrize(("amount", "words"), RUSSIAN_ROUBLES.items())
def test_roubles_are_said_in_russian(amount: str, words: str) -> None:
    assert in_words(Money.of(amount, "RUB"), "ru") == words


@pytest.mark.parametrize(("case", "words"), OTHERS.items())
def test_other_currencies_are_said_in_every_language(
    case: tuple[str, str, str], words: str
) -> None:
    language, amount, currency = case
    assert in_words(Money.of(amount, currency), language) == words


def test_a_return_begins_with_minus() -> None:
    assert in_words(Money(-150, "EUR"), "bg") == "минус едно евро и петдесет цента"
    assert in_words(Money(-150, "RUB"), "ru") == "Минус один рубль 50 копеек"
    assert in_words(Money(-150, "EUR"), "en") == "Minus one euro and 50 cents"


def test_a_foreign_currency_is_refused() -> None:
    with pytest.raises(BadValue):
        in_words(Money(1, "XAU"), "en")


UNITS = "нула един два три четири пет шест седем осем девет".split()  # noqa: SIM905
TEENS = ["десет", "единадесет", *(f"{UNITS[n]}надесет" for n in range(2, 10))]
ONES = UNITS + TEENS
VALUES = {word: value for value, word in enumerate(ONES)}
VALUES |= {"една": 1, "едно": 1, "две": 2, "двадесет": 20, "тридесет": 30, "четиридесет": 40}
VALUES |= {"петдесет": 50, "шестдесет": 60, "седемдесет": 70, "осемдесет": 80, "деветдесет": 90}
VALUES |= {"сто": 100, "двеста": 200, "триста": 300}
VALUES |= {f"{ONES[n]}стотин": n * 100 for n in range(4, 10)}
SCALES = {"хиляда": 10**3, "хиляди": 10**3, "милион": 10**6, "милиона": 10**6}
SCALES |= {"милиард": 10**9, "милиарда": 10**9, "трилион": 10**12, "трилиона": 10**12}


def understood(text: str) -> int:
    """The number that a Bulgarian reader understands."""
    total = group = 0
    for word in text.split():
        if word in SCALES:
            total += max(group, 1) * SCALES[word]
            group = 0
        elif word != "и":
            group += VALUES[word]
    return total + group


@given(st.integers(0, 10**13 - 1))
def test_bulgarian_words_read_back_as_the_same_number(whole: int) -> None:
    words = in_words(Money(whole * 100, "EUR"), "bg", zero_cents=False)
    assert understood(words.removesuffix(" евро")) == whole


@given(st.integers(0, 10**13 - 1))
def test_bulgarian_never_says_and_twice_in_a_group_nor_leaves_the_last_word_bare(
    whole: int,
) -> None:
    words = in_words(Money(whole * 100, "EUR"), "bg", zero_cents=False).split()[:-1]
    assert words[0] != "и"
    assert words[-1] != "и"
    assert all(pair != ("и", "и") for pair in pairwise(words))
    if len(words) > 1 and words[-1] not in SCALES:
        assert words[-2] == "и"


@given(
    st.integers(-(10**14), 10**14),
    st.sampled_from(sorted(MINOR_UNITS)),
    st.sampled_from(["en", "ru", "bg"]),
)
def test_every_amount_of_every_currency_can_be_said(
    minor: int, currency: str, language: str
) -> None:
    words = in_words(Money(minor, currency), language)
    assert words == words.strip()
    assert "  " not in words
    assert "," not in words
    minus = {"en": "Minus ", "ru": "Минус ", "bg": "минус "}[language]
    assert words.startswith(minus) == (minor < 0)
    if language != "bg":
        assert f" {abs(minor) % 100:02d} " in words


@given(st.integers(0, 10**15 - 1))
def test_russian_words_agree_with_the_library(minor: int) -> None:
    from num2words import num2words

    said = num2words(
        Decimal(minor).scaleb(-2),
        lang="ru",
        to="currency",
        currency="RUB",
        cents=False,
        separator="",
    )
    assert in_words(Money(minor, "RUB"), "ru").lower() == said
