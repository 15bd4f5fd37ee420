"""Settings of single decks, from the file and the command line to the review."""

import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.cli.settings import deck_key, read_settings, write_setting
from tutor.core.settings import DECK_SETTINGS, DeckSettings, NotASettingError, Settings
from tutor.core.text import LANGUAGES
from tutor.words import say

from .conftest import Shell

FILE = """\
# mine
theme = "light"

[deck."lstm-cell"]  # hard
retention = 0.95
new_per_day = 3

[deck]
recurrent = {language = "ko", reviews_per_day = 20}
"""


def test_tables_of_decks_are_read(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(FILE, encoding="utf-8")
    assert read_settings(file) == (
        Settings(
            theme="light",
            decks={
                "lstm-cell": DeckSettings(retention=0.95, new_per_day=3),
                "recurrent": DeckSettings(language="ko", reviews_per_day=20),
            },
        ),
        [],
    )


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("deck = 3\n", 1, "deck.no_tables"),
        ("\n[deck]\nlstm = 3\n", 3, "deck.no_table"),
        ("[deck.a]\nretention = 0.9\n\n[deck.b]\nretention = 2\n", 5, "value.retention"),
        ("[deck.a]\n# one\nretenton = 0.9\n", 3, "deck.near"),
        ("[deck.a]\nsize = 1\n", 2, "deck.unknown"),
        ('[deck.a]\nretention = 0.9\ntheme = "light"\n', 3, "deck.for_all"),
        ("[deck.'b c'.\"d\"]\nx = 1\n", 1, "deck.unknown"),
        ("deck.a.new_per_day = -1\n", 1, "value.new_per_day"),
        ('x = 1\n[deck.a]\nlanguage = "fr"\n', 3, "value.language"),
        ("[decks.a]\nretention = 0.9\n", 1, "near"),
    ],
)
def test_a_fault_in_a_deck_is_named_with_its_line_and_the_rest_holds(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f'{text}[deck.sound]\nlanguage = "en"\n' * ("deck = 3" not in text) or text)
    found, faults = read_settings(file)
    assert (line, code) in [(fault.place.line, fault.code) for fault in faults]
    if "deck = 3" not in text:
        assert found.decks["sound"] == DeckSettings(language="en")
    for fault in faults:
        for language in LANGUAGES:
            assert "\n" not in say(f"settings.{fault.code}", language, **fault.details)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("deck.lstm-cell.retention", ("lstm-cell", "retention")),
        ("deck.my.notes.language", ("my.notes", "language")),
        ('deck."lstm-cell".language', ("lstm-cell", "language")),
        ("deck.lstm-cell", ("lstm-cell", "")),
        ("deck", ("", "")),
        ("retention", None),
        ("decks.a.retention", None),
    ],
)
def test_a_name_says_which_deck_and_which_setting(name: str, found: tuple[str, str] | None) -> None:
    assert deck_key(name) == found


def test_a_deck_is_set_and_unset_and_comments_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(FILE, encoding="utf-8")
    write_setting(file, "deck.lstm-cell.retention", "90%")
    write_setting(file, "deck.순환 신경망.language", "ko")
    write_setting(file, "rollover", "5")
    text = file.read_text(encoding="utf-8")
    assert "# mine" in text
    assert '[deck."lstm-cell"]  # hard\nretention = 0.9\n' in text
    assert read_settings(file)[0].rollover == 5
    assert read_settings(file)[0].decks["순환 신경망"] == DeckSettings(language="ko")
    for key in ("retention", "new_per_day"):
        write_setting(file, f"deck.lstm-cell.{key}", "")
    write_setting(file, "deck.nowhere.retention", "")
    assert read_settings(file)[0].decks.keys() == {"recurrent", "순환 신경망"}
    assert "lstm" not in file.read_text(encoding="utf-8")


