from datetime import date, timedelta

import pytest

from kartoteka.domain.contacts import (
    Objection,
    Reason,
    ReasonKind,
    objection,
    reason_for,
    silence,
)
from kartoteka.domain.rhythm import Factors, Figures, ShopRhythm, figures_of

TODAY = date(2026, 11, 21)
SHOP = ShopRhythm(gap_days=12.0, second_visit_days=20.0)
BIRTHDAY = Reason(ReasonKind.BIRTHDAY, on=date(2026, 11, 25), age=40)
NAME_DAY = Reason(ReasonKind.NAME_DAY, on=date(2026, 11, 24), feast="Св. Екатерина")


def silent_for(days: int, visits: int = 20) -> Figures:
    """A client who came every 12 days and has been silent for so many."""
    history = [(TODAY - timedelta(days=days + 12 * visit), 1000, False) for visit in range(visits)]
    return figures_of(history, SHOP, Factors())


def test_silence_says_the_usual_interval_and_the_days() -> None:
    assert silence(silent_for(41), TODAY) == Reason(
        ReasonKind.QUIET, usual_days=12, silent_days=41, visits=20
    )
    assert silence(silent_for(70, visits=1), TODAY) == Reason(
        ReasonKind.QUIET, usual_days=20, silent_days=70, visits=1
    )


def test_a_quiet_client_is_called_for_the_silence_even_before_a_birthday() -> None:
    assert reason_for(silent_for(41), TODAY, [BIRTHDAY]).kind is ReasonKind.QUIET
    assert reason_for(silent_for(900), TODAY, [BIRTHDAY]).kind is ReasonKind.QUIET


def test_the_nearest_occasion_comes_before_a_visit_that_is_merely_due() -> None:
    assert reason_for(silent_for(15), TODAY, [BIRTHDAY, NAME_DAY]) == NAME_DAY
    assert reason_for(silent_for(15), TODAY).kind is ReasonKind.QUIET


def test_without_a_reason_somebody_chose_the_client() -> None:
    assert reason_for(silent_for(3), TODAY) == Reason(ReasonKind.CHOSEN)
    assert reason_for(Figures(), TODAY) == Reason(ReasonKind.CHOSEN)
    assert reason_for(Figures(), TODAY, [BIRTHDAY]) == BIRTHDAY


@pytest.mark.parametrize(
    ("do_not_contact", "said", "has_phone", "country", "expected"),
    [
        (True, True, True, "bg", Objection.DO_NOT_CONTACT),
        (False, False, True, "bg", Objection.CONSENT_WITHDRAWN),
        (False, None, True, "ru", Objection.CONSENT_MISSING),
        (False, None, True, "bg", None),
        (False, True, True, "ru", None),
        (False, True, False, "ru", Objection.NO_PHONE),
        (False, None, False, "other", Objection.NO_PHONE),
    ],
)
def test_who_may_not_be_called(
    do_not_contact: bool,
    said: bool | None,
    has_phone: bool,
    country: str,
    expected: Objection | None,
) -> None:
    found = objection(
        do_not_contact=do_not_contact, said=said, has_phone=has_phone, country=country
    )
    assert found is expected
