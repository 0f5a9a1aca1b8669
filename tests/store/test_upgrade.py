"""Steps from one schema to the next: a backup first, then all or nothing."""

import gzip
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from tests.shop.selling import sell

from kartoteka import assemble
from kartoteka.domain.opening import Opening
from kartoteka.shop import clients, papers, quiet, sales, settings
from kartoteka.store import checks, copying, driver, integrity, migrations, upgrade
from kartoteka.store.book import Book
from kartoteka.store.checks import NumberCheck
from kartoteka.store.direct import direct
from kartoteka.store.errors import BookTooNew, MigrationFailed
from kartoteka.store.moments import moment_of, moment_text

BOOKS = Path(__file__).parent.parent / "books"
NOW = migrations.HEAD
NEXT = NOW + 1
STEP = f'''
"""A step of the future."""
from alembic import op

revision = "{NEXT:04}"
down_revision = "{NOW:04}"


def upgrade() -> None:
    BODY
'''
OLD_PAPER = """
INSERT INTO paper (kind, number, sale_id, client_id, issued_on, at, language, size, sheet, sha256,
    pages, copies, offer_id)
VALUES ('receipt', 3, 3, 1, '2026-10-03', '2026-10-03 17:30:00.000000', 'bg', 'a5', '{}', 'ab',
        2, 1, 1)
"""


