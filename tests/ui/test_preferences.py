"""What this computer remembers of the window, and what happens when it cannot."""

from pathlib import Path

from kartoteka.ui.preferences import Preferences, PreferencesFile


def test_preferences_are_there_again_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "window.json"
    PreferencesFile(path).change(language="bg", theme="dark", width=1100)

    again = PreferencesFile(path).now

    assert (again.language, again.theme, again.width) == ("bg", "dark", 1100)


def test_a_broken_file_is_as_if_there_were_none(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    for text in ("{", "[]", '{"language": 5, "width": "wide"}', "\x00"):
        path.write_text(text)
        assert PreferencesFile(path).now == Preferences()


def test_a_place_that_cannot_be_written_does_not_stop_the_seller(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    kept = PreferencesFile(blocked / "window.json")

    kept.change(language="ru")

    assert kept.now.language == "ru"


def test_without_a_path_nothing_is_written() -> None:
    kept = PreferencesFile(None)
    kept.change(theme="dark")

    assert kept.now.theme == "dark"
