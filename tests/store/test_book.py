"""The open book: transactions, opening, and everything that makes it refuse a file."""

import shutil
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kartoteka.domain.opening import Opening
from kartoteka.domain.watching import Stopped, Watch
from kartoteka.store import driver, integrity
from kartoteka.store.book import Book, Session
from kartoteka.store.direct import direct
from kartoteka.store.errors import (
    BookBusy,
    BookDamaged,
    BookExists,
    BookMissing,
    BookReadOnly,
    BookTooNew,
    DiskFull,
    DiskTrouble,
    DriverTooOld,
    NotABook,
)
from kartoteka.store.header import index_of, log_of, read_header


def put(session: Session, key: str, value: str = "") -> None:
    direct(session).execute("INSERT INTO setting (key, value) VALUES (?, ?)", (key, value))


def keys(book: Book) -> set[str]:
    with book.reading() as session:
        rows = direct(session).execute("SELECT key FROM setting WHERE key LIKE 'test.%'")
        return {key for (key,) in rows}


def beside(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.parent.iterdir()}


@pytest.fixture
def book(book_path: Path):
    opened = Book.open(book_path)
    yield opened
    opened.close()


def crash(book: Book, folder: Path) -> Path:
    """The files as a power cut leaves them: the last commits only in the log."""
    folder.mkdir()
    path = folder / book.path.name
    for file in (book.path, log_of(book.path)):
        shutil.copyfile(file, path.with_name(file.name))
    return path


def rewrite(path: Path, offset: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(content)


def test_what_a_deed_writes_is_in_the_book_after_reopening(book_path: Path) -> None:
    book = Book.open(book_path)
    with book.changing() as session:
        put(session, "test.one")
    book.close()
    again = Book.open(book_path)
    assert keys(again) == {"test.one"}
    assert again.closed_cleanly
    again.close()


def test_a_failed_deed_leaves_nothing(book: Book) -> None:
    def fail() -> None:
        with book.changing() as session:
            put(session, "test.one")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert keys(book) == set()


def test_the_trouble_of_another_file_is_not_taken_for_the_books(book: Book, tmp_path: Path) -> None:
    def read_another() -> None:
        with book.changing() as session:
            put(session, "test.one")
            (tmp_path / "prices.csv").read_bytes()

    with pytest.raises(FileNotFoundError):
        read_another()
    assert keys(book) == set()


def test_a_broken_constraint_is_a_bug_and_stays_one(book: Book) -> None:
    def put_twice() -> None:
        with book.changing() as session:
            put(session, "test.one")
            put(session, "test.one")

    with pytest.raises(dbapi2.IntegrityError):
        put_twice()
    assert keys(book) == set()


def test_a_deed_inside_a_deed_joins_it(book: Book) -> None:
    with book.changing() as outer:
        put(outer, "test.one")
        with book.changing() as inner:
            put(inner, "test.two")
        assert keys(book) == {"test.one", "test.two"}
    assert keys(book) == {"test.one", "test.two"}


def test_a_swallowed_failure_inside_a_deed_takes_the_whole_deed_back(book: Book) -> None:
    def pass_over() -> None:
        with book.changing() as outer:
            put(outer, "test.one")
            with suppress(ZeroDivisionError), book.changing() as inner:
                put(inner, "test.two")
                raise ZeroDivisionError

    with pytest.raises(RuntimeError):
        pass_over()
    assert keys(book) == set()


def test_a_change_inside_a_reading_deed_is_a_bug(book: Book) -> None:
    with pytest.raises(RuntimeError), book.reading(), book.changing():
        pass


def test_writing_in_a_reading_deed_is_a_bug_and_leaves_nothing(book: Book) -> None:
    with pytest.raises(RuntimeError), book.reading() as session:
        put(session, "test.one")
    assert keys(book) == set()


def test_a_deed_that_commits_half_of_itself_is_a_bug(book: Book) -> None:
    def halve() -> None:
        with book.changing() as session:
            put(session, "test.one")
            direct(session).commit()
            put(session, "test.two")

    with pytest.raises(RuntimeError):
        halve()


def test_a_session_ends_with_its_deed(book: Book) -> None:
    with book.changing() as session:
        put(session, "test.one")
    with pytest.raises(RuntimeError):
        put(session, "test.two")
    assert keys(book) == {"test.one"}


def test_threads_take_turns(book: Book) -> None:
    def write(number: int) -> None:
        with book.changing() as session:
            put(session, f"test.{number}")

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys(book)) == 8


