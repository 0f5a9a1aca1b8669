"""The journal of deeds."""

from kartoteka.shop import Shop
from kartoteka.store import journal


def test_what_was_written_is_read_back(shop: Shop) -> None:
    now = shop.now()
    with shop.change() as session:
        entry = journal.write(session, now, "Ела", "edit_client", 7, '{"given": "Ёлка"}')
    with shop.read() as session:
        found = journal.entry(session, entry)
        assert journal.entry(session, entry + 1) is None
    assert found == journal.Entry(entry, now, "Ела", "edit_client", 7, '{"given": "Ёлка"}', None)


def test_the_newest_deeds_of_a_kind_are_listed_without_those_taken_back(shop: Shop) -> None:
    with shop.change() as session:
        entries = [journal.write(session, shop.now(), "", "import") for _ in range(4)]
        journal.write(session, shop.now(), "", "other")
        journal.mark_undone(session, shop.now(), entries[2])
    with shop.read() as session:
        found = [entry.id for entry in journal.newest(session, "import", 2)]
    assert found == [entries[3], entries[1]]
