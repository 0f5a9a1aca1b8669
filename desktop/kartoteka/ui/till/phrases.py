"""Sentences of the Sale page: why something is proposed, what a warning says, sums and states."""

from decimal import Decimal
from typing import TYPE_CHECKING

from kartoteka.domain.catalogue import Suggestion, Why
from kartoteka.domain.money import Money
from kartoteka.domain.reckoning import BelowCost, Totals, Warned
from kartoteka.domain.sales import PaymentKind, VatPart
from kartoteka.domain.till import BasketLine, Discount
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import Words
from kartoteka.ui.till.presenter import Origin

if TYPE_CHECKING:
    from kartoteka.shop.clients import CardView

NOTHING = "—"


def why(words: Words, proposal: Suggestion) -> str:
    """Why an item is proposed."""
    if proposal.why is Why.RAN_OUT and proposal.of == proposal.item.name:
        days = proposal.days or 0
        return words.count(
            "should have run out {number} day ago", "should have run out {number} days ago", days
        )
    if proposal.why is Why.RAN_OUT:
        return words.count(
            "{item} should have run out {number} day ago",
            "{item} should have run out {number} days ago",
            proposal.days or 0,
            item=proposal.of,
        )
    if proposal.bought_on is not None:
        day = formats.day_month_short(words, proposal.bought_on)
        # Translators: why an item is proposed: "goes with: drip kit bought 12 Sep"
        return words.say("goes with: {item} bought {day}", item=proposal.of, day=day)
    return words.say("goes with: {item}", item=proposal.of)


def line_detail(words: Words, line: BasketLine, origin: Origin | None) -> str:
    """The small line under an item's name."""
    if origin is not None and origin.code:
        return words.say("barcode {code}", code=origin.code)
    if origin is not None and origin.proposal is not None:
        return why(words, origin.proposal)
    return line.note or line.sku


def quantity(words: Words, line: BasketLine) -> str:
    """How much of it, with its unit."""
    number = formats.number(words, line.quantity)
    return f"{number}\N{NO-BREAK SPACE}{line.unit}" if line.unit else number


def discount(words: Words, given: Discount | None) -> str:
    """A discount as the basket shows it."""
    if given is None:
        return NOTHING
    if given.amount is not None:
        return formats.money(words, -given.amount)
    percent = given.percent or Decimal(0)
    if percent == 100:
        # Translators: a line with a discount of 100 percent.
        return words.say("free")
    return formats.percent(words, -percent)


def warning(words: Words, warned: Warned) -> str:
    """What a line that is sold too cheaply says."""
    if isinstance(warned, BelowCost):
        return words.say(
            "{item} sells for {net} without VAT but cost {cost}.",
            item=warned.name,
            net=formats.money(words, warned.net),
            cost=formats.money(words, warned.cost),
        )
    return words.say(
        "{item}: margin {margin}, your minimum is {least}.",
        item=warned.name,
        margin=formats.percent(words, warned.margin),
        least=formats.percent(words, warned.least),
    )


def vat(words: Words, part: VatPart) -> str:
    """The words beside a sum of VAT."""
    return words.say("incl. VAT {rate}", rate=formats.percent(words, part.rate))


def margin(words: Words, sums: Totals) -> str:
    """What is left of the basket for the shop; '' while no cost is known."""
    if sums.margin is None:
        return ""
    return words.say("Margin after discount: {margin}", margin=formats.percent(words, sums.margin))


def way(words: Words, kind: PaymentKind) -> str:
    """A way of paying as a button says it."""
    if kind is PaymentKind.TRANSFER:
        return words.say_in("way of paying", "Transfer")
    name = labels.payment_label(words, kind)
    return name[:1].upper() + name[1:]


def last_visit(words: Words, buyer: "CardView") -> str:
    """How long ago the client was here."""
    silent = buyer.rhythm.silent_days
    if silent is None:
        return words.say("first visit")
    if silent == 0:
        return words.say("was here today")
    return words.count("last visit {number} day ago", "last visit {number} days ago", silent)


def debt(words: Words, amount: Money) -> str:
    """What the client owes."""
    return words.say("owes {amount}", amount=formats.money(words, amount))


def hold(words: Words, waiting: int, *, empty: bool) -> str:
    """The button that puts a sale aside; with an empty basket it brings one of `waiting` back."""
    if waiting and empty:
        return words.count("{number} sale on hold", "{number} sales on hold", waiting)
    if waiting:
        # Translators: the button that puts a sale aside; {number} sales wait already: "Hold (2)".
        return words.say("Hold ({number})", number=str(waiting))
    return words.say("Hold")


def return_words(words: Words) -> str:
    """The button that takes goods back."""
    return words.say("Return")


def more_words(words: Words) -> str:
    """The menu of what is needed less often."""
    return words.say("More for this sale")


def finish_words(words: Words) -> str:
    """The one button that ends the sale."""
    return words.say("Finish and print")
