"""What a deed gives back: its value, and what it changed, so that pages know they are stale."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is no longer as it was shown; `undo` is the journal's id for `safety.undo`."""

    clients: frozenset[int] = frozenset()
    lists: bool = False
    """Call lists and offers."""
    sales: bool = False
    settings: bool = False
    everything: bool = False
    undo: int | None = None

    @property
    def is_nothing(self) -> bool:
        """Whether all is as it was shown."""
        return self == Changes()


@dataclass(frozen=True, slots=True)
class Done(Generic[T_co]):
    """The result of a writing deed."""

    value: T_co
    changes: Changes
