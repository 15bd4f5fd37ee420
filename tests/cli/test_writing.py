"""`tutor new`, `edit`, `add` and `check --fix`: a learner's own cards from the command line."""

import json
from pathlib import Path

import pytest

from tutor.cli.excerpt import forget_lines, told
from tutor.core.cards import Place
from tutor.core.faults import Fault

from .conftest import Shell


@pytest.fixture(autouse=True)
def fresh_lines() -> None:
    forget_lines()


def own(shell: Shell, name: str) -> Path:
    return shell.home / "pack" / "content" / name


def test_a_new_deck_is_sound_and_says_where_it_is(shell: Shell) -> None:
    result = shell.run("new", "My deck", EDITOR="none")
    file = own(shell, "My deck.yaml")
    assert result.code == 0
    assert f"{file}, line 1" in result.out
    text = file.read_text(encoding="utf-8")
    schema = file.parent / text.split("$schema=")[1].splitlines()[0]
    assert json.loads(schema.read_text(encoding="utf-8"))["title"]
    assert "concept: My-deck" in text
    assert shell.run("check", str(file)).code == 0


def test_a_deck_that_is_there_is_not_begun_again(shell: Shell) -> None:
    shell.run("new", "mine")
    before = own(shell, "mine.yaml").read_bytes()
    result = shell.run("new", "mine")
    assert result.code == 1
    assert "tutor edit mine" in result.err
    assert own(shell, "mine.yaml").read_bytes() == before


def test_cards_typed_in_the_terminal_can_be_learnt_at_once(shell: Shell) -> None:
    typed = "1\nWhat is it?\nA thing\nIt is so.\nAnd that: what?\nAnother\n\n\n"
    result = shell.run("add", typed=typed)
    assert result.code == 0
    assert "Added my-cards/what-is-it " in result.out
    assert "2 cards added to my-cards." in result.out
    listed = json.loads(shell.run("list", "--deck", "my-cards", "--json").out)["cards"]
    assert [card["id"] for card in listed] == ["what-is-it", "and-that-what"]
    assert shell.run("check", str(own(shell, "my-cards.yaml"))).code == 0


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("accept", "Which?\nReLU; rectifier\n\n"),
        ("cloze", "The {{gap}} here.\n\n"),
        ("choices", "Which?\n*this one\nthat :: no\n\n\n"),
        ("order", "In what order?\none\ntwo\nthree\n\n\n"),
        ("pairs", "Who?\na :: b\nc :: d\n\n\n"),
        ("claim", "It is so.\nno\nFor it is not.\n"),
        ("number", "How many?\n1/2\n\n"),
        ("live", "attend.scaled\n"),
        ("formula", "attend.scaled\n"),
    ],
)
def test_every_kind_can_be_typed(shell: Shell, kind: str, typed: str) -> None:
    result = shell.run("add", "--kind", kind, "--deck", "typed", typed=typed)
    assert "1 card added to typed." in result.out
    (card,) = json.loads(shell.run("list", "--deck", "typed", "--json").out)["cards"]
    assert card["kind"] == kind


def test_a_card_that_is_not_sound_is_asked_for_again(shell: Shell) -> None:
    result = shell.run("add", "--kind", "number", typed="How many?\nlots\n\nHow many?\n7\n\n")
    assert "Not added: " in result.out
    assert "1 card added" in result.out


def test_an_input_that_ends_midway_adds_nothing(shell: Shell) -> None:
    result = shell.run("add", "--kind", "answer", typed="What?\n")
    assert result.code == 1
    assert not own(shell, "my-cards.yaml").exists()


def test_cards_added_to_a_concept_of_another_pack_stand_in_ones_own(shell: Shell) -> None:
    typed = "What else?\nThis\n\n"
    shell.run("add", "--deck", "lstm-cell", "--kind", "answer", typed=typed)
    assert own(shell, "recurrent/lstm-cell.yaml").is_file()
    assert shell.run("show", "lstm-cell/what-else").code == 0


