"""The open book: one file, one connection, one transaction at a time."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal, Self

from sqlcipher3 import dbapi2

from kartoteka.domain.opening import GoOn, Opening
from kartoteka.domain.watching import UNWATCHED, Stopped, Watch
from kartoteka.store import copying, disk, driver, integrity, migrations
from kartoteka.store.driver import APPLICATION_ID, Raw, translated, trouble_of
from kartoteka.store.errors import (
    BookDamaged,
    BookExists,
    BookTooNew,
    MigrationFailed,
    NotABook,
    StoreTrouble,
)
from kartoteka.store.header import has_log, index_of, log_of, read_header
from kartoteka.store.lock import BookLock

__all__ = ["Book", "Session"]

Check = Literal["auto", "full", "none"]
_Mode = Literal["", "reading", "changing"]


class Session:
    """A deed's hold on the book: its statements stand or fall together when the deed ends."""

    __slots__ = ("_raw",)

    def __init__(self, raw: Raw) -> None:
        """A session is made by `Book.reading` and `Book.changing`."""
        self._raw = raw

    @property
    def raw(self) -> Raw:
        """The driver's connection, inside the deed's transaction.

        RuntimeError after the deed, when each statement would be a transaction of its own.
        """
        if self._raw is None:
            raise RuntimeError("a session was used after its deed")
        return self._raw

    def end(self) -> None:
        """The deed is over."""
        self._raw = None


class Book:
    """An open book; made by `create` or `open`, done with after `close`.

    Transactions follow one another: a second thread waits for its turn. A deed called inside a
    deed joins its transaction; when it fails, the whole transaction is taken back even if the
    caller swallows the error.
    """

    def __init__(self, path: Path, raw: Raw, lock: BookLock, password: str | None = None) -> None:
        """Take over a prepared connection of the current schema and the lock of its file."""
        self.path = path
        self.password = password
        self.closed_cleanly = True
        """Whether the last program to have the book open closed it; set by `open`."""
        self.watch = UNWATCHED
        """Who sees the progress of long work; set by `watched`."""
        self._raw = raw
        self._lock = lock
        self._turn = threading.RLock()
        self._session: Session | None = None
        self._mode: _Mode = ""
        self._doomed = False

    @classmethod
    def create(cls, path: Path, password: str | None = None) -> Self:
        """Make a new, empty book and open it; raises BookExists over whatever lies there.

        It is built under another name and renamed when whole, so a power cut leaves either a
        good book or none.
        """
        with translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists():
                raise BookExists(path)
            new = path.with_name(path.name + ".new")
            _remove(new)
            try:
                _build(new, password)
                new.rename(path)
                disk.settle(path.parent)
            except BaseException:
                _remove(new)
                raise
        return cls.open(path, password)

    @classmethod
    def open(
        cls,
        path: Path,
        password: str | None = None,
        check: Check = "auto",
        go_on: GoOn | None = None,
    ) -> Self:
        """Open a book, bringing an older one up to date after a verified backup.

        `check` auto looks through the whole file when the last exit was not clean; `go_on` is
        told of this, and may give it up, and of the bringing up to date.
        Raises BookMissing, NotABook, BookBusy, BookDamaged, BookTooNew, BookReadOnly, DiskFull.
        """
        with translated(path):
            if password is None:
                _refuse_newer(path, read_header(path).schema)
            elif not path.is_file():
                read_header(path)
            with path.open("r+b"):
                pass  # finds a book that cannot be written before anything is
            unfinished = has_log(path)
            lock = BookLock(path)
            raw = None
            try:
                unfinished = unfinished or lock.was_left_open
                if unfinished:
                    _refuse_newer(path, _schema_with_log(path, password))
                raw = driver.connect(path, password)
                full = check == "full" or (check == "auto" and unfinished)
                _ready(raw, path, password, go_on or _always, full=full)
                book = cls(path, raw, lock, password)
            except BaseException:
                if raw is not None:
                    raw.close()
                lock.release(cleanly=not unfinished)
                raise
        book.closed_cleanly = not unfinished
        return book

    def newer_than(self, copy: Path) -> bool:
        """Whether something was written after `copy` was made."""
        with self.held() as raw, translated(self.path):
            raw.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            return self.path.stat().st_mtime_ns >= copy.stat().st_mtime_ns

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One snapshot of the book: what others commit meanwhile is not seen."""
        with self._turn:
            if self._session is not None:
                yield self._session
                return
            before = self._raw.total_changes
            with self._transaction("reading", "BEGIN") as session:
                yield session
                if self._raw.total_changes != before:
                    raise RuntimeError("a reading deed wrote into the book")

    @contextmanager
    def changing(self) -> Iterator[Session]:
        """One deed's writes: all of them are in the book afterwards, or none.

        Raises DiskFull, BookDamaged, BookBusy and the like instead of the driver's errors.
        """
        with self._turn:
            if self._session is None:
                with self._transaction("changing", "BEGIN IMMEDIATE") as session:
                    yield session
                return
            if self._mode != "changing":
                raise RuntimeError("a change was begun inside a reading deed")
            try:
                yield self._session
            except BaseException:
                self._doomed = True
                raise

    @contextmanager
    def held(self) -> Iterator[Raw]:
        """The driver's connection between two transactions, for copying and checking the file."""
        with self._turn:
            if self._session is not None:
                raise RuntimeError("the file was asked for inside a deed")
            yield self._raw

    @contextmanager
    def watched(self, watch: Watch) -> Iterator[None]:
        """Inside it long work can be stopped, in the middle of a statement too.

        Raises Stopped; the deed that was stopped has changed nothing.
        """
        with self._turn:
            raw, before, self.watch = self._raw, self.watch, watch
            try:
                with integrity.stoppable(raw, watch.stopped):
                    yield
            except dbapi2.OperationalError as error:
                if watch.stopped():
                    raise Stopped from error
                raise
            finally:
                self.watch = before

    def close(self) -> None:
        """Close the file cleanly; a closed book may be closed again."""
        with self._turn:
            if self._raw is None:
                return
            raw, self._raw = self._raw, None
            try:
                with translated(self.path):
                    try:
                        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                    finally:
                        raw.close()
            except BaseException:
                self._lock.release(cleanly=False)
                raise
            self._lock.release(cleanly=True)

    @contextmanager
    def _transaction(self, mode: _Mode, begin: str) -> Iterator[Session]:
        raw = self._raw
        session = Session(raw)
        self._session, self._mode, self._doomed = session, mode, False
        try:
            raw.execute(begin)
            yield session
            if mode == "changing":
                if self._doomed:
                    raise RuntimeError("a deed inside this one failed and was passed over")
                if not raw.in_transaction:
                    raise RuntimeError("the transaction ended before its deed")
                raw.commit()
        except dbapi2.Error as error:  # another file's trouble is not the book's
            trouble = trouble_of(error, self.path)
            if trouble is None:
                raise
            raise trouble from error
        finally:
            self._session, self._mode = None, ""
            session.end()
            if raw.in_transaction:
                raw.rollback()


