"""The bar above the pages: the search, and at the right the buttons of the page that is open."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

HEIGHT = 60


class TopBar(QFrame):
    """Holds the search field and whatever buttons the open page has."""

    def __init__(self, search: QWidget) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(HEIGHT)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(14)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 0, 22, 0)
        row.setSpacing(14)
        row.addWidget(search, 3)
        row.addStretch(2)
        row.addLayout(self._buttons)

    def show_buttons(self, buttons: Sequence[QWidget]) -> None:
        """Show these in the place of the ones before, which their page keeps."""
        while self._buttons.count():
            item = self._buttons.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
        for button in buttons:
            self._buttons.addWidget(button)
            button.show()
