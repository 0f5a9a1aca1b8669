"""Starts the window: the frame first, the book beside it, and all that is heavy after that."""

import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from kartoteka.ui import placing
from kartoteka.ui.background import Desk, Errand
from kartoteka.ui.counter import Counter
from kartoteka.ui.faults import keep_log, tell_faults
from kartoteka.ui.first_start.demo import demo_book
from kartoteka.ui.leaving import Leaving
from kartoteka.ui.main_window import HOME, MainWindow
from kartoteka.ui.preferences import PreferencesFile
from kartoteka.ui.routine import Routine
from kartoteka.ui.speech import Speech
from kartoteka.ui.theme import Theme
from kartoteka.ui.tidying import Tidier, forget_sources, stop_collecting

if TYPE_CHECKING:
    from kartoteka.domain.settings import Settings
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Changes

stop_collecting()
forget_sources()

PATIENCE_MS = 700
"""A book that opens slower than this does not keep the frame from showing."""


def start(
    book: Path | None = None,
    *,
    language: str | None = None,
    today: date | None = None,
    demo: bool = False,
) -> int:
    """Open the window on a book (this user's own by default) and stay until it is closed."""
    app = application()
    program = Program(app, _preferences_file(), language=language, today=today)
    keep_log()
    tell_faults(program.tell)
    if demo:
        program.open_demo()
    elif book is not None:
        program.is_guest = True
        program.open_book(book)
    else:
        program.open_own()
    return app.exec()


def open_window(
    book: Path,
    *,
    language: str | None = None,
    today: date | None = None,
    mode: str = "light",
    clock: Callable[[], float] = time.monotonic,
) -> MainWindow:
    """The window on a book, for tests, pictures and benchmarks: nothing is remembered after it.

    It is not shown yet; wait for `window.desk.opened`, and for `filled` of its pages.
    """
    program = Program(
        application(), PreferencesFile(None), language=language, today=today, clock=clock
    )
    program.theme.set_mode(mode)  # type: ignore[arg-type]
    program.follow_theme = False
    program.calm = True
    program.open_book(book, show=False)
    window = program.window
    if not isinstance(window, MainWindow):
        raise TypeError(book)
    program.setParent(window)
    return window


