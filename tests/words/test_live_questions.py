"""Live questions as they are put: authored or made from the step, in both languages."""

import re
from dataclasses import replace

import numpy as np
import pytest

from tutor.core.cards import CardId, Formula, Live
from tutor.core.live import Numbers
from tutor.core.study import Walk
from tutor.core.text import LANGUAGES, Words
from tutor.demo import names
from tutor.live.asking import ask
from tutor.live.judging import right_run
from tutor.maths import faults_in, plain_text, split_text, unknown_commands
from tutor.words.questions import LiveQuestion, filled, live_hint, live_question

from .conftest import DEMOS, Posing, bundled


def said(question: LiveQuestion) -> str:
    return plain_text(question.ask)


def listed(question: LiveQuestion) -> list[str]:
    return [quantity.name for quantity in question.given]


def test_few_numbers_are_told_in_the_question_itself(posing: Posing) -> None:
    question = posing.question(posing.attend("scaled"))
    english = live_question(question, bundled("attend"), "en")
    assert said(english) == "With S = (112, 96) and dₖ = 64, what is S′ = S / √(dₖ)?"
    assert english.given == ()
    assert english.how == "2 numbers, set apart by commas, to three significant digits"
    korean = live_question(question, bundled("attend"), "ko")
    assert said(korean) == "S = (112, 96), dₖ = 64일 때 S′ = S / √(dₖ)의 값은 얼마입니까?"
    assert korean.how == "쉼표로 나눈 수 2개, 유효숫자 세 자리까지"


def test_matrices_stand_beneath_the_question(posing: Posing) -> None:
    numbers = posing.attend("output", weights=[0.8808, 0.1192])
    question = live_question(posing.question(numbers), bundled("attend"), "en")
    assert said(question) == "With A = (0.8808, 0.1192), and with V as below, what is Z = A V?"
    [values] = question.given
    assert (values.symbol, values.name) == ("V", "v")
    assert values.value == [[1, 0, 2], [0, 1, 4]]
    assert values.means == "the values, one row for each key"
    korean = live_question(posing.question(numbers), bundled("attend"), "ko")
    assert said(korean).startswith("A = (0.8808, 0.1192)이고 V가 아래와 같을 때 ")


def test_what_the_question_shows_is_what_the_learner_goes_on_with(posing: Posing) -> None:
    numbers = posing.attend("output", weights=[0.8808, 0.1192])
    question = live_question(posing.question(numbers), bundled("attend"), "en")
    assert numbers.key == pytest.approx((0.8808, 0.1192, 2 * 0.8808 + 4 * 0.1192))
    assert "(0.8808, 0.1192)" in said(question)


def test_without_the_steps_between_all_that_leads_there_is_given(posing: Posing) -> None:
    question = live_question(posing.question(posing.attend("output")), bundled("attend"), "en")
    assert said(question).startswith("With S = (112, 96) and dₖ = 64, and with V as below")


def test_a_length_that_the_formula_names_is_given(posing: Posing) -> None:
    numbers = posing.drawn("attention.scaled", "scores")
    question = live_question(posing.question(numbers), bundled("attention"), "en")
    assert "dₖ = 4" in said(question)
    assert listed(question) == ["scores"]


@pytest.mark.parametrize(
    ("cells", "english", "korean"),
    [
        (((1, 0), (1, 1)), "what is the second row of Q = ", "Q = X W^Q의 둘째 행은 얼마입니까?"),
        (
            ((0, 2),),
            "the number in the first row and third column of Q = ",
            "의 첫째 행 셋째 열에 있는 수는 얼마입니까?",
        ),
    ],
)
def test_a_row_or_a_cell_is_asked_for_in_words(
    posing: Posing, cells: tuple[tuple[int, ...], ...], english: str, korean: str
) -> None:
    numbers = posing.drawn("attention.query")
    some = replace(numbers, cells=cells, shape=(len(cells),), key=(1.0,) * len(cells))
    demo = bundled("attention")
    assert english in said(live_question(posing.question(some), demo, "en"))
    assert korean in said(live_question(posing.question(some), demo, "ko"))


@pytest.mark.parametrize(
    ("changes", "english", "korean"),
    [
        ({"key": (1.5, 2.0)}, "to three significant digits", "유효숫자 세 자리까지"),
        ({"tolerance": 0.01}, "to within 0.01", "오차 0.01 이내"),
        ({"shape": (2, 2), "key": (1.0,) * 4}, "a 2×2 matrix with", "2×2 행렬"),
        ({"shape": (), "key": (1.0,), "cells": ((0,),)}, "a number, to three", "수 하나"),
    ],
)
def test_what_kind_of_answer_is_expected_is_said(
    posing: Posing, changes: dict[str, object], english: str, korean: str
) -> None:
    numbers = replace(posing.attend("scaled"), **changes)
    question = posing.question(numbers)
    assert english in live_question(question, bundled("attend"), "en").how
    assert korean in live_question(question, bundled("attend"), "ko").how


