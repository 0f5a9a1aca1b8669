"""Issuing papers and writing them as PDF files."""

from kartoteka.cli.call import DONE, Call
from kartoteka.shop import papers


def issue(call: Call) -> int:
    """Issue the receipt of a sale, if it is not issued yet, and write it."""
    asked = call.options
    with call.shop() as shop:
        done = papers.issue_receipt(shop, asked.ref, asked.size, back=not asked.no_back)
        paper = done.value
        papers.save_pdf(papers.receipt_pdf(shop, paper.id, size=asked.size), asked.pdf)
        call.out.one({"paper": paper.id, "number": paper.number, "pages": paper.pages})
    return DONE
