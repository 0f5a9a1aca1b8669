"""Where a window opens: whole within its screen, its title bar too, and where it was before."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow

from kartoteka.ui.preferences import PreferencesFile

TITLE, EDGE = 40, 8
"""Room for what the system draws around a window: above it, and at the other three sides."""
NUMBERS = 4


def fit(area: QRect, size: QSize, corner: QPoint | None = None) -> QRect:
    """The window without its frame: its frame's `corner`, or the middle, never outside `area`."""
    wide = min(size.width(), area.width() - 2 * EDGE)
    high = min(size.height(), area.height() - TITLE - EDGE)
    if corner is None:
        left = area.left() + (area.width() - wide) // 2
        top = area.top() + TITLE + (area.height() - TITLE - EDGE - high) // 2
    else:
        left, top = corner.x() + EDGE, corner.y() + TITLE
    left = max(area.left() + EDGE, min(left, area.left() + area.width() - EDGE - wide))
    top = max(area.top() + TITLE, min(top, area.top() + area.height() - EDGE - high))
    return QRect(left, top, wide, high)


def place(window: QMainWindow, preferences: PreferencesFile) -> None:
    """Put a window that is not shown yet where it was on that screen, if the screen is there."""
    now = preferences.now
    screens = {key(screen): screen for screen in QGuiApplication.screens()}
    screen = screens.get(now.screen, QGuiApplication.primaryScreen())
    area = screen.availableGeometry()
    left, top, wide, high = _numbers(now.places.get(key(screen), ""))
    if wide and high:
        corner = area.topLeft() + QPoint(left, top)
        window.setGeometry(fit(area, QSize(wide, high), corner))
    else:
        window.setGeometry(fit(area, QSize(now.width, now.height)))


def remember(window: QMainWindow, preferences: PreferencesFile) -> None:
    """Keep the place of a window that is about to go; a maximised one's from before."""
    screen, maximized = window.screen(), window.isMaximized()
    box = window.normalGeometry() if maximized else window.geometry()
    corner = box.topLeft() - QPoint(EDGE, TITLE) - screen.availableGeometry().topLeft()
    if not maximized:
        corner = window.frameGeometry().topLeft() - screen.availableGeometry().topLeft()
    told = f"{corner.x()} {corner.y()} {box.width()} {box.height()}"
    preferences.change(
        width=box.width(),
        height=box.height(),
        maximized=maximized,
        screen=key(screen),
        places={**preferences.now.places, key(screen): told},
    )


def key(screen: QScreen) -> str:
    """A screen as it is known the next day: its name and its size."""
    size = screen.geometry().size()
    return f"{screen.name()} {size.width()}x{size.height()}"


def _numbers(told: str) -> tuple[int, int, int, int]:
    parts = told.split()
    if len(parts) != NUMBERS or not all(part.lstrip("-").isdecimal() for part in parts):
        return 0, 0, 0, 0
    left, top, wide, high = map(int, parts)
    return left, top, wide, high
