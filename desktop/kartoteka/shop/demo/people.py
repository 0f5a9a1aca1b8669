"""Made-up people and companies: cards as a shop would have filled them in over the years."""

from datetime import date, datetime, time, timedelta
from random import Random

from stdnum.bg import vat
from stdnum.ru import inn

from kartoteka.domain.clients import (
    Address,
    Birthday,
    Channel,
    Client,
    Consent,
    ContactPerson,
    Kind,
    Phone,
    Tag,
    TagKind,
    TaxNumbers,
)
from kartoteka.shop.demo.history import Histories, taste_of
from kartoteka.shop.demo.world import Names, World

COMPANIES = 0.04
_LEAP_YEAR = 2024
"""Has every day of a year, 29 February too."""


class People:
    """Fills in cards, one after another; client number `at` gets the id `at` + 1."""

    def __init__(self, world: World, chance: Random, histories: Histories, today: date) -> None:
        """`histories` tell when each client first came."""
        self._world = world
        self._plain = world.plain
        self._chance = chance
        self._histories = histories
        self._today = today

    def card(self, at: int) -> Client:
        """The card of client number `at`."""
        if self._chance.random() < COMPANIES:
            return self._company(at)
        return self._person(at)

    def _person(self, at: int) -> Client:
        chance = self._chance
        female = chance.random() < self._world.female_share
        names = self._world.female if female else self._world.male
        given, family = chance.choice(names.given), chance.choice(names.family)
        added = self._histories.first[at]
        return Client(
            id=at + 1,
            family=family,
            given=given,
            middle=self._middle(names),
            phones=self._phones(),
            emails=self._emails(at),
            address=self._address(0.35),
            preferred=chance.choice((None, None, None, Channel.CALL, Channel.SMS)),
            hours=self._some("hours", 0.15),
            birthday=self._birthday(),
            tags=self._tags(at),
            notes=self._some("notes", 0.18),
            source=chance.choice(self._world.sources).name if chance.random() < 0.7 else "",
            recommended_by=chance.randint(1, at) if at and chance.random() < 0.05 else None,
            penetration=chance.choice((30, 50, 80, 100)) if chance.random() < 0.2 else None,
            consents=self._consents(added),
            do_not_contact=chance.random() < 0.008,
            card=f"{1001 + at}" if chance.random() < 0.75 else "",
            added_on=added,
        )

    def _company(self, at: int) -> Client:
        chance, plain = self._chance, self._plain["company"]
        added = self._histories.first[at]
        phones = self._phones() or self._phones()
        name = chance.choice(plain["forms"]).format(chance.choice(plain["names"]))
        return Client(
            id=at + 1,
            kind=Kind.COMPANY,
            company=name,
            tax=TaxNumbers(tax_id=self._tax_id()),
            people=(ContactPerson(chance.choice(plain["people"])),),
            phones=phones,
            emails=self._emails(at),
            address=self._address(0.9),
            tags=self._tags(at),
            consents=self._consents(added),
            card=f"{1001 + at}" if chance.random() < 0.3 else "",
            added_on=added,
        )

    def _middle(self, names: Names) -> str:
        if self._chance.random() >= self._world.middle_share:
            return ""
        return self._chance.choice(names.middle)

    def _phones(self) -> tuple[Phone, ...]:
        draw = self._chance.random()
        if draw < 0.03:
            return ()
        return tuple(self._phone() for _ in range(1 if draw < 0.92 else 2))

    def _phone(self) -> Phone:
        chance, plan = self._chance, self._plain["phone"]
        prefixes, typed = plan["prefixes"], plan["typed"]
        prefix = prefixes[int(chance.random() * len(prefixes))]
        number = f"{int(chance.random() * 10 ** plan['digits']):07}"
        way = typed[int(chance.random() * len(typed))]
        written = way.format(prefix, number[:3], number[3:5], number[5:])
        return Phone(written, f"{plan['code']}{prefix}{number}")

    def _emails(self, at: int) -> tuple[str, ...]:
        if self._chance.random() > 0.25:
            return ()
        return (f"client{at + 1}@{self._chance.choice(self._plain['mail'])}",)

    def _address(self, share: float) -> Address:
        chance = self._chance
        if chance.random() > share:
            return Address()
        city, postcode = chance.choice(self._plain["cities"])
        street = chance.choice(self._plain["streets"]).format(chance.randint(1, 120))
        return Address(street, city, postcode)

    def _birthday(self) -> Birthday | None:
        chance = self._chance
        if chance.random() > 0.65:
            return None
        day = date(_LEAP_YEAR, 1, 1) + timedelta(days=int(chance.random() * 366))
        age = int(min(max(chance.gauss(41, 13), 16), 86))
        return Birthday(day.day, day.month, self._today.year - age if age % 4 else None)

    def _tags(self, at: int) -> tuple[Tag, ...]:
        chance, plain = self._chance, self._plain
        likes = plain["likes"]
        tags = []
        if chance.random() < 0.6:
            first = taste_of(at, len(likes))
            tags.append(Tag(TagKind.LIKES, likes[first]))
            if chance.random() < 0.4:
                tags.append(Tag(TagKind.LIKES, likes[(first + 3) % len(likes)]))
        if chance.random() < 0.12:
            tags.append(Tag(TagKind.DISLIKES, chance.choice(plain["dislikes"])))
        if chance.random() < 0.3:
            tags.append(Tag(TagKind.SIZE, chance.choice(plain["sizes"])))
        return tuple(tags)

    def _consents(self, added: date) -> tuple[Consent, ...]:
        chance, plain = self._chance, self._plain["consent"]
        if chance.random() < 0.12:
            return ()
        at = datetime.combine(added, time(12))
        channels = [Channel.CALL, Channel.SMS]
        if chance.random() < 0.3:
            channels.append(Channel.EMAIL)
        given = [Consent(each, True, at, plain["how"], plain["wording"]) for each in channels]
        if chance.random() < 0.03:
            later = datetime.combine(min(added + timedelta(days=200), self._today), time(17))
            given.append(Consent(Channel.CALL, False, later))
        return tuple(given)

    def _some(self, texts: str, share: float) -> str:
        chosen: str = self._chance.choice(self._plain[texts])
        return chosen if self._chance.random() < share else ""

    def _tax_id(self) -> str:
        """A made-up number with a good check digit, where the country has one."""
        digits = "".join(self._chance.choice("123456789") for _ in range(9))
        if self._world.language == "ru":
            return f"59{digits[:7]}{inn.calc_company_check_digit('59' + digits[:7])}"
        if self._world.language == "bg":
            return f"2{digits[:7]}{vat.calc_check_digit_legal('2' + digits[:7])}"
        return ""
