"""Who may import whom, and what is not loaded too early."""

import subprocess
import sys

import pytest
from importlinter.cli import lint_imports
from tests.house.source import PACKAGE, ROOT

HEAVY = ("reportlab", "alembic", "segno", "PIL", "xlsxwriter", "python_calamine", "vobject")
HEAVY += ("phonenumbers", "num2words", "charset_normalizer", "stdnum")
HEAVY += ("sqlalchemy", "sqlmodel", "pydantic")


def test_every_floor_imports_only_what_lies_below_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    # Its own would silence the program's loggers for every test that follows.
    monkeypatch.setattr("importlinter.cli._configure_logging", lambda verbose: None)
    assert lint_imports(no_cache=True) == 0, capsys.readouterr().out


def loaded_after(code: str) -> set[str]:
    """The top packages that a fresh Python has loaded after `code`."""
    report = f"import sys; {code}; print(' '.join({{m.partition('.')[0] for m in sys.modules}}))"
    done = subprocess.run(
        [sys.executable, "-c", report],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(PACKAGE.parent), "QT_QPA_PLATFORM": "offscreen", "PATH": ""},
    )
    return set(done.stdout.split())


def test_the_command_line_imports_no_qt() -> None:
    commands = ["books", "card", "clients", "files", "papers", "quiet", "safety", "sales", "main"]
    code = "; ".join(f"import kartoteka.cli.{command}" for command in commands)
    assert not loaded_after(code) & {"PySide6", "shiboken6"}


def test_nothing_heavy_is_loaded_with_the_window() -> None:
    assert not loaded_after("import kartoteka.ui.app, kartoteka.ui.main_window") & set(HEAVY)


def test_nothing_at_all_is_loaded_to_understand_a_command_line() -> None:
    code = "from kartoteka.cli import arguments; arguments.read(['--book', 'x.db'])"
    heavy = {*HEAVY, "PySide6", "babel", "json"}
    assert not loaded_after(code) & (heavy - {"json"})
