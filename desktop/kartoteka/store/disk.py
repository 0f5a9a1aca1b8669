"""Bringing files to the disk for good, where a power cut cannot take them back."""

import os
import shutil
import tempfile
from pathlib import Path


def flush(path: Path) -> None:
    """Wait until the content of a file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, after a file was made or renamed.

    Windows does it by itself and cannot open folders.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def try_folder(folder: Path) -> None:
    """Make a folder where it is missing and write a file there; raises OSError when one cannot."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(b"kartoteka")
        file.flush()
        os.fsync(file.fileno())


def link_or_copy(source: Path, target: Path) -> None:
    """Give a file a second name, or a copy where the disk has no links (FAT sticks)."""
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)
        flush(target)
