"""Sentences about the book and its disk."""

from typing import TYPE_CHECKING

from kartoteka.i18n.words import Words
from kartoteka.wording.explained import Explained, about

if TYPE_CHECKING:
    from kartoteka.store import errors


@about("StoreTrouble")
def _any(_error: "errors.StoreTrouble", words: Words) -> Explained:
    return Explained(
        words.say("The card index cannot be opened."),
        words.say("Try again; if it happens again, restore the last backup in Settings."),
    )


@about("BookMissing")
def _missing(error: "errors.BookMissing", words: Words) -> Explained:
    return Explained(
        words.say("There is no card index at {path}.", path=error.path),
        words.say("Check the name, create a new card index, or restore a backup."),
    )


@about("BookExists")
def _exists(error: "errors.BookExists", words: Words) -> Explained:
    return Explained(
        words.say("There is a file at {path} already.", path=error.path),
        words.say("Choose another name; an existing file is never overwritten."),
    )


@about("BookBusy")
def _busy(error: "errors.BookBusy", words: Words) -> Explained:
    return Explained(
        words.say("Another program is using the card index {path}.", path=error.path),
        words.say("Close the other window of Kartoteka, or wait until it has finished."),
    )


@about("NotABook")
def _not_a_book(error: "errors.NotABook", words: Words) -> Explained:
    return Explained(
        words.say("The file {path} is not a Kartoteka card index.", path=error.path),
        words.say("Choose another file; to import a table of clients, use “Import from a file”."),
    )


@about("BookDamaged")
def _damaged(error: "errors.BookDamaged", words: Words) -> Explained:
    title = words.say("The card index {path} is damaged.", path=error.path)
    if error.backups:
        return Explained(
            title,
            words.say("Restore the last good backup: {path}", path=error.backups[0]),
        )
    return Explained(
        title,
        words.say("Keep the file as it is, and look for a backup on a USB stick."),
    )


@about("BookTooNew")
def _too_new(error: "errors.BookTooNew", words: Words) -> Explained:
    return Explained(
        words.say("The card index {path} was saved by a newer Kartoteka.", path=error.path),
        words.say("Install the newer version; this one leaves the card index untouched."),
    )


@about("BookReadOnly")
def _read_only(error: "errors.BookReadOnly", words: Words) -> Explained:
    return Explained(
        words.say("The card index {path} cannot be saved to.", path=error.path),
        words.say("Check the permissions of the file and its folder, or move it elsewhere."),
    )


@about("DiskFull")
def _disk_full(error: "errors.DiskFull", words: Words) -> Explained:
    return Explained(
        words.say("The disk is full: {path}", path=error.path),
        words.say("Free some space on it and try again; nothing was left half saved."),
    )


@about("DiskTrouble")
def _disk_trouble(error: "errors.DiskTrouble", words: Words) -> Explained:
    return Explained(
        words.say("The disk cannot be read or written: {path}", path=error.path),
        words.say("Check that the stick, disk or network folder is connected, and try again."),
    )


@about("BackupMissing")
def _backup_missing(error: "errors.BackupMissing", words: Words) -> Explained:
    return Explained(
        words.say("There is no backup at {path}.", path=error.path),
        words.say("Check the name, or choose another backup."),
    )


@about("BackupDamaged")
def _backup_damaged(error: "errors.BackupDamaged", words: Words) -> Explained:
    return Explained(
        words.say("The backup {path} is damaged.", path=error.path),
        words.say("Choose an older one; the card index was left as it is."),
    )


@about("MigrationFailed")
def _migration_failed(error: "errors.MigrationFailed", words: Words) -> Explained:
    return Explained(
        words.say("The card index could not be updated to this version of the program."),
        words.say(
            "The card index is as before; there is a copy of it at {path}. Please send "
            "us the log file.",
            path=error.backup,
        ),
    )


@about("DriverTooOld")
def _driver_too_old(error: "errors.DriverTooOld", words: Words) -> Explained:
    return Explained(
        words.say("The database library {version} is too old.", version=error.version),
        words.say("Reinstall Kartoteka; it needs {needed} or later.", needed=error.needed),
    )
