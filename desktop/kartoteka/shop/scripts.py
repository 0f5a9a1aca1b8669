"""What to say on the phone: a short, polite script made from the client's card."""

from dataclasses import dataclass
from datetime import date

from kartoteka.domain.contacts import Reason, ReasonKind
from kartoteka.i18n import Words, formats

TASTES = 3
"""More tastes than this nobody says on the phone."""


@dataclass(frozen=True, slots=True)
class ScriptFacts:
    """What a script may use; every text may be empty."""

    greeting_name: str
    """How to address them; empty where only a company's name is known."""
    shop_name: str
    seller: str
    last_item: str = ""
    last_on: date | None = None
    likes: tuple[str, ...] = ()


def script(words: Words, facts: ScriptFacts, reason: Reason) -> str:
    """A few whole sentences: who calls, what was bought, and a question to talk about."""
    sentences = [_greeting(words, facts), _introduction(words, facts)]
    if reason.kind is ReasonKind.BIRTHDAY:
        sentences.append(words.say("Happy birthday! I wish you health and happiness."))
    elif reason.kind is ReasonKind.NAME_DAY:
        sentences.append(words.say("Happy name day! I wish you health and happiness."))
    else:
        sentences += [_last_purchase(words, facts), _invitation(words, facts)]
    return " ".join(sentence for sentence in sentences if sentence)


def last_purchase_fact(words: Words, facts: ScriptFacts) -> str:
    """A quiet line for the list: what they last bought, and when; '' before a purchase."""
    if facts.last_on is None or not facts.last_item:
        return ""
    # Translators: a line of a call list. {item} is the thing bought, {date} a whole date.
    return words.say(
        "Last purchase: {item}, {date}",
        item=facts.last_item,
        date=formats.date_long(words, facts.last_on),
    )


def tastes_fact(words: Words, facts: ScriptFacts) -> str:
    """A quiet line for the list: what they like; '' when nobody knows."""
    if not facts.likes:
        return ""
    # Translators: a line of a call list; {tastes} are preferences as the seller wrote them.
    return words.say("Likes: {tastes}", tastes=_tastes(words, facts))


def _greeting(words: Words, facts: ScriptFacts) -> str:
    if not facts.greeting_name:
        # Translators: the beginning of a phone call, polite.
        return words.say("Hello!")
    # Translators: the beginning of a phone call, polite; {name} is how the client is addressed.
    return words.say("Hello, {name}!", name=facts.greeting_name)


def _introduction(words: Words, facts: ScriptFacts) -> str:
    if facts.seller and facts.shop_name:
        # Translators: said on the phone after the greeting. {seller} is a person, {shop} the
        # shop's name as it stands on its papers.
        return words.say("This is {seller} from {shop}.", seller=facts.seller, shop=facts.shop_name)
    if facts.shop_name:
        # Translators: said on the phone after the greeting; {shop} is the shop's name.
        return words.say("This is {shop} calling.", shop=facts.shop_name)
    return ""


def _last_purchase(words: Words, facts: ScriptFacts) -> str:
    if facts.last_on is None or not facts.last_item:
        return ""
    # Translators: said on the phone. {item} is the thing bought in the form in which it stands on
    # the receipt (nominative); {date} is day and month, or a whole date.
    return words.say(
        "Last time, on {date}, you bought this: {item}. Are you happy with it?",
        item=facts.last_item,
        date=formats.day_month(words, facts.last_on),
    )


def _invitation(words: Words, facts: ScriptFacts) -> str:
    if facts.likes:
        # Translators: said on the phone; {tastes} are preferences as the seller wrote them:
        # "green, silver". The colon keeps them in their form.
        return words.say(
            "I remember what you like: {tastes}. Shall I put something aside for you?",
            tastes=_tastes(words, facts),
        )
    # Translators: said on the phone, polite.
    return words.say("We would love to see you again. When would it suit you to drop in?")


def _tastes(words: Words, facts: ScriptFacts) -> str:
    return formats.join_list(words, list(facts.likes[:TASTES]))