def test_a_card_of_another_pack_is_edited_as_ones_own_copy(shell: Shell) -> None:
    result = shell.run("edit", "lstm-cell/four-duties")
    assert result.code == 0
    file = own(shell, "recurrent/lstm-cell.yaml")
    assert f"{file}, line 3" in result.out
    listed = json.loads(shell.run("list", "--deck", "lstm-cell", "--json").out)["cards"]
    (row,) = [card for card in listed if card["id"] == "four-duties"]
    assert row["file"] == str(file)


def test_a_deck_too_broken_to_be_read_can_still_be_opened(shell: Shell) -> None:
    shell.run("new", "mine")
    own(shell, "mine.yaml").write_text("cards: [", encoding="utf-8")
    result = shell.run("edit", "mine")
    assert f"{own(shell, 'mine.yaml')}, line 1" in result.out
    assert result.code == 1  # and it is said what is wrong
    assert "mine.yaml:1:" in result.out.replace("line 1", "")


def test_what_cannot_be_edited_is_named_with_what_is_near(shell: Shell) -> None:
    result = shell.run("edit", "lstm-cell/four-dutis")
    assert result.code == 1
    assert "lstm-cell/four-duties" in result.err


def test_check_writes_ids_only_where_it_is_asked_to(shell: Shell) -> None:
    text = shell.deck.read_text(encoding="utf-8").replace("  - id: typed\n    ask", "  - ask")
    shell.deck.write_text(text, encoding="utf-8", newline="\n")
    shell.run("check", str(shell.deck))
    assert shell.deck.read_text(encoding="utf-8") == text
    result = json.loads(shell.run("check", str(shell.deck), "--fix", "--json").out)
    assert result["fixed"] == [{"file": str(shell.deck), "ids": 1}]
    assert not [fault for fault in result["faults"] if fault["code"] == "no-id"]


def test_an_answered_card_keeps_its_history_when_it_gets_an_id(shell: Shell) -> None:
    deck = "concept: small\ncards:\n  - ask: What?\n    answer: That\n"
    folder = shell.home / "pack" / "content"
    folder.mkdir(parents=True)
    file = folder / "small.yaml"
    file.write_text(deck, encoding="utf-8")
    shell.run("review", "--plain", "--deck", "small", typed="\n3\n")
    shell.run("check", "--fix", str(file))
    file.write_text(file.read_text(encoding="utf-8").replace("What?", "What else?"), "utf-8")
    (card,) = json.loads(shell.run("list", "--deck", "small", "--json").out)["cards"]
    shown = json.loads(shell.run("show", f"small/{card['id']}", "--json").out)
    assert len(shown["history"]) == 1


def test_the_caret_stands_below_the_word_whatever_its_width(tmp_path: Path) -> None:
    file = tmp_path / "d.yaml"
    file.write_text("- ask: 어텐션이란\n  answre: 셀\n- {ask: 한글, kp: x}\n", encoding="utf-8")
    for column, line in ((3, 2), (13, 3)):
        fault = Fault(Place(str(file), line, column), "unknown-key", "", {"key": "x"})
        _, shown, carets = told(fault, "en", lambda text, colour: text)
        word = {2: "answre", 3: "kp"}[line]
        before = shown[: shown.index(word)]
        from wcwidth import wcswidth

        assert wcswidth(carets[: carets.index("^")]) == wcswidth(before)
        assert carets.count("^") == len(word)


def test_a_very_long_line_is_cut_around_the_fault(tmp_path: Path) -> None:
    file = tmp_path / "d.yaml"
    file.write_text("x" * 5000 + " here " + "y" * 5000 + "\n", encoding="utf-8")
    fault = Fault(Place(str(file), 1, 5002), "unknown-key", "", {"key": "x"})
    _, shown, carets = told(fault, "en", lambda text, colour: text)
    assert len(shown) < 120
    assert shown[carets.index("^") :].startswith("here")
