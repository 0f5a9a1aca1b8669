#!/usr/bin/env python3
"""Starts and tests Kartoteka from a fresh copy of the source: sets up what is missing, then acts.

    python3 packaging/dev.py run [arguments for kartoteka]
    python3 packaging/dev.py test [arguments for pytest]

Standard library only, Python 3.11 or later, Linux, Windows and macOS. The first time it makes
.venv from the lock files beside it and fills in what the system lacks; later that takes no time.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an old Python must get a sentence, not a trace
    sys.exit(
        f"Kartoteka needs Python 3.11 or later and this is {sys.version.split()[0]}. "
        "Start it with a newer one, for example: python3.11 packaging/dev.py run"
    )

import argparse
import os
import subprocess
from pathlib import Path

import environment
import system_libraries
from environment import ROOT, SetupError

OPTIONS_WITH_VALUE = {"--book", "--lang", "--today", "--format"}
ON_ALL_CORES = ("-n", "logical", "--maxprocesses", "4", "--dist", "worksteal")
WITH_COVERAGE = ("--cov", "--cov-report", "term:skip-covered")


def main() -> int:
    """Do what the command line asks; returns the exit code."""
    command, *arguments = sys.argv[1:] or ["--help"]
    deeds = {
        "run": run,
        "test": test,
        "bench": bench,
        "pictures": pictures,
        "catalogues": catalogues,
        "lock": lock,
    }
    parser = argparse.ArgumentParser(prog="packaging/dev.py", description=__doc__.splitlines()[0])
    parser.add_argument(
        "command",
        choices=deeds,
        help="run: start the program; test: check everything; bench: measure speed and memory; "
        "pictures: draw the program for the README; catalogues: gather the texts and build the "
        "translations; lock: choose the versions of the libraries anew",
    )
    parser.add_argument("arguments", nargs="*", help="passed on")
    if command not in deeds:
        parser.parse_args([command])
    try:
        return deeds[command](arguments)
    except SetupError as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def set_up(*, checks: bool = False) -> None:
    """Make everything that the program needs; `checks`: what its tests need too."""
    environment.make(checks=checks)
    system_libraries.install_missing(screen=checks)
    build_catalogues()


def build_catalogues() -> None:
    """Build the translations whose source is newer; they are never kept in the repository."""
    sources = (ROOT / "i18n").glob("*/LC_MESSAGES/*.po")
    outdated = [
        po
        for po in sources
        if not po.with_suffix(".mo").exists()
        or po.with_suffix(".mo").stat().st_mtime < po.stat().st_mtime
    ]
    if outdated:
        python("packaging/catalogues.py", "compile", check=True)


def run(arguments: list[str]) -> int:
    """Start the window or a command; without a display, the demo shop's morning."""
    set_up()
    if not names_a_command(arguments) and not has_display():
        print(
            "There is no display here, so instead of the window: the demo shop's morning.\n",
            flush=True,
        )
        return python("packaging/morning.py", *arguments, environ=offscreen())
    return python("-m", "kartoteka", *arguments, stdin=None)


def names_a_command(arguments: list[str]) -> bool:
    """Whether the arguments ask for something that needs no window."""
    rest = iter(arguments)
    for argument in rest:
        if argument in OPTIONS_WITH_VALUE:
            next(rest, None)
        elif argument in {"-h", "--help", "--version"} or not argument.startswith("-"):
            return True
    return False


def has_display() -> bool:
    """Whether a window can be shown: always, but on a Linux without a display server."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def offscreen() -> dict[str, str]:
    """The environment in which Qt draws without a display."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}


def test(arguments: list[str]) -> int:
    """Check style, types, laws, catalogues and behaviour; with arguments, only those tests."""
    set_up(checks=True)
    if arguments:
        return python("-m", "pytest", *arguments, environ=offscreen())
    checks = {
        "style": ("-m", "ruff", "check", "."),
        "layout": ("-m", "ruff", "format", "--check", "."),
        "types": ("-m", "mypy"),
        "who imports whom": ("-c", "from importlinter.cli import *; lint_imports_command()"),
        "catalogues": ("packaging/catalogues.py", "check"),
    }
    failed = []
    for name, check in checks.items():
        print(f"\n== {name}", flush=True)
        if python(*check, environ=offscreen()):
            failed.append(name)
    outcome = f"Failed before the tests: {', '.join(failed)}" if failed else "So far all is well."
    print(f"\n{outcome}\n\n== tests and coverage", flush=True)
    tests = python("-m", "pytest", *ON_ALL_CORES, *WITH_COVERAGE, environ=offscreen())
    return 1 if failed or tests else 0


def bench(arguments: list[str]) -> int:
    """Measure speed and memory, each against its floor in the same run."""
    set_up(checks=True)
    return python("tests/benchmarks/run.py", *arguments, environ=offscreen())


def pictures(arguments: list[str]) -> int:
    """Draw the real program for the README."""
    set_up(checks=True)
    return python("packaging/pictures.py", *arguments, environ=offscreen())


def catalogues(arguments: list[str]) -> int:
    """Gather the texts from the source, carry them into every language, build the result."""
    environment.make(checks=True)
    return python("packaging/catalogues.py", *(arguments or ["update"]))


def lock(_arguments: list[str]) -> int:
    """Choose the versions of all libraries anew and write their hashes down."""
    environment.make(checks=True)
    tool = ROOT / "build" / "uv"
    python("-m", "pip", "install", "--quiet", "--target", str(tool), "uv", check=True)
    resolve = [tool / "bin" / "uv", "pip", "compile", "--universal", "--python-version", "3.11"]
    resolve += ["--upgrade", "--generate-hashes", "--no-emit-index-url", "--quiet"]
    resolve += ["pyproject.toml"]
    checks = [*resolve, "--extra", "dev", "--output-file", environment.CHECKS]
    program = [*resolve, "--constraint", environment.CHECKS, "--output-file", environment.PROGRAM]
    return subprocess.call(checks, cwd=ROOT) or subprocess.call(program, cwd=ROOT)


def python(
    *arguments: str,
    environ: dict[str, str] | None = None,
    stdin: int | None = subprocess.DEVNULL,
    check: bool = False,
) -> int:
    """Run the project's own Python in the project's folder; returns its exit code."""
    where = Path.cwd() if arguments[:2] == ("-m", "kartoteka") else ROOT
    done = subprocess.run(
        [environment.python(), *arguments], cwd=where, env=environ, stdin=stdin, check=False
    )
    if check and done.returncode:
        raise SetupError(f"This step did not succeed: {' '.join(arguments)}")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
