"""The runs of paper numbers as the owner sees and sets them."""

from collections.abc import Mapping

from kartoteka.domain import numbering as rules
from kartoteka.domain.numbering import Numbering
from kartoteka.domain.settings import BadSetting
from kartoteka.shop import Shop
from kartoteka.store import numbers
from kartoteka.store.book import Session


def numberings(shop: Shop) -> tuple[Numbering, ...]:
    """Every run of the shop's country as it stands today: receipts, invoices, proformas, notes."""
    with shop.read() as session:
        return _numberings(shop, session)


def shown(shop: Shop, session: Session) -> dict[str, str]:
    """Every field of every run that can be set, by its key (invoice.next), as text."""
    found: dict[str, str] = {}
    for each in _numberings(shop, session):
        found |= rules.shown(each)
    return found


def change_numbers(shop: Shop, session: Session, changes: Mapping[str, str]) -> None:
    """Set fields of runs within a deed; all fields of one run are judged together.

    Raises BadSetting, NumbersFixed, NumberBeyondEnd, NumberGiven.
    """
    runs = {each.series.range: each for each in _numberings(shop, session)}
    wanted: dict[str, dict[str, str]] = {}
    for key, text in changes.items():
        range_, _, field = key.partition(".")
        if range_ not in runs:
            raise BadSetting(key, text, "unknown key")
        wanted.setdefault(range_, {})[field] = text
    for range_, fields in wanted.items():
        after = rules.changed(runs[range_], fields, shop.today())
        numbers.keep_numbering(session, after, shop.now())


def _numberings(shop: Shop, session: Session) -> tuple[Numbering, ...]:
    country = shop.settings.shop.country
    runs = (numbers.numbering_of(session, series) for series in rules.runs_of(country))
    return tuple(rules.on_day(run, shop.today()) for run in runs)
