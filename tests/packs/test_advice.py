"""Hints of style: what keeps a card from being learnt well, though nothing is wrong with it."""

from pathlib import Path

import pytest

from tutor.core.faults import Fault, Severity
from tutor.packs import check

LONG = "It is so because " + "and so on and on " * 20


def hints(folder: Path, cards: str) -> list[Fault]:
    file = folder / "deck.yaml"
    file.write_text(f"title: Deck\ncards:\n{cards}", encoding="utf-8")
    found = check([], [file])
    assert all(fault.severity is Severity.HINT for fault in found)
    return found


def codes(folder: Path, cards: str) -> list[str]:
    return [fault.code for fault in hints(folder, cards)]


def test_an_answer_longer_than_its_question_is_pointed_out(tmp_path: Path) -> None:
    assert codes(tmp_path, f"  - {{id: a, ask: Why?, answer: {LONG}}}\n") == ["answer-long"]
    assert codes(tmp_path, "  - {id: a, ask: Why?, answer: Because it must be so.}\n") == []


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("a very long and careful right choice", "a short one", "choice-long"),
        ("short", "a very long and careful wrong choice", "choice-short"),
    ],
)
def test_a_choice_that_its_length_gives_away_is_pointed_out(
    tmp_path: Path, right: str, wrong: str, code: str
) -> None:
    cards = (
        "  - id: a\n    ask: Which?\n    choices:\n"
        f"      - {{text: {right}, right: true}}\n      - {{text: {wrong}, why: It is not.}}\n"
    )
    assert codes(tmp_path, cards) == [code]


def test_the_length_of_names_and_numbers_gives_nothing_away(tmp_path: Path) -> None:
    cards = (
        "  - id: a\n    ask: Which?\n    choices:\n"
        "      - {text: softmax, right: true}\n      - {text: tanh, why: It is not.}\n"
    )
    assert codes(tmp_path, cards) == []


def test_cards_without_a_reason_are_counted_once_a_file(tmp_path: Path) -> None:
    cards = "".join(f"  - {{id: c{n}, claim: Is it {n}, holds: true}}\n" for n in range(3))
    (hint,) = hints(tmp_path, cards + "  - {id: d, claim: Other, holds: true, because: So.}\n")
    assert hint.code == "no-because"
    assert hint.details == {"count": "3", "of": "4"}


def test_two_cards_that_ask_nearly_the_same_are_pointed_out(tmp_path: Path) -> None:
    one = "  - {id: a, ask: What does the forget gate of an LSTM decide?, answer: What is kept}\n"
    other = (
        "  - {id: b, ask: What does the forget gate of the LSTM decide?, answer: What is kept}\n"
    )
    (hint,) = hints(tmp_path, one + other)
    assert hint.code == "card-alike"
    assert hint.details["other"] == "deck/a"


def test_questions_that_differ_in_a_number_are_not_alike(tmp_path: Path) -> None:
    cards = "".join(
        f"  - {{id: c{n}, ask: What is the root of the number {n}?, answer: It is the root}}\n"
        for n in (4, 9)
    )
    assert codes(tmp_path, cards) == []


def test_the_parts_of_one_card_are_not_alike(tmp_path: Path) -> None:
    cards = "  - {id: a, each: true, because: So., cloze: 'The {{one}} and the {{other}} of it.'}\n"
    assert codes(tmp_path, cards) == []
