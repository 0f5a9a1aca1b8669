"""The page that brings files of others into the book: choose, look, import, take back."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from kartoteka.domain.watching import Stopped
from kartoteka.i18n.words import Words
from kartoteka.ui.imports import presenter
from kartoteka.ui.imports.presenter import ImportPresenter
from kartoteka.ui.imports.result_view import ResultView
from kartoteka.ui.imports.start_view import StartView
from kartoteka.ui.imports.table_view import TableView
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Changes, Done
    from kartoteka.shop.imports import ImportResult, PastImport, Preview, TakenBack
    from kartoteka.shop.looking import Look
    from kartoteka.ui.background import Job, Progress

FILES = "*.csv *.txt *.tsv *.xlsx *.xls *.ods *.vcf"


class ImportsPage(Page):
    """One page, three faces: the drop zone, the file before it comes in, what came in."""

    name = "imports"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.presenter = ImportPresenter()
        self._job: Job | None = None
        self._result: ImportResult | None = None
        self._export = Button(around.theme, around.speech, _export_words, icon="download")
        self._export.clicked.connect(self.export)
        self.start = StartView(around)
        self.start.file_wanted.connect(self.ask_file)
        self.start.take_back_wanted.connect(self.take_back)
        self.table = TableView(around)
        self._connect_table()
        self.result = ResultView(around)
        self._connect_result()
        self._stack = QStackedWidget()
        for face in (self.start, self.table, self.result):
            self._stack.addWidget(face)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.addWidget(self._stack)
        self.setAcceptDrops(True)
        for keys, do in (("Ctrl+O", self.ask_file), ("F12", self.bring_in)):
            shortcut = QShortcut(QKeySequence(keys), self, do)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What the window asks ----------------------------------------------------------------------

    def title(self, words: Words) -> str:
        """The page's name."""
        return words.say("Import from a file")

    def buttons(self) -> list[QWidget]:
        """The other way: out of the book."""
        return [self._export]

    def accept(self, wish: Mapping[str, object]) -> None:
        """A file that was chosen elsewhere (`path`), or what the next one holds (`kind`)."""
        path, kind = wish.get("path"), wish.get("kind")
        self.presenter.expected = kind if isinstance(kind, str) else ""
        if isinstance(path, Path):
            self.open_file(path)

    def affected_by(self, changes: "Changes") -> bool:
        """Only the list of earlier imports."""
        return bool(changes.everything)

    def refresh(self) -> None:
        """Ask for the imports that were made."""
        self.around.desk.ask(_past, self._show_past, key=(self, "past"))

    def go_back(self) -> bool:
        """Esc puts the file away."""
        if self._stack.currentWidget() is self.start:
            return False
        self.close_file()
        return True

    def first_focus(self) -> QWidget | None:
        """The button that chooses a file."""
        return self.start.choose if self._stack.currentWidget() is self.start else None

    def key_lines(self, words: Words) -> list[tuple[str, str]]:
        """The keys of an import."""
        return [
            ("Ctrl+O", words.say("choose a file")),
            ("F12", words.say("import what is shown")),
        ]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file from the file manager is welcome."""
        if _dropped(event) is not None:
            event.acceptProposedAction()
            self.start.zone.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went away again."""
        self.start.zone.light(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self.start.zone.light(False)
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    # Doing -------------------------------------------------------------------------------------

    def ask_file(self) -> None:
        """Let the seller choose a file."""
        words = self.around.words
        name, _ = QFileDialog.getOpenFileName(
            self,
            words.say("Choose a file"),
            "",
            words.say("Tables and address books ({endings})", endings=FILES),
        )
        if name:
            self.open_file(Path(name))

    def open_file(self, path: Path) -> None:
        """Look into a file."""
        self.presenter.choose_file(path)
        self._look()

    def close_file(self) -> None:
        """Back to the drop zone."""
        self._stop()
        self.presenter.choose_file(None)
        self._face(self.start)
        self.start.choose.setFocus()
        self.refresh()

    def bring_in(self) -> None:
        """Import the file as it is shown."""
        path, kind, how = self.presenter.path, self.presenter.kind, self.presenter.how
        old = self.presenter.old_currency
        if path is None or not self.presenter.is_ready or self._job is not None:
            return

        def work(
            shop: "Shop", progress: "Progress", cancelled: "Callable[[], bool]"
        ) -> "Done[ImportResult]":
            from kartoteka.shop import imports

            return imports.import_file(
                shop, path, kind, progress=progress, cancelled=cancelled, old_currency=old, **how
            )

        self._follow(self.around.desk.work(work, self._on_done, self._on_failed))

    def take_back(self, import_id: int) -> None:
        """Take a whole import back."""

        def undo(shop: "Shop") -> "Done[TakenBack]":
            from kartoteka.shop import imports

            return imports.undo_import(shop, import_id)

        text = self.around.words.say("Undoing the import…")
        self.around.desk.long_change(undo, text, self._on_taken_back)

    def export(self) -> None:
        """Write clients or purchases into a file."""
        from kartoteka.ui.imports.export_dialog import ExportDialog

        ExportDialog(self.around, self).open()

    # Looking -----------------------------------------------------------------------------------

    def _look(self) -> None:
        """Read the beginning of the file anew, then all of it."""
        self._stop()
        path, kind, how = self.presenter.path, self.presenter.kind, self.presenter.how
        if path is None:
            return

        def look(_shop: "Shop") -> "Look":
            from kartoteka.shop import looking

            return looking.look(path, kind, **how)

        self.around.desk.ask(look, self._on_looked, self._on_unreadable, key=(self, "look"))

    def _on_looked(self, look: "Look") -> None:
        if look.path != self.presenter.path:
            return
        self.presenter.looked(look)
        self.table.show_look(look)
        if self._stack.currentWidget() is not self.table:
            self._face(self.table)
            self.table.columns.boxes[0].setFocus()
        if look.enough:
            self._preview()
        self.filled.emit()

    def _on_unreadable(self, error: Exception) -> None:
        self.around.notices.trouble(error)
        if self.presenter.look is None:
            self.close_file()
        else:
            self.presenter.how = {"columns": None, "encoding": "", "delimiter": ""}
            self._look()

    def _preview(self) -> None:
        path, kind, how = self.presenter.path, self.presenter.kind, self.presenter.how
        if path is None:
            return

        def work(
            shop: "Shop", progress: "Progress", cancelled: "Callable[[], bool]"
        ) -> "tuple[Preview, str]":
            from kartoteka.shop import imports

            seen = imports.preview(shop, path, kind, progress=progress, cancelled=cancelled, **how)
            return seen, shop.settings.shop.country

        self._follow(self.around.desk.work(work, self._on_previewed, self._on_failed))

    def _on_previewed(self, seen: "tuple[Preview, str]") -> None:
        preview, country = seen
        if preview.path != self.presenter.path:
            return
        self._rest()
        self.presenter.previewed(preview, country)
        self.table.show_preview(preview)
        self.table.show_old_currency(self.presenter.old_currency)
        self.filled.emit()

    # Work on its way ---------------------------------------------------------------------------

    def _follow(self, job: "Job") -> None:
        self._job = job
        self.table.show_progress(0, 0)
        job.progressed.connect(self._on_progress)

    def _on_progress(self, done: int, whole: int) -> None:
        if self._job is not None:
            self.table.show_progress(done, whole)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._rest()

    def _rest(self) -> None:
        if self._job is not None:
            self._job.progressed.disconnect(self._on_progress)
        self._job = None
        self.table.show_rest()

    def _on_stop(self) -> None:
        self._stop()
        self.around.notices.stopped()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, Stopped):
            return
        self._rest()
        self.around.notices.trouble(error)

    # What happens ------------------------------------------------------------------------------

    def _on_done(self, done: "Done[ImportResult]") -> None:
        self._rest()
        self._result = done.value
        self.result.show_result(self.presenter.kind, done.value)
        self._face(self.result)
        if done.changes.undo is not None:
            self.around.notices.remember(done.changes.undo)
        self.filled.emit()

    def _on_taken_back(self, done: "Done[TakenBack]") -> None:
        text = presenter.taken_back_words(self.around.words, done.value.kept)
        self.around.notices.say(text)
        self.close_file()

    def _show_past(self, past: "list[PastImport]") -> None:
        self.start.show_past(past)
        self.filled.emit()

    def _face(self, face: QWidget) -> None:
        self._stack.setCurrentWidget(face)

    def _connect_table(self) -> None:
        table, decide = self.table, self.presenter
        table.kind_chosen.connect(lambda kind: self._again(decide.choose_kind, kind))
        table.encoding_chosen.connect(lambda name: self._again(decide.choose_encoding, name))
        table.delimiter_chosen.connect(lambda sign: self._again(decide.choose_delimiter, sign))
        table.field_chosen.connect(lambda at, field: self._again(decide.choose_field, at, field))
        table.old_currency_chosen.connect(decide.choose_old_currency)
        table.import_wanted.connect(self.bring_in)
        table.stop_wanted.connect(self._on_stop)
        table.left.connect(self.close_file)

    def _connect_result(self) -> None:
        self.result.undo_wanted.connect(self._on_undo)
        self.result.refused_wanted.connect(self._on_refused)
        self.result.another_wanted.connect(self.close_file)
        self.result.clients_wanted.connect(self._on_clients)

    def _again(self, choose: "Callable[..., None]", *chosen: object) -> None:
        choose(*chosen)
        self._look()

    def _on_undo(self) -> None:
        if self._result is not None and self._result.id:
            self.take_back(self._result.id)

    def _on_refused(self) -> None:
        if self._result is not None and self._result.refused_file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._result.refused_file)))

    def _on_clients(self) -> None:
        self.close_file()
        self.around.navigator.show_page("clients")


def _past(shop: "Shop") -> "list[PastImport]":
    from kartoteka.shop import imports

    return imports.past_imports(shop)


def _dropped(event: QDropEvent) -> Path | None:
    """The file that hangs over the page, if it is one of this computer."""
    urls = event.mimeData().urls() if event.mimeData().hasUrls() else []
    local = [url.toLocalFile() for url in urls if url.isLocalFile()]
    return Path(local[0]) if local else None


def _export_words(words: Words) -> str:
    return words.say("Save to a file")
