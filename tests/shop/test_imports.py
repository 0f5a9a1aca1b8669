"""Whole files through the deeds: what comes in, what is refused, and the way back."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documents.reading import texts

from kartoteka import assemble
from kartoteka.domain.clients import Birthday, Channel, Client, Kind, Phone
from kartoteka.domain.errors import BadValue, NotFound
from kartoteka.domain.lists import Filter
from kartoteka.exchange.errors import LineTooLong, NoSuchColumn, NothingRecognised
from kartoteka.i18n.words import Words
from kartoteka.shop import Shop, card_bin, clients, imports, papers, refusals, safety, sales

CDNOW = Path(__file__).parent.parent / "data" / "cdnow_sample.csv"
TODAY = date(2026, 11, 21)
RUSSIAN = """ФИО;Телефон;Дата рождения;E-mail;Карта;Примечание
Иванова Анна Сергеевна;8 (912) 345-67-89;05.03.1988;anna@example.com;1042;много
Петров Пётр;+79123456780, 8-495-123-45-67;5 марта;;;=1+1
Сидорова Мария;9123456781;05.03;;;
Кузнецов Иван Петрович;8 912 345 67 82;5 марта 1988 г.;;;<b>жирный</b>
Волкова Ольга;7 (912) 3456783;32207;;;
ООО "Ромашка";123-45-67;;info@example.com;;
"""


@pytest.fixture
def russian(tmp_path: Path) -> Shop:
    path = tmp_path / "ru.db"
    assemble.new_book(path, "Лавка", "ru")
    shop = assemble.open_shop(path, today=TODAY)
    shop.folder = tmp_path / "papers"
    return shop


def written(folder: Path, text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    return path


def counts(result: imports.ImportResult) -> tuple[int, int, int, int]:
    return result.added, result.updated, result.unchanged, result.refused


def everybody(shop: Shop) -> list[Client]:
    return [clients.client(shop, each) for each in clients.find_ids(shop, Filter())]


def test_the_cdnow_history_comes_in_without_touching_a_column_and_only_once(shop: Shop) -> None:
    done = imports.import_file(shop, CDNOW, "purchases")
    assert (done.value.rows, *counts(done.value)) == (6919, 6919, 0, 0, 0)
    assert (done.value.new_clients, clients.count(shop)) == (2357, 2357)
    assert clients.client(shop, 4).name == "4"
    view = clients.card(shop, 4)
    assert (view.purchases, str(view.total)) == (4, "100.50")
    assert [line.on for line in sales.purchases(shop, 4)][-1] == date(1997, 1, 1)
    assert safety.check(shop).ok
    assert counts(imports.import_file(shop, CDNOW, "purchases").value) == (0, 0, 6919, 0)
    assert done.changes.undo is not None
    safety.undo(shop, done.changes.undo)
    assert clients.count(shop) == 0
    assert safety.check(shop).ok


def test_a_list_as_excel_saves_it_in_russia_comes_in_by_itself(russian: Shop) -> None:
    path = written(russian.book.path.parent, RUSSIAN, encoding="cp1251")
    result = imports.import_file(russian, path, "clients").value
    assert counts(result) == (6, 0, 0, 0)
    by_family = {each.family or each.company: each for each in everybody(russian)}
    assert [each.e164 for card in by_family.values() for each in card.phones] == [
        "+79123456783",
        "+79123456789",
        "+79123456782",
        "",
        "+79123456780",
        "+74951234567",
        "+79123456781",
    ]
    anna, peter = by_family["Иванова"], by_family["Петров"]
    assert (anna.given, anna.middle, anna.card) == ("Анна", "Сергеевна", "1042")
    assert anna.birthday == by_family["Кузнецов"].birthday == Birthday(5, 3, 1988)
    assert by_family["Волкова"].birthday == Birthday(5, 3, 1988)
    assert peter.birthday == by_family["Сидорова"].birthday == Birthday(5, 3)
    assert (peter.notes, by_family["Кузнецов"].notes) == ("=1+1", "<b>жирный</b>")
    assert by_family['ООО "Ромашка"'].kind is Kind.COMPANY
    assert counts(imports.import_file(russian, path, "clients").value) == (0, 0, 6, 0)


def test_a_bulgarian_list_comes_in_by_itself(shop: Shop, tmp_path: Path) -> None:
    text = (
        "Име и фамилия;GSM;Рожден ден;Клиентска карта\n"
        "Цветелина Иванова Георгиева;088 812 3456;5 март;1\n"
        "Иван Петров;+359 2 987 6543;21.05.1970 г.;2\n"
    )
    path = written(tmp_path, text, encoding="cp1251")
    assert counts(imports.import_file(shop, path, "clients").value) == (2, 0, 0, 0)
    first = clients.client(shop, clients.find(shop, "1")[0])
    assert (first.family, first.given, first.middle) == ("Георгиева", "Цветелина", "Иванова")
    assert first.phones == (Phone("088 812 3456", "+359888123456"),)
    assert first.birthday == Birthday(5, 3)


def test_rows_that_cannot_be_read_are_kept_with_the_reason(shop: Shop, tmp_path: Path) -> None:
    text = (
        "Имя;Телефон;Дата рождения;Доля\n"
        "Анна;1;31.02.1990;\n;;;\nПётр;;вчера;\n=cmd();2;;150\nОльга;3;;\n;;05.03;\n"
        'Иван;4;;;лишнее\n"Фома;5;;\n'
    )
    path = written(tmp_path, text)
    result = imports.import_file(shop, path, "clients").value
    assert (result.rows, *counts(result)) == (7, 4, 0, 0, 3)
    assert result.refused_file is not None
    with result.refused_file.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert [row[0] for row in rows] == ["Имя", "", "Иван", '"Фома']
    assert all(row[4] for row in rows)
    assert {each.name for each in everybody(shop)} == {"Анна", "Пётр", "=cmd()", "Ольга"}
    assert [each.why for each in result.unread] == ["impossible", "date", "percent"]
    again = imports.import_file(shop, result.refused_file, "clients").value
    assert (again.rows, again.refused) == (3, 2)  # the quotation mark is whole now


def test_nothing_changed_means_no_import_to_take_back(shop: Shop, tmp_path: Path) -> None:
    done = imports.import_file(shop, written(tmp_path, "Имя;Доля\n;x\n"), "clients")
    assert (done.value.id, done.changes.undo) == (0, None)
    assert imports.past_imports(shop) == []


def test_a_known_client_is_brought_up_to_date_and_taken_back(shop: Shop, tmp_path: Path) -> None:
    kept = clients.add_client(
        shop, Client(given="Анна", family="Иванова", card="7", notes="старое", phones=())
    ).value
    text = "Карта;Имя;Фамилия;Телефон;Примечание\n7;Анна;Петрова;0888123456;новое\n"
    done = imports.import_file(shop, written(tmp_path, text), "clients")
    assert counts(done.value) == (0, 1, 0, 0)
    after = clients.client(shop, kept.id)
    assert (after.family, after.notes) == ("Петрова", "старое\nновое")
    assert clients.find(shop, "0888 123") == [kept.id]
    clients.edit_client(shop, replace(after, hours="вечером"))
    clients.record_consent(shop, kept.id, Channel.CALL, given=True)
    taken = imports.undo_import(shop, done.value.id).value
    assert (taken.restored, taken.clients) == (1, 0)
    now = clients.client(shop, kept.id)
    assert replace(now, consents=()) == replace(kept, hours="вечером")
    assert len(now.consents) == 1
    assert clients.find(shop, "петрова") == []


def test_an_import_is_taken_back_after_a_restart(book_path: Path, tmp_path: Path) -> None:
    shop = assemble.open_shop(book_path, today=TODAY)
    imports.import_file(shop, written(tmp_path, "Имя;Телефон\nАнна;1\nПётр;2\n"), "clients")
    shop.close()
    shop = assemble.open_shop(book_path, today=TODAY)
    (past,) = imports.past_imports(shop)
    assert (past.file_name, past.result.added, past.undone_at) == ("list.csv", 2, None)
    assert imports.undo_import(shop, past.id).value.clients == 2
    assert clients.count(shop) == 0
    assert imports.past_imports(shop)[0].undone_at is not None
    with pytest.raises(NotFound):
        imports.undo_import(shop, past.id)
    shop.close()


def test_cards_in_use_since_the_import_stay(shop: Shop, tmp_path: Path) -> None:
    text = "Имя;Карта\nАнна;1\nПётр;2\nОльга;3\n"
    done = imports.import_file(shop, written(tmp_path, text), "clients")
    anna = clients.by_card(shop, "1")
    assert anna is not None
    clients.edit_client(shop, replace(clients.client(shop, anna), notes="своё"))
    bought = "client,date,amount\n2,05.03.2020,5\n"
    imports.import_file(shop, written(tmp_path, bought, "bought.csv"), "purchases")
    taken = imports.undo_import(shop, done.value.id).value
    assert (taken.clients, taken.kept) == (1, 2)
    assert {each.given for each in everybody(shop)} == {"Анна", "Пётр"}


def test_two_people_with_one_telephone_are_two_cards(shop: Shop, tmp_path: Path) -> None:
    text = "Имя;Фамилия;Телефон\nАнна;Иванова;0888123456\nИван;Иванов;0888123456\n"
    path = written(tmp_path, text)
    seen = imports.preview(shop, path, "clients")
    assert counts(seen.result) == (2, 0, 0, 0)
    assert [(each.row, each.why, each.same) for each in seen.duplicates] == [
        (3, imports.DuplicateKind.PHONE, False)
    ]
    assert counts(imports.import_file(shop, path, "clients").value) == (2, 0, 0, 0)
    assert counts(imports.import_file(shop, path, "clients").value) == (0, 0, 2, 0)


def test_a_card_number_of_somebody_else_refuses_the_row(shop: Shop, tmp_path: Path) -> None:
    path = written(tmp_path, "Имя;Фамилия;Карта\nАнна;Иванова;1\nПётр;Петров;1\n")
    result = imports.import_file(shop, path, "clients").value
    assert counts(result) == (1, 0, 0, 1)


def test_an_initial_does_not_take_the_place_of_a_name(shop: Shop, tmp_path: Path) -> None:
    text = "ФИО;Телефон;Город\nИванова Анна;0888123456;\nИванова А.С.;0888123456;Уфа\n"
    result = imports.import_file(shop, written(tmp_path, text), "clients").value
    assert counts(result) == (1, 1, 0, 0)
    (anna,) = everybody(shop)
    assert (anna.given, anna.address.city) == ("Анна", "Уфа")


def test_a_preview_tells_what_would_happen_and_changes_nothing(shop: Shop, tmp_path: Path) -> None:
    path = written(tmp_path, "Имя;Телефон;X\nАнна;1;\n;;\nПётр;2;5\nОля;;31.02.1990\n")
    seen = imports.preview(shop, path, "clients", mapping={"birthday": "x"})
    assert [(each.name, each.field) for each in seen.columns] == [
        ("Имя", "name"),
        ("Телефон", "phone"),
        ("X", "birthday"),
    ]
    assert (seen.format, seen.encoding, seen.delimiter) == ("csv", "utf-8-sig", ";")
    assert counts(seen.result) == (3, 0, 0, 0)
    assert {each.why for each in seen.result.unread} == {"date", "impossible"}
    assert clients.count(shop) == 0
    assert not shop.folder.exists()
    chosen = imports.import_file(shop, path, "clients", columns=["name", "phone", ""])
    assert counts(chosen.value) == (3, 0, 0, 0)


def test_a_cancelled_import_leaves_everything_as_it_was(shop: Shop, tmp_path: Path) -> None:
    rows = "".join(f"Анна{at};{at};x\n" for at in range(2500))
    path = written(tmp_path, "Имя;Телефон;Доля\n" + rows)
    seen: list[tuple[int, int]] = []
    with pytest.raises(imports.ImportCancelled):
        imports.import_file(
            shop,
            path,
            "clients",
            columns=["name", "phone", ""],
            progress=lambda done, whole: seen.append((done, whole)),
            cancelled=lambda: bool(seen),
        )
    assert seen[0][0] == 1000
    assert clients.count(shop) == 0
    assert not shop.folder.exists() or not list(shop.folder.iterdir())


def test_a_file_that_breaks_off_changes_nothing(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    rows = b"".join(b"Ann%d;%d\n" % (at, at) for at in range(1500))
    path.write_bytes(b"name;phone\n" + rows + b"x" * 1_200_000)
    with pytest.raises(LineTooLong):
        imports.import_file(shop, path, "clients")
    assert clients.count(shop) == 0


def test_a_table_that_says_nothing_of_clients_is_refused(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(NothingRecognised):
        imports.import_file(shop, written(tmp_path, "Галоши;Шарфы\n1;2\n"), "clients")
    with pytest.raises(NothingRecognised):
        imports.preview(shop, written(tmp_path, "Клиент;Сумма\n1;2\n"), "purchases")
    path = written(tmp_path, "Имя\nАнна\n")
    with pytest.raises(NoSuchColumn):
        imports.import_file(shop, path, "clients", mapping={"phone": "Телефон"})


def test_purchases_find_their_client_by_anything(shop: Shop, tmp_path: Path) -> None:
    anna = clients.add_client(
        shop,
        Client(
            given="Анна",
            family="Иванова",
            card="C-7",
            emails=("anna@example.com",),
            phones=(Phone("0888 123 456", "+359888123456"),),
        ),
    ).value
    who = [
        str(anna.id),
        "C-7",
        "+359 88 8123456",
        "ANNA@example.com",
        "Иванова Анна",
        "анна иванова",
    ]
    text = "Клиент;Дата;Сумма\n" + "".join(
        f"{each};0{at}.03.2020;1,50\n" for at, each in enumerate(who, 1)
    )
    result = imports.import_file(shop, written(tmp_path, text), "purchases").value
    assert (*counts(result), result.new_clients) == (6, 0, 0, 0, 0)
    view = clients.card(shop, anna.id)
    assert (view.purchases, str(view.total)) == (6, "9.00")


def test_unknown_buyers_get_cards(shop: Shop, tmp_path: Path) -> None:
    who = ("Петрова Мария", "0888123456", "x@example.com", "77")
    text = "Клиент;Дата;Сумма\n" + "".join(f"{each};01.03.2020;1\n" for each in who)
    result = imports.import_file(shop, written(tmp_path, text), "purchases").value
    assert result.new_clients == 4
    cards = everybody(shop)
    assert {each.family for each in cards} == {"Петрова", ""}
    assert clients.client(shop, 77).name == "77"
    assert clients.find(shop, "0888 12")
    assert clients.find(shop, "x@example")


def test_a_name_that_several_clients_have_is_refused(shop: Shop, tmp_path: Path) -> None:
    for city in ("1", "2"):
        clients.add_client(shop, Client(given="Анна", family="Иванова", card=city))
    text = "Клиент;Дата;Сумма\nАнна Иванова;01.03.2020;1\n"
    assert imports.import_file(shop, written(tmp_path, text), "purchases").value.refused == 1


def test_slips_in_purchases_are_refused_and_negative_amounts_are_returns(
    shop: Shop, tmp_path: Path
) -> None:
    text = (
        "Клиент;Дата;Кол-во;Цена;Сумма;Валюта\n"
        "А;01.03.2020;2;5;10;\n"
        "А;01.03.2020;1;-5;;\n"
        "А;22.11.2026;1;5;;\n"
        "А;30.02.2020;1;5;;\n"
        "А;01.03.2020;0;5;;\n"
        "А;01.03.2020;1;;;\n"
        "А;01.03.2020;1;пять;;\n"
        "А;01.03.2020;1;5;;USD\n"
        ";01.03.2020;1;5;;\n"
        "А;02.03.2020;1;;-4;\n"
        "А;03.03.2020;1;;19,56;лв\n"
    )
    result = imports.import_file(shop, written(tmp_path, text), "purchases").value
    assert (result.added, result.refused) == (3, 8)
    view = clients.card(shop, clients.find(shop, "а")[0])
    assert (view.purchases, str(view.total)) == (2, "16.00")  # 10 − 4 + 19.56 лв
    assert [each.is_return for each in sales.purchases(shop, view.client.id)] == [
        False,
        True,
        False,
    ]


def test_rows_of_one_receipt_are_one_purchase_and_no_line_is_lost(
    shop: Shop, tmp_path: Path
) -> None:
    head = "Клиент;Дата;№ чека;Товар;Цена;Скидка;Кол-во;Оплата\n"
    lines = "А;01.03.2020;15;Чай;5,00;10%;2;карта\nА;01.03.2020;15;Мёд;7;;1;\n"
    path = written(tmp_path, head + lines)
    assert counts(imports.import_file(shop, path, "purchases").value) == (2, 0, 0, 0)
    client = clients.find(shop, "а")[0]
    (bought,) = sales.purchases(shop, client)
    assert [(item.name, str(item.total)) for item in bought.items] == [
        ("Чай", "9.00"),
        ("Мёд", "7.00"),
    ]
    whole = sales.sale(shop, bought.id)
    assert [(each.kind.value, str(each.amount)) for each in whole.payments] == [("card", "16.00")]
    longer = written(tmp_path, head + lines + "А;01.03.2020;15;Кекс;1;;1;\n", "longer.csv")
    again = imports.import_file(shop, longer, "purchases").value
    assert counts(again) == (0, 0, 2, 1)
    assert safety.check(shop).ok


def test_equal_rows_are_as_many_purchases(shop: Shop, tmp_path: Path) -> None:
    path = written(tmp_path, "Клиент;Дата;Сумма\n" + "А;01.03.2020;5\n" * 3)
    assert counts(imports.import_file(shop, path, "purchases").value) == (3, 0, 0, 0)
    more = written(tmp_path, "Клиент;Дата;Сумма\n" + "А;01.03.2020;5,00\n" * 4, "more.csv")
    assert counts(imports.import_file(shop, more, "purchases").value) == (1, 0, 3, 0)


def test_a_client_in_the_bin_is_not_given_purchases(shop: Shop, tmp_path: Path) -> None:
    gone = clients.add_client(shop, Client(given="Анна", card="9")).value
    card_bin.delete_clients(shop, [gone.id])
    path = written(tmp_path, f"Клиент;Дата;Сумма\n{gone.id};01.03.2020;5\nАнна;01.03.2020;5\n")
    assert imports.import_file(shop, path, "purchases").value.new_clients == 2
    assert clients.card(shop, gone.id).purchases == 0
    assert counts(imports.import_file(shop, path, "purchases").value) == (0, 0, 2, 0)


def test_every_reason_has_a_sentence() -> None:
    words = Words("en")
    for why in refusals.CODES:
        text = refusals.refusal_text(words, refusals.RefusedRow(1, "Col", "{x}", why))
        assert text.endswith(".")


NAMES = st.sampled_from(["Анна", "Анна Иванова", "Пётр Петров", "ООО «Ель»", "A"])
PHONES = st.sampled_from(["", "0888123456", "0888123457", "12-34"])
DAYS = st.sampled_from(["", "05.03.1988", "5 март"])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(NAMES, PHONES, DAYS), min_size=1, max_size=6))
def test_every_row_is_counted_and_coming_again_adds_nobody(
    shop: Shop, tmp_path: Path, rows: list[tuple[str, str, str]]
) -> None:
    text = "name;phone;birthday\n" + "".join(";".join(row) + "\n" for row in rows)
    path = written(tmp_path, text)
    first = imports.import_file(shop, path, "clients").value
    assert first.rows == len(rows) == sum(counts(first))
    again = imports.import_file(shop, path, "clients").value
    assert again.added == 0
    assert sum(counts(again)) == len(rows)
    if first.id:
        imports.undo_import(shop, first.id)
    for past in imports.past_imports(shop):
        if past.undone_at is None:
            imports.undo_import(shop, past.id)
    assert clients.count(shop) == 0


UNNAMED = (
    "Клиент;Дата;Сумма;Валюта\nАна;01.12.2025;19,56;\nАна;02.12.2025;19,56;EUR\n"
    "Ана;05.01.2026;10;\n"
)


@pytest.mark.parametrize(("old", "total"), [("", "49.12"), ("EUR", "49.12"), ("BGN", "39.56")])
def test_amounts_before_the_euro_that_name_no_currency_are_what_the_owner_says(
    shop: Shop, tmp_path: Path, old: str, total: str
) -> None:
    path = written(tmp_path, UNNAMED)
    assert imports.preview(shop, path, "purchases", old_currency=old).result.old_amounts == 1
    result = imports.import_file(shop, path, "purchases", old_currency=old).value
    assert (result.added, result.old_amounts) == (3, 1)
    view = clients.card(shop, clients.find(shop, "ана")[0])
    assert str(view.total) == total
    again = imports.import_file(shop, path, "purchases", old_currency="BGN").value
    assert counts(again) == (0, 0, 3, 0)


def test_a_shop_that_counts_in_roubles_is_not_asked_about_leva(
    russian: Shop, tmp_path: Path
) -> None:
    path = written(tmp_path, UNNAMED.replace("EUR", ""))
    assert imports.preview(russian, path, "purchases").result.old_amounts == 0
    with pytest.raises(BadValue):
        imports.import_file(russian, path, "purchases", old_currency="BGN")
    assert clients.count(russian) == 0


def test_an_imported_sale_is_named_by_its_earlier_number(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "sales.csv"
    file.write_text("Дата;Клиент;Стока;Сума;Номер чека\n01.03.2026;Ива Петрова;Мъниста;24,00;501\n")
    imports.import_file(shop, file, "purchases")
    sold = sales.sale(shop, "501")
    assert sales.sale(shop, "№ 501").id == sold.id
    page = texts(papers.paper_pdf(shop, papers.issue_receipt(shop, sold.id).value.id))[0]
    assert "Номер в предишната програма: 501" in page.replace("\u00a0", " ")