def test_a_connection_has_every_promise_of_safety(book: Book) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "application_id")
    with book.held() as raw:
        found = [raw.execute(f"PRAGMA {name}").fetchone()[0] for name in asked]
    assert found == ["wal", 2, 1, 5000, driver.APPLICATION_ID]


def test_a_setting_that_does_not_hold_refuses_the_book(
    book_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "_PRAGMAS", (("synchronous", "OFF", 2),))
    with pytest.raises(DiskTrouble, match="synchronous"):
        Book.open(book_path)


def test_an_old_sqlite_is_refused() -> None:
    with pytest.raises(DriverTooOld) as refused:
        driver.require_current_sqlite((3, 51, 2))
    assert (refused.value.version, refused.value.needed) == ("3.51.2", "3.51.3")


def test_a_missing_book_is_missing_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(BookMissing):
        Book.open(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_creating_never_writes_over_a_file(book_path: Path) -> None:
    before = beside(book_path)
    with pytest.raises(BookExists):
        Book.create(book_path)
    assert beside(book_path) == before


def test_a_book_that_could_not_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(DiskFull):
        Book.create(tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [b"", b"hello", b"name;phone\r\n" * 1000, bytes(8192)])
def test_a_file_of_another_kind_is_no_book_and_stays_as_it_is(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "clients.csv"
    path.write_bytes(content)
    with pytest.raises(NotABook):
        Book.open(path)
    assert beside(path) == {"clients.csv": content}


def test_a_folder_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(NotABook):
        Book.open(tmp_path)


def test_another_programs_database_is_no_book_and_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.sqlite"
    raw = dbapi2.connect(str(path))
    raw.execute("CREATE TABLE setting (key, value)")
    raw.close()
    before = beside(path)
    with pytest.raises(NotABook):
        Book.open(path)
    assert beside(path) == before


def test_a_truncated_book_is_damaged_and_stays_as_it_is(book_path: Path) -> None:
    with book_path.open("r+b") as file:
        file.truncate(book_path.stat().st_size - 4096)
    before = beside(book_path)
    with pytest.raises(BookDamaged):
        Book.open(book_path)
    assert beside(book_path) == before


def test_a_book_whose_schema_is_overwritten_is_damaged(book_path: Path) -> None:
    rewrite(book_path, 100, b"\xff" * 3000)
    with pytest.raises(BookDamaged):
        Book.open(book_path)


def test_damage_deep_in_the_file_is_found_after_an_unclean_exit(book_path: Path) -> None:
    pages = read_header(book_path).pages
    book_path.with_name("kartoteka.db.lock").write_text("4711")
    rewrite(book_path, (pages // 2) * 4096, b"\xff" * 4096)
    with pytest.raises(BookDamaged):
        Book.open(book_path)


def test_damage_met_by_a_deed_is_told_as_damage(book_path: Path) -> None:
    raw = driver.connect(book_path)
    (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'journal'").fetchone()
    raw.close()
    rewrite(book_path, (root - 1) * 4096, b"\xff" * 4096)
    book = Book.open(book_path)
    with pytest.raises(BookDamaged), book.reading() as session:
        direct(session).execute("SELECT * FROM journal").fetchall()
    book.close()


def test_an_unclean_exit_is_noticed_once(book: Book, tmp_path: Path) -> None:
    with book.changing() as session:
        put(session, "test.one")
    path = crash(book, tmp_path / "after")
    found = Book.open(path)
    assert not found.closed_cleanly
    assert keys(found) == {"test.one"}
    found.close()
    again = Book.open(path)
    assert again.closed_cleanly
    again.close()


def test_the_check_after_an_unclean_exit_is_announced_and_can_be_given_up(
    book_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrity, "_STEPS", 100)
    book_path.with_name("kartoteka.db.lock").write_text("4711")
    asked = []

    def give_up(task: Opening) -> bool:
        asked.append(task)
        return len(asked) < 3

    with pytest.raises(dbapi2.OperationalError):
        Book.open(book_path, go_on=give_up)
    assert asked == [Opening.CHECKING] * 3

    found = Book.open(book_path, go_on=lambda _: True)
    assert not found.closed_cleanly, "what was given up is done the next time"
    found.close()
    Book.open(book_path, go_on=give_up).close()
    assert len(asked) == 3


def test_a_newer_book_stays_byte_for_byte(book_path: Path) -> None:
    rewrite(book_path, 60, (99).to_bytes(4, "big"))
    before = beside(book_path)
    with pytest.raises(BookTooNew) as refused:
        Book.open(book_path)
    assert refused.value.version == 99
    assert beside(book_path) == before


@pytest.mark.parametrize("step", ["0099", "9f3c_loyalty"])
def test_a_book_whose_steps_are_newer_than_its_header_is_a_newer_one(
    book_path: Path, step: str
) -> None:
    raw = driver.connect(book_path)
    raw.execute("UPDATE alembic_version SET version_num = ?", (step,))
    raw.close()
    before = book_path.read_bytes()
    with pytest.raises(BookTooNew):
        Book.open(book_path)
    assert book_path.read_bytes() == before


def test_a_newer_book_known_only_to_its_log_stays_byte_for_byte(book: Book, tmp_path: Path) -> None:
    with book.changing() as session:
        direct(session).execute("PRAGMA user_version = 99")
    path = crash(book, tmp_path / "newer")
    before = beside(path)
    with pytest.raises(BookTooNew):
        Book.open(path)
    after = beside(path)
    after.pop(path.name + ".lock", None)
    assert after == before
    assert not index_of(path).exists()


def test_a_book_is_open_once(book: Book) -> None:
    with pytest.raises(BookBusy) as refused:
        Book.open(book.path)
    assert refused.value.pid is not None


def test_a_lock_of_another_sqlite_program_is_told_as_busy(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    with book.held() as raw:
        raw.execute("PRAGMA busy_timeout = 0").fetchall()
    other = dbapi2.connect(str(book.path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BookBusy), book.changing():
        pass
    other.close()
    with book.changing() as session:
        put(session, "test.one")
    assert keys(book) == {"test.one"}


def test_a_book_that_cannot_be_written_is_told_so(
    book_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(book_path))

    real = Path.open
    monkeypatch.setattr(
        Path, "open", lambda path, mode="r", *a: real(path, mode) if mode == "rb" else refuse()
    )
    with pytest.raises(BookReadOnly):
        Book.open(book_path)


def test_writing_where_only_reading_is_allowed_is_told_so(book: Book) -> None:
    with book.held() as raw:
        raw.execute("PRAGMA query_only = ON").fetchall()
    with pytest.raises(BookReadOnly), book.changing() as session:
        put(session, "test.one")


def test_a_full_disk_stops_a_deed_whole_and_the_next_small_one_works(book: Book) -> None:
    with book.held() as raw:
        (pages,) = raw.execute("PRAGMA page_count").fetchone()
        raw.execute(f"PRAGMA max_page_count = {pages + 2}").fetchall()

    def write_much() -> None:
        with book.changing() as session:
            put(session, "test.small")
            for number in range(20):
                put(session, f"test.{number}", "x" * 4000)

    with pytest.raises(DiskFull):
        write_much()
    assert keys(book) == set()
    with book.changing() as session:
        put(session, "test.small")
    assert keys(book) == {"test.small"}


def test_a_closed_book_can_be_closed_again(book_path: Path) -> None:
    book = Book.open(book_path)
    book.close()
    book.close()
    assert sorted(path.name for path in book_path.parent.iterdir()) == [
        "kartoteka.db",
        "kartoteka.db.lock",
    ]


def test_a_book_with_a_password_opens_only_with_it(tmp_path: Path) -> None:
    path = tmp_path / "secret.db"
    book = Book.create(path, "Ключ от лавката")
    with book.changing() as session:
        put(session, "test.one")
    book.close()
    assert b"SQLite format" not in path.read_bytes()[:100]
    with pytest.raises(NotABook):
        Book.open(path)
    again = Book.open(path, "Ключ от лавката")
    assert keys(again) == {"test.one"}
    again.close()


def test_a_long_statement_is_stopped_and_its_deed_has_changed_nothing(
    book_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrity, "_STEPS", 1_000)
    endless = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    )
    book = Book.open(book_path)

    def deed() -> None:
        with book.watched(Watch(lambda *_: None, lambda: True)), book.changing() as session:
            session.raw.execute("INSERT INTO setting (key, value) VALUES ('test.stop', '')")
            session.raw.execute(endless).fetchall()

    with pytest.raises(Stopped):
        deed()
    with book.reading() as session:
        found = session.raw.execute("SELECT 1 FROM setting WHERE key = 'test.stop'").fetchall()
    assert found == []
    book.close()
