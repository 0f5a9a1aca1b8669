"""The shop's logo: made small enough for every paper, and known by the hash of its bytes.

A sheet holds only the hash. The shop keeps the bytes that `prepare` made under it, so that a paper
printed again after the logo has changed still carries the one it was issued with.
"""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from io import BytesIO

from PIL import ExifTags, Image

from kartoteka.documents.errors import PictureTooLarge, PictureUnreadable

Pictures = Mapping[str, bytes]
"""Prepared pictures by their hash; one that is missing is simply not drawn."""

_WIDEST, _HIGHEST = 640, 320
_HEAVIEST = 36_000
"""Bytes of a picture inside a PDF; two faces and the text need the rest of 120 KB."""
HEAVIEST_FILE = 25_000_000
"""Bytes of a file that is read at all: a photo is far below, a film is not."""
_FORMATS = ("PNG", "JPEG")
_MOST_PIXELS = 50_000_000
"""A file of a few kilobytes can unfold to any number of them, at up to nine bytes each."""
_NEARLY = 2 * _WIDEST
"""Made no larger than this before anything else, lying or standing."""
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes the turn of the camera that EXIF tells by these numbers."""
_SMOOTH = ("L", "LA", "RGB", "RGBA", "CMYK")
"""Kinds of pixels that can be made smaller without steps at the edges."""
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
    """The picture upright, on white, in three colours, not much larger than it is drawn."""
    try:
        opened = Image.open(BytesIO(data), formats=_FORMATS)
        if opened.width * opened.height > _MOST_PIXELS:
            raise PictureTooLarge(opened.width, opened.height)
        smooth = opened.mode in _SMOOTH and "transparency" not in opened.info
        image = opened if smooth else opened.convert("RGBA")
        image.thumbnail((_NEARLY, _NEARLY), Image.Resampling.LANCZOS)
        image = _upright(image).convert("RGBA")
    except (OSError, ValueError, SyntaxError, struct.error, Image.DecompressionBombError) as error:
        raise PictureUnreadable(repr(error)) from error
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image).convert("RGB")


def _upright(image: Image.Image) -> Image.Image:
    """As it was meant; Pillow's own way writes the EXIF anew, which fails on a damaged one."""
    turn = _TURNS.get(image.getexif().get(ExifTags.Base.Orientation, 1))
    return image if turn is None else image.transpose(turn)


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
