"""The house's laws that no tool knows: sizes, names, clocks, words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.source import PACKAGE, ROOT, calls, dotted, modules, place, tree

LONGEST_FILE = 400
LONGEST_FUNCTION = 60
DRAWERS = {"utils", "util", "common", "helpers", "helper", "misc", "manager", "managers", "base"}
CLOCKS = re.compile(r"(^|\.)(today|now|utcnow|time|monotonic|perf_counter)$")
LEFT_TO_DO = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
SPEAKERS = ("say", "say_in", "count")


def test_every_module_opens_with_one_sentence_that_says_what_it_is_for() -> None:
    assert [place(path) for path in modules() if not first_paragraph(path).endswith(".")] == []


def first_paragraph(path: Path) -> str:
    """What a module says of itself."""
    return (ast.get_docstring(tree(path)) or "").split("\n\n")[0].rstrip()


def test_no_file_is_too_long() -> None:
    lines = {place(path): len(path.read_text("utf-8").splitlines()) for path in modules()}
    assert {name: length for name, length in lines.items() if length > LONGEST_FILE} == {}


def test_no_function_is_too_long() -> None:
    lengths = {
        f"{place(path, node)} {node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


def test_nothing_is_kept_in_a_drawer() -> None:
    assert [
        place(path)
        for path in modules()
        if set(path.relative_to(PACKAGE).with_suffix("").parts) & DRAWERS
    ] == []


def test_nothing_that_is_left_to_do_is_left_in_the_code() -> None:
    assert [place(path) for path in modules() if LEFT_TO_DO.search(path.read_text("utf-8"))] == []


def test_every_text_is_a_literal_with_named_fields() -> None:
    wrong = []
    for path in modules():
        for call, speaker in spoken(path):
            for text in call.args[: 1 if speaker == "say" else 2]:
                if not isinstance(text, ast.Constant) or re.search(r"{\d*}", str(text.value)):
                    wrong.append(place(path, call))
    assert wrong == []


def test_no_text_is_glued_from_translated_parts() -> None:
    assert [
        place(path, node)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.BinOp)
        and isinstance(node.op, (ast.Add, ast.Mod))
        and (is_spoken(node.left) or is_spoken(node.right))
    ] == []


def test_no_text_is_translated_when_a_module_is_loaded() -> None:
    assert [
        place(path, node)
        for path in modules()
        for node in tree(path).body
        if isinstance(node, (ast.Assign, ast.AnnAssign))
        and node.value is not None
        and any(is_spoken(part) for part in spoken_at_once(node.value))
    ] == []


def test_rules_never_ask_the_clock() -> None:
    assert [
        f"{place(path, call)}: {name}"
        for path in modules()
        if "domain" in path.parts
        for call, name in calls(path)
        if CLOCKS.search(name)
    ] == []


def test_the_window_has_one_door_for_messages() -> None:
    """Toasts of ui/notices.py, or a line within the dialog concerned; never a box in the way."""
    assert [
        place(path)
        for path in modules()
        if "ui" in path.parts and "QMessageBox" in path.read_text("utf-8")
    ] == []


def test_packaging_does_not_shadow_the_library_of_its_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def spoken(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Every text of a module that is said in a language, with the way it is said."""
    for call, name in calls(path):
        if is_spoken(call):
            yield call, name.rpartition(".")[2]


def is_spoken(node: ast.AST) -> bool:
    """Whether this calls Words, rather than, say, `count` of a list."""
    if not isinstance(node, ast.Call):
        return False
    name = dotted(node.func)
    speaker = name.rpartition(".")[2]
    if speaker == "count":
        return len(node.args) >= 3
    return speaker in SPEAKERS and ("words" in name or "speech" in name)


def spoken_at_once(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of an expression that are computed when its module is loaded."""
    if isinstance(node, ast.Lambda):
        return
    yield node
    for part in ast.iter_child_nodes(node):
        yield from spoken_at_once(part)
