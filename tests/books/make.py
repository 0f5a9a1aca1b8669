"""Makes the old book of a schema; run before that schema is released and never after.

python tests/books/make.py [N …] writes tests/books/schema_NNNN.db.gz, without a number that of the
present one. Only SQL is used, so that the book is what the schema was, not what a later program
makes of it.
"""

import gzip
import sys
import tempfile
from pathlib import Path

from kartoteka import assemble
from kartoteka.store import migrations
from kartoteka.store.book import Book
from kartoteka.store.direct import direct

CLIENTS = """
INSERT INTO client (id, kind, family, given, middle, called, company, sort_name, given_folded,
    tax_id, vat_id, kpp, ogrn, street, city, postcode, country, hours, language, name_day, notes,
    do_not_contact, card, added_on, visits, purchases, first_visit, last_visit, total_minor,
    yearly_minor, birth_year, birth_month, birth_day)
VALUES (1, 'person', 'Иванова', 'Мария', '', '', '', 'иванова мария', 'мария', '', '', '', '', '',
        'Пловдив', '', 'bg', '', 'bg', '', 'Обича сребро', 0, '2000000000015', '2025-03-01',
        2, 2, '2025-03-01', '2026-10-03', 4500, 0, 1988, 2, 29),
       (2, 'person', 'Петров', 'Алексей', 'Ёлкович', '', '', 'петров алексей', 'алексеи', '', '',
        '', '', '', '', '', 'ru', 'после 18:00', 'ru', '', '', 1, NULL, '2025-04-01',
        1, 1, '2025-04-02', '2025-04-02', 1200, 0, NULL, 12, 31),
       (3, 'company', '', '', '', '', '„Роза“ ООД', 'роза оод', '', '175074752', 'BG175074752',
        '', '', 'ул. „Шипка“ 1', 'София', '1000', 'bg', '', '', '', '', 0, NULL, '2026-01-15',
        0, 0, NULL, NULL, 0, 0, NULL, NULL, NULL);
INSERT INTO client_search (rowid, name, contact, card, tags, notes)
VALUES (1, 'иванова мария', '359888123456', '2000000000015', 'сребро', 'обича сребро'),
       (2, 'петров алексеи елкович', '79123456789', '', '', ''),
       (3, '„роза“ оод', '', '', '', '');
INSERT INTO client_short (rowid, pieces)
VALUES (1, 'и ив в ва м ма'), (2, 'п пе е ет'), (3, 'р ро о оз');
INSERT INTO phone (client_id, position, typed, e164, digits, note)
VALUES (1, 1, '0888 123 456', '+359888123456', '359888123456', ''),
       (2, 1, '8 (912) 345-67-89', '+79123456789', '79123456789', 'жена');
INSERT INTO tag (client_id, kind, text, folded, position)
VALUES (1, 'likes', 'Сребро', 'сребро', 1);
INSERT INTO consent (client_id, channel, given, at, how, wording)
VALUES (1, 'call', 1, '2025-03-01 10:00:00.000000', 'в магазина', '');
"""
SALES = """
INSERT INTO sale (id, uuid, number, client_id, day, at, currency, total_minor, note, returns_id,
    seller)
VALUES (1, 'a', 1, 1, '2025-03-01', '2025-03-01 10:05:00.000000', 'EUR', 2000, '', NULL, ''),
       (2, 'b', 2, 2, '2025-04-02', '2025-04-02 11:00:00.000000', 'EUR', 1200, '', NULL, ''),
       (3, 'c', 3, 1, '2026-10-03', '2026-10-03 17:30:00.000000', 'EUR', 3000, '', NULL, ''),
       (4, 'd', 4, 1, '2026-10-05', '2026-10-05 09:00:00.000000', 'EUR', -500, '', 3, '');
INSERT INTO sale_line (sale_id, position, name, quantity, price_minor, discount_minor, total_minor,
    unit, sku, returns_position)
VALUES (1, 1, 'Обеци', '1', 2000, 0, 2000, '', '', NULL),
       (2, 1, 'Гривна', '1', 1200, 0, 1200, '', '', NULL),
       (3, 1, 'Мъниста', '6', 500, 0, 3000, 'бр.', '', NULL),
       (4, 1, 'Мъниста', '-1', 500, 0, -500, 'бр.', '', 1);
INSERT INTO payment (sale_id, position, kind, amount_minor)
VALUES (1, 1, 'cash', 2000), (2, 1, 'card', 1200), (3, 1, 'cash', 3000), (4, 1, 'cash', -500);
INSERT INTO number ("range", next) VALUES ('receipt', 5);
INSERT INTO offer (title, reason, begins, ends, language, code)
VALUES ('Гривна към обеците', 'Обеците са сребърни', '2026-10-01', '2026-12-31', 'bg', 'ELA');
"""
TILL = """
INSERT INTO item (id, kind, name, folded, sku, sku_key, price_minor, cost_minor, currency, vat_rate,
    unit, lasts_days, added_on)
VALUES (1, 'goods', 'Мъниста', 'мъниста', 'М-1', 'м-1', 500, 200, 'EUR', '20', 'бр.', 60,
        '2026-10-01'),
       (2, 'service', 'Поправка', 'поправка', '', '', NULL, NULL, 'EUR', NULL, '', NULL,
        '2026-10-01');
INSERT INTO item_barcode (barcode, item_id, position, code_key)
VALUES ('3800123450017', 1, 1, '3800123450017');
INSERT INTO item_tag (item_id, text, folded, position) VALUES (1, 'Сребро', 'сребро', 1);
INSERT INTO item_bond (item_id, goes_id, bond, after_days) VALUES (1, 2, 'after_care', 30);
INSERT INTO item_search (rowid, name, codes, tags)
VALUES (1, 'мъниста', 'м-1 3800123450017', 'сребро'), (2, 'поправка', '', '');
INSERT INTO item_short (rowid, pieces) VALUES (1, 'м мъ ъ'), (2, 'п по о');
INSERT INTO held_sale (uuid, at, seller, client_id, title, basket, is_open)
VALUES ('h', '2026-10-05 09:10:00.000000', '', 1, '', '{}', 0);
INSERT INTO debt_payment (uuid, client_id, day, at, kind, amount_minor, currency, note, seller)
VALUES ('p', 2, '2026-10-05', '2026-10-05 09:20:00.000000', 'cash', 100, 'EUR', '', '');
INSERT INTO day_close (day, at, seller, currency, opening_minor, expected_minor, counted_minor,
    left_minor, note, sums)
VALUES ('2026-10-05', '2026-10-05 19:00:00.000000', '', 'EUR', 0, -400, 0, 0, '', '{}');
"""
CARE = """
UPDATE item SET care = 'Пазете от вода.' WHERE id = 1;
"""
PAPERS = """
INSERT INTO number_start (series, reached, begins, at)
VALUES ('invoice', 1, 1235, '2026-10-05 09:00:00.000000');
INSERT INTO number ("range", next, digits) VALUES ('invoice', 1235, 10);
INSERT INTO picture (hash, data) VALUES ('ab', x'89504e47');
"""
PRICES = """
INSERT INTO item_price (item_id, since, price_minor, currency)
VALUES (1, '2026-10-01', 600, 'EUR'), (1, '2026-10-20', 500, 'EUR');
UPDATE item SET contents = '250 g', warranty_months = 24, service_months = 12 WHERE id = 1;
UPDATE sale_line SET serial = 'SN-1' WHERE sale_id = 3;
"""
SHOWN = """
INSERT INTO offer_shown (client_id, offer_id, at) VALUES (1, 1, '2026-10-06 09:00:00.000000');
"""
ROWS = {
    1: CLIENTS + SALES,
    2: CLIENTS + SALES + TILL,
    3: CLIENTS + SALES + TILL + CARE,
    4: CLIENTS + SALES + TILL + CARE + PAPERS,
    5: CLIENTS + SALES + TILL + CARE + PAPERS + PRICES,
    6: CLIENTS + SALES + TILL + CARE + PAPERS + PRICES + SHOWN,
    7: CLIENTS + SALES + TILL + CARE + PAPERS + PRICES + SHOWN,
}


def make(folder: Path, schema: int) -> Path:
    """Write the book of a schema into `folder`, packed."""
    migrations.HEAD = schema
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "kartoteka.db"
        assemble.new_book(path, "Работилница „Ела“", "bg")
        book = Book.open(path)
        with book.changing() as session:
            for statement in ROWS[schema].split(";\n"):
                if statement.strip():
                    direct(session).execute(statement)
        book.close()
        packed = folder / f"schema_{schema:04}.db.gz"
        packed.write_bytes(gzip.compress(path.read_bytes(), mtime=0))
        return packed


if __name__ == "__main__":
    for number in sys.argv[1:] or [str(migrations.HEAD)]:
        make(Path(__file__).parent, int(number))
