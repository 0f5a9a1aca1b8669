"""Explains what went wrong: a title and an advice in the user's language, for every face.

A sentence is found by the name of the error's class, so that nothing but words is loaded here;
`tests/test_wording.py` demands a sentence for every class that the program can raise.
"""

from kartoteka.i18n.words import Words
from kartoteka.wording.explained import SENTENCES, Explained, Sentence

__all__ = ["Explained", "explain", "is_expected"]


def explain(error: BaseException, words: Words) -> Explained:
    """What went wrong and what to do about it; a bug gets a sentence of its own."""
    sentence = _sentence(error)
    if sentence:
        return sentence(error, words)
    return Explained(
        words.say("Something went wrong inside the program."),
        words.say(
            "Nothing was left half saved. The log file has the details; please send it to us."
        ),
    )


def is_expected(error: BaseException) -> bool:
    """Whether this is a refused rule or a trouble of the outside world, rather than a bug."""
    return _sentence(error) is not None


def _sentence(error: BaseException) -> Sentence | None:
    _load()
    for kind in type(error).__mro__:
        if kind.__name__ in SENTENCES:
            return SENTENCES[kind.__name__]
    return None


def _load() -> None:
    from kartoteka.wording import (  # noqa: F401 - they register their sentences
        book,
        catalogue,
        files,
        offers,
        papers,
        rules,
        sales,
        till,
    )
