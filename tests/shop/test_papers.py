"""Issuing receipts, printing them again and keeping them as files."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from tests.shop.selling import add, add_regular, draft, line, sell

from kartoteka.documents import receipt
from kartoteka.documents.page import Printed
from kartoteka.domain.backs import BackWish
from kartoteka.domain.clients import Client, Phone
from kartoteka.domain.errors import BadValue, NotFound
from kartoteka.domain.offers import Offer
from kartoteka.exchange.errors import FileNotWritable
from kartoteka.shop import Shop, calls, clients, offers, papers, safety, sales
from kartoteka.shop import settings as shop_settings
from kartoteka.store import papers as stored
from kartoteka.store import sales as stored_sales


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).replace("\u00a0", " ").split())


def issued(shop: Shop, **kind: str) -> str:
    shop_settings.change_settings(shop, {f"shop.{key}": value for key, value in kind.items()})
    client = add(shop, Client(given="Ива", family="Колева", card="1042"))
    sold = sell(shop, line("Колие <b>", "40.00", discount="4.00"), client=client)
    paper = papers.issue_receipt(shop, sold.id).value
    return text_of(papers.paper_pdf(shop, paper.id))


def test_a_bulgarian_receipt_says_that_it_is_no_fiscal_one(shop: Shop) -> None:
    told = issued(shop)
    assert "СТОКОВА РАЗПИСКА" in told
    assert "НЕ Е ФИСКАЛЕН БОН" in told
    assert "Колие <b>" in told
    assert "36,00 €" in told
    assert "тридесет и шест евро" in told.lower()


def test_the_shops_telephone_stays_on_one_line(shop: Shop) -> None:
    about = {
        "shop.legal_name": "„Зърно и лист“ ЕООД",
        "shop.tax_id": "100000550",
        "shop.address": "Пловдив, ул. Отец Паисий 14",
        "shop.phone": "+359 32 200 042",
    }
    shop_settings.change_settings(shop, about)
    paper = papers.issue_receipt(shop, sell(shop).id).value
    document = pypdfium2.PdfDocument(papers.paper_pdf(shop, paper.id))
    lines = document[0].get_textpage().get_text_range().replace("\u00a0", " ").splitlines()
    document.close()
    assert any("+359 32 200 042" in line for line in lines)


def test_a_russian_receipt_names_its_law(shop: Shop) -> None:
    told = issued(shop, country="ru", language="ru", name="Бусина", tax_id="500100732259")
    assert "Товарный чек № 1" in told
    assert "Не является кассовым чеком (54-ФЗ)" in told
    assert "ИНН 500100732259" in told
    assert "Без НДС" in told


def test_elsewhere_it_is_a_plain_receipt(shop: Shop) -> None:
    told = issued(shop, country="other", language="en")
    assert "Receipt No. 1" in told
    assert "Ива Колева" in told
    assert "card 1042" in told


def test_a_paper_is_in_the_clients_language_with_the_countrys_form(shop: Shop) -> None:
    client = add(shop, Client(given="Kate", language="en"))
    sold = sell(shop, client=client)
    paper = papers.issue_receipt(shop, sold.id).value
    told = text_of(papers.paper_pdf(shop, paper.id))
    assert paper.language == "en"
    assert "СТОКОВА РАЗПИСКА" in told
    assert "Receipt No. 1" in told


def test_vat_inside_is_told_by_a_registered_shop(shop: Shop) -> None:
    told = issued(shop, language="en", vat_registered="yes", vat_rate="20", vat_id="BG175074752")
    assert "Incl. VAT 20%: €6.00" in told
    assert "BG175074752" in told


def test_an_issued_receipt_never_changes(shop: Shop) -> None:
    client = add(shop, Client(given="Ива", family="Колева"))
    sold = sell(shop, client=client)
    first = papers.issue_receipt(shop, sold.id)
    pdf = papers.paper_pdf(shop, first.value.id)
    clients.edit_client(shop, replace(clients.client(shop, client), family="Петрова"))
    shop_settings.change_settings(shop, {"shop.name": "Друго име"})
    again = papers.issue_receipt(shop, "1", "a4")
    assert again.value == replace(first.value, client_name="Ива Петрова")
    assert papers.paper_pdf(shop, first.value.id) == pdf
    with shop.read() as session:
        kept = stored.source(session, first.value.id)
    assert kept is not None
    assert kept.sha256 == hashlib.sha256(pdf).hexdigest()


def test_the_first_print_is_the_original_and_later_ones_are_counted_copies(shop: Shop) -> None:
    shop_settings.change_settings(shop, {"shop.language": "en"})
    paper = papers.issue_receipt(shop, sell(shop).id).value
    assert not paper.printed
    for copies in (0, 1, 2):
        printout = papers.to_print(shop, paper.id)
        assert printout.copy == bool(copies)
        assert ("COPY" in text_of(printout.pdf)) == bool(copies)
        papers.count_print(shop, paper.id, copy=printout.copy)
        found = papers.paper(shop, paper.id)
        assert (found.printed, found.copies) == (True, copies)


def test_a_print_that_failed_is_not_counted_and_the_original_may_be_wanted_again(
    shop: Shop,
) -> None:
    paper = papers.issue_receipt(shop, sell(shop).id).value
    assert not papers.to_print(shop, paper.id).copy
    assert not papers.to_print(shop, paper.id).copy
    papers.count_print(shop, paper.id, copy=False)
    once_more = papers.to_print(shop, paper.id, again=True)
    assert not once_more.copy
    papers.count_print(shop, paper.id, copy=once_more.copy)
    assert papers.paper(shop, paper.id).copies == 0


def test_backs_belong_to_the_fronts_that_were_printed_last(shop: Shop) -> None:
    paper = papers.issue_receipt(shop, sell(shop).id).value
    papers.count_print(shop, paper.id, copy=False)
    assert not papers.to_print(shop, paper.id, backs=True).copy
    papers.count_print(shop, paper.id, copy=True)
    assert papers.to_print(shop, paper.id, backs=True).copy


def test_the_back_holds_one_offer_with_its_end_and_code(shop: Shop) -> None:
    offer = Offer(
        title="Гривна към колието",
        reason="Последните шест камъка",
        begins=shop.today(),
        ends=shop.today() + timedelta(days=14),
        language="bg",
        code="AK-7F3M",
    )
    saved = offers.save_offer(shop, offer).value
    paper = papers.issue_receipt(shop, sell(shop).id).value
    told = text_of(papers.paper_pdf(shop, paper.id))
    assert (paper.pages, paper.offer) == (2, saved.id)
    assert "Последните шест камъка" in told
    assert "5 декември 2026 г." in told
    assert "AK-7F3M" in told


def test_without_an_offer_the_back_tells_how_to_reach_the_owner(shop: Shop) -> None:
    shop_settings.change_settings(
        shop, {"shop.owner_contact": "Ела, 0888 123 456", "shop.language": "en"}
    )
    paper = papers.issue_receipt(shop, sell(shop).id).value
    told = text_of(papers.paper_pdf(shop, paper.id))
    assert (paper.pages, paper.offer) == (2, None)
    assert "What did you like, and what could be better?" in told
    assert "Ела, 0888 123 456" in told


def test_a_bare_shop_promises_no_answer(shop: Shop) -> None:
    bare = dict.fromkeys(("phone", "email", "site", "address", "owner_contact"), "")
    shop_settings.change_settings(
        shop, {"shop.language": "en", **{f"shop.{key}": value for key, value in bare.items()}}
    )
    paper = papers.issue_receipt(shop, sell(shop).id).value
    assert paper.pages == 1
    assert "answer" not in text_of(papers.paper_pdf(shop, paper.id))


def test_issuing_showing_and_printing_draw_a_receipt_once(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = []
    prepare = receipt.prepare

    def counted(*given: Any, **more: Any) -> Printed:
        drawn.append(given)
        return prepare(*given, **more)

    monkeypatch.setattr(receipt, "prepare", counted)
    paper = papers.issue_receipt(shop, sell(shop).id).value
    shown = papers.paper_pdf(shop, paper.id)
    for _ in range(2):
        assert papers.to_print(shop, paper.id).pdf == shown
    assert len(drawn) == 1


def test_a_receipt_without_a_back_is_one_page(shop: Shop) -> None:
    paper = papers.issue_receipt(shop, sell(shop).id, "a4", back=BackWish.NOTHING).value
    assert (paper.pages, paper.size) == (1, "a4")


def test_an_imported_purchase_takes_its_number_when_its_receipt_is_issued(shop: Shop) -> None:
    sell(shop)
    asked = draft(shop)
    with shop.change() as session:
        imported = stored_sales.add(
            session,
            stored_sales.NewSale(
                uuid="imported",
                number=None,
                client=None,
                on=shop.today(),
                at=shop.now(),
                total=asked.lines[0].price,
                lines=[(asked.lines[0], asked.lines[0].price)],
                payments=(),
            ),
        )
    assert papers.issue_receipt(shop, imported).value.number == 2
    assert sales.sale(shop, imported).number == 2
    assert sell(shop).number == 3
    assert safety.check(shop).ok


def test_the_receipt_of_a_return_names_the_purchase(shop: Shop) -> None:
    shop_settings.change_settings(shop, {"shop.language": "en"})
    sold = sell(shop, line(quantity="2"))
    back = sales.record_return(shop, sales.return_draft(shop, sold.id, {1: Decimal(1)})).value
    paper = papers.issue_receipt(shop, back.id).value
    told = text_of(papers.paper_pdf(shop, paper.id))
    assert "for purchase No. 1" in told
    assert "€24.00" in told


def test_what_is_not_there_or_does_not_fit_is_refused(shop: Shop) -> None:
    with pytest.raises(NotFound):
        papers.issue_receipt(shop, "7")
    with pytest.raises(NotFound):
        papers.paper(shop, "7")
    with pytest.raises(BadValue):
        papers.issue_receipt(shop, sell(shop).id, "a3")
    assert papers.papers(shop) == []


def test_papers_are_listed_newest_first_and_by_client(shop: Shop) -> None:
    client = add(shop, Client(given="Ива"))
    papers.issue_receipt(shop, sell(shop, client=client).id)
    papers.issue_receipt(shop, sell(shop).id)
    assert [each.number for each in papers.papers(shop)] == [2, 1]
    assert [each.client_name for each in papers.papers(shop, client)] == ["Ива"]


def test_pdfs_are_kept_by_year(shop: Shop) -> None:
    paper = papers.issue_receipt(shop, sell(shop).id).value
    path = papers.save_paper(shop, paper.id)
    assert path == shop.folder / "2026" / "receipt-000001.pdf"
    assert path.read_bytes() == papers.paper_pdf(shop, paper.id)
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_left(
    shop: Shop, tmp_path: Path
) -> None:
    shop.folder = tmp_path / "busy"
    shop.folder.write_text("a file where the folder should be")
    paper = papers.issue_receipt(shop, sell(shop).id).value
    with pytest.raises(FileNotWritable):
        papers.save_paper(shop, paper.id)


def test_a_call_list_is_printed_with_reasons_and_scripts(shop: Shop) -> None:
    shop_settings.change_settings(shop, {"shop.language": "en"})
    client = Client(
        given="Ива", phones=(Phone("088 812 3456", "+359888123456"),), hours="след 18:00"
    )
    silent = add_regular(shop, client, every=10, silent=80, times=8)
    made = calls.make_call_list(shop, [silent]).value
    told = text_of(papers.call_list_pdf(shop, made.id))
    assert "+359 88 812 3456" in told
    assert "silent for 80" in told
    assert "Hello, Ива!" in told
    assert "след 18:00" in told
    path = papers.save_call_list(shop, made.id)
    assert path.name == "call-list-2026-11-21-1.pdf"
    assert path.exists()


def test_papers_are_found_by_number_and_by_anything_on_the_card(shop: Shop) -> None:
    ana = add(shop, Client(given="Ана", phones=(Phone("0888123456", "+359888123456"),)))
    boris = add(shop, Client(given="Борис", card="1042"))
    first, second, third = (
        papers.issue_receipt(shop, sell(shop, client=client).id).value.id
        for client in (ana, boris, None)
    )
    assert list(papers.find_ids(shop)) == [third, second, first]
    assert list(papers.find_ids(shop, "ана")) == [first]
    assert list(papers.find_ids(shop, "88812")) == [first]
    assert list(papers.find_ids(shop, "2")) == [second]
    assert list(papers.find_ids(shop, "№ 00042")) == []
    assert list(papers.find_ids(shop, "никой")) == []
    assert [line.client_name for line in papers.lines(shop, [second, 99, first])] == [
        "Борис",
        "Ана",
    ]


def test_the_exact_number_comes_before_longer_ones(shop: Shop) -> None:
    for _ in range(12):
        papers.issue_receipt(shop, sell(shop).id)
    numbers = [paper.number for paper in papers.lines(shop, papers.find_ids(shop, "1"))]
    assert numbers == [1, 12, 11, 10]


def test_an_offer_is_shown_as_it_will_stand_on_the_back(shop: Shop) -> None:
    today = shop.today()
    offer = Offer(
        title="Филтър <b> за вашия чайник",
        reason="Чайникът е на година",
        begins=today,
        ends=today + timedelta(days=14),
        language="bg",
        code="AK-7F3M",
    )
    told = text_of(papers.offer_preview(shop, offer))
    assert "Филтър <b>" in told
    assert "5 декември 2026" in told
    assert "AK-7F3M" in told


def test_an_offer_that_is_not_finished_is_shown_with_dots(shop: Shop) -> None:
    empty = Offer(title="", reason="", begins=shop.today(), ends=None, language="bg")
    assert text_of(papers.offer_preview(shop, empty)).count("…") == 2


def test_a_copy_may_be_printed_on_another_size(shop: Shop) -> None:
    paper = papers.issue_receipt(shop, sell(shop).id, "a5").value
    papers.count_print(shop, paper.id, copy=False)
    copy = pypdfium2.PdfDocument(papers.to_print(shop, paper.id, "a4").pdf)
    try:
        assert copy[0].get_size()[0] == pytest.approx(595, abs=1)
    finally:
        copy.close()
