"""A command line that is called in this process, and what it wrote."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kartoteka import assemble
from kartoteka.__main__ import main

TODAY = "2026-11-21"


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of one call."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The result, read as a program would."""
        return json.loads(self.out)


Kartoteka = Callable[..., Ran]


@pytest.fixture
def kartoteka(
    book_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Kartoteka:
    """Call the command line on an empty Bulgarian book on 21 November 2026, in English."""
    monkeypatch.setattr(assemble, "log_path", lambda: book_path.parent / "kartoteka.log")

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        before = ["--book", str(book_path), "--today", TODAY, "--lang", "en"]
        code = main([*before, *map(str, arguments)])
        written = capsys.readouterr()
        return Ran(code, written.out, written.err)

    return run
