"""The till and its papers: catalogue, held sales, debts, closed days, runs of paper numbers."""

import hashlib

from alembic import op

revision = "0002"
down_revision = "0001"

NEW_TABLES = """
CREATE TABLE item (
    id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    folded VARCHAR NOT NULL,
    sku VARCHAR NOT NULL,
    sku_key VARCHAR NOT NULL,
    price_minor INTEGER,
    cost_minor INTEGER,
    currency VARCHAR NOT NULL,
    vat_rate VARCHAR,
    unit VARCHAR NOT NULL,
    lasts_days INTEGER,
    added_on DATE NOT NULL,
    deleted_at DATETIME,
    import_id INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT item_kind CHECK (kind in ('goods', 'service', 'subscription')),
    CONSTRAINT item_name CHECK (trim(name) <> ''),
    CONSTRAINT item_price CHECK (price_minor >= 0),
    CONSTRAINT item_cost CHECK (cost_minor >= 0),
    CONSTRAINT item_lasts CHECK (lasts_days > 0),
    CONSTRAINT item_currency CHECK (length(currency) = 3),
    FOREIGN KEY(import_id) REFERENCES import (id)
);
CREATE INDEX item_by_name ON item (folded, id) WHERE deleted_at is null;
CREATE UNIQUE INDEX item_by_sku ON item (sku_key) WHERE deleted_at is null and sku_key <> '';
CREATE INDEX item_by_import ON item (import_id) WHERE import_id is not null;

CREATE TABLE item_barcode (
    barcode VARCHAR NOT NULL,
    item_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    code_key VARCHAR NOT NULL,
    PRIMARY KEY (barcode),
    FOREIGN KEY(item_id) REFERENCES item (id)
) WITHOUT ROWID;
CREATE INDEX item_barcode_by_item ON item_barcode (item_id, position);
CREATE INDEX item_barcode_by_key ON item_barcode (code_key, item_id);

CREATE TABLE item_tag (
    item_id INTEGER NOT NULL,
    text VARCHAR NOT NULL,
    folded VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (item_id, text),
    FOREIGN KEY(item_id) REFERENCES item (id)
);
CREATE INDEX item_tag_by_text ON item_tag (folded, item_id);

CREATE TABLE item_bond (
    item_id INTEGER NOT NULL,
    goes_id INTEGER NOT NULL,
    bond VARCHAR NOT NULL,
    after_days INTEGER NOT NULL,
    PRIMARY KEY (item_id, goes_id),
    CONSTRAINT item_bond_kind CHECK (bond in ('accessory', 'consumable', 'after_care')),
    CONSTRAINT item_bond_days CHECK (after_days >= 0),
    FOREIGN KEY(item_id) REFERENCES item (id),
    FOREIGN KEY(goes_id) REFERENCES item (id)
) WITHOUT ROWID;

CREATE TABLE item_before (
    import_id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    "before" VARCHAR NOT NULL,
    PRIMARY KEY (import_id, item_id),
    FOREIGN KEY(import_id) REFERENCES import (id)
);

CREATE TABLE held_sale (
    id INTEGER NOT NULL,
    uuid VARCHAR NOT NULL,
    at DATETIME NOT NULL,
    seller VARCHAR NOT NULL,
    client_id INTEGER,
    title VARCHAR NOT NULL,
    basket VARCHAR NOT NULL,
    is_open BOOLEAN NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (uuid),
    FOREIGN KEY(client_id) REFERENCES client (id)
);

CREATE TABLE debt_payment (
    id INTEGER NOT NULL,
    uuid VARCHAR NOT NULL,
    client_id INTEGER,
    sale_id INTEGER,
    day DATE NOT NULL,
    at DATETIME NOT NULL,
    kind VARCHAR NOT NULL,
    amount_minor INTEGER NOT NULL,
    currency VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    seller VARCHAR NOT NULL,
    voided_at DATETIME,
    PRIMARY KEY (id),
    CONSTRAINT debt_payment_kind CHECK (kind in ('cash', 'card', 'transfer')),
    CONSTRAINT debt_payment_amount CHECK (amount_minor > 0),
    CONSTRAINT debt_payment_currency CHECK (length(currency) = 3),
    UNIQUE (uuid),
    FOREIGN KEY(client_id) REFERENCES client (id),
    FOREIGN KEY(sale_id) REFERENCES sale (id)
);
CREATE INDEX debt_payment_by_client ON debt_payment (client_id, day);
CREATE INDEX debt_payment_by_day ON debt_payment (day);

CREATE TABLE day_close (
    id INTEGER NOT NULL,
    day DATE NOT NULL,
    at DATETIME NOT NULL,
    seller VARCHAR NOT NULL,
    currency VARCHAR NOT NULL,
    opening_minor INTEGER NOT NULL,
    expected_minor INTEGER NOT NULL,
    counted_minor INTEGER NOT NULL,
    left_minor INTEGER NOT NULL,
    note VARCHAR NOT NULL,
    sums VARCHAR NOT NULL,
    PRIMARY KEY (id)
);
CREATE INDEX day_close_by_day ON day_close (day)
"""

