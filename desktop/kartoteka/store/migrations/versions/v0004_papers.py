"""Runs of numbers that the owner moved, pictures on papers, the ground of a zero rate.

The first number of receipts, once a setting, becomes their run's.
"""

from alembic import op

revision = "0004"
down_revision = "0003"

NEW_TABLES = """
CREATE TABLE number_start (
    id INTEGER NOT NULL,
    series VARCHAR NOT NULL,
    reached INTEGER NOT NULL,
    begins INTEGER NOT NULL,
    at DATETIME NOT NULL,
    PRIMARY KEY (id),
    CONSTRAINT number_start_reached CHECK (reached > 0),
    CONSTRAINT number_start_begins CHECK (begins > 0)
);
CREATE INDEX number_start_by_series ON number_start (series, id);

CREATE TABLE picture (
    hash VARCHAR NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (hash)
)
"""

# The column comes last and has a default, so no row is written anew.
NEW_COLUMN = "ALTER TABLE paper ADD COLUMN vat_ground VARCHAR DEFAULT '' NOT NULL"

# A first number beyond the receipts so far leaves out the numbers between on purpose.
MOVED = """
INSERT INTO number_start (series, reached, begins, at)
SELECT 'receipt', next, CAST(value AS INTEGER),
       strftime('%Y-%m-%d %H:%M:%f', 'now', 'localtime') || '000'
FROM setting JOIN number ON "range" = 'receipt'
WHERE key = 'receipt.next' AND CAST(value AS INTEGER) > next
"""

RECEIPTS = """
INSERT INTO number ("range", next)
SELECT 'receipt', CAST(value AS INTEGER) FROM setting
WHERE key = 'receipt.next' AND CAST(value AS INTEGER) > 1
ON CONFLICT ("range") DO UPDATE SET next = max(next, excluded.next)
"""


def upgrade() -> None:
    """Everything that was there stays."""
    for statement in NEW_TABLES.split(";"):
        op.execute(statement.strip())
    op.execute(NEW_COLUMN)
    op.execute(MOVED.strip())
    op.execute(RECEIPTS.strip())
