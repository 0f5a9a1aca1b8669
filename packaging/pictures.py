"""Draws the real program without a display: the README's pictures, and any page of any book.

Runs inside the project's environment.
"""

import os
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "pictures"
SIZE = (1366, 768)
PATIENCE = 30
"""Seconds after which a page that is not there is an error."""

Wish = Mapping[str, object]


def draw(
    book: Path,
    pages: Mapping[str, tuple[str, Wish]],
    folder: Path,
    *,
    language: str,
    today: date,
    mode: str = "light",
) -> list[Path]:
    """Draw pages of a book into `folder`; `pages`: name of the picture → page and its wish."""
    from kartoteka.ui.app import open_window

    window = open_window(book, language=language, today=today, mode=mode)
    window.resize(*SIZE)
    window.show()
    wait(lambda: window.desk.is_open and bool(window.open_name))
    drawn = []
    folder.mkdir(parents=True, exist_ok=True)
    for name, (page, wish) in pages.items():
        window.show_page(page, **wish)
        settle(window)
        path = folder / f"{name}.png"
        if not window.grab().save(str(path)):
            raise OSError(f"{path} cannot be written")
        drawn.append(path)
    window.desk.close(lambda shop: shop.close())
    window.desk.wait_closed()
    window.may_close = True
    window.close()
    return drawn


def wait(done: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + PATIENCE
    while not done():
        if time.monotonic() > end:
            raise TimeoutError("the window did not get ready")
        QApplication.processEvents()
        time.sleep(0.005)


def settle(window: Any) -> None:
    """Let a page ask for everything that it shows, and paint it."""
    quiet = 0

    def calm() -> bool:
        nonlocal quiet
        quiet = quiet + 1 if window.desk.is_idle else 0
        return quiet > 20

    wait(calm)


def first_quiet(book: Path, today: date) -> int:
    """The client whose silence costs most."""
    from kartoteka import assemble
    from kartoteka.shop import quiet

    shop = assemble.open_shop(book, today=today)
    try:
        quiet.refresh_rhythm(shop)
        return int(quiet.quiet_ids(shop)[0])
    finally:
        shop.close()


def main() -> int:
    """Draw what the README shows."""
    from kartoteka.__main__ import main as kartoteka

    today = date(2026, 11, 21)
    for language, country in (("ru", "ru"), ("bg", "bg"), ("en", "other")):
        book = ROOT / "build" / "pictures" / f"{country}.db"
        if not book.exists():
            make = ["--book", str(book), "--lang", language, "--today", today.isoformat()]
            if kartoteka([*make, "demo", "--country", country]):
                return 1
        pages: dict[str, tuple[str, Wish]] = {
            f"today_{language}": ("today", {}),
            f"clients_{language}": ("clients", {}),
            f"card_{language}": ("card", {"client": first_quiet(book, today)}),
        }
        mode = "dark" if language == "en" else "light"
        for path in draw(book, pages, FOLDER, language=language, today=today, mode=mode):
            sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
