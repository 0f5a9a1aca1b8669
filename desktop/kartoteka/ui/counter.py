"""This counter: how it prints, and the one thread that feeds its printers."""

import threading
import traceback
from collections import deque
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from kartoteka.domain.printing import Ways, changed, shown, ways_from
from kartoteka.ui.preferences import PreferencesFile
from kartoteka.ui.theme import dead

T = TypeVar("T")
Then = Callable[[Any], Any]


class Counter(QObject):
    """Printers are slow and may hang: neither the window nor the book waits for them."""

    changed = Signal()
    """The counter prints in another way from now on."""
    _ended = Signal(int, object, object)

    def __init__(self, preferences: PreferencesFile | None = None) -> None:
        """What this computer remembers; without a file nothing is kept (tests, pictures)."""
        super().__init__()
        self._preferences = preferences or PreferencesFile(None)
        self._jobs: deque[tuple[int, Callable[[], Any]]] = deque()
        self._number = 0
        # Kept apart from the jobs: what the printers' thread holds, it may be the one to free,
        # and a widget that is freed on another thread ends the program.
        self._waiting: dict[int, tuple[Then, Then]] = {}
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def ways(self) -> Ways:
        """How this counter prints."""
        return ways_from(self._preferences.now.printing)

    def change(self, key: str, value: str) -> None:
        """Set one of the keys of `domain.printing`; raises BadSetting, BadPrinterAddress."""
        values = shown(changed(self.ways, key, value))
        self._preferences.change(printing=values)
        self.changed.emit()

    @property
    def is_idle(self) -> bool:
        """Whether nothing is at the printers, and every answer has come (for tests)."""
        return not self._waiting

    def feed(
        self, job: Callable[[], T], then: Callable[[T], Any], failed: Callable[[Exception], Any]
    ) -> None:
        """Do `job`, which holds no widget, on the printers' thread, after the jobs before it.

        `then(answer)` or `failed(error)` comes in the window's thread.
        """
        self._number += 1
        self._waiting[self._number] = (then, failed)
        with self._lock:
            self._jobs.append((self._number, job))
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="printers", daemon=True)
                self._thread.start()

    def wait(self, seconds: float = 20.0) -> None:
        """Let the printers take what they were given; for the end of the program."""
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join(seconds)

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._jobs:
                    self._thread = None
                    return
                number, job = self._jobs.popleft()
            answer, error = None, None
            try:
                answer = job()
            except Exception as trouble:
                traceback.clear_frames(trouble.__traceback__)
                error = trouble
            try:
                self._ended.emit(number, answer, error)
            except RuntimeError:
                continue  # the window has gone; the paper has come out all the same

    def _on_ended(self, number: int, answer: Any, error: Exception | None) -> None:
        then, failed = self._waiting.pop(number)
        if error is None:
            if not dead(then):
                then(answer)
        elif not dead(failed):
            failed(error)
