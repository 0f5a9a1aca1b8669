"""The keys of the Sale page: what they do, and how the sheet on F1 tells them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from kartoteka.i18n.words import Words
from kartoteka.ui.drawer import DRAWER_KEY
from kartoteka.ui.till.proposals import SHOWN

if TYPE_CHECKING:
    from kartoteka.ui.till.page import TillPage


def bind(page: "TillPage") -> None:
    """Let the keys act wherever the focus is on the page; a held key acts once."""
    deeds = page.deeds
    keys: list[tuple[str, Callable[[], object]]] = [
        ("F3", page.field_focus),
        ("F4", page.edit_discount),
        ("Shift+F4", deeds.ask_sale_discount),
        ("F7", page.pay.focus_cash),
        ("Shift+F7", page.pay.next_way),
        ("F8", deeds.hold_or_resume),
        ("F9", deeds.ask_return),
        ("F10", page.open_menu),
        ("Ins", deeds.add_item),
        ("F12", deeds.finish),
        ("Ctrl+F12", lambda: deeds.finish(paper=False)),
        (DRAWER_KEY, deeds.open_drawer),
    ]
    keys += [
        (f"Ctrl+{at + 1}", lambda at=at: page.proposals.take(at))  # type: ignore[misc]
        for at in range(SHOWN)
    ]
    for key, do in keys:
        shortcut = QShortcut(QKeySequence(key), page, do)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)


def told(words: Words) -> list[tuple[str, str]]:
    """Each key and what it does."""
    return [
        ("F3", words.say("scan or type an item; 3*tea means three")),
        ("+ −  Del", words.say("one more, one less, remove the line")),
        ("F4", words.say("discount on the line")),
        ("Shift+F4", words.say("discount on the whole sale")),
        ("F7", words.say("amount received")),
        ("Shift+F7", words.say("another way of paying: card, transfer, on account, mixed")),
        ("F8", words.say("hold the sale, or resume one on hold")),
        ("F9", words.say("return, of a sale or without one")),
        ("F10", words.say("catalogue, end of day, another date and less common actions")),
        ("Ins", words.say("new item with the unknown code")),
        ("F12", words.say("finish and print")),
        ("Ctrl+F12", words.say("finish without printing")),
        (DRAWER_KEY, words.say("open the drawer")),
    ]
