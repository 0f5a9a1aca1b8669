"""Making the environment: what is installed for whom, and a set-up that was cut off."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The module of the two commands, in a folder of its own; nothing is really run."""
    spec = importlib.util.spec_from_file_location("environment", PACKAGING / "environment.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    ran: list[list[str]] = []

    def run(command: list[str], *, quiet: bool = False) -> int:
        ran.append([str(part) for part in command])
        if "venv" in command[1:3]:
            module.python().parent.mkdir(parents=True, exist_ok=True)
            module.python().touch()
        return 0

    monkeypatch.setattr(module, "_run", run)
    monkeypatch.setattr(module, "_run_silently", run)
    monkeypatch.setattr(module, "_point_to_source", lambda: None)
    module.ran = ran  # type: ignore[attr-defined]
    yield module
    sys.modules.pop("environment", None)


def installed(environment: ModuleType) -> list[str]:
    """The lock files that were installed, by name."""
    return [Path(call[-1]).name for call in environment.ran if "install" in call]


def test_a_start_installs_only_what_the_program_needs(environment: ModuleType) -> None:
    environment.make()
    assert installed(environment) == ["lock.txt"]


def test_the_checks_install_their_own_libraries_too(environment: ModuleType) -> None:
    environment.make(checks=True)
    environment.make()
    assert installed(environment) == ["lock-checks.txt"]


def test_pip_takes_the_lock_as_it_is_and_then_proves_it(environment: ModuleType) -> None:
    environment.make()
    install, check = [call for call in environment.ran if "install" in call or "check" in call]
    assert "--no-deps" in install
    assert "--require-hashes" in install
    assert check[-2] == "check"


def test_a_library_whose_installing_was_cut_off_is_installed_anew(
    environment: ModuleType, tmp_path: Path
) -> None:
    place = tmp_path / ".venv" / "lib" / "site-packages"
    whole, half = place / "whole-1.0.dist-info", place / "half-1.0.dist-info"
    for facts in (whole, half):
        facts.mkdir(parents=True)
        (facts / "METADATA").touch()
    (whole / "INSTALLER").touch()
    environment.make()
    assert whole.exists()
    assert not half.exists()


def test_an_environment_cut_off_while_it_was_made_is_made_again(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.python().parent.mkdir(parents=True)
    environment.python().touch()
    monkeypatch.setattr(environment, "_works", lambda: False)
    environment.make()
    assert any("venv" in call for call in environment.ran)
    assert installed(environment) == ["lock.txt"]


def test_libraries_that_cannot_be_installed_end_in_a_sentence(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "_run_silently", lambda command: 1)
    with pytest.raises(environment.SetupError, match="could not be installed"):
        environment.make()
    assert not any(environment.VENV.glob("made-from-*"))
