"""Puts the shop together: where the book lies, how a new one is made, how one is opened."""

from datetime import date
from pathlib import Path

import platformdirs

from kartoteka.domain.opening import GoOn
from kartoteka.domain.settings import for_country
from kartoteka.shop import Shop
from kartoteka.store import backup, lock
from kartoteka.store import settings as stored_settings
from kartoteka.store.book import Book
from kartoteka.store.errors import BookDamaged, BookMissing, NotABook

APPLICATION = "Kartoteka"


def default_book_path() -> Path:
    """The book of this user of the computer, unless another is named."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "kartoteka.db"


def demo_book_path() -> Path:
    """The made-up shop's book, which never mixes with the real one."""
    return default_book_path().with_name("demo.db")


def log_path() -> Path:
    """Where the traces of bugs are written."""
    return Path(platformdirs.user_log_dir(APPLICATION, appauthor=False)) / "kartoteka.log"


def papers_folder(book: Path) -> Path:
    """Where papers and refused rows are saved: a folder that people find by themselves.

    The user's own book has it among their documents, any other book beside itself.
    """
    if book.resolve() == default_book_path().resolve():
        return Path(platformdirs.user_documents_dir()) / APPLICATION
    return book.resolve().with_name(f"{book.stem}-papers")


def new_book(path: Path, name: str, country: str, currency: str = "") -> None:
    """Make an empty book for a shop; raises BadSetting, and BookExists over another file."""
    settings = for_country(name, country, currency)
    book = Book.create(path)
    try:
        with book.changing() as session:
            stored_settings.save(session, settings)
    finally:
        book.close()


def get_ready() -> None:
    """Load what making a book needs and opening one does not, while nobody waits for it."""
    import kartoteka.store.upgrade  # noqa: F401 - most of the time that a new book takes


def open_shop(
    path: Path,
    *,
    today: date | None = None,
    seller: str = "",
    go_on: GoOn | None = None,
) -> Shop:
    """Open the book at `path`; raises what `Book.open` raises. The caller closes the shop.

    A damaged or missing book is told with the copies that can take its place. `go_on` hears of
    work that may take long.
    """
    try:
        book = Book.open(path, go_on=go_on)
    except BookMissing as missing:
        raise BookMissing(path, backup.good_backups(path)) from missing
    except BookDamaged as damage:
        raise BookDamaged(path, damage.detail, backup.good_backups(path)) from damage
    except NotABook as error:
        copies = backup.good_backups(path)
        if not copies and not lock.file_of(path).exists():
            raise
        raise BookDamaged(path, "the beginning of the file is gone", copies) from error
    try:
        return Shop(book, papers_folder(path), today=today, seller=seller)
    except BaseException:
        book.close()
        raise
