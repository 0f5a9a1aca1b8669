"""What an explanation is, and the list of sentences by the name of the error's class."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from kartoteka.i18n.words import Words


@dataclass(frozen=True, slots=True)
class Explained:
    """A whole sentence that says what happened, and another that says what to do."""

    title: str
    advice: str


Sentence = Callable[[Any, Words], Explained]
Written = TypeVar("Written", bound=Callable[..., Explained])

SENTENCES: dict[str, Sentence] = {}


LONGEST = 60
"""More of what somebody typed says no more about what is wrong with it."""


def quoted(text: str) -> str:
    """What was typed, on one line and cut short, so that the sentence around it can be read."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST].rstrip()}…"


def about(name: str) -> Callable[[Written], Written]:
    """Register the sentence for the error class of this name."""

    def register(sentence: Written) -> Written:
        SENTENCES[name] = sentence
        return sentence

    return register
