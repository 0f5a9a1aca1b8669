from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.errors import RuleBroken
from kartoteka.domain.offers import (
    Offer,
    OfferCalledSpecial,
    OfferEnded,
    OfferEndsBeforeItBegins,
    OfferWithoutEnd,
    OfferWithoutReason,
    OfferWithoutTitle,
    check_offer,
    is_running,
)
from kartoteka.domain.special_offers import called_special

TODAY = date(2026, 11, 21)
BRACELET = Offer(
    title="A bracelet for your necklace, 10 € less",
    reason="Your necklace is a year old",
    begins=date(2026, 11, 1),
    ends=date(2026, 12, 24),
    language="en",
)

CALLED_SPECIAL = [
    "Special offer",
    "SPECIAL  OFFERS!",
    "a special-offer for you",
    "specialoffer",
    "spe\u00adcial offer",
    "Special “offer”",
    "our special summer offer",
    "Special deal of the week",
    "at a special price",
    "special discounts",
    "Exclusive offer",
    "Super deal",
    "Спецпредложение",
    "СПЕЦПРЕДЛОЖЕНИЯ недели",
    "спец. предложение",
    "спец-предложением",
    "спец  предложений",
    "Специальное предложение",
    "специального предложения",
    "о специальных предложениях",
    "специальное новогоднее предложение",
    "Специа́льное предложе́ние",
    "cпeцпpeдлoжeниe",
    "спеццена",
    "по специальной цене",
    "Специальная акция",
    "спецакции",
    "специальные скидки",
    "Эксклюзивное предложение",
    "суперпредложение",
    "спешл оффер",
    "Специална оферта",
    "специалните оферти",
    "специалната коледна оферта",
    "СПЕЦИАЛНО ПРЕДЛОЖЕНИЕ",
    "специалното предложение",
    "специални цени",
    "специална промоция",
    "спец. оферта",
    "спец оферти",
    "Промо оферта",
    "ексклузивна оферта",
    "супер оферта",
    "специална отстъпка",
]
INNOCENT = [
    "",
    "A specialist will look at your kettle",
    "Our speciality: green tea",
    "Especially for your birthday we offer a cake",
    "Made specially for you. Offer ends on Friday",
    "Your day is special. Offer valid until Sunday",
    "special tools we offer",
    "New collection: an offer for those who like green",
    "Консультация специалиста",
    "Скидка на спецодежду 10 %",
    "Спецобувь и спецтехника",
    "спеццентр обучения",
    "Специально для вас: чай к торту",
    "Предложение к вашему чайнику: фильтр",
    "Специальная насадка для вашего миксера",
    "специальность — флорист",
    "Специалистам — предложение от мастера",
    "Вашата специалност е празник",
    "Специалист ще прегледа котела",
    "Специално за вас: чай към тортата",
    "Специален клей за вашия модел",
    "Оферта за рожден ден",
    "Предложение за вашата градина",
    "супермаркет: предложение дня",
    "специальные условия хранения меха",
    "Промоция: нова колекция",
    "Ваш чайник служит уже год: фильтр за полцены",
]


@pytest.mark.parametrize("text", CALLED_SPECIAL)
def test_a_special_offer_is_found_in_every_dress(text: str) -> None:
    assert called_special(text)
    assert called_special(f"Весна! {text}, only now.")


@pytest.mark.parametrize("text", INNOCENT)
def test_an_innocent_text_is_left_alone(text: str) -> None:
    assert called_special(text) == ""


@given(
    st.sampled_from(["special offer", "специальное предложение", "специална оферта"]),
    st.sampled_from([" ", "  ", "-", "\n", "\u00a0", " - ", "_"]),
    st.sampled_from([str.upper, str.lower, str.title]),
    st.sampled_from(["", "!", "- ", "«", "1 "]),
)
def test_case_and_spacing_do_not_hide_a_special_offer(
    phrase: str, gap: str, dress: object, around: str
) -> None:
    assert callable(dress)
    assert called_special(f"{around}{dress(phrase).replace(' ', gap)}{around[::-1]}")


@given(st.text())
def test_no_text_breaks_the_search(text: str) -> None:
    assert isinstance(called_special(text), str)


def test_an_offer_with_a_reason_and_an_end_is_right() -> None:
    check_offer(BRACELET, TODAY)
    check_offer(BRACELET, date(2026, 12, 24))
    check_offer(replace(BRACELET, begins=date(2026, 12, 1)), TODAY)


@pytest.mark.parametrize(
    ("offer", "error"),
    [
        (replace(BRACELET, title="  "), OfferWithoutTitle),
        (replace(BRACELET, reason=" \n"), OfferWithoutReason),
        (replace(BRACELET, ends=None), OfferWithoutEnd),
        (replace(BRACELET, begins=date(2026, 12, 25)), OfferEndsBeforeItBegins),
        (replace(BRACELET, ends=date(2026, 11, 20)), OfferEnded),
        (replace(BRACELET, title="Special offer: a bracelet"), OfferCalledSpecial),
        (replace(BRACELET, reason="Спецпредложение"), OfferCalledSpecial),
    ],
)
def test_a_broken_rule_refuses_the_offer(offer: Offer, error: type[RuleBroken]) -> None:
    with pytest.raises(error):
        check_offer(offer, TODAY)


def test_the_refusal_names_the_field_and_the_phrase() -> None:
    with pytest.raises(OfferCalledSpecial) as refused:
        check_offer(replace(BRACELET, reason="Наше СПЕЦ. Предложение!"), TODAY)
    assert (refused.value.field, refused.value.phrase) == ("reason", "спец. предложение")


@given(st.integers(-60, 60))
def test_an_offer_runs_from_its_first_to_its_last_day(offset: int) -> None:
    today = TODAY + timedelta(days=offset)
    assert is_running(BRACELET, today) == (date(2026, 11, 1) <= today <= date(2026, 12, 24))
    assert not is_running(replace(BRACELET, ends=None), today)