def application() -> QApplication:
    """The one QApplication."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["kartoteka"])
    app.setApplicationName("Kartoteka")
    app.setDesktopFileName("kartoteka")
    app.setQuitOnLastWindowClosed(True)
    if app.findChild(Tidier) is None:
        Tidier(app)
    return app


class Program(QObject):
    """What outlives a window: look, language, and which book is open."""

    def __init__(
        self,
        app: QApplication,
        preferences: PreferencesFile,
        *,
        language: str | None = None,
        today: date | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`language` on the command line wins over what was chosen before."""
        super().__init__()
        self._preferences = preferences
        self._asked_language = language
        self._today = today
        self._clock = clock
        self._server: QObject | None = None
        self._tidier: Tidier | None = app.findChild(Tidier)
        self._errand: Errand | None = None
        self._before: list[QMainWindow] = []
        self.follow_theme = True
        """Whether the look set in the book is put on."""
        self.calm = False
        """No work by the clock (tests, pictures)."""
        self.is_guest = False
        """The book was named on the command line, and is not this user's own for later."""
        self.path: Path = Path()
        self.window: QMainWindow | None = None
        self.theme = _theme(app, preferences.now.theme)
        self.speech = Speech(language or preferences.now.language or _system_language())

    # Opening and closing books -----------------------------------------------------------------

    def open_own(self) -> None:
        """Open this user's own shop: the one that was chosen, or where a new one lies."""
        self.open_book(self._own_book())

    def _own_book(self) -> Path:
        kept = self._preferences.now.book
        return Path(kept) if kept else _default_book()

    def open_book(
        self,
        path: Path,
        then: Callable[[MainWindow], Any] | None = None,
        *,
        show: bool = True,
    ) -> None:
        """Open a book in a window of its own; `then(window)` comes when Today is there."""
        self.path = path
        today = self._today

        def open_shop() -> "Shop":
            from kartoteka import assemble

            return assemble.open_shop(path, today=today, go_on=desk.go_on)

        desk = Desk(open_shop)
        window = MainWindow(desk, self.speech, self.theme, self._clock, Counter(self._preferences))
        desk.setParent(window)
        window.close_wanted.connect(self.close)
        window.restore_wanted.connect(self.restore)
        window.other_shop_wanted.connect(self.change_shop)
        window.say_demo(path.name == demo_book(path).name)
        window.language_chosen.connect(self.choose_language)
        if self._tidier is not None:
            window.stirred.connect(self._tidier.stir)
        desk.opened.connect(lambda: self._on_opened(desk, window, then, show=show))
        desk.open_failed.connect(self._on_open_failed)
        desk.changed.connect(self._on_changed)
        if not self.calm:
            desk.delayed.connect(self._listen, Qt.ConnectionType.QueuedConnection)
        desk.start()
        window.page(HOME)  # built while the worker opens the book, so that both end together
        self._put_in_place(window)
        if show:
            QTimer.singleShot(PATIENCE_MS, window, lambda: self._show_late(window, desk))

    def change_shop(self) -> None:
        """Go to the demo shop, or back from it to the own one."""
        window = self.window
        if isinstance(window, MainWindow) and window.in_demo:
            self._leave(self.open_own)
        else:
            self._leave(self.open_demo)

    def restore(self, backup: Path) -> None:
        """Close the book, put a backup in its place, and open that."""
        path = self.path

        def put_back(_progress: object) -> None:
            from kartoteka.shop import safety

            safety.restore(backup, path)

        def failed(error: Exception) -> None:
            def tell(window: MainWindow) -> None:
                window.notices.trouble(error)

            self.open_book(path, tell)

        errand = self._errand = Errand(lambda _: self.open_book(path), failed)

        def go() -> None:
            errand.start(put_back)

        self._leave(go, spare=backup)

    def close(self) -> None:
        """Make the automatic backup, close the book, then let the window go."""
        window = self.window
        if window is not None:
            placing.remember(window, self._preferences)
        self._leave(lambda: window and window.close())

    def open_demo(self) -> None:
        """Open the demo shop; the first time it is made."""
        path = demo_book(_default_book())
        if path.exists():
            self.open_book(path)
        else:
            self._show_first_start(path).make_demo(self.speech.language)

    def choose_language(self, language: str) -> None:
        """Speak another language from now on."""
        self._preferences.change(language=language)
        self.speech.set_language(language)

    def choose_theme(self, mode: str) -> None:
        """Put on another look from now on."""
        self._preferences.change(theme=mode)
        self.theme.set_mode(mode)  # type: ignore[arg-type]

    def tell(self, fault: Exception) -> None:
        """Say on the screen that something went wrong."""
        notices = getattr(self.window, "notices", None)
        if notices is not None:
            notices.trouble(fault)

    # Inside ------------------------------------------------------------------------------------

    def _put_in_place(self, window: QMainWindow) -> None:
        """The window before stays until this one is shown, or the program would end between."""
        if self.window is not None:
            window.setGeometry(self.window.geometry())
            self._before.append(self.window)
        elif not self.calm:
            placing.place(window, self._preferences)
        self.window = window

    def _show_late(self, window: MainWindow, desk: Desk) -> None:
        if self.window is window and not window.isVisible() and not desk.is_open:
            self._show(window)

    def _show(self, window: QMainWindow) -> None:
        if self._preferences.now.maximized:
            window.showMaximized()
        else:
            window.show()
        while self._before:
            before = self._before.pop()
            if isinstance(before, MainWindow):
                before.may_close = True
            before.close()
            before.deleteLater()

    def _on_opened(
        self,
        desk: Desk,
        window: MainWindow,
        then: Callable[[MainWindow], Any] | None,
        *,
        show: bool,
    ) -> None:
        def ready(settings: "Settings") -> None:
            self._follow(settings)
            if not (self.is_guest or window.in_demo):
                self._preferences.change(book=str(self.path))
            window.show_page(HOME)
            if show:
                self._show(window)
            if then is not None:
                then(window)
            routine = Routine(window, calm=self.calm)
            if not self.calm:
                routine.begun.connect(self._listen)

        desk.ask(lambda shop: shop.settings, ready)

    def _follow(self, settings: "Settings") -> None:
        if not self._asked_language and not self._preferences.now.language:
            self.speech.set_language(settings.shop.language)
        if self.follow_theme:
            self.choose_theme(settings.theme)

    def _listen(self, _task: object = None) -> None:
        """Hear of a second start on the same book, to come to the front."""
        from kartoteka.ui.single import listen

        if self.window is not None and self._server is None:
            self._server = listen(self.path, self.window)

    def _on_changed(self, changes: "Changes") -> None:
        window = self.window
        if changes.settings and isinstance(window, MainWindow):
            window.desk.ask(lambda shop: shop.settings, self._follow)

    def _on_open_failed(self, error: Exception) -> None:
        self._server = None  # it goes with its window
        name = type(error).__name__
        if name == "BookMissing" and not self._is_lost(error):
            self._show_first_start(self.path)
            return
        if name == "BookBusy":
            from kartoteka.ui.single import raise_first

            if raise_first(self.path):
                self._quit()
                return
        from kartoteka.ui.first_start.trouble import TroubleWindow

        window = TroubleWindow(self.speech, self.theme, self.path, error)
        window.book_wanted.connect(self.open_book)
        window.new_wanted.connect(lambda: self._show_first_start(_default_book()))
        window.quit_wanted.connect(self._quit)
        self._put_in_place(window)
        self._show(window)

    def _is_lost(self, error: Exception) -> bool:
        """A book that was here once: never is a new one begun in silence in its place."""
        return bool(getattr(error, "backups", ())) or str(self.path) == self._preferences.now.book

    def _show_first_start(self, path: Path) -> Any:
        from kartoteka.ui.first_start.window import FirstStartWindow

        window = FirstStartWindow(self.speech, self.theme, path)
        window.language_chosen.connect(self.choose_language)
        window.book_made.connect(self._on_book_made)
        self._put_in_place(window)
        self._show(window)
        return window

    def _on_book_made(self, path: Path, next_page: str) -> None:
        deeds: dict[str, Callable[[MainWindow], Any]] = {
            "client": lambda window: window.new_client(),
            "sell": lambda window: window.sell(),
            "import": lambda window: window.show_if_there("imports"),
        }
        self.open_book(path, deeds.get(next_page))

    def _leave(self, then: Callable[[], Any], spare: Path | None = None) -> None:
        window = self.window
        if not isinstance(window, MainWindow):
            then()
            return
        if self._server is not None:
            self._server.deleteLater()
            self._server = None
        Leaving(window, then, spare).begin()

    def _quit(self) -> None:
        QApplication.quit()


def _theme(app: QApplication, mode: str) -> Theme:
    """The look of the application; a second program in the same process (tests) shares it."""
    found = app.findChild(Theme)
    return found if found is not None else Theme(app, mode)  # type: ignore[arg-type]


def _default_book() -> Path:
    from kartoteka.assemble import default_book_path

    return default_book_path()


def _preferences_file() -> PreferencesFile:
    import platformdirs

    folder = Path(platformdirs.user_config_dir("Kartoteka", appauthor=False))
    return PreferencesFile(folder / "window.json")


def _system_language() -> str:
    from PySide6.QtCore import QLocale

    return QLocale.system().name()[:2]
