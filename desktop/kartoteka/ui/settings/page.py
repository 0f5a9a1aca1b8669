"""The settings."""

from kartoteka.i18n import Words
from kartoteka.ui.page import Page


class SettingsPage(Page):
    """All settings."""

    name = "settings"

    def title(self, words: Words) -> str:
        return words.say("Settings")
