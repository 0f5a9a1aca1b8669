"""The history of prices, what is in a pack, warranties and serial numbers.

What an item cost before this step is not known: its history begins with the day of the step.
"""

from alembic import op

revision = "0005"
down_revision = "0004"

PRICES = """
CREATE TABLE item_price (
    id INTEGER NOT NULL,
    item_id INTEGER NOT NULL,
    since DATE NOT NULL,
    price_minor INTEGER,
    currency VARCHAR NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT item_price_price CHECK (price_minor >= 0),
    FOREIGN KEY(item_id) REFERENCES item (id)
);
CREATE INDEX item_price_by_item ON item_price (item_id, id)
"""
BEGINNING = """
INSERT INTO item_price (item_id, since, price_minor, currency)
SELECT id, date('now', 'localtime'), price_minor, currency FROM item WHERE price_minor IS NOT NULL
"""
# The columns come last and have a default, so no row is written anew.
NEW_COLUMNS = (
    "ALTER TABLE item ADD COLUMN contents VARCHAR DEFAULT '' NOT NULL",
    "ALTER TABLE item ADD COLUMN warranty_months INTEGER",
    "ALTER TABLE item ADD COLUMN service_months INTEGER",
    "ALTER TABLE sale_line ADD COLUMN serial VARCHAR DEFAULT '' NOT NULL",
)


def upgrade() -> None:
    """Everything that was there stays."""
    for statement in PRICES.split(";"):
        op.execute(statement.strip())
    op.execute(BEGINNING.strip())
    for statement in NEW_COLUMNS:
        op.execute(statement)
