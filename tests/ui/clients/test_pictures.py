"""Draws the states of the list, of the card and of their dialogs, and looks at the pictures.

What every page shows of a full shop is drawn in tests/ui/test_pictures.py.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.clipping import cut_texts, nameless, overlapping
from tests.ui.opening import Opener, settle

from kartoteka.domain.clients import (
    Address,
    Birthday,
    Channel,
    Client,
    Consent,
    ContactPerson,
    Kind,
    Messenger,
    Phone,
    Tag,
    TagKind,
    TaxNumbers,
)
from kartoteka.domain.money import Money
from kartoteka.domain.rhythm import State
from kartoteka.domain.sales import Line, SaleDraft
from kartoteka.shop import Shop, clients, sales
from kartoteka.ui.clients.card_page import CardPage
from kartoteka.ui.clients.fields import Field, Place
from kartoteka.ui.clients.page import ClientsPage
from kartoteka.ui.main_window import MainWindow

SCREENS = Path(__file__).resolve().parents[3] / "build" / "screens"
SIZES = {"1366x768": QSize(1366, 768), "150": QSize(911, 512)}
FULL = Client(
    given="Александрина-Константина",
    family="Хаджиконстантинова-Паскалева",
    middle="Панайотова",
    called="Ина",
    phones=(Phone("0888123456", "+359888123456", "служебен"), Phone("12 34")),
    emails=("aleksandrina.hadzhikonstantinova@rabotilnitsa.primer.bg",),
    messengers=(Messenger("Viber", "ina"),),
    birthday=Birthday(29, 2, 1988),
    card="1042-0000000042",
    address=Address("бул. „Княгиня Мария Луиза“ 125, вход Б", "Пловдив", "4000", "България"),
    preferred=Channel.CALL,
    hours="след 18:00",
    language="bg",
    source="Панаир на занаятите",
    penetration=30,
    tags=(
        Tag(TagKind.LIKES, "ръчна изработка от сребро с много дълго име"),
        Tag(TagKind.DISLIKES, "никел"),
        Tag(TagKind.SIZE, "пръстен 17"),
    ),
    notes="Купува подаръци за дъщеря си. Не обича никел.",
    consents=(
        Consent(
            Channel.CALL,
            True,
            datetime(2026, 1, 5, 12),  # noqa: DTZ001 - local, as the book keeps it
            "подписана анкета",
            "Съгласна съм да ми се обаждате за моите покупки.",
        ),
    ),
)
FIRM = Client(
    kind=Kind.COMPANY,
    company="„Български занаяти и художествени изделия“ ООД",
    tax=TaxNumbers("175074751", "BG175074752"),
    phones=(Phone("0888123457", "+359888123457"),),
    people=(ContactPerson("Мария Стоянова", "счетоводител", "0888 111 222", "maria@primer.bg"),),
    recommended_by=1,
)


def one(shop: Shop) -> None:
    """A client with a long name and every field filled, silent for long."""
    client = clients.add_client(shop, FULL).value.id
    for number, day in enumerate((1, 8, 15, 22)):
        price = Money(123450, "EUR")
        draft = SaleDraft(
            uuid=f"sale-{number}",
            on=date(2026, 9, day),
            lines=(Line("Гривна „Пролет“ от сребро с ахат", Decimal(2), price),),
            currency="EUR",
            client=client,
            note="подарък",
        )
        sales.record_sale(shop, draft)


def two(shop: Shop) -> None:
    """A company beside them."""
    one(shop)
    clients.add_client(shop, FIRM)


class Look:
    """Draws a window or a dialog and remembers what a careful eye found."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.faults: list[str] = []

    def at(self, what: str, widget: QWidget) -> None:
        QApplication.processEvents()
        SCREENS.mkdir(parents=True, exist_ok=True)
        picture = f"{what}_{self._name}.png"
        widget.grab().save(str(SCREENS / picture))
        self.faults += [f"{picture}: cut {text}" for text in cut_texts(widget)]
        self.faults += [f"{picture}: overlap {text}" for text in overlapping(widget)]
        self.faults += [f"{picture}: no name {text}" for text in nameless(widget)]


