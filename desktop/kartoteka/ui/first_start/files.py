"""Choosing the file of a shop or of its backup, before any book is open."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from kartoteka.i18n import Words


def choose_shop(window: QWidget, words: Words, folder: Path) -> Path | None:
    """The file of a shop that exists already; None when nothing was chosen."""
    return _choose(window, words.say("Choose the file of your shop"), folder)


def choose_backup(window: QWidget, words: Words, folder: Path) -> Path | None:
    """A backup; None when nothing was chosen."""
    return _choose(window, words.say("Choose a backup"), folder)


def open_my_shop(words: Words) -> str:
    """The words on the button, the same wherever it stands."""
    return words.say("Open my shop…")


def _choose(window: QWidget, title: str, folder: Path) -> Path | None:
    chosen, _ = QFileDialog.getOpenFileName(window, title, str(folder), "*.db")
    return Path(chosen) if chosen else None
