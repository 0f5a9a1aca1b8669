"""Where the program's own files lie: beside the checkout, or inside the installed package."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_CHECKOUT = _PACKAGE.parent.parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / f"_{name}"
    return installed if installed.is_dir() else _CHECKOUT / name


def resources() -> Path:
    """The folder of icons, fonts, styles and tables."""
    return _folder("resources")


def catalogues() -> Path:
    """The folder of the gettext catalogues."""
    return _folder("i18n")