def test_an_authored_question_says_which_part_of_the_step_is_asked(posing: Posing) -> None:
    numbers = posing.drawn("attention.query")
    row = replace(numbers, cells=((1, 0), (1, 1)), shape=(2,), key=(1.0, 1.0))
    demo = bundled("attention")
    english = live_question(posing.question(row, ask="What are the queries?"), demo, "en")
    assert english.how.startswith("the second row of $Q$: 2 ")
    korean = live_question(posing.question(row, ask="쿼리는?"), demo, "ko")
    assert korean.how.startswith("$Q$의 둘째 행: 쉼표로 나눈 ")
    assert ": " not in live_question(posing.question(row), demo, "en").how
    whole = posing.question(posing.attend("scaled"), ask="Scale @{scores}.")
    assert live_question(whole, bundled("attend"), "en").how.startswith("2 numbers")


def test_whole_numbers_are_asked_for_only_where_the_step_holds_nothing_else(
    posing: Posing,
) -> None:
    wholes = posing.drawn("conv_output_size.size")
    how = live_question(posing.question(wholes), bundled("conv_output_size"), "en").how
    assert "whole" in how
    by_chance = posing.attend("scaled")
    assert all(number == int(number) for number in by_chance.key)
    assert "whole" not in live_question(posing.question(by_chance), bundled("attend"), "en").how


def test_the_unit_is_named(posing: Posing) -> None:
    question = posing.question(posing.attend("scaled"), unit=Words(en="points", ko="점"))
    assert live_question(question, bundled("attend"), "en").how.endswith(", in points")
    assert live_question(question, bundled("attend"), "ko").how.endswith(", 단위는 점")


def test_placeholders_are_filled_in_text_and_in_formulas(posing: Posing) -> None:
    ask = "With scores @{scores} and $d_k = @{d_k}$, what are the scaled scores?"
    question = live_question(
        posing.question(posing.attend("scaled"), ask=ask), bundled("attend"), "en"
    )
    assert said(question) == ("With scores (112, 96) and dₖ = 64, what are the scaled scores?")
    assert question.given == ()


def test_what_an_authored_question_does_not_mention_is_listed(posing: Posing) -> None:
    question = posing.question(posing.attend("scaled"), ask="Scale the scores @{scores}.")
    assert listed(live_question(question, bundled("attend"), "en")) == ["d_k"]


def test_a_matrix_too_large_for_a_sentence_is_called_by_its_symbol(posing: Posing) -> None:
    numbers = posing.drawn("attention.scores", "query", "key")
    question = posing.question(numbers, ask="Take queries @{query} and keys @{key}.")
    put = live_question(question, bundled("attention"), "en")
    assert said(put) == "Take queries Q and keys K."
    assert listed(put) == ["query", "key"]


def test_a_dollar_in_a_text_stays_a_dollar(posing: Posing) -> None:
    question = posing.question(posing.attend("scaled"), because=r"It costs \$5: @{d_k}.")
    told = filled(question.item.card.because, question, bundled("attend"), "en")
    assert plain_text(told) == "It costs $5: 64."


def test_minus_signs_and_tiny_numbers_are_written_as_mathematics_does(posing: Posing) -> None:
    numbers = replace(
        posing.attend("scaled"), inputs={"scores": [-1.5, -9.5e-7], "d_k": 4, "v": []}
    )
    demo = bundled("attend")
    numbers = replace(numbers, inputs={**numbers.inputs, "v": [[1], [2]]})
    assert "S = (−1.5, −9.5·10⁻⁷)" in said(live_question(posing.question(numbers), demo, "en"))


def test_a_convention_is_noted_only_where_the_answer_depends_on_it(posing: Posing) -> None:
    demo = bundled("gru")
    hidden = posing.drawn("gru.hidden", "update_gate", "candidate")
    notes = live_question(posing.question(hidden), demo, "en").notes
    assert any(note.startswith("z = keep: what z near 1 means") for note in notes)
    assert not any(note.startswith("reset") for note in notes)
    recurrent = posing.drawn("gru.recurrent", "reset_gate")
    notes = live_question(posing.question(recurrent), demo, "ko").notes
    assert any(note.startswith("reset = before: ") for note in notes)


def test_a_formula_is_asked_for_without_being_told(posing: Posing) -> None:
    card = Formula(id=CardId("f"), formula="attend.scaled")
    question = posing.question(posing.attend("scaled"), card=card)
    english = live_question(question, bundled("attend"), "en")
    assert said(english) == "What is the formula of S′?"
    assert "`scores` ($S$), `d_k`" in english.how
    assert said(live_question(question, bundled("attend"), "ko")) == "S′의 식은 무엇입니까?"


# Walk-throughs

STEPS = ("scaled", "exps", "weights", "output")


