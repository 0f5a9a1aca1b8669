"""Why no VAT is charged, as a client reads it: the law of the shop, and of the Union for others."""

from kartoteka.domain.regimes import Regime, regime_of
from kartoteka.domain.settings import ShopDetails
from kartoteka.domain.vat_grounds import Meaning, directive_article, meaning_of
from kartoteka.i18n import Words


def told_ground(words: Words, ground: str) -> str:
    """A ground of the shop's law for a reader of another language, with the Directive's article."""
    meaning = _meaning(words, meaning_of(ground))
    article = directive_article(ground)
    if meaning and article:
        return words.say(
            # Translators: {meaning} is “reverse charge”, {article} "44, 196", {ground} the
            # article of the shop's own law in its own language.
            "{meaning}, Art. {article} of Directive 2006/112/EC ({ground})",
            meaning=meaning,
            article=article,
            ground=ground,
        )
    if meaning:
        return words.say("{meaning} ({ground})", meaning=meaning, ground=ground)
    return ground


def regime_lines(words: Words, shop: ShopDetails) -> tuple[str, ...]:
    """What a Russian bill says of the regime under which no VAT is charged."""
    if not shop.regime:
        return ()
    regime = regime_of(shop)
    if regime is Regime.SELF_EMPLOYED:
        return (
            words.say("No VAT: the seller pays the tax on professional income (422-ФЗ)."),
            # Translators: keep the name of the app in Russian.
            words.say("After payment you receive the receipt of the app “Мой налог”."),
        )
    if regime is Regime.SIMPLE and not shop.vat_registered:
        return (words.say("No VAT: simplified taxation, exempt by art. 145 of the Tax Code."),)
    return ()


def _meaning(words: Words, meaning: Meaning) -> str:
    return {
        # Translators: these stand within a sentence on an invoice.
        Meaning.INTRA_COMMUNITY: words.say("exempt intra-Community supply"),
        Meaning.EXPORT: words.say("exempt export"),
        Meaning.TRANSPORT: words.say("international transport of goods"),
        Meaning.REVERSE_CHARGE: words.say("reverse charge"),
        Meaning.EXEMPT: words.say("exempt supply"),
        Meaning.SMALL: words.say("scheme for small enterprises"),
    }.get(meaning, "")
