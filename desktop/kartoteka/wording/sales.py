"""Sentences about sales and returns that a rule refuses."""

from typing import TYPE_CHECKING

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.wording.explained import Explained, about

if TYPE_CHECKING:
    from kartoteka.domain import returns, sales


@about("EmptySale")
def _empty(_error: "sales.EmptySale", words: Words) -> Explained:
    return Explained(
        words.say("There is nothing in this purchase."),
        words.say("Add at least one line."),
    )


@about("LineWithoutName")
def _nameless(error: "sales.LineWithoutName", words: Words) -> Explained:
    return Explained(
        words.say("Line {position} has no name.", position=error.position),
        words.say("Enter what was bought."),
    )


@about("BadQuantity")
def _quantity(error: "sales.BadQuantity", words: Words) -> Explained:
    return Explained(
        words.say(
            "Line {position} cannot have the quantity {quantity}.",
            position=error.position,
            quantity=error.quantity,
        ),
        words.say("Enter a number above zero and below a million."),
    )


@about("NegativePrice")
def _price(error: "sales.NegativePrice", words: Words) -> Explained:
    return Explained(
        words.say("The price in line {position} is below zero.", position=error.position),
        words.say("Enter the price without a minus; goods come back by a return."),
    )


@about("NegativeDiscount")
def _discount(error: "sales.NegativeDiscount", words: Words) -> Explained:
    return Explained(
        words.say("The discount in line {position} is below zero.", position=error.position),
        words.say("Enter the discount without a minus, or a higher price."),
    )


@about("DiscountTooLarge")
def _discount_too_large(error: "sales.DiscountTooLarge", words: Words) -> Explained:
    return Explained(
        words.say(
            "The discount in line {position} is larger than the line: {discount} of {gross}.",
            position=error.position,
            discount=formats.money(words, error.discount),
            gross=formats.money(words, error.gross),
        ),
        words.say("Enter the discount on the whole line as money."),
    )


@about("SaleInFuture")
def _future(error: "sales.SaleInFuture", words: Words) -> Explained:
    return Explained(
        words.say("{date} is in the future.", date=formats.date_long(words, error.on)),
        words.say("Enter today or an earlier day; look at the computer's clock too."),
    )


@about("NegativePayment")
def _payment(error: "sales.NegativePayment", words: Words) -> Explained:
    return Explained(
        words.say("A payment is below zero: {amount}", amount=formats.money(words, error.amount)),
        words.say("Enter payments without a minus."),
    )


@about("PaymentShort")
def _short(error: "sales.PaymentShort", words: Words) -> Explained:
    return Explained(
        words.say(
            "{paid} was paid, {due} is due.",
            paid=formats.money(words, error.paid),
            due=formats.money(words, error.due),
        ),
        words.say("Enter the rest, or put it on account."),
    )


@about("PaymentMismatch")
def _mismatch(error: "sales.PaymentMismatch", words: Words) -> Explained:
    return Explained(
        words.say(
            "{paid} was paid, only {due} is due.",
            paid=formats.money(words, error.paid),
            due=formats.money(words, error.due),
        ),
        words.say("Change is given from cash only; correct the other payments."),
    )


@about("ReturnTooMuch")
def _too_much(error: "returns.ReturnTooMuch", words: Words) -> Explained:
    return Explained(
        words.say(
            "{asked} of “{name}” cannot come back: {left} is left.",
            asked=formats.number(words, error.asked),
            name=error.name,
            left=formats.number(words, error.left),
        ),
        words.say("Look at the sale: some of it was returned before."),
    )


@about("ReturnOfUnknownLine")
def _unknown_line(error: "returns.ReturnOfUnknownLine", words: Words) -> Explained:
    return Explained(
        words.say("The sale has no line {position}.", position=error.position or ""),
        words.say("Lines are counted from 1, from top to bottom."),
    )


@about("ReturnOfReturn")
def _of_return(_error: "returns.ReturnOfReturn", words: Words) -> Explained:
    return Explained(
        words.say("This is a return already."),
        words.say("Record a new sale if the goods are sold again."),
    )


@about("ReturnBeforeSale")
def _before_sale(error: "returns.ReturnBeforeSale", words: Words) -> Explained:
    return Explained(
        words.say(
            "The sale took place on {date}, after this return.",
            date=formats.date_long(words, error.sold_on),
        ),
        words.say("Enter that day or a later one."),
    )