def test_line_ends_and_the_mark_of_windows_stay(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes("\ufeff# mine\r\ntheme = 'light'\r\n".encode())
    write_setting(file, "deck.a.new_per_day", "3")
    assert file.read_bytes() == (
        "\ufeff# mine\r\ntheme = 'light'\r\n\r\n[deck.a]\r\nnew_per_day = 3\r\n".encode()
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("deck.a.retention", "7"),
        ("deck.a.retenton", "0.9"),
        ("deck.a.retenton", ""),
        ("deck.a.theme", "dark"),
        ("deck.a", "0.9"),
        ("deck", "0.9"),
    ],
)
def test_what_a_deck_cannot_have_is_not_written(tmp_path: Path, key: str, value: str) -> None:
    file = tmp_path / "settings.toml"
    with pytest.raises(NotASettingError):
        write_setting(file, key, value)
    assert not file.exists()


def test_what_is_no_table_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    for text in ("deck = 3\n", "[deck]\na = 3\n"):
        file.write_text(text, encoding="utf-8")
        with pytest.raises(NotASettingError):
            write_setting(file, "deck.a.retention", "0.9")
        assert file.read_text(encoding="utf-8") == text


WORDS = st.sampled_from(
    [
        *("deck", "[deck.a]\n", '[deck."b c"]\n', "[[deck]]\n", "[deck]\n", "theme", "retention"),
        *(" = ", "=", ".", "\n", "\r\n", '"', "'", '"""', "{", "}", "[", "]", ",", "#", "\\", "\t"),
        *("0.9", "-1", "9" * 5000, "0x" + "f" * 9000, "nan", "true", '"ko"', "2020-13-45", "가"),
        *("goals", "new_per_day", "language", "\0", "\ufeff", "\u2028", "[" * 3000, "\U0001f600"),
    ]
)


@settings(deadline=None, max_examples=200)
@given(st.lists(WORDS | st.text(max_size=4), max_size=30).map("".join) | st.binary(max_size=200))
def test_no_file_of_settings_ends_in_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, text: str | bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "fuzzed.toml"
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    file.write_bytes(data)
    found, faults = read_settings(file)
    assert isinstance(found, Settings)
    for fault in faults:
        assert 1 <= fault.place.line <= data.count(b"\n") + data.count(b"\r") + 1
        for language in LANGUAGES:
            assert "\n" not in say(f"settings.{fault.code}", language, **fault.details)
    try:
        write_setting(file, "deck.a.retention", "0.8")
    except NotASettingError:
        assert file.read_bytes() == data
    else:
        after, _ = read_settings(file)
        before = found.decks.get("a", DeckSettings())
        assert after.decks["a"].retention == 0.8
        assert after.decks["a"].language == before.language
        assert (after.theme, after.goals) == (found.theme, found.goals)


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(st.text(min_size=1, max_size=12), st.sampled_from([*DECK_SETTINGS])))
def test_any_name_can_be_a_decks(
    tmp_path_factory: pytest.TempPathFactory, decks: dict[str, str]
) -> None:
    file = tmp_path_factory.getbasetemp() / "named.toml"
    file.unlink(missing_ok=True)
    values = {"retention": "0.8", "new_per_day": "3", "reviews_per_day": "4", "language": "ko"}
    for name, key in decks.items():
        try:
            write_setting(file, f"deck.{name}.{key}", values[key])
        except NotASettingError:
            continue
        assert tomllib.loads(file.read_text(encoding="utf-8"))["deck"]
        named = deck_key(f"deck.{name}.{key}")
        assert named is not None
        mine = read_settings(file)[0].decks[named[0]]
        assert str(getattr(mine, key)) == values[key]


# The command line


