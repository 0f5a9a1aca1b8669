"""Looks at a window as a careful eye does: is a text cut, do things overlap, has all a name."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QWidget,
)

from kartoteka.ui.rail import RailButton
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import ElidedLabel

SLACK = 1
"""Pixels that rounding may take."""


def shown(root: QWidget) -> Iterator[QWidget]:
    """Every visible widget inside, the root too."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisibleTo(root) and widget.width() > 0:
            yield widget


def cut_texts(root: QWidget) -> list[str]:
    """Labels, buttons, heads and hints whose words do not fit and that do not say so."""
    return [f"{_kind(widget)}: {text}" for widget in shown(root) for text in _cut(widget)]


def nameless(root: QWidget) -> list[str]:
    """Controls that take the focus and have no accessible name."""
    found = []
    for widget in shown(root):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or isinstance(widget, QScrollBar):
            continue
        if not widget.isEnabled() or widget.focusProxy() is not None:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is not None and not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{_kind(widget)} {widget.objectName()} in {_path(widget, root)}")
    return found


def overlapping(root: QWidget) -> list[str]:
    """Texts that lie over each other within the same parent."""
    found = []
    texts = [widget for widget in shown(root) if isinstance(widget, QLabel | QAbstractButton)]
    for place, one in enumerate(texts):
        for other in texts[place + 1 :]:
            if other.parentWidget() is one.parentWidget() and _deep(one, other):
                found.append(f"{_text(one)!r} and {_text(other)!r}")
    return found


def _deep(one: QWidget, other: QWidget) -> bool:
    common = one.geometry().intersected(other.geometry())
    return common.width() > 2 and common.height() > 2


def _cut(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, RailButton | ElidedLabel):
        if _needs_tooltip(widget) and not widget.toolTip():
            yield _text(widget)
    elif isinstance(widget, QLabel):
        yield from _cut_label(widget)
    elif isinstance(widget, QAbstractButton):
        yield from _cut_button(widget)
    elif isinstance(widget, QComboBox | QLineEdit):
        yield from _cut_field(widget)
    elif isinstance(widget, QHeaderView):
        yield from _cut_heads(widget)
    elif isinstance(widget, QTabBar):
        yield from _cut_tabs(widget)


def _cut_button(button: QAbstractButton) -> Iterator[str]:
    if not button.text():
        return
    needed = (
        button.sizeHint().width()
        if isinstance(button, Button)
        else QFontMetrics(button.font()).horizontalAdvance(button.text())
    )
    if button.width() + SLACK < needed:
        yield button.text()


def _cut_field(field: QComboBox | QLineEdit) -> Iterator[str]:
    if isinstance(field, QComboBox):
        if not field.toolTip():
            yield from _too_wide(field, field.currentText(), 30)
    elif not field.text() and not field.isReadOnly() and field.objectName() != "searchInput":
        yield from _too_wide(field, field.placeholderText(), 16)


def _cut_tabs(bar: QTabBar) -> Iterator[str]:
    for tab in range(bar.count()):
        yield from (
            [bar.tabText(tab)]
            if bar.tabRect(tab).width() + SLACK
            < QFontMetrics(bar.font()).horizontalAdvance(bar.tabText(tab))
            else []
        )


def _cut_label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if not text.strip() or not label.pixmap().isNull():
        return
    room = label.contentsRect()
    flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
    metrics = QFontMetrics(label.font())
    if not label.wordWrap():
        if metrics.horizontalAdvance(text) > room.width() + SLACK and not label.toolTip():
            yield text
        return
    needed = metrics.boundingRect(QRect(0, 0, room.width(), 100_000), int(flags), text)
    if (
        needed.height() > room.height() + 2
        or needed.width() > room.width() + SLACK
        or not _inside_parent(label)
    ):
        yield text


def _inside_parent(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is None or parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())


def _too_wide(widget: QWidget, text: str, margins: int) -> Iterator[str]:
    if QFontMetrics(widget.font()).horizontalAdvance(text) > widget.width() - margins + SLACK:
        yield text


def _cut_heads(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if model is None or header.orientation() is not Qt.Orientation.Horizontal:
        return
    font = header.font()
    font.setPixelSize(13)
    for section in range(header.count()):
        if header.isSectionHidden(section):
            continue
        text = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        wide = max(
            (QFontMetrics(font).horizontalAdvance(line) for line in text.split("\n")), default=0
        )
        if wide > header.sectionSize(section) - 16:
            yield text


def _needs_tooltip(widget: QWidget) -> bool:
    if isinstance(widget, RailButton):
        return widget.width() < 100
    wide = QFontMetrics(widget.font()).horizontalAdvance(_text(widget))
    return wide > widget.contentsRect().width() + SLACK


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def _kind(widget: QWidget) -> str:
    return type(widget).__name__


def _path(widget: QWidget, root: QWidget) -> str:
    corner = widget.mapTo(root, QPoint(0, 0)) if widget is not root else QPoint(0, 0)
    parents = []
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        parents.append(_kind(parent))
        parent = parent.parentWidget()
    return f"{'/'.join(reversed(parents[:4]))} at {corner.x()},{corner.y()}"
