"""Texts are made safe for the bundled fonts and broken into lines that fit."""

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents import every, samples
from tests.documents.every import words
from tests.documents.reading import texts

from kartoteka import places
from kartoteka.documents import fonts, receipt, strip
from kartoteka.documents.fonts import (
    BOLD,
    REGULAR,
    UNKNOWN,
    WIDE,
    has_glyph,
    has_wide_glyph,
    safe,
    width,
    wrap,
)
from kartoteka.documents.sheets import PaperSize
from kartoteka.i18n.formats import MINUS, NO_BREAK

RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
BULGARIAN = "абвгдежзийклмнопрстуфхцчшщъьюяѝ"
SIGNS = "№«»„“”‘’—–-·…×€₽$£₴₸%§°" + MINUS + NO_BREAK


@pytest.fixture(autouse=True)
def _registered() -> None:
    fonts.register()


def test_the_fonts_have_our_alphabets_and_signs() -> None:
    alphabet = string.printable.strip() + RUSSIAN + RUSSIAN.upper() + BULGARIAN + BULGARIAN.upper()
    missing = {character for character in alphabet + SIGNS if not has_glyph(character)}
    assert not missing


@pytest.mark.parametrize("language", ["ru", "bg"])
def test_the_fonts_have_every_character_of_the_catalogue(language: str) -> None:
    catalogue = places.catalogues() / language / "LC_MESSAGES" / "kartoteka.po"
    if not catalogue.is_file():
        pytest.skip("the catalogue is not written yet")
    characters = set(catalogue.read_text(encoding="utf-8")) - {"\n", "\r", "\t"}
    assert not {character for character in characters if not has_glyph(character)}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ольга", "Ольга"),
        ("Олег 😀", "Олег 😀"),
        ("Олег 🦊", f"Олег {UNKNOWN}"),
        ("👩\u200d👩\u200d👧", UNKNOWN * 3),
        ("👍🏽", UNKNOWN),
        ("❤\ufe0f ☐ ✓", "❤ ☐ ✓"),
        ("и\u0306", "й"),
        ("tab\there\x00\x07", "tab here  "),
        ("thin\u202fspace\u2007here", f"thin{NO_BREAK}space{NO_BREAK}here"),
        ("soft\u00adhyphen\u200b", "softhyphen"),
        ("\u202eevil", "evil"),
        ("Ｆｕｌｌ ①", "Full ①"),
        ("中", UNKNOWN),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
        ("", ""),
    ],
)
def test_what_the_fonts_cannot_draw_is_replaced(text: str, shown: str) -> None:
    assert safe(text) == shown


@given(st.text())
def test_a_safe_text_can_always_be_drawn(text: str) -> None:
    shown = safe(text)
    assert all(has_glyph(part) or has_wide_glyph(part) for part in shown)
    assert safe(safe(text)) == safe(text)


def test_lines_break_at_spaces_but_not_at_hard_ones() -> None:
    assert wrap("aaa bbb ccc", REGULAR, 10, width("aaa bbb", REGULAR, 10)) == ["aaa bbb", "ccc"]
    price = f"1{NO_BREAK}000{NO_BREAK}₽"
    assert wrap(f"до {price}", BOLD, 10, width(price, BOLD, 10) + 1) == ["до", price]


def test_a_word_of_forty_letters_is_broken() -> None:
    lines = wrap("а" * 40, REGULAR, 10, 60)
    assert len(lines) > 1
    assert "".join(lines) == "а" * 40


def test_a_long_word_is_broken_after_its_hyphen_when_it_has_one() -> None:
    assert wrap("северо-западнейший", REGULAR, 10, 75)[0] == "северо-"


def test_own_line_breaks_are_kept() -> None:
    assert wrap("one\r\ntwo\nthree\u2028four", REGULAR, 10, 500) == ["one", "two", "three", "four"]


def test_a_limit_ends_with_an_ellipsis() -> None:
    lines = wrap("word " * 50, REGULAR, 10, 100, 3)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert wrap("one\ntwo", REGULAR, 10, 100, 2) == ["one", "two"]


@given(st.text(), st.floats(12, 300), st.integers(0, 4))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, room: float, limit: int) -> None:
    lines = wrap(text, REGULAR, 10, room, limit)
    assert all(width(line, REGULAR, 10) <= room or len(line) == 1 for line in lines)
    if limit:
        assert len(lines) <= limit
    else:
        flat = safe(text.replace("\r\n", "\n")).replace(" ", "").replace(NO_BREAK, "")
        assert "".join(lines).replace(" ", "").replace(NO_BREAK, "") == flat


def test_no_paper_of_ours_needs_a_character_that_no_face_has() -> None:
    shown = {
        character for sheet in every.SHEETS.values() for text in words(sheet) for character in text
    }
    shown -= {"\n"}
    assert not {one for one in shown if not (has_glyph(one) or has_wide_glyph(one))}


def test_a_text_is_cut_into_runs_by_the_face_that_has_its_characters() -> None:
    text = safe("Нино ნინო ✓ да")
    assert fonts.runs(text, BOLD) == [
        ("Нино ", BOLD),
        ("ნინო", WIDE),
        (" ", BOLD),
        ("✓", WIDE),
        (" да", BOLD),
    ]
    parts = sum(width(run, face, 10) for run, face in fonts.runs(text, BOLD))
    assert width(text, BOLD, 10) == pytest.approx(parts)


def test_a_name_in_another_script_is_drawn_and_copied_whole() -> None:
    sheet = replace(samples.ENGLISH, client_name="Нино ნინო ♥ Օհան", back=None)
    pdf = receipt.draw(sheet, PaperSize.A5)
    assert "Нино ნინო ♥ Օհան" in texts(pdf)[0]
    assert b"+DejaVuSans" in pdf
    assert b"+DejaVuSans" not in receipt.draw(samples.ENGLISH, PaperSize.A5)


def test_the_image_of_a_strip_borrows_the_same_face() -> None:
    def ink(name: str) -> int:
        sheet = replace(samples.ENGLISH, client_name=name, back=None)
        image = strip.image(sheet, PaperSize.STRIP_80).convert("L")
        return sum(1 for dot in image.get_flattened_data() if not dot)

    assert ink("♥♥♥♥") > ink("") + 200


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("гр. София, ул. Шишман № 12", "гр.~София, ул.~Шишман №~12"),
        ("бл. 5, вх. А, ет. 3, ап. 7", "бл.~5, вх.~А, ет.~3, ап.~7"),
        ("ул. Ленина, д. 7, кв. 12", "ул.~Ленина, д.~7, кв.~12"),
        ("от 3 марта 2026 г. до 5 000 ₽", "от 3 марта 2026~г. до 5 000~₽"),
        ("20 % от 3 кг, 2 шт. чая, 10 €", "20~% от 3~кг, 2~шт. чая, 10~€"),
        ("5 години, Людмил. Иванов", "5 години, Людмил. Иванов"),
    ],
)
def test_no_line_ends_between_a_short_word_and_what_it_belongs_to(typed: str, kept: str) -> None:
    assert fonts.tied(typed) == kept.replace("~", "\u00a0")
    narrow = fonts.wrap(typed, fonts.REGULAR, 10, 62)
    assert not any(line.endswith(("№", "ул.", "д.", "ет.", "кв.", "бл.")) for line in narrow)
