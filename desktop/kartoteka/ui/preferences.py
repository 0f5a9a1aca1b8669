"""What this computer remembers: language, look, size, its printers; never the shop's data."""

import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Preferences:
    """Known before the book is open, so that the first picture is already right."""

    language: str = ""
    """Empty: the shop's."""
    theme: str = "auto"
    width: int = 1366
    height: int = 768
    maximized: bool = False
    screen: str = ""
    """Where the window was last; see `placing.key`."""
    places: dict[str, str] = field(default_factory=dict)
    """For each screen "left top width height" of the window, from the screen's corner."""
    book: str = ""
    """The user's own book as it was last opened; empty: where a new one lies."""
    printing: dict[str, str] = field(default_factory=dict)
    """The ways of printing of this counter, see `domain.printing`."""


class PreferencesFile:
    """A small file of preferences; without a path nothing is kept (tests, pictures)."""

    def __init__(self, path: Path | None) -> None:
        """Read `path`; what cannot be read is as if it were not there."""
        self._path = path
        self.now = _read(path) if path is not None else Preferences()

    def change(self, **values: Any) -> None:
        """Remember values; a disk that refuses does not stop the seller."""
        self.now = replace(self.now, **values)
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text(json.dumps(asdict(self.now)), encoding="utf-8")
        except OSError:
            return


def _read(path: Path) -> Preferences:
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(stored, dict):
        return Preferences()
    known = {
        name: stored[name]
        for name, usual in asdict(Preferences()).items()
        if isinstance(stored.get(name), type(usual))
    }
    return Preferences(**known)
