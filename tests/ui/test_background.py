"""The desk: questions in order, the newest only, and no answer to a widget that is gone."""

import gc
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from kartoteka.domain.watching import UNWATCHED, Watch
from kartoteka.shop.changes import Changes, Done
from kartoteka.ui.background import Desk, Errand

WAIT = 30_000


@dataclass
class FakeShop:
    """Stands where the shop stands; knows its thread, and who watches."""

    thread: int
    watch: Watch = UNWATCHED

    @contextmanager
    def watched(self, watch: Watch) -> Iterator[None]:
        self.watch = watch
        yield


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Any]:
    desk = Desk(lambda: FakeShop(threading.get_ident()))  # type: ignore[arg-type, return-value]
    with qtbot.waitSignal(desk.opened, timeout=WAIT):
        desk.start()
    yield desk
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        desk.close()


def settle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: desk.is_idle, timeout=WAIT)


def test_questions_run_on_the_worker_and_answers_come_in_the_window(
    qtbot: QtBot, desk: Any
) -> None:
    seen: list[tuple[bool, bool]] = []

    def then(on_worker: bool) -> None:
        seen.append((on_worker, QThread.currentThread() is desk.thread()))

    desk.ask(lambda shop: threading.get_ident() == shop.thread, then)
    settle(qtbot, desk)

    assert seen == [(True, True)]


def test_only_the_newest_question_of_a_key_is_answered(qtbot: QtBot, desk: Any) -> None:
    gate, asked, answers = threading.Event(), [], []
    desk.ask(lambda _: gate.wait(), lambda _: None)
    for letters in ("и", "ив", "ива"):
        desk.ask(lambda _, text=letters: asked.append(text) or text, answers.append, key="search")
    gate.set()
    settle(qtbot, desk)

    assert answers == ["ива"]
    assert asked == ["ива"]


def test_a_change_is_announced_after_its_own_answer(qtbot: QtBot, desk: Any) -> None:
    order: list[object] = []
    desk.changed.connect(order.append)
    changes = Changes(clients=frozenset({7}))

    desk.change(lambda _: Done("saved", changes), lambda done: order.append(done.value))
    settle(qtbot, desk)

    assert order == ["saved", changes]


def test_a_failed_question_without_a_listener_is_a_trouble(qtbot: QtBot, desk: Any) -> None:
    def fail(_shop: object) -> None:
        raise KeyError("no")

    heard: list[Exception] = []
    desk.ask(fail, lambda _: None, heard.append)
    with qtbot.waitSignal(desk.trouble, timeout=WAIT) as trouble:
        desk.ask(fail, lambda _: None)
    settle(qtbot, desk)

    assert isinstance(heard[0], KeyError)
    assert isinstance(trouble.args[0], KeyError)


def test_an_answer_to_a_widget_that_is_gone_is_dropped(qtbot: QtBot, desk: Any) -> None:
    class Listener(QObject):
        def hear(self, answer: object) -> None:
            raise AssertionError(answer)

    listener, gate = Listener(), threading.Event()
    desk.ask(lambda _: gate.wait(), listener.hear)
    listener.deleteLater()
    qtbot.waitSignal(listener.destroyed).wait()
    gate.set()

    settle(qtbot, desk)


def test_long_work_tells_its_progress_and_stops_when_asked(qtbot: QtBot, desk: Any) -> None:
    listened, stopped = threading.Event(), threading.Event()

    def count(_shop: object, progress: Any, cancelled: Any) -> bool:
        listened.wait(WAIT / 1000)
        progress(1, 10)
        stopped.wait(WAIT / 1000)
        return bool(cancelled())

    ended: list[bool] = []
    job = desk.work(count, ended.append)
    with qtbot.waitSignal(job.progressed, timeout=WAIT) as progressed:
        listened.set()
    job.cancel()
    with qtbot.waitSignal(job.finished, timeout=WAIT):
        stopped.set()
    settle(qtbot, desk)

    assert progressed.args == [1, 10]
    assert ended == [True]


def test_a_book_that_cannot_be_opened_is_told(qtbot: QtBot) -> None:
    def refuse() -> Any:
        raise FileNotFoundError("kartoteka.db")

    desk = Desk(refuse)
    with qtbot.waitSignal(desk.open_failed, timeout=WAIT) as failed:
        desk.start()
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        desk.close()

    assert isinstance(failed.args[0], FileNotFoundError)
    assert not desk.is_open


def test_closing_answers_what_was_asked_first(qtbot: QtBot) -> None:
    closed_with: list[str] = []
    desk = Desk(lambda: FakeShop(0))  # type: ignore[arg-type, return-value]
    with qtbot.waitSignal(desk.opened, timeout=WAIT):
        desk.start()
    written: list[str] = []
    desk.ask(lambda _: written.append("sale"), lambda _: None)
    with qtbot.waitSignal(desk.closed, timeout=WAIT):
        desk.close(lambda _: closed_with.append(",".join(written)))

    assert closed_with == ["sale"]


def test_an_errand_needs_no_open_book(qtbot: QtBot) -> None:
    answers: list[object] = []
    errand = Errand(answers.append, answers.append)
    errand.start(lambda progress: (progress(1, 2), "made")[1])
    qtbot.waitUntil(lambda: bool(answers), timeout=WAIT)

    refused = Errand(answers.append, answers.append)

    def refuse(_progress: object) -> None:
        raise OSError("disk full")

    refused.start(refuse)
    qtbot.waitUntil(lambda: len(answers) == 2, timeout=WAIT)

    assert answers[0] == "made"
    assert isinstance(answers[1], OSError)


def test_work_that_is_stopped_is_no_trouble(qtbot: QtBot, desk: Any) -> None:
    troubles: list[Exception] = []
    desk.trouble.connect(troubles.append)

    def work(shop: FakeShop, _progress: object, _cancelled: object) -> None:
        shop.watch.tell(1, 2)

    gate = threading.Event()
    desk.ask(lambda _: gate.wait(), lambda _: None)
    job = desk.work(work, lambda _: None, text="Counting…")
    job.cancel()
    with qtbot.waitSignal(desk.stopped, timeout=WAIT):
        gate.set()
    settle(qtbot, desk)

    assert troubles == []


def test_a_slow_answer_is_told_until_everything_is_answered(qtbot: QtBot, desk: Any) -> None:
    gate = threading.Event()
    with qtbot.waitSignal(desk.slow, timeout=WAIT) as begun:
        desk.ask(lambda _: gate.wait(), lambda _: None)
    with qtbot.waitSignal(desk.slow, timeout=WAIT) as ended:
        gate.set()

    assert (begun.args, ended.args) == ([True], [False])
    assert desk.is_idle


@pytest.mark.parametrize("part", [None, "facts"])
def test_a_widget_that_asked_is_let_go_when_it_is_closed(
    qtbot: QtBot, desk: Any, part: str | None
) -> None:
    class Dialog(QObject):
        answers = 0

        def show(self, _answer: object) -> None:
            self.answers += 1

    dialog = Dialog()
    desk.ask(lambda _: 1, dialog.show, key=(dialog, part) if part else dialog)
    settle(qtbot, desk)
    assert dialog.answers == 1
    seen = weakref.ref(dialog)

    del dialog
    gc.collect()

    assert seen() is None
