"""The window on a book that a test has filled."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from tests.ui.conftest import PATIENCE, TODAY, OpenWindow

from kartoteka import assemble
from kartoteka.shop import Shop
from kartoteka.ui.main_window import MainWindow

Fill = Callable[[Shop], object]
Opener = Callable[..., MainWindow]


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until desk and printers have answered everything, and what that asked for in turn."""

    def settled() -> bool:
        return window.desk.is_open and window.desk.is_idle and window.around.counter.is_idle

    qtbot.waitUntil(settled, timeout=PATIENCE)


@pytest.fixture
def open_filled(qtbot: QtBot, open_on: OpenWindow, book_path: Path) -> Opener:
    """Open the window on an empty book, or on one that `fill` has written into."""

    def opened(
        fill: Fill | None = None,
        *,
        language: str = "en",
        size: tuple[int, int] = (1366, 768),
    ) -> MainWindow:
        if fill is not None:
            shop = assemble.open_shop(book_path, today=TODAY)
            fill(shop)
            shop.close()
        window = open_on(book_path, language=language)
        window.resize(*size)
        settle(qtbot, window)
        return window

    return opened
