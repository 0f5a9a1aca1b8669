"""What a key means on the Calls page, and who is called next."""

from datetime import date, datetime

import pytest

from kartoteka.domain.contacts import Outcome, Reason, ReasonKind
from kartoteka.i18n.words import Words
from kartoteka.shop.views import CallLine, CallList
from kartoteka.ui.calls import presenter
from kartoteka.ui.calls.presenter import Answer, ListPresenter, Step

WORDS = Words("en")
TODAY = date(2026, 11, 21)


def line(call: int, outcome: Outcome | None = None, **more: object) -> CallLine:
    return CallLine(
        id=call,
        list_id=1,
        position=call,
        client=100 + call,
        name=f"Client {call}",
        phone="+359888123456",
        hours="",
        reason=Reason(ReasonKind.QUIET, usual_days=12, silent_days=41, visits=5),
        outcome=outcome,
        **more,  # type: ignore[arg-type]
    )


def of(*lines: CallLine, list_id: int = 1) -> CallList:
    return CallList(list_id, TODAY, datetime(2026, 11, 21, 9), "Мария", lines)  # noqa: DTZ001


@pytest.fixture
def shown() -> ListPresenter:
    """Three calls; the first is done."""
    presenter = ListPresenter()
    presenter.show(of(line(1, Outcome.WILL_COME), line(2), line(3)))
    return presenter


def current(presenter: ListPresenter) -> int:
    assert presenter.current is not None
    return presenter.current.id


def test_the_first_call_without_an_outcome_is_in_hand(shown: ListPresenter) -> None:
    assert current(shown) == 2
    assert shown.progress == (1, 3)


def test_most_outcomes_are_written_down_at_once(shown: ListPresenter) -> None:
    assert shown.choose(Outcome.NO_ANSWER, TODAY) is Step.RECORD
    assert shown.answer == Answer(2, Outcome.NO_ANSWER)


def test_a_call_back_asks_for_the_day_and_suggests_tomorrow(shown: ListPresenter) -> None:
    assert shown.choose(Outcome.CALL_BACK, TODAY) is Step.ASK_DAY
    assert shown.answer.call_back_on == date(2026, 11, 22)
    shown.set_day(date(2026, 12, 1))
    assert shown.answer.call_back_on == date(2026, 12, 1)


def test_a_complaint_asks_for_the_words_unless_they_stand_there(shown: ListPresenter) -> None:
    assert shown.choose(Outcome.COMPLAINT, TODAY) is Step.ASK_WORDS
    shown.write("The clasp broke")
    assert shown.choose(Outcome.COMPLAINT, TODAY) is Step.RECORD


def test_a_day_says_nothing_without_a_promise_to_call_back(shown: ListPresenter) -> None:
    shown.choose(Outcome.ALL_WELL, TODAY)
    shown.set_day(date(2026, 12, 1))
    assert shown.answer.call_back_on is None


def test_what_was_typed_stays_while_another_call_is_in_hand(shown: ListPresenter) -> None:
    shown.write("comes on Friday")
    shown.take(3)
    assert shown.answer == Answer(3)
    shown.take(2)
    assert shown.answer.said == "comes on Friday"


def test_what_was_typed_survives_a_fresh_reading_of_the_list(shown: ListPresenter) -> None:
    shown.take(3)
    shown.write("later")
    shown.show(of(line(1, Outcome.WILL_COME), line(2, Outcome.NO_ANSWER), line(3)))
    assert current(shown) == 3
    assert shown.answer.said == "later"


def test_after_a_call_the_next_one_without_an_outcome_follows(shown: ListPresenter) -> None:
    shown.choose(Outcome.WILL_COME, TODAY)
    assert shown.written(line(2, Outcome.WILL_COME)) == 3
    assert not shown.is_draft
    shown.take(3)
    assert shown.written(line(3, Outcome.ALL_WELL)) is None
    assert shown.progress == (3, 3)


def test_after_the_last_row_the_search_goes_on_from_the_top() -> None:
    presenter = ListPresenter()
    presenter.show(of(line(1), line(2)))
    presenter.take(2)
    assert presenter.written(line(2, Outcome.ALL_WELL)) == 1


def test_esc_takes_a_chosen_outcome_back_and_leaves_the_words(shown: ListPresenter) -> None:
    shown.write("will think about it")
    shown.choose(Outcome.CALL_BACK, TODAY)
    assert shown.drop()
    assert shown.answer == Answer(2, None, "will think about it")
    assert not shown.drop()


def test_an_outcome_may_be_changed_later(shown: ListPresenter) -> None:
    shown.take(1)
    assert shown.answer.outcome is Outcome.WILL_COME
    assert shown.choose(Outcome.DO_NOT_CALL, TODAY) is Step.RECORD
    assert shown.answer.outcome is Outcome.DO_NOT_CALL


def test_another_list_begins_at_its_own_first_call(shown: ListPresenter) -> None:
    shown.show(of(line(7), line(8), list_id=2))
    assert current(shown) == 7


def test_nothing_happens_on_an_empty_list() -> None:
    presenter = ListPresenter()
    presenter.show(of())
    assert presenter.current is None
    assert presenter.choose(Outcome.WILL_COME, TODAY) is Step.RECORD
    assert presenter.answer == Answer(0)


def test_every_outcome_has_a_sign_and_a_key() -> None:
    assert set(presenter.SIGNS) == set(presenter.OUTCOMES) == set(Outcome)


def test_a_list_is_called_by_its_day() -> None:
    assert presenter.list_title(WORDS, TODAY, TODAY) == "Today’s call list"
    assert presenter.list_title(WORDS, date(2026, 11, 3), TODAY) == "Call list for 3 November"
    assert presenter.list_title(WORDS, date(2025, 11, 3), TODAY) == "Call list for 3 November 2025"


@pytest.mark.parametrize(
    ("done", "calls", "told"),
    [(0, 3, "0 of 3 done"), (3, 3, "3 calls, all done"), (1, 1, "1 call, all done")],
)
def test_the_progress_is_told_in_words(done: int, calls: int, told: str) -> None:
    assert presenter.progress_words(WORDS, done, calls) == told


def test_a_promised_call_back_tells_its_day() -> None:
    promised = line(1, Outcome.CALL_BACK, call_back_on=date(2026, 11, 25), said="after lunch")
    assert presenter.outcome_words(WORDS, promised) == "call back on 25\u00a0November"
    assert presenter.promise_words(WORDS, promised, TODAY) == "25\u00a0November: after lunch"
    assert presenter.promise_words(WORDS, promised, date(2026, 11, 25)) == "today: after lunch"


def test_a_row_says_the_reason_until_it_says_the_outcome() -> None:
    assert "silent for 41" in presenter.row_words(WORDS, line(1), "+359 88 812 3456")
    told = presenter.row_words(WORDS, line(1, Outcome.NO_ANSWER), "+359 88 812 3456")
    assert told == "Client 1, +359 88 812 3456, no answer"
