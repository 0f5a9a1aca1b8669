"""Runs one command: finds its deed, prints what came of it, and turns errors into exit codes."""

import argparse
import importlib
import logging
import os
import sys
import traceback
from collections.abc import Callable
from typing import TextIO

from kartoteka.cli import call as codes
from kartoteka.cli.call import Call
from kartoteka.cli.output import tell
from kartoteka.wording import explain

_log = logging.getLogger(__name__)


def run(options: argparse.Namespace) -> int:
    """Do what the options of `arguments.read` ask for; returns the exit code of cli.md."""
    _speak_utf8()
    call = Call(options)
    try:
        code = _deed(options.deed)(call)
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_went_away()
    except KeyboardInterrupt:
        tell("")
        return codes.STOPPED
    except Exception as error:  # the last door: a person gets a sentence
        return _told(error, call)
    return code


def _deed(name: str) -> Callable[[Call], int]:
    module, _, function = name.partition(":")
    deed: Callable[[Call], int] = getattr(
        importlib.import_module(f"kartoteka.cli.{module}"), function
    )
    return deed


def _told(error: Exception, call: Call) -> int:
    """Explain an error on stderr and find its exit code."""
    explained = explain(error, call.words)
    for sentence in (explained.title, explained.advice):
        tell(sentence)
    code = exit_code(error)
    if code == codes.BUG:
        _log.error("a bug", exc_info=error)
        tell(_logged(error, call))
    return code


def exit_code(error: BaseException) -> int:
    """The exit code that an error means.

    A file that cannot be found is wrong use; a file that says nothing we can read is refused.
    """
    names = {kind.__name__ for kind in type(error).__mro__}
    if names & {"RuleBroken"}:
        return codes.REFUSED
    if names & {"StoreTrouble"}:
        return codes.NO_BOOK
    if names & {"FileMissing", "NoSuchColumn", "NoSuchField", "UnknownEnding"}:
        return codes.WRONG_USE
    if names & {"ExchangeTrouble"}:
        return codes.REFUSED
    if names & {"OSError"}:
        return codes.WRONG_USE
    return codes.BUG


def _logged(error: BaseException, call: Call) -> str:
    """Write the trace of a bug into the log file; returns the sentence that names the file."""
    from kartoteka import assemble

    path = assemble.log_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8") as log:
            traceback.print_exception(error, file=log)
    except OSError:
        traceback.print_exception(error)
        return ""
    return call.words.say("Log file: {path}", path=path)


def _speak_utf8() -> None:
    """Files and pipes get UTF-8 everywhere; a console shows a question mark for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="replace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def _reader_went_away() -> int:
    """`kartoteka quiet | head` is no error: the rest is thrown away without a word."""
    _throw_away(sys.stdout)
    return codes.DONE


def _throw_away(stream: TextIO) -> None:
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):
        pass
