"""One call of the command line: its options, its words, where results go, and the open shop."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kartoteka import assemble
from kartoteka.cli.output import Output
from kartoteka.i18n.words import Words
from kartoteka.shop import Shop

DONE = 0
BUG = 1
WRONG_USE = 2
SOME_REFUSED = 3
REFUSED = 4
NO_BOOK = 5
STOPPED = 130


class Call:
    """What every command gets."""

    def __init__(self, options: argparse.Namespace) -> None:
        """Take the options that `arguments.read` understood."""
        self.options = options
        self.out = Output(options.format, options.words)

    @property
    def words(self) -> Words:
        """The language of messages and tables."""
        return self.out.words

    @property
    def book(self) -> Path:
        """The book that the options name, else the user's own (or the demo shop's)."""
        if self.options.book:
            return Path(self.options.book)
        return assemble.demo_book_path() if self.options.demo else assemble.default_book_path()

    @contextmanager
    def shop(self) -> Iterator[Shop]:
        """The open book; from here on messages are in the shop's language, unless one is chosen."""
        shop = assemble.open_shop(self.book, today=self.options.today)
        try:
            if not self.options.lang:
                self.out.words = Words(shop.settings.shop.language)
            yield shop
        finally:
            shop.close()
