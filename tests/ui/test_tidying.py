"""Garbage is collected in the window's thread only."""

import gc
import linecache
import threading
import weakref

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kartoteka.ui.app import application
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.tidying import REST, Tidier


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


def test_nothing_is_collected_while_somebody_types(qtbot: QtBot) -> None:
    now = [100.0]
    tidier = Tidier(application(), lambda: now[0])
    tidier.tidy()
    knot = Knot()
    gone = weakref.ref(knot)
    del knot
    kept = [[] for _ in range(2000)]

    tidier.stir()
    now[0] += REST / 2
    tidier.tidy_at_rest()
    assert gone() is not None

    now[0] += REST
    tidier.tidy_at_rest()
    assert gone() is None
    assert len(kept) == 2000
    tidier.deleteLater()


def test_keys_and_questions_keep_the_window_from_tidying(qtbot: QtBot, window: MainWindow) -> None:
    stirred: list[bool] = []
    window.stirred.connect(lambda: stirred.append(True))

    window.desk.ask(lambda shop: shop.settings, lambda _: None)
    assert len(stirred) == 1

    window.search.begin()
    stirred.clear()
    qtbot.keyClick(window.search.input, Qt.Key.Key_A)
    assert stirred
