"""Making a book, its settings, and the made-up shop."""

import sys
from pathlib import Path

from kartoteka import assemble
from kartoteka.cli.call import DONE, Call
from kartoteka.domain.settings import LANGUAGE_OF
from kartoteka.i18n.words import Words
from kartoteka.shop import settings as shop_settings

HOME = {"ru": "ru", "bg": "bg"}
"""Language → the country whose shop is shown when none is named."""


def new(call: Call) -> int:
    """Make an empty book."""
    asked = call.options
    call.book.parent.mkdir(parents=True, exist_ok=True)
    assemble.new_book(call.book, asked.name, asked.country, asked.currency)
    call.out.said(
        call.words.say("New card index created: {path}", path=call.book), {"book": call.book}
    )
    return DONE


def settings(call: Call) -> int:
    """Change what is asked for, all or nothing; then show every setting."""
    changes = dict(call.options.changes)
    with call.shop() as shop:
        if changes:
            shop_settings.change_settings(shop, changes)
        call.out.one(shop_settings.show(shop))
    return DONE


def demo(call: Call) -> int:
    """Fill a new book with a made-up shop whose clients behave like people."""
    asked = call.options
    country = asked.country or HOME.get(call.words.language, "other")
    words = call.words if asked.lang else Words(LANGUAGE_OF[country])
    book = asked.book or assemble.demo_book_path()
    book.parent.mkdir(parents=True, exist_ok=True)
    assemble.new_book(book, words.say("Demo shop"), country)
    try:
        _fill(call, book)
    except BaseException:
        for left in (book, *book.parent.glob(f"{book.name}-*")):
            left.unlink(missing_ok=True)
        raise
    record = {"book": book, "clients": asked.clients, "purchases": asked.purchases}
    call.out.said(call.words.say("The demo shop is ready: {path}", path=book), record)
    return DONE


def _fill(call: Call, book: Path) -> None:
    from kartoteka.shop.demo import make_demo  # only this command needs it

    asked = call.options
    shop = assemble.open_shop(book, today=asked.today)
    try:
        make_demo(
            shop,
            clients=asked.clients,
            purchases=asked.purchases,
            seed=asked.seed,
            today=shop.today(),
            progress=share_done if sys.stderr.isatty() else None,
        )
    finally:
        shop.close()


def share_done(share: float) -> None:
    """Show on a terminal how much is done."""
    end = "\n" if share >= 1 else ""
    sys.stderr.write(f"\r{share:4.0%}{end}")
    sys.stderr.flush()
