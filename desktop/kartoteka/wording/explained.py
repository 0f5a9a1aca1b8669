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


def about(name: str) -> Callable[[Written], Written]:
    """Register the sentence for the error class of this name."""

    def register(sentence: Written) -> Written:
        SENTENCES[name] = sentence
        return sentence

    return register
