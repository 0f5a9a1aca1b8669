"""A new invoice on account: lines, until when to pay, and the invoice or first a proforma."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kartoteka.domain.errors import BadValue
from kartoteka.domain.papers import PaperKind
from kartoteka.domain.sales import PaymentKind
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.paper_dialog import About, Deed, PaperDialog
from kartoteka.ui.sales.lines_table import LinesTable
from kartoteka.ui.sales.presenter import PurchasePresenter, Reckoning
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, said, scrolling

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.views import IssuedPaper
    from kartoteka.ui.papers.asking import AccountFacts

WIDTH, HEIGHT, EDGE = 860, 540, 40


class AccountDialog(PaperDialog):
    """Sells to a client who pays later; a proforma records nothing yet."""

    def __init__(self, around: Surroundings, parent: QWidget, facts: "AccountFacts") -> None:
        super().__init__(
            around,
            parent,
            About(_title, _invoice, PaperKind.INVOICE, facts.client, facts.client_name),
        )
        window = parent.window()
        self.resize(min(WIDTH, window.width() - EDGE), min(HEIGHT, window.height() - EDGE))
        self._facts = facts
        self._tell = False
        self._presenter = PurchasePresenter(facts.currency, facts.client)
        self.whole.addWidget(ElidedLabel(facts.client_name, look="strong"))
        self.lines = LinesTable(around)
        self.lines.edited.connect(self._on_edited)
        self.whole.addWidget(self._lines_card(), 1)
        foot = QHBoxLayout()
        foot.setSpacing(18)
        foot.addLayout(self.form, 1)
        foot.addLayout(self._sums())
        self.whole.addLayout(foot)
        self.due = self.add_due()
        self.basis = self.add_line(_basis, _basis_hint)
        if facts.zero_rated:
            self.add_vat_ground()
        self.add_back()
        self.proforma = Button(around.theme, around.speech, _proforma)
        self.proforma.clicked.connect(self.finish_proforma)
        self.finish_building(more=self.proforma)
        around.speech.spoken.connect(self._redraw)
        self._redraw()
        self.lines.focus_first()

    def deed(self) -> Deed | None:
        """The debt and its invoice, in one."""
        return self._deed(PaperKind.INVOICE)

    def finish_proforma(self) -> None:
        """Ask for payment first; nothing is sold by it."""
        deed = self._deed(PaperKind.PROFORMA)
        if deed is not None:
            self.start(deed)

    def _deed(self, kind: PaperKind) -> Deed | None:
        reckoning = self._reckon()
        if not reckoning.complete:
            self._tell = True
            self._redraw()
            self.lines.focus_problem(reckoning)
            if not reckoning.problems:
                self.tell(self.around.words.say("Enter what is sold and for how much."))
            return None
        try:
            due = self.due_on(self.due, self._facts.today)
        except BadValue:
            return None
        ground = self.take_vat_ground()
        if ground is None:
            return None
        draft = self._presenter.draft(reckoning, self._facts.today, PaymentKind.ACCOUNT, "")
        draft = replace(draft, prices_include_vat=self._facts.prices_include_vat)
        basis, back = self.basis.text().strip(), self.back.wish

        def issue(shop: "Shop") -> "Done[IssuedPaper]":
            from kartoteka.shop import invoices

            proforma = kind is PaperKind.PROFORMA
            issue = invoices.issue_proforma if proforma else invoices.invoice_on_account
            return issue(shop, draft, due_on=due, basis=basis, vat_ground=ground, back=back)

        return issue

    def _reckon(self) -> Reckoning:
        return self._presenter.reckon(self.lines.texts(), self.around.words)

    def _lines_card(self) -> CardFrame:
        frame = CardFrame(margin=12)
        content = QWidget()
        content.setObjectName("content")
        inside = QVBoxLayout(content)
        inside.setContentsMargins(2, 2, 6, 2)
        inside.addWidget(self.lines)
        inside.addStretch(1)
        frame.body.addWidget(scrolling(content))
        return frame

    def _sums(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.total = label("great")
        self.total.setAlignment(right)
        column.addWidget(self.total)
        self._on_top = said(self.around.speech, _vat_on_top, "hint")
        self._on_top.setAlignment(right)
        self._on_top.setVisible(not self._facts.prices_include_vat)
        column.addWidget(self._on_top)
        column.addStretch(1)
        return column

    def _on_edited(self) -> None:
        self.tell("")
        self._redraw()

    def _redraw(self) -> None:
        words, reckoning = self.around.words, self._reckon()
        self.lines.show_reckoning(words, reckoning, tell=self._tell)
        total = formats.money(words, reckoning.total)
        self.total.setText(total)
        self.total.setAccessibleName(words.say("Total: {total}", total=total))


def _title(words: Words) -> str:
    return words.say("New invoice on account")


def _invoice(words: Words) -> str:
    return words.say("Issue the invoice")


def _proforma(words: Words) -> str:
    return words.say("Proforma first")


def _basis(words: Words) -> str:
    # Translators: the contract or order that an invoice is issued on.
    return words.say("Basis")


def _basis_hint(words: Words) -> str:
    return words.say("contract or order, optional")


def _vat_on_top(words: Words) -> str:
    return words.say("VAT is added on top")
