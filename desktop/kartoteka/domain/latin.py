"""Cyrillic names in Latin letters, by the official rules of Bulgaria and of Russia."""

import re

# Закон за транслитерацията, чл. 2–5; what it lacks is as in ICAO Doc 9303, part 3.
_BULGARIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s",
    "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sht",
    "ъ": "a", "ь": "y", "ю": "yu", "я": "ya", "ё": "yo", "ы": "y", "э": "e",
}  # fmt: skip
_RUSSIAN = _BULGARIAN | {
    "й": "i", "х": "kh", "щ": "shch", "ъ": "ie", "ь": "", "ю": "iu", "я": "ia", "ё": "e",
}  # fmt: skip
_FINAL_IA = re.compile(r"(?i)(?<=\w)ия\b")
_QUOTES = str.maketrans(dict.fromkeys("„“”«»", '"') | {"’": "'", "№": "No"})


def latin(text: str, language: str = "bg") -> str:
    """A name in Latin letters and plain quotes; what is Latin already stays."""
    table = _RUSSIAN if language == "ru" else _BULGARIAN
    if language != "ru":  # чл. 5: a final -ия is -ia
        text = _FINAL_IA.sub(lambda found: "IA" if found[0].isupper() else "ia", text)
    written = []
    for at, letter in enumerate(text):
        plain = table.get(letter.lower())
        if plain is None:
            written.append(letter)
        elif letter.isupper():
            around = text[at + 1 : at + 2] or text[at - 1 : at]
            written.append(plain.upper() if around.isupper() else plain.capitalize())
        else:
            written.append(plain)
    return "".join(written).translate(_QUOTES)
