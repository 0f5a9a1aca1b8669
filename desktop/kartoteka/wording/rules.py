"""Sentences about the rules of the shop."""

from typing import TYPE_CHECKING

from kartoteka.i18n.words import Words
from kartoteka.wording import values
from kartoteka.wording.explained import Explained, about, quoted

if TYPE_CHECKING:
    from kartoteka.domain import contacts, errors, money, settings
    from kartoteka.shop import clients, demo, safety


@about("RuleBroken")
def _any(_error: "errors.RuleBroken", words: Words) -> Explained:
    return Explained(
        words.say("A rule of the shop does not allow this."),
        words.say("Nothing was changed."),
    )


@about("NotFound")
def _not_found(error: "errors.NotFound", words: Words) -> Explained:
    advice, ref = words.say("Check the number, or search for it."), quoted(error.ref)
    titles = {
        "client": words.say("There is no client {ref}.", ref=ref),
        "sale": words.say("There is no sale {ref}.", ref=ref),
        "paper": words.say("There is no document {ref}.", ref=ref),
        "offer": words.say("There is no offer {ref}.", ref=ref),
        "import": words.say("There is no import {ref} that can be undone.", ref=ref),
        "item": words.say("There is no item {ref} in the catalogue.", ref=ref),
        "held sale": words.say("This held sale was finished or thrown away already."),
    }
    other = words.say("{ref} is not in the card index.", ref=ref)
    return Explained(titles.get(error.what, other), advice)


@about("BadValue")
def _bad_value(error: "errors.BadValue", words: Words) -> Explained:
    return Explained(
        words.say(
            "“{value}” is not valid for this field: {field}.",
            value=quoted(error.value),
            field=values.field_name(error.field, words),
        ),
        values.advice(error.why, words),
    )


@about("BadSetting")
def _bad_setting(error: "settings.BadSetting", words: Words) -> Explained:
    if error.why == "unknown key":
        return Explained(
            words.say("There is no setting “{key}”.", key=quoted(error.key)),
            values.advice(error.why, words),
        )
    return Explained(
        words.say(
            "“{value}” is not valid for the setting {key}.",
            value=quoted(error.value),
            key=error.key,
        ),
        values.advice(error.why, words),
    )


@about("CurrencyMismatch")
def _currency(error: "money.CurrencyMismatch", words: Words) -> Explained:
    return Explained(
        words.say("{left} and {right} cannot be added up.", left=error.left, right=error.right),
        words.say("Enter all amounts of a sale in one currency."),
    )


@about("CardNumberTaken")
def _card_taken(error: "clients.CardNumberTaken", words: Words) -> Explained:
    return Explained(
        words.say("Card {number} belongs to {client}.", number=error.number, client=error.client),
        words.say("Enter another number, or take it off the other client first."),
    )


@about("Stopped")
def _stopped(_error: "BaseException", words: Words) -> Explained:
    return Explained(
        words.say("Stopped. Nothing was changed."),
        words.say("You can begin it again at any time."),
    )


@about("ImportCancelled")
def _cancelled(_error: "BaseException", words: Words) -> Explained:
    return Explained(
        words.say("The import was stopped."),
        words.say("Nothing was changed; you can start it again."),
    )


@about("AlreadyUndone")
def _already_undone(_error: "safety.AlreadyUndone", words: Words) -> Explained:
    return Explained(
        words.say("This was undone already."),
        words.say("There is nothing more to do."),
    )


@about("CannotUndo")
def _cannot_undo(_error: "safety.CannotUndo", words: Words) -> Explained:
    return Explained(
        words.say("This cannot be undone."),
        words.say("Correct it on the card; for a sale record a return."),
    )


@about("NobodyToCall")
def _nobody(_error: "contacts.NobodyToCall", words: Words) -> Explained:
    return Explained(
        words.say("None of the selected clients can be called."),
        words.say("They have no phone number, or do not allow calls; look at their cards."),
    )


@about("CallBackWithoutDay")
def _call_back(_error: "contacts.CallBackWithoutDay", words: Words) -> Explained:
    return Explained(
        words.say("No day to call back is given."),
        words.say("Enter a day."),
    )


@about("BookNotEmpty")
def _not_empty(_error: "demo.BookNotEmpty", words: Words) -> Explained:
    return Explained(
        words.say("There are already clients in this card index."),
        words.say("A demo shop is created in a file of its own; choose another name."),
    )
