"""The settings: shown as text, changed all together or not at all."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kartoteka.domain import tax
from kartoteka.domain.numbering import split_key
from kartoteka.domain.regimes import Regime, vat_of
from kartoteka.domain.settings import BadSetting, Settings, changed, shown
from kartoteka.domain.vat_rates import general_rate
from kartoteka.shop import Shop, logos, numbering, quiet
from kartoteka.shop.changes import Changes, Done
from kartoteka.store import checks, disk, journal
from kartoteka.store import settings as stored_settings
from kartoteka.store.book import Session
from kartoteka.store.journal import Entry

if TYPE_CHECKING:
    from kartoteka.documents.pictures import Picture

CHANGE_SETTINGS = "change_settings"
_WHY = {
    tax.Code.LOOK_ALIKE: "wrong digits",
    tax.Code.FORM: "wrong format",
    tax.Code.LENGTH: "wrong length",
    tax.Code.ZEROS: "only zeros",
    tax.Code.CHECK_DIGIT: "wrong check digit",
}
_OF_BANK = frozenset({tax.NumberKind.IBAN, tax.NumberKind.BIC})
_BACKUP_FOLDER = "backup.folder"
_REGIME = "shop.regime"


def show(shop: Shop) -> dict[str, str]:
    """Every key with its value as text; runs of numbers as they stand today."""
    with shop.read() as session:
        return shown(shop.settings) | numbering.shown(shop, session)


def change_settings(shop: Shop, changes: Mapping[str, str]) -> Done[Settings]:
    """Set the given keys; raises BadSetting, and then none of them is set.

    A run of paper numbers goes on where the owner says, with no number twice. A shop that registers
    for VAT and says no rate sells at the general one of its country, so that no invoice leaves
    the tax out; a tax regime brings its VAT with it. `shop.logo` is the path of a picture, which is
    kept in the book. Raises also NumbersFixed, NumberBeyondEnd, NumberGiven, PaperTrouble,
    FileMissing, FileUnreadable.
    """
    before, known = shop.settings, show(shop)
    real = {key: value for key, value in changes.items() if known.get(key) != value}
    if real.get(_REGIME) in set(Regime):
        general = general_rate("ru", shop.today())
        real = {**vat_of(real[_REGIME], general), **real}
    if real.get(_BACKUP_FOLDER):
        real[_BACKUP_FOLDER] = _folder(real[_BACKUP_FOLDER])
    picture = _logo(shop, real)
    runs = {key: real.pop(key) for key in list(real) if split_key(key)}
    after = _with_a_rate(shop, changed(before, real))
    _require_right_numbers(after, real)
    if after == before and not runs:
        return Done(before, Changes())
    old, new = shown(before), shown(after)
    told = {key: old[key] for key in old if old[key] != new[key]}
    detail = json.dumps(told | {key: known[key] for key in runs if key in known})
    with shop.keeping_settings(), shop.change() as session:
        if picture is not None:
            logos.keep(session, picture)
        moved = _set(shop, session, after, runs)
        undo = journal.write(session, shop.now(), shop.seller, CHANGE_SETTINGS, detail=detail)
    return Done(after, Changes(settings=True, everything=moved, undo=undo))


def take_back_settings(shop: Shop, session: Session, entry: Entry) -> Changes:
    """Set what an entry of the journal says was there before; the inverse for `safety.undo`."""
    values: dict[str, str] = json.loads(entry.detail)
    runs = {key: values.pop(key) for key in list(values) if split_key(key)}
    moved = _set(shop, session, changed(shop.settings, values), runs)
    return Changes(settings=True, everything=moved)


def _set(shop: Shop, session: Session, after: Settings, runs: Mapping[str, str]) -> bool:
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
    numbering.change_numbers(shop, session, runs)
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


def _require_right_numbers(after: Settings, changes: Mapping[str, str]) -> None:
    """Numbers of the shop itself stand on every paper, so a wrong one is refused when it is set.

    Only what is being set is judged: a number from before never stands in the way of another.
    """
    for problem in tax.shop_warnings(after.shop):
        key = f"shop.{problem.field}"
        if key in changes:
            of_bank = problem.kind in _OF_BANK and problem.code is tax.Code.FORM
            why = "wrong bank number" if of_bank else _WHY[problem.code]
            raise BadSetting(key, changes[key], why)


def _logo(shop: Shop, changes: dict[str, str]) -> "Picture | None":
    """The picture of a file that is set as the logo; its key takes the place of the path."""
    text = changes.get(logos.LOGO, "").strip()
    if not text:
        return None
    with shop.read() as session:
        if logos.is_kept(session, text):
            return None
    picture = logos.read_logo(Path(text))
    changes[logos.LOGO] = picture.hash
    return picture


def _folder(text: str) -> str:
    """A folder of backups as a whole path, made when it is missing and tried; raises BadSetting."""
    try:
        folder = Path(text).expanduser().absolute()
        disk.try_folder(folder)
    except (OSError, RuntimeError):  # the latter: ~somebody who has no home here
        raise BadSetting(_BACKUP_FOLDER, text, "not a folder") from None
    return str(folder)
