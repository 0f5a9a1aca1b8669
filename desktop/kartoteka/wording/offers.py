"""Sentences about offers that a rule refuses."""

from typing import TYPE_CHECKING

from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.wording.explained import Explained, about

if TYPE_CHECKING:
    from kartoteka.domain import offers


@about("OfferWithoutTitle")
def _untitled(_error: "offers.OfferWithoutTitle", words: Words) -> Explained:
    return Explained(
        words.say("The offer does not say what is promised."),
        words.say("Enter the promise, such as “A filter for your kettle at half price”."),
    )


@about("OfferWithoutReason")
def _unreasoned(_error: "offers.OfferWithoutReason", words: Words) -> Explained:
    return Explained(
        words.say("The offer has no reason."),
        words.say("Enter why this client gets it now, such as “Your kettle is a year old”."),
    )


@about("OfferWithoutEnd")
def _endless(_error: "offers.OfferWithoutEnd", words: Words) -> Explained:
    return Explained(
        words.say("The offer has no end."),
        words.say("Set the last day on which it is valid."),
    )


@about("OfferEndsBeforeItBegins")
def _backwards(error: "offers.OfferEndsBeforeItBegins", words: Words) -> Explained:
    return Explained(
        words.say(
            "The offer would end on {end}, before it begins on {begin}.",
            end=formats.date_long(words, error.ends),
            begin=formats.date_long(words, error.begins),
        ),
        words.say("Set a last day that is not before the first."),
    )


@about("OfferEnded")
def _ended(error: "offers.OfferEnded", words: Words) -> Explained:
    return Explained(
        words.say("The offer ended on {date}.", date=formats.date_long(words, error.ends)),
        words.say("Set a later last day, or choose another offer."),
    )


@about("OfferCalledSpecial")
def _special(error: "offers.OfferCalledSpecial", words: Words) -> Explained:
    return Explained(
        # Translators: {phrase} is "special offer" or the like as the owner wrote it.
        words.say("“{phrase}” says nothing to a client.", phrase=error.phrase),
        words.say("Name the thing and the reason instead, such as “New collection: …”."),
    )
