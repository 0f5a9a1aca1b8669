"""Garbage is collected in the window's thread only."""

import gc
import linecache
import threading
import weakref

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kartoteka.ui.app import application
from kartoteka.ui.tidying import Tidier


class Knot(QWidget):
    """A widget that holds itself, as one with a lambda connected to it does."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_work_on_another_thread_frees_no_widget(qtbot: QtBot) -> None:
    application()
    knot = Knot()
    gone = weakref.ref(knot)
    del knot

    def churn() -> None:
        for _ in range(200):
            [[] for _ in range(1000)]

    worker = threading.Thread(target=churn)
    worker.start()
    worker.join()

    assert not gc.isenabled()
    assert gone() is not None


def test_the_sources_of_modules_are_not_kept(qtbot: QtBot) -> None:
    linecache.getlines(__file__)

    Tidier(application()).tidy()

    assert not linecache.cache


def test_the_window_tidies_by_itself(qtbot: QtBot) -> None:
    tidier = application().findChild(Tidier)
    assert tidier is not None
    tidier.tidy()
    knot = Knot()
    gone = weakref.ref(knot)
    del knot
    kept = [[] for _ in range(2000)]

    tidier.tidy()

    assert gone() is None
    assert len(kept) == 2000
