"""Puts the shop together: where the book lies, how a new one is made, how one is opened."""

from datetime import date
from pathlib import Path

import platformdirs

from kartoteka.domain.settings import for_country
from kartoteka.shop import Shop
from kartoteka.store import settings as stored_settings
from kartoteka.store.book import Book

APPLICATION = "Kartoteka"


def default_book_path() -> Path:
    """The book of this user of the computer, unless another is named."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "kartoteka.db"


def papers_folder() -> Path:
    """Where papers and refused rows are saved: a folder that people find by themselves."""
    return Path(platformdirs.user_documents_dir()) / APPLICATION


def new_book(path: Path, name: str, country: str, currency: str = "") -> None:
    """Make an empty book for a shop; raises BadSetting, and BookExists over another file."""
    settings = for_country(name, country, currency)
    book = Book.create(path)
    try:
        with book.changing() as session:
            stored_settings.save(session, settings)
    finally:
        book.close()


def open_shop(path: Path, *, today: date | None = None, seller: str = "") -> Shop:
    """Open the book at `path`; raises what `Book.open` raises. The caller closes the shop."""
    book = Book.open(path)
    try:
        return Shop(book, papers_folder(), today=today, seller=seller)
    except BaseException:
        book.close()
        raise
