"""The lock files are whole: what any pin asks for, on any system that we serve, is pinned too."""

import re
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(?:\s*;\s*([^\\]+?))?\s*\\?$")
SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "windows": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "macos": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


def pins(name: str) -> dict[str, Version]:
    """Package → its version, as the lock file says."""
    found = {}
    for line in (ROOT / "packaging" / name).read_text("utf-8").splitlines():
        pin = PIN.match(line)
        if pin:
            found[canonicalize_name(pin[1])] = Version(pin[2])
    return found


def asked_by(package: str, extras: set[str]) -> list[Requirement]:
    """What an installed package asks for somewhere: on some system, with some Python."""
    try:
        texts = metadata.requires(package) or []
    except metadata.PackageNotFoundError:
        return []  # pinned for another system only
    asked = [Requirement(text) for text in texts]
    return [one for one in asked if any(applies(one, extra) for extra in extras | {""})]


def applies(asked: Requirement, extra: str) -> bool:
    """Whether it counts on one of our systems."""
    if asked.marker is None:
        return True
    return any(
        asked.marker.evaluate(
            {
                **system,
                "python_version": python,
                "python_full_version": f"{python}.0",
                "extra": extra,
                "platform_machine": machine,
                "implementation_name": "cpython",
                "platform_python_implementation": "CPython",
            }
        )
        for system in SYSTEMS.values()
        for python in PYTHONS
        for machine in ("x86_64", "AMD64", "arm64")
    )


@pytest.mark.parametrize("name", ["lock.txt", "lock-checks.txt"])
def test_every_requirement_of_every_pin_is_met_by_a_pin(name: str) -> None:
    pinned = pins(name)
    assert len(pinned) > 30
    waiting = [(package, frozenset[str]()) for package in pinned]
    seen: set[tuple[str, frozenset[str]]] = set()
    unmet = []
    while waiting:
        package, extras = waiting.pop()
        if (package, extras) in seen:
            continue
        seen.add((package, extras))
        for asked in asked_by(package, set(extras)):
            wanted = canonicalize_name(asked.name)
            if wanted not in pinned:
                unmet.append(f"{package} asks for {asked}, which is not pinned")
            elif not asked.specifier.contains(pinned[wanted], prereleases=True):
                unmet.append(f"{package} asks for {asked}, pinned is {pinned[wanted]}")
            else:
                waiting.append((wanted, frozenset(asked.extras)))
    assert unmet == []


def test_the_program_runs_with_what_it_is_checked_with() -> None:
    program, checks = pins("lock.txt"), pins("lock-checks.txt")
    assert {name: checks.get(name) for name in program} == program


def test_what_the_project_asks_for_is_pinned() -> None:
    asked = [Requirement(text) for text in project("dependencies")]
    pinned = pins("lock.txt")
    unmet = [
        one
        for one in asked
        if not one.specifier.contains(pinned.get(canonicalize_name(one.name), Version("0")))
    ]
    assert unmet == []


def project(table: str) -> list[str]:
    """A list of pyproject.toml."""
    import tomllib

    facts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return list(facts["project"][table])


@pytest.mark.parametrize("name", ["lock.txt", "lock-checks.txt"])
def test_every_pin_has_hashes(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text("utf-8")
    bare = [
        block.splitlines()[0]
        for block in re.split(r"(?m)^(?=[A-Za-z0-9])", text)
        if "==" in block and "--hash=sha256:" not in block
    ]
    assert bare == []
