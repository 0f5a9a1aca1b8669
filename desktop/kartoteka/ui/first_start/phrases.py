"""The words of the first start."""

from kartoteka.i18n import Words


def making_book(words: Words) -> str:
    """Told when it takes long."""
    return words.say("Creating the card index…")


def welcome(words: Words) -> str:
    """The title."""
    return words.say("Welcome to Kartoteka")


def what_it_is(words: Words) -> str:
    """What the program is for."""
    return words.say(
        "A card index of your clients. It notices who is going quiet and tells you "
        "whom to call, and why."
    )


def language(words: Words) -> str:
    """The first question."""
    return words.say("Language")


def country(words: Words) -> str:
    """The second."""
    return words.say("Shop country")


def shop_name(words: Words) -> str:
    """The third."""
    return words.say("Shop name")


def example(words: Words) -> str:
    """How such a name looks."""
    # Translators: an example of a shop's name.
    return words.say("for example: Bead Workshop")


def name_missing(words: Words) -> str:
    """The one answer that is needed."""
    return words.say("The shop needs a name; it is printed on your documents.")


def how_to_begin(words: Words) -> str:
    """The title of the second step."""
    return words.say("How would you like to begin?")


def look_demo(words: Words) -> str:
    """A way on."""
    return words.say("Demo shop")


def demo_hint(words: Words) -> str:
    """What it leads to."""
    return words.say("Look around a demo shop. Your own card index stays empty.")


def import_clients(words: Words) -> str:
    """A way on."""
    return words.say("Import")


def import_hint(words: Words) -> str:
    """What it leads to."""
    return words.say("Your clients from a table: Excel or CSV, as it is.")


def add_first(words: Words) -> str:
    """A way on."""
    return words.say("First client")


def add_hint(words: Words) -> str:
    """What it leads to."""
    return words.say("Begin with one card and add the others as they come.")


def making_demo(words: Words) -> str:
    """Told meanwhile."""
    return words.say("Preparing the demo shop. This takes a few seconds…")


def phone(words: Words) -> str:
    """The last question, which may stay open."""
    return words.say("Your phone (optional)")


def phone_hint(words: Words) -> str:
    """What the number is for."""
    return words.say("Printed on documents, so that clients can reach you.")


def sell(words: Words) -> str:
    """A way on."""
    return words.say("Just sell")


def sell_hint(words: Words) -> str:
    """What it leads to."""
    return words.say("Straight to the till; clients and goods come as you go.")


def was_here(words: Words) -> str:
    """Before the ways of somebody who is not new."""
    return words.say("Already using Kartoteka?")


def restore(words: Words) -> str:
    """A way of somebody who is not new."""
    return words.say("Restore a backup…")


def note(words: Words, country: str, currency: str) -> str:
    """What a shop of this country must know before it begins; `currency` is its sign."""
    if country == "ru":
        return words.say(
            "Prices in {currency}. You keep personal data of clients: before you begin, "
            "Roskomnadzor must be notified (152-FZ, article 22), and the cards are kept "
            "on this computer, in Russia.",
            currency=currency,
        )
    if country == "bg":
        return words.say(
            "Prices in {currency}. You keep clients’ personal data: tell them so, and "
            "ask for consent before sending offers (GDPR).",
            currency=currency,
        )
    return words.say(
        "Prices in {currency}; you can choose another currency in Settings.", currency=currency
    )
