"""A power cut at any moment: what was acknowledged is there, what was not left no trace."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import kartoteka
from kartoteka.store import backup, driver, integrity, migrations
from kartoteka.store.book import Book
from kartoteka.store.direct import direct
from kartoteka.store.errors import DiskFull

SOURCE = Path(kartoteka.__file__).parents[1]
BOOKS = Path(__file__).parent.parent / "books"

WRITER = """
import sys
from pathlib import Path
from kartoteka.store.book import Book
from kartoteka.store.direct import direct

book = Book.open(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), 10**6):
    with book.changing() as session:
        for part in "ab":
            direct(session).execute(
                "INSERT INTO setting (key, value) VALUES (?, ?)",
                (f"test.{number}.{part}", "x" * 500),
            )
        print("half", number, flush=True)
    print("done", number, flush=True)
"""

MAKER = """
import sys
from pathlib import Path
from kartoteka.store.book import Book
print("go", flush=True)
Book.create(Path(sys.argv[1]))
print("made", flush=True)
"""

UPGRADER = """
import sys, threading
from pathlib import Path
from kartoteka.store import upgrade
from kartoteka.store.book import Book

def tell(moment):
    print(moment, flush=True)
    if moment == sys.argv[2]:
        threading.Event().wait()

def with_all_rows(raw, before, look=upgrade._require_kept):
    look(raw, before)
    tell("stepped")

upgrade._require_kept = with_all_rows
Book.open(Path(sys.argv[1]), go_on=lambda task: not tell(task.value))
tell("opened")
"""


def start(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(SOURCE), "PATH": ""},
    )


def killed_at(code: str, moment: str, *arguments: str) -> list[str]:
    """Kill the process the moment it prints a line; returns all that it printed."""
    said = []
    with start(code, *arguments) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line.strip())
            if line.strip() == moment:
                process.kill()
                break
        said += [line.strip() for line in process.stdout]
    return said


def kept(book: Book) -> dict[int, int]:
    """How many of its two rows each deed left."""
    with book.reading() as session:
        rows = direct(session).execute("SELECT key FROM setting WHERE key LIKE 'test.%'")
        found: dict[int, int] = {}
        for (key,) in rows:
            number = int(key.split(".")[1])
            found[number] = found.get(number, 0) + 1
        return found


def test_a_killed_program_loses_no_finished_deed_and_leaves_no_half_one(book_path: Path) -> None:
    next_number = 0
    for moment in ("half {}", "done {}", "half {}"):
        stop = moment.format(next_number + 7)
        said = killed_at(WRITER, stop, str(book_path), str(next_number))
        done = {int(line.split()[1]) for line in said if line.startswith("done")}
        book = Book.open(book_path)
        assert not book.closed_cleanly
        found = kept(book)
        with book.held() as raw:
            assert integrity.problems(raw) == ()
        book.close()
        assert set(found.values()) == {2}
        assert done <= set(found)
        next_number = max(found) + 1


def test_a_book_half_made_when_the_power_went_is_simply_made_again(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    killed_at(MAKER, "go", str(path))
    if path.exists():  # it was quicker than the kill, and then it must be whole
        Book.open(path).close()
        return
    (tmp_path / "new.db.new").write_bytes(b"half a book")
    (tmp_path / "new.db.new-wal").write_bytes(b"half a log")
    Book.create(path).close()
    assert sorted(file.name for file in tmp_path.iterdir()) == ["new.db", "new.db.lock"]


@pytest.mark.parametrize(
    ("moment", "schema"), [("upgrading", 1), ("stepped", 1), ("opened", migrations.HEAD)]
)
def test_a_power_cut_in_an_upgrade_leaves_the_old_book_or_the_new_one(
    tmp_path: Path, moment: str, schema: int
) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress((BOOKS / "schema_0001.db.gz").read_bytes()))
    raw = driver.connect(path)
    before = integrity.counts(raw)
    raw.close()
    assert killed_at(UPGRADER, moment, str(path), moment)[-1] == moment
    raw = driver.connect(path)
    assert integrity.schema_of(raw, path) == schema
    raw.close()
    book = Book.open(path)
    with book.held() as raw:
        assert integrity.schema_of(raw, path) == migrations.HEAD
        assert integrity.problems(raw) == ()
        assert integrity.counts(raw).items() >= before.items()
    book.close()


def test_a_log_torn_in_the_middle_of_a_commit_costs_only_that_commit(
    book_path: Path, tmp_path: Path
) -> None:
    book = Book.open(book_path)
    sizes = []
    for number in range(3):
        with book.changing() as session:
            direct(session).executemany(
                "INSERT INTO setting (key, value) VALUES (?, '')",
                [(f"test.{number}.{part}",) for part in "ab"],
            )
        sizes.append(book_path.with_name("kartoteka.db-wal").stat().st_size)
    torn = tmp_path / "torn" / "kartoteka.db"
    torn.parent.mkdir()
    torn.write_bytes(book_path.read_bytes())
    log = book_path.with_name("kartoteka.db-wal").read_bytes()
    torn.with_name("kartoteka.db-wal").write_bytes(log[: sizes[2] - 100])
    book.close()
    found = Book.open(torn)
    assert kept(found) == {0: 2, 1: 2}
    found.close()


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(room=st.integers(0, 12), sizes=st.lists(st.integers(1, 30_000), min_size=1, max_size=8))
def test_a_disk_that_fills_up_anywhere_leaves_whole_deeds_only(
    empty_book: Path, tmp_path_factory: pytest.TempPathFactory, room: int, sizes: list[int]
) -> None:
    path = tmp_path_factory.mktemp("full") / "kartoteka.db"
    path.write_bytes(empty_book.read_bytes())
    book = Book.open(path)
    with book.held() as raw:
        (pages,) = raw.execute("PRAGMA page_count").fetchone()
        raw.execute(f"PRAGMA max_page_count = {pages + room}").fetchall()
    done = set()
    for number, size in enumerate(sizes):
        try:
            with book.changing() as session:
                for part in "ab":
                    direct(session).execute(
                        "INSERT INTO setting (key, value) VALUES (?, ?)",
                        (f"test.{number}.{part}", "x" * size),
                    )
            done.add(number)
        except DiskFull:
            continue
    assert kept(book) == dict.fromkeys(done, 2)
    book.close()
    backup.verify(path)
