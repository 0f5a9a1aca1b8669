"""Decides what the card shows: each field's words, the warnings, the rhythm said in a sentence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kartoteka.domain import tax
from kartoteka.domain.clients import Channel, Client, Kind, allowed
from kartoteka.domain.errors import BadValue, RuleBroken
from kartoteka.domain.offers import Offer
from kartoteka.domain.phones import show_phone
from kartoteka.domain.rhythm import State
from kartoteka.domain.timeline import TimelineEntry
from kartoteka.i18n import formats, labels
from kartoteka.i18n.words import LANGUAGES, Words
from kartoteka.ui.clients.field_view import FieldView
from kartoteka.ui.clients.fields import BY_DIALOG, Field, Place, places_of, typed_text
from kartoteka.ui.clients.labels import field_hint, field_label
from kartoteka.ui.widgets.chips import STATE_TONES, capital
from kartoteka.ui.widgets.visit_line import Dot, VisitStory
from kartoteka.wording import explain

if TYPE_CHECKING:
    from kartoteka.shop import Shop
    from kartoteka.shop.clients import CardView
    from kartoteka.shop.views import IssuedPaper, PurchaseLine, RhythmView

NO_BREAK = "\u00a0"
LONGEST_TIMELINE = 5_000


@dataclass(frozen=True, slots=True)
class CardData:
    """All that the card page shows, read in one go."""

    view: "CardView"
    entries: "tuple[TimelineEntry, ...]"
    purchases: "tuple[PurchaseLine, ...]"
    papers: "tuple[IssuedPaper, ...]"
    sources: tuple[str, ...]
    tags: tuple[str, ...]
    offer: Offer | None
    country: str
    currency: str
    language: str
    today: date


@dataclass(frozen=True, slots=True)
class Blank:
    """What an empty draft needs to know of the shop."""

    country: str
    currency: str
    sources: tuple[str, ...]
    today: date


def read_card(shop: "Shop", client: int) -> CardData:
    """Read a card with its lists; raises NotFound."""
    from kartoteka.shop import clients, papers, sales

    view = clients.card(shop, client)
    language = view.client.language or shop.settings.shop.language
    return CardData(
        view=view,
        entries=tuple(clients.timeline(shop, client, LONGEST_TIMELINE)),
        purchases=tuple(sales.purchases(shop, client)),
        papers=tuple(papers.papers(shop, client)),
        sources=tuple(source.name for source in clients.sources(shop)),
        tags=tuple(clients.tags(shop)),
        offer=_offer(shop, client, language),
        country=shop.settings.shop.country,
        currency=shop.settings.shop.currency,
        language=language,
        today=shop.today(),
    )


def read_blank(shop: "Shop") -> Blank:
    """What a new card needs before it is in the book."""
    from kartoteka.shop import clients

    sources = tuple(source.name for source in clients.sources(shop))
    details = shop.settings.shop
    return Blank(details.country, details.currency, sources, shop.today())


def _offer(shop: "Shop", client: int, language: str) -> Offer | None:
    """The offer that the back of the client's next paper carries, if it carries one."""
    from kartoteka.shop import backs

    with shop.read() as session:
        back = backs.back_for(shop, session, client, language)
    return back.offer if back else None


