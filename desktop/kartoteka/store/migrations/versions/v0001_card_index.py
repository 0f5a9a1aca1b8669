"""The first schema: cards, sales, rhythm, calls, offers, papers and the search index."""

from alembic import op

revision = "0001"
down_revision = None

TABLES = """
CREATE TABLE call_list (
    id INTEGER NOT NULL,
    at DATETIME NOT NULL,
    day DATE NOT NULL,
    seller VARCHAR NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE import (
    id INTEGER NOT NULL,
    at DATETIME NOT NULL,
    kind VARCHAR NOT NULL,
    file_name VARCHAR NOT NULL,
    rows INTEGER NOT NULL,
    added INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    unchanged INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    undone_at DATETIME,
    PRIMARY KEY (id)
);

CREATE TABLE journal (
    id INTEGER NOT NULL,
    at DATETIME NOT NULL,
    seller VARCHAR NOT NULL,
    deed VARCHAR NOT NULL,
    client_id INTEGER,
    detail VARCHAR NOT NULL,
    undone_at DATETIME,
    PRIMARY KEY (id)
);
CREATE INDEX journal_by_client ON journal (client_id);

CREATE TABLE number (
    range VARCHAR NOT NULL,
    next INTEGER NOT NULL,
    PRIMARY KEY (range),
    CONSTRAINT number_next CHECK (next > 0)
);

CREATE TABLE offer (
    id INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    begins DATE NOT NULL,
    ends DATE NOT NULL,
    language VARCHAR NOT NULL,
    code VARCHAR NOT NULL,
    deleted_at DATETIME,
    PRIMARY KEY (id),
    CONSTRAINT offer_title CHECK (trim(title) <> ''),
    CONSTRAINT offer_reason CHECK (trim(reason) <> ''),
    CONSTRAINT offer_days CHECK (ends >= begins)
);

CREATE TABLE setting (
    "key" VARCHAR NOT NULL,
    value VARCHAR NOT NULL,
    PRIMARY KEY ("key")
);

CREATE TABLE source (
    id INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    cost_minor INTEGER NOT NULL,
    PRIMARY KEY (id),
    UNIQUE (name)
);

CREATE TABLE client (
    id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    family VARCHAR NOT NULL,
    given VARCHAR NOT NULL,
    middle VARCHAR NOT NULL,
    called VARCHAR NOT NULL,
    company VARCHAR NOT NULL,
    sort_name VARCHAR NOT NULL,
    given_folded VARCHAR NOT NULL,
    tax_id VARCHAR NOT NULL,
    vat_id VARCHAR NOT NULL,
    kpp VARCHAR NOT NULL,
    ogrn VARCHAR NOT NULL,
    street VARCHAR NOT NULL,
    city VARCHAR NOT NULL,
    postcode VARCHAR NOT NULL,
    country VARCHAR NOT NULL,
    preferred VARCHAR,
    hours VARCHAR NOT NULL,
    language VARCHAR NOT NULL,
    birth_year INTEGER,
    birth_month INTEGER,
    birth_day INTEGER,
    name_day VARCHAR NOT NULL,
    notes VARCHAR NOT NULL,
    source_id INTEGER,
    recommended_by INTEGER,
    penetration INTEGER,
    do_not_contact BOOLEAN NOT NULL,
    card VARCHAR,
    added_on DATE NOT NULL,
    deleted_at DATETIME,
    import_id INTEGER,
    visits INTEGER NOT NULL,
    purchases INTEGER NOT NULL,
    first_visit DATE,
    last_visit DATE,
    total_minor INTEGER NOT NULL,
    usual_days FLOAT,
    due_on DATE,
    cooling_on DATE,
    quiet_on DATE,
    lost_on DATE,
    yearly_minor INTEGER NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT client_kind CHECK (kind in ('person', 'company')),
    CONSTRAINT client_penetration CHECK (penetration between 0 and 100),
    CONSTRAINT client_birth_month CHECK (birth_month between 1 and 12),
    CONSTRAINT client_birth_day CHECK (birth_day between 1 and 31),
    CONSTRAINT client_card_not_empty CHECK (card <> ''),
    FOREIGN KEY(source_id) REFERENCES source (id),
    FOREIGN KEY(recommended_by) REFERENCES client (id),
    UNIQUE (card),
    FOREIGN KEY(import_id) REFERENCES import (id)
);
CREATE INDEX client_by_birthday ON client (birth_month, birth_day);
CREATE INDEX client_by_given ON client (given_folded, sort_name, deleted_at);
CREATE INDEX client_by_import ON client (import_id) WHERE import_id is not null;
CREATE INDEX client_by_first_visit ON client (first_visit);
CREATE INDEX client_by_last_visit
    ON client (last_visit, visits, due_on, cooling_on, quiet_on, lost_on, deleted_at);
CREATE INDEX client_by_name ON client (sort_name, id) WHERE deleted_at is null;
CREATE INDEX client_by_name_day ON client (name_day) WHERE name_day <> '';
CREATE INDEX client_by_quiet
    ON client (quiet_on, lost_on, yearly_minor, deleted_at, do_not_contact);
CREATE INDEX client_by_recommender ON client (recommended_by) WHERE recommended_by is not null;
CREATE INDEX client_by_total ON client (total_minor) WHERE deleted_at is null;
CREATE INDEX client_by_yearly ON client (yearly_minor) WHERE deleted_at is null;

CREATE TABLE import_before (
    import_id INTEGER NOT NULL,
    client_id INTEGER NOT NULL,
    "before" VARCHAR NOT NULL,
    PRIMARY KEY (import_id, client_id),
    FOREIGN KEY(import_id) REFERENCES import (id)
);

CREATE TABLE call (
    id INTEGER NOT NULL,
    list_id INTEGER,
    position INTEGER NOT NULL,
    client_id INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    at DATETIME,
    channel VARCHAR NOT NULL,
    outcome VARCHAR,
    said VARCHAR NOT NULL,
    call_back_on DATE,
    seller VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT call_outcome CHECK (
        outcome in ('will_come', 'call_back', 'no_answer', 'complaint', 'all_well', 'do_not_call')
    ),
    FOREIGN KEY(list_id) REFERENCES call_list (id),
    FOREIGN KEY(client_id) REFERENCES client (id)
);
CREATE INDEX call_by_client ON call (client_id, at);
CREATE INDEX call_by_list ON call (list_id, position);

CREATE TABLE consent (
    id INTEGER NOT NULL,
    client_id INTEGER NOT NULL,
    channel VARCHAR NOT NULL,
    given BOOLEAN NOT NULL,
    at DATETIME NOT NULL,
    how VARCHAR NOT NULL,
    wording VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT consent_channel CHECK (
        channel in ('call', 'sms', 'email', 'post', 'messenger')
    ),
    FOREIGN KEY(client_id) REFERENCES client (id)
);
CREATE INDEX consent_by_client ON consent (client_id, channel);

CREATE TABLE contact_person (
    client_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    role VARCHAR NOT NULL,
    phone VARCHAR NOT NULL,
    email VARCHAR NOT NULL,
    PRIMARY KEY (client_id, position),
    FOREIGN KEY(client_id) REFERENCES client (id)
);

CREATE TABLE email (
    client_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    address VARCHAR NOT NULL,
    folded VARCHAR NOT NULL,
    PRIMARY KEY (client_id, position),
    FOREIGN KEY(client_id) REFERENCES client (id)
);
CREATE INDEX email_by_folded ON email (folded);

CREATE TABLE messenger (
    client_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    service VARCHAR NOT NULL,
    handle VARCHAR NOT NULL,
    PRIMARY KEY (client_id, position),
    FOREIGN KEY(client_id) REFERENCES client (id)
);

CREATE TABLE phone (
    client_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    typed VARCHAR NOT NULL,
    e164 VARCHAR NOT NULL,
    digits VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    PRIMARY KEY (client_id, position),
    FOREIGN KEY(client_id) REFERENCES client (id)
);
CREATE INDEX phone_by_number ON phone (e164);

CREATE TABLE sale (
    id INTEGER NOT NULL,
    uuid VARCHAR NOT NULL,
    number INTEGER,
    client_id INTEGER,
    day DATE NOT NULL,
    at DATETIME NOT NULL,
    currency VARCHAR NOT NULL,
    total_minor INTEGER NOT NULL,
    note VARCHAR NOT NULL,
    returns_id INTEGER,
    seller VARCHAR NOT NULL,
    import_id INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT sale_currency CHECK (length(currency) = 3),
    CONSTRAINT sale_number CHECK (number > 0),
    UNIQUE (uuid),
    UNIQUE (number),
    FOREIGN KEY(client_id) REFERENCES client (id),
    FOREIGN KEY(returns_id) REFERENCES sale (id),
    FOREIGN KEY(import_id) REFERENCES import (id)
);
CREATE INDEX sale_by_client ON sale (client_id, day, total_minor, returns_id, currency);
CREATE INDEX sale_by_day ON sale (day, client_id, total_minor, currency, returns_id);
CREATE INDEX sale_by_import ON sale (import_id) WHERE import_id is not null;
CREATE INDEX sale_by_returned ON sale (returns_id) WHERE returns_id is not null;

CREATE TABLE tag (
    client_id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    folded VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (client_id, kind, text),
    CONSTRAINT tag_kind CHECK (kind in ('likes', 'dislikes', 'size')),
    FOREIGN KEY(client_id) REFERENCES client (id)
);
CREATE INDEX tag_by_text ON tag (folded, client_id);

CREATE TABLE paper (
    id INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    sale_id INTEGER,
    client_id INTEGER,
    issued_on DATE NOT NULL,
    at DATETIME NOT NULL,
    language VARCHAR NOT NULL,
    size VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    sha256 VARCHAR NOT NULL,
    pages INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    offer_id INTEGER,
    PRIMARY KEY (id),
    CONSTRAINT paper_number UNIQUE (kind, number),
    FOREIGN KEY(sale_id) REFERENCES sale (id),
    FOREIGN KEY(client_id) REFERENCES client (id),
    FOREIGN KEY(offer_id) REFERENCES offer (id)
);
CREATE INDEX paper_by_client ON paper (client_id);
CREATE INDEX paper_by_sale ON paper (sale_id);

CREATE TABLE payment (
    sale_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind VARCHAR NOT NULL,
    amount_minor INTEGER NOT NULL,
    PRIMARY KEY (sale_id, position),
    CONSTRAINT payment_kind CHECK (kind in ('cash', 'card', 'transfer', 'account')),
    FOREIGN KEY(sale_id) REFERENCES sale (id)
) WITHOUT ROWID;

CREATE TABLE sale_line (
    sale_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    quantity VARCHAR NOT NULL,
    price_minor INTEGER NOT NULL,
    discount_minor INTEGER NOT NULL,
    total_minor INTEGER NOT NULL,
    unit VARCHAR NOT NULL,
    sku VARCHAR NOT NULL,
    vat_rate VARCHAR,
    returns_position INTEGER,
    PRIMARY KEY (sale_id, position),
    FOREIGN KEY(sale_id) REFERENCES sale (id)
) WITHOUT ROWID
"""

# Contentless: the indexes keep no copy of the texts, which live in their own tables. Rows are
# written folded (domain/folding.py), rowid is the client's id. Trigrams find any fragment of three
# letters or more; the letters and pairs of client_short find shorter ones.
SEARCH = (
    """
CREATE VIRTUAL TABLE client_search USING fts5(
    name, contact, card, tags, notes,
    tokenize = 'trigram case_sensitive 1', content = '', contentless_delete = 1
)
""",
    """
CREATE VIRTUAL TABLE client_short USING fts5(
    pieces,
    tokenize = "ascii tokenchars '@.-+_/#&'", detail = none,
    content = '', contentless_delete = 1
)
""",
)


def upgrade() -> None:
    """Make every table of the first schema in an empty file."""
    for statement in TABLES.split(";"):
        op.execute(statement.strip())
    for statement in SEARCH:
        op.execute(statement.strip())
