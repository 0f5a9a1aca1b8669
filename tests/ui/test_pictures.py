"""Draws every page in three languages, light and dark, at two sizes, and looks at the pictures.

The pictures lie under build/screens for human eyes; the test fails on a text that is cut, on texts
that overlap, and on a control without an accessible name.
"""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.clipping import cut_texts, nameless, overlapping
from tests.ui.conftest import PATIENCE, TODAY, Clock, close

from kartoteka import assemble
from kartoteka.domain.clients import Client
from kartoteka.domain.errors import NotFound
from kartoteka.shop import Shop
from kartoteka.shop.changes import Changes
from kartoteka.store.errors import BookDamaged
from kartoteka.ui.first_start.trouble import TroubleWindow
from kartoteka.ui.first_start.window import FirstStartWindow
from kartoteka.ui.keys_sheet import KeysSheet
from kartoteka.ui.main_window import MainWindow
from kartoteka.ui.pages import PAGES
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme

SCREENS = Path(__file__).resolve().parents[2] / "build" / "screens"
COUNTRIES = {"en": "other", "ru": "ru", "bg": "bg"}
SIZES = {"1366x768": QSize(1366, 768), "150": QSize(911, 512)}
"""A window of 1366×768 at 150 % has so many logical pixels."""
LONG = {
    "en": ("Christopher-Alexander", "Featherstonehaugh-Wolstenholme"),
    "ru": ("Александра-Константина", "Преображенская-Богоявленская"),
    "bg": ("Александрина-Константина", "Хаджиконстантинова-Паскалева"),
}


@pytest.fixture(scope="module")
def shops(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The demo shop of each country, made once; one client has a very long name."""
    folder = tmp_path_factory.mktemp("pictures")

    def book(language: str) -> Path:
        path = folder / f"{language}.db"
        if not path.exists():
            _make(path, language)
        return path

    return book


def _make(path: Path, language: str) -> None:
    from kartoteka.shop import clients, demo

    assemble.new_book(path, "Bead", COUNTRIES[language])
    shop = assemble.open_shop(path, today=TODAY)
    try:
        demo.make_demo(shop, clients=240, purchases=2600, today=TODAY)
        first = _dearest(shop)
        given, family = LONG[language]
        card = clients.client(shop, first)
        clients.edit_client(shop, _renamed(card, given, family))
    finally:
        shop.close()


def _dearest(shop: Shop) -> int:
    from kartoteka.shop import quiet

    return next(iter(quiet.quiet_ids(shop)))


def _renamed(card: Client, given: str, family: str) -> Client:
    from dataclasses import replace

    return replace(card, given=given, family=family)


@pytest.fixture(params=["en", "ru", "bg"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["light", "dark"])
def drawn(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    shops: Callable[[str], Path],
    language: str,
    tmp_path: Path,
) -> Iterator[tuple[MainWindow, str]]:
    """The window on the demo shop in one language and one look."""
    from kartoteka.ui.app import open_window

    book = Path(shutil.copyfile(shops(language), tmp_path / "book.db"))
    window = open_window(book, language=language, today=TODAY, mode=request.param, clock=Clock())
    window.show()
    _settle(qtbot, window)
    yield window, str(request.param)
    close(qtbot, window)


def _settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: bool(window.open_name) and window.desk.is_idle, timeout=PATIENCE)
    qtbot.waitUntil(
        lambda: bool(window.status.clients.text()) and window.desk.is_idle, timeout=PATIENCE
    )
    QApplication.processEvents()


def test_every_page_is_drawn_whole(
    qtbot: QtBot, drawn: tuple[MainWindow, str], language: str
) -> None:
    window, look = drawn
    seen: list[int] = []
    window.desk.ask(_dearest, seen.append)
    _settle(qtbot, window)
    faults: list[str] = []
    for kind in PAGES:
        if kind.name == "card":
            window.show_card(seen[0])
        else:
            window.show_page(kind.name)
        for size_name, size in SIZES.items():
            window.resize(size)
            _settle(qtbot, window)
            faults += _faults(window, f"{kind.name}_{language}_{look}_{size_name}.png")
        window.resize(SIZES["1366x768"])
    assert not faults, "\n".join(faults)


def test_search_keys_and_messages_are_drawn_whole(
    qtbot: QtBot, drawn: tuple[MainWindow, str], language: str
) -> None:
    window, look = drawn
    faults: list[str] = []
    for size_name, size in SIZES.items():
        window.resize(size)
        letters = {"en": "an", "ru": "ан", "bg": "ан"}[language]
        with qtbot.waitSignal(window.search.answered, timeout=PATIENCE):
            window.search.begin(letters)
        window.notices.trouble(NotFound("client", "77"))
        window.notices.done(window.speech.words.say("Undone."), Changes(undo=1))
        faults += _faults(window, f"search_{language}_{look}_{size_name}.png")
        window.search.leave()
        window.notices.clear()
    window.show_keys()
    sheet = window.findChildren(KeysSheet)[-1]
    faults += _faults(sheet, f"keys_{language}_{look}.png")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_windows_before_a_book_are_drawn_whole(
    qtbot: QtBot, theme: Theme, speech: Speech, language: str, mode: str, tmp_path: Path
) -> None:
    theme.set_mode("dark" if mode == "dark" else "light")
    speech.set_language(language)
    first = FirstStartWindow(speech, theme, tmp_path / "kartoteka.db")
    backup = tmp_path / "kartoteka-20261120-180000.db"
    backup.touch()
    trouble = TroubleWindow(
        speech, theme, tmp_path / "kartoteka.db", BookDamaged(tmp_path / "k.db", "", (backup,))
    )
    faults: list[str] = []
    for size_name, size in SIZES.items():
        for window, name in ((first, "first-start"), (trouble, "damaged")):
            qtbot.addWidget(window)
            window.resize(size)
            window.show()
            faults += _faults(window, f"{name}_{language}_{mode}_{size_name}.png")
        first.steps.setCurrentIndex(1)
        faults += _faults(first, f"offers-to-begin_{language}_{mode}_{size_name}.png")
        first.steps.setCurrentIndex(0)
    assert not faults, "\n".join(faults)


def _faults(window: QWidget, picture: str) -> list[str]:
    window.grab()  # lays out what waited to be seen; wrapped labels then ask once more for height
    for _ in range(3):
        QApplication.processEvents()
    SCREENS.mkdir(parents=True, exist_ok=True)
    window.grab().save(str(SCREENS / picture))
    return [
        *(f"{picture}: cut {text}" for text in cut_texts(window)),
        *(f"{picture}: overlap {text}" for text in overlapping(window)),
        *(f"{picture}: no name {text}" for text in nameless(window)),
    ]
