"""Sentences of the Today page: its buttons, and its faces while there is no list."""

from kartoteka.i18n.words import Words


def new_client(words: Words) -> str:
    """New client."""
    return words.say("New client")


def purchase(words: Words) -> str:
    """Purchase."""
    return words.say_in("button", "New sale")


def call_list(words: Words) -> str:
    """Call list."""
    return words.say("Call list")


def all_quiet(words: Words) -> str:
    """All quiet."""
    return words.say("All who are going quiet")


def clients_to_call(words: Words) -> str:
    """Clients to call."""
    return words.say("Clients to call")


def first_client(words: Words) -> str:
    """First client."""
    return words.say("Add the first client")


def nobody_title(words: Words) -> str:
    """Nobody title."""
    return words.say("Here you will see whom to call, and why")


def nobody_text(words: Words) -> str:
    """Nobody text."""
    return words.say(
        "Add clients and their purchases. As soon as somebody stays away longer than "
        "usual, they will appear here, with what their silence costs."
    )


def no_purchases_text(words: Words) -> str:
    """No purchases text."""
    return words.say(
        "Your clients are here; their purchases are not yet. Sell at the till or import earlier "
        "purchases: after two or three visits the program knows how often each client comes."
    )


def done_title(words: Words) -> str:
    """Done title."""
    return words.say("No more calls today")


def calm_title(words: Words) -> str:
    """Calm title."""
    return words.say("Nobody is going quiet")


def calm_text(words: Words) -> str:
    """Calm text."""
    return words.say("All your clients come about as often as they usually do.")


def once_title(words: Words) -> str:
    """Once title."""
    return words.say("Your clients buy once")


def once_text(words: Words, share: str) -> str:
    """Once text."""
    return words.say(
        "Only {share} of them ever bought a second time, so silence means nothing "
        "here and nobody is marked as going quiet. Watch these numbers instead; you "
        "can switch the rhythm on in Settings.",
        share=share,
    )
