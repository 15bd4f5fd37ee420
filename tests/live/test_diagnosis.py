"""Single edits of a traced computation: all kinds of them, told once, and never by chance."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from tests.live.bundled import ASKABLE, demo, each_step, question, typed
from tutor.core.live import Cause, Diagnosis, Explanation, Numbers
from tutor.demo import Demo, DemoError, DemoWords, load
from tutor.demo.running import run
from tutor.live.asking import ask
from tutor.live.diagnosing import MOST
from tutor.live.edits import edits, worded
from tutor.live.graphs import Graph
from tutor.live.judging import Judged, judge, right_run, wrong_run
from tutor.numbers import Closeness, show
from tutor.trace.tree import Address
from tutor.words.diagnosis import diagnosis_lines

CODE = """'''One step of every kind.'''
import numpy as np
from tutor.demo import Array, Step, Steps

def squash(x: Array) -> Array:
    return 1 / (1 + np.exp(-x))

def kinds(x: Array, y: Array, a: Array, b: Array, n: Array) -> Steps:
    yield Step("difference", "d", "x - y", x - y)
    yield Step("quotient", "q", "x / \\\\sqrt{n}", x / np.sqrt(n))
    yield Step("mean", "m", "\\\\sum x / n", x.sum() / len(x))
    yield Step("spread", "s", "s", x.std())
    yield Step("square", "x^2", "x^2", x**2)
    yield Step("product", "P", "A B^\\\\top", a @ b.T)
    yield Step("shares", "S", "A / \\\\sum A", a / a.sum(axis=1, keepdims=True))
    yield Step("places", "p", "\\\\lfloor n / 4 \\\\rfloor", n // 4)
    yield Step("gate", "g", "1 / (1 + e^{-x})", 1 / (1 + np.exp(-x)))
    yield Step("called", "c", "squash(x)", squash(x))
    yield Step("positive", "r", "max(y, 0)", np.maximum(y, 0))
    yield Step("log", "l", "\\\\ln |x|", np.log(np.abs(x)))
    yield Step("chosen", "w", "x, if x > y", np.where(x > y, x, -np.inf) * 1.0)
    yield Step("joined", "j", "[x, y]", np.concatenate([x, y]) * 2)
    yield Step("slope", "k", "1 - y^2", 1 - y**2)
    yield Step("picked", "i", "x_1", x[1] + n)
    one, other = np.split(x, 2)
    yield Step("halves", "h", "h", one - 2 * other)
    yield Step("turned", "t", "flip x", np.flip(x) + y)
    yield Step("outer", "o", "x y^\\\\top", x[:, np.newaxis] * a.sum(axis=1) + y)
"""
INPUTS: Mapping[str, object] = {
    "x": [1.5, -2.25, 3.75, 0.5],
    "y": [0.4, 1.7, -0.9, 2.3],
    "a": [[1.2, 0.7, 3.1, 2.2], [0.3, 1.9, 0.8, 1.1], [2.7, 0.2, 1.4, 0.9], [1.6, 2.4, 0.6, 3.3]],
    "b": [[0.9, 1.3, 0.1, 2.6], [1.8, 0.5, 2.1, 0.4], [0.6, 2.9, 1.5, 1.2], [2.3, 0.8, 1.7, 0.2]],
    "n": 14,
}
X, Y, A, B = (np.array(INPUTS[name]) for name in "xyab")
N = 14


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder: Path = tmp_path_factory.mktemp("kinds")
    (folder / "kinds.py").write_text(CODE, encoding="utf-8")
    return load(folder, "kinds", DemoWords())


def asked_of(found: Demo, step: str) -> Numbers:
    key = next(np.asarray(each.value) for each in run(found.function, INPUTS) if each.name == step)
    return Numbers(
        demo=found.name,
        step=step,
        seed=0,
        inputs=INPUTS,
        cells=tuple(np.ndindex(key.shape)),
        shape=key.shape,
        key=tuple(map(float, key.ravel())),
    )


def explanations(found: Demo, asked: Numbers, text: str) -> tuple[Explanation, ...]:
    answer = judge(found, asked, text)
    assert isinstance(answer, Judged)
    assert answer.closeness is Closeness.WRONG
    assert answer.diagnosis is not None
    return answer.diagnosis.explanations


def sigma(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


KINDS: list[tuple[str, Any, str, Mapping[str, str]]] = [
    ("difference", X + Y, "instead", {"right": "−", "wrong": "+"}),
    ("quotient", X / N, "left_out", {"what": "√"}),
    ("quotient", X * np.sqrt(N), "instead", {"right": "/", "wrong": "·"}),
    ("quotient", np.sqrt(N) / X, "turned_round", {"sign": "/"}),
    ("quotient", Y / np.sqrt(N), "quantity", {"right": "x[0]", "wrong": "y[0]"}),
    ("mean", X.sum() / 3, "instead", {"wrong": "3"}),
    ("mean", X.max() / 4, "instead", {"right": "Σ", "wrong": "max"}),
    ("spread", X.std(ddof=1), "instead", {"right": "n", "wrong": "n − 1"}),
    ("spread", X.var(), "instead", {"right": "std", "wrong": "var"}),
    ("square", 2 * X, "instead", {"right": "^", "wrong": "·"}),
    ("square", X**3, "instead", {"right": "2", "wrong": "3"}),
    ("product", A @ B, "not_transposed", {"what": "b"}),
    ("product", A.T @ B.T, "transposed", {"what": "a"}),
    ("product", A * B.T, "cell_by_cell", {"left": "a", "right": "bᵀ"}),
    ("product", B.T @ A, "order_turned", {"left": "a", "right": "bᵀ"}),
    ("shares", A / A.sum(axis=0), "along_columns", {"function": "Σ", "what": "a"}),
    ("shares", A / A.sum(), "over_all", {"function": "Σ", "what": "a"}),
    ("shares", A / A.sum(axis=1), "laid_across", {"what": "Σ a"}),
    ("shares", A / A.max(axis=1, keepdims=True), "instead", {"right": "Σ", "wrong": "max"}),
    ("places", 3.5, "instead", {"right": "⌊ / ⌋", "wrong": "/"}),
    ("halves", X[2:] - 2 * X[:2], "parts_exchanged", {"what": "x", "one": "1", "other": "2"}),
    ("gate", np.tanh(X), "instead", {"right": "σ", "wrong": "tanh"}),
    ("gate", np.maximum(X, 0), "instead", {"right": "σ", "wrong": "ReLU"}),
    ("gate", sigma(-X), "left_out", {"what": "−"}),
    ("called", np.tanh(X), "instead", {"right": "squash", "wrong": "tanh"}),
    ("positive", np.minimum(Y, 0), "instead", {"right": "max", "wrong": "min"}),
    ("log", np.log(X**2), "factor", {"factor": "2"}),
    ("log", np.abs(X), "left_out", {"what": "ln"}),
    ("joined", 2 * np.concatenate([Y, X]), "joined_turned", {"left": "x", "right": "y"}),
    ("slope", Y * (1 - Y), "instead", {"right": "tanh′", "wrong": "σ′"}),
    ("slope", 1 - Y, "left_out", {"what": "^ 2"}),
    ("slope", Y**2, "left_out", {"what": "1 −"}),
    ("picked", X[2] + N, "other_place", {"what": "x", "right": "1", "wrong": "2"}),
    ("turned", X + Y, "not_moved", {"what": "x", "function": "flip"}),
]


@pytest.mark.parametrize(("step", "wrong", "code", "details"), KINDS)
def test_every_kind_of_edit_is_found(
    kinds: Demo, step: str, wrong: Any, code: str, details: Mapping[str, str]
) -> None:
    asked = asked_of(kinds, step)
    value = np.broadcast_to(wrong, asked.shape) if asked.shape else wrong
    found = explanations(kinds, asked, typed(value, digits=6))
    assert any(each.code == code and details.items() <= each.details.items() for each in found), (
        found
    )


def test_a_choice_is_turned_round_ignored_or_filled_with_zero(kinds: Demo) -> None:
    graph = Graph(right_run(kinds, asked_of(kinds, "chosen")), "chosen")
    found: dict[str, list[Any]] = {}
    for edit in edits(graph):
        filled = edit.code == "instead" and edit.at.function is np.where
        code = "filled" if filled else edit.code
        with np.errstate(all="ignore"):
            found.setdefault(code, []).append(graph.result(edit.changes))
    np.testing.assert_array_equal(found["cases_exchanged"][0], np.where(X > Y, -np.inf, X))
    np.testing.assert_array_equal(found["case_ignored"], [X, np.full(4, -np.inf)])
    np.testing.assert_array_equal(found["filled"], [np.where(X > Y, X, 0)])


def test_what_means_the_same_is_told_once_and_what_does_not_is_a_choice() -> None:
    bare = replace(demo("lstm_gates"), traps=())
    asked = question("lstm_gates", "cell")
    # Exchanging the gates, or what they let through, is one and the same.
    assert len(explanations(bare, asked, "1.11244, 0.867099")) == 1
    positive = replace(demo("gru_state"), traps=())
    found = explanations(positive, question("gru_state", "candidate"), "0.5, 0.5")
    assert [each.code for each in found] == ["left_out", "instead"]
    assert [each.details.get("wrong") for each in found] == [None, "ReLU"]


# Over all demos


def near(value: float, chance: Random, whole: bool) -> float:
    if whole:
        return value + chance.choice([-1, 1]) * chance.randint(1, max(3, int(abs(value) / 2)))
    return float(show((value or 1.0) * chance.uniform(0.4, 1.6), 3))


def slips() -> Iterator[tuple[Demo, Numbers, str]]:
    """Questions for one number, with wrong ones near the right one that nothing has led to."""
    chance = Random(4)
    for name, step in ASKABLE:
        bare = replace(demo(name), traps=())
        for seed in range(2):
            asked = ask(bare, step, seed, asked="one")
            whole = asked.key[0].is_integer()
            for _ in range(2):
                yield bare, asked, show(near(asked.key[0], chance, whole), 6)


def test_slips_are_hardly_ever_given_a_reason() -> None:
    named = []
    for found, asked, text in slips():
        answer = judge(found, asked, text)
        assert isinstance(answer, Judged)
        if answer.closeness is Closeness.WRONG:
            assert answer.diagnosis is not None
            named.append(bool(answer.diagnosis.explanations))
    assert len(named) > 500
    assert sum(named) / len(named) < 0.06


def test_a_whole_number_a_little_beside_the_right_one_is_hardly_ever_asserted_to_be_anything() -> (
    None
):
    asserted = []
    for name, step in ASKABLE:
        found = demo(name)
        asked = ask(found, step, 1, asked="one")
        if not asked.key[0].is_integer():
            continue
        for by in (-3, -2, -1, 1, 2, 3):
            answer = judge(found, asked, show(asked.key[0] + by, 6))
            assert isinstance(answer, Judged)
            if answer.diagnosis is not None:
                told = answer.diagnosis.explanations
                asserted.append(bool(told) and all(each.sure for each in told))
    assert len(asserted) > 150
    assert sum(asserted) / len(asserted) < 0.12


@each_step
def test_what_is_named_explains_every_cell_and_is_no_longer_than_a_choice(
    name: str, step: str
) -> None:
    """Every edit of every step, typed as an answer: whatever is said of it gives those numbers."""
    bare = replace(demo(name), traps=())
    asked = ask(bare, step, 1)
    graph = Graph(right_run(bare, asked), step)
    with np.errstate(all="ignore"):
        results = [graph.result(edit.changes) for edit in edits(graph)[::23]]
    for result in results:
        if result is None or np.asarray(result).dtype.kind not in "if" or len(asked.shape) > 2:
            continue
        wrong = np.array([result[cell] for cell in asked.cells], dtype=float)
        if not np.isfinite(wrong).all() or np.abs(wrong).max() > 1e9:
            continue
        answer = judge(bare, asked, typed(wrong.reshape(asked.shape), digits=6))
        assert isinstance(answer, Judged)
        found = answer.diagnosis.explanations if answer.diagnosis else ()
        assert len(found) <= MOST
        for each in found:
            if each.cause is Cause.EDIT:
                there = wrong_run(bare, asked, each).array(step)
                given = [float(there[cell]) for cell in asked.cells]
                np.testing.assert_allclose(given, wrong, rtol=6e-3, atol=1e-3)


def test_edits_are_found_again_on_other_numbers_by_their_keys() -> None:
    for name in ("attend", "gru", "mlp_backward", "conv_output_size"):
        step = [known for asked, known in ASKABLE if asked == name][-1]
        bare = demo(name)
        keys = []
        for seed in (1, 2):
            asked = ask(bare, step, seed)
            graph = Graph(right_run(bare, asked), step)
            keys.append([edit.key for edit in edits(graph)])
            assert len(set(keys[-1])) == len(keys[-1])
        assert len({*keys[0]} & {*keys[1]}) > 0.7 * len(keys[0])


@each_step
def test_every_edit_can_be_worded_at_the_asked_cell(name: str, step: str) -> None:
    bare = demo(name)
    asked = ask(bare, step, 0)
    graph = Graph(right_run(bare, asked), step)
    for edit in edits(graph)[::2]:
        details = worded(graph, edit, asked.cells)
        assert all(details.values()), (edit.key, details)
        explanation = Explanation(
            cause=Cause.EDIT, step=graph.step_of[edit.at], code=edit.code, details=details
        )
        for language in ("en", "ko"):
            (line,) = diagnosis_lines(Diagnosis(explanations=(explanation,)), language)
            assert line.endswith(".")


# Wrong paths


def test_the_wrong_path_of_an_edit_explains_itself() -> None:
    bare = replace(demo("attend"), traps=())
    asked = question("attend", "weights")
    (found,) = explanations(bare, asked, "0.5622, 0.4378")
    wrong = wrong_run(bare, asked, found)
    assert (found.step, found.operation) == ("scaled", "√dₖ")
    np.testing.assert_allclose(wrong.array("scaled"), [1.75, 1.5])
    np.testing.assert_allclose(wrong.array("weights"), [0.5622, 0.4378], atol=5e-5)
    cell = wrong.cell(Address("scaled", (0,)))
    assert cell.symbols == "scores[0] / dₖ"
    assert cell.operands == (Address("scores", (0,)), Address("d_k"))


def test_the_wrong_path_of_a_trap_starts_from_what_was_given() -> None:
    asked = question("attend", "output", given={"scaled": [14.0, 12.0]})
    (found,) = explanations(demo("attend"), asked, "14, 12, 76")
    assert found.trap == "scores-for-weights"
    wrong = wrong_run(demo("attend"), asked, found)
    np.testing.assert_allclose(wrong.array("output"), [14, 12, 76])


def test_an_edit_in_every_step_of_one_kind_is_gone_along_in_all_of_them() -> None:
    bare = replace(demo("bptt"), traps=())
    asked = question("bptt", "h3")
    w_x, w_h, b = (np.array(asked.inputs[name]) for name in ("w_x", "w_h", "b"))
    states = [np.zeros(2)]
    for x in np.array(asked.inputs["x"]):
        states.append(sigma(w_x @ x + w_h @ states[-1] + b))
    (found,) = explanations(bare, asked, typed(states[3], digits=6))
    assert (found.code, found.details["times"]) == ("instead", "3")
    wrong = wrong_run(bare, asked, found)
    for time in (1, 2, 3):
        np.testing.assert_allclose(wrong.array(f"h{time}"), states[time])


def test_another_order_has_no_path() -> None:
    asked = question("attend", "weights")
    (found,) = explanations(demo("attend"), asked, "0.1192, 0.8808")
    assert found.code == "reversed"
    with pytest.raises(DemoError):
        wrong_run(demo("attend"), asked, found)
