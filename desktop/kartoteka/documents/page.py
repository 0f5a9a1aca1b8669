"""The page under every paper: what draws text, lines, codes and pictures into a PDF."""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from kartoteka.documents import codes, fonts
from kartoteka.documents.fonts import REGULAR
from kartoteka.documents.styles import INK, Look, Style


@dataclass(frozen=True, slots=True)
class About:
    """What a PDF says of itself; `day` is its date, so that equal papers have equal bytes."""

    title: str
    author: str
    language: str
    day: date


@dataclass(frozen=True, slots=True)
class Printed:
    """A finished PDF and its number of pages."""

    pdf: bytes
    pages: int


class Paper:
    """A PDF in the making; coordinates are layout points from the upper left corner, y down."""

    def __init__(self, look: Look, about: About) -> None:
        fonts.register()
        self._take(look)
        self.pages = 1
        self._measuring = False
        self._arts: set[str] = set()
        self._buffer = BytesIO()
        self._canvas = Canvas(
            self._buffer,
            pagesize=(look.real_width, look.real_height),
            initialFontName=REGULAR,
            pageCompression=1,
            invariant=1,
            lang=about.language,
        )
        self._describe(about)
        self._open_page()

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.right - self.left

    @contextmanager
    def measuring(self) -> Iterator[None]:
        """Within it nothing is drawn: what lays out a part also tells how much room that takes."""
        before, pages = self._measuring, self.pages
        self._measuring = True
        try:
            yield
        finally:
            self._measuring, self.pages = before, pages

    def turn_page(self, look: Look | None = None) -> None:
        """Finish this page and begin the next one, in another look when one is given."""
        self.pages += 1
        if look is not None:
            self._take(look)
        if self._measuring:
            return
        self._canvas.showPage()
        self._open_page()

    def finish(self) -> Printed:
        """The whole PDF."""
        self._canvas.showPage()
        self._canvas.save()
        return Printed(self._buffer.getvalue(), self.pages)

    def text(self, x: float, y: float, text: str, style: Style) -> float:
        """Set one line that begins at `x` with its baseline at `y`; returns where it ends."""
        line = fonts.safe(text)
        ends = x + style.width(line)
        if self._measuring or not line:
            return ends
        self._canvas.setFillColor(style.colour)
        for run, face in fonts.runs(line, style.font):
            self._canvas.setFont(face, style.size)
            self._canvas.drawString(x, self.look.height - y, run, charSpace=style.spacing)
            x += fonts.width(run, face, style.size) + style.spacing * len(run)
        return ends

    def text_right(self, x: float, y: float, text: str, style: Style) -> None:
        """Set one line that ends at `x`."""
        line = fonts.safe(text)
        self.text(x - style.width(line), y, line, style)

    def text_centre(self, x: float, y: float, text: str, style: Style) -> None:
        """Set one line around `x`."""
        line = fonts.safe(text)
        self.text(x - style.width(line) / 2, y, line, style)

    def lines(self, x: float, y: float, lines: list[str], style: Style) -> float:
        """Set lines under each other, the first with its baseline at `y`; returns the next one."""
        for line in lines:
            self.text(x, y, line, style)
            y += style.lead
        return y

    def rule(self, y: float, thickness: float, colour: Color, x0: float = 0, x1: float = 0) -> None:
        """A horizontal line at `y`; from margin to margin unless `x0` and `x1` are given."""
        if self._measuring:
            return
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(thickness)
        level = self.look.height - y
        self._canvas.line(x0 or self.left, level, x1 or self.right, level)

    def upright(self, x: float, y0: float, y1: float, thickness: float, colour: Color) -> None:
        """A vertical line at `x`."""
        if self._measuring:
            return
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(thickness)
        self._canvas.line(x, self.look.height - y0, x, self.look.height - y1)

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        radius: float = 0.0,
        fill: Color | None = None,
        stroke: Color | None = None,
        thickness: float = 0.9,
    ) -> None:
        """A rectangle with its upper left corner at (x, y), filled, framed or both."""
        if self._measuring:
            return
        if fill is not None:
            self._canvas.setFillColor(fill)
        if stroke is not None:
            self._canvas.setStrokeColor(stroke)
            self._canvas.setLineWidth(thickness)
        self._canvas.roundRect(
            x,
            self.look.height - y - height,
            width,
            height,
            min(radius, width / 2, height / 2),
            stroke=int(stroke is not None),
            fill=int(fill is not None),
        )

    def disc(self, x: float, y: float, radius: float, fill: Color) -> None:
        """A filled circle around (x, y)."""
        if self._measuring:
            return
        self._canvas.setFillColor(fill)
        self._canvas.circle(x, self.look.height - y, radius, stroke=0, fill=1)

    def barcode(self, x: float, y: float, text: str, module: float, height: float) -> float:
        """Code 128 with its upper left corner at (x, y); returns its width, 0 if not drawable."""
        bars, modules = codes.code_128(text)
        if not bars or self._measuring:
            return modules * module
        self._canvas.saveState()
        self._canvas.translate(x, self.look.height - y - height)
        self._canvas.scale(module, height)
        self._canvas.setFillColor(INK)
        self._canvas.drawPath(_bars(text), stroke=0, fill=1)
        self._canvas.restoreState()
        return modules * module

    def bars(
        self, x: float, y: float, bars: tuple[codes.Run, ...], module: float, height: float
    ) -> None:
        """Bars that are made already, with their upper left corner at (x, y)."""
        for start, length in bars:
            self.box(x + start * module, y, length * module, height, fill=INK)

    def qr(self, x: float, y: float, text: str, side: float) -> float:
        """A QR code with its upper left corner at (x, y); returns its side, 0 if not drawable."""
        _, modules = codes.qr(text)
        if not modules or self._measuring:
            return side if modules else 0.0
        self._canvas.saveState()
        self._canvas.translate(x, self.look.height - y)
        self._canvas.scale(side / modules, -side / modules)
        self._canvas.setFillColor(INK)
        self._canvas.drawPath(_squares(text), stroke=0, fill=1)
        self._canvas.restoreState()
        return side

    def path(
        self, points: list[tuple[float, float]], thickness: float, colour: Color = INK
    ) -> None:
        """A line through these points."""
        if self._measuring:
            return
        self._canvas.setStrokeColor(colour)
        self._canvas.setLineWidth(thickness)
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], self.look.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.look.height - y)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def shape(self, points: list[tuple[float, float]], fill: Color) -> None:
        """A filled area with these corners."""
        if self._measuring:
            return
        self._canvas.setFillColor(fill)
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], self.look.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self.look.height - y)
        path.close()
        self._canvas.drawPath(path, stroke=0, fill=1)

    def ground_word(self, text: str, style: Style) -> None:
        """A word across the whole page, under all that follows: 'АНУЛИРАНА'."""
        if self._measuring:
            return
        width, height = self.look.width, self.look.height
        fitted = style.fitted(text, (width**2 + height**2) ** 0.5 * 0.62)
        line = fonts.safe(text)
        self._canvas.saveState()
        self._canvas.translate(width / 2, height / 2)
        self._canvas.rotate(math.degrees(math.atan2(height, width)))
        self._canvas.setFillColor(fitted.colour)
        self._canvas.setFont(fitted.font, fitted.size)
        self._canvas.drawCentredString(0, -fitted.size * 0.36, line)
        self._canvas.restoreState()

    def picture(self, x: float, y: float, data: bytes, width: float, height: float) -> None:
        """A PNG or JPEG with its upper left corner at (x, y), once in the file however often."""
        if self._measuring:
            return
        level = self.look.height - y - height
        self._canvas.drawImage(_image(data), x, level, width, height)

    def art(self, name: str, draw: Callable[[], None]) -> None:
        """Draw once, from the upper left corner on, what `stamp` then puts down many times."""
        if name in self._arts:
            return
        self._arts.add(name)
        self._canvas.beginForm(name, 0, 0, self.look.width, self.look.height)
        draw()
        self._canvas.endForm()

    def stamp(self, name: str, x: float, y: float) -> None:
        """Put the art of this name down with its upper left corner at (x, y)."""
        self._canvas.saveState()
        self._canvas.translate(x, -y)
        self._canvas.doForm(name)
        self._canvas.restoreState()

    def _take(self, look: Look) -> None:
        self.look = look
        self.left = self.top = look.margin
        self.right = look.width - look.margin
        self.bottom = look.height - look.margin

    def _open_page(self) -> None:
        if self.look.scale != 1.0:
            self._canvas.scale(self.look.scale, self.look.scale)

    def _describe(self, about: About) -> None:
        canvas = self._canvas
        canvas.setTitle(about.title)
        canvas.setAuthor(about.author)
        canvas.setSubject(about.title)
        canvas.setCreator("Kartoteka")
        canvas.setProducer("Kartoteka")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setViewerPreference("PrintScaling", "None")
        lies = self.look.real_width > self.look.real_height
        canvas.setViewerPreference("Duplex", f"DuplexFlip{'Short' if lies else 'Long'}Edge")
        # ReportLab has no way to set the date of an invariant file but its own time stamp.
        canvas._doc._timeStamp.YMDhms = (*about.day.timetuple()[:3], 0, 0, 0)


@lru_cache(maxsize=4)
def _image(data: bytes) -> ImageReader:
    """A logo, opened; kept, since every paper of the shop has it."""
    return ImageReader(BytesIO(data))


@lru_cache(maxsize=16)
def _squares(text: str) -> PDFPathObject:
    """A QR code as one path, a module a unit; kept, since the contact is on every receipt."""
    runs = codes.qr(text)[0]
    return PDFPathObject([f"{column} {row} {length} 1 re" for column, row, length in runs])


@lru_cache(maxsize=16)
def _bars(text: str) -> PDFPathObject:
    """Code 128 as one path, a module wide and one high a unit."""
    return PDFPathObject([f"{start} 0 {length} 1 re" for start, length in codes.code_128(text)[0]])
