"""Columns are recognised by their headings in three languages, else by what stands in them."""

import pytest

from kartoteka.exchange.errors import NoSuchColumn, NoSuchField
from kartoteka.exchange.guessing import choose_fields, column_letter, find_header, guess_fields
from kartoteka.exchange.headings import CLIENT_FIELDS, PURCHASE_FIELDS, field_of


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("Фамилия;Имя;Отчество;Моб. телефон;E-mail", "family;given;middle;phone;email"),
        ("Ф.И.О.;Тел. (моб.);Тел. 2;Эл. почта;Д.Р.", "name;phone;phone;email;birthday"),
        ("№ карты;Дата рождения;Адрес;Город;Индекс", "card;birthday;street;city;postcode"),
        ("Клиент;Контактный телефон;Примечание", "name;phone;notes"),
        ("Компания;ИНН;КПП;ОГРН;Контактное лицо", "company;tax_id;kpp;ogrn;person"),
        ("Откуда узнали;Кто рекомендовал;Размер", "source;recommended_by;size"),
        ("Име;Фамилия;Телефон;Имейл;Рожден ден", "given;family;phone;email;birthday"),
        ("Име и фамилия;GSM;Дата на раждане;Бележки", "name;phone;birthday;notes"),
        ("Фирма;ЕИК;ДДС №;Град;Адрес", "company;tax_id;vat_id;city;street"),
        ("Клиентска карта;Имен ден;Предпочитания", "card;name_day;likes"),
        ("First name;Last name;Mobile;Email address;DOB", "given;family;phone;email;birthday"),
        ("Customer name;Phone number;Card no.;Zip code", "name;phone;card;postcode"),
        ("Причина отказа;Имя", ";name"),
        ("Сколько галош;Имя", ";name"),
    ],
)
def test_headings_of_clients_are_known(headings: str, fields: str) -> None:
    header = headings.split(";")
    assert guess_fields(header, [], "clients") == tuple(fields.split(";"))


@pytest.mark.parametrize(
    ("headings", "fields"),
    [
        ("client,date,quantity,amount", "client,date,quantity,amount"),
        ("Покупатель,Дата покупки,Кол-во,Сумма,Товар", "client,date,quantity,amount,item"),
        ("№ чека,Дата,Клиент,Цена,Скидка", "number,date,client,price,discount"),
        ("Клиент,Дата на продажба,Стока,Брой,Ед. цена", "client,date,item,quantity,price"),
        ("Customer ID,Order date,Total,Currency", "client,date,amount,currency"),
        ("Дата,Телефон,Итого,Способ оплаты", "date,phone,amount,payment"),
        ("Дата,Клиент,Артикул,Кол-во,Цена,Валута", "date,client,item,quantity,price,currency"),
        ("Дата,Клиент,Артикул,Товар,Валюта", "date,client,sku,item,currency"),
    ],
)
def test_headings_of_purchases_are_known(headings: str, fields: str) -> None:
    assert guess_fields(headings.split(","), [], "purchases") == tuple(fields.split(","))


def test_every_field_is_its_own_heading() -> None:
    assert all(field_of(each, "clients") == each for each in CLIENT_FIELDS)
    assert all(field_of(each, "purchases") == each for each in PURCHASE_FIELDS)


def test_columns_without_a_known_heading_are_recognised_by_their_cells() -> None:
    rows = [("Анна Иванова", "8 912 345-67-89", "a@b.ru", "05.03.1988", "x")] * 3
    assert guess_fields(["A", "B", "C", "D", "E"], rows, "clients") == (
        "name",
        "phone",
        "email",
        "birthday",
        "",
    )


def test_a_field_is_read_from_one_column_only() -> None:
    assert guess_fields(["Город", "Город"], [], "clients") == ("city", "")


def test_a_choice_goes_over_the_guess() -> None:
    header = ("Имя", "Ник", "X")
    assert choose_fields(header, ("name", "", ""), {"name": "ник"}, "clients") == ("", "name", "")
    with pytest.raises(NoSuchColumn):
        choose_fields(header, ("name", "", ""), {"phone": "Телефон"}, "clients")
    with pytest.raises(NoSuchField):
        choose_fields(header, ("name", "", ""), {"shoe": "X"}, "clients")


@pytest.mark.parametrize(
    ("rows", "fields"),
    [
        ((("Мария", "0888123456"), ("Иван", "0888123457")), ("name", "phone")),
        (
            (("Мария", "Иванова", "0888123456"), ("Иван", "Петров", "0888123457")),
            ("given", "family", "phone"),
        ),
        (
            (("1", "Колева", "Петя", "p@a.bg"), ("2", "Иванов", "Иван", "i@a.bg")),
            ("", "family", "given", "email"),
        ),
        ((("зелено", "0888123456"), ("синьо", "0888123457")), ("", "phone")),
    ],
)
def test_without_headings_single_words_with_a_capital_are_names(
    rows: tuple[tuple[str, ...], ...], fields: tuple[str, ...]
) -> None:
    assert find_header(rows, "clients") is None
    header = tuple(column_letter(at) for at in range(len(rows[0])))
    assert guess_fields(header, rows, "clients") == fields


def test_under_a_heading_that_says_nothing_single_words_are_left_out() -> None:
    rows = (("София", "0888123456"), ("Варна", "0888123457"))
    assert guess_fields(("Обект", "GSM"), rows, "clients") == ("", "phone")


@pytest.mark.parametrize(
    "table",
    [
        "Иванова;Анна;Казань|Петров;Пётр;Омск|Сидорова;Ольга;Тула",
        "Анна Иванова|Пётр Петров",
        "Ана;Иванова|Мария;Петрова",
        "Anna;Smith|John;Brown",
        "Анна;любит чай|Пётр;любит кофе",
        "Иванова;Анна",
    ],
)
def test_a_first_row_without_a_known_heading_is_a_client(table: str) -> None:
    rows = [row.split(";") for row in table.split("|")]
    assert find_header(rows, "clients") is None


@pytest.mark.parametrize(
    "table",
    [
        "Vorname;Nachname;Telefon|Anna;Schmidt;0171 2345678|Karl;Braun;0172 3456789",
        "Kunde;Kundennr.|Anna;1042|Karl;1043",
        "Kunde;Post|Anna;anna@example.com|Karl;karl@example.com",
        "Наши любимые люди;;|Иванова;Анна;Казань|Петров;Пётр;Омск",
    ],
)
def test_words_over_numbers_and_titles_over_tables_stay_headings(table: str) -> None:
    rows = [row.split(";") for row in table.split("|")]
    assert find_header(rows, "clients") == 0
