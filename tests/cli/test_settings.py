from pathlib import Path

import pytest

from tutor.cli.language import choose_language
from tutor.cli.settings import (
    KEYS,
    NotASettingError,
    Settings,
    read_settings,
    write_setting,
)
from tutor.core.text import Language

from .conftest import Shell


def test_settings_that_were_never_made_are_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml") == (Settings(), [])


def test_what_is_set_is_read_again_and_comments_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("# mine\nretention = 0.85  # rather less\n", encoding="utf-8")
    write_setting(file, "language", "ko")
    write_setting(file, "retention", "0.92")
    write_setting(file, "count_predictions", "True")
    settings, faults = read_settings(file)
    assert settings.count_predictions
    assert (settings.language, settings.retention, faults) == ("ko", 0.92, [])
    text = file.read_text(encoding="utf-8")
    assert "# mine" in text
    assert "# rather less" in text


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("language", "fr"),
        ("theme", "pink"),
        ("retention", "1.5"),
        ("retention", "much"),
        ("rollover", "24"),
        ("new_per_day", "-1"),
        ("reviews_per_day", "1.5"),
        ("count_predictions", "perhaps"),
        ("langage", "en"),
        ("whatever", "1"),
    ],
)
def test_what_cannot_be_used_is_not_written(tmp_path: Path, key: str, value: str) -> None:
    file = tmp_path / "settings.toml"
    with pytest.raises(NotASettingError):
        write_setting(file, key, value)
    assert not file.exists()


def test_a_value_that_cannot_be_used_is_named_with_its_line_and_the_rest_holds(
    tmp_path: Path,
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('theme = "light"\n\nrollover = 30\nreveiws_per_day = 5\n', encoding="utf-8")
    settings, faults = read_settings(file)
    assert settings == Settings(theme="light")
    assert [(fault.place.line, fault.code) for fault in faults] == [
        (3, "value.rollover"),
        (4, "near"),
    ]


@pytest.mark.parametrize("text", ["theme = \n", "theme = 'light", "= 3", "a = 1\na = 2\n"])
def test_a_file_that_is_no_toml_is_named_with_a_line_and_not_written_over(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    settings, faults = read_settings(file)
    assert settings == Settings()
    assert faults[0].code == "syntax"
    assert faults[0].place.line >= 1
    with pytest.raises(NotASettingError):
        write_setting(file, "language", "ko")
    assert file.read_text(encoding="utf-8") == text


def test_settings_are_shown_and_set_from_the_command_line(shell: Shell) -> None:
    everything = shell.run("config").out
    assert all(f"{key} = " in everything for key in KEYS)
    assert shell.run("config", "theme", "light").out == "light\n"
    assert shell.run("config", "theme").out == "light\n"
    assert shell.run("config", "thme").code == 2
    assert "did you mean theme?" in shell.run("config", "thme", "x").err


def test_a_broken_setting_is_told_and_the_command_still_works(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "settings.toml").write_text("rollover = 30\n", encoding="utf-8")
    result = shell.run("due")
    assert result.code == 0
    assert "settings.toml:1: rollover is 30" in result.err
    assert shell.run("doctor").code == 1


def test_the_setting_decides_the_language_unless_the_environment_does(shell: Shell) -> None:
    shell.run("config", "language", "ko")
    assert shell.run("due", TUTOR_LANG="").out.startswith("오늘")
    assert shell.run("due", TUTOR_LANG="en").out.startswith("Today")


def test_the_limit_of_new_cards_is_kept(shell: Shell) -> None:
    shell.run("config", "new_per_day", "2")
    assert "2 new" in shell.run("due").out


@pytest.mark.parametrize(
    ("environ", "setting", "chosen"),
    [
        ({"TUTOR_LANG": "ko", "LANG": "en_US.UTF-8"}, "en", "ko"),
        ({"TUTOR_LANG": "ko_KR.UTF-8"}, None, "ko"),
        ({"TUTOR_LANG": "fr", "LANG": "ko_KR.UTF-8"}, None, "ko"),
        ({"LANG": "ko_KR.UTF-8"}, "en", "en"),
        ({"LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, None, "en"),
        ({"LANG": "ko_KR.UTF-8"}, None, "ko"),
        ({"LANG": "de_DE.UTF-8"}, None, "en"),
        ({"TUTOR_LANG": "koala", "LANG": "C"}, None, "en"),
    ],
)
def test_the_language_is_chosen_in_order(
    environ: dict[str, str],
    setting: Language | None,
    chosen: Language,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    assert choose_language(environ, setting) == chosen
