"""Envelopes have sender and address where the post looks for them."""

from dataclasses import replace

import pytest
from tests.documents import mail
from tests.documents.reading import page_size, places, shapes, texts

from kartoteka.documents import envelope
from kartoteka.documents.sheets import Envelope, EnvelopeSize
from kartoteka.documents.styles import MM


@pytest.mark.parametrize(
    ("size", "sides"), [("c5", (229, 162)), ("c6", (162, 114)), ("dl", (220, 110))]
)
def test_an_envelope_lies_on_its_long_side(size: str, sides: tuple[int, int]) -> None:
    sheet = replace(mail.ENVELOPES["bg"], size=EnvelopeSize(size))
    width, height = page_size(envelope.draw(sheet), 0)
    assert (width / MM, height / MM) == pytest.approx(sides, abs=0.1)


@pytest.mark.parametrize("size", list(EnvelopeSize))
@pytest.mark.parametrize("language", ["ru", "bg", "en"])
def test_the_sender_is_at_the_upper_left_and_the_address_at_the_lower_right(
    language: str, size: EnvelopeSize
) -> None:
    sheet = replace(mail.ENVELOPES[language], size=size)
    pdf = envelope.draw(sheet)
    width, height = page_size(pdf, 0)
    letter = sheet.envelopes[0]
    sender = places(pdf, 0, letter.sender.name)[0]
    to = places(pdf, 0, letter.to.name)[0]
    assert sender[0] < width * 0.3
    assert sender[1] > height * 0.7
    assert to[0] > width * 0.45
    assert to[3] < height * 0.55


def test_a_russian_index_is_also_drawn_for_the_sorting_machine() -> None:
    pdf = envelope.draw(mail.ENVELOPES["ru"])
    _, height = page_size(pdf, 0)
    strokes = [box for box in shapes(pdf, 0) if box[2] < 70 * MM and box[3] < height * 0.3]
    assert len(strokes) == 7  # 6, 1, 4 with its two strokes, 0, 0, 0
    assert "614000" in texts(pdf)[0]


@pytest.mark.parametrize("postcode", ["", "61400", "ABCDEF", "614 000"])
def test_what_is_no_index_is_not_drawn_for_the_machine(postcode: str) -> None:
    sheet = mail.ENVELOPES["ru"]
    to = replace(sheet.envelopes[0].to, postcode=postcode)
    changed = replace(sheet, envelopes=(Envelope(sheet.envelopes[0].sender, to),))
    pdf = envelope.draw(changed)
    _, height = page_size(pdf, 0)
    assert not [box for box in shapes(pdf, 0) if box[2] < 70 * MM and box[3] < height * 0.3]


def test_every_envelope_has_a_page() -> None:
    sheet = mail.ENVELOPES["bg"]
    assert envelope.prepare(replace(sheet, envelopes=sheet.envelopes * 3)).pages == 3


@pytest.mark.parametrize("name", list(mail.ENVELOPES))
@pytest.mark.parametrize("size", list(EnvelopeSize))
def test_a_long_address_is_set_smaller_and_never_cut(name: str, size: EnvelopeSize) -> None:
    street = "бульвар Академика Кирилла и Мефодия, дом 128, корпус 3, кв. 417"
    sheet = mail.ENVELOPES[name]
    to = replace(
        sheet.envelopes[0].to,
        name="Александра-Магдалена Преображенская-Христорождественская",
        lines=(street, "Комсомольск-на-Амуре"),
    )
    long = replace(sheet, size=size, envelopes=(Envelope(sheet.envelopes[0].sender, to),))
    found = "".join(texts(envelope.draw(long))[0].split())
    for text in (to.name, *to.lines):
        assert "".join(text.split()) in found


@pytest.mark.parametrize("name", list(mail.ENVELOPES))
def test_a_long_name_is_never_cut(name: str) -> None:
    sheet = mail.ENVELOPES[name]
    long = "Общество с ограниченной ответственностью «" + "Северная мастерская " * 6 + "и сыновья»"
    one = sheet.envelopes[0]
    made = envelope.draw(replace(sheet, envelopes=(replace(one, to=replace(one.to, name=long)),)))
    assert "".join(long.split()) in "".join(texts(made)[0].split())
