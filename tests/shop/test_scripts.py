"""What is said on the phone."""

from dataclasses import replace
from datetime import date

import pytest

from kartoteka.domain.contacts import Reason, ReasonKind
from kartoteka.i18n import LANGUAGES, Words
from kartoteka.shop.scripts import ScriptFacts, script

FACTS = ScriptFacts(
    greeting_name="Olga",
    shop_name="Busina",
    seller="Marina",
    last_item="Necklace “Forest”",
    last_on=date(2026, 10, 11),
    likes=("green", "silver"),
)
QUIET = Reason(ReasonKind.QUIET, usual_days=12, silent_days=41, visits=5)


def test_a_script_says_who_calls_what_was_bought_and_asks() -> None:
    assert script(Words("en"), FACTS, QUIET) == (
        "Hello, Olga! This is Marina from Busina. Last time, on 11\u00a0October, you bought"
        " this: Necklace “Forest”. Are you happy with it? I remember what you like: green and"
        " silver. Shall I put something aside for you?"
    )


def test_a_script_says_nothing_that_is_not_known() -> None:
    bare = ScriptFacts(greeting_name="", shop_name="", seller="")
    assert script(Words("en"), bare, QUIET) == (
        "Hello! We would love to see you again. When would it suit you to drop in?"
    )


@pytest.mark.parametrize("kind", [ReasonKind.BIRTHDAY, ReasonKind.NAME_DAY])
def test_on_a_birthday_nobody_talks_about_purchases(kind: ReasonKind) -> None:
    told = script(Words("en"), FACTS, Reason(kind))
    assert "Happy" in told
    assert "Necklace" not in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_braces_in_a_name_are_only_text(language: str) -> None:
    odd = replace(FACTS, greeting_name="{shop}", last_item="{0} <b>")
    told = script(Words(language), odd, QUIET)
    assert "{shop}" in told
    assert "{0} <b>" in told
