"""Decides for the export dialog: which forms suit what is written, and how the file is called."""

from kartoteka.i18n.words import Words

KINDS = ("clients", "purchases", "catalogue", "all")
ENDINGS = ("xlsx", "csv", "vcf", "json")


def endings_of(kind: str) -> tuple[str, ...]:
    """The forms that hold this; an address book holds clients only."""
    return ENDINGS if kind == "clients" else tuple(each for each in ENDINGS if each != "vcf")


def kind_words(words: Words, kind: str) -> str:
    """What is written."""
    if kind == "clients":
        return words.say("Clients")
    if kind == "purchases":
        return words.say("Purchases")
    if kind == "catalogue":
        return words.say("Catalogue")
    return words.say("All together")


def ending_words(words: Words, ending: str) -> str:
    """Which program reads it."""
    if ending == "xlsx":
        return words.say("Spreadsheet (XLSX)")
    if ending == "csv":
        return words.say("Any program (CSV)")
    if ending == "vcf":
        return words.say("Address book (vCard)")
    return words.say("For programmers (JSON)")


def file_name(words: Words, kind: str, today: str, ending: str) -> str:
    """How the file is called unless the seller says otherwise; `today` as 2026-11-21."""
    names = {
        "clients": words.say_in("file", "clients"),
        "purchases": words.say_in("file", "purchases"),
        "catalogue": words.say_in("file", "catalogue"),
        "all": words.say_in("file", "kartoteka"),
    }
    parts = [names[kind], today] if today else [names[kind]]
    return f"{'-'.join(parts)}.{ending}"
