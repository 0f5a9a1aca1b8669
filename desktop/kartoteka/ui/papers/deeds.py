"""What is done with papers beside printing them: issue, change by a note, annul."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from kartoteka.domain.papers import PaperKind
from kartoteka.i18n import labels
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers import asking, presenter
from kartoteka.ui.papers.paper_dialog import PaperDialog
from kartoteka.ui.papers.presenter import Action
from kartoteka.ui.theme import dead
from kartoteka.ui.widgets.client_picker import ClientPicker

if TYPE_CHECKING:
    from kartoteka.shop.changes import Done
    from kartoteka.shop.views import IssuedPaper


class PaperDeeds(QObject):
    """The menu of a paper and the dialogs behind it."""

    def __init__(
        self,
        around: Surroundings,
        page: QWidget,
        issued: "Callable[[Done[IssuedPaper]], Any]",
        show: Callable[[int], Any],
    ) -> None:
        """`issued(done)` comes when a paper was issued; `show(paper)` wants one to be shown."""
        super().__init__(page)
        self._around = around
        self._page = page
        self._issued = issued
        self._show = show
        self._waiting: PaperDialog | None = None

    def menu(self, paper: "IssuedPaper", country: str, *, strip: bool = False) -> QMenu:
        """What can be done with this paper; `strip`: there is a strip printer."""
        menu = QMenu(self._page)
        words = self._around.words
        for action in presenter.actions(paper, country, strip=strip):
            if action is Action.ANNUL:
                menu.addSeparator()
            text = presenter.ACTION_WORDS[action](words)
            menu.addAction(text, self._doer(action, paper))
        return menu

    def do(self, action: Action, paper: "IssuedPaper") -> None:
        """Do one of them."""
        if action in (Action.INVOICE, Action.PROFORMA):
            self.issue(paper.sale, PaperKind(action.value))
        elif action is Action.CREDIT:
            self._note(paper, debit=False)
        elif action is Action.DEBIT:
            self._note(paper, debit=True)
        elif action is Action.AMENDED and paper.amends is not None:
            self._show(paper.amends)
        elif action is Action.SALE and paper.sale is not None:
            from kartoteka.ui.sales.sale_dialog import SaleDialog

            SaleDialog.begin(self._around, self._page, paper.sale)
        elif action is Action.WARRANTY and paper.sale is not None:
            self._warranty(paper.sale)
        elif action is Action.STRIP:
            self._print_strip(paper)
        elif action is Action.TURNING:
            self._turning_test()
        elif action is Action.ANNUL:
            from kartoteka.ui.papers.issue_dialog import AnnulDialog

            self._open(AnnulDialog(self._around, self._page, paper))

    def issue(self, sale: int | None, kind: PaperKind) -> None:
        """Open the dialog of an invoice or a proforma of a sale."""
        from kartoteka.ui.papers.issue_dialog import IssueDialog

        if sale is not None:
            self._around.desk.ask(
                lambda shop: asking.sale_facts(shop, sale),
                lambda facts: self._open(IssueDialog(self._around, self._page, facts, kind)),
            )

    def new_invoice(self, client: int | None = None) -> None:
        """Open the dialog of an invoice on account; without a client the seller chooses one."""
        from kartoteka.ui.papers.account_dialog import AccountDialog

        if client is None:
            picker = ClientPicker(
                self._around, self._page, lambda words: words.say("Whom is it for?")
            )
            picker.chosen.connect(self.new_invoice)
            picker.open()
            return
        self._around.desk.ask(
            lambda shop: asking.account_facts(shop, client),
            lambda facts: self._open(AccountDialog(self._around, self._page, facts)),
        )

    def resume(self) -> None:
        """Open the dialog again that was left to fill something in elsewhere."""
        dialog, self._waiting = self._waiting, None
        if dialog is not None and not dead(dialog.open):
            dialog.check()
            dialog.open()

    def _print_strip(self, paper: "IssuedPaper") -> None:
        from kartoteka.ui.papers.issued_print import IssuedPrint

        IssuedPrint(self._around, self._page, paper).strip()

    def _warranty(self, sale: int) -> None:
        from kartoteka.ui.papers.signed_dialogs import WarrantyDialog

        WarrantyDialog(self._around, self._page, sale).open()

    def _turning_test(self) -> None:
        from kartoteka.ui.papers.preview import show_drawn

        title = self._around.words.say("Test page for printing on both sides")
        show_drawn(self._around, self._page, title, "turning-test", asking.turning_test)

    def _doer(self, action: Action, paper: "IssuedPaper") -> Callable[[], None]:
        return lambda: self.do(action, paper)

    def _note(self, paper: "IssuedPaper", *, debit: bool) -> None:
        from kartoteka.ui.papers.note_dialog import CreditDialog, DebitDialog

        made = DebitDialog if debit else CreditDialog
        self._around.desk.ask(
            lambda shop: asking.note_facts(shop, paper.id),
            lambda facts: self._open(made(self._around, self._page, facts)),
        )

    def _open(self, dialog: PaperDialog) -> None:
        dialog.ready.connect(self._on_ready)
        dialog.left.connect(lambda: self._put_aside(dialog))
        dialog.open()

    def _put_aside(self, dialog: PaperDialog) -> None:
        self._waiting = dialog

    def _on_ready(self, done: "Done[IssuedPaper]") -> None:
        words, paper = self._around.words, done.value
        name = labels.paper_title(words, paper.kind, paper.shown)
        if paper.annulled_at is not None:
            text = words.say("Annulled: {paper}", paper=name)
        elif not done.changes.sales:
            text = words.say("Already issued: {paper}", paper=name)
        else:
            text = words.say("Issued: {paper}", paper=name)
        self._around.notices.done(text, done.changes)
        self._issued(done)
