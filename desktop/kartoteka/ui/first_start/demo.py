"""Makes the demo shop in a book of its own, beside the user's."""

from datetime import date
from pathlib import Path

from kartoteka.ui.background import Progress

CLIENTS, PURCHASES = 2431, 24_000
STEPS = 100


def demo_book(own: Path) -> Path:
    """Where the demo shop of this user lies."""
    return own.with_name("demo.db")


def make_demo(path: Path, country: str, name: str, today: date, progress: Progress) -> Path:
    """Fill a new book at `path`; it appears under its name only when it is whole."""
    from kartoteka import assemble
    from kartoteka.shop import demo

    unfinished = path.with_name(f"{path.stem}-unfinished.db")
    _sweep(unfinished)
    assemble.new_book(unfinished, name, country)
    shop = assemble.open_shop(unfinished, today=today)
    try:
        demo.make_demo(
            shop,
            clients=CLIENTS,
            purchases=PURCHASES,
            today=today,
            progress=lambda share: progress(round(share * STEPS), STEPS),
        )
    finally:
        shop.close()
    made = unfinished.rename(path)
    _sweep(unfinished)
    return made


def _sweep(unfinished: Path) -> None:
    """Take away what an interrupted attempt, or the lock, has left."""
    for left in unfinished.parent.glob(f"{unfinished.stem}*"):
        if left.is_file():
            left.unlink()