# Columns that come last and have a default: a table of a million rows is not written anew.
NEW_COLUMNS = """
ALTER TABLE sale ADD COLUMN prices_include_vat BOOLEAN DEFAULT 1 NOT NULL;
ALTER TABLE sale ADD COLUMN discount_minor INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE sale ADD COLUMN voided_at DATETIME;
ALTER TABLE sale ADD COLUMN void_reason VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE sale_line ADD COLUMN item_id INTEGER REFERENCES item (id);
ALTER TABLE sale_line ADD COLUMN cost_minor INTEGER;
ALTER TABLE sale_line ADD COLUMN sale_discount_minor INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE payment ADD COLUMN tendered_minor INTEGER;
ALTER TABLE number ADD COLUMN last INTEGER;
ALTER TABLE number ADD COLUMN digits INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE number ADD COLUMN prefix VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE number ADD COLUMN yearly BOOLEAN DEFAULT 0 NOT NULL;
ALTER TABLE number ADD COLUMN year INTEGER;
DROP INDEX sale_by_client;
CREATE INDEX sale_by_client
    ON sale (client_id, day, total_minor, returns_id, currency, voided_at);
DROP INDEX sale_by_day;
CREATE INDEX sale_by_day
    ON sale (day, client_id, total_minor, currency, returns_id, voided_at);
CREATE INDEX payment_on_account ON payment (sale_id) WHERE kind = 'account'
"""

# A paper's number was unique among its kind; now it is within its run, which kinds may share.
PAPERS = """
CREATE TABLE new_paper (
    id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    series VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    shown VARCHAR NOT NULL,
    sale_id INTEGER,
    client_id INTEGER,
    issued_on DATE NOT NULL,
    at DATETIME NOT NULL,
    language VARCHAR NOT NULL,
    size VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    sheet_sha256 VARCHAR NOT NULL,
    pages INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    offer_id INTEGER,
    total_minor INTEGER NOT NULL,
    currency VARCHAR NOT NULL,
    due_on DATE,
    amends_id INTEGER,
    ground VARCHAR NOT NULL,
    annulled_at DATETIME,
    annul_reason VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT paper_kind CHECK (
        kind in ('receipt', 'invoice', 'proforma', 'credit_note', 'debit_note')
    ),
    CONSTRAINT paper_number UNIQUE (series, number),
    FOREIGN KEY(sale_id) REFERENCES sale (id),
    FOREIGN KEY(client_id) REFERENCES client (id),
    FOREIGN KEY(offer_id) REFERENCES offer (id),
    FOREIGN KEY(amends_id) REFERENCES paper (id)
);
INSERT INTO new_paper (id, kind, series, number, shown, sale_id, client_id, issued_on, at, language,
    size, sheet, sha256, sheet_sha256, pages, copies, offer_id, total_minor, currency, ground,
    annul_reason)
SELECT paper.id, kind, kind, paper.number, CAST(paper.number AS VARCHAR), sale_id, paper.client_id,
    issued_on, paper.at, language, size, sheet, sha256, '', pages, copies, offer_id,
    coalesce(sale.total_minor, 0), coalesce(sale.currency, ''), '', ''
FROM paper LEFT JOIN sale ON sale.id = paper.sale_id;
DROP TABLE paper;
ALTER TABLE new_paper RENAME TO paper;
CREATE INDEX paper_by_client ON paper (client_id);
CREATE INDEX paper_by_sale ON paper (sale_id);
CREATE INDEX paper_by_amended ON paper (amends_id) WHERE amends_id is not null
"""

# Written folded, rowid is the item's id; as for clients: trigrams for fragments of three letters
# and more, letters and pairs for shorter ones.
SEARCH = (
    """
CREATE VIRTUAL TABLE item_search USING fts5(
    name, codes, tags,
    tokenize = 'trigram case_sensitive 1', content = '', contentless_delete = 1
)
""",
    """
CREATE VIRTUAL TABLE item_short USING fts5(
    pieces,
    tokenize = "ascii tokenchars '@.-+_/#&'", detail = none,
    content = '', contentless_delete = 1
)
""",
)


def upgrade() -> None:
    """Add what the till needs; everything that was there stays."""
    for statements in (NEW_TABLES, NEW_COLUMNS, PAPERS):
        for statement in statements.split(";"):
            op.execute(statement.strip())
    for statement in SEARCH:
        op.execute(statement.strip())
    _seal_papers()


def _seal_papers() -> None:
    """Keep the hash of every frozen sheet, so that a changed one is found."""
    book = op.get_bind()
    for paper, sheet in book.exec_driver_sql("SELECT id, sheet FROM paper").fetchall():
        seal = hashlib.sha256(sheet.encode()).hexdigest()
        book.exec_driver_sql("UPDATE paper SET sheet_sha256 = ? WHERE id = ?", (seal, paper))
