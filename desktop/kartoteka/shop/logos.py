"""The shop's logo: taken from a file, kept in the book, and found again for every paper."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kartoteka.shop import Shop
from kartoteka.store import pictures
from kartoteka.store.book import Session

if TYPE_CHECKING:
    from kartoteka.documents.pictures import Picture
    from kartoteka.documents.sheets import AnySheet

LOGO = "shop.logo"


def read_logo(path: Path) -> "Picture":
    """The picture of a PNG or JPEG file, made ready for papers.

    Raises FileMissing, FileUnreadable, PictureUnreadable, PictureTooLarge, PictureTooHeavy.
    """
    from kartoteka.documents.errors import PictureTooHeavy
    from kartoteka.documents.pictures import HEAVIEST_FILE, prepare
    from kartoteka.exchange.errors import FileMissing, FileUnreadable

    try:
        file = path.expanduser()
        heavy = file.stat().st_size
        if heavy > HEAVIEST_FILE:
            raise PictureTooHeavy(heavy, HEAVIEST_FILE)
        data = file.read_bytes()
    except (FileNotFoundError, RuntimeError) as error:  # the latter: ~somebody without a home here
        raise FileMissing(path) from error
    except OSError as error:
        raise FileUnreadable(path, error.strerror or str(error)) from error
    return prepare(data)


def is_kept(session: Session, key: str) -> bool:
    """Whether a text is the hash of a picture in the book, such as an undo sets again."""
    return bool(pictures.get(session, [key]))


def keep(session: Session, picture: "Picture") -> None:
    """Keep a picture within a deed."""
    pictures.keep(session, picture.hash, picture.data)


def logo(shop: Shop) -> bytes | None:
    """The logo that new papers carry; None when there is none."""
    key = shop.settings.shop.logo
    return pictures_of(shop, key).get(key)


def pictures_of(shop: Shop, *keys: str) -> Mapping[str, bytes]:
    """The pictures of these hashes; without a hash nothing is asked."""
    wanted = [key for key in keys if key]
    if not wanted:
        return {}
    with shop.read() as session:
        return pictures.get(session, wanted)


def pictures_for(shop: Shop, sheet: "AnySheet") -> Mapping[str, bytes]:
    """The pictures that a sheet was issued with."""
    design = getattr(sheet, "design", sheet)
    return pictures_of(shop, getattr(design, "logo", ""))
