"""A strip as dots: what a thermal printer burns, drawn with the same calls as a page of a PDF."""

import re
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.colors import Color

from kartoteka.documents import codes, fonts
from kartoteka.documents.styles import MM, WHITE, Style

Dots = Image.Image
"""A picture in black and white, as a strip printer burns it."""

DOTS_PER_POINT = 8 / MM
"""Thermal printers have eight dots in a millimetre (203 dpi)."""
_INK, _PAPER = 0, 255
_WORDS = re.compile(r"\S+[\s\u00a0]*|[\s\u00a0]+")
_DARK_FROM = 140
"""A grey pixel of a letter's edge becomes ink below this."""


@dataclass(frozen=True, slots=True)
class _Face:
    """A face in a size, for the list of those already loaded."""

    font: str
    pixels: float


class DotPaper:
    """A strip of white dots to draw on; coordinates are points from its upper left corner."""

    def __init__(self, dots: int, height: float) -> None:
        """`dots` across, `height` points long."""
        fonts.register()
        self.left = 0.0
        self.right = dots / DOTS_PER_POINT
        self._image = Image.new("L", (dots, max(1, round(height * DOTS_PER_POINT))), _PAPER)
        self._pen = ImageDraw.Draw(self._image)

    @property
    def room(self) -> float:
        """The whole width."""
        return self.right - self.left

    def finish(self) -> Image.Image:
        """The strip with one bit a dot: 0 is burnt, 255 stays white."""
        return self._image.point(lambda grey: 255 if grey >= _DARK_FROM else 0).convert("1")

    def text(self, x: float, y: float, text: str, style: Style) -> float:
        """Set one line that begins at `x` with its baseline at `y`; returns where it ends."""
        line = fonts.safe(text)
        ink = _PAPER if style.colour == WHITE else _INK
        # Letters are rounded to whole dots; beginning every word anew keeps to the measure.
        for piece in line if style.spacing else _WORDS.findall(line):
            for run, font in fonts.runs(piece, style.font):
                face = _face(_Face(font, style.size * DOTS_PER_POINT))
                self._pen.text(_dots(x, y), run, fill=ink, font=face, anchor="ls")
                x += fonts.width(run, font, style.size) + style.spacing * len(run)
        return x

    def text_right(self, x: float, y: float, text: str, style: Style) -> None:
        """Set one line that ends at `x`."""
        self.text(x - style.width(fonts.safe(text)), y, text, style)

    def text_centre(self, x: float, y: float, text: str, style: Style) -> None:
        """Set one line around `x`."""
        self.text(x - style.width(fonts.safe(text)) / 2, y, text, style)

    def rule(
        self, y: float, thickness: float, _colour: Color, x0: float = 0, x1: float = 0
    ) -> None:
        """A horizontal line at `y`, whatever its colour black and at least one dot thick."""
        left, level = _dots(x0 or self.left, y)
        right, _ = _dots(x1 or self.right, y)
        thick = max(1, round(thickness * DOTS_PER_POINT))
        self._pen.rectangle((left, level, right - 1, level + thick - 1), fill=_INK)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        radius: float = 0.0,
        stroke: Color | None = None,
    ) -> None:
        """A frame, whatever its colour black, with its upper left corner at (x, y)."""
        if stroke is None:
            return
        corners = (*_dots(x, y), *_dots(x + width, y + height))
        self._pen.rounded_rectangle(corners, round(radius * DOTS_PER_POINT), outline=_INK, width=2)

    def barcode(self, x: float, y: float, text: str, module: float, height: float) -> float:
        """Code 128, every module a whole number of dots; returns its width."""
        bars, modules = codes.code_128(text)
        dots = max(1, round(module * DOTS_PER_POINT))
        left, top = _dots(x, y)
        bottom = top + round(height * DOTS_PER_POINT)
        for start, length in bars:
            begin = left + start * dots
            self._pen.rectangle((begin, top, begin + length * dots - 1, bottom), fill=_INK)
        return modules * module

    def qr(self, x: float, y: float, text: str, side: float) -> float:
        """A QR code, every module a whole number of dots; returns its side."""
        runs, modules = codes.qr(text)
        if not modules:
            return 0.0
        dots = max(1, round(side * DOTS_PER_POINT / modules))
        left, top = _dots(x, y)
        for column, row, length in runs:
            begin, level = left + column * dots, top + row * dots
            corners = (begin, level, begin + length * dots - 1, level + dots - 1)
            self._pen.rectangle(corners, fill=_INK)
        return side

    def picture(self, x: float, y: float, data: bytes, width: float, height: float) -> None:
        """A PNG or JPEG with its upper left corner at (x, y), its greys as scattered dots."""
        size = (round(width * DOTS_PER_POINT), round(height * DOTS_PER_POINT))
        with Image.open(BytesIO(data)) as opened:
            drawn = opened.convert("L").resize(size, Image.Resampling.LANCZOS).convert("1")
        self._image.paste(drawn.convert("L"), _dots(x, y))


def _dots(x: float, y: float) -> tuple[int, int]:
    return round(x * DOTS_PER_POINT), round(y * DOTS_PER_POINT)


@lru_cache(maxsize=32)
def _face(face: _Face) -> ImageFont.FreeTypeFont:
    engine = ImageFont.Layout.BASIC
    return ImageFont.truetype(fonts.file_of(face.font), face.pixels, layout_engine=engine)
