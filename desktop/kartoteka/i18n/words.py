"""Words of one language: whole sentences from the catalogue, filled in after translating."""

import gettext
from typing import Any

from kartoteka import places

LANGUAGES = ("en", "ru", "bg")
NO_BREAK = "\u00a0"
GROUP_SIGNS = {"en": ",", "ru": NO_BREAK, "bg": NO_BREAK}
"""What stands between thousands."""


class Words:
    """Speaks one language. Cheap to make, safe to share, never changes.

    Every text in the program goes through `say`, `say_in` or `count`, written in English where it
    is used; catalogues are gathered by these three names. Fields are named:
    `say("{name} is quiet", name=…)`.
    """

    def __init__(self, language: str) -> None:
        """Speak `language`: en, ru or bg; another one speaks English."""
        self.language = language if language in LANGUAGES else "en"
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        if self.language != "en":
            self._catalogue = gettext.translation(
                "kartoteka", places.catalogues(), [self.language], fallback=True
            )

    def say(self, text: str, **fields: Any) -> str:
        """A sentence in this language with its fields filled in."""
        return _fill(self._catalogue.gettext(text), fields)

    def say_in(self, context: str, text: str, **fields: Any) -> str:
        """Like `say`, for a short word that means different things in different places."""
        return _fill(self._catalogue.pgettext(context, text), fields)

    def count(self, one: str, many: str, number: int, **fields: Any) -> str:
        """A sentence in the plural form of `number`, which stands grouped in `{number}`."""
        text = self._catalogue.ngettext(one, many, number)
        grouped = f"{number:,}".replace(",", GROUP_SIGNS[self.language])
        return _fill(text, {"number": grouped, **fields})


def _fill(text: str, fields: dict[str, Any]) -> str:
    return text.format(**fields) if fields else text
