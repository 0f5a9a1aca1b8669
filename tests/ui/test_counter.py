"""The counter's ways outlive the program, and its printers take one job after another."""

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kartoteka.domain.printing import Part
from kartoteka.domain.settings import BadSetting
from kartoteka.ui.counter import Counter
from kartoteka.ui.preferences import PreferencesFile


def test_the_ways_are_there_again_after_a_restart(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    counter = Counter(PreferencesFile(path))
    counter.change("print.sides", "by hand")
    counter.change("print.strip", "network:10.0.0.5")
    with pytest.raises(BadSetting):
        counter.change("print.strip_width", "44")
    ways = Counter(PreferencesFile(path)).ways
    assert (ways.sides, ways.strip_printer) == (Part.BY_HAND, "network:10.0.0.5")


def test_jobs_are_done_in_their_order_on_one_thread_that_ends(qapp: object, qtbot: QtBot) -> None:
    counter = Counter()
    told: list[object] = []
    threads: set[int] = set()

    def job(number: int) -> int:
        threads.add(threading.get_ident())
        if number == 2:
            raise OSError(number)
        return number

    for number in range(4):
        counter.feed(lambda number=number: job(number), told.append, told.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: counter.is_idle)
    assert [str(each) for each in told] == ["0", "1", "2", "3"]
    assert threading.get_ident() not in threads
    counter.wait()
    assert counter._thread is None


def test_the_end_of_the_program_waits_for_the_printers(qapp: object) -> None:
    counter = Counter()
    begun, printed = threading.Event(), []

    def job() -> None:
        begun.wait(5)
        printed.append("all of it")

    counter.feed(job, lambda _: None, lambda _: None)
    begun.set()
    counter.wait()
    assert printed == ["all of it"]
