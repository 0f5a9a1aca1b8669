"""What opening a book may have to do first, for seconds or a minute when the book is large."""

from collections.abc import Callable
from enum import StrEnum


class Opening(StrEnum):
    """The work that comes before a book can be used."""

    CHECKING = "checking"
    """The last exit was not clean: the whole file is looked through."""
    UPGRADING = "upgrading"
    """The book is of an older program: it is copied and brought up to date."""


GoOn = Callable[[Opening], bool]
"""Asked before the work, and while a check runs again and again; False gives the check up."""
