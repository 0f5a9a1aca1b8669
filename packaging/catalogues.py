"""Catalogues of the texts: gathered from the source, carried into each language, compiled.

Runs inside the project's environment (it needs Babel): `update` after texts have changed,
`compile` before a start, `check` to learn whether the template still says what the source says.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "desktop" / "kartoteka"
FOLDER = ROOT / "i18n"
TEMPLATE = FOLDER / "kartoteka.pot"
LANGUAGES = ("ru", "bg")
KEYWORDS = {"say": None, "say_in": ((1, "c"), 2), "count": (1, 2)}
HEADER = "# Texts of Kartoteka. Read i18n/README.md before translating.\n#"


def po_file(language: str) -> Path:
    """The catalogue of one language."""
    return FOLDER / language / "LC_MESSAGES" / "kartoteka.po"


def extract() -> Catalog:
    """Gather every text that the source says, with the notes for translators."""
    catalogue = Catalog(project="Kartoteka", header_comment=HEADER, charset="utf-8")
    found = extract_from_dir(
        SOURCE,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for name, _line, text, comments, context in sorted(found, key=lambda hit: (hit[0], hit[1])):
        place = Path(name).as_posix()
        catalogue.add(text, locations=[(place, None)], auto_comments=comments, context=context)
    for message in catalogue:
        message.auto_comments = list(dict.fromkeys(message.auto_comments))
        _mark_fields(message)
    return catalogue


def _mark_fields(message: Message) -> None:
    """Our fields are {named}; a per cent sign in a text is just one."""
    if message.id and not _percent_fields(message):
        message.flags.discard("python-format")


def _percent_fields(message: Message) -> bool:
    texts = message.id if isinstance(message.id, tuple) else (message.id,)
    return any("%(" in text or "%s" in text for text in texts)


def template_text(catalogue: Catalog) -> str:
    """The catalogue as a file, without the date that would change it every time."""
    written = io.BytesIO()
    write_po(written, catalogue, width=90, sort_by_file=True, omit_header=False)
    dated = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Report-Msgid-Bugs-To")
    lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(tuple(f'"{d}' for d in dated)))


def update() -> None:
    """Write the template and carry its texts into every language; nothing translated is lost."""
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
            with path.with_suffix(".mo").open("wb") as file:
                write_mo(file, read(path, language))


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
