"""The desk: one worker thread that owns the shop; the window asks and is answered, never waits."""

import logging
import sys
import threading
from collections import deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from kartoteka.domain.watching import Stopped, Watch
from kartoteka.ui.theme import dead

if TYPE_CHECKING:
    from kartoteka.domain.opening import Opening
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done

T = TypeVar("T")
Failed = Callable[[Exception], Any]
Progress = Callable[[int, int], None]
"""Called with what is done and what there is to do; 0 means: not known."""
TURN_SECONDS = 0.001
"""How long one thread may keep the interpreter from the other (Python's own 5 ms are felt)."""
SLOW_MS = 400
"""An answer that takes longer is waited for: the window says that it is on its way."""
_log = logging.getLogger(__name__)


class Job(QObject):
    """A long piece of work on its way; the window shows its progress and may cancel it."""

    progressed = Signal(int, int)
    finished = Signal()

    def __init__(self, text: str = "") -> None:
        """`text` says what is being done; '' when a page shows it itself."""
        super().__init__()
        self.text = text
        self._stop = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at the next good moment."""
        self._stop.set()

    def cancelled(self) -> bool:
        """Whether somebody asked to stop; the work looks at this between its steps."""
        return self._stop.is_set()


@dataclass(slots=True)
class _Turns:
    """How often was asked with one key; the worker reads it while the window counts."""

    newest: int = 0


@dataclass(slots=True, eq=False)
class _Question:
    run: Callable[[Any], Any] | None
    then: Callable[[Any], Any] | None
    failed: Failed | None
    turns: "_Turns | None" = None
    turn: int = 0
    writes: bool = False
    job: Job | None = None
    answer: Any = None
    error: Exception | None = None
    opens: bool = field(default=False)

    def let_go(self) -> None:
        """Forget who asked: the worker keeps its last question while it waits for the next.

        In the window's thread, where widgets must die.
        """
        self.run = self.then = self.failed = self.answer = None


class Errand(QObject):
    """One piece of work on a thread of its own, while no book is open (making one, restoring)."""

    progressed = Signal(int, int)
    _ended = Signal(object, object)

    def __init__(self, then: Callable[[Any], Any], failed: Failed) -> None:
        """`then(answer)` or `failed(error)` comes in the window's thread."""
        super().__init__()
        self._then, self._failed = then, failed
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def start(self, fn: Callable[[Progress], Any]) -> None:
        """Run `fn(progress)`."""

        def run() -> None:
            try:
                answer = fn(self.progressed.emit)
            except Exception as error:
                self._ended.emit(None, error)
            else:
                self._ended.emit(answer, None)

        threading.Thread(target=run, name="errand", daemon=True).start()

    def _on_ended(self, answer: Any, error: Exception | None) -> None:
        if error is not None:
            self._failed(error)
        else:
            self._then(answer)


