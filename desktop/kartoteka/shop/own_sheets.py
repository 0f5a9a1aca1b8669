"""What stands on the shop's own papers: the end of a day, and tests of its printers."""

from kartoteka.documents.sheets import (
    AmountLine,
    Column,
    DayReportSheet,
    ReceiptLine,
    ReceiptSheet,
    Section,
    Signature,
    TableRow,
    TurningSheet,
)
from kartoteka.domain.day import ClosedDay, DayReport
from kartoteka.domain.money import Money
from kartoteka.i18n import Words, formats
from kartoteka.i18n.labels import payment_label
from kartoteka.shop import Shop
from kartoteka.shop.client_sheets import shop_lines
from kartoteka.shop.receipts import column_heads


def day_sheet(words: Words, shop: Shop, report: DayReport) -> DayReportSheet:
    """The end of a day; cash is compared when it was counted."""
    details, closed = shop.settings.shop, report.closed
    title = words.say("End-of-day report")
    return DayReportSheet(
        language=words.language,
        made=report.on,
        document_title=f"{title} {formats.date_short(words, report.on)}",
        author=details.name,
        shop_name=details.name,
        shop_lines=shop_lines(details),
        title=title,
        date_line=formats.date_long(words, report.on),
        seller_line=closed.seller if closed else shop.seller,
        figures=(
            AmountLine(words.say("turnover"), formats.money(words, report.turnover)),
            AmountLine(words.say("sales"), formats.number(words, report.sales)),
            AmountLine(words.say("returns"), formats.number(words, report.returns)),
        ),
        sections=tuple(part for part in (_kinds(words, report), _vat(words, report)) if part.rows),
        cash_title=words.say("Cash in the drawer"),
        cash=_cash(words, report),
        difference=AmountLine(words.say("Difference"), formats.amount(words, closed.difference))
        if closed
        else None,
        difference_words=_verdict(words, closed),
        difference_fits=not closed or not closed.difference,
        notes=_notes(words, closed),
        signatures=(Signature(words.say_in("signature", "Seller")),),
        pages_label=words.say("Page {page} of {pages}"),
    )


def _kinds(words: Words, report: DayReport) -> Section:
    return Section(
        title=words.say("By payment method"),
        columns=(
            Column(words.say_in("column", "Way of paying"), share=1.0),
            Column(words.say_in("column", "Sold"), figures=True),
            Column(words.say_in("column", "Refunded"), figures=True),
            Column(words.say_in("column", "Debts paid"), figures=True),
            Column(words.say_in("column", "Total"), figures=True),
        ),
        rows=tuple(
            TableRow(
                (
                    payment_label(words, each.kind),
                    *(
                        formats.amount(words, sum_)
                        for sum_ in (each.sold, each.returned, each.debts_paid, each.kept)
                    ),
                )
            )
            for each in report.by_kind
        ),
    )


def _vat(words: Words, report: DayReport) -> Section:
    return Section(
        title=words.say("VAT"),
        columns=(
            Column(words.say_in("column", "Rate"), share=1.0),
            Column(words.say_in("column", "Without VAT"), figures=True),
            Column(words.say_in("column", "VAT"), figures=True),
        ),
        rows=tuple(
            TableRow(
                (
                    formats.percent(words, part.rate),
                    formats.amount(words, part.net),
                    formats.amount(words, part.vat),
                )
            )
            for part in report.vat
        ),
    )


def _cash(words: Words, report: DayReport) -> tuple[AmountLine, ...]:
    closed = report.closed
    opening, expected = report.opening, report.expected
    if closed is not None:
        opening, expected = closed.opening, closed.expected
    lines = [
        AmountLine(words.say("Opening cash"), formats.amount(words, opening)),
        AmountLine(words.say("Expected"), formats.amount(words, expected)),
    ]
    if closed is not None:
        counted = formats.amount(words, closed.counted)
        lines.append(AmountLine(words.say("Counted"), counted))
    return tuple(lines)


def _notes(words: Words, closed: ClosedDay | None) -> tuple[str, ...]:
    if closed is None:
        return (words.say("The cash was not counted yet."),)
    return (closed.note,) if closed.note else ()


def _verdict(words: Words, closed: ClosedDay | None) -> str:
    if closed is None:
        return ""
    if not closed.difference:
        return words.say("as expected")
    return words.say("short") if closed.difference.minor < 0 else words.say("over")


def turning_sheet(words: Words, shop: Shop) -> TurningSheet:
    """A test of printing on both sides by hand."""
    return TurningSheet(
        language=words.language,
        made=shop.today(),
        document_title=words.say("Double-sided print test"),
        author=shop.settings.shop.name,
        front_title=words.say_in("side of a sheet", "Front"),
        back_title=words.say_in("side of a sheet", "Back"),
        steps=(
            words.say("Take this sheet just as it came out of the printer."),
            words.say("Put it back the way you will turn your documents."),
            words.say("Print the back and hold the sheet against the light."),
        ),
        verdicts=(
            words.say("If the arrows point the same way, turn your documents like this."),
            words.say("The arrow is upside down: turn the sheet the other way round."),
            words.say("If the frames do not line up, adjust the printer’s margins."),
        ),
        ruler_note=words.say("millimetres"),
    )


def trial_sheet(words: Words, shop: Shop) -> ReceiptSheet:
    """A test of a strip printer: every alphabet and sign that receipts need, and the cut."""
    details, amount = shop.settings.shop, formats.amount(words, Money(123456, "EUR"))
    title = words.say("Printer test")
    return ReceiptSheet(
        language=words.language,
        issued=shop.today(),
        document_title=title,
        author=details.name,
        shop_name=details.name,
        shop_lines=shop_lines(details),
        title=title,
        number_line="",
        date_line=formats.date_long(words, shop.today()),
        heads=column_heads(words),
        lines=tuple(
            ReceiptLine(name=letters, quantity="1", price=amount, total=amount)
            for letters in ("Щъркел Ѝѝ Ёё Ыы", "Quick brown fox", "€ ₽ № „“ «»")
        ),
        total_label=words.say("To pay"),
        total=formats.money(words, Money(370368, "EUR")),
        notes=(words.say("Both edges must be fully visible; the paper is cut below this line."),),
    )
