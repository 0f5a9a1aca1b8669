"""Windows without a screen: opened on a small book, closed again with every thread gone."""

import gc
import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kartoteka import assemble
from kartoteka.domain.clients import Client, Phone, Tag, TagKind
from kartoteka.ui.app import _theme, application, open_window
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme

TODAY = date(2026, 11, 21)
PATIENCE = 30_000
"""Milliseconds; what is awaited comes at once, but not on a machine that is busy."""
OpenWindow = Callable[..., MainWindow]


def write(widget: QWidget, text: str) -> None:
    """Type letters of any alphabet (QTest knows Latin ones only), one key after another."""
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, event)


class Clock:
    """Seconds that pass as the test says: by default every look is a slow finger later."""

    def __init__(self, step: float = 0.2) -> None:
        self.step = step
        self.now = 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture(autouse=True)
def tidied() -> Iterator[None]:
    """What a test leaves behind is freed here, in the thread of the widgets."""
    yield
    gc.collect()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def theme(qapp: object) -> Iterator[Theme]:
    theme = _theme(application(), "light")
    theme.set_mode("light")
    yield theme
    theme.set_mode("light")


@pytest.fixture
def speech(qapp: object) -> Iterator[Speech]:
    speech = Speech("en")
    yield speech
    speech.set_language("en")


@pytest.fixture
def open_on(qtbot: QtBot, clock: Clock) -> Iterator[OpenWindow]:
    """Open the window on a book and wait until its first page is filled."""
    windows: list[MainWindow] = []

    def opened(book: Path, language: str = "en", mode: str = "light") -> MainWindow:
        window = open_window(book, language=language, today=TODAY, mode=mode, clock=clock)
        windows.append(window)
        window.show()
        qtbot.waitUntil(
            lambda: window.open_name == "today" and window.desk.is_idle, timeout=PATIENCE
        )
        return window

    yield opened
    for window in windows:
        close(qtbot, window)


def close(qtbot: QtBot, window: MainWindow) -> None:
    """Close the window and its book, without the backup."""
    if not window.may_close:
        with qtbot.waitSignal(window.desk.closed, timeout=PATIENCE):
            window.desk.close(lambda shop: shop.close())
    window.may_close = True
    window.close()
    window.deleteLater()


@pytest.fixture(scope="session")
def peopled_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Bulgarian shop with three clients and no purchases."""
    from kartoteka.shop import clients

    path = tmp_path_factory.mktemp("peopled") / "peopled.db"
    assemble.new_book(path, "Работилница „Ела“", "bg")
    shop = assemble.open_shop(path, today=TODAY)
    try:
        for given, family, phone, card in (
            ("Цветелина", "Георгиева", "+359888123456", "1042"),
            ("Иван", "Петров", "+359887001122", "1043"),
            ("Мария", "Иванова", "+359889777888", ""),
        ):
            clients.add_client(
                shop,
                Client(
                    given=given,
                    family=family,
                    phones=(Phone(phone, phone),),
                    card=card,
                    tags=(Tag(TagKind.LIKES, "зелено"),),
                ),
            )
    finally:
        shop.close()
    return path


@pytest.fixture
def book_of_three(peopled_book: Path, tmp_path: Path) -> Path:
    """A copy of the peopled book."""
    import shutil

    return Path(shutil.copyfile(peopled_book, tmp_path / "three.db"))


@pytest.fixture
def window(open_on: OpenWindow, book_of_three: Path) -> MainWindow:
    """The window on three clients."""
    return open_on(book_of_three)
