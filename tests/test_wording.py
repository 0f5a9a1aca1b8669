"""Every refusal and every trouble is explained in a sentence with an advice, in each language."""

import ast
import errno
import importlib
import inspect
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from tests.house.source import PACKAGE, calls, modules, tree

from kartoteka.documents.errors import PaperTrouble
from kartoteka.domain.errors import BadValue, NotFound, RuleBroken
from kartoteka.domain.money import Money
from kartoteka.domain.settings import WHY, BadSetting
from kartoteka.exchange.errors import ExchangeTrouble
from kartoteka.i18n.words import LANGUAGES, Words
from kartoteka.store.errors import BookDamaged, StoreTrouble
from kartoteka.wording import explain, is_expected, values

BASES = (RuleBroken, StoreTrouble, ExchangeTrouble, PaperTrouble)
READERS = ("read_decimal", "read_percent", "read_money", "_number")
"""They put the name of a field, their second argument, into what they raise."""
ENGLISH = Words("en")


def error_classes() -> list[type[Exception]]:
    """Every public class of the program that derives from one of the four families."""
    found: set[type[Exception]] = set()
    for path in modules():
        if "ui" in path.parts or not any(isinstance(n, ast.ClassDef) for n in tree(path).body):
            continue
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        if "migrations" in name or name.endswith("__main__"):
            continue
        module = importlib.import_module(name.removesuffix(".__init__"))
        found |= {
            kind
            for kind in vars(module).values()
            if inspect.isclass(kind) and issubclass(kind, BASES) and kind not in BASES
        }
    return sorted(found, key=lambda kind: kind.__name__)


def sample(kind: type[Exception]) -> Exception:
    """An error of this class with something in every field."""
    if not is_dataclass(kind):
        return kind()
    hints = get_type_hints(kind)
    return kind(**{field.name: value_of(hints[field.name]) for field in fields(kind)})


def value_of(hint: Any) -> Any:
    """Something of this type."""
    if get_origin(hint) in (Union, UnionType):
        return value_of(get_args(hint)[0])
    if get_origin(hint) is tuple:
        return (value_of(get_args(hint)[0]),)
    origin = get_origin(hint) or hint
    if origin is str:
        return "text"
    if origin is Money:
        return Money(1250, "EUR")
    if origin is Path:
        return Path("folder") / "file.db"
    if inspect.isclass(origin) and is_dataclass(origin):
        hints = get_type_hints(origin)
        return origin(**{f.name: value_of(hints[f.name]) for f in fields(origin)})
    if inspect.isclass(origin) and hasattr(origin, "fromisoformat"):
        return origin.fromisoformat("2026-11-21")
    if inspect.isclass(origin) and hasattr(origin, "__members__"):
        return next(iter(origin))
    return origin(3)


@pytest.mark.parametrize("kind", error_classes(), ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_is_explained_with_advice(kind: type[Exception], language: str) -> None:
    error = sample(kind)
    explained = explain(error, Words(language))
    family = next(base for base in BASES if issubclass(kind, base))
    assert explained != explain(family(), Words(language)), "it has no sentence of its own"
    for sentence in (explained.title, explained.advice):
        assert sentence.strip()
        assert "{" not in sentence


def test_no_two_error_classes_share_a_name() -> None:
    names = [kind.__name__ for kind in error_classes()]
    assert len(names) == len(set(names))


def test_every_code_of_a_refused_value_has_an_advice() -> None:
    used = set(WHY)
    for path in modules():
        for call, name in calls(path):
            if name in READERS and len(call.args) == 2 and isinstance(call.args[1], ast.Constant):
                assert call.args[1].value in values.FIELDS, f"{path}: {call.args[1].value}"
            if name == "BadValue" and len(call.args) == 3:
                field, _, why = call.args
                if isinstance(why, ast.Constant):
                    used.add(why.value)
                if isinstance(field, ast.Constant):
                    assert field.value in values.FIELDS, f"{path}: {field.value}"
    assert used - values.CODES == set()


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (FileNotFoundError(errno.ENOENT, "", "a.csv"), "There is no file or folder a.csv."),
        (PermissionError(errno.EACCES, "", "a.csv"), "does not allow access to a.csv"),
        (OSError(errno.ENOSPC, "", "a.csv"), "The disk is full: a.csv"),
        (OSError(errno.EIO, "", "a.csv"), "cannot be read or written: a.csv"),
        (IsADirectoryError(errno.EISDIR, "", "folder"), "folder is a folder"),
    ],
)
def test_what_the_system_says_of_a_file_becomes_a_sentence(error: OSError, says: str) -> None:
    assert says in explain(error, ENGLISH).title
    assert is_expected(error)


def test_anything_else_is_a_fault_of_the_program() -> None:
    assert not is_expected(ZeroDivisionError())
    assert "inside the program" in explain(ZeroDivisionError(), ENGLISH).title


def test_markup_and_braces_in_a_value_are_only_text() -> None:
    explained = explain(BadValue("name", "<b>{0} %s</b>", "empty"), ENGLISH)
    assert "<b>{0} %s</b>" in explained.title


def test_an_unknown_thing_is_named() -> None:
    assert explain(NotFound("client", "77"), ENGLISH).title == "There is no client 77."


def test_an_unknown_setting_is_named() -> None:
    assert "shop.nam" in explain(BadSetting("shop.nam", "x", "unknown key"), ENGLISH).title


def test_the_last_good_backup_of_a_damaged_book_is_offered() -> None:
    error = BookDamaged(Path("a.db"), "", (Path("new.db"), Path("old.db")))
    assert "new.db" in explain(error, ENGLISH).advice


def test_what_was_typed_is_cut_short_in_the_sentence_about_it() -> None:
    explained = explain(BadSetting("shop.name", "много \n" * 600, "too long"), Words("en"))
    assert len(explained.title) < 120
    assert "\n" not in explained.title
    assert "…" in explained.title
