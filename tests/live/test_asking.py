"""Questions drawn anew: their keys, what they show, and which steps cannot be asked."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.live.bundled import ASKABLE, NAMES, demo, each_step, steps_of
from tutor.core.draws import Draw, Drawn
from tutor.core.live import Numbers
from tutor.demo import DemoError, Example
from tutor.demo.running import run
from tutor.live.asking import APART, FEW, as_shown, ask, exposes, trap_answer
from tutor.live.errors import DrawError
from tutor.live.matching import tolerances
from tutor.numbers import show

SEEDS = range(10)
ORACLES = Path(__file__).parents[1] / "oracles"


def whole_value(numbers: Numbers) -> np.ndarray:
    """What a plain run makes of the question's inputs and the steps it shows."""
    inputs = {**numbers.inputs, **numbers.arguments}
    steps = run(demo(numbers.demo).function, inputs, numbers.given)
    return next(np.asarray(step.value) for step in steps if step.name == numbers.step)


@each_step
def test_the_key_is_what_the_demo_computes_from_what_is_shown(name: str, step: str) -> None:
    for seed in SEEDS:
        numbers = ask(demo(name), step, seed)
        value = whole_value(numbers)
        assert numbers.key == tuple(float(value[cell]) for cell in numbers.cells)
        assert np.isfinite(numbers.key).all()
        assert len(numbers.cells) == max(1, int(np.prod(numbers.shape)))


@pytest.mark.parametrize("file", sorted(ORACLES.glob("*.json")), ids=lambda file: file.stem)
def test_the_key_is_the_oracles_answer_on_the_oracles_inputs(file: Path) -> None:
    draws = json.loads(file.read_text(encoding="utf-8"))["draws"]
    compared = 0
    for drawn in draws[:6]:
        example = Example(inputs=drawn["inputs"])
        asked = replace(demo(file.stem), draw=None, examples=(example,))
        for step, right in drawn["steps"].items():
            try:
                numbers = ask(asked, step, 3)
            except DrawError:  # words, truths and what is not finite are not asked
                continue
            array = np.asarray(right, dtype=float)
            cells = [array[cell] for cell in numbers.cells]
            assert numbers.key == pytest.approx(cells, rel=1e-9, abs=1e-9)
            compared += 1
    assert compared >= 6


@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_asks_the_same_and_another_one_something_else(name: str) -> None:
    step = next(step for asked, step in ASKABLE if asked == name)
    questions = [ask(demo(name), step, seed) for seed in SEEDS]
    assert questions == [ask(demo(name), step, seed) for seed in SEEDS]
    assert len({str(numbers.inputs) for numbers in questions}) > 1


@each_step
def test_what_is_shown_is_rounded_and_gone_on_with(name: str, step: str) -> None:
    order = [known for known, _ in steps_of(name)]
    shown = [known for known in order[: order.index(step)] if (name, known) in ASKABLE]
    for seed in range(3):
        try:
            numbers = ask(demo(name), step, seed, shown=shown)
        except DemoError:
            continue  # a step of this example that another draw has not
        assert numbers.given.keys() <= set(shown)
        for value in numbers.given.values():
            assert value == as_shown(value)
            cells = np.ravel(np.asarray(value)).tolist()
            assert [float(show(cell)) for cell in cells] == cells
        assert numbers.key == tuple(float(whole_value(numbers)[cell]) for cell in numbers.cells)


def test_what_is_shown_is_what_is_graded() -> None:
    numbers = ask(demo("attend"), "weights", 3, shown=["exps"])
    exps = np.array(numbers.given["exps"])
    np.testing.assert_allclose(numbers.key, exps / exps.sum(), rtol=1e-15)


@pytest.mark.parametrize(
    ("name", "step", "code"),
    [
        ("masked_lm", "input", "live-words"),
        ("masked_lm", "picked", "live-truths"),
        ("attention_mask", "seen", "live-truths"),
        ("attention_mask", "masked", "live-not-finite"),
    ],
)
def test_words_truths_and_infinities_are_not_asked(name: str, step: str, code: str) -> None:
    with pytest.raises(DrawError) as caught:
        ask(demo(name), step, 0)
    assert caught.value.code == code
    assert str(caught.value)


def test_a_step_that_is_not_there_is_told() -> None:
    with pytest.raises(DemoError) as caught:
        ask(demo("attend"), "wieghts", 0)
    assert caught.value.code == "no_step"


def test_a_demo_without_a_draw_asks_about_its_examples() -> None:
    bare = replace(demo("attend"), draw=None)
    asked = {str(ask(bare, "scaled", seed).inputs) for seed in SEEDS}
    assert asked == {str(example.inputs) for example in bare.examples}
    with pytest.raises(DrawError) as caught:
        ask(replace(bare, examples=()), "scaled", 0)
    assert caught.value.code == "draw-none"


def test_a_cards_own_draw_replaces_quantities_of_the_demos() -> None:
    own = Draw(quantities={"d_k": Drawn(choose=(9,))}, where=("max(scores) > 0",))
    for seed in SEEDS:
        inputs = ask(demo("attend"), "scaled", seed, draw=own).inputs
        assert inputs["d_k"] == 9
        assert np.max(np.array(inputs["scores"])) > 0


@pytest.mark.parametrize("asked", ["one", "row", "all", ""])
def test_as_many_cells_are_asked_as_the_card_says(asked: str) -> None:
    for seed in range(10):
        numbers = ask(demo("attention"), "weights", seed, asked=asked)
        size = whole_value(numbers).shape
        wanted = {"one": 1, "row": size[-1], "all": size[0] * size[1]}.get(asked)
        wanted = wanted or (size[0] * size[1] if size[0] * size[1] <= FEW else size[-1])
        assert len(numbers.key) == wanted
        assert len({cell[0] for cell in numbers.cells}) == (wanted + size[-1] - 1) // size[-1]


def test_every_cell_of_a_step_is_asked_for_by_some_seed() -> None:
    met = {
        ask(demo("cross_correlation"), "output", seed, asked="one").cells[0] for seed in range(30)
    }
    assert len(met) >= 4


@pytest.mark.parametrize(
    ("name", "step"), [("attend", "weights"), ("lstm_gates", "hidden"), ("gru_state", "hidden")]
)
def test_a_draw_tells_the_trap_that_it_aims_at_from_the_right_answer(name: str, step: str) -> None:
    found = demo(name)
    order = [known for known, _ in steps_of(name)]
    in_play = [trap for trap in found.traps if trap.at and trap.at in order[: order.index(step)]]
    assert in_play
    for trap in in_play:
        for seed in range(6):
            numbers = ask(found, step, seed, aim=trap.id)
            assert numbers.aim == trap.id
            wrong = trap_answer(found, numbers, trap)
            assert wrong is not None
            assert exposes(found, numbers, trap)
            triples = zip(wrong, numbers.key, tolerances(numbers), strict=True)
            assert any(abs(one - right) > APART * limit for one, right, limit in triples)


def test_a_trap_behind_what_is_given_changes_nothing() -> None:
    found = demo("attend")
    trap = next(trap for trap in found.traps if trap.at == "scaled")
    numbers = ask(found, "weights", 1, shown=["scaled"])
    assert trap_answer(found, numbers, trap) == numbers.key
    assert not exposes(found, numbers, trap)


def test_draws_that_tell_little_are_passed_over() -> None:
    dull = Draw(quantities={"scores": Drawn(choose=(0, 0, 0, 0, 1), shape=(2,))})
    for seed in SEEDS:
        numbers = ask(demo("attend"), "scaled", seed, draw=replace(dull))
        assert len(set(numbers.key)) > 1
