"""The first page of the day: whom to call and why, whom to congratulate, how the month goes."""

from kartoteka.i18n import Words
from kartoteka.ui.page import Page


class TodayPage(Page):
    """Quiet clients with what their silence costs."""

    name = "today"

    def title(self, words: Words) -> str:
        return words.say("Today")
