"""A parser of arguments that speaks the chosen language, its own complaints included."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from kartoteka.i18n.words import Words


def sentences(words: Words) -> dict[str, str]:
    """Everything that argparse itself says, in English and in this language."""
    spoken = [
        # Translators: the sentences with %(name)s come from the command line's parser; keep
        # each %(name)s and %s as it is.
        ("usage: ", words.say("usage: ")),
        ("positional arguments", words.say("positional arguments")),
        ("options", words.say("options")),
        ("show this help message and exit", words.say("show this help message and exit")),
        ("%(prog)s: error: %(message)s\n", "%(prog)s: %(message)s\n"),
        (
            "argument %(argument_name)s: %(message)s",
            words.say("argument %(argument_name)s: %(message)s"),
        ),
        (
            "the following arguments are required: %s",
            words.say("the following arguments are required: %s"),
        ),
        ("unrecognized arguments: %s", words.say("unrecognized arguments: %s")),
        (
            "invalid choice: %(value)r (choose from %(choices)s)",
            words.say("“%(value)s” is not one of: %(choices)s"),
        ),
        ("invalid %(type)s value: %(value)r", words.say("“%(value)s” is not valid here")),
        ("expected one argument", words.say("needs a value")),
        ("expected at most one argument", words.say("takes at most one value")),
        ("expected at least one argument", words.say("needs at least one value")),
        ("ignored explicit argument %r", words.say("takes no value: “%s”")),
        (
            "ambiguous option: %(option)s could match %(matches)s",
            words.say("%(option)s could mean %(matches)s"),
        ),
        (
            "not allowed with argument %s",
            words.say("cannot be used with %s"),
        ),
    ]
    return dict(spoken)


@contextmanager
def speaking(words: Words) -> Iterator[None]:
    """Let argparse speak through `words` for a while; it has no other door than its own `_`."""
    spoken = sentences(words)
    plain = getattr(argparse, "_")  # noqa: B009 - its type is not declared
    setattr(argparse, "_", lambda text: spoken.get(text, text))  # noqa: B010
    try:
        yield
    finally:
        setattr(argparse, "_", plain)  # noqa: B010


class Parser(argparse.ArgumentParser):
    """A parser without abbreviations: `--to` must never come to mean `--today`."""

    def __init__(self, **settings: object) -> None:
        """Take the settings of ArgumentParser."""
        super().__init__(allow_abbrev=False, **settings)  # type: ignore[arg-type]
