"""What a client was charged and paid, day by day, for the confirmation of a balance."""

from dataclasses import dataclass
from datetime import date

from kartoteka.domain.clients import ClientId
from kartoteka.domain.money import Money
from kartoteka.store.book import Session
from kartoteka.store.direct import direct


@dataclass(frozen=True, slots=True)
class Movement:
    """A sale, a return or a payment of a debt; `number` as it stands on the document."""

    on: date
    kind: str
    """sale, return or payment."""
    number: str
    charged: Money
    """What goods came to; below zero, what came back."""
    paid: Money
    """What changed hands with it; below zero, what was given back."""


# The invoice that stands names a sale; else its receipt.
_OF = """
SELECT day, CASE WHEN returns_id IS NULL AND total_minor >= 0 THEN 'sale' ELSE 'return' END,
       coalesce((SELECT shown FROM paper WHERE sale_id = sale.id
                 AND kind IN ('invoice', 'credit_note') AND annulled_at IS NULL
                 ORDER BY id DESC LIMIT 1), CAST(number AS TEXT), ''),
       total_minor,
       coalesce((SELECT sum(amount_minor) FROM payment
                 WHERE sale_id = sale.id AND kind <> 'account'), 0),
       currency, 0 AS later, id
FROM sale WHERE client_id = :client AND voided_at IS NULL AND day <= :to
UNION ALL
SELECT day, 'payment', '', 0, amount_minor, currency, 1 AS later, id
FROM debt_payment WHERE client_id = :client AND voided_at IS NULL AND day <= :to
ORDER BY 1, 7, 8
"""


def movements(session: Session, client: ClientId, to: date) -> list[Movement]:
    """All of a client's up to a day, the oldest first."""
    rows = direct(session).execute(_OF, {"client": client, "to": to.isoformat()})
    return [
        Movement(
            date.fromisoformat(row[0]),
            row[1],
            row[2],
            Money(row[3], row[5]),
            Money(row[4], row[5]),
        )
        for row in rows
    ]
