import json
import shlex
from typing import Any

import pytest

from .conftest import Shell

TAGGED = """\
concept: tagged
title: {en: Another deck, ko: 다른 덱}
cards:
  - id: noted
    tags: [errata, notes]
    claim: The notes are right.
    holds: false
  - id: plain
    claim: The sun rises.
    holds: true
"""


@pytest.fixture
def decks(shell: Shell) -> Shell:
    pack = shell.home / "pack" / "content"
    pack.mkdir(parents=True)
    (pack / "small.yaml").write_text(shell.deck.read_text(encoding="utf-8"), encoding="utf-8")
    (pack / "tagged.yaml").write_text(TAGGED, encoding="utf-8")
    return shell


def results(shell: Shell, *options: str, typed: str = "") -> dict[str, Any]:
    run = shell.run("quiz", "--json", *options, typed=typed)
    assert run.code == 0, run.err
    found: dict[str, Any] = json.loads(run.out)
    return found


def test_a_quiz_asks_the_chosen_cards_and_leaves_the_schedule_alone(decks: Shell) -> None:
    run = decks.run("quiz", "--plain", "--deck", "tagged", "--seed", "1", typed="1\n1\n\n")
    assert run.code == 0
    assert "Score: 50 %. 1 of 2 questions all right." in run.out
    assert "tutor quiz --deck tagged -n 20 --seed 1" in run.out
    assert json.loads(decks.run("stats", "--json").out)["reviews"] == 0


def test_a_quiz_that_counts_is_a_review(decks: Shell) -> None:
    decks.run("quiz", "--plain", "--deck", "tagged", "--count", typed="1\n1\n\n")
    assert json.loads(decks.run("stats", "--json").out)["reviews"] == 2


def test_the_same_call_with_the_seed_is_the_same_quiz(decks: Shell) -> None:
    said = [
        decks.run("quiz", "--plain", "--seed", "5", "-n", "4", typed="\n" * 9).out for _ in "ab"
    ]
    assert said[0] == said[1]
    assert decks.run("quiz", "--plain", "--seed", "6", "-n", "4", typed="\n" * 9).out != said[0]


def test_json_prints_the_score_and_what_was_wrong(decks: Shell) -> None:
    found = results(decks, "--deck", "tagged", "--seed", "1", typed="1\n1\n")
    assert (found["version"], found["seed"], found["asked"]) == (1, 1, 2)
    assert (found["right"], found["score"]) == (1, 0.5)
    assert found["concepts"] == [
        {"concept": "tagged", "title": "Another deck", "asked": 2, "right": 1, "score": 0.5}
    ]
    assert found["wrong"] == [
        {
            "card": "tagged/noted",
            "concept": "tagged",
            "asked": "The notes are right.",
            "given": "true",
            "right": "false",
            "score": 0.0,
            "demo": None,
        }
    ]


def test_a_live_card_that_went_wrong_names_a_demo_call_that_works(shell: Shell) -> None:
    found = results(
        shell, "--deck", "lstm-cell", "--kind", "live", "-n", "1", "--seed", "2", typed="0\n"
    )
    (wrong,) = found["wrong"]
    words = shlex.split(wrong["demo"])
    assert words[:2] == ["tutor", "demo"]
    assert shell.run(*words[1:], "--plain").code == 0


def test_decks_kinds_and_tags_may_be_repeated(decks: Shell) -> None:
    two = results(decks, "--deck", "small", "--deck", "tagged", "--all", typed="\n" * 20)
    assert two["asked"] == 7
    kinds = results(decks, "--deck", "small", "--kind", "accept", "--kind", "cloze", typed="\n\n")
    assert kinds["asked"] == 2
    tags = results(decks, "--tag", "notes", "--deck", "tagged", typed="\n")
    assert tags["asked"] == 1


def test_a_deck_may_be_a_file(shell: Shell) -> None:
    found = results(shell, "--deck", str(shell.deck), typed="\n" * 20)
    assert found["asked"] == 5


@pytest.mark.parametrize(
    ("call", "code", "said"),
    [
        (("--tag", "erata"), 2, "no card has the tag erata; tags: errata, notes"),
        (("--kind", "choice"), 2, "kinds: answer, accept, cloze, choices, order"),
        (("--deck", "tagd"), 1, "there is no deck tagd; did you mean tagged?"),
        (("--deck", "tagged", "--kind", "number"), 1, "in tagged, of the kind number"),
        (("--weak", "--flagged"), 1, "no card is all of this: weak, flagged"),
        (("-n", "0"), 2, "--help"),
        (("-n", "3", "--all"), 2, "--help"),
        (("--plain", "--json"), 2, "--help"),
        (("--minutes", "soon"), 2, "--help"),
    ],
)
def test_a_call_that_cannot_be_met_says_what_there_is(
    decks: Shell, call: tuple[str, ...], code: int, said: str
) -> None:
    run = decks.run("quiz", *call)
    assert run.code == code
    assert said in run.err


def test_answers_that_make_no_sense_are_told_by_the_exit_code(decks: Shell) -> None:
    run = decks.run("quiz", "--plain", "--deck", "tagged", typed="what?\n" * 9)
    assert run.code == 1
    assert "the quiz ends here" in run.out


@pytest.mark.parametrize(
    ("options", "asks"), [((), True), (("--seed", "0"), False), (("--kind", "claim"), False)]
)
def test_without_a_wish_the_screen_asks_what_the_quiz_shall_be_about(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], asks: bool
) -> None:
    asked: list[bool] = []

    def open_screen(context: object, **wishes: Any) -> int:
        asked.append(wishes["quiz"] is None)
        return 0

    monkeypatch.setattr("tutor.cli.commands.quiz.screen_possible", lambda environ: True)
    monkeypatch.setattr("tutor.cli.screen.open_screen", open_screen)
    assert shell.run("quiz", *options).code == 0
    assert asked == [asks]
