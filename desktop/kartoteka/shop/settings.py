"""The settings: shown as text, changed all together or not at all."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from kartoteka.domain import tax
from kartoteka.domain.settings import BadSetting, Settings, changed, shown
from kartoteka.domain.vat_rates import general_rate
from kartoteka.shop import Shop, quiet
from kartoteka.shop.changes import Changes, Done
from kartoteka.store import checks, journal, numbers
from kartoteka.store import settings as stored_settings
from kartoteka.store.book import Session
from kartoteka.store.journal import Entry

CHANGE_SETTINGS = "change_settings"
_WHY = {
    tax.Code.LOOK_ALIKE: "wrong digits",
    tax.Code.FORM: "wrong format",
    tax.Code.LENGTH: "wrong length",
    tax.Code.ZEROS: "wrong digits",
    tax.Code.CHECK_DIGIT: "wrong check digit",
}
_NEXT_RECEIPT = "receipt.next"
_BACKUP_FOLDER = "backup.folder"


def show(shop: Shop) -> dict[str, str]:
    """Every key with its value as text; the next receipt's number as it stands now."""
    with shop.read() as session:
        upcoming = numbers.upcoming(session, numbers.RECEIPTS, shop.settings.receipt_next)
    return shown(shop.settings) | {_NEXT_RECEIPT: str(upcoming)}


def change_settings(shop: Shop, changes: Mapping[str, str]) -> Done[Settings]:
    """Set the given keys; raises BadSetting, and then none of them is set.

    Receipt numbers begin where the owner says and have no gaps, so the next number can be set
    only before the first one is given. A shop that registers for VAT and says no rate sells at
    the general one of its country, so that no invoice leaves the tax out.
    """
    before = shop.settings
    now_shown = show(shop)
    real = {key: value for key, value in changes.items() if now_shown.get(key) != value}
    if real.get(_BACKUP_FOLDER):
        real[_BACKUP_FOLDER] = _folder(real[_BACKUP_FOLDER])
    after = _with_a_rate(shop, changed(before, real))
    _require_right_numbers(after, real)
    if after == before:
        return Done(before, Changes())
    old, new = shown(before), shown(after)
    detail = json.dumps({key: old[key] for key in old if old[key] != new[key]})
    with shop.keeping_settings(), shop.change() as session:
        moved = _set(shop, session, after)
        undo = journal.write(session, shop.now(), shop.seller, CHANGE_SETTINGS, detail=detail)
    return Done(after, Changes(settings=True, everything=moved, undo=undo))


def take_back_settings(shop: Shop, session: Session, entry: Entry) -> Changes:
    """Set what an entry of the journal says was there before; the inverse for `safety.undo`."""
    moved = _set(shop, session, changed(shop.settings, json.loads(entry.detail)))
    return Changes(settings=True, everything=moved)


def _set(shop: Shop, session: Session, after: Settings) -> bool:
    """Save within a deed; tells whether everybody's figures moved with it."""
    before = shop.settings
    _require_possible(session, before, after)
    stored_settings.save(session, after)
    moved = (before.rhythm, before.rhythm_kind, before.shop.currency) != (
        after.rhythm,
        after.rhythm_kind,
        after.shop.currency,
    )
    shop.settings = after
    if moved:
        quiet.refresh_rhythm(shop, force=True)
    return moved


def _with_a_rate(shop: Shop, after: Settings) -> Settings:
    """A shop that has just registered for VAT with the usual rate that it did not say."""
    details = after.shop
    registers = details.vat_registered and not shop.settings.shop.vat_registered
    if not registers or details.vat_rate is not None:
        return after
    rate = general_rate(details.country, shop.today())
    return replace(after, shop=replace(details, vat_rate=rate))


def _require_possible(session: Session, before: Settings, after: Settings) -> None:
    """What only the book can tell about new settings."""
    if after.shop.currency != before.shop.currency:
        currency = after.shop.currency
        if checks.has_other_currency(session, currency):
            raise BadSetting("shop.currency", currency, "sales exist")
    if after.receipt_next != before.receipt_next and checks.numbers_given(session):
        raise BadSetting(_NEXT_RECEIPT, str(after.receipt_next), "number was given")


def _require_right_numbers(after: Settings, changes: Mapping[str, str]) -> None:
    """Numbers of the shop itself stand on every paper, so a wrong one is refused when it is set.

    Only what is being set is judged: a number from before never stands in the way of another.
    """
    for problem in tax.shop_warnings(after.shop):
        key = f"shop.{problem.field}"
        if key in changes:
            raise BadSetting(key, changes[key], _WHY[problem.code])


def _folder(text: str) -> str:
    """A folder of backups as a whole path, made when it is missing; raises BadSetting."""
    folder = Path(text).expanduser().absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise BadSetting(_BACKUP_FOLDER, text, "not a folder") from None
    return str(folder)