class Desk(QObject):
    """Takes questions from the window one after another to the shop on its own thread."""

    opened = Signal()
    open_failed = Signal(object)
    delayed = Signal(object)
    """The book needs work that may take long before it opens; carries `Opening`."""
    changed = Signal(object)
    """Something was written; carries `Changes`."""
    trouble = Signal(object)
    """A question failed and nobody looked after it; carries the exception."""
    asked = Signal()
    """Somebody wants something of the book."""
    work_begun = Signal(object)
    """Long work was asked for; carries its `Job`."""
    stopped = Signal()
    """Long work was given up as the user wished, and nothing was changed."""
    slow = Signal(bool)
    """An answer lets one wait; False once everything is answered."""
    closed = Signal()
    _answered = Signal(object)

    def __init__(self, open_shop: "Callable[[], Shop]") -> None:
        """`open_shop` is called on the worker thread by `start`; the connection lives there."""
        super().__init__()
        self._open_shop = open_shop
        self._close_shop: Callable[[Any], Any] | None = None
        self._shop: Any = None
        self._queue: deque[_Question] = deque()
        self._ready = threading.Condition()
        self._turns: dict[Hashable, _Turns] = {}
        self._turns_of_widgets: WeakKeyDictionary[QObject, dict[Hashable, _Turns]] = (
            WeakKeyDictionary()
        )
        self._thread: threading.Thread | None = None
        self._closing = False
        self._told: Opening | None = None
        self._is_slow = False
        self._given = self._given_before = 0
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SLOW_MS)
        self._patience.timeout.connect(self._on_impatient)
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)

    @property
    def is_open(self) -> bool:
        """Whether the book is open and questions are answered."""
        return self._shop is not None

    @property
    def is_idle(self) -> bool:
        """Whether nothing waits and nothing is on its way back (for tests)."""
        with self._ready:
            return not self._queue and self._waiting == 0

    _waiting = 0

    def start(self) -> None:
        """Open the shop; `opened` or `open_failed` follows."""
        sys.setswitchinterval(TURN_SECONDS)
        self._put(_Question(lambda _: None, None, None, opens=True))
        self._thread = threading.Thread(target=self._work, name="desk", daemon=True)
        self._thread.start()

    def ask(
        self,
        fn: "Callable[[Shop], T]",
        then: Callable[[T], Any],
        failed: Failed | None = None,
        key: Hashable = None,
    ) -> None:
        """Read: `then(answer)` comes in the window's thread.

        With a `key` only the newest question counts: an older one is not asked any more, or its
        answer is thrown away. An error goes to `failed`, or else is shown as a notice.
        """
        turns, turn = self._take_turn(key)
        self._put(_Question(fn, then, failed, turns, turn))

    def change(
        self,
        fn: "Callable[[Shop], Done[T]]",
        then: "Callable[[Done[T]], Any] | None" = None,
        failed: Failed | None = None,
        key: Hashable = None,
    ) -> None:
        """Write: `then(done)` comes first, then `changed` tells every page what is stale.

        With a `key` the newest of several writes replaces those that still wait.
        """
        turns, turn = self._take_turn(key)
        self._put(_Question(fn, then, failed, turns, turn, writes=True))

    def work(
        self,
        fn: "Callable[[Shop, Progress, Callable[[], bool]], T]",
        then: Callable[[T], Any] | None,
        failed: Failed | None = None,
        text: str = "",
    ) -> Job:
        """Long work: `fn(shop, progress, cancelled)`; a `Done` that comes back is announced.

        With a `text` the strip below the pages shows how far it is, and a button that stops it.
        """
        job = Job(text)

        def run(shop: Any) -> Any:
            with shop.watched(Watch(job.progressed.emit, job.cancelled)):
                return fn(shop, job.progressed.emit, job.cancelled)

        self.work_begun.emit(job)
        self._put(_Question(run, then, failed, writes=True, job=job))
        return job

    def long_change(
        self,
        fn: "Callable[[Shop], Done[T]]",
        text: str,
        then: "Callable[[Done[T]], Any] | None" = None,
        failed: Failed | None = None,
    ) -> Job:
        """Write as `change` does, where many rows may take long: `text` says what is done."""
        return self.work(lambda shop, _progress, _cancelled: fn(shop), then, failed, text)

    def go_on(self, task: "Opening") -> bool:
        """For `open_shop`: announce what the book waits for; False when nobody waits any more."""
        if task is not self._told:
            self._told = task
            self.delayed.emit(task)
        return not self._closing

    def close(self, close_shop: "Callable[[Shop], Any] | None" = None) -> None:
        """Answer what was asked, then close the shop; `closed` follows."""
        self._closing = True
        self._close_shop = close_shop
        with self._ready:
            self._ready.notify()
        if self._thread is None:
            self.closed.emit()

    def wait_closed(self, seconds: float = 30.0) -> None:
        """Wait for the worker to end; only for the very end of the program."""
        if self._thread is not None:
            self._thread.join(seconds)

    def _put(self, question: _Question) -> None:
        self.asked.emit()
        with self._ready:
            self._queue.append(question)
            self._waiting += 1
            self._ready.notify()
        if not (question.opens or self._is_slow or self._patience.isActive()):
            self._given_before = self._given
            self._patience.start()

    def _on_impatient(self) -> None:
        """Nothing was answered for a while; or the question in hand is a newer one."""
        if self.is_idle:
            return
        if self._given != self._given_before:
            self._given_before = self._given
            self._patience.start()
            return
        self._is_slow = True
        self.slow.emit(True)

    def _work(self) -> None:
        while True:
            with self._ready:
                while not self._queue and not self._closing:
                    self._ready.wait()
                if not self._queue:
                    break
                question = self._queue.popleft()
            self._answer(question)
        if self._shop is not None and self._close_shop is not None:
            try:
                self._close_shop(self._shop)
            except Exception:
                _log.exception("the book was not closed as it should be")
        self._shop = None
        self._emit(None)

    def _answer(self, question: _Question) -> None:
        try:
            if question.opens:
                self._shop = self._open_shop()
            elif not self._outdated(question):
                if self._shop is None or question.run is None:
                    return
                question.answer = question.run(self._shop)
        except Exception as error:
            question.error = error
        finally:
            self._emit(question)

    def _emit(self, question: _Question | None) -> None:
        try:
            self._answered.emit(question)
        except RuntimeError:
            _log.debug("an answer came after the window had gone")

    def _outdated(self, question: _Question) -> bool:
        return question.turns is not None and question.turns.newest != question.turn

    def _take_turn(self, key: Hashable) -> tuple[_Turns | None, int]:
        if key is None:
            return None, 0
        turns = self._turns_of(key)
        turns.newest += 1
        return turns, turns.newest

    def _turns_of(self, key: Hashable) -> _Turns:
        """A widget in a key is held weakly: a closed dialog must not live on in here."""
        parts = key if isinstance(key, tuple) else (key,)
        for widget in parts:
            if isinstance(widget, QObject):
                rest = tuple(part for part in parts if part is not widget)
                return self._turns_of_widgets.setdefault(widget, {}).setdefault(rest, _Turns())
        return self._turns.setdefault(key, _Turns())

    def _on_answered(self, question: _Question | None) -> None:
        if question is None:
            self.closed.emit()
            return
        with self._ready:
            self._waiting -= 1
        if question.opens:
            self._announce_opening(question.error)
        else:
            self._hand_over(question)
        question.let_go()

    def _hand_over(self, question: _Question) -> None:
        self._given += 1
        if question.job is not None:
            question.job.finished.emit()
        if self._is_slow and self.is_idle:
            self._is_slow = False
            self.slow.emit(False)
        if question.error is not None:
            self._announce_error(question)
            return
        if not self.is_open:
            return
        # A write that was made is announced even when a newer one waits behind it.
        changes = getattr(question.answer, "changes", None) if question.writes else None
        if changes is None and self._outdated(question):
            return
        if question.then is not None and not dead(question.then):
            question.then(question.answer)
        if changes is not None and not changes.is_nothing:
            self.changed.emit(changes)

    def _announce_opening(self, error: Exception | None) -> None:
        if error is None:
            self.opened.emit()
        elif not self._closing:
            self.open_failed.emit(error)

    def _announce_error(self, question: _Question) -> None:
        assert question.error is not None  # noqa: S101 - told apart by the caller
        if question.failed is not None:
            if not dead(question.failed):
                question.failed(question.error)
        elif isinstance(question.error, Stopped):
            self.stopped.emit()
        else:
            self.trouble.emit(question.error)
