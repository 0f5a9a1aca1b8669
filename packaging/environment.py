"""The project's own Python environment, .venv, made from the lock file with its hashes."""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "packaging" / "lock.txt"
STAMP = VENV / "made-from"


class SetupError(Exception):
    """Something is missing that a person has to install; the text says how."""


def python() -> Path:
    """The interpreter of the environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make() -> None:
    """Make or renew .venv, unless it already is what the lock file asks for.

    Raises SetupError with a command to type when this machine lets us neither make an
    environment nor install what that takes.
    """
    wanted = f"{hashlib.sha256(LOCK.read_bytes()).hexdigest()} {ROOT}\n"
    if python().exists() and STAMP.exists() and STAMP.read_text("utf-8") == wanted:
        return
    if not python().exists():
        _create()
    print("Installing the libraries of packaging/lock.txt (once; takes some minutes)…", flush=True)
    install = [*_pip(), "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    install += ["--require-hashes", "--requirement", str(LOCK)]
    if _run(install):
        raise SetupError("The libraries could not be installed; the reason is above.")
    _point_to_source()
    STAMP.write_text(wanted, "utf-8")


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
