"""The names of commands and options, and which deed each command calls."""

import argparse
import locale
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from kartoteka import __version__
from kartoteka.cli.lines import Readers
from kartoteka.cli.speaking import Parser, speaking
from kartoteka.i18n.words import LANGUAGES, Words

PAPERS = (
    *("receipt", "invoice", "proforma", "credit-note", "debit-note"),
    *("statement", "card", "labels", "letter", "questionnaire", "consent", "message-consent"),
    *("postcard", "envelope", "call-list", "day", "price-label"),
    *("warranty", "balance"),
)
WITHOUT_REF = ("call-list", "day")
"""Papers that are the newest or today's when none is named."""
SIZES = ("a4", "a5", "a6", "80", "58", "c5", "c6", "dl", "58x40")
Add = Callable[[str, str, str], argparse.ArgumentParser]
"""Add a command: name, help, 'module:function' of its deed."""


def read(arguments: Sequence[str]) -> argparse.Namespace:
    """Understand a command line; `command` is None when the window is asked for.

    Wrong use ends the program with code 2 and a sentence in the chosen language, `--help` with 0.
    """
    words = Words(language_of(arguments))
    with speaking(words):
        parser = _parser(words)
        options = parser.parse_args(list(arguments))
        if getattr(options, "ref", None) == "" and options.kind not in WITHOUT_REF:
            parser.error(words.say("{key} is missing", key="REF"))
    options.words = words
    return options


def language_of(arguments: Sequence[str]) -> str:
    """The language to speak before the book is open: `--lang`, else the system's."""
    for position, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
        if argument == "--lang" and position + 1 < len(arguments):
            return arguments[position + 1]
    return system_language()


def system_language() -> str:
    """The language of the user's system when we speak it, else English."""
    named = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next((value for value in named if value), "") or (locale.getlocale()[0] or "")
    language = spoken[:2].lower()
    return language if language in LANGUAGES else "en"


