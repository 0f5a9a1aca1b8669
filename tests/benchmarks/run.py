"""Measures speed and memory, each figure against its floor in the same run.

The book of 100 000 clients and 1 000 000 purchases is made once, under build/bench; take it away
to measure the making again. With names as arguments only those parts: demo, deeds, window,
papers, till.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "desktop")]

from tests.benchmarks.measured import Measured  # noqa: E402

FOLDER = ROOT / "build" / "bench"
BOOK = FOLDER / "big.db"
DEMO_SECONDS = 90


def demo() -> Iterator[Measured]:
    """Making the large demo shop, when it is not there."""
    if BOOK.exists():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "kartoteka", "--book", str(BOOK), "--today", "2026-11-21"]
    command += ["demo", "--country", "bg", "--clients", "100000", "--purchases", "1000000"]
    begin = perf_counter()
    subprocess.run(command, cwd=ROOT / "desktop", check=True)
    yield Measured("making the large demo shop", perf_counter() - begin, DEMO_SECONDS, "s")


def deeds() -> Iterator[Measured]:
    """What the shop does, on the large book."""
    from tests.benchmarks import deeds as part

    return part.measure(BOOK)


def window() -> Iterator[Measured]:
    """What the seller feels."""
    from tests.benchmarks import window as part

    return part.measure(BOOK)


def papers() -> Iterator[Measured]:
    """Receipts, invoices, cards."""
    from tests.benchmarks import papers as part

    return part.measure()


def till() -> Iterator[Measured]:
    """What the seller waits for while somebody stands at the counter."""
    from tests.benchmarks import till as part

    FOLDER.mkdir(parents=True, exist_ok=True)
    return part.measure(FOLDER)


PARTS: dict[str, Callable[[], Iterator[Measured]]] = {
    "demo": demo,
    "deeds": deeds,
    "window": window,
    "papers": papers,
    "till": till,
}


def main() -> int:
    """Measure the named parts, or all; returns 1 when a figure is over its bar."""
    chosen = sys.argv[1:] or list(PARTS)
    over = 0
    for name in dict.fromkeys(["demo", *chosen]):
        for measured in PARTS[name]():
            sys.stdout.write(f"{measured.line()}\n")
            sys.stdout.flush()
            over += not measured.holds
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
