"""White cards with a thin line, their heads, and labels that end in dots instead of being cut."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kartoteka.i18n import Words
from kartoteka.ui.speech import Speech


class CardFrame(QFrame):
    """A card on the paper ground; `body` is its column of contents."""

    def __init__(self, *, margin: int = 16, spacing: int = 10, edge: str = "") -> None:
        """`edge` top or left draws the accent along that side."""
        super().__init__()
        self.setObjectName("card")
        if edge:
            self.setProperty("edge", edge)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(spacing)
        self.about: Callable[[Words], str] | None = None
        """What the card is about, once `begin` has said it."""

    def begin(self, speech: Speech, head: Callable[[Words], str]) -> None:
        """Put the head over the contents; lists of cards name the card by it too."""
        self.about = head
        self.body.addWidget(said(speech, head, "head"))


class ElidedLabel(QLabel):
    """One line that ends in dots where there is no room, with the whole text as its tooltip."""

    def __init__(self, text: str = "", *, look: str = "") -> None:
        """`look` is a kind of text of the style sheet: head, title, muted, small."""
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        if look:
            self.setProperty("look", look)

    def setText(self, text: str) -> None:
        """Change the text; the tooltip follows."""
        super().setText(text)
        self._follow()

    def minimumSizeHint(self) -> QSize:
        """It may be as narrow as a few letters."""
        return QSize(min(40, super().sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell in the tooltip what no longer fits."""
        super().resizeEvent(event)
        self._follow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        room = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(self.alignment()), text)

    def _follow(self) -> None:
        wide = QFontMetrics(self.font()).horizontalAdvance(self.text())
        self.setToolTip(self.text() if wide > self.contentsRect().width() else "")


class WrappedLabel(QLabel):
    """Lines of text that keep the height they need; a plain QLabel is cut in nested layouts."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def setText(self, text: str) -> None:
        """Change the text; the height follows."""
        super().setText(text)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for another height."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """So does another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._grow()

    def _grow(self) -> None:
        if self.width() > 0 and self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            before = self.minimumHeight()
            self.setMinimumHeight(0)  # or the label could never become lower again
            self.setMinimumHeight(max(0, self.heightForWidth(self.width())))
            if self.minimumHeight() != before:
                # Said again when the layouts around are done: at work they do not listen.
                QTimer.singleShot(0, self, self.updateGeometry)


def label(look: str = "", text: str = "", *, wrap: bool = False) -> QLabel:
    """A plain label of one look of the style sheet; texts are never read as markup."""
    made = WrappedLabel(text) if wrap else QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if look:
        made.setProperty("look", look)
    return made


def said(
    speech: Speech, phrase: Callable[[Words], str], look: str = "", *, wrap: bool = False
) -> QLabel:
    """A label whose text follows the language."""
    made = label(look, wrap=wrap)
    speech.bind(made.setText, phrase)
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and let it look again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def scrolling(content: QWidget) -> QScrollArea:
    """Put a page's content where it can be scrolled when the window is small."""
    area = QScrollArea()
    area.setObjectName("scroll")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area
