"""Papers that are printed and not numbered: statements, cards, labels, letters, day reports."""

from collections.abc import Sequence
from datetime import date

from kartoteka.documents.page import Printed
from kartoteka.documents.sheets import LabelGrid, PaperSize
from kartoteka.domain.backs import BackWish
from kartoteka.domain.clients import Client, ClientId
from kartoteka.domain.consents import ConsentKind
from kartoteka.domain.errors import BadValue, NotFound
from kartoteka.domain.mail import (
    CARDS_ON_A_SHEET,
    MEASURES,
    CodeKind,
    EnvelopeSize,
    Labels,
    used_before,
)
from kartoteka.i18n import Words, formats
from kartoteka.shop import (
    Shop,
    client_sheets,
    clients,
    closing,
    letter_texts,
    letters,
    own_sheets,
    sales,
)
from kartoteka.shop.backs import back_for
from kartoteka.shop.consents import consent_sheet
from kartoteka.shop.letters import Addressed, LetterKind, Template
from kartoteka.shop.logos import pictures_for
from kartoteka.shop.papers import language_of
from kartoteka.shop.questionnaires import questionnaire_sheet
from kartoteka.store import clients as stored_clients
from kartoteka.store import offers
from kartoteka.store.book import Session

UPRIGHT = (PaperSize.A4, PaperSize.A5)
POSTCARDS = (PaperSize.A5, PaperSize.A6)


def with_address(shop: Shop, chosen: Sequence[ClientId]) -> list[ClientId]:
    """Those of the chosen whom a letter would find; raises NotFound."""
    return [each.id for each in _clients(shop, chosen) if each.address.street or each.address.city]


def with_card(shop: Shop, chosen: Sequence[ClientId]) -> list[ClientId]:
    """Those of the chosen who have a card number; raises NotFound."""
    return [each.id for each in _clients(shop, chosen) if each.card]


def statement(shop: Shop, client: ClientId, size: str = "a4") -> Printed:
    """A client's statement in their language; raises NotFound, BadValue."""
    from kartoteka.documents import statement as drawer

    on = _size(size, UPRIGHT)
    view = clients.card(shop, client)
    words = Words(language_of(shop, view.client))
    sheet = client_sheets.statement_sheet(words, shop, view, sales.purchases(shop, client))
    return drawer.prepare(sheet, on, pictures=pictures_for(shop, sheet))


def loyalty_cards(
    shop: Shop,
    chosen: Sequence[ClientId],
    *,
    sheets: bool = True,
    backs: bool = True,
    code: CodeKind | None = None,
    start: int = 1,
) -> Printed:
    """Loyalty cards, ten on A4 with cut marks or (`sheets` False) one a page.

    `code`: what a scanner reads, None: as it is set; `start`: the first free place of a sheet that
    was used before. Raises ClientWithoutCard, NotFound, BadValue.
    """
    from kartoteka.documents import loyalty_card

    layout = loyalty_card.CardLayout.TEN if sheets else loyalty_card.CardLayout.SINGLE
    skip = used_before(start, CARDS_ON_A_SHEET) if sheets else 0
    people = _clients(shop, chosen)
    words = _words(shop, people)
    kind = shop.settings.card_code if code is None else code
    sheet = client_sheets.loyalty_sheet(words, shop, people, kind, skip)
    return loyalty_card.prepare(sheet, layout, backs=backs, pictures=pictures_for(shop, sheet))


def address_labels(
    shop: Shop, chosen: Sequence[ClientId], sheet: Labels | None = None, start: int = 1
) -> Printed:
    """Address labels on A4; `sheet` None is as it is set, `start` the first free label of it.

    Raises LabelsTooSmall, NotFound, BadValue.
    """
    from kartoteka.documents import labels

    wanted = shop.settings.labels if sheet is None else sheet
    skip = used_before(start, wanted.places)
    grid = LabelGrid(
        columns=wanted.columns,
        rows=wanted.rows,
        **{each: float(getattr(wanted, each)) for each in MEASURES[2:]},
    )
    words = Words(shop.settings.shop.language)
    return labels.prepare(
        client_sheets.label_sheet(words, shop, _clients(shop, chosen), grid, skip)
    )


def envelopes(shop: Shop, chosen: Sequence[ClientId], size: EnvelopeSize | None = None) -> Printed:
    """Envelopes to these clients, one a page; `size` None is as it is set. Raises NotFound."""
    from kartoteka.documents import envelope

    words = Words(shop.settings.shop.language)
    on = shop.settings.envelope if size is None else size
    return envelope.prepare(client_sheets.envelope_sheet(words, shop, _clients(shop, chosen), on))


