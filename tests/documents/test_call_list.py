"""The call list on paper, read back from the PDF."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from tests.documents import samples
from tests.documents.reading import picture, pieces, shapes, strays, texts

from kartoteka.documents import call_list
from kartoteka.documents.sheets import CallListSheet, CallRow, RhythmMark
from kartoteka.documents.styles import LIST_LOOK

LANGUAGES = ["en", "ru", "bg"]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def long_list(people: int) -> CallListSheet:
    row = samples.RUSSIAN_CALLS.rows[0]
    rows = tuple(replace(row, name=f"Клиент {number}") for number in range(1, people + 1))
    return replace(samples.RUSSIAN_CALLS, rows=rows)


def monster() -> CallListSheet:
    word = "Превысокомногорассмотрительствующееее"
    row = CallRow(
        name=f"{word * 2} {word} 😀",
        phone="+7 912 345-67-89, +7 912 345-67-89 доб. 1234",
        reason="причина " * 40,
        name_note="карта " * 30,
        facts=("факт " * 60,) * 3,
        script="Скрипт <b>без</b> конца " * 90,
        rhythm=RhythmMark(30.0, 0.5, 1.5, 2.5),
        rhythm_label="под угрозой " * 12,
    )
    outcomes = tuple(word * 2 for word in samples.RUSSIAN_CALLS.outcomes)
    return replace(samples.RUSSIAN_CALLS, rows=(row,) * 4, outcomes=outcomes, summary="люди " * 60)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_list_can_be_copied_from_the_pdf(language: str) -> None:
    sheet = samples.CALL_LISTS[language]
    pdf = call_list.draw(sheet)
    picture(pdf, f"calls_{language}")
    whole = " ".join(texts(pdf))
    words = [sheet.title, sheet.date_line, sheet.shop_name, sheet.summary, sheet.notes_label]
    words += sheet.outcomes
    for row in sheet.rows:
        words += [row.name, row.phone, row.reason, row.name_note, row.script, row.rhythm_label]
    assert [word for word in words if plain(word) not in whole] == []


def test_every_person_has_all_boxes_and_a_line_to_write_on() -> None:
    sheet = samples.RUSSIAN_CALLS
    whole = " ".join(texts(call_list.draw(sheet)))
    for word in (*sheet.outcomes, sheet.notes_label):
        assert whole.count(word) == len(sheet.rows)


def test_a_long_list_repeats_its_head_and_numbers_its_pages() -> None:
    printed = call_list.prepare(long_list(40))
    pages = texts(printed.pdf)
    assert printed.pages == len(pages) > 5
    for number, page in enumerate(pages, start=1):
        assert "Список звонков" in page
        assert f"стр. {number} из {len(pages)}" in page
    names = [int(name) for name in re.findall(r"Клиент (\d+)", " ".join(pages))]
    assert names == list(range(1, 41))


def test_nobody_is_cut_in_two_by_the_end_of_a_page() -> None:
    for page in texts(call_list.draw(long_list(40))):
        assert page.count("Клиент ") == page.count("Что сказал") == page.count("+7 912")


@pytest.mark.parametrize("name", [*LANGUAGES, "monster"])
def test_nothing_is_drawn_outside_the_margins(name: str) -> None:
    sheet = monster() if name == "monster" else samples.CALL_LISTS[name]
    printed = call_list.prepare(sheet)
    if name == "monster":
        picture(printed.pdf, "calls_monster")
    for page in range(printed.pages):
        assert strays(printed.pdf, page, LIST_LOOK.real_margin) == []


def test_lines_of_text_do_not_run_into_each_other() -> None:
    for sheet in (monster(), *samples.CALL_LISTS.values()):
        printed = call_list.prepare(sheet)
        for page in range(printed.pages):
            found = pieces(printed.pdf, page)
            for index, one in enumerate(found):
                for other in found[index + 1 :]:
                    across = min(one.right, other.right) - max(one.left, other.left)
                    along = min(one.top, other.top) - max(one.bottom, other.bottom)
                    assert not (across > 1 and along > 1.2), (one, other)


def test_the_phone_is_the_largest_of_a_person() -> None:
    sheet = replace(samples.RUSSIAN_CALLS, rows=samples.RUSSIAN_CALLS.rows[:1])
    found = pieces(call_list.draw(sheet), 0)
    sizes = {piece.text: piece.size for piece in found if plain(piece.text) != sheet.title}
    assert plain(max(sizes, key=lambda text: sizes[text])) == plain(sheet.rows[0].phone)


def test_an_empty_list_says_so() -> None:
    sheet = replace(samples.ENGLISH_CALLS, rows=(), empty="Nobody to call today.")
    printed = call_list.prepare(sheet)
    assert printed.pages == 1
    assert "Nobody to call today." in texts(printed.pdf)[0]


def bar(times: float) -> tuple[float, float]:
    """The length of the ruler and of the silence drawn on it, in points."""
    row = CallRow(name="A", phone="1", reason="r", rhythm=RhythmMark(times))
    pdf = call_list.draw(replace(samples.ENGLISH_CALLS, rows=(row,)))
    lengths = [
        right - left
        for left, bottom, right, top in shapes(pdf, 0)
        if left > 250 and right - left > 5.5 and abs(top - bottom - 5) < 0.5
    ]
    return max(lengths), min(lengths)


def test_the_bar_grows_with_the_silence_and_stays_within_its_ruler() -> None:
    silences = [bar(times)[1] for times in (0.5, 1.5, 2.5, 3.5, 400.0)]
    ruler = bar(1)[0]
    assert silences == sorted(silences)
    assert silences[1] / ruler == pytest.approx(1.5 / 4, abs=0.02)
    assert silences[-1] == pytest.approx(ruler)


def test_equal_lists_give_equal_bytes_and_only_our_faces() -> None:
    pdf = call_list.draw(samples.BULGARIAN_CALLS)
    assert pdf == call_list.draw(replace(samples.BULGARIAN_CALLS))
    names = set(re.findall(rb"/BaseFont /([^\s/]+)", pdf))
    assert all(re.fullmatch(rb"[A-Z]{6}\+NotoSans-(Regular|Bold)", name) for name in names)
    assert len(pdf) < 120_000
    about = pypdfium2.PdfDocument(pdf).get_metadata_dict()
    assert about["Title"] == samples.BULGARIAN_CALLS.document_title