def test_a_walk_through_says_where_one_is_and_shows_its_examples_with_formulas(
    posing: Posing,
) -> None:
    values = {"scaled": [14, 12], "exps": [1, 0.1353]}
    walk = Walk(steps=STEPS, asked=("weights", "output"), at="weights", values=values)
    numbers = posing.attend("weights", **values)
    question = posing.question(numbers, walk=walk, intro="With scores @{scores}:")
    put = live_question(question, bundled("attend"), "en")
    assert put.frame == "Step 3 of 4"
    assert plain_text(put.intro) == "With scores (112, 96):"
    assert listed(put) == ["scaled", "exps"]
    assert put.given[0].formula == r"S / \sqrt{d_k}"
    assert live_question(question, bundled("attend"), "ko").frame == "전체 4단계 중 3단계째"


def test_later_on_only_what_is_needed_is_shown_and_whose_it_is(posing: Posing) -> None:
    values = {"scaled": [14, 12], "exps": [1, 0.1353], "weights": [0.5, 0.5]}
    walk = Walk(
        steps=STEPS,
        asked=("weights", "output"),
        at="output",
        values=values,
        own=frozenset({"weights"}),
        faulty=frozenset({"weights"}),
    )
    question = posing.question(posing.attend("output"), walk=walk, intro="Begin.")
    put = live_question(question, bundled("attend"), "en")
    assert put.intro == ""
    assert listed(put) == ["weights", "v"]
    assert put.given[0].whose == "yours, with its fault"
    assert put.given[0].value == [0.5, 0.5]
    assert put.given[0].formula == ""


def test_the_right_value_after_giving_up_is_not_called_the_learners(posing: Posing) -> None:
    walk = Walk(
        steps=("weights", "output"),
        asked=("weights", "output"),
        at="output",
        values={"weights": [0.8808, 0.1192]},
    )
    question = posing.question(posing.attend("output"), walk=walk)
    assert live_question(question, bundled("attend"), "en").given[0].whose == "the right value"
    assert live_question(question, bundled("attend"), "ko").given[0].whose == "바른 값"
    own = posing.question(posing.attend("output"), walk=replace(walk, own=frozenset({"weights"})))
    assert live_question(own, bundled("attend"), "en").given[0].whose == "yours"


def test_a_step_that_stands_nowhere_is_told_with_its_formula(posing: Posing) -> None:
    steps = ("scaled", "weights", "output")
    values = {"scaled": [14, 12]}
    walk = Walk(steps=steps, asked=steps, at="weights", values=values, own=frozenset({"scaled"}))
    question = posing.question(posing.attend("weights", **values), walk=walk)
    english = said(live_question(question, bundled("attend"), "en"))
    assert ", where E = e^(S′ " in english
    assert english.endswith(")?")
    korean = said(live_question(question, bundled("attend"), "ko"))
    assert " 얼마입니까? (여기서 E = e^(S′ " in korean
    shown = {**values, "exps": [1, 0.1353]}
    whole = replace(walk, steps=("scaled", "exps", "weights"), values=shown)
    plain = posing.question(posing.attend("weights", **shown), walk=whole)
    assert "where" not in said(live_question(plain, bundled("attend"), "en"))


# Hints


def test_the_hint_of_a_card_without_one_is_the_formula_and_its_why(posing: Posing) -> None:
    question = posing.question(posing.attend("scaled"))
    english = live_hint(question, bundled("attend"), "en")
    assert plain_text(english).startswith("S′ = S / √(dₖ)\n\n")
    assert "softmax" in english
    assert "소프트맥스" in live_hint(question, bundled("attend"), "ko")


def test_the_hint_to_a_formula_does_not_tell_it(posing: Posing) -> None:
    card = Formula(id=CardId("f"), formula="attend.scaled")
    question = posing.question(posing.attend("scaled"), card=card)
    assert "S / " not in plain_text(live_hint(question, bundled("attend"), "en"))


# All that there is


def questions_of(name: str) -> list[Numbers]:
    """A question about each step of a demo that holds numbers, with what it reads shown."""
    demo = bundled(name)
    assert demo.draw is not None
    from tutor.demo import run
    from tutor.live.drawing import draw_inputs

    asked = []
    for step in run(demo.function, draw_inputs(demo, 3)):
        if step.value.dtype.kind not in "iuf" or not np.isfinite(step.value).all():
            continue  # words, truths and infinities cannot be asked
        bare = ask(demo, step.name, 3)
        read = right_run(demo, bare).reads(step.name)
        asked.append(ask(demo, step.name, 3, shown=read))
    return asked


@pytest.mark.parametrize("name", names(DEMOS))
def test_every_step_of_every_demo_can_be_asked_in_both_languages(name: str, posing: Posing) -> None:
    for numbers in questions_of(name):
        question = posing.question(numbers, card=Live(id=CardId("x"), live=(f"{name}.x",)))
        for language in LANGUAGES:
            put = live_question(question, bundled(name), language)
            # What a step is made of may be told behind the question, in brackets.
            assert re.search(r"\?( \(.*\))?$", said(put), re.DOTALL)
            assert "은(는)" not in said(put)
            assert "이(가)" not in said(put)
            formulas = [part for is_tex, part in split_text(put.ask) if is_tex]
            assert formulas
            for formula in formulas:
                assert not faults_in(formula)
                assert not unknown_commands(formula)
