"""The catalogues: complete, whole, and typeset as each language is."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from reportlab.pdfbase.ttfonts import TTFontFile
from tests.house.source import ROOT

TRANSLATED = ("ru", "bg")
PLURAL_FORMS = {"ru": 3, "bg": 2}
FORBIDDEN_QUOTES = {"ru": '"“”‘’', "bg": '"«»”‘’', "en": '"«»„'}
FIELD = re.compile(r"{(\w+)[^}]*}|(%\(\w+\)[sdr]|%[sdr])")
ENDING = re.compile(r"(?<!\bNo)[.…:?!]$")
"""What a text ends with; the point of “No.” is none, since both other languages write №."""

LOOSE_SPACE = re.compile(r" [%€₽—–]|№ |[\d}] (?:г\.|лв\.|руб\.|%)")
"""An ordinary space where a no-break space (U+00A0) belongs."""

MIXED_SCRIPTS = re.compile(r"[A-Za-z][а-яё]|[а-яё][A-Za-z]", re.IGNORECASE)


@cache
def catalogue(language: str) -> Catalog:
    """The catalogue of a language; of English, the template."""
    name = "kartoteka.pot" if language == "en" else f"{language}/LC_MESSAGES/kartoteka.po"
    with (ROOT / "i18n" / name).open("rb") as file:
        return read_po(file, locale=None if language == "en" else language)


def messages(language: str) -> Iterator[Message]:
    """Every text of a catalogue but its header."""
    return (message for message in catalogue(language) if message.id)


def forms(message: Message) -> list[tuple[str, str]]:
    """Every translated form of a text with the English one that it stands for."""
    if not message.pluralizable:
        return [(message.id, message.string)]
    one, many = message.id
    return [(one if form == 0 else many, text) for form, text in enumerate(message.string)]


def translated(language: str) -> Iterator[tuple[str, str]]:
    """English and its translation, for everything that is translated."""
    for message in messages(language):
        yield from ((english, text) for english, text in forms(message) if text)


def fields(text: str) -> set[str]:
    """The fields of a text: {name} and what the parser of the command line fills in."""
    return {name or percent for name, percent in FIELD.findall(text)}


both = pytest.mark.parametrize("language", TRANSLATED)


@both
def test_every_text_is_translated(language: str) -> None:
    assert [m.id for m in messages(language) if not all(text for _, text in forms(m))] == []


@both
def test_no_translation_is_a_guess(language: str) -> None:
    assert [message.id for message in messages(language) if message.fuzzy] == []


@both
def test_a_catalogue_has_the_texts_of_the_template(language: str) -> None:
    ours = {(message.context, message.id) for message in messages(language)}
    assert ours == {(message.context, message.id) for message in messages("en")}


@both
def test_every_field_of_a_text_is_in_its_translation(language: str) -> None:
    wrong = []
    for message in messages(language):
        whole = message.id if isinstance(message.id, tuple) else (message.id,)
        known = set().union(*map(fields, whole))
        for english, text in forms(message):
            must = fields(english) if not message.pluralizable else known - {"number"}
            if text and not must <= fields(text) <= known:
                wrong.append((english, text))
    assert wrong == []


@both
def test_a_plural_of_many_says_the_number(language: str) -> None:
    """Only the form for exactly one may leave it out, which Russian has not: 21 день."""
    wrong = []
    for message in messages(language):
        if message.pluralizable and "number" in fields(message.id[1]):
            counted = message.string[0 if language == "ru" else 1 :]
            wrong += [text for text in counted if text and "number" not in fields(text)]
    assert wrong == []


@both
def test_there_are_as_many_plural_forms_as_the_language_has(language: str) -> None:
    assert catalogue(language).num_plurals == PLURAL_FORMS[language]
    for message in messages(language):
        if message.pluralizable:
            assert len(message.string) == PLURAL_FORMS[language], message.id


@both
def test_a_translation_ends_as_its_text_does(language: str) -> None:
    def ending(text: str) -> str:
        found = ENDING.search(text)
        return found[0] if found else ""

    # How a letter greets, before its comma, is each language's own.
    said = [(e, t) for e, t in translated(language) if not e.endswith(",")]
    assert [(e, t) for e, t in said if ending(e) != ending(t)] == []


@pytest.mark.parametrize("language", [*TRANSLATED, "en"])
def test_quotation_marks_are_those_of_the_language(language: str) -> None:
    texts = [text for _, text in translated(language)]
    if language == "en":
        texts = [english for message in messages("en") for english, _ in pairs(message)]
    wrong = set(FORBIDDEN_QUOTES[language])
    assert [text for text in texts if wrong & set(text)] == []


def pairs(message: Message) -> list[tuple[str, str]]:
    """The English forms of a text."""
    whole = message.id if isinstance(message.id, tuple) else (message.id,)
    return [(english, english) for english in whole]


@both
def test_no_line_breaks_before_a_sign_of_a_unit_or_a_dash(language: str) -> None:
    assert [text for _, text in translated(language) if LOOSE_SPACE.search(text)] == []


@both
def test_no_word_mixes_latin_and_cyrillic_letters(language: str) -> None:
    bare = ((english, FIELD.sub(" ", text)) for english, text in translated(language))
    assert [text for _, text in bare if MIXED_SCRIPTS.search(text)] == []


@pytest.mark.parametrize("face", ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"])
def test_the_fonts_have_every_character(face: str) -> None:
    known = set(TTFontFile(str(ROOT / "resources" / "fonts" / face)).charToGlyph)
    said = {char for language in TRANSLATED for pair in translated(language) for char in pair[1]}
    said |= {
        char for message in messages("en") for english, _ in pairs(message) for char in english
    }
    assert {char for char in said - {"\n"} if ord(char) not in known} == set()
