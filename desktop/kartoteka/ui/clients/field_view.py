"""Everything that one row of the card shows; made by a presenter, shown by an editor."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field in words."""

    label: str
    text: str
    """As shown; when it is '' the row shows `empty`."""
    typed: str = ""
    """As the editor shows it."""
    empty: str = ""
    hint: str = ""
    warning: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Value and label of each choice; with choices the editor is a list."""
    suggestions: bool = False
    """With choices: another text may be typed too."""
    strong: bool = False
    by_dialog: bool = False
    """Opening it asks for a dialog instead of an editor in place."""
