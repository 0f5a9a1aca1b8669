"""Papers: issuing a receipt with its back, printing it again, keeping it as a PDF."""

from pathlib import Path

from kartoteka.shop.changes import Done

from kartoteka.domain.clients import ClientId
from kartoteka.shop import Shop
from kartoteka.shop.views import IssuedPaper


def issue_receipt(
    shop: Shop, ref: str | int, size: str = "", *, back: bool = True
) -> Done[IssuedPaper]:
    """Issue the receipt of a sale (its id as int; its number or uuid as str), once.

    `size` a5 or a4, empty: the shop's. An issued receipt is answered as it is.
    """
    raise NotImplementedError


def paper(shop: Shop, ref: str | int) -> IssuedPaper:
    """An issued paper by its id (int) or number (str); raises NotFound."""
    raise NotImplementedError


def papers(shop: Shop, client: ClientId | None = None, limit: int = 500) -> list[IssuedPaper]:
    """Issued papers, newest first; of one client, or all."""
    raise NotImplementedError


def receipt_pdf(shop: Shop, paper_id: int, *, copy: bool = False, size: str = "") -> bytes:
    """The PDF of an issued receipt, the same every time; `copy` marks it as a copy."""
    raise NotImplementedError


def reprint(shop: Shop, paper_id: int) -> Done[bytes]:
    """The same paper marked as a copy, counted."""
    raise NotImplementedError


def call_list_pdf(shop: Shop, list_id: int, language: str = "") -> bytes:
    """The PDF of a call list to call from; scripts are in each client's language."""
    raise NotImplementedError


def save_receipt(shop: Shop, paper_id: int) -> Path:
    """Write the receipt's PDF to <folder>/<year>/; raises FolderNotWritable."""
    raise NotImplementedError


def save_call_list(shop: Shop, list_id: int) -> Path:
    """Write the call list's PDF to <folder>/<year>/; raises FolderNotWritable."""
    raise NotImplementedError


def save_pdf(pdf: bytes, path: Path) -> None:
    """Write a PDF whole or not at all; raises FolderNotWritable."""
    raise NotImplementedError
