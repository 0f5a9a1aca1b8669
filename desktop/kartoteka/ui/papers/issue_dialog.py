"""Issues an invoice or a proforma of a sale, and annuls a paper."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kartoteka.domain.errors import BadValue
from kartoteka.domain.papers import NOTE_WITHIN_DAYS, PaperKind, is_late
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.page import Surroundings
from kartoteka.ui.papers.paper_dialog import About, Deed, PaperDialog, Phrase
from kartoteka.ui.widgets.card_frame import label

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.changes import Done
    from kartoteka.shop.views import IssuedPaper
    from kartoteka.ui.papers.asking import SaleFacts


class IssueDialog(PaperDialog):
    """Asks until when to pay and on which basis; the goods are those of the sale."""

    def __init__(
        self, around: Surroundings, parent: QWidget, facts: "SaleFacts", kind: PaperKind
    ) -> None:
        title, go = _WORDS[kind]
        super().__init__(around, parent, About(title, go, kind, facts.client, facts.client_name))
        self._facts = facts
        self._summary = label("muted", wrap=True)
        self.whole.addWidget(self._summary)
        self.whole.addLayout(self.form)
        self.due = self.add_due()
        self.basis = self.add_line(_basis, _basis_hint)
        if facts.zero_rated:
            self.add_vat_ground()
        self.add_back(facts.sale)
        self._late = label("care", wrap=True)
        self.whole.addWidget(self._late)
        around.speech.spoken.connect(self._say)
        self._say()
        self.finish_building()
        self.due.setFocus()

    def deed(self) -> Deed | None:
        """Issue it with what was typed."""
        try:
            due = self.due_on(self.due, self._facts.today)
        except BadValue:
            return None
        ground = self.take_vat_ground()
        if ground is None:
            return None
        kind, sale, client = self.about.kind, self._facts.sale, self.client
        basis, back = self.basis.text().strip(), self.back.wish

        def issue(shop: "Shop") -> "Done[IssuedPaper]":
            from kartoteka.shop import invoices

            proforma = kind is PaperKind.PROFORMA
            issue = invoices.issue_proforma if proforma else invoices.issue_invoice
            return issue(
                shop, sale, due_on=due, client=client, basis=basis, vat_ground=ground, back=back
            )

        return issue

    def _say(self) -> None:
        words, facts = self.around.words, self._facts
        day, total = formats.date_long(words, facts.on), formats.money(words, facts.total)
        if facts.told != facts.total:
            total = f"{total} = {formats.money(words, facts.told)}"
        if facts.client_name:
            text = words.say(
                "{client} · {day} · {total}", client=facts.client_name, day=day, total=total
            )
        else:
            text = words.say("{day} · {total}", day=day, total=total)
        self._summary.setText(text)
        late = is_late(facts.country, facts.on, facts.today) and (
            self.about.kind is PaperKind.INVOICE
        )
        self._late.setText(
            words.say(
                "By law, an invoice must be issued within {number} days of the sale.",
                number=NOTE_WITHIN_DAYS,
            )
        )
        self._late.setVisible(late)


class AnnulDialog(PaperDialog):
    """Asks why a paper does not hold; its number stays given."""

    def __init__(self, around: Surroundings, parent: QWidget, paper: "IssuedPaper") -> None:
        super().__init__(
            around, parent, About(_annul_title, _annul, PaperKind(paper.kind), paper.client)
        )
        self._paper = paper
        how = label("muted", wrap=True)
        around.speech.bind(how.setText, _annul_text)
        self.whole.addWidget(how)
        self.whole.addLayout(self.form)
        self.reason = self.add_line(lambda words: words.say_in("annulled paper", "Reason"))
        self.finish_building()
        self.reason.setFocus()

    def check(self) -> None:
        """Nothing need be known to annul a paper."""

    def deed(self) -> Deed | None:
        """Annul it for the reason that was typed."""
        from kartoteka.shop import invoices

        paper, reason = self._paper.id, self.reason.text()
        if not reason.strip():
            self.tell(self.around.words.say("Give a reason; it is kept with the document."))
            self.reason.setFocus()
            return None
        return lambda shop: invoices.annul(shop, paper, reason)


def _invoice(words: Words) -> str:
    return words.say("Issue an invoice")


def _proforma(words: Words) -> str:
    return words.say("Issue a proforma")


def _issue(words: Words) -> str:
    return words.say("Issue")


_WORDS: dict[PaperKind, tuple[Phrase, Phrase]] = {
    PaperKind.INVOICE: (_invoice, _issue),
    PaperKind.PROFORMA: (_proforma, _issue),
}


def _basis(words: Words) -> str:
    # Translators: the contract or order that an invoice is issued on.
    return words.say("Basis")


def _basis_hint(words: Words) -> str:
    return words.say("contract or order, optional")


def _annul_title(words: Words) -> str:
    return words.say("Annul the document")


def _annul(words: Words) -> str:
    return words.say("Annul")


def _annul_text(words: Words) -> str:
    return words.say(
        "The document stays in the list with its number and is marked as not valid. "
        "This cannot be undone."
    )
