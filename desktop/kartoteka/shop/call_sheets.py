"""What stands on a call list that is called from on paper."""

from kartoteka.documents.sheets import CallListSheet, CallRow, RhythmMark
from kartoteka.domain.contacts import Outcome, Reason, ReasonKind
from kartoteka.domain.money import Money
from kartoteka.domain.phones import show_number
from kartoteka.i18n import Words, formats
from kartoteka.i18n.labels import outcome_label, reason_text
from kartoteka.shop import Shop, scripts
from kartoteka.shop.calls import script_facts
from kartoteka.shop.views import CallLine, CallList
from kartoteka.store import calls as stored
from kartoteka.store import quiet as stored_quiet
from kartoteka.store.book import Session

_ORDER = (
    Outcome.WILL_COME,
    Outcome.CALL_BACK,
    Outcome.NO_ANSWER,
    Outcome.COMPLAINT,
    Outcome.ALL_WELL,
    Outcome.DO_NOT_CALL,
)
"""As the keys 1 to 6."""


def call_list_sheet(shop: Shop, session: Session, made: CallList, words: Words) -> CallListSheet:
    """The sheet in the seller's language; each script is in its client's."""
    clients = [line.client for line in made.lines]
    facts = stored.script_facts(session, clients)
    silent = {each.id: each for each in stored_quiet.silent(session, clients)}
    currency = shop.settings.shop.currency
    worth = {client: Money(each.figures.yearly_minor, currency) for client, each in silent.items()}
    title = words.say("Call list")
    return CallListSheet(
        language=words.language,
        made=made.on,
        document_title=f"{title} {formats.date_short(words, made.on)}",
        author=shop.settings.shop.name,
        shop_name=shop.settings.shop.name,
        title=title,
        date_line=formats.date_long(words, made.on),
        summary=_summary(words, made, worth, currency),
        rows=tuple(
            _row(shop, words, line, facts[line.client], worth[line.client])
            for line in made.lines
            if line.client in facts and line.client in worth
        ),
        empty=words.say("There is nobody to call on this list."),
        outcomes=tuple(outcome_label(words, outcome) for outcome in _ORDER),
        # Translators: before the line on paper to write on what the client said.
        notes_label=words.say("Notes:"),
        # Translators: {page} and {pages} are numbers; keep both in braces.
        pages_label=words.say("Page {page} of {pages}"),
    )


def _summary(words: Words, made: CallList, worth: dict[int, Money], currency: str) -> str:
    quiet = [line for line in made.lines if line.reason.kind is ReasonKind.QUIET]
    at_risk = Money(
        sum(worth[line.client].minor for line in quiet if line.client in worth), currency
    )
    if not at_risk:
        return words.count("{number} client", "{number} clients", len(made.lines))
    return words.count(
        "{number} client, {amount} a year at risk",
        "{number} clients, {amount} a year at risk",
        len(made.lines),
        amount=formats.money_round(words, at_risk),
    )


def _row(
    shop: Shop, words: Words, line: CallLine, facts: stored.ScriptFacts, worth: Money
) -> CallRow:
    said = script_facts(shop, facts)
    own = Words(facts.language or shop.settings.shop.language)
    quiet = line.reason.kind is ReasonKind.QUIET
    quiet_lines = (scripts.last_purchase_fact(words, said), scripts.tastes_fact(words, said))
    return CallRow(
        name=line.name,
        phone=show_number(line.phone),
        reason=reason_text(words, line.reason),
        name_note=line.hours,
        facts=tuple(fact for fact in quiet_lines if fact),
        script=scripts.script(own, said, line.reason),
        rhythm=_mark(shop, line.reason),
        # Translators: under a rhythm bar; {amount} is what the client brings in a year.
        rhythm_label=words.say("{amount} a year at risk", amount=formats.money_round(words, worth))
        if quiet and worth
        else "",
    )


def _mark(shop: Shop, reason: Reason) -> RhythmMark | None:
    if reason.kind is not ReasonKind.QUIET or not reason.usual_days:
        return None
    factors = shop.settings.rhythm
    return RhythmMark(
        times=reason.silent_days / reason.usual_days,
        due=factors.due_after,
        cooling=factors.cooling_after,
        quiet=factors.quiet_after,
    )
