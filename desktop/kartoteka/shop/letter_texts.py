"""The owner's own texts of letters: the last one of each occasion and language is kept."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from kartoteka.domain.clients import ClientId
from kartoteka.i18n import Words
from kartoteka.shop import Shop, clients, letters
from kartoteka.shop.changes import Changes, Done
from kartoteka.shop.letters import LetterKind, Template
from kartoteka.shop.papers import language_of
from kartoteka.store import settings as stored


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a letter begins with: the owner's text if there is one, and the program's own."""

    language: str
    text: Template
    original: Template


def beginning(shop: Shop, kind: LetterKind, client: ClientId | None = None) -> Beginning:
    """The text to begin with, in the language of the client or the shop; raises NotFound."""
    person = None if client is None else clients.client(shop, client)
    words = Words(language_of(shop, person))
    return Beginning(words.language, text_of(shop, words, kind), letters.template(words, kind))


def text_of(shop: Shop, words: Words, kind: LetterKind) -> Template:
    """The owner's text for an occasion in the language of `words`, else the program's."""
    with shop.read() as session:
        kept = stored.note(session, _key(kind, words.language))
    original = letters.template(words, kind)
    if not kept:
        return original
    told: dict[str, Any] = json.loads(kept)
    return Template(**{name: told.get(name, value) for name, value in asdict(original).items()})


def keep_text(shop: Shop, kind: LetterKind, language: str, text: Template) -> Done[None]:
    """Begin with this text from now on; the program's own is not kept. Raises UnknownField."""
    letters.check_fields(text)
    own = text != letters.template(Words(language), kind)
    value = json.dumps(asdict(text), ensure_ascii=False) if own else ""
    with shop.change() as session:
        stored.keep_note(session, _key(kind, language), value)
    return Done(None, Changes())


def _key(kind: LetterKind, language: str) -> str:
    return f"letter.{kind.value}.{language}"
