"""Sentences about the book and its disk."""

from typing import TYPE_CHECKING

from kartoteka.i18n.words import Words
from kartoteka.wording.explained import Explained, about

if TYPE_CHECKING:
    from kartoteka.store import errors


@about("StoreTrouble")
def _any(_error: "errors.StoreTrouble", words: Words) -> Explained:
    return Explained(
        words.say("The book cannot be used."),
        words.say("Try again; if it stays so, restore the last backup in Settings."),
    )


@about("BookMissing")
def _missing(error: "errors.BookMissing", words: Words) -> Explained:
    return Explained(
        words.say("There is no book at {path}.", path=error.path),
        words.say("Check the name, make a new book, or restore a backup."),
    )


@about("BookExists")
def _exists(error: "errors.BookExists", words: Words) -> Explained:
    return Explained(
        words.say("There is a file at {path} already.", path=error.path),
        words.say("Choose another name; a book is never written over."),
    )


@about("BookBusy")
def _busy(error: "errors.BookBusy", words: Words) -> Explained:
    return Explained(
        words.say("Another program is working on the book {path}.", path=error.path),
        words.say("Close the other window of Kartoteka, or wait until it has finished."),
    )


@about("NotABook")
def _not_a_book(error: "errors.NotABook", words: Words) -> Explained:
    return Explained(
        words.say("The file {path} is not a book of Kartoteka.", path=error.path),
        words.say("Choose another file; to bring in a table of clients, use Import."),
    )


@about("BookDamaged")
def _damaged(error: "errors.BookDamaged", words: Words) -> Explained:
    title = words.say("The book {path} is damaged.", path=error.path)
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
        words.say("A newer Kartoteka wrote the book {path}.", path=error.path),
        words.say("Install the newer version; this one leaves the book untouched."),
    )


@about("BookReadOnly")
def _read_only(error: "errors.BookReadOnly", words: Words) -> Explained:
    return Explained(
        words.say("The book {path} cannot be written.", path=error.path),
        words.say("Check the rights of the file and its folder, or move it elsewhere."),
    )


@about("DiskFull")
def _disk_full(error: "errors.DiskFull", words: Words) -> Explained:
    return Explained(
        words.say("The disk is full: {path}", path=error.path),
        words.say("Make room on it and try again; nothing was half written."),
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
        words.say("Choose an older one; the book was left as it is."),
    )


@about("MigrationFailed")
def _migration_failed(error: "errors.MigrationFailed", words: Words) -> Explained:
    return Explained(
        words.say("The book could not be brought up to this version of the program."),
        words.say(
            "The book is as before, and a copy of it lies at {path}. Please send us the log file.",
            path=error.backup,
        ),
    )


@about("DriverTooOld")
def _driver_too_old(error: "errors.DriverTooOld", words: Words) -> Explained:
    return Explained(
        words.say("The database library {version} is too old.", version=error.version),
        words.say("Install Kartoteka anew; it needs {needed} or later.", needed=error.needed),
    )
