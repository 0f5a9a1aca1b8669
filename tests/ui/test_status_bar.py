"""The strip below: long work with its progress and a button that stops it, once it is felt."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QProgressBar
from pytestqt.qtbot import QtBot

from kartoteka.domain.watching import UNWATCHED, Watch
from kartoteka.ui.background import Desk
from kartoteka.ui.speech import Speech
from kartoteka.ui.status_bar import StatusBar
from kartoteka.ui.theme import Theme

WAIT = 30_000


class FakeShop:
    """Knows only who watches."""

    watch = UNWATCHED

    @contextmanager
    def watched(self, watch: Watch) -> Iterator[None]:
        self.watch = watch
        yield


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Any]:
    desk = Desk(FakeShop)  # type: ignore[arg-type]
    with qtbot.waitSignal(desk.opened, timeout=WAIT):
        desk.start()
    yield desk
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        desk.close()


@pytest.fixture
def strip(qtbot: QtBot, qapp: QApplication, desk: Any) -> StatusBar:
    strip = StatusBar(desk, Speech("en"), Theme(qapp, "light"))
    strip.resize(900, 28)
    qtbot.addWidget(strip)
    strip.show()
    return strip


def test_long_work_shows_how_far_it_is_and_stops_at_the_button(
    qtbot: QtBot, desk: Any, strip: StatusBar
) -> None:
    clicked = threading.Event()

    def work(shop: FakeShop, _progress: object, _cancelled: object) -> None:
        shop.watch.tell(3, 10)
        clicked.wait(WAIT / 1000)
        shop.watch.tell(4, 10)

    bar = strip.findChild(QProgressBar)
    with qtbot.waitSignal(desk.slow, timeout=WAIT):
        desk.work(work, lambda _: None, text="Counting the beads…")
    qtbot.waitUntil(lambda: bar.maximum() == 10 and bar.value() == 3, timeout=WAIT)
    assert strip.stop.isVisible()
    assert strip.work.text() == "Counting the beads…"

    qtbot.mouseClick(strip.stop, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(desk.stopped, timeout=WAIT):
        clicked.set()
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=WAIT)
    assert not strip.stop.isVisible()


def test_a_slow_list_shows_that_it_comes_and_cannot_be_stopped(
    qtbot: QtBot, desk: Any, strip: StatusBar
) -> None:
    gate = threading.Event()
    with qtbot.waitSignal(desk.slow, timeout=WAIT):
        desk.ask(lambda _: gate.wait(), lambda _: None)
    assert strip.work.isVisible()
    assert not strip.stop.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: not strip.work.isVisible(), timeout=WAIT)


def test_work_that_a_page_shows_itself_is_not_shown_twice(
    qtbot: QtBot, desk: Any, strip: StatusBar
) -> None:
    gate = threading.Event()
    with qtbot.waitSignal(desk.slow, timeout=WAIT):
        desk.work(lambda _shop, _progress, _cancelled: gate.wait(), lambda _: None)
    assert not strip.work.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: desk.is_idle, timeout=WAIT)
