"""Draws the real program without a display: the README's pictures, and any page of any book.

Runs inside the project's environment.
"""

import os
import shutil
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "packaging" / "screens"
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
    show(window)
    drawn = []
    folder.mkdir(parents=True, exist_ok=True)
    for name, (page, wish) in pages.items():
        window.show_page(page, **wish)
        settle(window)
        path = folder / f"{name}.png"
        if not window.grab().save(str(path)):
            raise OSError(f"{path} cannot be written")
        drawn.append(path)
    close(window)
    return drawn


def show(window: Any) -> None:
    """Show the window with what it asks for at its first rest: the strip and who waits."""
    window.show()
    wait(lambda: window.desk.is_open and bool(window.open_name))
    window.status.refresh()
    window.count_waiting()


def close(window: Any) -> None:
    """Close the book, then the window."""
    window.desk.close(lambda shop: shop.close())
    window.desk.wait_closed()
    window.may_close = True
    window.close()


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


def back_up(book: Path, today: date) -> None:
    """Copy the book, as every shop's is."""
    from kartoteka import assemble
    from kartoteka.shop import safety

    shop = assemble.open_shop(book, today=today)
    try:
        safety.back_up(shop)
    finally:
        shop.close()


def basket(book: Path, today: date) -> list[str]:
    """Codes of a few items, to be scanned at the till."""
    from kartoteka import assemble
    from kartoteka.shop import catalogue

    shop = assemble.open_shop(book, today=today)
    try:
        items = [catalogue.item(shop, item) for item in catalogue.ids(shop)[:12]]
        return [item.barcodes[0] for item in items if item.barcodes][:3]
    finally:
        shop.close()


def draw_till(book: Path, folder: Path, *, language: str, today: date) -> Path:
    """The till in the middle of a sale to a client."""
    from kartoteka.ui.app import open_window

    client, codes = first_quiet(book, today), basket(book, today)
    window = open_window(book, language=language, today=today)
    window.resize(*SIZE)
    show(window)
    window.show_page("sale", client=client)
    settle(window)
    for code in codes:
        window.open_page.take_scan(code)
        settle(window)
    window.notices.clear()
    path = folder / f"sale_{language}.png"
    window.grab().save(str(path))
    close(window)
    return path


def draw_receipt(book: Path, folder: Path, *, language: str, today: date) -> Path:
    """The last receipt of a shop, front and back side by side."""
    import pypdfium2
    from PIL import Image

    from kartoteka import assemble
    from kartoteka.shop import papers, sales
    from kartoteka.shop.quiet import quiet_ids

    shop = assemble.open_shop(book, today=today)
    try:
        bought = sales.purchases(shop, quiet_ids(shop)[0])[0]
        paper = papers.issue_receipt(shop, bought.id).value
        pdf = pypdfium2.PdfDocument(papers.paper_pdf(shop, paper.id))
    finally:
        shop.close()
    sides = [page.render(scale=1.5).to_pil() for page in pdf]
    width, height = sides[0].size
    both = Image.new("RGB", (2 * width + 60, height + 40), "#d9d6cf")
    for at, side in enumerate(sides):
        both.paste(side, (20 + at * (width + 20), 20))
    path = folder / f"receipt_{language}.png"
    both.save(path, optimize=True)
    return path


def main() -> int:
    """Draw what the README shows."""
    from kartoteka.__main__ import main as kartoteka

    today = date(2026, 11, 21)
    drawn: list[Path] = []
    for language, country in (("ru", "ru"), ("bg", "bg"), ("en", "other")):
        book = ROOT / "build" / "pictures" / country / "kartoteka.db"
        shutil.rmtree(book.parent, ignore_errors=True)
        book.parent.mkdir(parents=True)
        make = ["--book", str(book), "--lang", language, "--today", today.isoformat()]
        if kartoteka([*make, "demo", "--country", country]):
            return 1
        back_up(book, today)
        pages: dict[str, tuple[str, Wish]] = {
            "ru": {"today_ru": ("today", {})},
            "bg": {"card_bg": ("card", {"client": first_quiet(book, today)})},
            "en": {"clients_en": ("clients", {})},
        }[language]
        mode = "dark" if language == "en" else "light"
        drawn += draw(book, pages, FOLDER, language=language, today=today, mode=mode)
        if language == "en":
            drawn.append(draw_till(book, FOLDER, language=language, today=today))
        if language == "ru":
            drawn.append(draw_receipt(book, FOLDER, language=language, today=today))
    for path in drawn:
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
