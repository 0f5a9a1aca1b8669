"""What stands on the questionnaire: a client's card to fill in by hand."""

from collections.abc import Sequence

from kartoteka.documents.sheets import AnswerKind, Question, QuestionGroup, QuestionnaireSheet
from kartoteka.domain.clients import Channel, Client, Kind, TagKind
from kartoteka.domain.settings import ShopDetails
from kartoteka.i18n import Words
from kartoteka.i18n.labels import channel_label
from kartoteka.shop import Shop
from kartoteka.shop.client_sheets import shop_lines

MOST_OPTIONS = 12
"""Tastes that a questionnaire offers to tick."""


def questionnaire_sheet(
    words: Words, shop: Shop, client: Client | None, tastes: Sequence[str]
) -> QuestionnaireSheet:
    """The card to fill in by hand: blank, or with what is known; `tastes` are offered to tick.

    In Russia consent is no part of it: since 01.09.2025 it is a document of its own (156-ФЗ), see
    `consents`. Elsewhere it stands apart from the questions and is ticked by channel (GDPR art. 7).
    """
    details = shop.settings.shop
    known = client or Client()
    controller = details.legal_name or details.name
    title = words.say("Questionnaire")
    return QuestionnaireSheet(
        language=words.language,
        made=shop.today(),
        document_title=title,
        author=details.name,
        shop_name=details.name,
        logo=details.logo,
        shop_lines=shop_lines(details),
        title=title,
        introduction=words.say(
            "Tell us as much or as little as you like: it helps us to congratulate you "
            "on time and to offer only what suits you."
        ),
        groups=(
            _about_you(words, known),
            _likes(words, known, tastes),
            _reaching(words, known),
            *(() if details.country == "ru" else (_agreeing(words, controller),)),
        ),
        legal=() if details.country == "ru" else _notice(words, details, controller),
        signature_label=words.say_in("signature", "Signature"),
        date_label=words.say("Date"),
        pages_label=words.say("Page {page} of {pages}"),
    )


def written_name(words: Words, client: Client) -> str:
    """The name as forms ask for it: in Russian family name first, elsewhere last."""
    if client.kind is Kind.COMPANY or words.language != "ru":
        return client.full_name
    return " ".join(part for part in (client.family, client.given, client.middle) if part)


def phone_of(client: Client) -> str:
    """The first phone number as it was written."""
    phone = client.main_phone
    return phone.typed or phone.e164 if phone else ""


def to_read(text: str) -> Question:
    """A paragraph between the questions."""
    return Question(label=text, kind=AnswerKind.READ)


def channels_to_tick(words: Words) -> Question:
    """Every way to reach a client, none ticked beforehand: such a tick would be no consent."""
    return Question(
        label="",
        kind=AnswerKind.CHOOSE,
        options=tuple(channel_label(words, channel) for channel in Channel),
    )


def _about_you(words: Words, known: Client) -> QuestionGroup:
    day = known.birthday
    birthday = "" if day is None else f"{day.day:02d}.{day.month:02d}"
    if day is not None and day.year:
        birthday += f".{day.year}"
    return QuestionGroup(
        title=words.say("About you"),
        questions=(
            Question(label=words.say("Full name"), answer=written_name(words, known)),
            Question(
                label=words.say_in("questionnaire", "Gender"),
                kind=AnswerKind.CHOOSE,
                options=(
                    words.say_in("gender", "female"),
                    words.say_in("gender", "male"),
                ),
            ),
            Question(label=words.say("Phone"), answer=phone_of(known), half=True),
            Question(label=words.say("Birthday"), answer=birthday, half=True),
            Question(label=words.say("E-mail"), answer=next(iter(known.emails), ""), half=True),
            Question(label=words.say("Town"), answer=known.address.city, half=True),
        ),
    )


def _likes(words: Words, known: Client, tastes: Sequence[str]) -> QuestionGroup:
    def of(kind: TagKind) -> tuple[str, ...]:
        return tuple(tag.text for tag in known.tags if tag.kind is kind)

    ticked = of(TagKind.LIKES)
    other = {*of(TagKind.SIZE), *of(TagKind.DISLIKES)}
    offered = (each for each in dict.fromkeys((*ticked, *tastes)) if each not in other)
    options = tuple(offered)[:MOST_OPTIONS]
    liking = (
        Question(
            label=words.say("Tick what you like"),
            kind=AnswerKind.CHOOSE,
            options=options,
            ticked=ticked,
        )
        if options
        else Question(label="", lines=2)
    )
    return QuestionGroup(
        title=words.say("What you like"),
        questions=(
            liking,
            Question(label=words.say("Your sizes"), answer=", ".join(of(TagKind.SIZE))),
            Question(
                label=words.say("What not to offer you"),
                answer=", ".join(of(TagKind.DISLIKES)),
                lines=2,
            ),
        ),
    )


def _reaching(words: Words, known: Client) -> QuestionGroup:
    preferred = (channel_label(words, known.preferred),) if known.preferred else ()
    return QuestionGroup(
        title=words.say("How to reach you"),
        questions=(
            Question(
                label=words.say("Best way to reach you"),
                kind=AnswerKind.CHOOSE,
                options=tuple(channel_label(words, channel) for channel in Channel),
                ticked=preferred,
            ),
            Question(label=words.say("Best time to reach you"), answer=known.hours, half=True),
            Question(label=words.say("Who recommended us"), half=True),
        ),
    )


def _notice(words: Words, details: ShopDetails, controller: str) -> tuple[str, ...]:
    """What GDPR art. 13 has told to whom data are taken from, in small print."""
    reach = " · ".join(filter(None, (details.address, details.phone, details.email)))
    authority = (
        words.say(
            "You may complain to the Commission for Personal Data Protection,"
            " 2 Prof. Tsvetan Lazarov Blvd, Sofia 1592, www.cpdp.bg."
        )
        if details.country == "bg"
        else words.say("You may complain to the data protection authority of your country.")
    )
    return (
        # Translators: {shop} is the legal name, {reach} its address, telephone, e-mail.
        words.say("Who keeps your data: {shop}, {reach}.", shop=controller, reach=reach)
        if reach
        else words.say("Who keeps your data: {shop}.", shop=controller),
        words.say(
            "What for: to know what you like and to serve you (legitimate interest, Art. 6(1)(f)"
            " GDPR); greetings and offers only with your consent (Art. 6(1)(a)). You need not"
            " answer anything."
        ),
        words.say(
            "How long: until you ask us to delete your card. We give your data to nobody else."
            " You may see, correct, move or delete them, restrict or object to their use, and"
            " withdraw your consent at any time."
        ),
        authority,
    )


def _agreeing(words: Words, shop_name: str) -> QuestionGroup:
    agree = words.say(
        "I agree to receive greetings and offers from {shop} in the ways that I tick "
        "below. I can withdraw my consent at any time by telling the shop.",
        shop=shop_name,
    )
    return QuestionGroup(
        # Translators: heading over a consent to be ticked and signed.
        title=words.say("Consent"),
        questions=(to_read(agree), channels_to_tick(words)),
    )