@pytest.fixture
def next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Pretend that a newer program has one more step with the given body."""

    def pretend(body: str) -> None:
        steps = tmp_path / "steps"
        shutil.copytree(upgrade.STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
        (steps / "versions" / f"v{NEXT:04}_future.py").write_text(STEP.replace("BODY", body))
        monkeypatch.setattr(upgrade, "STEPS", steps)
        monkeypatch.setattr(migrations, "HEAD", NEXT)

    return pretend


def schema(path: Path) -> int:
    raw = driver.connect(path)
    found = integrity.schema_of(raw, path)
    raw.close()
    return found


def test_an_older_book_is_copied_and_brought_up_to_date(book_path: Path, next_step) -> None:
    next_step("op.execute('CREATE TABLE loyalty (id INTEGER PRIMARY KEY)')")
    told: list[Opening] = []
    Book.open(book_path, go_on=lambda task: not told.append(task)).close()
    assert told == [Opening.UPGRADING]
    assert schema(book_path) == NEXT
    copy = copying.default_folder(book_path) / f"kartoteka-schema-{NOW}.db"
    assert schema(copy) == NOW
    Book.open(book_path).close()
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]


@pytest.mark.parametrize(
    "body",
    [
        "op.execute('CREATE TABLE loyalty (id INTEGER PRIMARY KEY)'); op.execute('nonsense')",
        "op.execute('DELETE FROM setting')",
        'op.execute("INSERT INTO phone (client_id, position, typed, e164, digits, note)'
        " VALUES (7, 1, '', '', '', '')\")",
    ],
    ids=["fails halfway", "loses rows", "leaves a loose reference"],
)
def test_a_step_that_does_not_hold_leaves_the_book_as_it_was(
    book_path: Path, next_step, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    raw = driver.connect(book_path)
    before = integrity.counts(raw)
    raw.close()
    next_step(body)
    with pytest.raises(MigrationFailed) as failed:
        Book.open(book_path)
    assert failed.value.backup.exists()
    raw = driver.connect(book_path)
    assert integrity.counts(raw) == before
    assert integrity.problems(raw) == ()
    raw.close()
    monkeypatch.setattr(migrations, "HEAD", NOW)
    Book.open(book_path).close()


def test_a_table_may_be_rebuilt_while_others_point_to_it(book_path: Path, next_step) -> None:
    next_step(
        "op.execute('CREATE TABLE new_source (id INTEGER PRIMARY KEY, name VARCHAR NOT NULL)');"
        "op.execute('DROP TABLE source'); op.execute('ALTER TABLE new_source RENAME TO source')"
    )
    Book.open(book_path).close()
    assert schema(book_path) == NEXT


def test_a_book_of_the_future_is_refused_by_the_program_of_today(
    book_path: Path, next_step, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_step("pass")
    Book.open(book_path).close()
    monkeypatch.setattr(migrations, "HEAD", NOW)
    with pytest.raises(BookTooNew):
        Book.open(book_path)


def test_a_current_book_opens_without_alembic_and_sqlalchemy(book_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kartoteka import assemble;"
        f"assemble.open_shop(Path({str(book_path)!r})).close();"
        "print({'alembic', 'sqlalchemy'} & {*sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(migrations.__file__).parents[3]), "PATH": ""},
    )
    assert done.stdout.strip() == "set()"


def values(raw: driver.Raw, table: str, columns: list[str]) -> list[tuple[object, ...]]:
    names = ", ".join(f'"{column}"' for column in columns)
    rows = raw.execute(f'SELECT {names} FROM "{table}"').fetchall()  # noqa: S608 - its own names
    return sorted(rows, key=repr)


@pytest.mark.parametrize("packed", sorted(BOOKS.glob("*.gz")), ids=lambda path: path.name[:11])
def test_a_book_of_any_schema_keeps_every_value(tmp_path: Path, packed: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    raw = driver.connect(path)
    columns = {
        table: [row[1] for row in raw.execute(f"PRAGMA table_info('{table}')")]
        for table in integrity.counts(raw)
    }
    before = {table: values(raw, table, columns[table]) for table in columns}
    raw.close()
    book = Book.open(path)
    with book.held() as raw:
        assert integrity.schema_of(raw, path) == NOW
        assert integrity.problems(raw) == ()
        assert {table: values(raw, table, columns[table]) for table in columns} == before
    book.close()


def test_a_book_of_the_first_schema_keeps_everything_and_can_do_more(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress((BOOKS / "schema_0001.db.gz").read_bytes()))
    raw = driver.connect(path)
    raw.execute(OLD_PAPER)
    raw.close()
    shop = assemble.open_shop(path, today=date(2026, 11, 21))
    try:
        sold = sales.sale(shop, "3")
        assert (str(sold.total), sold.prices_include_vat, sold.voided_at) == ("30.00", True, None)
        assert sold.returned_quantities == {1: -1}
        (line,) = sold.lines
        assert (line.name, line.item, line.sale_discount) == ("Мъниста", None, None)
        (receipt,) = papers.papers(shop)
        assert (receipt.kind, receipt.number, str(receipt.total)) == ("receipt", 3, "30.00")
        quiet.refresh_rhythm(shop, force=True)
        card = clients.card(shop, 1)
        assert (card.purchases, str(card.total)) == (2, "45.00")
        with shop.read() as session:
            row = direct(session).execute("SELECT series, shown FROM paper").fetchall()
            kept = direct(session).execute("SELECT next, digits FROM number").fetchall()
        assert row == [("receipt", "3")]
        assert kept == [(5, 0)]
    finally:
        shop.close()


def test_receipts_of_an_older_book_begin_where_its_owner_had_set_it(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress((BOOKS / "schema_0003.db.gz").read_bytes()))
    raw = driver.connect(path)
    raw.execute("DELETE FROM number")
    raw.execute("UPDATE setting SET value = '77' WHERE key = 'receipt.next'")
    raw.commit()
    raw.close()
    shop = assemble.open_shop(path)
    assert settings.show(shop)["receipt.next"] == "77"
    shop.close()


def test_a_gap_that_the_owner_left_with_an_older_program_is_none(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress((BOOKS / "schema_0003.db.gz").read_bytes()))
    raw = driver.connect(path)
    raw.execute("UPDATE setting SET value = '77' WHERE key = 'receipt.next'")
    raw.commit()
    raw.close()
    shop = assemble.open_shop(path)
    try:
        with shop.read() as session:
            assert checks.receipt_numbers(session) == NumberCheck(gaps=(), repeats=())
        assert sell(shop).number == 77
        with shop.read() as session:
            assert checks.receipt_numbers(session) == NumberCheck(gaps=(), repeats=())
            ((at,),) = direct(session).execute("SELECT at FROM number_start").fetchall()
        assert moment_text(moment_of(at)) == at
    finally:
        shop.close()
