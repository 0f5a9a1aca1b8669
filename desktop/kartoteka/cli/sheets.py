"""Papers of the command line that have no number: by post, to call from, of a day, of items."""

from datetime import date

from kartoteka.cli.call import Call
from kartoteka.cli.clients import client_id
from kartoteka.domain.errors import BadValue, NotFound, RuleBroken
from kartoteka.domain.mail import EnvelopeSize
from kartoteka.shop import (
    Shop,
    balance,
    calls,
    catalogue,
    papers,
    price_labels,
    printing,
    warranties,
)
from kartoteka.shop.letters import LetterKind

Made = tuple[None, None, int, bytes]
ROLL = "58x40"


def postcard(shop: Shop, call: Call) -> Made:
    """Of the text that `--template` names, front and back."""
    asked = call.options
    kind = LetterKind(asked.template.replace("-", "_"))
    people, size = _people(shop, asked.ref), asked.size or "a6"
    made = printing.postcards_to(shop, people, kind, size, made=True)
    return None, None, made.pages, made.pdf


def envelope(shop: Shop, call: Call) -> Made:
    """`--size` is c5, c6 or dl; by default as it is set."""
    asked = call.options
    if asked.size and asked.size not in set(EnvelopeSize):
        raise BadValue("size", asked.size, "not one of")
    size = EnvelopeSize(asked.size) if asked.size else None
    made = printing.envelopes(shop, _people(shop, asked.ref), size)
    return None, None, made.pages, made.pdf


def call_list(shop: Shop, call: Call) -> Made:
    """REF is the number of the list; without it the newest one."""
    ref = call.options.ref
    if ref and not ref.isdecimal():
        raise NotFound("call list", ref)
    newest = calls.call_lists(shop, 1)
    if not ref and not newest:
        raise NotFound("call list", "")
    made = papers.printed_call_list(shop, int(ref) if ref else newest[0].id)
    return None, None, made.pages, made.pdf


def day(shop: Shop, call: Call) -> Made:
    """REF is the day, today without it."""
    ref = call.options.ref
    try:
        on = date.fromisoformat(ref) if ref else None
    except ValueError:
        raise BadValue("date", ref, "not a day") from None
    made = printing.day_report(shop, on, call.options.size or "a4")
    return None, None, made.pages, made.pdf


def price_label(shop: Shop, call: Call) -> Made:
    """REF are items by barcode, article number or name; a comma stands between several."""
    asked = call.options
    if asked.size not in ("", "a4", ROLL):
        raise BadValue("size", asked.size, "not one of")
    wish = price_labels.LabelWish(
        copies=asked.copies, roll=asked.size == ROLL, start=asked.start, reduced=asked.reduced
    )
    made = price_labels.price_labels(shop, _items(shop, asked.ref), wish)
    return None, None, made.pages, made.pdf


def warranty(shop: Shop, call: Call) -> Made:
    """REF is the sale; `--months` where the catalogue says no term."""
    asked = call.options
    made = warranties.warranty_cards(
        shop, asked.ref, asked.months, asked.serial, asked.size or "a5"
    )
    return None, None, made.pages, made.pdf


def balance_confirmation(shop: Shop, call: Call) -> Made:
    """REF is the client; `--from` and `--to` the period, by default this year."""
    asked = call.options
    client = client_id(shop, asked.ref)
    made = balance.confirmation(shop, client, asked.since, asked.to, asked.size or "a4")
    return None, None, made.pages, made.pdf


def _people(shop: Shop, refs: str) -> list[int]:
    return [client_id(shop, ref) for ref in refs.split(",")]


def _items(shop: Shop, refs: str) -> list[int]:
    """The one item of this name, comma and all, or else each of several."""
    try:
        return [catalogue.by_reference(shop, refs).id]
    except RuleBroken:
        if "," not in refs:
            raise
    return [catalogue.by_reference(shop, ref.strip()).id for ref in refs.split(",")]
