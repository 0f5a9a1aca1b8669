"""The first page of the day: whom to call and why, whom to congratulate, how the month goes."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kartoteka.domain.rhythm import State
from kartoteka.i18n import Words, formats
from kartoteka.ui.call_lists import CallListMaker
from kartoteka.ui.lazy_table import Column, LazyModel, LazyTable
from kartoteka.ui.page import Page, Surroundings
from kartoteka.ui.theme import GAP, SMALL
from kartoteka.ui.today import phrases, presenter
from kartoteka.ui.today.month import FigureGrid, MonthCard, OccasionsCard
from kartoteka.ui.today.presenter import Row, Shows
from kartoteka.ui.widgets import cells
from kartoteka.ui.widgets.buttons import Button
from kartoteka.ui.widgets.card_frame import CardFrame, ElidedLabel, label, said, scrolling
from kartoteka.ui.widgets.chips import HEIGHT as CHIP
from kartoteka.ui.widgets.chips import paint_chips
from kartoteka.ui.widgets.empty_page import EmptyPage
from kartoteka.ui.widgets.rhythm_bar import paint_rhythm

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.views import TodayView

ROW_HEIGHT = 62
HEADER = 40
SIDE = 300
BESIDE_FROM = 880
"""Narrower pages put the cards of the week and the month below the list."""
LEAST_ROWS, MOST_ROWS_ABOVE = 4, 8


class TodayPage(Page):
    """Quiet clients with what their silence costs; the week's occasions; the month."""

    name = "today"

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._view: TodayView | None = None
        self._quiet_after = 3.0
        self._new = self._button(phrases.new_client, "user-plus", key="Ctrl+N")
        self._sell = self._button(phrases.purchase, "shopping-bag", key="F2", kind="primary")
        self._new.clicked.connect(around.navigator.new_client)
        self._sell.clicked.connect(lambda: around.navigator.sell())
        self.call_button = self._button(phrases.call_list, "phone-call", key="F5", kind="primary")
        self._lists = CallListMaker(around, lambda: self.table.lazy.set_chosen([]))
        self.call_button.clicked.connect(self._make_call_list)
        self.call_button.hide()
        self._all = self._button(phrases.all_quiet, "list", kind="quiet")
        self._all.clicked.connect(lambda: around.navigator.show_page("clients", state=State.QUIET))
        self._all.hide()
        self._build()
        call = QShortcut(QKeySequence("F5"), self, self.call_button.click)
        call.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        around.speech.spoken.connect(self._write)

    def title(self, words: Words) -> str:
        return words.say("Today")

    def buttons(self) -> list[QWidget]:
        return [self._new, self._sell]

    def refresh(self) -> None:
        self.around.desk.ask(_read, self._show, key=self)

    def print_page(self) -> bool:
        self._make_call_list()
        return True

    def key_lines(self, words: Words) -> list[tuple[str, str]]:
        """The keys of the list."""
        return [
            ("F5", phrases.call_list(words)),
            ("Enter", words.say("open the card")),
            # Translators: the bar on the keyboard that writes a space.
            (words.say("Space"), words.say("select the row")),
        ]

    def first_focus(self) -> QWidget | None:
        return self.table if self._view and self.table.lazy.rowCount() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the side cards beside the list or below it."""
        super().resizeEvent(event)
        beside = self.width() >= BESIDE_FROM
        self._columns.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
        self._side.setDirection(
            QBoxLayout.Direction.TopToBottom if beside else QBoxLayout.Direction.LeftToRight
        )
        self._side_box.setMaximumWidth(SIDE if beside else 16_777_215)
        self._side_box.setMinimumWidth(SIDE if beside else 0)
        self._fit_list()

    # Building ----------------------------------------------------------------------------------

    def _button(
        self, phrase: Callable[[Words], str], icon: str, *, key: str = "", kind: str = "plain"
    ) -> Button:
        around = self.around
        return Button(around.theme, around.speech, phrase, icon=icon, key=key, kind=kind)

    def _build(self) -> None:
        content = QWidget()
        content.setObjectName("content")
        column = QVBoxLayout(content)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(GAP)
        column.addLayout(self._head())
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP)
        self._columns.addWidget(self._main(), 1)
        self._columns.addWidget(self._side_cards())
        column.addLayout(self._columns, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(content))

    def _head(self) -> QHBoxLayout:
        self._greeting = ElidedLabel(look="title")
        self._facts = ElidedLabel(look="muted")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._greeting)
        texts.addWidget(self._facts)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addLayout(texts, 1)
        head.addWidget(self.call_button, 0, Qt.AlignmentFlag.AlignBottom)
        return head

    def _main(self) -> QWidget:
        around = self.around
        model: LazyModel[Row] = LazyModel(
            around, self._table_columns(), lambda _shop, _ids: (), _row_id, choosable=True
        )
        model.chosen_changed.connect(self._name_calls)
        self.table = LazyTable(around, model, ROW_HEIGHT)
        self.table.opened.connect(around.navigator.show_card)
        around.speech.bind(self.table.setAccessibleName, phrases.clients_to_call)
        self._list = CardFrame(margin=10, spacing=4)
        self._list.body.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._all)
        self._left_out = ElidedLabel(look="muted")
        foot.addWidget(self._left_out, 1)
        self._list.body.addLayout(foot)
        self._faces = QStackedWidget()
        self._by_face: dict[Shows, QWidget] = {Shows.LIST: self._list}
        self._faces.addWidget(self._list)
        return self._faces

    def _face(self, shows: Shows) -> QWidget:
        """The face of the page, built when it is first needed."""
        if shows not in self._by_face:
            if shows is Shows.BUYS_ONCE:
                face = self._once()
            elif shows is Shows.CALM:
                face = self._empty("heart", phrases.calm_title, phrases.calm_text, None)
            elif shows is Shows.DONE:
                face = self._empty("check", phrases.done_title, self._done_text, None)
            elif shows is Shows.NO_PURCHASES:
                sell = self._button(phrases.purchase, "shopping-bag", kind="primary")
                sell.clicked.connect(lambda: self.around.navigator.sell())
                face = self._empty("users", phrases.nobody_title, phrases.no_purchases_text, sell)
            else:
                add = self._button(phrases.first_client, "user-plus", kind="primary")
                add.clicked.connect(self.around.navigator.new_client)
                face = self._empty("users", phrases.nobody_title, phrases.nobody_text, add)
            self._by_face[shows] = face
            self._faces.addWidget(face)
        return self._by_face[shows]

    def _empty(
        self,
        icon: str,
        title: Callable[[Words], str],
        text: Callable[[Words], str],
        button: Button | None,
    ) -> CardFrame:
        card = CardFrame()
        around = self.around
        card.body.addWidget(EmptyPage(around.theme, around.speech, icon, title, text, button))
        return card

    def _once(self) -> CardFrame:
        card = CardFrame(margin=28, spacing=14)
        card.body.addWidget(said(self.around.speech, phrases.once_title, "head", wrap=True))
        self._once_text = label("muted", wrap=True)
        card.body.addWidget(self._once_text)
        self._once_figures = FigureGrid(3)
        card.body.addSpacing(10)
        card.body.addWidget(self._once_figures)
        card.body.addStretch(1)
        return card

    def _side_cards(self) -> QWidget:
        self._side_box = QWidget()
        self._side = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._side_box)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(GAP)
        self._occasions = OccasionsCard(self.around)
        self._month = MonthCard()
        self._side.addWidget(self._occasions, 0, Qt.AlignmentFlag.AlignTop)
        self._side.addWidget(self._month, 0, Qt.AlignmentFlag.AlignTop)
        self._side.addStretch(1)
        return self._side_box

    def _table_columns(self) -> list[Column[Row]]:
        return [
            Column(
                lambda words: words.say("Client"),
                lambda _, row: row.name,
                cells.two_lines(lambda _, row: row.name, lambda _, row: row.phone),
                stretch=True,
                opens=True,
            ),
            Column(
                lambda words: words.say("Reason"),
                presenter.reason,
                _paint_reason,
                width=254,
            ),
            Column(
                lambda words: words.say("Buying rhythm"),
                presenter.reason,
                self._paint_rhythm,
                width=130,
            ),
            Column(
                lambda words: words.say("Cost of silence"),
                lambda words, row: presenter.cost(words, row),
                cells.two_lines(presenter.cost, presenter.cost_caption, right=True),
                width=156,
                right=True,
            ),
        ]

    def _paint_rhythm(self, canvas: cells.Canvas, row: Row) -> None:
        mark = presenter.mark(row, self._quiet_after)
        if mark is not None:
            paint_rhythm(canvas.painter, canvas.theme, mark, QRectF(canvas.inside))

    # Showing -----------------------------------------------------------------------------------

    def _show(self, answer: "tuple[TodayView, float]") -> None:
        view, self._quiet_after = answer
        self._view = view
        rows = presenter.rows(view)
        self.table.lazy.set_rows(rows)
        known = {row.id for row in rows}
        kept = [client for client in self.table.lazy.chosen() if client in known]
        self.table.lazy.set_chosen(kept)
        self._occasions.show_lines(view.occasions)
        face = presenter.shows(view)
        self._faces.setCurrentWidget(self._face(face))
        self.call_button.setVisible(face is Shows.LIST)
        self._all.setVisible(view.quiet_count > len(view.quiet))
        self._left_out.setVisible(bool(view.left_out))
        self._fit_list()
        self._write()
        if self.hasFocus() and (focus := self.first_focus()) is not None:
            # Nothing was there to stand on when the page came up.
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filled.emit()

    def _write(self) -> None:
        view, words = self._view, self.around.words
        if view is None:
            return
        self._greeting.setText(presenter.greeting(words, view))
        self._facts.setText(" · ".join(presenter.facts(words, view)))
        self._left_out.setText(presenter.left_out(words, view))
        self._month.show_month(
            formats.month_name(words, view.month.month), presenter.month_figures(words, view)
        )
        if view.notice is not None:
            share = formats.percent(words, round(view.notice.repeat_share * 100), 0)
            self._once_text.setText(phrases.once_text(words, share))
            self._once_figures.show_figures(presenter.once_figures(words, view), "great")

    def _done_text(self, words: Words) -> str:
        return presenter.left_out(words, self._view) if self._view is not None else ""

    def _fit_list(self) -> None:
        """Below each other the page scrolls, so that the list is as long as its rows."""
        rows = LEAST_ROWS
        if self.width() < BESIDE_FROM:
            rows = min(max(LEAST_ROWS, self.table.lazy.rowCount()), MOST_ROWS_ABOVE)
        self.table.setMinimumHeight(HEADER + rows * ROW_HEIGHT)

    def _name_calls(self) -> None:
        chosen = len(self.table.lazy.chosen())
        words = self.around.words
        text = (
            words.count("Call list: {number} client", "Call list: {number} clients", chosen)
            if chosen
            else phrases.call_list(words)
        )
        self.call_button.setText(text)
        self.call_button.setAccessibleName(text)

    def _make_call_list(self) -> None:
        """Of those that are ticked, else of everybody whom the day's headline counts."""
        chosen = self.table.lazy.chosen()
        if chosen:
            self._lists.make(chosen)
        elif self.table.lazy.rowCount():
            self._lists.make_todays()


def _read(shop: "Shop") -> "tuple[TodayView, float]":
    from kartoteka.shop import today

    view = today.today_view(shop, presenter.ROWS)
    return view, shop.settings.rhythm.quiet_after


def _row_id(row: Row) -> int:
    return row.id


def _paint_reason(canvas: cells.Canvas, row: Row) -> None:
    """Chips above, the reason in words below."""
    box = canvas.inside
    top = box.center().y() - CHIP - 1
    chips = QRectF(box.left(), top, box.width(), CHIP)
    paint_chips(canvas.painter, canvas.theme, presenter.chips(canvas.words, row), chips)
    below = QRect(box.left(), box.center().y() + 3, box.width(), 18)
    text = presenter.reason_line(canvas.words, row)
    cells.line(canvas, below, text, canvas.theme.font(SMALL), "muted")
