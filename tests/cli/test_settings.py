import json
import os
from pathlib import Path

import pytest

from tutor.cli.language import choose_language
from tutor.cli.settings import KEYS, begin_settings, read_settings, write_setting
from tutor.core.settings import NotASettingError, Settings
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


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_linked_file_stays_a_link(tmp_path: Path) -> None:
    real, file = tmp_path / "dotfiles" / "tutor.toml", tmp_path / "home" / "settings.toml"
    for path in (real, file):
        path.parent.mkdir()
    file.symlink_to(real)
    begin_settings(file)
    write_setting(file, "language", "ko")
    assert file.is_symlink()
    assert read_settings(real)[0].language == "ko"
    assert [path.name for path in sorted(tmp_path.rglob("*.*"))] == ["tutor.toml", "settings.toml"]


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
        ("retention", "1%"),
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


def test_goals_are_a_list_and_comments_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('goals = ["gru-cell"]  # first\n', encoding="utf-8")
    write_setting(file, "goals", " lstm-cell,gru-cell, lstm-cell ,")
    assert file.read_text(encoding="utf-8") == 'goals = ["lstm-cell", "gru-cell"]  # first\n'
    assert read_settings(file) == (Settings(goals=("lstm-cell", "gru-cell")), [])
    write_setting(file, "goals", "")
    assert read_settings(file) == (Settings(), [])


@pytest.mark.parametrize("text", ['goals = "lstm-cell"', "goals = [1]", 'goals = ["a", " "]'])
def test_goals_that_are_no_list_of_texts_are_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    settings, faults = read_settings(file)
    assert settings == Settings()
    assert [fault.code for fault in faults] == ["value.goals"]


def test_goals_are_shown_and_set_and_unknown_ones_are_told(shell: Shell) -> None:
    assert shell.run("config", "goals").out == "everything in order\n"
    set_ = shell.run("config", "goals", "lstm-cell, gru-sell")
    assert (set_.code, set_.out) == (0, "lstm-cell, gru-sell\n")
    assert set_.err == "goals: there is no concept gru-sell; did you mean gru-cell?\n"
    shown = json.loads(shell.run("config", "--json").out)
    assert shown["settings"]["goals"] == ["lstm-cell", "gru-sell"]
    due = shell.run("due")
    assert due.code == 0
    assert "gru-sell" in due.err
    assert shell.run("config", "goals", "").out == "everything in order\n"
    assert "gru-sell" not in shell.run("due").err


def test_a_file_is_begun_once_and_nothing_is_set_in_it(tmp_path: Path) -> None:
    file = tmp_path / "home" / "settings.toml"
    begin_settings(file)
    assert read_settings(file) == (Settings(), [])
    write_setting(file, "theme", "light")
    begin_settings(file)
    assert read_settings(file) == (Settings(theme="light"), [])


def test_a_file_in_another_encoding_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes('# 설정\ntheme = "light"\n'.encode("euc-kr"))
    with pytest.raises(NotASettingError):
        write_setting(file, "language", "ko")
    assert "설정" in file.read_text(encoding="euc-kr")


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
