"""Keeps None, True and False alive under Python 3.11.

PySide6 6.12 is built as if these were immortal, which they are from Python 3.12 (PEP 683) on: every
call of Qt that returns nothing gives back a reference to None that nobody took. Under Python 3.11
the count runs down to zero after some hours of work, and the interpreter aborts ("deallocating
None"). A count that no working day can use up is what Python 3.12 does by itself.
"""

import ctypes
import sys

MORTAL_BEFORE = (3, 12)
ENOUGH = 1 << 40


def keep_singletons() -> None:
    """Give the three values more references than Qt can ever drop; harmless to repeat."""
    if sys.version_info >= MORTAL_BEFORE or sys.implementation.name != "cpython":
        return
    for value in (None, True, False, NotImplemented):
        if sys.getrefcount(value) < ENOUGH // 2:
            ctypes.c_ssize_t.from_address(id(value)).value += ENOUGH
