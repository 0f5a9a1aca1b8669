"""Colours that can be read, and icons that follow them."""

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kartoteka.ui.theme import Theme
from kartoteka.ui.tokens import DARK, LIGHT, Tokens
from kartoteka.ui.widgets.chips import TONES

READABLE, FIGURES = 4.5, 7.0
PAIRS = [
    ("ink", "background"),
    ("ink", "card"),
    ("ink", "bar"),
    ("ink", "hover"),
    ("muted", "background"),
    ("muted", "card"),
    ("muted", "bar"),
    ("rail_ink", "rail"),
    ("rail_ink", "rail_chosen"),
    ("accent", "card"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("on_alarm", "alarm"),
    ("alarm", "card"),
    ("care_ink", "card"),
    ("well", "card"),
    ("toast_ink", "toast"),
    *TONES.values(),
]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(name: str) -> float:
    color = QColor(name)
    channels = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    )
    return sum(
        weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), channels, strict=True)
    )


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_text_can_be_read_on_its_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= READABLE


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_figures_stand_out_most(tokens: Tokens) -> None:
    assert contrast(tokens.ink, tokens.card) >= FIGURES


def test_an_icon_takes_the_colour_of_its_token_and_follows_the_look(
    qtbot: QtBot, theme: Theme
) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    theme.dress(button.setIcon, "phone", "accent", 20)
    light = _ink(button.icon())

    theme.set_mode("dark")

    assert light == QColor(LIGHT.accent).name()
    assert _ink(button.icon()) == QColor(DARK.accent).name()


def test_a_widget_that_is_gone_is_dressed_no_more(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton()
    theme.dress(button.setIcon, "phone")
    button.deleteLater()
    qtbot.waitSignal(button.destroyed).wait()

    theme.set_mode("dark")

    assert theme.tokens is DARK


def _ink(icon: QIcon) -> str:
    """The strongest colour of an icon's picture."""
    image = icon.pixmap(20, 20).toImage()
    points = (image.pixelColor(x, y) for x in range(20) for y in range(20))
    strongest = max(points, key=lambda color: color.alpha())
    return QColor(strongest.red(), strongest.green(), strongest.blue()).name()


EDGES = [("field", "card"), ("field", "background"), ("accent", "card"), ("accent", "background")]
RINGS = [("rail_ring", "rail"), ("rail_ring", "rail_chosen"), ("toast_ring", "toast")]
SEEN = 3.0
"""The least contrast of what is no text but must be seen (WCAG 1.4.11)."""


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES + RINGS)
def test_edges_of_fields_and_rings_of_the_focus_are_seen(
    tokens: Tokens, edge: str, ground: str
) -> None:
    assert contrast(getattr(tokens, edge), getattr(tokens, ground)) >= SEEN
