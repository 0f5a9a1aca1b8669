"""Understanding a command line: options before and after, help, complaints in the language."""

from datetime import date
from pathlib import Path

import pytest

from kartoteka.__main__ import main
from kartoteka.cli import arguments


def test_without_a_command_the_window_is_asked_for() -> None:
    options = arguments.read([])
    assert (options.command, options.demo, options.format) == (None, False, "table")


@pytest.mark.parametrize(
    "given",
    [
        "--book a.db --lang bg --today 2026-11-21 --format json --demo quiet --all",
        "quiet --all --book a.db --lang bg --today 2026-11-21 --format json --demo",
        "--book b.db --today 2020-01-01 quiet --format json --book a.db --lang bg --all "
        "--today 2026-11-21 --demo",
    ],
)
def test_options_stand_before_or_after_the_command(given: str) -> None:
    options = arguments.read(given.split())
    assert options.book == Path("a.db")
    assert options.lang == "bg"
    assert options.today == date(2026, 11, 21)
    assert options.format == "json"
    assert options.demo
    assert options.all
    assert options.deed == "quiet:quiet"


@pytest.mark.parametrize(
    "wrong",
    [
        "--today 21.11.2026 quiet",
        "--lang fr quiet",
        "--format xml quiet",
        "nonsense",
        "sell",
        "sell --line name=Tea",
        "paper poem 1 --pdf a.pdf",
        "import clients",
        "import drawers a.csv",
        "clients --limit -1",
        "settings shop.name",
        "quiet --al",
    ],
)
def test_wrong_use_ends_with_code_two_and_a_sentence(
    wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(wrong.split()) == 2
    written = capsys.readouterr()
    assert written.out == ""
    assert "kartoteka" in written.err
    assert "Traceback" not in written.err


@pytest.mark.parametrize("language", ["en", "ru", "bg"])
@pytest.mark.parametrize("command", [[], ["sell"], ["import"], ["paper"], ["settings"]])
def test_help_is_a_result_in_every_language(
    language: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", language, *command, "--help"]) == 0
    assert "kartoteka" in capsys.readouterr().out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("Kartoteka ")


def test_the_language_is_known_before_anything_else() -> None:
    assert arguments.language_of(["quiet", "--lang=ru"]) == "ru"
    assert arguments.language_of(["--lang", "bg", "quiet"]) == "bg"


@pytest.mark.parametrize(
    ("system", "language"), [("ru_RU.UTF-8", "ru"), ("bg_BG", "bg"), ("de_DE", "en"), ("C", "en")]
)
def test_without_a_choice_the_system_is_asked(
    system: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    assert arguments.language_of(["quiet"]) == language
