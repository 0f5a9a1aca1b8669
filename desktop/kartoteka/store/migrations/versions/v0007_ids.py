"""The highest ids ever given, so that the id of what was erased never comes back."""

from alembic import op

revision = "0007"
down_revision = "0006"

NAMES = ("client", "sale", "item")
TABLE = """
CREATE TABLE given_id (
    name VARCHAR NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (name)
)
"""
KEPT = """
CREATE TRIGGER {name}_id_is_kept AFTER DELETE ON {name}
BEGIN
    UPDATE given_id SET last = max(last, OLD.id) WHERE name = '{name}';
END
"""


def upgrade() -> None:
    """What was erased before this step is not known."""
    op.execute(TABLE.strip())
    for name in NAMES:
        op.execute(
            f"INSERT INTO given_id (name, last) SELECT '{name}', coalesce(max(id), 0) FROM {name}"
        )
        op.execute(KEPT.format(name=name).strip())
