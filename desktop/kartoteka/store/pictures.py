"""Pictures that papers carry: kept for good under the hash of their bytes."""

from collections.abc import Iterable

from kartoteka.store.book import Session
from kartoteka.store.direct import direct

_KEEP = "INSERT INTO picture (hash, data) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING"
_GET = "SELECT data FROM picture WHERE hash = ?"


def keep(session: Session, key: str, data: bytes) -> None:
    """Keep a picture under its hash; one that is there stays as it is."""
    direct(session).execute(_KEEP, (key, data))


def get(session: Session, keys: Iterable[str]) -> dict[str, bytes]:
    """The pictures of these hashes, those that are kept."""
    raw = direct(session)
    found = {key: raw.execute(_GET, (key,)).fetchone() for key in set(keys) if key}
    return {key: bytes(row[0]) for key, row in found.items() if row}
