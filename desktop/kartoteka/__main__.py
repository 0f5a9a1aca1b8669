"""Starts the window or does a command; loads only the one that is asked for."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Start Kartoteka with these arguments (the process's own by default)."""
    from kartoteka.cli import arguments as reader

    given = sys.argv[1:] if arguments is None else arguments
    try:
        options = reader.read(given)
    except SystemExit as end:  # the parser has said what is wrong, or given its help
        return end.code if isinstance(end.code, int) else 2
    if options.command:
        from kartoteka.cli.main import run

        return run(options)
    from kartoteka.ui.app import start

    return start(options.book, language=options.lang, today=options.today, demo=options.demo)


if __name__ == "__main__":
    sys.exit(main())
