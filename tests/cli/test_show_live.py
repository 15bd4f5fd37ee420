"""`tutor show` on a live card: its past questions with what was answered and what explained it."""

import json

import pytest

from .conftest import Shell

LIVE = """\
concept: lively
title: {en: Lively, ko: 생생한 덱}
demo: attend
generate: [weights]
cards:
  - id: scaling
    ask:
      en: Scale @{scores} for $d_k = @{d_k}$.
      ko: 점수 @{scores}, $d_k = @{d_k}$일 때 스케일하세요.
    live: scaled
    hint: Divide by the root of @{d_k}.
"""


@pytest.fixture
def lively(shell: Shell) -> Shell:
    """A shell in whose home a pack of the learner's own has live cards."""
    content = shell.home / "pack" / "content"
    content.mkdir(parents=True)
    (content / "lively.yaml").write_text(LIVE, encoding="utf-8")
    return shell


def answered(shell: Shell, text: str) -> None:
    """Answer the deck's first card with a text."""
    shell.run("review", "--plain", "--deck", "lively", "--limit", "1", typed=f"{text}\n")


def test_a_past_question_is_shown_with_its_numbers_and_its_answer(lively: Shell) -> None:
    answered(lively, "0.123, 7")
    text = lively.run("show", "lively/scaling").out.splitlines()
    assert "Scale … for dₖ = …." in text
    assert "Hint: Divide by the root of …." in text
    at = next(number for number, line in enumerate(text) if "0.123, 7" in line)
    question = json.loads(lively.run("show", "lively/scaling", "--json").out)
    [row] = question["history"]
    asked = row["question"]
    scores = ", ".join(map(str, asked["inputs"]["scores"])).replace("-", "−")
    expected = f"asked: S′ = S / √(dₖ), with S = ({scores}), dₖ = {asked['inputs']['d_k']}"
    assert text[at + 1].strip() == expected
    assert text[at + 2].strip().startswith("right: ")


def test_the_json_of_a_past_question_has_all_that_was_asked(lively: Shell) -> None:
    answered(lively, "0.123, 7")
    found = json.loads(lively.run("show", "lively/scaling", "--json").out)
    assert found["card"]["kind"] == "live"
    [row] = found["history"]
    assert row["given"] == ["0.123, 7"]
    asked = row["question"]
    assert (asked["demo"], asked["step"]) == ("attend", "scaled")
    root = asked["inputs"]["d_k"] ** 0.5
    assert asked["right"] == [score / root for score in asked["inputs"]["scores"]]
    assert set(asked) == {
        *("demo", "step", "seed", "inputs", "conventions", "given", "cells", "right", "tolerance")
    }


def test_what_explained_a_wrong_answer_is_told_again(lively: Shell) -> None:
    answered(lively, "1, 2, 3, 4, 5")
    found = json.loads(lively.run("show", "lively/scaling", "--json").out)
    assert found["history"][0]["explained_by"] == ["shape"]
    assert "what it was: That is 5 numbers; " in lively.run("show", "lively/scaling").out
    korean = lively.run("show", "lively/scaling", TUTOR_LANG="ko").out
    assert "까닭: 수가 5개인데" in korean
    assert "물은 것: S′ = S / √(dₖ)" in korean


def test_the_past_of_a_card_outlives_its_demo(lively: Shell) -> None:
    answered(lively, "0.5, 0.25")
    own = lively.home / "pack" / "demos"
    own.mkdir()
    (own / "attend.py").write_text("def attend(:\n", encoding="utf-8")
    shown = lively.run("show", "lively/scaling")
    assert shown.code == 0
    assert "asked: scaled" in shown.out
    assert "dₖ = " in shown.out


def test_the_past_of_a_card_that_is_gone_is_still_shown(lively: Shell) -> None:
    answered(lively, "0.5, 0.25")
    deck = lively.home / "pack" / "content" / "lively.yaml"
    deck.write_text(LIVE.replace("id: scaling", "id: other"), encoding="utf-8")
    shown = lively.run("show", "lively/scaling")
    assert shown.code == 0
    assert "this card is no longer there" in shown.out
    assert "0.5, 0.25" in shown.out
    assert "asked: S′ = S / √(dₖ)" in shown.out
    found = json.loads(lively.run("show", "lively/scaling", "--json").out)
    assert found["card"] is None
    assert found["history"][0]["given"] == ["0.5, 0.25"]
    assert lively.run("show", "lively/nothing").code == 1


def test_a_card_without_a_text_has_a_title_in_lists(lively: Shell) -> None:
    listed = lively.run("list", "--deck", "lively").out
    assert "lively/weights  (live numbers)  weights, on new numbers" in listed
    assert "lively/scaling  (live numbers)  Scale … for dₖ = …." in listed
    korean = lively.run("list", "--deck", "lively", TUTOR_LANG="ko").out
    assert "(새 수로 셈하기)  새 숫자로 weights 구하기" in korean
