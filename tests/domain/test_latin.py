"""Names in Latin letters."""

import pytest

from kartoteka.domain.latin import latin


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("„Море и сребро“ ЕООД", '"More i srebro" EOOD'),
        ("ЕТ Щъркел – Юлия Жекова", "ET Shtarkel – Yulia Zhekova"),
        ("ЩЪРКЕЛ", "SHTARKEL"),
        ("София", "Sofia"),
        ("Ya Ltd.", "Ya Ltd."),
    ],
)
def test_a_bulgarian_name_is_written_by_the_law(name: str, written: str) -> None:
    assert latin(name) == written


def test_a_russian_name_is_written_as_in_a_passport() -> None:
    assert latin("ИП Щукина Юлия", "ru") == "IP Shchukina Iuliia"
