"""The day's list: whom to call, why, and what to say."""

from typing import Any

from kartoteka.cli.call import DONE, Call
from kartoteka.cli.output import Column, tell
from kartoteka.domain.clients import Channel
from kartoteka.domain.errors import NotFound
from kartoteka.i18n import labels
from kartoteka.shop import Shop, calls, day_list, papers
from kartoteka.shop import quiet as rhythms
from kartoteka.shop import today as days
from kartoteka.shop.views import CallLine, QuietLine, TodayView

EVERYBODY = 1_000_000
COLUMNS = (
    Column("id", lambda words: words.say_in("column", "id"), figures=True),
    Column("client", lambda words: words.say_in("column", "client")),
    Column("phone", lambda words: words.say_in("column", "phone"), phones=True),
    Column("channel", lambda words: words.say_in("column", "channel")),
    Column("reasons", lambda words: words.say_in("column", "reasons")),
    Column("script", lambda words: words.say_in("column", "what to say")),
    # Translators: what a call can save in a year.
    Column("worth", lambda words: words.say_in("column", "worth"), figures=True),
)


def today(call: Call) -> int:
    """List whom to call today, or write the list as a PDF to call from."""
    with call.shop() as shop:
        rhythms.refresh_rhythm(shop)
        if call.options.pdf is not None:
            made = day_list.make_list(shop).value
            written = papers.printed_call_list(shop, made.id)
            call.options.pdf.write_bytes(written.pdf)
            call.out.one({"list": made.id, "calls": len(made.lines), "pages": written.pages})
            return DONE
        view = days.today_view(shop, EVERYBODY)
        call.out.many(COLUMNS, _rows(shop, call, view))
        if not view.to_call:
            tell(call.words.say("No calls for today."))
    return DONE


def _rows(shop: Shop, call: Call, view: TodayView) -> list[dict[str, Any]]:
    spoken = [_spoken(shop, call, line) for line in (*view.call_backs, *view.listed)]
    return spoken + [_silent(shop, call, line) for line in view.quiet]


def _spoken(shop: Shop, call: Call, line: CallLine) -> dict[str, Any]:
    reason = labels.reason_text(call.words, line.reason)
    if line.call_back_on is not None:
        reason = call.words.say("promised call")
    return {
        "id": line.client,
        "client": line.name,
        "phone": line.phone,
        "channel": Channel.CALL,
        "reasons": reason,
        "script": _script(shop, line.client),
        "worth": None,
    }


def _silent(shop: Shop, call: Call, line: QuietLine) -> dict[str, Any]:
    return {
        "id": line.id,
        "client": line.client,
        "phone": line.phone,
        "channel": Channel.CALL,
        "reasons": labels.reason_text(call.words, line.reason),
        "script": _script(shop, line.id),
        "worth": line.at_risk,
    }


def _script(shop: Shop, client: int) -> str:
    try:
        return calls.script(shop, client)
    except NotFound:
        return ""
