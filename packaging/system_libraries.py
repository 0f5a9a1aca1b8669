"""The shared libraries of Linux that Qt loads but does not bring, and the virtual screen."""

import ctypes
import shutil
import sys

from environment import SetupError, apt_install

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libcups.so.2": "libcups2",
}
"""Name of the library → the Debian package that brings it."""


def install_missing(*, screen: bool) -> None:
    """Install what Qt needs, and Xvfb when a virtual `screen` is wanted; Linux only.

    Raises SetupError with the command to type where we may not install it ourselves.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = _missing_packages()
    if screen and not shutil.which("Xvfb"):
        missing.append("xvfb")
    if not missing:
        return
    apt_install(missing)
    still = _missing_packages()
    if still:
        raise SetupError(
            f"The window needs libraries that this Linux lacks: {', '.join(_missing())}.\n"
            "On Debian or Ubuntu type:\n"
            f"    sudo apt-get install -y {' '.join(still)}\n"
            "and start this again."
        )
    if screen and not shutil.which("Xvfb"):
        print("Without Xvfb the few tests with a real window are skipped.")


def _missing() -> list[str]:
    return [library for library in PACKAGES if not _loads(library)]


def _missing_packages() -> list[str]:
    return [PACKAGES[library] for library in _missing()]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
