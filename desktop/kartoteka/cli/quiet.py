"""Who is going quiet, the dearest silence first."""

from collections.abc import Iterator, Sequence
from typing import Any

from kartoteka.cli.call import DONE, Call
from kartoteka.cli.clients import PAGE, rounded
from kartoteka.cli.output import Column, tell
from kartoteka.domain.clients import ClientId
from kartoteka.shop import Shop
from kartoteka.shop import quiet as rhythms

COLUMNS = (
    Column("id", lambda words: words.say_in("column", "id"), figures=True),
    Column("client", lambda words: words.say_in("column", "client")),
    Column("phone", lambda words: words.say_in("column", "phone"), phones=True),
    Column("visits", lambda words: words.say_in("column", "visits"), figures=True),
    Column("last_visit", lambda words: words.say_in("column", "last visit")),
    Column("usual_days", lambda words: words.say_in("column", "usual gap, days"), figures=True),
    Column("silent_days", lambda words: words.say_in("column", "days silent"), figures=True),
    # Translators: silence measured in usual intervals, e.g. 3.4 times as long as usual.
    Column("times_usual", lambda words: words.say_in("column", "× usual"), figures=True),
    Column("state", lambda words: words.say_in("column", "state")),
    # Translators: probability that the client comes back by themselves.
    Column("chance_back", lambda words: words.say_in("column", "chance of return"), figures=True),
    Column("yearly_value", lambda words: words.say_in("column", "a year"), figures=True),
    # Translators: what the silence of this client costs in a year.
    Column("at_risk", lambda words: words.say_in("column", "at risk"), figures=True),
)


def quiet(call: Call) -> int:
    """List quiet clients, or everybody with a visit; tell a shop whose clients buy once so."""
    with call.shop() as shop:
        rhythms.refresh_rhythm(shop)
        chosen = rhythms.visited_ids if call.options.all else rhythms.quiet_ids
        call.out.many(COLUMNS, _lines(shop, chosen(shop)))
        if rhythms.notice(shop) is not None:
            tell(
                call.words.say(
                    "Clients of this shop buy once, so silence says nothing about them: look at "
                    "new clients and the average sale instead."
                )
            )
    return DONE


def _lines(shop: Shop, ids: Sequence[ClientId]) -> Iterator[dict[str, Any]]:
    for start in range(0, len(ids), PAGE):
        for line in rhythms.quiet_lines(shop, ids[start : start + PAGE]):
            yield {
                "id": line.id,
                "client": line.client,
                "phone": line.phone,
                "visits": line.visits,
                "last_visit": line.last_visit,
                "usual_days": rounded(line.usual_days, 1),
                "silent_days": line.silent_days,
                "times_usual": rounded(line.times_usual, 2),
                "state": line.state,
                "chance_back": line.chance_back,
                "yearly_value": line.yearly_value,
                "at_risk": line.at_risk,
            }
