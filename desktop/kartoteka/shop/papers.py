"""Papers: issuing a receipt with its back, printing any paper again, keeping it as a PDF."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kartoteka.domain.backs import Back, BackKind, BackWish
from kartoteka.domain.clients import Client, ClientId
from kartoteka.domain.errors import BadValue, NotFound
from kartoteka.domain.leva import in_euros
from kartoteka.domain.money import Money
from kartoteka.domain.offers import Offer
from kartoteka.domain.sales import Sale
from kartoteka.i18n import Words
from kartoteka.shop import Shop, calls, logos, sales
from kartoteka.shop.backs import Sold, back_for
from kartoteka.shop.changes import Changes, Done
from kartoteka.shop.views import IssuedPaper
from kartoteka.store import clients as stored_clients
from kartoteka.store import journal, numbers, search
from kartoteka.store import papers as stored
from kartoteka.store import sales as stored_sales
from kartoteka.store.book import Session

if TYPE_CHECKING:
    from kartoteka.documents.page import Printed

Found = TypeVar("Found")

RECEIPT = "receipt"
ISSUE_RECEIPT = "issue_receipt"
SIZES = ("a4", "a5")
TELEPHONE = 5
"""So many digits may be a part of a telephone number."""


def issue_receipt(
    shop: Shop, ref: str | int, size: str = "", *, back: BackWish | None = None
) -> Done[IssuedPaper]:
    """Issue the receipt of a sale (its id as int; its number or uuid as str), once.

    `size` a5 or a4, empty: the shop's; `back` None: as the owner set it. An issued receipt is
    answered as it is. A purchase that was imported without a number takes the next one. Raises
    NotFound, BadValue for another size.
    """
    on_size = paper_size(size or shop.settings.paper_size)
    with shop.change() as session:
        sale_id = sales.sale_id(session, ref)
        known = stored.of_sale(session, RECEIPT, sale_id)
        if known is not None:
            return Done(issued_paper(known), Changes())
        sale = stored_sales.get(session, sale_id)
        if sale is None:
            raise NotFound("sale", str(ref))
        paper_id = _issue(shop, session, sale, on_size, back=back)
        detail = json.dumps({"paper": paper_id})
        journal.write(session, shop.now(), shop.seller, ISSUE_RECEIPT, sale.client, detail)
        issued = issued_paper(_found(stored.get(session, paper_id), paper_id))
    clients = frozenset() if sale.client is None else frozenset({sale.client})
    return Done(issued, Changes(clients=clients, sales=True))


def paper(shop: Shop, ref: str | int) -> IssuedPaper:
    """An issued paper by its id (int) or number (str); raises NotFound.

    A number is sought as it stands on papers, of receipts first, then without its zeros.
    """
    with shop.read() as session:
        if isinstance(ref, int):
            return issued_paper(_found(stored.get(session, ref), ref))
        text = ref.strip().lstrip("№#").strip()
        plain = text.isascii() and text.isdigit() and len(text) < 16 and text[:1] != "0"
        found = stored.of_number(session, int(text)) if plain else None
        return issued_paper(_found(found or _of_text(session, text), ref))


def of_kind(shop: Shop, kind: str, ref: str) -> IssuedPaper | None:
    """The paper of a kind with this number, unless a sale has that number too."""
    text = ref.strip().lstrip("№#").strip()
    plain = text.isascii() and text.isdigit() and len(text) < 16 and text[:1] != "0"
    with shop.read() as session:
        if plain and stored_sales.id_of_number(session, int(text)) is not None:
            return None
        line = _of_text(session, text, kind)
    return None if line is None else issued_paper(line)


def _of_text(session: Session, text: str, kind: str = "") -> stored.PaperLine | None:
    """The paper with this number as it stands on it, else with these digits."""
    found = stored.of_shown(session, text, kind)
    digits = text.isascii() and text.isdigit() and len(text) < 16
    if found is None and digits:
        found = stored.of_digits(session, int(text), kind)
    return found


def papers(shop: Shop, client: ClientId | None = None, limit: int = 500) -> list[IssuedPaper]:
    """Issued papers, newest first; of one client, or all."""
    with shop.read() as session:
        return [issued_paper(line) for line in stored.newest(session, client, limit)]


def find_ids(shop: Shop, text: str = "", kinds: Sequence[str] = ()) -> Sequence[int]:
    """Issued papers by the beginning of their number or anything on the client's card.

    A number may be written with its zeros and prefix, as it stands on the paper, or without.
    Newest first, the exact number before all; an empty text finds every paper. After a № and with
    few digits only numbers are meant, with more it may be a telephone. `kinds`: only papers of
    these kinds, none for all.
    """
    sought = text.strip().lstrip("№#").strip()
    with shop.read() as session:
        if not sought:
            return stored.ids(session, "", (), kinds)
        number = sought if sought.isascii() and sought.isdigit() else ""
        number = number.lstrip("0") or number
        meant = bool(number) and (len(number) < TELEPHONE or text.strip()[0] in "№#")
        clients = () if meant else search.search(session, sought)
        return stored.ids(session, number, clients, kinds, shown=sought)


def lines(shop: Shop, papers: Sequence[int]) -> list[IssuedPaper]:
    """These papers in their order; those that are gone are left out."""
    with shop.read() as session:
        return [issued_paper(line) for line in stored.lines(session, papers)]


def paper_pdf(shop: Shop, paper_id: int, *, copy: bool = False, size: str = "") -> bytes:
    """The PDF of any issued paper, the same every time, drawn from what was kept of it.

    `copy` marks it as a copy; one that was annulled says so. `size`: another one than it was
    issued on, for a receipt also a strip of 80 or 58 mm. Raises NotFound, BadValue.
    """
    return printed_paper(shop, paper_id, copy=copy, size=size).pdf


def printed_paper(shop: Shop, paper_id: int, *, copy: bool = False, size: str = "") -> "Printed":
    """Like `paper_pdf`, with the number of pages beside the bytes."""
    from kartoteka.documents.sheets import any_from_json
    from kartoteka.shop.drawing import printed

    with shop.read() as session:
        kept = _found(stored.source(session, paper_id), paper_id)
        line = _found(stored.get(session, paper_id), paper_id)
    annulled = line.annulled_at is not None
    sheet = any_from_json(kept.sheet)
    pictures = logos.pictures_for(shop, sheet)
    return printed(sheet, size or kept.size, copy=copy, annulled=annulled, pictures=pictures)


@dataclass(frozen=True, slots=True)
class Printout:
    """What a printer is to be given of a paper, and whether that is a copy."""

    pdf: bytes
    copy: bool


def to_print(
    shop: Shop, paper_id: int, size: str = "", *, again: bool = False, backs: bool = False
) -> Printout:
    """The paper as it is printed now: the original the first time, marked as a copy later.

    `again`: the original did not come out and is wanted once more; `backs`: only the backs of what
    was printed last. In its own size unless `size` names another. Raises NotFound, BadValue.
    """
    issued = paper(shop, paper_id)
    copy = bool(issued.copies) if backs else issued.printed and not again
    return Printout(paper_pdf(shop, paper_id, copy=copy, size=size), copy)


def count_print(shop: Shop, paper_id: int, *, copy: bool) -> Done[None]:
    """A print of `to_print` went to a printer, page or strip; from now on prints are copies."""
    with shop.change() as session:
        if copy:
            stored.count_copy(session, paper_id)
        else:
            stored.count_original(session, paper_id)
    return Done(None, Changes(sales=True))


def offer_preview(shop: Shop, offer: Offer, size: str = "") -> bytes:
    """How an offer will look on the back, one page; what it does not say yet is dots."""
    from kartoteka.documents import back
    from kartoteka.documents.page import About
    from kartoteka.documents.sheets import PaperSize
    from kartoteka.shop.back_sheets import back_sheet

    words, details = Words(offer.language), shop.settings.shop
    told = replace(offer, title=offer.title.strip() or "…", ends=offer.ends or offer.begins)
    sheet = back_sheet(words, details, Back(BackKind.OFFER, offer=told))
    if offer.ends is None:
        sheet = replace(sheet, until="…")
    about = About(told.title, details.name, offer.language, shop.today())
    return back.draw(sheet, PaperSize(paper_size(size or shop.settings.paper_size)), about)


def call_list_pdf(shop: Shop, list_id: int, language: str = "") -> bytes:
    """The PDF of a call list to call from."""
    return printed_call_list(shop, list_id, language).pdf


def printed_call_list(shop: Shop, list_id: int, language: str = "") -> "Printed":
    """A call list to call from, with its pages; scripts are in each client's language."""
    from kartoteka.documents import call_list
    from kartoteka.shop.call_sheets import call_list_sheet

    words = Words(language or shop.settings.shop.language)
    with shop.read() as session:
        sheet = call_list_sheet(shop, session, calls.call_list(shop, list_id), words)
    return call_list.prepare(sheet)


