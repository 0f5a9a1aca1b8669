"""Why a value was refused: names of fields, and an advice for every code of a refusal."""

from collections.abc import Callable

from kartoteka.i18n.words import Words

_WHY: dict[str, Callable[[Words], str]] = {
    "empty": lambda words: words.say("Fill it in."),
    "too long": lambda words: words.say("Make it shorter."),
    "too large": lambda words: words.say("Enter a smaller number; is a comma missing?"),
    "too small": lambda words: words.say("Enter a larger number."),
    "all zero": lambda words: words.say("At least one share must be more than zero."),
    "negative": lambda words: words.say("Enter a number that is not below zero."),
    "not positive": lambda words: words.say("Enter a number above zero."),
    "not a number": lambda words: words.say("Enter a number, for example 12.50."),
    "before its beginning": lambda words: words.say("The last day must not be before the first."),
    "not contents": lambda words: words.say("Write it as on the pack: 250 g, 0.5 l, 6 × 33 cl."),
    "not a percent": lambda words: words.say("Enter a percent from 0 to 100."),
    "not an address": lambda words: words.say("An e-mail address looks like name@shop.com."),
    "not a day": lambda words: words.say("Enter a day, for example 05.03.1988."),
    "in the future": lambda words: words.say("Enter a date that is not in the future."),
    "unknown currency": lambda words: words.say("Use a currency such as EUR, RUB or BGN."),
    "unknown key": lambda words: words.say("Look up the names of settings with: settings"),
    "not one of": lambda words: words.say("Choose one of the listed values."),
    "not yes or no": lambda words: words.say("Answer yes or no."),
    "not in order": lambda words: words.say(
        "Due, cooling, quiet and lost must increase in this order."
    ),
    "wrong length": lambda words: words.say("The number has too many or too few digits."),
    "wrong digits": lambda words: words.say("Only digits belong here; is a letter among them?"),
    "only zeros": lambda words: words.say("Zeros alone are no number; copy it from a document."),
    "wrong check digit": lambda words: words.say("A digit is mistyped: the check digit differs."),
    "wrong format": lambda words: words.say("Check it against the registration certificate."),
    "sales exist": lambda words: words.say("It cannot change once there are sales."),
    "wrong prefix": lambda words: words.say("It must end in a letter or a sign, not in a digit."),
    "wrong bank number": lambda words: words.say(
        "Compare it with the contract or a statement of your bank."
    ),
    "not a folder": lambda words: words.say("Choose a folder that exists and can be saved to."),
}

_FIELDS: dict[str, Callable[[Words], str]] = {
    "amount": lambda words: words.say_in("field", "amount"),
    "total": lambda words: words.say_in("field", "total"),
    "weights": lambda words: words.say_in("field", "shares"),
    "currency": lambda words: words.say_in("field", "currency"),
    "name": lambda words: words.say_in("field", "name"),
    "price": lambda words: words.say_in("field", "price"),
    "quantity": lambda words: words.say_in("field", "quantity"),
    "discount": lambda words: words.say_in("field", "discount"),
    "payment": lambda words: words.say_in("field", "amount"),
    "cash": lambda words: words.say_in("field", "amount"),
    "email": lambda words: words.say_in("field", "e-mail"),
    "penetration": lambda words: words.say_in("field", "share of purchases"),
    "phone": lambda words: words.say_in("field", "phone"),
    "birthday": lambda words: words.say_in("field", "birthday"),
    "name_day": lambda words: words.say_in("field", "name day"),
    "date": lambda words: words.say_in("field", "date"),
    "card": lambda words: words.say_in("field", "card number"),
    "kind": lambda words: words.say_in("field", "kind"),
    "size": lambda words: words.say_in("field", "paper size"),
    "vat_rate": lambda words: words.say_in("field", "VAT rate"),
    "lasts_days": lambda words: words.say_in("field", "days that it lasts"),
    "care": lambda words: words.say_in("field", "care advice"),
    "contents": lambda words: words.say_in("field", "contents of a pack"),
    "warranty_months": lambda words: words.say_in("field", "warranty in months"),
    "service_months": lambda words: words.say_in("field", "months until the service"),
    "copies": lambda words: words.say_in("field", "number of copies"),
    # Translators: the first free place on a sheet of labels or cards that was used before.
    "start": lambda words: words.say_in("field", "first free place"),
    "after_days": lambda words: words.say_in("field", "days after which to suggest it"),
}

CODES = frozenset(_WHY)
FIELDS = frozenset(_FIELDS)


def advice(why: str, words: Words) -> str:
    """What to do about a value refused with the code `why`."""
    sentence = _WHY.get(why)
    return sentence(words) if sentence else words.say("Enter another value.")


def field_name(field: str, words: Words) -> str:
    """What a field is called; a setting keeps the name that it has on the command line."""
    name = _FIELDS.get(field)
    return name(words) if name else field
