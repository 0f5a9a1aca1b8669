"""Backups by themselves, checks, and taking deeds back."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from tests.shop.selling import sell

from kartoteka import assemble
from kartoteka.domain.errors import NotFound
from kartoteka.domain.money import Money
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.domain.settings import BadSetting
from kartoteka.domain.watching import Watch
from kartoteka.shop import Shop, safety, sales
from kartoteka.shop.safety import Closing, Problem, ProblemKind
from kartoteka.shop.settings import change_settings
from kartoteka.store import backup, copying, journal
from kartoteka.store.direct import direct
from kartoteka.store.errors import BackupMissing, BookDamaged, NotABook
from kartoteka.store.header import read_header

SALE = (
    "INSERT INTO sale (id, uuid, number, client_id, day, at, currency, total_minor, note, seller)"
    " VALUES (?, ?, ?, ?, '2026-11-01', '2026-11-01 10:00:00.000000', 'EUR', 100, '', '')"
)
CLIENT = (
    "INSERT INTO client (id, kind, family, given, middle, called, company, sort_name,"
    " given_folded, tax_id, vat_id, kpp, ogrn, street, city, postcode, country, hours, language,"
    " name_day, notes, do_not_contact, added_on, visits, purchases, total_minor, yearly_minor)"
    " VALUES (?, 'person', '', 'Мария', '', '', '', 'мария', 'мария', '', '', '', '', '', '', '',"
    " '', '', '', '', '', 0, '2026-11-01', 0, 0, 0, 0)"
)


def run(shop: Shop, sql: str, *values: object) -> None:
    with shop.change() as session:
        direct(session).execute(sql, values)


def copies(shop: Shop) -> list[Path]:
    return [copy.path for copy in safety.backups(shop)]


def test_closing_makes_a_copy_beside_the_book(shop: Shop) -> None:
    closing = safety.close(shop)
    assert closing.trouble is None
    assert closing.backup is not None
    assert closing.backup.parent == shop.book.path.with_name("kartoteka-backups")
    backup.verify(closing.backup)


def test_closing_an_unchanged_book_makes_no_second_copy(shop: Shop) -> None:
    path = shop.book.path
    first = safety.close(shop).backup
    again = assemble.open_shop(path)
    assert safety.close(again).backup is None
    third = assemble.open_shop(path)
    change_settings(third, {"shop.phone": "1"})
    assert safety.close(third).backup not in (None, first)


def test_closing_to_put_an_older_copy_back_leaves_that_copy(shop: Shop) -> None:
    made = safety.back_up(shop)
    morning = made.rename(made.with_name("kartoteka-20261121-000000.db"))
    change_settings(shop, {"shop.phone": "1"})
    assert safety.close(shop, spare=morning).backup is not None
    assert morning.exists()
    again = assemble.open_shop(shop.book.path)
    change_settings(again, {"shop.phone": "2"})
    safety.close(again)
    assert not morning.exists()


def test_closing_goes_without_the_copy_for_somebody_in_a_hurry(shop: Shop) -> None:
    closing = safety.close(shop, watch=Watch(lambda *_: None, lambda: True))
    assert closing == Closing(None, None)
    folder = copying.default_folder(shop.book.path)
    assert list(folder.iterdir()) == []
    again = assemble.open_shop(shop.book.path)
    assert again.book.closed_cleanly
    again.close()


def test_the_owners_folder_is_used(shop: Shop, tmp_path: Path) -> None:
    change_settings(shop, {"backup.folder": str(tmp_path / "stick")})
    assert safety.automatic_backup(shop) in copies(shop)
    assert list((tmp_path / "stick").iterdir()) == copies(shop)


def test_a_pulled_stick_is_told_and_the_copy_goes_beside_the_book(
    shop: Shop, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    change_settings(shop, {"backup.folder": str(stick)})
    stick.rmdir()
    stick.write_text("a file where the folder was")
    closing = safety.close(shop)
    assert closing.trouble is not None
    assert closing.backup is not None
    assert closing.backup.parent == copying.default_folder(shop.book.path)
    assemble.open_shop(shop.book.path).close()


def test_a_backup_can_be_asked_for_at_any_time(shop: Shop, tmp_path: Path) -> None:
    assert safety.back_up(shop, tmp_path / "a" / "b").parent == tmp_path / "a" / "b"


def test_a_restored_book_is_as_it_was(shop: Shop, tmp_path: Path) -> None:
    copy = safety.back_up(shop, tmp_path / "copies")
    change_settings(shop, {"shop.phone": "1"})
    shop.close()
    assert safety.restore(copy, shop.book.path) is not None
    again = assemble.open_shop(shop.book.path)
    assert again.settings.shop.phone == ""
    again.close()


def test_the_book_itself_is_no_backup_of_it(book_path: Path) -> None:
    with pytest.raises(BackupMissing):
        safety.restore(book_path, book_path)


@pytest.mark.parametrize("start", [0, 100])
def test_a_damaged_book_is_opened_with_the_offer_of_its_last_good_copy(
    shop: Shop, tmp_path: Path, start: int
) -> None:
    change_settings(shop, {"backup.folder": str(tmp_path / "stick")})
    beside = safety.back_up(shop, copying.default_folder(shop.book.path))
    shop.close()
    with shop.book.path.open("r+b") as file:
        file.seek(start)
        file.write(b"\0" * 2000)
    with pytest.raises(BookDamaged) as damage:
        assemble.open_shop(shop.book.path)
    assert damage.value.backups == (beside,)
    safety.restore(damage.value.backups[0], shop.book.path)
    assemble.open_shop(shop.book.path).close()


def test_damage_that_spares_the_settings_also_offers_the_owners_folder(
    shop: Shop, tmp_path: Path
) -> None:
    change_settings(shop, {"backup.folder": str(tmp_path / "stick")})
    copy = safety.back_up(shop)
    shop.close()
    with shop.book.path.open("r+b") as file:
        file.truncate((read_header(shop.book.path).pages - 1) * 4096)
    with pytest.raises(BookDamaged) as damage:
        assemble.open_shop(shop.book.path)
    assert damage.value.backups == (copy,)


def test_a_book_emptied_by_a_crash_is_damaged_though_it_has_no_copy(shop: Shop) -> None:
    shop.close()
    shop.book.path.write_bytes(b"")
    with pytest.raises(BookDamaged) as damage:
        assemble.open_shop(shop.book.path)
    assert damage.value.backups == ()


def test_a_foreign_file_without_copies_is_simply_no_book(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff" * 100)
    with pytest.raises(NotABook):
        assemble.open_shop(tmp_path / "photo.jpg")


def test_a_sound_book_passes_the_check(shop: Shop) -> None:
    report = safety.check(shop)
    assert report.ok
    assert (report.clients, report.sales) == (0, 0)


def test_a_check_of_a_file_too_damaged_to_count_tells_the_damage(shop: Shop) -> None:
    with shop.read() as session:
        pages = direct(session).execute(
            "SELECT rootpage FROM sqlite_schema WHERE name IN ('client', 'sale')"
        )
        roots = [page for (page,) in pages]
    size = read_header(shop.book.path).page_size
    shop.book.close()
    path = shop.book.path
    with path.open("r+b") as file:
        for root in roots:
            file.seek((root - 1) * size)
            file.write(b"\xff" * size)
    damaged = assemble.open_shop(path)
    report = safety.check(damaged)
    damaged.close()
    assert {problem.kind for problem in report.problems} == {ProblemKind.FILE}


def test_a_check_finds_gaps_in_the_receipts(shop: Shop) -> None:
    for number in (3, 4, 7, 9):
        run(shop, SALE, number, f"uuid-{number}", number, None)
    run(shop, "INSERT INTO number (\"range\", next) VALUES ('receipt', 12)")
    assert safety.check(shop).problems == tuple(
        Problem(ProblemKind.NUMBER_GAP, ref) for ref in ("5-6", "8", "10-11")
    )


def test_a_check_finds_a_number_that_would_be_given_twice(shop: Shop) -> None:
    run(shop, SALE, 1, "uuid", 1, None)
    assert safety.check(shop).problems == (Problem(ProblemKind.NUMBER_REPEAT, "1"),)


def test_a_check_finds_clients_whose_figures_or_search_disagree(shop: Shop) -> None:
    run(shop, CLIENT, 7)
    run(shop, SALE, 1, "uuid", None, 7)
    assert safety.check(shop).problems == (
        Problem(ProblemKind.FIGURES, "7"),
        Problem(ProblemKind.SEARCH, "7"),
    )


def test_a_check_finds_a_sale_that_does_not_add_up(shop: Shop) -> None:
    run(shop, SALE, 1, "uuid", None, None)
    run(
        shop,
        "INSERT INTO sale_line (sale_id, position, name, quantity, price_minor, discount_minor,"
        " total_minor, unit, sku) VALUES (1, 1, 'Гривна', '1', 90, 0, 90, '', '')",
    )
    assert safety.check(shop).problems == (Problem(ProblemKind.TOTAL, "1"),)


def test_a_check_finds_a_sale_that_was_not_paid_as_much_as_it_came_to(shop: Shop) -> None:
    sold = sell(shop)
    assert safety.check(shop).problems == ()
    run(shop, "UPDATE payment SET amount_minor = 5")
    assert safety.check(shop).problems == (Problem(ProblemKind.TOTAL, str(sold.id)),)


def test_a_deed_is_taken_back_once_also_after_a_restart(book_path: Path) -> None:
    shop = assemble.open_shop(book_path)
    undo = change_settings(shop, {"shop.phone": "1"}).changes.undo
    assert undo is not None
    shop.close()
    again = assemble.open_shop(book_path)
    safety.undo(again, undo)
    assert again.settings.shop.phone == ""
    with pytest.raises(safety.AlreadyUndone):
        safety.undo(again, undo)
    again.close()


def test_an_unknown_entry_cannot_be_taken_back(shop: Shop) -> None:
    with pytest.raises(NotFound):
        safety.undo(shop, 4711)


def test_a_deed_without_a_way_back_says_so(shop: Shop) -> None:
    with shop.change() as session:
        entry = journal.write(session, shop.now(), "", "sang_a_song")
    with pytest.raises(safety.CannotUndo):
        safety.undo(shop, entry)


def test_an_undo_that_fails_leaves_all_as_it_was(shop: Shop) -> None:
    with shop.change() as session:
        detail = json.dumps({"shop.phone": "1", "shop.country": "Mars"})
        entry = journal.write(session, shop.now(), "", "change_settings", detail=detail)
    before = shop.settings
    with pytest.raises(BadSetting):
        safety.undo(shop, entry)
    assert shop.settings == before
    with shop.read() as session:
        kept = journal.entry(session, entry)
    assert kept is not None
    assert kept.undone_at is None


def test_a_sale_is_taken_back_by_a_return_and_its_number_stays(shop: Shop) -> None:
    line = Line("Обеци", Decimal(2), Money.of("10.00", "EUR"))
    draft = SaleDraft(uuid="one", on=shop.today(), lines=(line,), currency="EUR")
    done = sales.record_sale(shop, draft)
    assert done.changes.undo is not None
    assert safety.undo(shop, done.changes.undo).changes.sales
    returned = sales.sale(shop, "undo-" + str(done.value.id))
    assert returned.total == -done.value.total
    assert safety.check(shop).ok
