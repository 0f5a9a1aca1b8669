"""Which offers letters and postcards showed to whom, so that none is shown a second time."""

from alembic import op

revision = "0006"
down_revision = "0005"

SHOWN = """
CREATE TABLE offer_shown (
    client_id INTEGER NOT NULL,
    offer_id INTEGER NOT NULL,
    at DATETIME NOT NULL,
    PRIMARY KEY (client_id, offer_id),
    FOREIGN KEY(client_id) REFERENCES client (id),
    FOREIGN KEY(offer_id) REFERENCES offer (id)
)
"""


def upgrade() -> None:
    """What letters showed before this step was not written down."""
    op.execute(SHOWN.strip())
