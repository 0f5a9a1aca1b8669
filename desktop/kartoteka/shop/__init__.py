"""The shop: what the window and the command line hold, and every deed takes first."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime
from functools import cache
from pathlib import Path

from kartoteka import places
from kartoteka.domain.name_days import NameDays
from kartoteka.domain.settings import Settings
from kartoteka.domain.watching import Watch
from kartoteka.store import settings as stored_settings
from kartoteka.store.book import Book, Session


class Shop:
    """One open book with its settings and its clock; made by `assemble.open_shop`."""

    def __init__(
        self, book: Book, folder: Path, *, today: date | None = None, seller: str = ""
    ) -> None:
        """Hold `book`; papers and refused rows go into `folder`; `today` stops the calendar."""
        self.book = book
        self.folder = folder
        self.seller = seller
        self._today = today
        self.settings: Settings = self._load_settings()

    def now(self) -> datetime:
        """The local time without a zone, as the book keeps it, on the day that `today` tells."""
        moment = datetime.now().astimezone().replace(tzinfo=None)
        return moment if self._today is None else datetime.combine(self._today, moment.time())

    def today(self) -> date:
        """The local day, or the one that the shop was opened for."""
        return self._today or self.now().date()

    @property
    def name_days(self) -> NameDays:
        """The calendar of name days of the shop's country; empty where none is kept."""
        return _bulgarian_name_days() if self.settings.shop.country == "bg" else NameDays()

    def read(self) -> AbstractContextManager[Session]:
        """One snapshot of the book."""
        return self.book.reading()

    def change(self) -> AbstractContextManager[Session]:
        """One deed: all its writes or none."""
        return self.book.changing()

    def watched(self, watch: Watch) -> AbstractContextManager[None]:
        """Let somebody see the progress of the deeds inside, and stop them (raises Stopped)."""
        return self.book.watched(watch)

    def tell(self, done: int, whole: int) -> None:
        """So much of the deed is done; raises Stopped when nobody wants the rest."""
        self.book.watch.tell(done, whole)

    @contextmanager
    def keeping_settings(self) -> Iterator[None]:
        """Put the settings back as they were when the deed inside fails."""
        before = self.settings
        try:
            yield
        except BaseException:
            self.settings = before
            raise

    def refresh_settings(self) -> None:
        """Read the settings again, after something else than a deed has changed them."""
        self.settings = self._load_settings()

    def close(self) -> None:
        """Close the book; without the automatic backup, which `safety.close` makes first."""
        self.book.close()

    def _load_settings(self) -> Settings:
        with self.book.reading() as session:
            return stored_settings.load(session)


@cache
def _bulgarian_name_days() -> NameDays:
    path = places.resources() / "name_days_bg.csv"
    return NameDays.parse(path.read_text(encoding="utf-8"))