def save_paper(shop: Shop, paper_id: int) -> Path:
    """Write the PDF of any issued paper to <folder>/<year>/; raises FileNotWritable."""
    issued = paper(shop, paper_id)
    number = "".join(char if char.isalnum() else "-" for char in issued.shown)
    name = issued.kind.replace("_", "-")
    path = _place(shop, issued.issued_on, f"{name}-{number.zfill(6)}.pdf")
    save_pdf(paper_pdf(shop, paper_id), path)
    return path


def save_call_list(shop: Shop, list_id: int, language: str = "") -> Path:
    """Write the call list's PDF to <folder>/<year>/; raises FileNotWritable."""
    on = calls.call_list(shop, list_id).on
    path = _place(shop, on, f"call-list-{on.isoformat()}-{list_id}.pdf")
    save_pdf(call_list_pdf(shop, list_id, language), path)
    return path


def save_pdf(pdf: bytes, path: Path) -> None:
    """Write a PDF whole or not at all; raises FileNotWritable."""
    from kartoteka.exchange.errors import FileNotWritable

    partial = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_bytes(pdf)
        partial.replace(path)
    except OSError as trouble:
        _forget(partial.unlink)
        raise FileNotWritable(path, trouble.strerror or str(trouble)) from trouble


def _forget(tidy: Callable[[], None]) -> None:
    try:
        tidy()
    except OSError:
        return


