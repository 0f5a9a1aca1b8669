"""Sentences about the till: baskets, voided sales, debts, and the count of the day's cash."""

from typing import TYPE_CHECKING

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.wording.explained import Explained, about

if TYPE_CHECKING:
    from kartoteka.domain import day, debts, returns, sales, till, voids


@about("ItemWithoutPrice")
def _no_price(error: "till.ItemWithoutPrice", words: Words) -> Explained:
    return Explained(
        words.say("“{name}” has no price.", name=error.name),
        words.say("Type the price of one unit in line {position}.", position=error.position),
    )


@about("QuantityZero")
def _nothing(error: "till.QuantityZero", words: Words) -> Explained:
    return Explained(
        words.say("“{name}” cannot be sold with a quantity of zero.", name=error.name),
        words.say("Enter a number above zero, or remove the line with Delete."),
    )


@about("QuantityTooLarge")
def _too_many(error: "till.QuantityTooLarge", words: Words) -> Explained:
    return Explained(
        words.say(
            "{quantity} of “{name}” is more than anybody buys at a counter.",
            quantity=error.quantity,
            name=error.name,
        ),
        words.say("Was a barcode scanned into the quantity? Enter a smaller number."),
    )


@about("QuantityTooFine")
def _too_fine(error: "till.QuantityTooFine", words: Words) -> Explained:
    return Explained(
        words.say(
            "{quantity} of “{name}” has too many decimals.",
            quantity=error.quantity,
            name=error.name,
        ),
        words.say("At most six decimals are kept; round the number."),
    )


@about("PercentOutOfRange")
def _percent(error: "till.PercentOutOfRange", words: Words) -> Explained:
    return Explained(
        words.say("A discount of {percent} percent is not possible.", percent=error.percent),
        words.say("Enter a percent from 0 to 100."),
    )


@about("SaleDiscountTooLarge")
def _sale_discount(error: "till.SaleDiscountTooLarge", words: Words) -> Explained:
    return Explained(
        words.say(
            "The discount of {discount} is larger than the whole sale of {subtotal}.",
            discount=formats.money(words, error.discount),
            subtotal=formats.money(words, error.subtotal),
        ),
        words.say("Enter a smaller sum, or a percent."),
    )


@about("BasketFull")
def _full(error: "till.BasketFull", words: Words) -> Explained:
    return Explained(
        words.say("A sale has at most {limit} lines.", limit=error.limit),
        words.say("Finish this sale and begin another one."),
    )


@about("NoSuchLine")
def _no_line(_error: "till.NoSuchLine", words: Words) -> Explained:
    return Explained(
        words.say("This line is not in the sale any more."),
        words.say("Choose another line."),
    )


@about("OnAccountWithoutClient")
def _no_debtor(_error: "sales.OnAccountWithoutClient", words: Words) -> Explained:
    return Explained(
        words.say("No client is chosen to pay later."),
        words.say("Choose the client first, or another way of paying."),
    )


@about("SaleVoided")
def _voided(error: "returns.SaleVoided", words: Words) -> Explained:
    return Explained(
        words.say("Sale {number} was voided.", number=error.number or ""),
        words.say("It no longer counts; record a new sale instead."),
    )


@about("VoidWithoutReason")
def _no_reason(_error: "voids.VoidWithoutReason", words: Words) -> Explained:
    return Explained(
        words.say("No reason is given for voiding the sale."),
        words.say("Enter a few words: wrong item, wrong client."),
    )


@about("SaleHasReturns")
def _has_returns(error: "voids.SaleHasReturns", words: Words) -> Explained:
    return Explained(
        words.say("Goods of sale {number} came back already.", number=error.number or ""),
        words.say("Void those returns first, or return what is left."),
    )


@about("InvoiceStands")
def _invoice(error: "voids.InvoiceStands", words: Words) -> Explained:
    return Explained(
        words.say("Invoice {number} was issued for this sale.", number=error.invoice),
        words.say("Annul the invoice first, or issue a credit note."),
    )


@about("DayIsClosed")
def _closed(error: "voids.DayIsClosed", words: Words) -> Explained:
    return Explained(
        words.say(
            "The cash of {date} was already counted with this sale in it.",
            date=formats.date_long(words, error.on),
        ),
        words.say("Take the goods back with a return instead."),
    )


@about("NothingOwed")
def _nothing_owed(_error: "debts.NothingOwed", words: Words) -> Explained:
    return Explained(
        words.say("This client owes nothing."),
        words.say("Check that it is the right client."),
    )


@about("DebtOverpaid")
def _overpaid(error: "debts.DebtOverpaid", words: Words) -> Explained:
    return Explained(
        words.say(
            "{paid} is more than the debt of {debt}.",
            paid=formats.money(words, error.paid),
            debt=formats.money(words, error.debt),
        ),
        words.say("Enter the debt or a part of it."),
    )


@about("DebtNotPaidByDebt")
def _by_debt(_error: "debts.DebtNotPaidByDebt", words: Words) -> Explained:
    return Explained(
        words.say("A debt cannot be paid on account."),
        words.say("Choose cash, card or bank transfer."),
    )


@about("CashBelowZero")
def _below_zero(error: "day.CashBelowZero", words: Words) -> Explained:
    return Explained(
        words.say("Cash cannot be below zero: {amount}", amount=formats.money(words, error.amount)),
        words.say("Count the cash in the drawer and enter it."),
    )


@about("MoreLeftThanCounted")
def _more_left(error: "day.MoreLeftThanCounted", words: Words) -> Explained:
    return Explained(
        words.say(
            "{left} cannot stay in the drawer: {counted} was counted.",
            left=formats.money(words, error.left),
            counted=formats.money(words, error.counted),
        ),
        words.say("Enter what stays there for the next day."),
    )
