"""Reading files of others into the book, and writing the book out."""

import sys
from typing import Any

from kartoteka.cli.books import share_done
from kartoteka.cli.call import DONE, SOME_REFUSED, Call
from kartoteka.cli.output import Label, tell
from kartoteka.i18n import formats
from kartoteka.shop import exports, imports
from kartoteka.shop.imports import ImportResult, refusal_text

MOST_TOLD = 20
"""So many fields that could not be read are told one by one."""


def bring_in(call: Call) -> int:
    """Import a file, or only tell what importing it would do."""
    asked = call.options
    with call.shop() as shop:
        how: dict[str, Any] = {
            "mapping": dict(asked.map),
            "encoding": asked.encoding,
            "delimiter": asked.delimiter,
            "old_currency": asked.old_currency,
            "progress": _progress if sys.stderr.isatty() else None,
        }
        if asked.dry_run:
            result = imports.preview(shop, asked.file, asked.what, **how).result
        else:
            result = imports.import_file(shop, asked.file, asked.what, **how).value
        call.out.one(_record(result), _LABELS)
        in_leva = shop.settings.shop.country == "bg" and not asked.old_currency
        if result.old_amounts and in_leva:
            _tell_old(call, result)
        _tell_unread(call, result)
        if not result.refused:
            return DONE
        _tell_refused(call, result)
        return SOME_REFUSED


def _record(result: ImportResult) -> dict[str, Any]:
    return {
        "rows": result.rows,
        "added": result.added,
        "updated": result.updated,
        "unchanged": result.unchanged,
        "refused": result.refused,
        "refused_file": result.refused_file,
    }


_LABELS: dict[str, Label] = {
    "rows": lambda words: words.say_in("column", "rows"),
    # Translators: this and the three below tell how many rows of an imported file.
    "added": lambda words: words.say_in("column", "added"),
    "updated": lambda words: words.say_in("column", "updated"),
    "unchanged": lambda words: words.say_in("column", "unchanged"),
    "refused": lambda words: words.say_in("column", "rejected"),
    "refused_file": lambda words: words.say_in("column", "file of rejected rows"),
}


def _tell_unread(call: Call, result: ImportResult) -> None:
    for each in result.unread[:MOST_TOLD]:
        tell(
            call.words.say(
                "Row {row}, kept as a note: {reason}",
                row=formats.number(call.words, each.row),
                reason=refusal_text(call.words, each),
            )
        )
    more = len(result.unread) - MOST_TOLD
    if more > 0:
        tell(
            call.words.count(
                "{number} more field is kept as a note.",
                "{number} more fields are kept as notes.",
                more,
            )
        )


def _tell_refused(call: Call, result: ImportResult) -> None:
    tell(
        call.words.count(
            "{number} row was rejected.", "{number} rows were rejected.", result.refused
        )
    )
    if result.refused_file:
        tell(
            call.words.say("They are saved, with the reasons, in {path}", path=result.refused_file)
        )


def _tell_old(call: Call, result: ImportResult) -> None:
    """Bulgarian amounts of before the euro that name no currency may well be leva."""
    tell(
        call.words.count(
            "{number} purchase before 2026 has no currency and is counted in euros.",
            "{number} purchases before 2026 have no currency and are counted in euros.",
            result.old_amounts,
        )
    )
    tell(call.words.say("If they are in leva, import with: --old-currency BGN"))


def _progress(done: int, whole: int) -> None:
    share_done(done / whole if whole else 1)


def take_out(call: Call) -> int:
    """Write clients or purchases; the file's ending says the format."""
    asked = call.options
    with call.shop() as shop:
        written = exports.export(shop, asked.what, asked.file)
    call.out.said(
        call.words.count(
            "{number} row saved to {path}",
            "{number} rows saved to {path}",
            written.rows,
            path=asked.file,
        ),
        {"files": list(written.files), "rows": written.rows},
    )
    return DONE