def _issue(shop: Shop, session: Session, sale: Sale, size: str, *, back: BackWish | None) -> int:
    from kartoteka.documents.sheets import to_json
    from kartoteka.shop import drawing
    from kartoteka.shop.receipts import Told, receipt_sheet

    number = sale.number
    if number is None:
        number = numbers.take(session, numbers.RECEIPTS)
        stored_sales.set_number(session, sale.id, number)
    client = None if sale.client is None else stored_clients.get(session, sale.client)
    words = Words(language_of(shop, client))
    # What was given back needs no advice.
    bought = () if sale.is_return else [line.item for line in sale.lines]
    about = Sold(sale.on, () if sale.is_return else sale.lines)
    chosen = back_for(shop, session, sale.client, words.language, bought, back, about)
    sold = None if sale.returns is None else stored_sales.get(session, sale.returns)
    in_money, totals, in_leva = told_of(shop, session, sale)
    told = Told(
        sale=in_money,
        totals=totals,
        number=number,
        client=client,
        shop=shop.settings.shop,
        back=chosen,
        returned_number=sold.number if sold else None,
        in_leva=in_leva or _back_of_leva(sale, sold),
    )
    sheet = receipt_sheet(words, told)
    pictures = logos.pictures_for(shop, sheet)
    printed = drawing.printed(sheet, size, pictures=pictures)
    return stored.add(
        session,
        stored.NewPaper(
            kind=RECEIPT,
            number=number,
            sale=sale.id,
            client=sale.client,
            issued_on=shop.today(),
            at=shop.now(),
            language=words.language,
            size=size,
            sheet=to_json(sheet),
            sha256=hashlib.sha256(printed.pdf).hexdigest(),
            pages=printed.pages,
            total=in_money.total,
            offer=chosen.offer.id if chosen and chosen.offer else None,
        ),
    )


def _back_of_leva(sale: Sale, sold: Sale | None) -> bool:
    """Whether this gives back in euros what was paid in leva."""
    return sold is not None and sold.total.currency == "BGN" != sale.total.currency


def told_of(shop: Shop, session: Session, sale: Sale) -> tuple[Sale, Sequence[Money], bool]:
    """A sale as a paper of today tells it, the totals of its lines, and whether it was in leva.

    A shop that has gone over to the euro issues no paper in leva any more.
    """
    currency = sale.total.currency
    minors = stored_sales.totals_of_lines(session, sale.id)
    totals = tuple(Money(minor, currency) for minor in minors)
    if (currency, shop.settings.shop.currency) != ("BGN", "EUR"):
        return sale, totals, False
    return *in_euros(sale, totals), True


def language_of(shop: Shop, client: Client | None) -> str:
    """The language of a client's papers: their own, else the shop's."""
    return client.language if client and client.language else shop.settings.shop.language


def _place(shop: Shop, on: date, name: str) -> Path:
    return shop.folder / str(on.year) / name


def paper_size(size: str) -> str:
    """The size if papers can be issued on it, else raises BadValue."""
    if size not in SIZES:
        raise BadValue("size", size, "not one of")
    return size


def _found(found: Found | None, ref: str | int) -> Found:
    if found is None:
        raise NotFound("paper", str(ref))
    return found


def issued_paper(line: stored.PaperLine) -> IssuedPaper:
    """A kept paper as the other floors see it."""
    return IssuedPaper(
        id=line.id,
        kind=line.kind,
        number=line.number,
        sale=line.sale,
        client=line.client,
        client_name=line.client_name,
        issued_on=line.issued_on,
        language=line.language,
        size=line.size,
        pages=line.pages,
        total=Money(line.total_minor, line.currency),
        printed=line.copies >= 0,
        copies=max(0, line.copies),
        offer=line.offer,
        series=line.series,
        shown=line.shown,
        due_on=line.due_on,
        amends=line.amends,
        ground=line.ground,
        annulled_at=line.annulled_at,
        annul_reason=line.annul_reason,
        vat_ground=line.vat_ground,
    )
