"""How a call ends: exit codes, a log for bugs, readers that go away, Ctrl-C."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Kartoteka
from tests.house.source import PACKAGE

from kartoteka import assemble
from kartoteka.cli import quiet
from kartoteka.cli.call import Call


def test_a_bug_is_one_sentence_and_a_trace_in_the_log(
    kartoteka: Kartoteka, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def broken(_call: Call) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(quiet, "quiet", broken)
    monkeypatch.setattr(assemble, "log_path", lambda: tmp_path / "logs" / "kartoteka.log")
    ran = kartoteka("quiet")
    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert "Something went wrong" in ran.err
    assert "ZeroDivisionError" in (tmp_path / "logs" / "kartoteka.log").read_text("utf-8")


def test_ctrl_c_ends_quietly(kartoteka: Kartoteka, monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(_call: Call) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(quiet, "quiet", stopped)
    ran = kartoteka("quiet")
    assert ran.code == 130
    assert ran.err.strip() == ""


def start(book: Path, *arguments: str, **settings: object) -> "subprocess.Popen[bytes]":
    """The command line as a process of its own."""
    environ = {**os.environ, "PYTHONPATH": str(PACKAGE.parent), "PYTHONIOENCODING": "cp1251"}
    command = [sys.executable, "-m", "kartoteka", "--book", str(book), *arguments]
    return subprocess.Popen(
        command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **settings
    )


def test_a_reader_that_goes_away_is_no_error(book_path: Path) -> None:
    process = start(book_path, "settings", "shop.address=" + "ъ" * 400, "--format", "json")
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_a_pipe_gets_utf8_whatever_the_console_speaks(book_path: Path) -> None:
    process = start(book_path, "settings", "shop.address=ул. Ѝ 5 ₽", "--format", "json")
    written, _ = process.communicate()
    assert "ул. Ѝ 5 ₽" in written.decode("utf-8")
