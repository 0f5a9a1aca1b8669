"""Issuing papers and writing them as PDF files."""

from kartoteka.cli.call import DONE, Call
from kartoteka.cli.output import Label
from kartoteka.shop import papers


def issue(call: Call) -> int:
    """Issue the receipt of a sale, if it is not issued yet, and write it."""
    asked = call.options
    with call.shop() as shop:
        done = papers.issue_receipt(shop, asked.ref, asked.size, back=not asked.no_back)
        paper = done.value
        papers.save_pdf(papers.receipt_pdf(shop, paper.id, size=asked.size), asked.pdf)
        record = {"paper": paper.id, "number": paper.number, "pages": paper.pages}
        call.out.one(record, _LABELS)
    return DONE


_LABELS: dict[str, Label] = {
    # Translators: the program's own number of a paper, not the one that is printed.
    "paper": lambda words: words.say_in("column", "paper"),
    "number": lambda words: words.say_in("column", "number"),
    "pages": lambda words: words.say_in("column", "pages"),
}
