"""Every list that drops down is whole: all rows, or a bar to scroll by, and no text is cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.opening import Opener, open_filled, settle

from kartoteka.ui.first_start.window import FirstStartWindow
from kartoteka.ui.pages import PAGES
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme

__all__ = ["open_filled"]

SIDES = 16
"""Pixels that the two sides of a row take from its words."""


def faults(box: QComboBox) -> Iterator[str]:
    """What is wrong with the list of a field, dropped down."""
    name = box.accessibleName() or box.objectName()
    box.showPopup()
    QApplication.processEvents()
    view = box.view()
    room = view.viewport().rect()
    rows = [view.visualRect(box.model().index(row, 0)) for row in range(box.count())]
    seen = sum(1 for row in rows if room.contains(row.adjusted(0, 0, -room.width() // 2, 0)))
    if seen < min(box.count(), box.maxVisibleItems()) and view.verticalScrollBar().maximum() == 0:
        yield f"{name}: {seen} of {box.count()} rows"
    metrics = QFontMetrics(view.font())
    for row, rect in enumerate(rows):
        text = box.itemText(row)
        if rect.height() < metrics.height() + 4:
            yield f"{name}: {text} is {rect.height()} high"
        if metrics.horizontalAdvance(text) + SIDES > room.width():
            yield f"{name}: {text} is cut"
    container = view.parentWidget()
    if container is not None and container.contentsRect() != container.rect():
        yield f"{name}: a frame around the frame"
    box.hidePopup()


def all_faults(root: QWidget) -> list[str]:
    boxes = [box for box in root.findChildren(QComboBox) if box.isVisibleTo(root) and box.count()]
    return [fault for box in boxes for fault in faults(box)]


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
@pytest.mark.parametrize("size", [(1366, 768), (911, 512)], ids=["1366x768", "150"])
def test_every_list_of_every_page_is_whole(
    qtbot: QtBot, open_filled: Opener, language: str, size: tuple[int, int]
) -> None:
    window = open_filled(language=language, size=size)
    wrong: list[str] = []
    for kind in PAGES:
        window.show_page(kind.name)
        settle(qtbot, window)
        wrong += [f"{kind.name}: {fault}" for fault in all_faults(window)]
    for dialog in window.findChildren(QDialog):
        wrong += all_faults(dialog)
    assert not wrong, "\n".join(wrong)


def test_the_lists_of_the_first_start_are_whole(
    qtbot: QtBot, speech: Speech, theme: Theme, tmp_path: object
) -> None:
    from pathlib import Path

    window = FirstStartWindow(speech, theme, Path(str(tmp_path)) / "kartoteka.db")
    qtbot.addWidget(window)
    window.show()
    assert all_faults(window) == []
    assert window.languages.count() == 3
