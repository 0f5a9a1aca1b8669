"""What stands on the sheets by which a client agrees: each agreement is a document of its own.

The words for Russia are those that the law wants and are not translated.
"""

from dataclasses import dataclass

from kartoteka.documents.sheets import Question, QuestionGroup, QuestionnaireSheet
from kartoteka.domain.clients import Client
from kartoteka.domain.consents import ConsentKind
from kartoteka.domain.settings import ShopDetails
from kartoteka.i18n import Words
from kartoteka.shop import Shop
from kartoteka.shop.client_sheets import shop_lines
from kartoteka.shop.questionnaires import channels_to_tick, phone_of, to_read, written_name

RUSSIAN = "ru"


@dataclass(frozen=True, slots=True)
class _Texts:
    """One agreement in finished words."""

    title: str
    groups: tuple[QuestionGroup, ...]
    signature: str
    date: str
    pages: str
    language: str


def consent_sheet(
    words: Words, shop: Shop, kind: ConsentKind, client: Client | None
) -> QuestionnaireSheet:
    """The agreement to be signed: blank, or with the client's name and contact.

    Nothing is ticked beforehand: a box that the client did not tick is no consent.
    """
    details = shop.settings.shop
    if details.country == RUSSIAN:
        texts = _russian(kind, details, client or Client())
    else:
        texts = _messages(words, details, client or Client())
    return QuestionnaireSheet(
        language=texts.language,
        made=shop.today(),
        document_title=texts.title,
        author=details.name,
        shop_name=details.name,
        shop_lines=shop_lines(details),
        logo=details.logo,
        title=texts.title,
        groups=texts.groups,
        signature_label=texts.signature,
        date_label=texts.date,
        pages_label=texts.pages,
    )


def _messages(words: Words, shop: ShopDetails, client: Client) -> _Texts:
    """Regulation (EU) 2016/679, articles 7 and 13; ЗЕС чл. 261."""
    who = ", ".join(part for part in (shop.legal_name or shop.name, shop.address) if part)
    return _Texts(
        title=words.say("Consent to marketing messages"),
        groups=(
            QuestionGroup(
                title=words.say("Your details"),
                questions=(
                    Question(label=words.say("Full name"), answer=written_name(words, client)),
                    Question(label=words.say("Phone"), answer=phone_of(client), half=True),
                    Question(label=words.say("E-mail"), answer=_email(client), half=True),
                ),
            ),
            QuestionGroup(
                title=words.say("What you agree to"),
                questions=(
                    to_read(
                        words.say(
                            "I agree to receive greetings, news and offers from {shop}, in the "
                            "ways that I tick and in no others:",
                            shop=who,
                        )
                    ),
                    channels_to_tick(words),
                ),
            ),
            QuestionGroup(
                title=words.say("For how long"),
                questions=(
                    to_read(
                        words.say(
                            "Until I withdraw it. I can do so at any time, as easily as I give it "
                            "here: by telling the shop or by calling {phone}. Messages then stop "
                            "at once. No purchase depends on this consent.",
                            phone=shop.phone or "…",
                        )
                    ),
                    to_read(
                        words.say(
                            "The shop keeps this sheet as proof of my consent. I may ask what data "
                            "about me is kept, have it corrected or erased, and complain to the "
                            "data protection authority."
                        )
                    ),
                ),
            ),
        ),
        signature=words.say_in("signature", "Signature"),
        date=words.say("Date"),
        pages=words.say("Page {page} of {pages}"),
        language=words.language,
    )


def _russian(kind: ConsentKind, shop: ShopDetails, client: Client) -> _Texts:
    data = kind is ConsentKind.DATA
    words = Words(RUSSIAN)
    subject = QuestionGroup(
        title="Кто даёт согласие",
        questions=(
            Question(label="Фамилия, имя, отчество", answer=written_name(words, client)),
            Question(label="Адрес", answer=_home(client)),
            Question(label="Телефон", answer=phone_of(client), half=True),
            Question(label="Эл. почта", answer=_email(client), half=True),
        ),
    )
    return _Texts(
        title="Согласие на обработку персональных данных" if data else "Согласие на рекламу",
        groups=(subject, *(_data_groups(shop) if data else _advertising_groups(shop))),
        signature="Подпись",
        date="Дата",
        pages="Страница {page} из {pages}",
        language=RUSSIAN,
    )


def _data_groups(shop: ShopDetails) -> tuple[QuestionGroup, ...]:
    """152-ФЗ ст. 9 ч. 1 and 4: who, to whom, what for, which data, what is done, until when."""
    return (
        _said(
            "Кому и для чего",
            f"Свободно, своей волей и в своём интересе даю согласие оператору: {_operator(shop)}.",
            "Цель: вести карточку постоянного клиента, то есть учитывать мои покупки, скидки,"
            " баллы, гарантии и пожелания и отвечать на мои обращения.",
        ),
        _said(
            "Какие данные",
            "Фамилия, имя, отчество; дата рождения; телефон, эл. почта, учётные записи"
            " в мессенджерах; почтовый адрес; номер карты; сведения о покупках; вкусы, размеры"
            " и пожелания; удобное время для связи.",
        ),
        _said(
            "Что с ними делают",
            "Сбор, запись, систематизация, накопление, хранение, уточнение (обновление,"
            " изменение), извлечение, использование, блокирование, удаление и уничтожение, на"
            " компьютере и на бумаге. Третьим лицам данные не передаются.",
        ),
        _said(
            "Срок и отзыв",
            "Согласие действует, пока я покупатель магазина, или до отзыва. Отозвать его можно в"
            f" любое время: {_ways_back(shop)}. Данные уничтожаются в течение 30 дней; документы о"
            " покупках хранятся столько, сколько требует закон.",
        ),
    )


def _advertising_groups(shop: ShopDetails) -> tuple[QuestionGroup, ...]:
    """38-ФЗ ст. 18 and 41-ФЗ: prior, provable, stopped at once, nobody is dialled by a machine."""
    words = Words(RUSSIAN)
    return (
        QuestionGroup(
            title="На что",
            questions=(
                to_read(f"Отправитель: {_operator(shop)}."),
                to_read(
                    "Согласен (согласна) получать от отправителя поздравления, новости и"
                    " предложения теми способами, которые отмечены мной, и никакими другими:"
                ),
                channels_to_tick(words),
                to_read("Звонит человек: автоматический набор и записанный голос не используются."),
            ),
        ),
        _said(
            "Срок и отказ",
            "Согласие действует до отказа. Отказаться можно в любой момент, от всего или от одного"
            f" способа: {_ways_back(shop)}. Реклама прекращается сразу.",
        ),
        _said(
            "Это по желанию",
            "Покупки, карта и скидки от этого согласия не зависят.",
        ),
    )


def _operator(shop: ShopDetails) -> str:
    name = shop.legal_name or shop.name
    number = f"ИНН {shop.tax_id}" if shop.tax_id else ""
    return ", ".join(part for part in (name, number, shop.address) if part)


def _ways_back(shop: ShopDetails) -> str:
    ways = ["сказать продавцу"]
    ways += [f"позвонить по телефону {shop.phone}"] if shop.phone else []
    ways += [f"написать по адресу: {shop.address}"] if shop.address else []
    return ", ".join(ways)


def _said(title: str, *texts: str) -> QuestionGroup:
    return QuestionGroup(title=title, questions=tuple(to_read(text) for text in texts))


def _email(client: Client) -> str:
    return next(iter(client.emails), "")


def _home(client: Client) -> str:
    home = client.address
    return ", ".join(part for part in (home.postcode, home.city, home.street) if part)
