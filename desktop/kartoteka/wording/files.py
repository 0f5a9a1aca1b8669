"""Sentences about files of others, and about what the system says of any file."""

import errno
from typing import TYPE_CHECKING

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.wording.explained import Explained, about

if TYPE_CHECKING:
    from kartoteka.exchange import errors


@about("ExchangeTrouble")
def _any(_error: "errors.ExchangeTrouble", words: Words) -> Explained:
    return Explained(
        words.say("The file cannot be used."),
        words.say("Save it as CSV or XLSX in a spreadsheet program and try again."),
    )


@about("FileMissing")
def _missing(error: "errors.FileMissing", words: Words) -> Explained:
    return Explained(
        words.say("There is no file {path}.", path=error.path),
        words.say("Check the name and the folder."),
    )


@about("FileUnreadable")
def _unreadable(error: "errors.FileUnreadable", words: Words) -> Explained:
    return Explained(
        words.say("The file {path} cannot be read.", path=error.path),
        words.say("Check its permissions, or copy it to the desktop and try again."),
    )


@about("FileNotWritable")
def _not_writable(error: "errors.FileNotWritable", words: Words) -> Explained:
    return Explained(
        words.say("The file {path} cannot be saved.", path=error.path),
        words.say("Close it in other programs, check the free space, or choose another folder."),
    )


@about("FileEmpty")
def _empty(error: "errors.FileEmpty", words: Words) -> Explained:
    return Explained(
        words.say("There are no rows in the file {path}.", path=error.path),
        words.say("The first row must contain the column names, the next ones the clients."),
    )


@about("NotATable")
def _not_a_table(error: "errors.NotATable", words: Words) -> Explained:
    title = words.say("The file {path} is not a table.", path=error.path)
    if error.why == "password":
        return Explained(
            words.say("The file {path} is locked with a password.", path=error.path),
            words.say("Open it, remove the password, save it and try again."),
        )
    if error.why == "broken":
        return Explained(
            words.say("The file {path} is damaged.", path=error.path),
            words.say("Open it in a spreadsheet program, save it again and try once more."),
        )
    return Explained(
        title, words.say("Choose a CSV, XLSX, XLS or ODS file with one client or purchase per row.")
    )


@about("WrongEncoding")
def _encoding(error: "errors.WrongEncoding", words: Words) -> Explained:
    return Explained(
        words.say(
            "The file {path} cannot be read as {encoding}.",
            path=error.path,
            encoding=error.encoding,
        ),
        words.say("Leave the encoding empty to have it found, or try utf-8 or cp1251."),
    )


@about("LineTooLong")
def _line_too_long(error: "errors.LineTooLong", words: Words) -> Explained:
    return Explained(
        words.say(
            "Line {line} of the file {path} is too long.",
            line=formats.number(words, error.line),
            path=error.path,
        ),
        words.say("A quotation mark is probably missing before that line; add it and try again."),
    )


@about("NothingRecognised")
def _nothing_recognised(error: "errors.NothingRecognised", words: Words) -> Explained:
    columns = ", ".join(error.header[:12])
    return Explained(
        words.say("No column names the client: {columns}", columns=columns),
        words.say("Choose which column is which, for example: name, phone, date, amount."),
    )


@about("NoSuchColumn")
def _no_such_column(error: "errors.NoSuchColumn", words: Words) -> Explained:
    columns = ", ".join(error.header[:12])
    return Explained(
        words.say("The file has no column “{column}”.", column=error.column),
        words.say("It has these columns: {columns}", columns=columns),
    )


@about("NoSuchField")
def _no_such_field(error: "errors.NoSuchField", words: Words) -> Explained:
    fields = ", ".join(error.fields)
    return Explained(
        words.say("There is no field “{field}”.", field=error.field),
        words.say("There are these fields: {fields}", fields=fields),
    )


@about("UnknownEnding")
def _unknown_ending(error: "errors.UnknownEnding", words: Words) -> Explained:
    endings = ", ".join(error.endings)
    return Explained(
        words.say("The file extension of {path} is not known.", path=error.path),
        words.say("Use one of these file extensions: {endings}", endings=endings),
    )


@about("FileNotFoundError")
def _system_missing(error: OSError, words: Words) -> Explained:
    return Explained(
        words.say("There is no file or folder {path}.", path=_path(error)),
        words.say("Check the name and the folder."),
    )


@about("PermissionError")
def _system_permission(error: OSError, words: Words) -> Explained:
    return Explained(
        words.say("The system does not allow access to {path}.", path=_path(error)),
        words.say("Check the permissions, close it in other programs, or choose another folder."),
    )


@about("IsADirectoryError")
def _system_folder(error: OSError, words: Words) -> Explained:
    return Explained(
        words.say("{path} is a folder.", path=_path(error)),
        words.say("Choose a file."),
    )


@about("NotADirectoryError")
@about("FileExistsError")
def _system_not_a_folder(error: OSError, words: Words) -> Explained:
    return Explained(
        words.say("A file is in the way: {path}", path=_path(error)),
        words.say("Choose another name or folder."),
    )


@about("OSError")
def _system(error: OSError, words: Words) -> Explained:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return Explained(
            words.say("The disk is full: {path}", path=_path(error)),
            words.say("Free some space on it and try again; nothing was left half saved."),
        )
    return Explained(
        words.say("The disk cannot be read or written: {path}", path=_path(error)),
        words.say("Check that the stick, disk or network folder is connected, and try again."),
    )


def _path(error: OSError) -> str:
    return str(error.filename) if error.filename is not None else (error.strerror or "")
