"""Copies of the book: whole or not at all, kept by age, put back without risk."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kartoteka.domain.watching import Stopped, Watch
from kartoteka.store import backup, copying, disk, driver, integrity
from kartoteka.store.book import Book
from kartoteka.store.direct import direct
from kartoteka.store.errors import (
    BackupDamaged,
    BackupMissing,
    BookBusy,
    BookTooNew,
    DiskFull,
    DiskTrouble,
    NotABook,
)
from kartoteka.store.header import log_of, read_header

NOON = datetime(2026, 11, 21, 12, 0, 0)  # noqa: DTZ001 - the book keeps local time
PHONE = "INSERT INTO setting (key, value) VALUES (?, '')"


def note(book: Book, key: str) -> None:
    with book.changing() as session:
        direct(session).execute(PHONE, (f"test.{key}",))


def notes(path: Path) -> set[str]:
    raw = driver.connect(path, mode="ro" if log_of(path).exists() else "immutable")
    rows = raw.execute("SELECT key FROM setting WHERE key LIKE 'test.%'").fetchall()
    raw.close()
    return {key for (key,) in rows}


@pytest.fixture
def book(book_path: Path):
    opened = Book.open(book_path)
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def spoil(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(read_header(path).pages // 2 * 4096)
        file.write(b"\xff" * 4096)


def test_a_copy_of_an_open_book_has_its_last_commit(book: Book, folder: Path) -> None:
    note(book, "last")
    copy = backup.copy(book, folder, NOON)
    assert copy.name == "kartoteka-20261121-120000.db"
    assert notes(copy) == {"test.last"}
    backup.verify(copy)
    assert [path.name for path in folder.iterdir()] == [copy.name]


def test_two_copies_in_one_second_do_not_meet(book: Book, folder: Path) -> None:
    first, second = backup.copy(book, folder, NOON), backup.copy(book, folder, NOON)
    assert first != second
    assert {copy.path for copy in backup.backups(folder, book.path)} == {first, second}


def test_a_copy_that_is_stopped_leaves_nothing(book: Book, folder: Path) -> None:
    with pytest.raises(Stopped), book.watched(Watch(lambda *_: None, lambda: True)):
        backup.copy(book, folder, NOON)
    assert list(folder.iterdir()) == []
    told: list[tuple[int, int]] = []
    with book.watched(Watch(lambda *far: told.append(far), lambda: False)):
        copy = backup.copy(book, folder, NOON)
    pages = read_header(copy).pages
    assert told[0] == (pages, pages)


def test_a_copy_that_differs_from_the_book_is_thrown_away(
    book: Book, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = iter([{"client": 1}, {"client": 2}])
    monkeypatch.setattr(integrity, "counts", lambda raw: next(counts))
    with pytest.raises(BackupDamaged):
        backup.copy(book, folder, NOON)
    assert list(folder.iterdir()) == []


def test_a_full_stick_leaves_no_half_a_copy(
    book: Book, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path) -> None:
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(disk, "flush", full)
    with pytest.raises(DiskFull):
        backup.copy(book, folder, NOON)
    assert list(folder.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_a_trouble_of_the_disk(
    book: Book, tmp_path: Path
) -> None:
    (tmp_path / "stick").write_text("not a folder")
    with pytest.raises(DiskTrouble):
        backup.copy(book, tmp_path / "stick", NOON)


def test_only_copies_of_this_book_are_listed_newest_first(book: Book, folder: Path) -> None:
    old = backup.copy(book, folder, NOON - timedelta(days=3))
    new = backup.copy(book, folder, NOON)
    for name in ("notes.txt", "other-20261121-120000.db", "kartoteka-20269999-999999.db"):
        (folder / name).write_text("")
    assert [copy.path for copy in backup.backups(folder, book.path)] == [new, old]
    assert backup.backups(folder / "none", book.path) == ()


def test_copies_are_thinned_out_and_nothing_else_is_touched(book_path: Path, folder: Path) -> None:
    folder.mkdir()
    for days in range(400):
        moment = NOON - timedelta(days=days)
        (folder / f"kartoteka-{moment:%Y%m%d-%H%M%S}.db").touch()
    for name in ("kartoteka-schema-1.db", "other-20200101-120000.db", "taxes.xls"):
        (folder / name).touch()
    gone = backup.rotate(folder, book_path)
    left = {path.name for path in folder.iterdir()}
    assert {"kartoteka-schema-1.db", "other-20200101-120000.db", "taxes.xls"} <= left
    assert len(gone) + len(left) == 403
    assert 12 + 6 <= len(left) - 3 <= 12 + 10 + 9
    assert "kartoteka-20261121-120000.db" in left
    assert backup.rotate(folder, book_path) == ()


@given(st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)), max_size=80))  # noqa: DTZ001
def test_thinning_keeps_days_weeks_and_months(moments: list[datetime]) -> None:
    kept = backup.worth_keeping(moments)
    assert kept <= set(moments)
    assert len(kept) <= backup.DAYS + backup.WEEKS + backup.MONTHS
    if moments:
        assert max(moments) in kept
    days = sorted({moment.date() for moment in moments}, reverse=True)[: backup.DAYS]
    months = sorted({(moment.year, moment.month) for moment in moments}, reverse=True)
    assert set(days) <= {moment.date() for moment in kept}
    assert set(months[: backup.MONTHS]) <= {(moment.year, moment.month) for moment in kept}
    assert backup.worth_keeping(sorted(kept)) == kept


def test_restoring_puts_the_copy_in_place_and_keeps_the_replaced_book(
    book: Book, folder: Path
) -> None:
    note(book, "before")
    copy = backup.copy(book, folder, NOON)
    note(book, "after")
    book.close()
    kept = backup.restore(copy, book.path)
    assert notes(book.path) == {"test.before"}
    assert kept is not None
    assert notes(kept) == {"test.before", "test.after"}
    assert backup.restore(copy, book.path) != kept
    again = Book.open(book.path)
    assert again.closed_cleanly
    again.close()


def test_restoring_over_a_crashed_book_keeps_its_log_and_does_not_mix_it_in(
    book: Book, folder: Path, tmp_path: Path
) -> None:
    copy = backup.copy(book, folder, NOON)
    note(book, "in the log")
    crashed = tmp_path / "crashed" / "kartoteka.db"
    crashed.parent.mkdir()
    crashed.write_bytes(book.path.read_bytes())
    log_of(crashed).write_bytes(log_of(book.path).read_bytes())
    kept = backup.restore(copy, crashed)
    assert notes(crashed) == set()
    assert kept is not None
    assert notes(kept) == {"test.in the log"}


def test_restoring_works_where_there_is_no_book(book: Book, folder: Path, tmp_path: Path) -> None:
    copy = backup.copy(book, folder, NOON)
    assert backup.restore(copy, tmp_path / "new pc" / "kartoteka.db") is None
    Book.open(tmp_path / "new pc" / "kartoteka.db").close()


def test_restoring_works_without_links(
    book: Book, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(1, "Operation not permitted")

    copy = backup.copy(book, folder, NOON)
    note(book, "after")
    book.close()
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    kept = backup.restore(copy, book.path)
    assert kept is not None
    assert notes(kept) == {"test.after"}


def test_an_open_book_is_not_replaced(book: Book, folder: Path) -> None:
    copy = backup.copy(book, folder, NOON)
    with pytest.raises(BookBusy):
        backup.restore(copy, book.path)


def damaged(copy: Path) -> None:
    spoil(copy)


def truncated(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:-4096])


def newer(copy: Path) -> None:
    with copy.open("r+b") as file:
        file.seek(60)
        file.write((99).to_bytes(4, "big"))
    raw = driver.connect(copy)
    raw.execute("UPDATE alembic_version SET version_num = '0099'")
    raw.close()


def foreign(copy: Path) -> None:
    copy.write_text("Иванова;0888123456\n" * 100, encoding="cp1251")


def gone(copy: Path) -> None:
    copy.unlink()


@pytest.mark.parametrize(
    ("spoiled", "refusal"),
    [
        (damaged, BackupDamaged),
        (truncated, BackupDamaged),
        (newer, BookTooNew),
        (foreign, NotABook),
        (gone, BackupMissing),
    ],
)
def test_a_bad_backup_is_refused_with_the_book_untouched(
    book: Book, folder: Path, spoiled, refusal
) -> None:
    copy = backup.copy(book, folder, NOON)
    book.close()
    spoiled(copy)
    before = {path.name: path.read_bytes() for path in book.path.parent.glob("kartoteka.db*")}
    with pytest.raises(refusal):
        backup.restore(copy, book.path)
    after = {path.name: path.read_bytes() for path in book.path.parent.glob("kartoteka.db*")}
    assert after == before


def test_the_newest_good_copy_is_offered_for_a_damaged_book(book: Book) -> None:
    folder = copying.default_folder(book.path)
    good = backup.copy(book, folder, NOON - timedelta(days=1))
    spoil(backup.copy(book, folder, NOON))
    assert backup.good_backups(book.path) == (good,)
