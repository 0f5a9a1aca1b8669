"""Telephone numbers: read in every habit of writing, kept as typed and in E.164."""

import re

from kartoteka.domain.clients import Phone
from kartoteka.domain.folding import digits_only

_LONGEST_PLAIN = 40
"""Longer texts are no plain number and go to the library."""

_SEPARATORS = dict.fromkeys(map(ord, " ()-.\u00a0\u2011\u2013\t"))
_LABEL = re.compile(
    r"\s*(?:тел(?:ефон)?|моб(?:ильный)?|тлф|gsm|tel|mob(?:ile)?|phone)\b[.:]?", re.IGNORECASE
)
_RU_SUBSCRIBER = r"((?:9(?:[0-24-9]\d|3[1-9])|495|499|812|800)\d{7})"
_BG_SUBSCRIBER = r"((?:8[7-9]|98)\d{7})"
_ABROAD = re.compile(rf"\+(?:7{_RU_SUBSCRIBER}|359{_BG_SUBSCRIBER})", re.ASCII)
_AT_HOME = {
    "ru": re.compile(rf"[78]?{_RU_SUBSCRIBER}", re.ASCII),
    "bg": re.compile(rf"(?:0|(?:00)?359)?{_BG_SUBSCRIBER}", re.ASCII),
}
_CALLING_CODE = {"ru": "+7", "bg": "+359"}
_E164 = re.compile(r"\+\d{7,15}", re.ASCII)
_BRACKETS = " .()[]-–,:;\t\u00a0"
_REMARK = re.compile(r"(.*\d)(?:\.0|[^\w\n]*[^\W\d_]\D*)", re.DOTALL)
"""A number and what was noted after it ('мама', '(WhatsApp)'), or the '.0' of a spreadsheet."""
_EXTENSION = re.compile(
    r"(.*\d)[\s,;(]*("
    r"(?:(?:доб(?:авочный)?|вн(?:утр)?|вътр(?:ешен)?|ext(?:ension)?)\b\.?|[xх])\s*№?\s*\d{1,6}"
    r")\)?",
    re.IGNORECASE | re.DOTALL,
)
"""A number behind which another is dialled: 'доб. 12', 'вътр. 12', 'ext. 12'."""
_BETWEEN_NUMBERS = re.compile(
    r"[,;\n](?!\s*(?:доб|вн|вътр|ext|x)\w*\.?\s*№?\s*\d)"
    r"|\s/\s|\s(?:и|или|and|or)\s+(?=[+(\d])",
    re.IGNORECASE,
)
_TWO_NUMBERS = 16
"""So many digits are more than one number has."""
_CUT = re.compile(r"\s*/\s*|\s+(?:\+\s+)?")
"""Where two numbers may meet that nothing parts but a space, a slash or a plus."""


def read_phone(text: str, country: str) -> Phone:
    """Read one number as it is dialled in `country` (ru, bg, other).

    `e164` of the answer is empty when this is no complete valid number (a seven-digit local one,
    a slip): it stays as typed. `note` is an extension, or what was noted after the number. The
    usual Russian and Bulgarian habits are read without the library, which takes ten times longer;
    both give the same answer.
    """
    typed = text.strip()
    e164 = _plain_e164(typed, country)
    if e164:
        return Phone(typed, e164)
    if more := _EXTENSION.fullmatch(typed):
        return Phone(typed, _e164_of(more[1], country), more[2])
    e164 = library_e164(typed, country)
    if not e164 and (noted := _REMARK.fullmatch(typed)):
        remark = typed[len(noted[1]) :].strip(_BRACKETS)
        return Phone(typed, _e164_of(noted[1], country), "" if remark == "0" else remark)
    return Phone(typed, e164)


def read_phones(text: str, country: str) -> tuple[Phone, ...]:
    """Read a cell that may hold several numbers: between commas, lines, 'и', or side by side."""
    if _ABROAD.fullmatch(text):
        return (Phone(text, text),)
    parts = (part for part in _BETWEEN_NUMBERS.split(text) if digits_only(part))
    return tuple(phone for part in parts for phone in _taken_apart(part, country))


def digits(text: str) -> str:
    """The digits of a number, or of a part of one that is searched for."""
    return digits_only(text)


def show_phone(phone: Phone) -> str:
    """The number grouped for reading, with its country's code; as typed when it is no real one."""
    number = phone.e164
    if not number:
        return phone.typed
    if number.startswith(("+73", "+74", "+78", "+79")) and len(number) == len("+79123456789"):
        return f"+7 {number[2:5]} {number[5:8]}-{number[8:10]}-{number[10:]}"
    if number.startswith("+359") and _AT_HOME["bg"].fullmatch(number[1:]):
        return f"+359 {number[4:6]} {number[6:9]} {number[9:]}"
    return _library_shown(number)


def show_number(number: str) -> str:
    """As `show_phone`, for a number as lists keep it: E.164 when there is one, else as typed.

    An extension may stand behind it: '+74951234567 доб. 12'.
    """
    plain, _, extension = number.partition(" ")
    if not _E164.fullmatch(plain):
        return number
    return f"{show_phone(Phone(plain, plain))} {extension}".rstrip()


def library_e164(text: str, country: str) -> str:
    """What the phonenumbers library reads, in E.164; '' when it is no valid number."""
    import phonenumbers  # its tables are heavy: loaded when the first odd number comes

    try:
        number = phonenumbers.parse(text, _region(country))
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def _taken_apart(part: str, country: str) -> tuple[Phone, ...]:
    """One number, or two that only a space, a slash or a plus parts."""
    whole = read_phone(part, country)
    if whole.e164 or len(digits_only(part)) < _TWO_NUMBERS:
        return (whole,)
    for cut in _CUT.finditer(part):
        both = read_phone(part[: cut.start()], country), read_phone(part[cut.end() :], country)
        if all(each.e164 for each in both):
            return both
    return (whole,)


def _e164_of(text: str, country: str) -> str:
    return _plain_e164(text, country) or library_e164(text, country)


def _plain_e164(text: str, country: str) -> str:
    """The E.164 form of a number in the usual writing, or '' when the library must look."""
    if len(text) > _LONGEST_PLAIN:
        return ""
    if not text[:1].isdigit() and text[:1] not in "+(":
        text = _LABEL.sub("", text, count=1)
    plain = text.translate(_SEPARATORS)
    if plain.startswith("+"):
        return plain if _ABROAD.fullmatch(plain) else ""
    pattern = _AT_HOME.get(country)
    found = pattern.fullmatch(plain) if pattern else None
    return _CALLING_CODE[country] + found[1] if found else ""


def _library_shown(e164: str) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    if not phonenumbers.is_valid_number(number):
        return e164
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def _region(country: str) -> str | None:
    return country.upper() if country in ("ru", "bg") else None
