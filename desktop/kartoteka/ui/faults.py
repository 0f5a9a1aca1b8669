"""Faults of the program itself: the trace goes into the log file, a sentence onto the screen."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType

_log = logging.getLogger(__name__)
LARGEST = 1_000_000
"""Bytes; a longer log of earlier days is begun anew."""


class LogFile(logging.Handler):
    """Opens the log only when there is something to write, so that starting costs nothing."""

    def emit(self, record: logging.LogRecord) -> None:
        """Add one record; a disk that refuses must not make things worse."""
        from kartoteka.assemble import log_path

        path = log_path()
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            begun = path.exists() and path.stat().st_size < LARGEST
            with path.open("a" if begun else "w", encoding="utf-8") as log:
                log.write(self.format(record) + "\n")
        except OSError:
            self.handleError(record)


def keep_log() -> None:
    """Write warnings and faults into the log file from now on."""
    handler = LogFile(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("kartoteka").addHandler(handler)


def tell_faults(tell: Callable[[Exception], object]) -> None:
    """Let a fault in a slot be logged and told, instead of going to a console nobody sees."""

    def on_fault(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        _log.error("a fault in the window", exc_info=(kind, fault, trace))
        if isinstance(fault, Exception):
            tell(fault)

    sys.excepthook = on_fault
