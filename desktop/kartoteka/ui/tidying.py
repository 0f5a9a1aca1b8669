"""Collects garbage in the window's own thread, at rest.

Python collects cycles in whatever thread happens to allocate; a widget freed on the worker thread
takes Qt down with it. So automatic collection is off from the start (which also makes the start
shorter, since nothing made there is garbage), and a timer of the window collects instead.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
THRESHOLDS = (700, 10, 10)
"""As many new objects, and as many younger collections, as Python itself waits for."""


def stop_collecting() -> None:
    """From now on only a Tidier collects."""
    gc.disable()


class Tidier(QObject):
    """Collects when there is something to collect; lives in the window's thread."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._frozen = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.tidy)
        self._timer.start()

    def tidy(self) -> None:
        """Collect the youngest generations that are full; the start's objects are left out."""
        if not self._frozen:
            self._frozen = True
            gc.freeze()
        counts = gc.get_count()
        full = [
            generation
            for generation, (count, most) in enumerate(zip(counts, THRESHOLDS, strict=True))
            if count > most
        ]
        if full:
            gc.collect(max(full))
