"""The project's own Python environment, .venv, made from the lock files with their hashes."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PROGRAM = ROOT / "packaging" / "lock.txt"
"""What the program itself needs."""
CHECKS = ROOT / "packaging" / "lock-checks.txt"
"""What the program and its checks need: everything of PROGRAM in the same versions, and more."""


class SetupError(Exception):
    """Something is missing that a person has to install; the text says how."""


def python() -> Path:
    """The interpreter of the environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make(*, checks: bool = False) -> None:
    """Make or renew .venv, unless it already is what the lock file asks for.

    With `checks`, everything that the tests need is there too. A set-up that was cut off goes on
    where it stopped. Raises SetupError with a command to type when this machine lets us neither
    make an environment nor install what that takes.
    """
    if _is_made_from(CHECKS) or (not checks and _is_made_from(PROGRAM)):
        return
    if not _works():
        _create()
    _remove_half_installed()
    lock = CHECKS if checks else PROGRAM
    print(
        f"Installing the libraries of packaging/{lock.name} (once; takes some minutes)…", flush=True
    )
    install = [*_pip(), "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    # The lock is whole, so pip need not look for newer releases of what a pin asks for.
    install += ["--no-deps", "--require-hashes", "--requirement", str(lock)]
    for step, trouble in (
        (install, "The libraries could not be installed"),
        ([*_pip(), "check", "--disable-pip-version-check"], "The libraries do not fit together"),
    ):
        if _run_silently(step):
            raise SetupError(f"{trouble}; the reason is above.")
    _point_to_source()
    _stamp(lock).write_text(_made_from(lock), "utf-8")


def _stamp(lock: Path) -> Path:
    return VENV / f"made-from-{lock.stem}"


def _made_from(lock: Path) -> str:
    return f"{hashlib.sha256(lock.read_bytes()).hexdigest()} {ROOT}\n"


def _is_made_from(lock: Path) -> bool:
    stamp = _stamp(lock)
    return python().exists() and stamp.exists() and stamp.read_text("utf-8") == _made_from(lock)


def _works() -> bool:
    """Whether there is an environment that can be filled; one cut off while it was made cannot."""
    return python().exists() and _run([*_pip(), "--version"], quiet=True) == 0


def _remove_half_installed() -> None:
    """Forget the libraries whose installing was cut off, or pip would believe that they are whole.

    The last thing that pip writes of a library is the file INSTALLER.
    """
    for facts in VENV.rglob("*.dist-info"):
        if not (facts / "INSTALLER").exists():
            shutil.rmtree(facts)


def _create() -> None:
    print("Making .venv…", flush=True)
    if not _has("ensurepip"):
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        apt_install(["python3-venv", package])
    arguments = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if _run([sys.executable, "-c", "import ensurepip, venv"], quiet=True) == 0:
        if _run(arguments) == 0:
            return
    elif _has("venv") and _has("pip") and _run([*arguments, "--without-pip"]) == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    raise SetupError(
        "This Python cannot make an environment. On Debian or Ubuntu type:\n"
        "    sudo apt-get install -y python3-venv\n"
        "and start this again."
    )


def _pip() -> list[str]:
    inside = [str(python()), "-m", "pip"]
    if _run([*inside, "--version"], quiet=True) == 0:
        return inside
    return [sys.executable, "-m", "pip", "--python", str(python())]


def _point_to_source() -> None:
    """Let the environment find the package in the checkout, so that nothing is built to run it."""
    where = subprocess.run(
        [python(), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
        check=True,
    )
    pointer = Path(where.stdout.strip()) / "kartoteka.pth"
    pointer.write_text(f"{ROOT / 'desktop'}\n", "utf-8")


def apt_install(packages: list[str]) -> bool:
    """Install Debian packages where we may without a password; tells whether it worked."""
    prefix = _root()
    if prefix is None or not shutil.which("apt-get"):
        return False
    print(f"Installing with apt-get: {' '.join(packages)}…", flush=True)
    command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    install = [*command, "install", "-y", "-qq", "--no-install-recommends", *packages]
    if _run(install, quiet=True) == 0:
        return True
    _run([*command, "update", "-qq"], quiet=True)
    return _run(install) == 0


def _root() -> list[str] | None:
    """What to put before a command to run it as root: nothing, sudo, or None when we may not."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _run(["sudo", "-n", "true"], quiet=True) == 0:
        return ["sudo", "-n"]
    return None


def _has(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def _run(command: list[str], *, quiet: bool = False) -> int:
    output = subprocess.DEVNULL if quiet else None
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, check=False
        )
    except OSError:
        return 127
    return done.returncode


def _run_silently(command: list[str]) -> int:
    """Run a command whose words matter only when it fails: warnings must not bury the answer."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(done.stdout + done.stderr, file=sys.stderr)
    return done.returncode
