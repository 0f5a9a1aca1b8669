"""Where runs of paper numbers were begun anew, pictures on papers, grounds of a zero rate."""

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

# The first receipt's number was a setting; now the run itself knows it, like those of other papers.
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
    op.execute(RECEIPTS.strip())
