"""Finds "special offer" and its kin in English, Russian and Bulgarian, in every inflection.

Such a phrase says nothing: an offer needs a reason. Words that only begin alike (a specialist,
спецодежда, специалност) are innocent.
"""

import re

from kartoteka.domain.folding import fold

_GAP = r"[\s\-‐‑_\"'«»„“”*]*"
"""What may stand between the two words, or nothing; a full stop or dash begins a new thought."""
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")

_EN_OFFER = r"(?:offer(?:s|ing|ings)?|deals?|promo(?:s|tion|tions)?)"
_EN_ONE_WORD = r"(?:(?!(?:we|you|they|who|to|and|or|in|on|of|for|not?|is|are)\b)[a-z]+[\s\-]+)?"
_ENGLISH = (
    rf"\bspecial{_GAP}{_EN_ONE_WORD}{_EN_OFFER}\b"
    rf"|\bspecial{_GAP}(?:pric(?:e|es|ing)|discounts?|rates?)\b"
    rf"|\b(?:super|exclusive|unique){_GAP}(?:offers?|deals?)\b"
)

# Endings of Russian and Bulgarian adjectives, without and with the Bulgarian article.
_ADJECTIVE = (
    r"(?:[аеиоуыюя]?[ийяеюмх]|ого|его|ому|ему|ыми|ими"
    r"|ен|ният|ния|на|ната|но|ното|ни|ните|ска|ската|ско|ското|ски|ските)"
)
_OFFER = (
    r"(?:предложени(?:е|я|ю|ем|и|й|ям|ями|ях|ето|ята)"
    r"|оферт(?:а|ы|е|у|ой|ам|ами|ах|и|ата|ите)?|оффер(?:а|ы|у|ом|ов)?|офер(?:и)?)"
)
_PRICE = (
    r"(?:цен(?:а|ы|е|у|ой|ам|ами|ах|и|ата|ите)?"
    r"|акци(?:я|и|ю|ей|й|ям|ями|ях|ята|ите)"
    r"|скид(?:ка|ки|ке|ку|кой|ок|кам|ками|ках)"
    r"|отстъпк(?:а|и|ата|ите)"
    r"|промо|промоци(?:я|и|ята|ите))"
)
_SPECIAL = (
    r"(?:специальн(?:ый|ая|ое|ые|ого|ой|ому|ую|ою|ым|ом|ых|ыми)"
    r"|специал(?:ен|ният|ния|на|ната|но|ното|ни|ните))"
)
_PRAISED = (
    r"(?:(?:эксклюзивн|ексклузивн|уникальн|уникалн|супервыгодн)[а-я]{1,4}"
    r"|ексклузивен|уникален|супер|промо|спешл|спешъл|спешал)"
)
_CYRILLIC = (
    rf"\bспец\.?{_GAP}(?:{_OFFER}|{_PRICE})\b"
    rf"|\b{_SPECIAL}{_GAP}(?:[а-я]+{_ADJECTIVE}[\s\-]+)?{_OFFER}\b"
    rf"|\b{_SPECIAL}{_GAP}{_PRICE}\b"
    rf"|\b{_PRAISED}{_GAP}{_OFFER}\b"
)
_LATIN_LOOKS, _CYRILLIC_LOOKS = "aceopxykmtbh", "асеорхукмтвн"
_PHRASES = (
    (re.compile(_ENGLISH), str.maketrans(_CYRILLIC_LOOKS, _LATIN_LOOKS)),
    (re.compile(_CYRILLIC), str.maketrans(_LATIN_LOOKS, _CYRILLIC_LOOKS)),
)


def called_special(text: str) -> str:
    """The phrase by which `text` calls itself a special offer, in small letters; '' without one.

    Case, accents, hyphens, extra spaces and letters borrowed from another alphabet do not hide it.
    """
    folded = fold(_INVISIBLE.sub("", text))
    for phrase, one_alphabet in _PHRASES:
        found = phrase.search(folded) or phrase.search(folded.translate(one_alphabet))
        if found:
            return found[0]
    return ""
