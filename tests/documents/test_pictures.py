"""Logos are made light, known by their hash, and never break a paper."""

from io import BytesIO

import pytest
from PIL import ExifTags, Image

from kartoteka.documents import pictures
from kartoteka.documents.errors import PictureTooLarge, PictureUnreadable


def saved(image: Image.Image, kind: str = "PNG") -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def test_a_large_photo_becomes_a_light_one() -> None:
    made = pictures.prepare(saved(Image.effect_noise((3000, 2000), 80).convert("RGB"), "JPEG"))
    assert len(made.data) < 40_000
    with Image.open(BytesIO(made.data)) as image:
        assert image.format == "JPEG"
        assert image.width <= 640


def test_a_drawing_stays_sharp() -> None:
    made = pictures.prepare(saved(Image.new("RGB", (300, 100), "#0B6E69")))
    with Image.open(BytesIO(made.data)) as image:
        assert image.format == "PNG"
        assert image.size == (300, 100)


def test_a_photo_taken_with_a_turned_camera_stands_upright() -> None:
    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 6
    buffer = BytesIO()
    Image.new("RGB", (2400, 1200), "red").save(buffer, "JPEG", exif=turned)
    with Image.open(BytesIO(pictures.prepare(buffer.getvalue()).data)) as image:
        assert image.size == (160, 320)


def test_a_photo_with_a_damaged_note_of_its_camera_is_taken() -> None:
    noted = Image.Exif()
    noted[ExifTags.Base.Orientation], noted[ExifTags.Base.XResolution] = 6, 72.0
    buffer = BytesIO()
    Image.new("RGB", (20, 20), "red").save(buffer, "JPEG", exif=noted)
    as_text = buffer.getvalue().replace(b"\x01\x1a\x00\x05", b"\x01\x1a\x00\x02")
    assert as_text != buffer.getvalue()
    assert pictures.prepare(as_text).data


def test_what_is_transparent_becomes_white() -> None:
    made = pictures.prepare(saved(Image.new("RGBA", (10, 10), (255, 0, 0, 0))))
    with Image.open(BytesIO(made.data)) as image:
        assert image.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_equal_pictures_have_equal_hashes() -> None:
    data = saved(Image.new("RGB", (50, 50), "red"))
    first, again = pictures.prepare(data), pictures.prepare(data)
    assert first == again
    assert len(first.hash) == 64
    assert first.hash != pictures.prepare(saved(Image.new("RGB", (50, 50), "blue"))).hash


def test_what_is_prepared_is_not_changed_by_preparing_it_again() -> None:
    made = pictures.prepare(saved(Image.new("RGB", (50, 50), "red")))
    assert pictures.prepare(made.data) == made


@pytest.mark.parametrize("data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n broken", b"GIF89a"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        pictures.prepare(data)


def test_a_picture_cut_short_is_refused() -> None:
    data = saved(Image.effect_noise((400, 400), 80))
    with pytest.raises(PictureUnreadable):
        pictures.prepare(data[: len(data) // 2])


def test_a_picture_that_would_take_all_memory_is_refused() -> None:
    with pytest.raises(PictureTooLarge) as refusal:
        pictures.prepare(saved(Image.new("1", (9000, 9000))))
    assert refusal.value.width == 9000


def test_a_picture_fits_into_its_field_in_its_own_proportions() -> None:
    data = pictures.prepare(saved(Image.new("RGB", (400, 100)))).data
    assert pictures.size_within(data, 120, 38) == (120, 30)
    assert pictures.size_within(data, 400, 20) == (80, 20)
