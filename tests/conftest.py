"""What most tests need: a fresh book and an empty shop, on a day that never changes."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from kartoteka import assemble
from kartoteka.shop import Shop

TODAY = date(2026, 11, 21)

settings.register_profile(
    "steady",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("steady")
"""The same examples every time, on a busy machine too; `--hypothesis-profile default` seeks new."""


@pytest.fixture(scope="session")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Bulgarian shop without clients, made once and copied for each test."""
    path = tmp_path_factory.mktemp("books") / "empty.db"
    assemble.new_book(path, "Работилница „Ела“", "bg")
    return path


@pytest.fixture
def book_path(empty_book: Path, tmp_path: Path) -> Path:
    """A closed book of a test's own."""
    return Path(shutil.copyfile(empty_book, tmp_path / "kartoteka.db"))


@pytest.fixture
def shop(book_path: Path) -> Iterator[Shop]:
    """An empty Bulgarian shop on 21 November 2026; papers go beside its book."""
    opened = assemble.open_shop(book_path, today=TODAY)
    opened.folder = book_path.parent / "papers"
    yield opened
    opened.close()
