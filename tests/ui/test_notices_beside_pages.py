"""On no page does a message lie over anything that can be pressed or typed into."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.opening import Opener, open_filled, settle

from kartoteka.domain.errors import NotFound
from kartoteka.shop.changes import Changes
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.notices import Toast
from kartoteka.ui.pages import PAGES

__all__ = ["open_filled"]
STIRRED = 8
"""So many pixels may the page move for a message of one line."""


def place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def covered(window: MainWindow) -> list[str]:
    """Controls on the screen that a message overlaps."""
    toasts = [toast for toast in window.findChildren(Toast) if toast.isVisible()]
    assert toasts
    found = []
    for widget in window.findChildren(QWidget):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or not widget.isVisible():
            continue
        seen = widget.visibleRegion().boundingRect().translated(widget.mapTo(window, QPoint(0, 0)))
        for toast in toasts:
            if not toast.isAncestorOf(widget) and place(toast, window).intersects(seen):
                found.append(f"{type(widget).__name__} {widget.accessibleName()}")
            if not window.rect().contains(place(toast, window)):
                found.append(f"{toast.title.text()} leaves the window")
    return found


@pytest.mark.parametrize("size", [(1366, 768), (911, 512)], ids=["1366x768", "150"])
def test_no_message_covers_a_control(
    qtbot: QtBot, open_filled: Opener, size: tuple[int, int]
) -> None:
    window = open_filled(size=size)
    wrong = []
    for kind in PAGES:
        window.show_page(kind.name)
        settle(qtbot, window)
        window.notices.done("Saved.", Changes(undo=1))
        QApplication.processEvents()
        wrong += [f"{kind.name}: {each}" for each in covered(window)]
        window.notices.trouble(NotFound("client", "77"), ("Try again", lambda: None))
        QApplication.processEvents()
        wrong += [f"{kind.name}: {each}" for each in covered(window)]
        assert window.size().toTuple() == size
        window.notices.clear()
    assert not wrong, "\n".join(wrong)


def test_the_page_stays_where_it_is_when_a_message_of_one_line_comes(
    open_filled: Opener,
) -> None:
    window = open_filled()
    high = window.stack.height()

    window.notices.done("Saved.", Changes(undo=1))
    QApplication.processEvents()

    assert abs(window.stack.height() - high) <= STIRRED
