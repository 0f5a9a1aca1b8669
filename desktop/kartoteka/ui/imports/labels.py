"""What the columns of a file may be read as, in words."""

from collections.abc import Callable, Mapping

from kartoteka.i18n.words import Words

_FIELDS: Mapping[str, Callable[[Words], str]] = {
    "id": lambda words: words.say_in("column", "client number"),
    "name": lambda words: words.say_in("column", "full name"),
    "family": lambda words: words.say_in("column", "family name"),
    "given": lambda words: words.say_in("column", "given name"),
    # Translators: отчество, презиме.
    "middle": lambda words: words.say_in("column", "middle name"),
    "called": lambda words: words.say_in("column", "how to address them"),
    "company": lambda words: words.say_in("column", "company"),
    "phone": lambda words: words.say_in("column", "phone"),
    "email": lambda words: words.say_in("column", "e-mail"),
    "messenger": lambda words: words.say_in("column", "messenger"),
    "birthday": lambda words: words.say_in("column", "birthday"),
    "name_day": lambda words: words.say_in("column", "name day"),
    "card": lambda words: words.say_in("column", "card number"),
    "likes": lambda words: words.say_in("column", "likes"),
    "dislikes": lambda words: words.say_in("column", "dislikes"),
    "size": lambda words: words.say_in("column", "size"),
    "notes": lambda words: words.say_in("column", "notes"),
    "source": lambda words: words.say_in("column", "source"),
    "recommended_by": lambda words: words.say_in("column", "recommended by"),
    "penetration": lambda words: words.say_in("column", "share of purchases"),
    "do_not_contact": lambda words: words.say_in("column", "do not contact"),
    "tax_id": lambda words: words.say_in("column", "tax number"),
    "vat_id": lambda words: words.say_in("column", "VAT number"),
    "kpp": lambda words: words.say_in("column", "KPP"),
    "ogrn": lambda words: words.say_in("column", "OGRN"),
    "street": lambda words: words.say_in("column", "street"),
    "city": lambda words: words.say_in("column", "city"),
    "postcode": lambda words: words.say_in("column", "postcode"),
    "country": lambda words: words.say_in("column", "country"),
    "preferred": lambda words: words.say_in("column", "preferred channel"),
    "hours": lambda words: words.say_in("column", "convenient hours"),
    "language": lambda words: words.say_in("column", "language"),
    "person": lambda words: words.say_in("column", "contact person"),
    "added_on": lambda words: words.say_in("column", "added on"),
    "kind": lambda words: words.say_in("column", "person or company"),
    "client": lambda words: words.say_in("column", "client"),
    "date": lambda words: words.say_in("column", "date"),
    "amount": lambda words: words.say_in("column", "amount"),
    "price": lambda words: words.say_in("column", "unit price"),
    "quantity": lambda words: words.say_in("column", "quantity"),
    "item": lambda words: words.say_in("column", "what was bought"),
    "number": lambda words: words.say_in("column", "receipt number"),
    "payment": lambda words: words.say_in("column", "way of paying"),
    "discount": lambda words: words.say_in("column", "discount"),
    "currency": lambda words: words.say_in("column", "currency"),
    "note": lambda words: words.say_in("column", "note"),
    "unit": lambda words: words.say_in("column", "unit"),
    # Translators: the shop's own code of a thing it sells (артикул).
    "sku": lambda words: words.say_in("column", "article number"),
    "barcode": lambda words: words.say_in("column", "barcode"),
    "cost": lambda words: words.say_in("column", "unit cost"),
    "vat": lambda words: words.say_in("column", "VAT rate"),
    "tags": lambda words: words.say_in("column", "tags"),
    "lasts_days": lambda words: words.say_in("column", "lasts (days)"),
    "goes_with": lambda words: words.say_in("column", "what goes with it"),
    "care": lambda words: words.say_in("column", "care advice"),
    "contents": lambda words: words.say_in("column", "contents of a pack"),
    "warranty_months": lambda words: words.say_in("column", "warranty in months"),
    "service_months": lambda words: words.say_in("column", "months until the service"),
    # Translators: a long sign that another program gave to each purchase (UUID).
    "uuid": lambda words: words.say_in("column", "identifier"),
}
FIELDS = frozenset(_FIELDS)


def field_label(words: Words, field: str) -> str:
    """What a field is called; '' is a column that is left out."""
    if not field:
        return words.say_in("column", "skip")
    known = _FIELDS.get(field)
    return known(words) if known else field