def _parser(words: Words) -> Parser:
    parser = Parser(
        prog="kartoteka",
        description=words.say("A client card index. Without a command, the window opens."),
        epilog=words.say(
            "Exit codes: 0 done; 1 program error; 2 wrong usage; 3 done, but some rows "
            "were rejected; 4 not allowed by a rule; 5 the card index cannot be opened."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"Kartoteka {__version__}",
        help=words.say("show the version and exit"),
    )
    parser.set_defaults(book=None, lang=None, today=None, format="table", demo=False, deed=None)
    _add_common(parser, words)
    common = Parser(add_help=False)
    _add_common(common, words)
    commands = parser.add_subparsers(
        dest="command", metavar=words.say("COMMAND"), title=words.say("commands")
    )

    def add(name: str, says: str, deed: str) -> argparse.ArgumentParser:
        command: Parser = commands.add_parser(name, help=says, description=says, parents=[common])
        command.set_defaults(deed=deed)
        return command

    for group in (_books, _files, _clients, _sales, _papers, _safety):
        group(add, words)
    return parser


def _add_common(parser: Parser, words: Words) -> None:
    """Options that stand before or after the command; absent, they leave the other place's."""
    absent = argparse.SUPPRESS
    parser.add_argument(
        "--book",
        type=Path,
        default=absent,
        metavar=words.say_in("argument", "FILE"),
        help=words.say("the card-index file to use"),
    )
    parser.add_argument(
        "--lang", choices=LANGUAGES, default=absent, help=words.say("language of the output")
    )
    parser.add_argument(
        "--today",
        type=Readers(words).day,
        default=absent,
        metavar=words.say_in("argument", "YYYY-MM-DD"),
        help=words.say("treat this day as today"),
    )
    parser.add_argument(
        "--demo",
        action="store_true",
        default=absent,
        help=words.say("a demo shop in a file of its own"),
    )
    parser.add_argument(
        "--format",
        choices=("table", "csv", "json"),
        default=absent,
        help=words.say("output format"),
    )


def _books(add: Add, words: Words) -> None:
    new = add("new", words.say("create a card index"), "books:new")
    new.add_argument("--name", required=True, help=words.say("shop name"))
    new.add_argument("--country", required=True, choices=("bg", "ru", "other"))
    new.add_argument(
        "--currency", default="", help=words.say("default: the currency of the country")
    )
    settings = add("settings", words.say("show or change settings"), "books:settings")
    settings.add_argument("changes", nargs="*", type=Readers(words).setting, metavar="KEY=VALUE")
    demo = add("demo", words.say("fill a new file with a demo shop"), "books:demo")
    demo.add_argument("--country", choices=("bg", "ru", "other"), default="")
    demo.add_argument("--clients", type=Readers(words).count, default=2400, metavar="N")
    demo.add_argument("--purchases", type=Readers(words).count, default=24000, metavar="M")
    demo.add_argument("--seed", type=Readers(words).count, default=1, metavar="S")


def _files(add: Add, words: Words) -> None:
    bring = add(
        "import", words.say("import clients, purchases or items from a file"), "files:bring_in"
    )
    bring.add_argument("what", choices=("clients", "purchases", "catalogue"))
    bring.add_argument("file", type=Path, metavar=words.say_in("argument", "FILE"))
    bring.add_argument(
        "--map",
        action="append",
        type=Readers(words).setting,
        default=[],
        metavar=words.say("field=Column"),
        help=words.say("take a field from this column"),
    )
    bring.add_argument("--encoding", default="", help=words.say("found automatically if not given"))
    bring.add_argument(
        "--delimiter", default="", help=words.say("found automatically if not given")
    )
    bring.add_argument(
        "--old-currency",
        default="",
        metavar="C",
        help=words.say("currency of amounts before 2026 that state none: BGN or EUR"),
    )
    bring.add_argument(
        "--dry-run", action="store_true", help=words.say("only show what would be done")
    )
    take = add(
        "export", words.say("save to a file; the file extension sets the format"), "files:take_out"
    )
    take.add_argument("what", choices=("clients", "purchases", "catalogue"))
    take.add_argument("file", type=Path, metavar=words.say_in("argument", "FILE"))


def _clients(add: Add, words: Words) -> None:
    clients = add("clients", words.say("search for clients"), "clients:search")
    clients.add_argument("query", nargs="*", metavar=words.say_in("argument", "QUERY"))
    clients.add_argument("--limit", type=Readers(words).count, default=None, metavar="N")
    card = add("card", words.say("show everything about one client"), "card:card")
    card.add_argument(
        "client",
        metavar=words.say_in("argument", "CLIENT"),
        help=words.say("number of the client or card"),
    )
    quiet = add("quiet", words.say("who is going quiet"), "quiet:quiet")
    quiet.add_argument("--all", action="store_true", help=words.say("every client with a visit"))
    today = add("today", words.say("whom to call today, and what to say"), "today:today")
    today.add_argument(
        "--pdf",
        type=Path,
        default=None,
        metavar=words.say_in("argument", "FILE"),
        help=words.say("make a call list of them and save it as a PDF"),
    )


def _sales(add: Add, words: Words) -> None:
    sell = add("sell", words.say("record a sale"), "sales:sell")
    sell.add_argument("--client", metavar="ID", help=words.say("number of the client or card"))
    sell.add_argument(
        "--line",
        dest="lines",
        action="append",
        type=Readers(words).line,
        required=True,
        metavar='"name=…;qty=…;price=…"',
        help=words.say(
            "one line of the sale; also item (number, barcode or name in the catalogue, "
            "which gives name and price), disc (money off), unit, sku; write \\; for a "
            "semicolon"
        ),
    )
    sell.add_argument(
        "--pay",
        action="append",
        type=Readers(words).payment,
        default=[],
        metavar="cash=…",
        help=words.say("cash, card, transfer or account; by default all in cash"),
    )
    sell.add_argument(
        "--id",
        dest="uuid",
        default="",
        metavar="UUID",
        help=words.say("the same ID given twice records only one sale"),
    )
    back = add("return", words.say("take back goods from a sale"), "sales:take_back")
    back.add_argument("sale", metavar=words.say_in("argument", "SALE"))
    back.add_argument(
        "--line",
        dest="lines",
        action="append",
        type=Readers(words).returned_line,
        default=[],
        metavar="N=QTY",
        help=words.say("how much of line N is returned; by default all"),
    )


def _papers(add: Add, words: Words) -> None:
    paper = add("paper", words.say("issue a document and save it as a PDF"), "papers:issue")
    paper.add_argument("kind", choices=PAPERS)
    paper.add_argument(
        "ref",
        metavar=words.say_in("argument", "REF"),
        nargs="?",
        default="",
        help=words.say(
            "number of the sale or document; of the client for a statement, card, label, letter, "
            "postcard, envelope, questionnaire or consent; of the call list; the day; the item "
            "for a price label"
        ),
    )
    paper.add_argument("--pdf", type=Path, required=True, metavar=words.say_in("argument", "FILE"))
    paper.add_argument("--size", choices=SIZES, default="")
    _labels(paper, words)
    _terms(paper, words)
    paper.add_argument("--no-back", action="store_true", help=words.say("only the front"))
    paper.add_argument(
        "--due",
        type=Readers(words).day,
        default=None,
        metavar=words.say_in("argument", "YYYY-MM-DD"),
        help=words.say("due date of the invoice"),
    )
    paper.add_argument(
        "--ground",
        default="",
        metavar=words.say_in("argument", "TEXT"),
        help=words.say("reason for the credit or debit note"),
    )
    paper.add_argument(
        "--basis",
        default="",
        metavar=words.say_in("argument", "TEXT"),
        # Translators: an article of the VAT law; asked for in Bulgaria only.
        help=words.say("why no VAT is charged, where the rate is zero"),
    )
    paper.add_argument(
        "--line",
        dest="lines",
        action="append",
        type=Readers(words).line,
        default=[],
        metavar='"name=…;qty=…;price=…"',
        help=words.say("what a debit note adds to its invoice"),
    )
    paper.add_argument(
        "--template",
        choices=("birthday", "name-day", "win-back", "thanks"),
        default="thanks",
        help=words.say("the text of a letter"),
    )


def _terms(paper: argparse.ArgumentParser, words: Words) -> None:
    """What only warranty cards and balances are asked for."""
    day = Readers(words).day
    paper.add_argument(
        "--months",
        type=Readers(words).count,
        default=None,
        metavar="N",
        help=words.say("the term of a warranty, where the catalogue has none"),
    )
    paper.add_argument(
        "--serial",
        default="",
        metavar=words.say_in("argument", "TEXT"),
        help=words.say("serial number on a warranty card"),
    )
    paper.add_argument(
        "--from",
        dest="since",
        type=day,
        default=None,
        metavar=words.say_in("argument", "YYYY-MM-DD"),
        help=words.say("first day of a balance; by default the year's first"),
    )
    paper.add_argument(
        "--to",
        type=day,
        default=None,
        metavar=words.say_in("argument", "YYYY-MM-DD"),
        help=words.say("last day of a balance; by default today"),
    )


def _labels(paper: argparse.ArgumentParser, words: Words) -> None:
    """What only labels and cards on sheets are asked for."""
    paper.add_argument(
        "--start",
        type=int,
        default=1,
        metavar="N",
        help=words.say("first free place on a part-used sheet of labels or cards"),
    )
    paper.add_argument(
        "--copies",
        type=Readers(words).count,
        default=1,
        metavar="N",
        help=words.say("so many price labels of each item"),
    )
    paper.add_argument(
        "--reduced",
        action="store_true",
        help=words.say("price labels tell the lowest price of the 30 days before a reduction"),
    )


def _safety(add: Add, words: Words) -> None:
    backup = add("backup", words.say("copy the card index into a folder"), "safety:backup")
    backup.add_argument("folder", type=Path, metavar=words.say_in("argument", "FOLDER"))
    restore = add("restore", words.say("restore the card index from a backup"), "safety:restore")
    restore.add_argument("file", type=Path, metavar=words.say_in("argument", "FILE"))
    add("check", words.say("check the card index for damage"), "safety:check")
