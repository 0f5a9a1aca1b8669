"""The ways in which a rule of the shop can refuse; fields only, the words are made elsewhere."""

from dataclasses import dataclass


class RuleBroken(Exception):  # noqa: N818 - a refusal is not a fault of the program
    """A rule of the shop says no; subclasses carry the facts that a sentence needs."""


@dataclass(eq=False)
class NotFound(RuleBroken):
    """What was asked for is not in the book; `what` is client, sale, paper, offer, import."""

    what: str
    ref: str


@dataclass(eq=False)
class BadValue(RuleBroken):
    """A value that a field cannot hold; `why` is a short code that wording knows."""

    field: str
    value: str
    why: str
