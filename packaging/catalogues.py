"""Catalogues of the texts: gathered from the source, carried into each language, compiled.

Runs inside the project's environment (it needs Babel): `update` after texts have changed,
`compile` before a start, `check` to learn whether the template still says what the source says.
"""

import ast
import io
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "desktop" / "kartoteka"
FOLDER = ROOT / "i18n"
TEMPLATE = FOLDER / "kartoteka.pot"
LANGUAGES = ("ru", "bg")
TAG = "Translators:"
LEFT_OUT = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Generated-By',
    '"Report-Msgid-Bugs-To',
    '"Last-Translator',
    '"Language-Team',
    '"Project-Id-Version',
)
HEADER = "# Texts of Kartoteka. Read i18n/README.md before translating.\n#"


def po_file(language: str) -> Path:
    """The catalogue of one language."""
    return FOLDER / language / "LC_MESSAGES" / "kartoteka.po"


def extract() -> Catalog:
    """Gather every text that the source says, with the notes for translators."""
    catalogue = Catalog(project="Kartoteka", header_comment=HEADER, charset="utf-8")
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE).as_posix()
        for said in texts(path):
            message = catalogue.add(
                said.text, context=said.context, locations=[(place, None)], auto_comments=said.notes
            )
            message.flags.discard("python-format")
            if message.python_format:
                message.flags.add("python-format")
    return catalogue


@dataclass(frozen=True, slots=True)
class Said:
    """A text in the source: what, in which context, and the notes above it."""

    text: str | tuple[str, str]
    context: str | None
    notes: tuple[str, ...]


def texts(path: Path) -> Iterator[Said]:
    """The texts that one module says, in their order."""
    source = path.read_text("utf-8")
    lines = source.splitlines()
    spoken = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    for call in sorted(spoken, key=lambda node: (node.lineno, node.col_offset)):
        speaker = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        words = [part.value for part in call.args if isinstance(part, ast.Constant)]
        notes = notes_above(lines, call.lineno)
        if speaker == "say" and len(words) == 1:
            yield Said(words[0], None, notes)
        elif speaker == "say_in" and len(words) == 2:
            yield Said(words[1], words[0], notes)
        elif speaker == "count" and len(call.args) >= 3 and len(words) >= 2:
            yield Said((words[0], words[1]), None, notes)


def notes_above(lines: list[str], line: int) -> tuple[str, ...]:
    """The comment for translators that ends right above a line."""
    notes: list[str] = []
    for above in reversed(lines[: line - 1]):
        comment = above.strip()
        if not comment.startswith("#"):
            break
        notes.insert(0, comment.lstrip("# "))
        if notes[0].startswith(TAG):
            notes[0] = notes[0].removeprefix(TAG).strip()
            return tuple(notes)
    return ()


def template_text(catalogue: Catalog) -> str:
    """The catalogue as a file, without the dates and names that would change it every time."""
    written = io.BytesIO()
    write_po(written, catalogue, width=90, sort_by_file=True, omit_header=False)
    lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(LEFT_OUT))


def update() -> None:
    """Write the template and carry its texts into every language; texts not said any more go."""
    template = extract()
    TEMPLATE.write_text(template_text(template), "utf-8")
    for language in LANGUAGES:
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        old = read(path, language) if path.exists() else Catalog(locale=language)
        old.update(template, no_fuzzy_matching=True, update_header_comment=True)
        old.obsolete.clear()
        old.fuzzy = False
        path.write_text(template_text(old), "utf-8")
    compile_all()


def read(path: Path, language: str | None = None) -> Catalog:
    """Read a catalogue file."""
    with path.open("rb") as file:
        return read_po(file, locale=language)


def compile_all() -> None:
    """Build the binary catalogue of every language."""
    for language in LANGUAGES:
        path = po_file(language)
        if path.exists():
            whole = path.with_suffix(".mo.new")  # a program that starts now reads a whole one
            with whole.open("wb") as file:
                write_mo(file, read(path, language))
            whole.replace(path.with_suffix(".mo"))


def differences() -> Iterator[str]:
    """Texts that the source says and the template does not, and the other way round."""
    said = {(message.context, message.id) for message in extract() if message.id}
    kept = {(message.context, message.id) for message in read(TEMPLATE) if message.id}
    yield from (f"not in the template: {text!r}" for _, text in sorted(said - kept, key=str))
    yield from (f"no longer said: {text!r}" for _, text in sorted(kept - said, key=str))


def check() -> int:
    """Tell whether the template is what the source says; returns the exit code."""
    found = list(differences())
    for line in found:
        print(line)
    if found:
        print("Type: python3 packaging/dev.py catalogues")
    return 1 if found else 0


def main() -> int:
    """Do `update`, `compile` or `check`."""
    deed = sys.argv[1] if len(sys.argv) > 1 else "update"
    if deed == "check":
        return check()
    {"update": update, "compile": compile_all}[deed]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
