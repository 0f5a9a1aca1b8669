"""What the fields of a card are called, and the hints in their empty editors."""

from collections.abc import Callable

from kartoteka.i18n.words import Words
from kartoteka.ui.clients.fields import Field


def field_label(words: Words, field: Field) -> str:
    """The name that stands left of a field."""
    return _LABELS[field](words)


_LABELS: dict[Field, Callable[[Words], str]] = {
    Field.GIVEN: lambda words: words.say("Given name"),
    Field.FAMILY: lambda words: words.say("Family name"),
    # Translators: отчество in Russian, бащино име in Bulgarian.
    Field.MIDDLE: lambda words: words.say("Middle name"),
    # Translators: how the client likes to be addressed.
    Field.CALLED: lambda words: words.say("How to address them"),
    Field.COMPANY: lambda words: words.say("Legal name"),
    Field.PHONE: lambda words: words.say("Phone"),
    Field.EMAIL: lambda words: words.say("E-mail"),
    Field.MESSENGER: lambda words: words.say("Messenger"),
    Field.BIRTHDAY: lambda words: words.say("Birthday"),
    Field.NAME_DAY: lambda words: words.say("Name day"),
    # Translators: number of the loyalty card.
    Field.CARD: lambda words: words.say("Card No."),
    # Translators: the channel by which the client prefers to be reached.
    Field.PREFERRED: lambda words: words.say("Preferred contact"),
    # Translators: convenient hours for a call, e.g. after 18:00.
    Field.HOURS: lambda words: words.say("Best time to call"),
    Field.LANGUAGE: lambda words: words.say("Language"),
    Field.STREET: lambda words: words.say("Street"),
    Field.POSTCODE: lambda words: words.say("Postcode"),
    Field.CITY: lambda words: words.say("City"),
    Field.COUNTRY: lambda words: words.say("Country"),
    # Translators: where the client came from: a friend, an advertisement, walked in.
    Field.SOURCE: lambda words: words.say("Source"),
    Field.RECOMMENDED_BY: lambda words: words.say("Recommended by"),
    # Translators: what share of such purchases the client makes in this shop.
    Field.PENETRATION: lambda words: words.say("Share bought here"),
    # Translators: ЕИК in Bulgarian, ИНН in Russian.
    Field.TAX_ID: lambda words: words.say("Tax number"),
    # Translators: ИН по ЗДДС (ДДС №) in Bulgarian.
    Field.VAT_ID: lambda words: words.say("VAT number"),
    # Translators: КПП, a Russian tax registration code.
    Field.KPP: lambda words: words.say("KPP"),
    # Translators: ОГРН, a Russian state registration number.
    Field.OGRN: lambda words: words.say("OGRN"),
    Field.PERSON: lambda words: words.say("Contact person"),
    Field.NOTES: lambda words: words.say("Notes"),
    # Translators: which channels the client allowed the shop to use.
    Field.CONSENTS: lambda words: words.say("Consent"),
}

_HINTS: dict[Field, Callable[[Words], str]] = {
    Field.BIRTHDAY: lambda words: words.say("5.3, 05.03.1988 or 5 March"),
    # Translators: day and month as in the birthday's hint; „none“ means: keeps no name day.
    Field.NAME_DAY: lambda words: words.say("day and month, or none"),
    Field.HOURS: lambda words: words.say("after 18:00"),
    Field.MESSENGER: lambda words: words.say("Telegram @name"),
    Field.PENETRATION: lambda words: words.say("percent, 100 means only here"),
    Field.CARD: lambda words: words.say("scan or type the number"),
}


def field_hint(words: Words, field: Field) -> str:
    """What an empty editor says in grey; '' when the label says it all."""
    hint = _HINTS.get(field)
    return hint(words) if hint else ""
