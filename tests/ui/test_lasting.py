"""None must not run out of references, however long Qt works."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from kartoteka.ui.lasting import ENOUGH, MORTAL_BEFORE, keep_singletons


def test_none_outlives_any_number_of_calls(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)

    for _ in range(20_000):
        widget.setMinimumHeight(5)

    if sys.version_info < MORTAL_BEFORE:
        assert sys.getrefcount(None) > ENOUGH // 2


def test_keeping_again_changes_nothing() -> None:
    before = sys.getrefcount(None)

    keep_singletons()

    assert abs(sys.getrefcount(None) - before) < ENOUGH // 4
