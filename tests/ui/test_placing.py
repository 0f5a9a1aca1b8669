"""A window opens within its screen, and where it was."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from kartoteka.ui import placing
from kartoteka.ui.preferences import PreferencesFile

AREA = QRect(0, 0, 1366, 768)


def framed(box: QRect) -> QRect:
    return box.adjusted(-placing.EDGE, -placing.TITLE, placing.EDGE, placing.EDGE)


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(3000, 2000), QSize(900, 600)])
@pytest.mark.parametrize(
    "corner", [None, QPoint(0, 0), QPoint(-500, -300), QPoint(5000, 4000), QPoint(200, 100)]
)
@pytest.mark.parametrize("area", [AREA, QRect(1920, 40, 1366, 728), QRect(0, 0, 911, 512)])
def test_the_window_and_its_title_bar_are_inside_the_screen(
    area: QRect, size: QSize, corner: QPoint | None
) -> None:
    assert area.contains(framed(placing.fit(area, size, corner)))


def test_a_window_that_fits_stands_where_it_was() -> None:
    box = placing.fit(AREA, QSize(900, 600), QPoint(200, 100))
    assert framed(box).topLeft() == QPoint(200, 100)
    assert box.size() == QSize(900, 600)


def test_size_and_place_are_there_again(qtbot: QtBot) -> None:
    kept = PreferencesFile(None)
    before, after = QMainWindow(), QMainWindow()
    for window in (before, after):
        qtbot.addWidget(window)
    before.resize(700, 500)
    before.move(30, 50)
    before.show()
    placing.remember(before, kept)

    placing.place(after, kept)

    assert after.size() == QSize(700, 500)
    assert (kept.now.width, kept.now.maximized) == (700, False)


def test_a_screen_that_is_gone_and_a_broken_note_do_no_harm(qtbot: QtBot) -> None:
    kept = PreferencesFile(None)
    window = QMainWindow()
    qtbot.addWidget(window)
    kept.change(screen="gone 9x9", places={placing.key(window.screen()): "12 x 7"})

    placing.place(window, kept)

    assert window.screen().availableGeometry().contains(framed(window.geometry()))