def letters_to(
    shop: Shop,
    chosen: Sequence[ClientId],
    what: LetterKind | Template,
    *,
    size: str = "a4",
    back: BackWish | None = None,
    made: bool = False,
) -> Printed:
    """Letters to these clients; of a kind each in its client's language, of a text as it is.

    `back` None is as the owner set it. `made`: they go out, so the offers on them are shown with
    this and never again; else it is a preview. Raises UnknownField, NotFound, BadValue.
    """
    from kartoteka.documents import letter

    on = _size(size, UPRIGHT)
    with shop.change() if made else shop.read() as session:
        people = _addressed(shop, chosen, back)
        words = _words(shop, [each.client for each in people])
        text = letter_texts.text_of(shop, words, what) if isinstance(what, LetterKind) else what
        sheet = letters.letter_sheet(words, shop, text, people)
        if made:
            _keep_shown(shop, session, people)
        return letter.prepare(sheet, on, pictures=pictures_for(shop, sheet))


def postcards_to(
    shop: Shop,
    chosen: Sequence[ClientId],
    what: LetterKind | Template,
    size: str = "a6",
    *,
    made: bool = False,
) -> Printed:
    """Postcards to these clients, front and back; `made` as for letters.

    Raises UnknownField, NotFound, BadValue.
    """
    from kartoteka.documents import postcard

    on = _size(size, POSTCARDS)
    with shop.change() if made else shop.read() as session:
        people = _addressed(shop, chosen)
        words = _words(shop, [each.client for each in people])
        text = letter_texts.text_of(shop, words, what) if isinstance(what, LetterKind) else what
        sheet = letters.postcard_sheet(words, shop, text, people)
        if made:
            _keep_shown(shop, session, [each for each in people if letters.on_postcard(each)])
        return postcard.prepare(sheet, on, pictures=pictures_for(shop, sheet))


def questionnaire(shop: Shop, client: ClientId | None = None, size: str = "a4") -> Printed:
    """The card to fill in by hand: blank, or with what is known of a client."""
    from kartoteka.documents import questionnaire as drawer

    on = _size(size, UPRIGHT)
    person = None if client is None else clients.client(shop, client)
    words = Words(language_of(shop, person))
    sheet = questionnaire_sheet(words, shop, person, clients.tags(shop))
    return drawer.prepare(sheet, on, pictures=pictures_for(shop, sheet))


def consent(
    shop: Shop, kind: ConsentKind, client: ClientId | None = None, size: str = "a4"
) -> Printed:
    """An agreement to be signed, a document of its own: blank, or for a client."""
    from kartoteka.documents import questionnaire as drawer

    on = _size(size, UPRIGHT)
    person = None if client is None else clients.client(shop, client)
    sheet = consent_sheet(Words(language_of(shop, person)), shop, kind, person)
    return drawer.prepare(sheet, on, pictures=pictures_for(shop, sheet))


def turning_test(shop: Shop, size: str = "a4") -> Printed:
    """A front and a back that show whether sheets are turned the right way."""
    from kartoteka.documents import turning

    words = Words(shop.settings.shop.language)
    return turning.prepare(own_sheets.turning_sheet(words, shop), _size(size, UPRIGHT))


def day_report(shop: Shop, on: date | None = None, size: str = "a4") -> Printed:
    """The end of a day (today when none is named) to sign and file."""
    from kartoteka.documents import day_report as drawer

    words = Words(shop.settings.shop.language)
    sheet = own_sheets.day_sheet(words, shop, closing.day_report(shop, on))
    return drawer.prepare(sheet, _size(size, UPRIGHT))


def _addressed(
    shop: Shop, chosen: Sequence[ClientId], wish: BackWish | None = None
) -> list[Addressed]:
    people = _clients(shop, chosen)
    made = []
    for person in people:
        words = Words(language_of(shop, person))
        last = next((p for p in sales.purchases(shop, person.id, 5) if not p.is_return), None)
        item = last.items[0].name if last and last.items else ""
        day = formats.date_long(words, last.on) if last else ""
        values = letters.fields_of(shop, person, item, day)
        with shop.read() as session:
            back = back_for(shop, session, person.id, words.language, wish=wish)
        made.append(Addressed(person, words, values, back))
    return made


def _keep_shown(shop: Shop, session: Session, people: Sequence[Addressed]) -> None:
    """Remember the offers that these letters carry."""
    for each in people:
        if each.back and each.back.offer:
            offers.keep_shown(session, each.back.offer.id, each.client.id, shop.now())


def _clients(shop: Shop, chosen: Sequence[ClientId]) -> list[Client]:
    found = []
    with shop.read() as session:
        for client_id in chosen:
            client = stored_clients.get(session, client_id)
            if client is None:
                raise NotFound("client", str(client_id))
            found.append(client)
    return found


def _words(shop: Shop, people: Sequence[Client]) -> Words:
    """One client's own language; many share the shop's."""
    return Words(language_of(shop, people[0] if len(people) == 1 else None))


def _size(size: str, known: Sequence[PaperSize]) -> PaperSize:
    for one in known:
        if one == size:
            return one
    raise BadValue("size", size, "not one of")
