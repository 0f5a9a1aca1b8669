"""Care advice of items, for the back of papers."""

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """The column comes last and has a default, so no row is written anew."""
    op.execute("ALTER TABLE item ADD COLUMN care VARCHAR DEFAULT '' NOT NULL")