class FieldWriter:
    """Puts a card's fields into words for one language and country."""

    def __init__(self, words: Words, country: str, sources: tuple[str, ...] = ()) -> None:
        self._words = words
        self._country = country
        self._sources = sources

    def view(self, client: Client, place: Place, card: "CardView | None" = None) -> FieldView:
        """One field as a row shows it; `card` adds what is worked out, such as the name day."""
        words = self._words
        field = place.field
        return FieldView(
            label=field_label(words, field),
            text=self._text(client, place, card),
            typed=typed_text(client, place),
            empty=words.say("add"),
            hint=field_hint(words, field),
            warning=self._warning(client, place),
            choices=self._choices(field),
            suggestions=field is Field.SOURCE,
            strong=field is Field.PHONE and place.index == 0,
            by_dialog=field in BY_DIALOG,
        )

    def refusal(self, broken: RuleBroken) -> str:
        """What is told beside a field: how it should be typed, or which rule said no."""
        explained = explain(broken, self._words)
        return explained.advice if isinstance(broken, BadValue) else explained.title

    def places(self, client: Client, card: "CardView | None" = None) -> list[Place]:
        """The rows of the card; a name day that was found from the name stands there too."""
        places = places_of(client, self._country)
        found = card is not None and card.name_day is not None
        if found and Place(Field.NAME_DAY) not in places:
            birthday = Place(Field.BIRTHDAY)
            at = places.index(birthday) + 1 if birthday in places else len(places)
            places.insert(at, Place(Field.NAME_DAY))
        return places

    def _text(self, client: Client, place: Place, card: "CardView | None") -> str:
        special = self._special().get(place.field)
        return special(client, place, card) if special else typed_text(client, place)

    def _special(self) -> "dict[Field, Callable[[Client, Place, CardView | None], str]]":
        return {
            Field.PHONE: self._phone,
            Field.BIRTHDAY: self._birthday,
            Field.NAME_DAY: self._name_day,
            Field.PREFERRED: self._preferred,
            Field.LANGUAGE: self._language,
            Field.PENETRATION: self._penetration,
            Field.RECOMMENDED_BY: self._recommender,
            Field.PERSON: self._person,
            Field.CONSENTS: lambda client, *_: consent_words(self._words, client),
        }

    def _phone(self, client: Client, place: Place, _: object) -> str:
        if place.index >= len(client.phones):
            return ""
        phone = client.phones[place.index]
        number = show_phone(phone)
        if phone.e164:
            number = number.replace(" ", NO_BREAK)
        if not phone.note:
            return number
        return self._words.say("{phone} ({note})", phone=number, note=phone.note)

    def _birthday(self, client: Client, _: Place, card: "CardView | None") -> str:
        if client.birthday is None:
            return ""
        shown = labels.birthday_words(self._words, client.birthday)
        if card is None or card.age is None:
            return shown
        return self._words.count(
            "{birthday}, turns {number}", "{birthday}, turns {number}", card.age, birthday=shown
        )

    def _name_day(self, client: Client, _: Place, card: "CardView | None") -> str:
        if client.name_day == "none":
            return self._words.say("does not celebrate")
        if card is None or card.name_day is None:
            return typed_text(client, Place(Field.NAME_DAY))
        day = formats.day_month(self._words, card.name_day.on)
        if not card.name_day.feast:
            return day
        return self._words.say("{feast} · {day}", feast=card.name_day.feast, day=day)

    def _preferred(self, client: Client, *_: object) -> str:
        return labels.channel_label(self._words, client.preferred) if client.preferred else ""

    def _language(self, client: Client, *_: object) -> str:
        return labels.language_label(client.language)

    def _penetration(self, client: Client, *_: object) -> str:
        if client.penetration is None:
            return ""
        if client.penetration == 100:
            return self._words.say("only here")
        share = formats.percent(self._words, client.penetration)
        return self._words.say("{percent} of such purchases", percent=share)

    def _recommender(self, client: Client, _: Place, card: "CardView | None") -> str:
        if client.recommended_by is None:
            return ""
        known = card.recommended_by if card else None
        return known.name if known else str(client.recommended_by)

    def _person(self, client: Client, place: Place, _: object) -> str:
        if place.index >= len(client.people):
            return ""
        person = client.people[place.index]
        parts = [person.name, person.role, person.phone, person.email]
        return "\n".join(part for part in parts if part)

    def _warning(self, client: Client, place: Place) -> str:
        if place.field is Field.PHONE and place.index < len(client.phones):
            if not client.phones[place.index].e164:
                return self._words.say("Not a complete number; kept as typed.")
            return ""
        for problem in tax.warnings(client, self._country):
            if problem.field == place.field.value:
                return labels.problem_text(self._words, problem)
        return ""

    def _choices(self, field: Field) -> tuple[tuple[str, str], ...]:
        words = self._words
        if field is Field.LANGUAGE:
            return (
                ("", words.say("the shop's language")),
                *((code, labels.language_label(code)) for code in LANGUAGES),
            )
        if field is Field.PREFERRED:
            channels = [(str(kind), labels.channel_label(words, kind)) for kind in Channel]
            return (("", words.say("any")), *channels)
        if field is Field.SOURCE:
            return tuple((source, source) for source in ("", *self._sources))
        return ()


def initials(client: Client) -> str:
    """Two letters for the round sign beside the name; a star for a card without a name."""
    if client.kind is Kind.COMPANY:
        parts = [word.strip("«»„“\"'") for word in client.company.split()]
    else:
        parts = [client.given, client.family]
    letters = [part[0] for part in parts if part and part[0].isalnum()]
    return "".join(letters[:2]).upper() or "★"


def state_chip(words: Words, data: CardData) -> tuple[str, str]:
    """The words and the tone of the chip under the name."""
    rhythm = data.view.rhythm
    if data.view.deleted_at is not None:
        return capital(words.say("in the bin")), "gone"
    if data.view.client.do_not_contact:
        return capital(words.say("do not contact")), "gone"
    label = capital(labels.state_label(words, rhythm.state))
    tone = STATE_TONES[rhythm.state]
    if rhythm.silent_days is None:
        return label, tone
    return (
        words.count(
            "{state} · {number} day", "{state} · {number} days", rhythm.silent_days, state=label
        ),
        tone,
    )


def rhythm_title(words: Words, rhythm: "RhythmView") -> str:
    """How often they come, as the head of the rhythm card."""
    if rhythm.last_visit is None:
        return words.say("No purchases yet")
    if rhythm.switched_off or rhythm.usual_days is None:
        return words.say("Visits")
    days = max(1, round(rhythm.usual_days))
    if not rhythm.own_interval:
        return words.count(
            "Rhythm: others come back after {number} day",
            "Rhythm: others come back after {number} days",
            days,
        )
    return words.count(
        "Rhythm: usually every {number} day", "Rhythm: usually every {number} days", days
    )


def silence_words(words: Words, rhythm: "RhythmView") -> str:
    """How long they have been silent."""
    if rhythm.silent_days is None:
        return ""
    if rhythm.silent_days == 0:
        return words.say("was here today")
    return words.count("silent for {number} day", "silent for {number} days", rhythm.silent_days)


def visit_story(words: Words, rhythm: "RhythmView") -> tuple[VisitStory, str]:
    """What the line of visits draws, and the same in words."""
    story = VisitStory(
        dots=tuple(Dot(dot.on, dot.total.minor) for dot in rhythm.dots),
        today=rhythm.today,
        state=State.NONE if rhythm.switched_off else rhythm.state,
        quiet_on=None if rhythm.switched_off else rhythm.quiet_on,
    )
    visits = words.count("{number} visit", "{number} visits", rhythm.visits)
    silence = silence_words(words, rhythm)
    return story, words.say("{visits}, {silence}", visits=visits, silence=silence)


def consent_words(words: Words, client: Client) -> str:
    """The channels that are allowed, in a row; or that none was given."""
    if client.do_not_contact:
        return words.say("do not contact")
    given = [
        labels.channel_label(words, channel) for channel in Channel if allowed(client, channel)
    ]
    if given:
        return formats.join_list(words, given)
    if client.consents:
        return words.say("withdrawn")
    return words.say("not asked yet")