@pytest.fixture(params=["en", "ru", "bg"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def mode(language: str) -> str:
    """One language is drawn dark; every page is drawn in every look elsewhere."""
    return "dark" if language == "ru" else "light"


@pytest.fixture(params=list(SIZES))
def size(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def look(language: str, mode: str, size: str) -> Iterator[Look]:
    look = Look(f"{language}_{mode}_{size}")
    yield look
    assert not look.faults, "\n".join(look.faults)


@pytest.fixture
def drawn(
    open_filled: Opener, language: str, mode: str, size: str
) -> Iterator[Callable[..., MainWindow]]:
    opened: list[MainWindow] = []

    def open_drawn(fill: Callable[[Shop], object] | None = None) -> MainWindow:
        pixels = (SIZES[size].width(), SIZES[size].height())
        window = open_filled(fill, language=language, size=pixels)
        window.theme.set_mode("dark" if mode == "dark" else "light")
        opened.append(window)
        return window

    yield open_drawn
    for window in opened:
        window.theme.set_mode("light")


def test_an_empty_list_and_a_new_card(
    drawn: Callable[..., MainWindow], look: Look, qtbot: QtBot
) -> None:
    window = drawn()
    window.show_page("clients")
    settle(qtbot, window)
    look.at("clients-empty", window)
    window.new_client()
    settle(qtbot, window)
    look.at("card-new", window)


def test_one_row_and_a_full_card(
    drawn: Callable[..., MainWindow], look: Look, qtbot: QtBot
) -> None:
    window = drawn(one)
    window.show_page("clients", state=State.QUIET)
    settle(qtbot, window)
    page = window.page("clients")
    assert isinstance(page, ClientsPage)
    page.table.choose_all()
    look.at("clients-one", window)
    card = show_card(window, qtbot, 1)
    look.at("card-full", window)
    card.identity.open(Place(Field.BIRTHDAY))
    row = card.identity.row(Place(Field.BIRTHDAY))
    assert row is not None
    row.put_text("31.02")
    row.submitted.emit("31.02")
    card.preferences.open_adder()
    look.at("card-editing", window)


def test_the_bin_and_the_question_before_a_card_goes_for_good(
    drawn: Callable[..., MainWindow], look: Look, qtbot: QtBot
) -> None:
    window = drawn(two)
    window.show_page("clients")
    settle(qtbot, window)
    page = window.page("clients")
    assert isinstance(page, ClientsPage)
    page.table.choose_all()
    page.choice.bin.click()
    settle(qtbot, window)
    page.filters.bin.click()
    settle(qtbot, window)
    page.table.choose_all()
    look.at("clients-bin", window)
    page.choice.purge.click()
    look.at("clients-purge", dialog_of(window, qtbot))
    card = show_card(window, qtbot, 1)
    assert card.purge.isVisible()
    look.at("card-bin", window)


def test_a_company(drawn: Callable[..., MainWindow], look: Look, qtbot: QtBot) -> None:
    window = drawn(two)
    window.show_page("clients")
    settle(qtbot, window)
    look.at("clients-two", window)
    card = show_card(window, qtbot, 2)
    look.at("card-company", window)
    card._on_dialog(Place(Field.PERSON))
    look.at("card-person", dialog_of(window, qtbot))


def test_the_dialogs(drawn: Callable[..., MainWindow], look: Look, qtbot: QtBot) -> None:
    window = drawn(one)
    card = show_card(window, qtbot, 1)
    for what, begin in (
        ("card-consent", card.deeds.ask_consent),
        ("card-call", card.deeds.call),
        ("card-recommender", lambda: card.deeds.ask_recommender(lambda _: None)),
        ("sale", lambda: card.deeds.open_sale(1)),
    ):
        begin()
        dialog = dialog_of(window, qtbot)
        look.at(what, dialog)
        dialog.close()


def show_card(window: MainWindow, qtbot: QtBot, client: int) -> CardPage:
    window.show_card(client)
    settle(qtbot, window)
    page = window.page("card")
    assert isinstance(page, CardPage)
    return page


def dialog_of(window: MainWindow, qtbot: QtBot) -> QWidget:
    settle(qtbot, window)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog
