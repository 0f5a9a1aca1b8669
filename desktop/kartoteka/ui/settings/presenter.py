"""Decides which settings stand where, for which country, and what a refusal says."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from kartoteka.domain.money import MINOR_UNITS
from kartoteka.domain.regimes import Regime
from kartoteka.domain.settings import COUNTRIES, BadSetting
from kartoteka.i18n import LANGUAGES, Words
from kartoteka.i18n.labels import country_label, language_label

Phrase = Callable[[Words], str]
Choices = Callable[[Words], list[tuple[str, str]]]
EVERYWHERE = frozenset(COUNTRIES)
RU, BG = frozenset({"ru"}), frozenset({"bg"})
NOT_RU = EVERYWHERE - RU


class Editor(Enum):
    """How a setting is edited."""

    TEXT = "text"
    CHOICE = "choice"
    FLAG = "flag"


@dataclass(frozen=True, slots=True)
class Field:
    """One setting: its key of the command line, its words, and where it has a meaning."""

    key: str
    label: Phrase
    editor: Editor = Editor.TEXT
    choices: Choices | None = None
    hint: Phrase | None = None
    countries: frozenset[str] = EVERYWHERE

    def is_for(self, country: str) -> bool:
        """Whether the papers of this country need it."""
        return country in self.countries


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that belong together on one card."""

    title: Phrase
    fields: tuple[Field, ...]
    hint: Phrase | None = None


def _countries(words: Words) -> list[tuple[str, str]]:
    return [(country, country_label(words, country)) for country in COUNTRIES]


def _currencies(_words: Words) -> list[tuple[str, str]]:
    return [(currency, currency) for currency in MINOR_UNITS]


def _languages(_words: Words) -> list[tuple[str, str]]:
    return [(language, language_label(language)) for language in LANGUAGES]


def _rhythm_kinds(words: Words) -> list[tuple[str, str]]:
    return [
        ("auto", words.say("the program decides")),
        ("on", words.say("clients come again")),
        ("off", words.say("clients buy once")),
    ]


def _regimes(words: Words) -> list[tuple[str, str]]:
    return [
        ("", words.say("as the VAT says")),
        (Regime.GENERAL, words.say("general regime (OSNO)")),
        (Regime.SIMPLE, words.say("simplified (USN), without VAT")),
        (Regime.SIMPLE_5, words.say("simplified (USN), VAT 5%")),
        (Regime.SIMPLE_7, words.say("simplified (USN), VAT 7%")),
        (Regime.SELF_EMPLOYED, words.say("self-employed (NPD)")),
    ]


def _sizes(_words: Words) -> list[tuple[str, str]]:
    return [("a5", "A5"), ("a4", "A4")]


def _backs(words: Words) -> list[tuple[str, str]]:
    return [
        ("auto", words.say("an offer, otherwise care advice")),
        ("care", words.say("care advice, otherwise an offer")),
        ("purchase", words.say("about the purchase, else an offer")),
        ("feedback", words.say("how to reach the owner")),
        ("none", words.say("nothing")),
    ]


def _looks(words: Words) -> list[tuple[str, str]]:
    return [
        ("auto", words.say("same as the system")),
        ("light", words.say("light")),
        ("dark", words.say("dark")),
    ]


SHOP = Group(
    lambda words: words.say("The shop"),
    (
        Field("shop.name", lambda words: words.say_in("shop", "Name")),
        Field("shop.address", lambda words: words.say("Address")),
        Field("shop.phone", lambda words: words.say("Phone")),
        Field("shop.email", lambda words: words.say("E-mail")),
        Field("shop.site", lambda words: words.say("Website")),
        Field(
            "shop.owner_contact",
            lambda words: words.say("For praise and complaints"),
            hint=lambda words: words.say(
                "A name and a phone number, printed on the back of documents."
            ),
        ),
        Field("shop.country", lambda words: words.say("Country"), Editor.CHOICE, _countries),
        Field("shop.currency", lambda words: words.say("Currency"), Editor.CHOICE, _currencies),
        Field(
            "shop.language",
            lambda words: words.say("Document language"),
            Editor.CHOICE,
            _languages,
            hint=lambda words: words.say("A client’s card may set another."),
        ),
    ),
)

