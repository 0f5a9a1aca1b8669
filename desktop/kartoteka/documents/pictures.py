"""The shop's logo: made small enough for every paper, and known by the hash of its bytes.

A sheet holds only the hash. The shop keeps the bytes that `prepare` made under it, so that a paper
printed again after the logo has changed still carries the one it was issued with.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO

from PIL import Image, ImageOps

from kartoteka.documents.errors import PictureTooLarge, PictureUnreadable

Pictures = Mapping[str, bytes]
"""Prepared pictures by their hash; one that is missing is simply not drawn."""

_WIDEST, _HIGHEST = 640, 320
_HEAVIEST = 36_000
"""Bytes of a picture inside a PDF; two faces and the text need the rest of 120 KB."""
HEAVIEST_FILE = 25_000_000
"""Bytes of a file that is read at all: a photo is far below, a film is not."""
_FORMATS = ("PNG", "JPEG")
_MOST_PIXELS = 60_000_000
_QUALITIES = (88, 80, 70, 55)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is kept and drawn: PNG or JPEG bytes and their SHA-256."""

    hash: str
    data: bytes


def prepare(data: bytes) -> Picture:
    """A PNG or JPEG made ready for papers; raises PictureUnreadable or PictureTooLarge."""
    image = _opened(data)
    image.thumbnail((_WIDEST, _HIGHEST), Image.Resampling.LANCZOS)
    small = _light(image)
    return Picture(sha256(small).hexdigest(), small)


def _opened(data: bytes) -> Image.Image:
    """The picture upright, on white, in three colours."""
    try:
        opened = Image.open(BytesIO(data), formats=_FORMATS)
        if opened.width * opened.height > _MOST_PIXELS:
            raise PictureTooLarge(opened.width, opened.height)
        image = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PictureUnreadable(repr(error)) from error
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image).convert("RGB")


def _light(image: Image.Image) -> bytes:
    """PNG when few colours make it light within a PDF, else JPEG as good as the weight allows."""
    if len(zlib.compress(image.tobytes())) <= _HEAVIEST:
        return _saved(image, "PNG", optimize=True)
    made = b""
    for quality in _QUALITIES:
        made = _saved(image, "JPEG", quality=quality, optimize=True)
        if len(made) <= _HEAVIEST:
            return made
    return _light(image.resize((max(1, image.width // 2), max(1, image.height // 2))))


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def size_within(data: bytes, width: float, height: float) -> tuple[float, float]:
    """How wide and high a picture is when it just fits into a field."""
    real_width, real_height = _size(data)
    scale = min(width / real_width, height / real_height)
    return real_width * scale, real_height * scale


@lru_cache(maxsize=8)
def _size(data: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(data)) as image:
        return image.size
