from dataclasses import replace
from datetime import datetime

import pytest

from kartoteka.domain.clients import Channel, Client, Consent, Kind, Phone, allowed

OLGA = Client(given="Olga", family="Petrova", middle="Ivanovna")


def consent(channel: Channel, given: bool, day: int) -> Consent:
    return Consent(channel, given, datetime(2026, 11, day, 10, 0))  # noqa: DTZ001 - local time


def test_a_person_is_listed_by_given_and_family_name() -> None:
    assert OLGA.name == "Olga Petrova"
    assert Client(family="Petrova").name == "Petrova"
    assert Client().name == ""


def test_a_company_is_listed_by_its_legal_name() -> None:
    company = replace(OLGA, kind=Kind.COMPANY, company="Three Whales Ltd")
    assert company.name == "Three Whales Ltd"


def test_clients_are_greeted_as_they_like_it() -> None:
    assert OLGA.greeting_name == "Olga"
    assert replace(OLGA, called="Olya").greeting_name == "Olya"
    assert Client(family="Petrova").greeting_name == "Petrova"


def test_the_first_phone_is_the_main_one() -> None:
    assert OLGA.main_phone is None
    two = replace(OLGA, phones=(Phone("1"), Phone("2")))
    assert two.main_phone == Phone("1")


def test_nobody_was_asked_until_they_were() -> None:
    assert allowed(OLGA, Channel.CALL) is None


@pytest.mark.parametrize("last_word", [True, False])
def test_the_last_word_of_a_channel_holds(last_word: bool) -> None:
    history = (
        consent(Channel.CALL, not last_word, 1),
        consent(Channel.CALL, last_word, 2),
        consent(Channel.EMAIL, not last_word, 3),
    )
    asked = replace(OLGA, consents=history)
    assert allowed(asked, Channel.CALL) is last_word
    assert allowed(asked, Channel.EMAIL) is not last_word
    assert allowed(asked, Channel.SMS) is None


def test_do_not_contact_stops_every_channel() -> None:
    stopped = replace(OLGA, consents=(consent(Channel.CALL, True, 1),), do_not_contact=True)
    assert not any(allowed(stopped, channel) for channel in Channel)
