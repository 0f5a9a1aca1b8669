"""Texts change in place; the texts of Qt too."""

import re

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from kartoteka.ui.speech import Speech


def test_a_bound_text_follows_the_language(qtbot: QtBot, speech: Speech) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    speech.bind(label.setText, lambda words: f"speaks {words.language}")
    assert label.text() == "speaks en"

    with qtbot.waitSignal(speech.spoken):
        speech.set_language("bg")

    assert label.text() == "speaks bg"


def test_what_is_typed_stays_when_the_language_changes(qtbot: QtBot, speech: Speech) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    speech.bind(field.setPlaceholderText, lambda words: words.language)
    field.setText("Цвети")

    speech.set_language("ru")

    assert field.text() == "Цвети"
    assert field.placeholderText() == "ru"


def test_a_widget_that_is_gone_is_forgotten(qtbot: QtBot, speech: Speech) -> None:
    label = QLabel()
    speech.bind(label.setText, lambda words: words.language)
    label.deleteLater()
    qtbot.waitSignal(label.destroyed).wait()

    speech.set_language("ru")

    assert speech.language == "ru"


def test_an_unknown_language_changes_nothing(speech: Speech) -> None:
    speech.set_language("tlh")

    assert speech.language == "en"


def test_the_buttons_of_qt_speak_the_language_too(qtbot: QtBot, speech: Speech) -> None:
    spoken = []
    for language in ("ru", "bg"):
        speech.set_language(language)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        spoken.append(box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", ""))
    QApplication.processEvents()

    assert spoken == ["Отмена", "Отказ"]


@pytest.mark.parametrize("language", ["ru", "bg"])
def test_the_dialog_that_chooses_files_speaks_one_language(
    qtbot: QtBot, speech: Speech, language: str
) -> None:
    speech.set_language(language)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()

    texts = [each.text() for each in dialog.findChildren(QAbstractButton)]
    texts += [each.text() for each in dialog.findChildren(QLabel)]
    texts += [each.toolTip() for each in dialog.findChildren(QAbstractButton)]
    assert [text for text in texts if re.search("[A-Za-z]{2}", text)] == []
