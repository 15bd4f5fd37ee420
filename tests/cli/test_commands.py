import json
import os
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from .conftest import Shell


def as_object(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    assert found["version"] == 1
    return found


def keep(shell: Shell) -> None:
    """Put the deck into the learner's own pack, whose cards come before the bundled ones."""
    folder = shell.home / "pack" / "content"
    folder.mkdir(parents=True)
    shell.deck.rename(folder / shell.deck.name)


def test_the_version_is_told(shell: Shell) -> None:
    assert shell.run("--version").out.startswith("tutor ")


def test_the_help_names_every_command(shell: Shell) -> None:
    from tutor.cli.parser import COMMANDS

    text = shell.run("--help").out
    assert all(f"  {name} " in text for name in COMMANDS)
    assert shell.run("--help").code == 0


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_command_explains_itself(shell: Shell, language: str) -> None:
    from tutor.cli.parser import COMMANDS

    for name in COMMANDS:
        result = shell.run(name, "--help", TUTOR_LANG=language)
        assert result.code == 0
        assert f"tutor {name}" in result.out


def test_a_word_that_is_no_command_is_a_file(shell: Shell) -> None:
    result = shell.run(str(shell.deck))
    assert result.code == 0
    assert "A small deck (small): " in result.out


def test_a_misspelt_command_is_a_wrong_call_and_the_right_one_is_named(shell: Shell) -> None:
    result = shell.run("reviw")
    assert result.code == 2
    assert "did you mean tutor review?" in result.err


@pytest.mark.parametrize(
    "argv",
    [("review", "--limit", "0"), ("show",), ("demo", "--cell", "x"), ("due", "--nonsense")],
)
def test_a_wrong_call_is_told_in_a_line_and_points_to_the_help(
    shell: Shell, argv: tuple[str, ...]
) -> None:
    result = shell.run(*argv)
    assert result.code == 2
    assert len(result.err.splitlines()) == 2
    assert "--help" in result.err


def test_without_a_terminal_the_day_is_told_in_lines(shell: Shell) -> None:
    assert shell.run().out.startswith("Today: 0 due, 0 being learnt, ")


def test_what_is_due_counts_what_was_answered(shell: Shell) -> None:
    keep(shell)
    before = as_object(shell.run("due", "--json").out)
    assert {"due", "new", "learning", "next_due", "decks"} <= before.keys()
    shell.run("review", "--plain", "--limit", "3", typed="1\n" * 20)
    after = as_object(shell.run("due", "--json").out)
    assert after["answered"] == 3
    assert after["learning"] == 3
    assert after["new"] == before["new"] - 3


def test_figures_of_a_new_home_are_all_nothing(shell: Shell) -> None:
    found = as_object(shell.run("stats", "--json").out)
    assert found["reviews"] == found["reviews_today"] == found["streak"] == 0
    assert found["retention"] is None
    assert shell.run("stats").code == 0


def test_ones_without_end_add_five_answers(shell: Shell) -> None:
    keep(shell)
    result = shell.run("review", "--plain", "--limit", "5", typed="1\n" * 100)
    assert result.code == 0
    assert as_object(shell.run("stats", "--json").out)["reviews"] == 5


def test_cards_are_listed_with_kind_and_place(shell: Shell) -> None:
    cards = as_object(shell.run("list", "--json", "--deck", str(shell.deck)).out)["cards"]
    assert [card["kind"] for card in cards] == ["answer", "accept", "cloze", "choices", "number"]
    assert cards[0] == {
        "concept": "small",
        "id": "recalled",
        "kind": "answer",
        "title": "What is √16?",
        "languages": ["en", "ko"],
        "file": str(shell.deck),
        "line": 4,
    }
    assert "{{" not in shell.run("list", "--deck", str(shell.deck)).out


def test_the_bundled_cards_are_listed_by_deck(shell: Shell) -> None:
    every = as_object(shell.run("list", "--json").out)["cards"]
    track = as_object(shell.run("list", "--json", "--deck", "attention").out)["cards"]
    assert track
    assert len(track) <= len(every)


@pytest.mark.parametrize("options", [[], ["--json"], ["--suspended"]])
def test_listing_cards_leaves_no_file_open(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, options: list[str]
) -> None:
    keep(shell)
    shell.run("review", "--plain", "--deck", "small", typed="@\n")  # suspends the first
    shell.run("list")
    opened = []

    class Connection(sqlite3.Connection):
        def __init__(self, *given: Any, **more: Any) -> None:
            super().__init__(*given, **more)
            opened.append(self)

    monkeypatch.setattr(sqlite3, "connect", Connection)
    assert "recalled" in shell.run("list", "--deck", "small", *options).out
    assert opened
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")


def test_an_unknown_deck_is_named_with_the_nearest(shell: Shell) -> None:
    result = shell.run("list", "--deck", "atention")
    assert result.code == 1
    assert "did you mean attention?" in result.err


def test_a_card_is_shown_with_its_history(shell: Shell) -> None:
    keep(shell)
    key = as_object(shell.run("list", "--json").out)["cards"][0]
    name = f"{key['concept']}/{key['id']}"
    assert "Not answered yet." in shell.run("show", name).out
    shell.run("review", "--plain", "--limit", "10", typed="1\n" * 30)
    shown = shell.run("show", key["id"])
    assert "2026-03-02 12:00" in shown.out
    assert as_object(shell.run("show", name, "--json").out)["history"][0]["kind"] == "answer"


def test_an_unknown_card_is_not_so(shell: Shell) -> None:
    result = shell.run("show", "scaled-dot-product-attention/rols")
    assert result.code == 1
    assert "did you mean scaled-dot-product-attention/roles?" in result.err


def test_a_sound_file_has_no_faults(shell: Shell) -> None:
    result = shell.run("check", str(shell.deck), "--json")
    assert result.code == 0
    assert all(fault["severity"] == "hint" for fault in as_object(result.out)["faults"])


def test_a_fault_has_its_place_its_cure_and_exit_code_one(shell: Shell, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("cards:\n  - id: a\n    ask: x\n    anser: y\n", encoding="utf-8")
    result = shell.run("check", str(broken), "--json")
    assert result.code == 1
    fault = as_object(result.out)["faults"][0]
    assert fault["file"] == str(broken)
    assert fault["line"] in {2, 4}
    assert fault["fault"]
    assert fault["cure"]
    assert shell.run("check", str(broken)).out.startswith(f"{broken}:")


def test_checking_what_is_not_there_is_a_wrong_call(shell: Shell) -> None:
    assert shell.run("check", "nowhere.yaml").code == 2


def test_the_schema_is_json(shell: Shell) -> None:
    assert "$schema" in json.loads(shell.run("schema").out)


def test_a_backup_is_written_once_to_a_file(shell: Shell, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    assert shell.run("backup", str(target)).code == 0
    assert target.is_file()
    again = shell.run("backup", str(target))
    assert again.code == 1
    assert "is there already" in again.err


def test_the_doctor_finds_a_sound_home_well(shell: Shell) -> None:
    result = shell.run("doctor", "--json")
    found = as_object(result.out)
    assert found["problems"] == []
    assert result.code == 0
    assert {"encoding", "colours", "size", "terminal"} <= found["facts"].keys()


def test_the_doctor_names_a_damaged_database_and_leaves_it_alone(shell: Shell) -> None:
    shell.run("due")
    database = shell.home / "tutor.db"
    for file in shell.home.glob("tutor.db-*"):
        file.unlink()
    database.write_bytes(b"no database at all" * 1000)
    result = shell.run("doctor")
    assert result.code == 1
    assert "tutor.db" in result.out
    assert database.read_bytes().startswith(b"no database")
    assert shell.run("due").code == 1


def test_a_home_that_cannot_be_made_is_told_in_a_line(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder is wanted", encoding="utf-8")
    result = shell.run("due")
    assert result.code == 1
    assert len(result.err.splitlines()) == 1
    assert "TUTOR_HOME" in result.err


def test_packs_on_the_path_are_read(shell: Shell, tmp_path: Path) -> None:
    pack = tmp_path / "pack" / "content" / "mine"
    pack.mkdir(parents=True)
    (pack / "small.yaml").write_text(shell.deck.read_text(encoding="utf-8"), encoding="utf-8")
    path = os.pathsep.join([str(tmp_path / "pack")])
    listed = shell.run("list", "--deck", "mine", "--json", TUTOR_PATH=path)
    assert len(as_object(listed.out)["cards"]) == 5


def test_a_day_later_a_learnt_card_may_be_due(shell: Shell) -> None:
    keep(shell)
    shell.run("review", "--plain", "--limit", "4", typed="1\n" * 40)
    found = as_object(shell.run("due", "--json", later=timedelta(days=1)).out)
    assert found["due"] + found["learning"] >= 4


def test_the_learners_language_is_spoken(shell: Shell) -> None:
    assert shell.run("due", TUTOR_LANG="ko").out.startswith("오늘")
    assert "작은 덱" in shell.run("list", "--deck", str(shell.deck), TUTOR_LANG="ko").out


def test_a_crash_leaves_a_report_and_one_line(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tutor.cli.commands import figures

    def broken(*_: object) -> int:
        raise ZeroDivisionError("a mistake")

    monkeypatch.setattr(figures, "stats", broken)
    result = shell.run("stats")
    assert result.code == 1
    assert len(result.err.splitlines()) == 1
    reports = list(shell.home.glob("crash-*.txt"))
    assert str(reports[0]) in result.err
    assert "ZeroDivisionError: a mistake" in reports[0].read_text(encoding="utf-8")


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt, 130), (BrokenPipeError, 0)])
def test_leaving_early_is_quiet(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, error: type[BaseException], code: int
) -> None:
    from tutor.cli.commands import figures

    def leaving(*_: object) -> int:
        raise error

    monkeypatch.setattr(figures, "stats", leaving)
    monkeypatch.setattr("tutor.cli.entry.close_output", lambda: None)
    result = shell.run("stats")
    assert (result.code, result.err) == (code, "")