def test_a_deck_is_set_and_shown_from_the_command_line(shell: Shell) -> None:
    assert shell.run("config", "deck").out == "as for all decks\n"
    assert shell.run("config", "deck.lstm-cell.retention", "95%").out == "0.95\n"
    assert shell.run("config", "deck.lstm-cell.retention").out == "0.95\n"
    assert (
        shell.run("config", "deck.lstm-cell.language").out == "as for wider decks, else for all\n"
    )
    assert shell.run("config", "deck.lstm-cell").out == "deck.lstm-cell.retention = 0.95\n"
    assert "\ndeck.lstm-cell.retention = 0.95\n" in shell.run("config").out
    shown = json.loads(shell.run("config", "--json").out)
    assert shown["decks"] == {"lstm-cell": {"retention": 0.95}}
    assert "decks" not in shown["settings"]
    assert json.loads(shell.run("config", "deck.gru", "--json").out)["decks"] == {"gru": {}}
    assert shell.run("config", "deck.lstm-cell.retention", "").code == 0
    assert shell.run("config", "deck").out == "as for all decks\n"


def test_wrong_calls_name_what_there_is(shell: Shell) -> None:
    near = shell.run("config", "deck.lstm-cell.retenton", "0.9")
    assert (near.code, "did you mean retention?" in near.err) == (2, True)
    assert shell.run("config", "deck.lstm-cell.retenton").code == 2
    assert "0.7 to 0.99" in shell.run("config", "deck.lstm-cell.retention", "3").err
    assert "deck.lstm-cell.retention" in shell.run("config", "deck", "3").err


def test_an_unknown_deck_is_a_hint_with_near_names(shell: Shell) -> None:
    result = shell.run("config", "deck.lstm-sell.new_per_day", "2")
    assert (result.code, result.out) == (0, "2\n")
    assert "did you mean lstm-cell?" in result.err
    due = shell.run("due")
    assert due.code == 0
    assert "deck.lstm-sell" in due.err
    for known in ("recurrent", "bundled"):  # a track, a pack
        assert shell.run("config", f"deck.{known}.new_per_day", "9").err == ""


def test_a_fault_in_a_deck_is_told_and_the_command_still_works(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "settings.toml").write_text("[deck.a]\nretenton = 3\n", encoding="utf-8")
    result = shell.run("due")
    assert result.code == 0
    assert "settings.toml:2: there is no setting retenton for a deck" in result.err


def test_a_limit_of_a_deck_is_kept_by_the_day(shell: Shell) -> None:
    def new(concept: str) -> int:
        decks = json.loads(shell.run("due", "--json").out)["decks"]
        return next(deck["new"] for deck in decks if deck["concept"] == concept)

    (shell.home / "pack" / "content").mkdir(parents=True)
    deck = shell.home / "pack" / "content" / "small.yaml"
    deck.write_text(shell.deck.read_text(encoding="utf-8"), encoding="utf-8")
    assert new("small") == 5
    shell.run("config", "deck.own.new_per_day", "2")
    assert new("small") == 2
    shell.run("config", "deck.small.new_per_day", "3")
    assert new("small") == 3


def test_a_plain_review_asks_in_the_language_of_the_deck(shell: Shell) -> None:
    shell.home.mkdir()
    (shell.home / "settings.toml").write_text('[deck.words]\nlanguage = "ko"\n', encoding="utf-8")
    deck = shell.home / "pack" / "content" / "words.yaml"
    deck.parent.mkdir(parents=True)
    deck.write_text(
        "title: {en: Words, ko: 낱말}\n"
        "cards:\n"
        "  - id: gaps\n"
        "    cloze:\n"
        "      en: The {{forget}} gate.\n"
        "      ko: '{{망각}} 게이트와 {{입력}} 게이트.'\n"
        "    because: {en: In English., ko: 한국어로.}\n",
        encoding="utf-8",
    )
    result = shell.run("review", "--plain", "--deck", "words", typed="망각; 입력\n")
    assert "낱말" in result.out
    assert "게이트와" in result.out
    assert "The words for the 2 gaps, set apart by ;" in result.out
    assert "맞았습니다." in result.out
    assert "한국어로." in result.out
    assert "Graded Good" in result.out
