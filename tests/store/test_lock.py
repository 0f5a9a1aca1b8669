"""One program on one book."""

import errno
import os
from pathlib import Path

import pytest

from kartoteka.store import lock as lock_module
from kartoteka.store.errors import BookBusy
from kartoteka.store.lock import BookLock


def test_a_second_lock_is_told_who_holds_the_first(tmp_path: Path) -> None:
    held = BookLock(tmp_path / "kartoteka.db")
    with pytest.raises(BookBusy) as refused:
        BookLock(tmp_path / "kartoteka.db")
    assert refused.value.pid == os.getpid()
    held.release(cleanly=True)


def test_a_released_lock_can_be_taken_and_tells_of_a_clean_end(tmp_path: Path) -> None:
    BookLock(tmp_path / "kartoteka.db").release(cleanly=True)
    again = BookLock(tmp_path / "kartoteka.db")
    assert not again.was_left_open
    again.release(cleanly=True)
    again.release(cleanly=True)


def test_a_lock_that_was_not_given_back_cleanly_tells_so(tmp_path: Path) -> None:
    BookLock(tmp_path / "kartoteka.db").release(cleanly=False)
    again = BookLock(tmp_path / "kartoteka.db")
    assert again.was_left_open
    again.release(cleanly=True)


@pytest.mark.parametrize("rubbish", [b"\0\0\0", b"not a number", "двадцать".encode()])
def test_a_spoiled_lock_file_blocks_nothing_and_counts_as_unclean(
    tmp_path: Path, rubbish: bytes
) -> None:
    (tmp_path / "kartoteka.db.lock").write_bytes(rubbish)
    lock = BookLock(tmp_path / "kartoteka.db")
    assert lock.was_left_open
    lock.release(cleanly=True)


def test_a_disk_without_locks_is_not_mistaken_for_a_busy_book(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(handle: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(lock_module, "_take", refuse)
    with pytest.raises(OSError, match="No locks"):
        BookLock(tmp_path / "kartoteka.db")
