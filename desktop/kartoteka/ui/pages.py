"""The pages of the window, in the order of the rail; each is imported when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from kartoteka.i18n import Words
from kartoteka.ui.page import Page, Surroundings


@dataclass(frozen=True, slots=True)
class PageKind:
    """A page of the window: `where` is 'module:Class', `label` its words on the rail."""

    name: str
    where: str
    icon: str
    label: Callable[[Words], str]
    on_rail: bool = True
    at_bottom: bool = False
    under: str = ""
    """The page of the rail that is lit while this one is shown (the card: 'clients')."""

    def make(self, around: Surroundings) -> Page:
        """Import the page and build it."""
        module, _, page = self.where.partition(":")
        made: Page = getattr(import_module(module), page)(around)
        return made


PAGES: tuple[PageKind, ...] = (
    PageKind("today", "kartoteka.ui.today.page:TodayPage", "sun", lambda words: words.say("Today")),
    PageKind(
        "clients",
        "kartoteka.ui.clients.page:ClientsPage",
        "users",
        lambda words: words.say("Clients"),
    ),
    PageKind(
        "card",
        "kartoteka.ui.clients.card_page:CardPage",
        "users",
        lambda words: words.say("Client"),
        on_rail=False,
        under="clients",
    ),
    PageKind(
        "sale",
        "kartoteka.ui.till.page:TillPage",
        "shopping-bag",
        lambda words: words.say("Sale"),
    ),
    PageKind(
        "calls",
        "kartoteka.ui.calls.page:CallsPage",
        "phone-call",
        lambda words: words.say("Calls"),
    ),
    PageKind(
        "offers",
        "kartoteka.ui.offers.page:OffersPage",
        "gift",
        lambda words: words.say("Offers"),
    ),
    PageKind(
        "papers",
        "kartoteka.ui.papers.page:PapersPage",
        "file-text",
        lambda words: words.say("Documents"),
    ),
    PageKind(
        "imports",
        "kartoteka.ui.imports.page:ImportsPage",
        "upload",
        lambda words: words.say("Import from a file"),
        on_rail=False,
        under="clients",
    ),
    PageKind(
        "catalogue",
        "kartoteka.ui.catalogue.page:CataloguePage",
        "tag",
        lambda words: words.say("Catalogue"),
    ),
    PageKind(
        "day",
        "kartoteka.ui.day.page:DayPage",
        "chart-column",
        lambda words: words.say("End of day"),
    ),
    PageKind(
        "settings",
        "kartoteka.ui.settings.page:SettingsPage",
        "settings",
        lambda words: words.say("Settings"),
        at_bottom=True,
    ),
)