def _build(path: Path, password: str | None) -> None:
    """Make an empty book of the newest schema; its log is gone when it is closed."""
    raw = driver.connect(path, password, mode="rwc")
    try:
        driver.prepare(raw, path)
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _upgrade(raw, 0)
    finally:
        raw.close()


def _always(_task: Opening) -> bool:
    return True


def _ready(raw: Raw, path: Path, password: str | None, go_on: GoOn, *, full: bool) -> None:
    """Prepare, check and upgrade a connection to a book whose lock is held."""
    try:
        driver.prepare(raw, path)
        (application,) = raw.execute("PRAGMA application_id").fetchone()
        if application != APPLICATION_ID:
            raise NotABook(path)
        if full:
            go_on(Opening.CHECKING)
            integrity.require_whole(raw, path, lambda: go_on(Opening.CHECKING))
        schema = integrity.schema_of(raw, path)
    except dbapi2.DatabaseError as error:
        trouble = trouble_of(error, path)
        if isinstance(trouble, NotABook):  # the header was good, so what follows it is not
            raise BookDamaged(path, str(error)) from error
        raise
    _refuse_newer(path, schema)
    if schema < migrations.HEAD:
        go_on(Opening.UPGRADING)
        copy = copying.before_step(raw, path, schema, password)
        try:
            _upgrade(raw, schema)
        except StoreTrouble:
            raise
        except Exception as error:
            trouble = trouble_of(error, path)
            if trouble is not None:
                raise trouble from error
            raise MigrationFailed(path, migrations.HEAD, str(error), copy) from error


def _upgrade(raw: Raw, schema: int) -> None:
    from kartoteka.store import upgrade  # Alembic is slow to import and seldom needed

    upgrade.bring_up(raw, schema)


def _refuse_newer(path: Path, schema: int) -> None:
    if schema > migrations.HEAD:
        raise BookTooNew(path, schema, migrations.HEAD)


def _schema_with_log(path: Path, password: str | None) -> int:
    """The schema as the unfinished log has it, read so that file and log stay as they are."""
    had_index = index_of(path).exists()
    raw = driver.connect(path, password, mode="ro")
    try:
        (schema,) = raw.execute("PRAGMA user_version").fetchone()
    except dbapi2.DatabaseError as error:
        raise BookDamaged(path, str(error)) from error
    finally:
        raw.close()
        if not had_index:
            _remove(index_of(path))
    return int(schema)


def _remove(path: Path) -> None:
    for leftover in (path, log_of(path), index_of(path)):
        leftover.unlink(missing_ok=True)
