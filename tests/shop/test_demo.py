"""The made-up shop."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kartoteka import assemble
from kartoteka.domain.offers import check_offer
from kartoteka.domain.phones import read_phone
from kartoteka.domain.rhythm import State
from kartoteka.shop import Shop, clients, offers, quiet, safety, sales, today
from kartoteka.shop.demo import BookNotEmpty, make_demo
from kartoteka.shop.demo.world import world_of

DAY = date(2026, 11, 21)
COUNTRIES = ("bg", "ru", "other")

Opener = Callable[[str], Shop]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A demo shop of each country."""
    books = {}
    for country in COUNTRIES:
        path = tmp_path_factory.mktemp("demo") / f"{country}.db"
        assemble.new_book(path, "Demo", country)
        shop = assemble.open_shop(path, today=DAY)
        make_demo(shop, clients=300, purchases=3000, seed=7, today=DAY)
        shop.close()
        books[country] = path
    return books


@pytest.fixture
def opened(made: dict[str, Path], tmp_path: Path) -> Opener:
    shops: list[Shop] = []

    def open_one(country: str) -> Shop:
        path = Path(shutil.copyfile(made[country], tmp_path / f"{country}.db"))
        shops.append(assemble.open_shop(path, today=DAY))
        return shops[-1]

    yield open_one  # type: ignore[misc]
    for shop in shops:
        shop.close()


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_book_has_what_was_asked_for_and_agrees_with_itself(
    opened: Opener, country: str
) -> None:
    report = safety.check(opened(country))
    assert report.problems == ()
    assert (report.clients, report.sales) == (300, 3000)


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_morning_is_a_realistic_one(opened: Opener, country: str) -> None:
    shop = opened(country)
    view = today.today_view(shop)
    assert 8 <= view.quiet_count <= 25
    assert view.occasions
    assert view.month.revenue.minor > 0
    assert view.month.called > view.month.came_back > 0
    counts = quiet.counts_by_state(shop)
    assert all(counts[state] for state in State if state is not State.NONE)
    assert view.notice is None


@pytest.mark.parametrize("country", COUNTRIES)
def test_phones_are_real_ones_of_the_country(opened: Opener, country: str) -> None:
    shop = opened(country)
    for key in range(1, 60):
        for phone in clients.client(shop, key).phones:
            assert read_phone(phone.e164, country).e164 == phone.e164
            if country != "other":
                assert read_phone(phone.typed, country).e164 == phone.e164


@pytest.mark.parametrize("country", COUNTRIES)
def test_offers_keep_the_rules(opened: Opener, country: str) -> None:
    for offer in offers.offers(opened(country)):
        check_offer(offer, offer.begins)


def test_the_same_seed_makes_the_same_shop(made: dict[str, Path], tmp_path: Path) -> None:
    again = tmp_path / "again.db"
    assemble.new_book(again, "Demo", "bg")
    shop = assemble.open_shop(again, today=DAY)
    make_demo(shop, clients=300, purchases=3000, seed=7, today=DAY)
    other = assemble.open_shop(made["bg"], today=DAY)
    for key in (1, 150, 300):
        assert clients.client(shop, key) == clients.client(other, key)
        assert sales.purchases(shop, key) == sales.purchases(other, key)
    shop.close()
    other.close()


def test_a_book_with_clients_is_left_alone(opened: Opener) -> None:
    shop = opened("bg")
    with pytest.raises(BookNotEmpty):
        make_demo(shop, clients=10, purchases=20, today=DAY)


@pytest.mark.parametrize(("number", "purchases"), [(0, 0), (3, 0), (5, 2), (4, 4), (10, 5000)])
def test_odd_sizes_are_made_exactly(shop: Shop, number: int, purchases: int) -> None:
    told: list[float] = []
    make_demo(shop, clients=number, purchases=purchases, today=DAY, progress=told.append)
    report = safety.check(shop)
    assert (report.clients, report.sales) == (number, purchases)
    assert report.ok
    assert told[-1] == 1.0
    assert told == sorted(told)


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_taste_has_something_to_buy(country: str) -> None:
    world = world_of(country)
    for taste in world.plain["likes"]:
        assert any(taste in item.tags for item in world.items) or country == "ru", taste
