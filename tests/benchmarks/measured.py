"""What a benchmark answers: how long we took, how long the floor took, and what is allowed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure beside its bar: `ours` against `floor × bar`, or against `bar` without a floor."""

    name: str
    ours: float
    bar: float
    unit: str
    floor: float | None = None

    @property
    def holds(self) -> bool:
        """Whether the figure is within what is allowed."""
        return self.ours <= self.bar * (1 if self.floor is None else self.floor)

    def line(self) -> str:
        """The figure for the terminal."""
        sign = "ok  " if self.holds else "OVER"
        if self.floor is None:
            return f"{sign}  {self.name:<44} {self.ours:9.1f} {self.unit}   at most {self.bar:g}"
        times = self.ours / self.floor
        return (
            f"{sign}  {self.name:<44} {self.ours:9.1f} {self.unit}"
            f"   {times:5.2f} × {self.floor:.1f}, at most {self.bar:g} ×"
        )


def milliseconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes, once."""
    begin = perf_counter()
    work()
    return (perf_counter() - begin) * 1000


def percentile(times: Sequence[float], share: float) -> float:
    """The time that this share of all stays within."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]
