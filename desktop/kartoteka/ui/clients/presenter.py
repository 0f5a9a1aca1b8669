"""Decides for the Clients page: which filter holds, how it is sorted."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kartoteka.domain.clients import ClientId
from kartoteka.domain.lists import Filter, Order
from kartoteka.domain.rhythm import State
from kartoteka.i18n import formats
from kartoteka.i18n.labels import skipped_text, states_label
from kartoteka.i18n.words import Words

if TYPE_CHECKING:
    from kartoteka.shop.views import Skipped

FEW = 3
"""So many names are told one by one."""
BIRTHDAY_DAYS = 14
"""'Birthday soon' looks so many days ahead."""

_STATES = (
    State.QUIET,
    State.COOLING,
    State.DUE,
    State.ACTIVE,
    State.NEW,
    State.LOST,
    State.NONE,
)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many clients each chip stands for; None: not counted yet."""

    states: dict[State, int]
    clients: int
    in_bin: int


@dataclass(frozen=True, slots=True)
class StateChip:
    """A filter chip; `state` None means everybody."""

    state: State | None
    label: str
    count: int | None
    on: bool


class ClientsPresenter:
    """The filter and the order of the list; knows nothing of widgets."""

    def __init__(self) -> None:
        self.filter = Filter()
        self.order = Order.NAME
        self._order_before = Order.NAME
        self.turned = False
        """Whether the order is turned round."""

    @property
    def state(self) -> State | None:
        """The one state that is filtered by, if any."""
        return next(iter(self.filter.states), None)

    @property
    def shows_quiet(self) -> bool:
        """Whether this is the list of those whose silence costs."""
        return self.state in (State.QUIET, State.LOST)

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter holds; an empty list means something else then."""
        return self.filter != Filter()

    def chips(self, words: Words, counts: Counts | None) -> list[StateChip]:
        """Everybody, then the states, with how many there are."""
        everybody = StateChip(
            None,
            words.say("All"),
            counts.clients if counts else None,
            not self.filter.states and not self.filter.in_bin,
        )
        return [everybody] + [
            StateChip(
                state,
                states_label(words, state),
                counts.states.get(state, 0) if counts else None,
                state in self.filter.states,
            )
            for state in _STATES
        ]

    def show_state(self, state: State | None) -> None:
        """Show one state, or everybody; the quiet are ordered by what their silence costs."""
        was_quiet = self.shows_quiet
        states = frozenset() if state is None else frozenset({state})
        self.filter = replace(self.filter, states=states, in_bin=False)
        if self.shows_quiet and not was_quiet:
            self._order_before, self.order = self.order, Order.AT_RISK
            self.turned = False
        elif was_quiet and not self.shows_quiet and self.order is Order.AT_RISK:
            self.order, self.turned = self._order_before, False

    def show_bin(self, on: bool) -> None:
        """Show the deleted cards only, or leave the bin."""
        self.show_state(None)
        self.filter = replace(self.filter, in_bin=on)

    def show_birthdays(self, on: bool) -> None:
        """Only clients with a birthday soon, or all again."""
        within = BIRTHDAY_DAYS if on else None
        self.filter = replace(self.filter, birthday_within=within)

    def show_tag(self, tag: str) -> None:
        """Only clients with a preference; '' for all."""
        self.filter = replace(self.filter, tag=tag)

    def show_source(self, source: str) -> None:
        """Only clients from one source; '' for all."""
        self.filter = replace(self.filter, source=source)

    def show_text(self, text: str) -> None:
        """Only clients found by what was typed; '' for all."""
        self.filter = replace(self.filter, text=text.strip())

    def show_all(self) -> None:
        """Take every filter off."""
        self.show_state(None)
        self.filter = Filter()

    def sort(self, order: Order) -> None:
        """Sort in another way; the same way again turns it round."""
        self.turned = order is self.order and not self.turned
        self.order = order


def rows_between(ids: Sequence[ClientId], anchor: int, to: int) -> list[ClientId]:
    """The clients of the rows from the last one touched to this one, both included."""
    first, last = sorted((anchor, to))
    return list(ids[max(0, first) : last + 1])


def in_list_order(chosen: Collection[ClientId], ids: Sequence[ClientId]) -> list[ClientId]:
    """The chosen clients in the order of the list; those who left the list are let go."""
    held = frozenset(chosen)
    return [client for client in ids if client in held]


def skipped_words(words: Words, skipped: "Sequence[Skipped]") -> str:
    """Who was left out of a call list, and why, the reasons told once each."""
    reasons: dict[str, list[str]] = {}
    for one in skipped:
        reasons.setdefault(skipped_text(words, one.why), []).append(one.name)
    if len(skipped) <= FEW:
        told = [
            words.say("{names}: {reason}", names=formats.join_list(words, names), reason=reason)
            for reason, names in reasons.items()
        ]
    else:
        told = [
            words.say("{count} of them: {reason}", count=len(names), reason=reason)
            for reason, names in reasons.items()
        ]
    return words.count(
        "{number} client was left out. {reasons}",
        "{number} clients were left out. {reasons}",
        len(skipped),
        reasons="; ".join(told),
    )