TAX = Group(
    lambda words: words.say("Company and bank"),
    (
        Field("shop.legal_name", lambda words: words.say("Company name")),
        Field(
            "shop.tax_id",
            lambda words: words.say_in("number", "INN"),
            hint=lambda words: words.say(
                # Translators: keep the name of the app in Russian.
                "The self-employed also give their buyers the receipt of the app “Мой налог”."
            ),
            countries=RU,
        ),
        Field("shop.tax_id", lambda words: words.say_in("number", "EIK"), countries=BG),
        Field(
            "shop.tax_id",
            lambda words: words.say("Tax number"),
            countries=frozenset({"other"}),
        ),
        Field("shop.kpp", lambda words: words.say_in("number", "KPP"), countries=RU),
        Field("shop.vat_id", lambda words: words.say("VAT number"), countries=NOT_RU),
        Field(
            "shop.regime",
            lambda words: words.say("Tax regime"),
            Editor.CHOICE,
            _regimes,
            hint=lambda words: words.say("It also sets the VAT below."),
            countries=RU,
        ),
        Field("shop.vat_registered", lambda words: words.say("VAT-registered"), Editor.FLAG),
        Field(
            "shop.vat_rate",
            lambda words: words.say("VAT rate, %"),
            hint=lambda words: words.say("The usual one; an item may have its own."),
        ),
        Field(
            "shop.responsible",
            lambda words: words.say("Signed by"),
            hint=lambda words: words.say("The name at the foot of documents."),
        ),
        Field(
            "shop.place",
            lambda words: words.say("Place of the deal"),
            hint=lambda words: words.say("Printed on invoices; may stay empty."),
            countries=BG,
        ),
        Field("shop.bank", lambda words: words.say("Bank")),
        Field("shop.bic", lambda words: words.say_in("number", "BIK"), countries=RU),
        Field("shop.account", lambda words: words.say("Settlement account"), countries=RU),
        Field("shop.corr_account", lambda words: words.say("Correspondent account"), countries=RU),
        Field("shop.iban", lambda words: words.say_in("number", "IBAN"), countries=NOT_RU),
        Field("shop.bic", lambda words: words.say_in("number", "BIC"), countries=NOT_RU),
        Field(
            "shop.latin_name",
            lambda words: words.say("Payee in Latin letters"),
            hint=lambda words: words.say(
                "For the QR code that banks read; empty: the name of the firm, transliterated."
            ),
            countries=NOT_RU,
        ),
        Field(
            "shop.payment_link",
            lambda words: words.say("Link for paying"),
            hint=lambda words: words.say(
                "Your own page for paying; a QR code on receipts that are not paid yet."
            ),
        ),
    ),
)

RHYTHM = Group(
    lambda words: words.say("Rhythm"),
    (
        Field("rhythm.kind", lambda words: words.say("Our clients"), Editor.CHOICE, _rhythm_kinds),
        Field("rhythm.due_after", lambda words: words.say("Due after")),
        Field("rhythm.cooling_after", lambda words: words.say("Cooling after")),
        Field("rhythm.quiet_after", lambda words: words.say("Going quiet after")),
        Field("rhythm.lost_after", lambda words: words.say("Lost after")),
        Field("rhythm.lost_days", lambda words: words.say("Lost at the earliest after, days")),
    ),
    hint=lambda words: words.say(
        "In usual intervals: with 3, a client who comes every 10 days is quiet after 30."
    ),
)

PAPERS = Group(
    lambda words: words.say("Documents"),
    (
        Field("paper.size", lambda words: words.say("Paper size"), Editor.CHOICE, _sizes),
        Field(
            "paper.back",
            lambda words: words.say("On the back"),
            Editor.CHOICE,
            _backs,
            hint=lambda words: words.say("The owner’s phone is printed on every back."),
        ),
        Field(
            "paper.personal_numbers",
            lambda words: words.say("Personal numbers of clients"),
            Editor.FLAG,
            hint=lambda words: words.say("Print a person’s EGN or LNCh on invoices, if they wish."),
            countries=BG,
        ),
    ),
)

TILL = Group(
    lambda words: words.say("Prices"),
    (
        Field(
            "till.prices_include_vat",
            lambda words: words.say("Prices include VAT"),
            Editor.FLAG,
        ),
        Field(
            "till.least_margin",
            lambda words: words.say("Minimum margin, %"),
            hint=lambda words: words.say("The till warns below it. Empty: only below cost."),
        ),
    ),
)

LOOK = Field("look.theme", lambda words: words.say("Colours"), Editor.CHOICE, _looks)
LANGUAGE = Field("", lambda words: words.say("Language"), Editor.CHOICE, _languages)
BACKUP = Field(
    "backup.folder",
    lambda words: words.say("Backup folder"),
    hint=lambda words: words.say("Empty: next to the card index. A USB stick is safer."),
)


def refusal(words: Words, error: Exception, label: Phrase | None) -> str:
    """Why a change is not kept; a setting is called as its field is, not as the command line does.

    `label` is that of the field; None where the field is not known.
    """
    from kartoteka.wording import explain
    from kartoteka.wording.explained import quoted

    explained = explain(error, words)
    title = explained.title
    if isinstance(error, BadSetting) and label is not None:
        title = words.say(
            "“{value}” is not valid for this field: {field}.",
            value=quoted(error.value),
            field=label(words),
        )
    return f"{title} {explained.advice}".strip()
