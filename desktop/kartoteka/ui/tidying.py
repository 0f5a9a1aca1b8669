"""Collects garbage in the window's own thread, at rest.

Python collects cycles in whatever thread happens to allocate; a widget freed on the worker thread
takes Qt down with it. So automatic collection is off from the start (which also makes the start
shorter, since nothing made there is garbage), and the window collects instead while nobody types:
a collection in between is felt as a letter that comes late.
"""

import gc
import linecache
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
REST = 1.5
"""Seconds since the last key or question, after which the window counts as resting."""
THRESHOLDS = (700, 10, 10)
"""As many new objects, and as many younger collections, as Python itself waits for."""
TOO_MUCH = 200_000
"""So many new objects are looked through without a rest, or long work would eat the memory."""


def stop_collecting() -> None:
    """From now on only a Tidier collects."""
    gc.disable()


def forget_sources() -> None:
    """Let go of the source texts of all modules: 5 MB after the start.

    PySide6 reads each module that is imported after it, to see whether it names PySide6, and
    Python keeps what was read. A trace of a fault reads its few lines again.
    """
    linecache.clearcache()


class Tidier(QObject):
    """Collects when there is something to collect; lives in the window's thread."""

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` tells seconds."""
        super().__init__(parent)
        self._clock = clock
        self._stirred = clock()
        self._frozen = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.tidy_at_rest)
        self._timer.start()

    def stir(self) -> None:
        """Somebody is at work: collect later."""
        self._stirred = self._clock()

    def tidy_at_rest(self) -> None:
        """Collect unless somebody is at work just now."""
        if self._clock() - self._stirred >= REST:
            self.tidy()
        elif gc.get_count()[0] > TOO_MUCH:
            gc.collect(0)

    def tidy(self) -> None:
        """Collect the youngest generations that are full.

        What stands when this is done first is left out from then on, so that looking through
        everything stays short.
        """
        forget_sources()
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
