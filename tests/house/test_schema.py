"""The steps lead to exactly the tables that the program works on."""

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine
from sqlmodel import SQLModel

from kartoteka import assemble
from kartoteka.shop import safety
from kartoteka.store import driver, migrations, tables, till_tables, upgrade
from kartoteka.store.book import Book
from kartoteka.store.header import read_header

BOOKS = Path(__file__).parent.parent / "books"

WITHOUT_A_CLASS = re.compile(r"alembic_version|sqlite_.*")


def described(raw: Any) -> dict[str, Any]:
    """Everything that a schema says: columns, keys, references, indexes, checks, layout."""
    return {
        name: {
            "columns": columns(raw, name),
            "references": sorted(
                tuple(row[2:7])
                for row in raw.execute(f"PRAGMA foreign_key_list('{name}')").fetchall()
            ),
            "indexes": indexes(raw, name),
            "checks": checks(raw, name),
            "without rowid": bool(without_rowid),
        }
        for _, name, kind, _, without_rowid, _ in raw.execute("PRAGMA table_list").fetchall()
        if kind == "table" and not WITHOUT_A_CLASS.fullmatch(name)
    }


def virtual(raw: Any) -> set[tuple[str, str]]:
    """The search indexes, which are written in SQL only."""
    rows = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'")
    return {(name, " ".join(sql.split())) for name, sql in rows.fetchall()}


def columns(raw: Any, table: str) -> list[tuple[Any, ...]]:
    return [tuple(row[1:]) for row in raw.execute(f"PRAGMA table_xinfo('{table}')").fetchall()]


def indexes(raw: Any, table: str) -> list[Any]:
    found = []
    for _, name, unique, origin, partial in raw.execute(f"PRAGMA index_list('{table}')").fetchall():
        parts = [tuple(row[1:]) for row in raw.execute(f"PRAGMA index_xinfo('{name}')").fetchall()]
        condition = ""
        if partial:
            (sql,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
            condition = sql.upper().split(" WHERE ")[1]
        shown = "" if name.startswith("sqlite_autoindex") else name
        found.append((shown, unique, origin, condition, parts))
    return sorted(found, key=repr)


def checks(raw: Any, table: str) -> list[str]:
    (sql,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    flat = re.sub(r"\s+", " ", sql).replace("( ", "(").replace(" )", ")")
    return sorted(re.findall(r"CONSTRAINT \w+ (?:CHECK|UNIQUE) ?\(.*?\)(?=,|\)$|\) WITHOUT)", flat))


def modelled() -> Connection:
    """An empty file with the tables of the classes, made by SQLModel."""
    assert tables.ClientRow  # the modules must be there for their tables to be known
    assert till_tables.ItemRow
    engine = create_engine("sqlite://")
    SQLModel.metadata.create_all(engine)
    return engine.connect()


def test_the_steps_make_the_tables_of_the_program(tmp_path: Path) -> None:
    Book.create(tmp_path / "new.db").close()
    raw = driver.connect(tmp_path / "new.db")
    migrated = described(raw)
    raw.close()
    with modelled() as connection:
        wanted = described(connection.connection.driver_connection)
    assert migrated == wanted
    assert sum(len(table["checks"]) for table in wanted.values()) >= 15


def test_the_newest_step_is_the_schema_that_the_program_expects() -> None:
    script = ScriptDirectory.from_config(upgrade.configuration())
    assert script.get_current_head() == f"{migrations.HEAD:04}"


def test_no_step_leans_on_the_program_that_will_change() -> None:
    for step in (upgrade.STEPS / "versions").glob("*.py"):
        assert "kartoteka" not in step.read_text(encoding="utf-8"), step.name


@pytest.mark.parametrize("schema", range(1, migrations.HEAD + 1))
def test_an_old_book_of_every_schema_is_kept_and_still_opens(schema: int, tmp_path: Path) -> None:
    packed = BOOKS / f"schema_{schema:04}.db.gz"
    assert packed.exists(), f"make {packed.name} with tests/books/make.py before the release"
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(packed.read_bytes()))
    assert read_header(path).schema == schema
    opened = assemble.open_shop(path)
    report = safety.check(opened)
    with opened.book.held() as raw:
        found = (described(raw), virtual(raw))
    opened.close()
    assert (report.problems, report.clients, report.sales) == ((), 3, 4)
    Book.create(tmp_path / "new.db").close()
    raw = driver.connect(tmp_path / "new.db")
    fresh = (described(raw), virtual(raw))
    raw.close()
    assert found == fresh, "a step was edited: a released one never, else run tests/books/make.py"
