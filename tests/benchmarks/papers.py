"""How long papers take, each against the same drawing replayed on a bare ReportLab canvas."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BytesIO
from statistics import median
from typing import Any

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from tests.benchmarks.measured import Measured, milliseconds
from tests.documents import invoices, relations, samples

from kartoteka.documents import fonts, invoice, loyalty_card, page, receipt
from kartoteka.documents.loyalty_card import CardLayout
from kartoteka.documents.sheets import CardHolder, PaperSize

BAR = 2.0
"""A paper may take this many times its floor."""
CARDS = 1000

_DRAWING = (
    "setFont", "setFillColor", "setStrokeColor", "setLineWidth", "drawString", "drawCentredString",
    "line", "roundRect", "circle", "drawPath", "drawImage", "saveState", "restoreState",
    "translate", "scale", "rotate", "beginForm", "endForm", "doForm", "showPage",
)  # fmt: skip
_OUTLINING = ("moveTo", "lineTo", "rect", "close")


def measure(rounds: int = 30) -> Iterator[Measured]:
    """Our milliseconds and the floor's, both warm, taken in turns; medians."""
    bill = invoices.with_lines(invoices.RUSSIAN, 20)
    holders = tuple(CardHolder(f"{2000000 + n}", f"{2000000 + n}", "Ольга") for n in range(CARDS))
    cards = replace(relations.CARDS["ru"], cards=holders)
    yield _measured(
        "a receipt with its back", lambda: receipt.draw(samples.RUSSIAN, PaperSize.A5), rounds
    )
    yield _measured(
        "an invoice of 20 lines with its back", lambda: invoice.draw(bill, PaperSize.A4), rounds
    )
    yield _measured(
        f"{CARDS} loyalty cards, fronts and backs",
        lambda: loyalty_card.draw(cards, CardLayout.TEN),
        max(3, rounds // 6),
    )


def _measured(name: str, draw: Callable[[], bytes], rounds: int) -> Measured:
    draw()
    drawing = recorded(draw)
    ours, floor = [], []
    for _ in range(rounds):
        ours.append(milliseconds(draw))
        floor.append(milliseconds(drawing.replay))
    return Measured(name, median(ours), BAR, "ms", median(floor))


Call = tuple[str, tuple[Any, ...], dict[str, Any]]


@dataclass
class Drawing:
    """Everything that was asked of a canvas, in order."""

    size: tuple[float, float]
    calls: list[Call] = field(default_factory=list)

    def replay(self) -> bytes:
        """The same drawing by somebody who knows beforehand what to draw and where."""
        buffer = BytesIO()
        canvas = Canvas(
            buffer,
            pagesize=self.size,
            initialFontName=fonts.REGULAR,
            pageCompression=1,
            invariant=1,
        )
        for name, arguments, options in self.calls:
            if name == "drawPath" and isinstance(arguments[0], list):
                path = canvas.beginPath()
                for step, numbers in arguments[0]:
                    getattr(path, step)(*numbers)
                arguments = (path, *arguments[1:])
            getattr(canvas, name)(*arguments, **options)
        canvas.save()
        return buffer.getvalue()


def recorded(draw: Callable[[], bytes]) -> Drawing:
    """What `draw` asks of its canvas; what the canvas asks of itself is not counted."""
    drawings: list[Drawing] = []
    with _recording(drawings):
        draw()
    return drawings[0]


@contextmanager
def _recording(drawings: list[Drawing]) -> Iterator[None]:
    page.Canvas = _recorder(drawings)  # type: ignore[misc, attr-defined]
    try:
        yield
    finally:
        page.Canvas = Canvas  # type: ignore[misc, attr-defined]


class _Outline(PDFPathObject):  # type: ignore[misc]
    """A path that remembers its steps."""

    def __init__(self, code: Any = None) -> None:
        super().__init__(code)
        self.steps: list[tuple[str, tuple[float, ...]]] = []


def _step(name: str) -> Callable[..., None]:
    def step(self: _Outline, *numbers: float) -> None:
        self.steps.append((name, numbers))
        getattr(PDFPathObject, name)(self, *numbers)

    return step


for _name in _OUTLINING:
    setattr(_Outline, _name, _step(_name))


def _recorder(drawings: list[Drawing]) -> type[Canvas]:
    class Recorder(Canvas):  # type: ignore[misc]
        def __init__(self, *arguments: Any, **options: Any) -> None:
            self.drawing = Drawing(options["pagesize"])
            self.depth = 1
            drawings.append(self.drawing)
            super().__init__(*arguments, **options)
            self.depth = 0

        def beginPath(self) -> _Outline:  # noqa: N802 - ReportLab's name
            return _Outline() if not self.depth else super().beginPath()

        def save(self) -> None:
            self.depth += 1
            super().save()

    for name in _DRAWING:
        setattr(Recorder, name, _remembered(name))
    return Recorder


def _remembered(name: str) -> Callable[..., Any]:
    def remembered(self: Any, *arguments: Any, **options: Any) -> Any:
        if not self.depth:
            first = arguments[0].steps if arguments and isinstance(arguments[0], _Outline) else None
            kept = (first, *arguments[1:]) if first is not None else arguments
            self.drawing.calls.append((name, kept, options))
        self.depth += 1
        try:
            return getattr(Canvas, name)(self, *arguments, **options)
        finally:
            self.depth -= 1

    return remembered
