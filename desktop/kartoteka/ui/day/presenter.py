"""Decides for the End of day page: the rows of its tables, and what a count comes to."""

from dataclasses import dataclass

from kartoteka.domain.day import DayReport
from kartoteka.domain.errors import BadValue
from kartoteka.domain.money import Money
from kartoteka.domain.typed import read_decimal
from kartoteka.i18n import formats
from kartoteka.i18n.words import Words
from kartoteka.ui.till import phrases


@dataclass(frozen=True, slots=True)
class Count:
    """The cash that was counted, and how far it is from what should be there."""

    counted: Money
    left: Money | None
    difference: Money


def read_count(report: DayReport, counted: str, left: str) -> Count:
    """Read both fields; `left` empty: all stays. Raises BadValue."""
    currency = report.expected.currency
    if not counted.strip():
        raise BadValue("amount", counted, "empty")
    money = Money.of(read_decimal(counted, "amount"), currency)
    stays = Money.of(read_decimal(left, "amount"), currency) if left.strip() else None
    return Count(money, stays, money - report.expected)


def difference_words(words: Words, difference: Money) -> tuple[str, str]:
    """What the count says, and its tone."""
    if not difference:
        return words.say("The cash is right."), "well"
    amount = formats.money(words, -difference if difference.minor < 0 else difference)
    if difference.minor < 0:
        return words.say("{amount} short.", amount=amount), "alarm"
    return words.say("{amount} over.", amount=amount), "care"


def kind_rows(words: Words, report: DayReport) -> list[tuple[str, str, str, str, str]]:
    """By way of paying: name, sold, returned, debts paid, kept; those that nobody used are left."""
    return [
        (
            phrases.way(words, each.kind),
            formats.money(words, each.sold),
            formats.money(words, -each.returned) if each.returned else "—",
            formats.money(words, each.debts_paid) if each.debts_paid else "—",
            formats.money(words, each.kept),
        )
        for each in report.by_kind
        if each.sold or each.returned or each.debts_paid
    ]


def sum_rows(words: Words, report: DayReport) -> list[tuple[str, str, str]]:
    """The day in sums: words, sum and tone."""
    rows = [
        (words.count("{number} sale", "{number} sales", report.sales), report.sold, ""),
        (words.count("{number} return", "{number} returns", report.returns), -report.returned, ""),
        (words.say("Discounts given"), report.discounts, ""),
    ]
    if report.voided:
        voided = words.count("{number} voided sale", "{number} voided sales", report.voided)
        rows.append((voided, report.voided_total, ""))
    rows += [(phrases.vat(words, part), part.vat, "") for part in report.vat]
    return [(text, formats.money(words, amount), tone) for text, amount, tone in rows]
