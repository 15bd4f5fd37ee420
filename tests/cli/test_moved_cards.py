"""Cards under another name: the history stays, and follows them once it is said where."""

import json
from pathlib import Path

import pytest

from .conftest import Shell


@pytest.fixture
def moved(shell: Shell) -> Path:
    """A card that was answered, in a file that now calls it otherwise."""
    folder = shell.home / "pack" / "content"
    folder.mkdir(parents=True)
    file = folder / "small.yaml"
    file.write_text(
        "concept: small\ncards:\n  - {id: old, ask: Which one is it?, answer: That}\n", "utf-8"
    )
    shell.run("review", "--plain", "--deck", "small", typed="\n3\n")
    file.write_text(file.read_text(encoding="utf-8").replace("id: old", "id: new"), "utf-8")
    return file


def test_the_doctor_names_what_has_gone_and_what_looks_like_it(shell: Shell, moved: Path) -> None:
    notes = json.loads(shell.run("doctor", "--json").out)["notes"]
    assert "small/old" in notes[0]
    assert f"add `was: small/old` to that ({moved}:3)" in notes[1]


def test_a_review_in_lines_says_that_cards_seem_to_have_moved(shell: Shell, moved: Path) -> None:
    assert "new ones look like them" in shell.run("review", "--plain", "--deck", "small").err


def test_the_history_follows_once_the_card_says_what_it_was(shell: Shell, moved: Path) -> None:
    text = moved.read_text(encoding="utf-8")
    moved.write_text(text.replace("id: new", "was: small/old, id: new"), encoding="utf-8")
    shown = json.loads(shell.run("show", "small/new", "--json").out)
    assert len(shown["history"]) == 1
    assert json.loads(shell.run("doctor", "--json").out)["notes"] == []


def test_a_card_that_comes_back_has_its_history_again(shell: Shell, moved: Path) -> None:
    text = moved.read_text(encoding="utf-8")
    moved.write_text(text.replace("id: new", "id: old"), encoding="utf-8")
    shown = json.loads(shell.run("show", "small/old", "--json").out)
    assert len(shown["history"]) == 1
