"""A fault of the program is logged with its trace and told in a sentence."""

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kartoteka import assemble
from kartoteka.ui import faults


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    path = tmp_path / "logs" / "kartoteka.log"
    monkeypatch.setattr(assemble, "log_path", lambda: path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    logger = logging.getLogger("kartoteka")
    before = list(logger.handlers)
    faults.keep_log()
    yield path
    logger.handlers[:] = before


def test_nothing_is_written_while_nothing_is_wrong(log: Path) -> None:
    logging.getLogger("kartoteka.ui").info("all well")

    assert not log.exists()


def test_a_fault_is_told_and_its_trace_is_kept(log: Path) -> None:
    told: list[Exception] = []
    faults.tell_faults(told.append)
    fault = ZeroDivisionError("average of nothing")

    sys.excepthook(type(fault), fault, None)

    assert told == [fault]
    assert "average of nothing" in log.read_text(encoding="utf-8")


def test_a_log_that_has_grown_too_long_begins_anew(log: Path) -> None:
    log.parent.mkdir()
    log.write_text("x" * (faults.LARGEST + 1))

    logging.getLogger("kartoteka.ui").error("new")

    assert log.stat().st_size < 1000
