"""Agreements are sheets of their own where the law wants it, and nothing is ticked beforehand."""

import os
from pathlib import Path

import pytest
from tests.documents.reading import texts
from tests.shop.selling import add

from kartoteka.documents.page import Printed
from kartoteka.domain.clients import Address, Client, Phone
from kartoteka.domain.consents import ConsentKind, kinds_of
from kartoteka.shop import Shop, printing
from kartoteka.shop import settings as shop_settings

VERA = Client(
    given="Вера",
    middle="Павловна",
    family="Ли",
    language="ru",
    address=Address(street="ул. Мира, 1", city="Пермь", postcode="614000"),
    phones=(Phone("8 (912) 345-67-89"),),
)
RUSSIAN = {
    "shop.name": "Мастерская «Бусина»",
    "shop.legal_name": "ИП Кузнецова О. П.",
    "shop.country": "ru",
    "shop.language": "ru",
    "shop.tax_id": "500100732259",
    "shop.address": "Пермь, ул. Мира, 2",
    "shop.phone": "+7 342 200-00-42",
}


def told(made: Printed) -> str:
    return " ".join(" ".join(texts(made.pdf)).replace("\u00a0", " ").split())


@pytest.fixture
def russian(shop: Shop) -> Shop:
    shop_settings.change_settings(shop, RUSSIAN)
    return shop


def test_a_russian_questionnaire_holds_no_consent(russian: Shop) -> None:
    text = told(printing.questionnaire(russian, add(russian, VERA)))
    assert "Ли Вера Павловна" in text
    assert "огласи" not in text
    assert "огласен" not in text


def test_consent_to_keep_data_has_all_that_the_law_wants(russian: Shop) -> None:
    made = printing.consent(russian, ConsentKind.DATA, add(russian, VERA))
    assert made.pages == 1
    text = told(made)
    for part in (
        "Согласие на обработку персональных данных",
        "Ли Вера Павловна",
        "614000, Пермь, ул. Мира, 1",
        "8 (912) 345-67-89",
        "ИП Кузнецова О. П., ИНН 500100732259, Пермь, ул. Мира, 2",
        "Цель:",
        "дата рождения",
        "Сбор, запись, систематизация, накопление, хранение",
        "уничтожение",
        "до отзыва",
        "в течение 30 дней",
        "Подпись",
        "Дата",
    ):
        assert part in text
    assert "рекламу" not in text


def test_consent_to_advertising_is_separate_again(russian: Shop) -> None:
    made = printing.consent(russian, ConsentKind.MESSAGES, add(russian, VERA), "a5")
    assert made.pages == 1
    text = told(made)
    for part in ("Согласие на рекламу", "SMS", "автоматический набор", "прекращается сразу"):
        assert part in text
    assert "обработку" not in text


def test_elsewhere_a_consent_names_the_channels_and_the_way_back(shop: Shop) -> None:
    shop_settings.change_settings(shop, {"shop.language": "en", "shop.phone": "0888 123 456"})
    assert kinds_of("ru") == (ConsentKind.DATA, ConsentKind.MESSAGES)
    assert kinds_of("bg") == (ConsentKind.MESSAGES,)
    text = told(printing.consent(shop, ConsentKind.MESSAGES))
    for part in ("Consent to marketing messages", "SMS", "messengers", "withdraw", "0888 123 456"):
        assert part in text


def test_a_bulgarian_name_is_written_as_it_is_spoken(shop: Shop) -> None:
    client = add(shop, Client(given="Ива", middle="Петрова", family="Колева", language="bg"))
    assert "Ива Петрова Колева" in told(printing.questionnaire(shop, client))


def test_a_questionnaire_tells_who_keeps_the_answers_and_to_whom_one_complains(shop: Shop) -> None:
    shop_settings.change_settings(
        shop,
        {"shop.country": "bg", "shop.language": "bg", "shop.legal_name": "„Море и сребро“ ЕООД"},
    )
    text = told(printing.questionnaire(shop))
    assert "Администратор на данните: „Море и сребро“ ЕООД" in text
    assert "КЗЛД" in text
    assert "Пол" in text


@pytest.mark.parametrize("language", ["bg", "en"])
@pytest.mark.parametrize("size", ["a4", "a5"])
def test_the_notice_of_data_leaves_the_questionnaire_on_one_page(
    shop: Shop, language: str, size: str
) -> None:
    details = {
        "name": "Море и сребро", "country": "bg", "language": language, "phone": "032 123 456",
        "legal_name": "„Море и сребро“ ЕООД", "address": "Пловдив 4000, ул. Пирин 5",
    }  # fmt: skip
    shop_settings.change_settings(shop, {f"shop.{key}": each for key, each in details.items()})
    made = printing.questionnaire(shop, size=size)
    assert "cpdp.bg." in told(made)
    if os.environ.get("KARTOTEKA_LOOK"):
        Path(os.environ["KARTOTEKA_LOOK"], f"q-{language}-{size}.pdf").write_bytes(made.pdf)
    assert made.pages == (1 if size == "a4" else 2)
