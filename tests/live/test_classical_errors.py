"""Sixty classical wrong answers, and what is said to each where nobody has written it down.

The demos' own traps are taken away: all that is found here is read off the traced computation. The
wrong numbers are computed by hand, in NumPy, from the question's inputs.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

import numpy as np
import pytest

from tests.live.bundled import demo, question, typed
from tutor.core.live import Explanation
from tutor.core.text import LANGUAGES, Language
from tutor.demo import Demo
from tutor.demo.running import run
from tutor.live.judging import Judged, judge
from tutor.numbers import Closeness
from tutor.words.diagnosis import diagnosis_lines

Known = Mapping[str, Any]


@dataclass(frozen=True)
class Error:
    """A wrong answer: the demo's step, how it was computed wrongly, and what is to be said of it.

    `said` is a code with the details that tell, None where nothing can be said.
    """

    demo: str
    step: str
    wrong: Callable[[Known], Any]
    said: str | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    inputs: Mapping[str, object] = field(default_factory=dict)


def softmax(z: Any, axis: int | None = -1) -> Any:
    return np.exp(z) / np.exp(z).sum(axis=axis, keepdims=True)


def sigmoid(z: Any) -> Any:
    return 1 / (1 + np.exp(-z))


def relu(z: Any) -> Any:
    return np.maximum(z, 0)


TWO_ROWS: Mapping[str, object] = {"scores": [[3, 1], [2, 6]], "d_k": 4, "v": [[1, 2], [5, -1]]}
PADDED: Mapping[str, object] = {
    "scores": [[2, 1, 0], [1, 3, 2], [0, 1, 1]],
    "mask": [1, 1, 0],
}


def recurrent(k: Known, activation: Any = np.tanh, w_h: Any = None, b: Any = None) -> Any:
    """The last state of the recurrent network, with something about it changed at every time."""
    h = k["h_0"]
    for x in k["x"]:
        w = k["w_h"] if w_h is None else w_h
        h = activation(k["w_x"] @ x + w @ h + (k["b"] if b is None else b))
    return h


def gru_gates(k: Known) -> tuple[Any, Any]:
    (w_z, w_r, _), (u_z, u_r, _), (b_z, b_r, _) = (np.split(k[m], 3) for m in "wub")
    z = sigmoid(w_z @ k["x_t"] + u_z @ k["h_prev"] + b_z)
    return z, sigmoid(w_r @ k["x_t"] + u_r @ k["h_prev"] + b_r)


ERRORS = [
    # attention from the scores on
    Error("attend", "scaled", lambda k: k["scores"] / k["d_k"], "left_out", {"what": "√"}),
    Error("attend", "scaled", lambda k: k["scores"], "other_input", {"name": "scores"}),
    Error("attend", "scaled", lambda k: k["scores"] * np.sqrt(k["d_k"]), "instead", {"wrong": "·"}),
    Error(
        "attend", "weights", lambda k: softmax(k["scores"] / k["d_k"]), "left_out", {"what": "√"}
    ),
    Error(
        "attend",
        "weights",
        lambda k: softmax(k["scaled"], 0),
        "along_columns",
        {"function": "max, Σ"},
        TWO_ROWS,
    ),
    Error("attend", "weights", lambda k: softmax(k["scaled"], None), "over_all", {}, TWO_ROWS),
    Error(
        "attend",
        "weights",
        lambda k: k["scaled"] / k["scaled"].sum(),
        "quantity",
        {"wrong": "S′[0]"},
    ),
    Error(
        "attend",
        "weights",
        lambda k: 2 ** k["scaled"] / (2 ** k["scaled"]).sum(),
        "instead",
        {"wrong": "2^"},
        {"scores": [112, 104]},
    ),
    Error("attend", "weights", lambda k: k["exps"], "other_step", {"name": "exps"}),
    Error(
        "attend",
        "output",
        lambda k: k["scaled"] @ k["v"],
        "quantity",
        {"right": "A[0]", "wrong": "S′[0]"},
    ),
    Error("attend", "output", lambda k: k["weights"].T @ k["v"], "transposed", {}, TWO_ROWS),
    Error("attend", "output", lambda k: k["weights"] @ k["v"].T, "transposed", {}, TWO_ROWS),
    # attention from the tokens on
    Error("attention", "scores", lambda k: k["key"] @ k["query"].T, "transposed"),
    Error(
        "attention",
        "scores",
        lambda k: k["query"] @ (k["x"] @ k["w_q"]).T,
        "quantity",
        {"right": "K[0,0]", "wrong": "Q[0,0]"},
    ),
    Error("attention", "scaled", lambda k: k["scores"] / 4, "left_out", {"what": "√"}),
    Error(
        "attention",
        "scaled",
        lambda k: k["scores"] / np.sqrt(3),
        "length",
        {"right": "dₖ = 4", "wrong": "3"},
    ),
    Error(
        "attention",
        "output",
        lambda k: softmax(k["scores"]) @ k["value"],
        "left_out",
        {"what": "/ √dₖ"},
    ),
    Error("attention", "output", lambda k: k["weights"] @ k["key"][:, :2], None),
    # masks
    Error("attention_mask", "weights", lambda k: softmax(k["scores"]), "case_ignored", {}, PADDED),
    Error(
        "attention_mask",
        "weights",
        lambda k: softmax(np.where(k["seen"], k["scores"], 0)),
        "instead",
        {"wrong": "0"},
        PADDED,
    ),
    Error(
        "attention_mask",
        "weights",
        lambda k: softmax(np.where(np.tri(3) > 0, k["scores"], -np.inf)),
        "left_out",
        {},
        PADDED,
    ),
    Error(
        "attention_mask",
        "weights",
        lambda k: softmax(np.where(k["mask"] == 1, k["scores"], -np.inf)),
        "left_out",
        {},
        PADDED,
    ),
    Error(
        "attention_mask",
        "weights",
        lambda k: np.where(k["seen"], softmax(k["scores"]), 0),
        None,
        {},
        PADDED,
    ),
    # the LSTM
    Error(
        "lstm_gates",
        "cell",
        lambda k: sigmoid(k["a_i"]) * k["c_prev"] + sigmoid(k["a_f"]) * k["candidate"],
        "exchanged",
    ),
    Error(
        "lstm_gates",
        "cell",
        lambda k: k["forget_gate"] * k["c_prev"] * k["input_gate"] * k["candidate"],
        "instead",
        {"right": "+", "wrong": "·"},
    ),
    Error(
        "lstm_gates",
        "cell",
        lambda k: k["c_prev"] + k["input_gate"] * k["candidate"],
        "left_out",
        {"what": "f[0] ·"},
    ),
    Error(
        "lstm_gates",
        "cell",
        lambda k: k["forget_gate"] * k["c_prev"] + k["candidate"],
        "left_out",
        {"what": "i[0] ·"},
    ),
    Error(
        "lstm_gates",
        "cell",
        lambda k: k["forget_gate"] * k["c_prev"] + k["input_gate"] * sigmoid(k["a_c"]),
        "instead",
        {"wrong": "σ"},
    ),
    Error(
        "lstm_gates", "hidden", lambda k: k["output_gate"] * k["cell"], "left_out", {"what": "tanh"}
    ),
    Error("lstm_gates", "hidden", lambda k: np.tanh(k["cell"]), "left_out", {"what": "o[0] ·"}),
    Error(
        "lstm_gates",
        "hidden",
        lambda k: k["output_gate"] * sigmoid(k["cell"]),
        "instead",
        {"wrong": "σ"},
    ),
    Error("lstm_gates", "hidden", lambda k: np.tanh(k["output_gate"] * k["cell"]), None),
    Error(
        "lstm_gates",
        "forget_gate",
        lambda k: np.tanh(k["a_f"]),
        "instead",
        {"right": "σ", "wrong": "tanh"},
    ),
    Error(
        "lstm",
        "pre_activations",
        lambda k: k["w"] @ np.concatenate([k["x_t"], k["h_prev"]]) + k["b"],
        "joined_turned",
    ),
    Error(
        "lstm",
        "pre_activations",
        lambda k: k["w"] @ np.concatenate([k["h_prev"], k["x_t"]]),
        "left_out",
        {"what": "+ b[0]"},
    ),
    Error(
        "lstm",
        "cell",
        lambda k: (
            sigmoid(np.split(k["pre_activations"], 4)[1]) * k["c_prev"]
            + sigmoid(np.split(k["pre_activations"], 4)[0]) * k["candidate"]
        ),
        "exchanged",
    ),
    # the GRU
    Error(
        "gru_state",
        "hidden",
        lambda k: (1 - k["z_t"]) * k["h_prev"] + k["z_t"] * k["candidate"],
        "exchanged",
        {"one": "h_prev", "other": "n"},
        {"z_t": [0.8, 0.3]},
    ),
    Error(
        "gru_state",
        "hidden",
        lambda k: k["z_t"] * k["h_prev"] + k["candidate"],
        "left_out",
        {"what": "(1 − zₜ[0]) ·"},
    ),
    Error(
        "gru_state", "recurrent", lambda k: k["u_n"] @ k["h_prev"], "left_out", {"what": "rₜ[0] ·"}
    ),
    Error(
        "gru_state", "candidate", lambda k: k["wx"] + k["recurrent"], "left_out", {"what": "tanh"}
    ),
    Error(
        "gru_state",
        "candidate",
        lambda k: sigmoid(k["wx"] + k["recurrent"]),
        "instead",
        {"wrong": "σ"},
    ),
    Error("gru_state", "recurrent", lambda k: k["u_n"].T @ (k["r_t"] * k["h_prev"]), "transposed"),
    Error(
        "gru",
        "hidden",
        lambda k: gru_gates(k)[1] * k["h_prev"] + (1 - gru_gates(k)[1]) * k["candidate"],
        "quantity",
        {"right": "z[0]", "wrong": "r[0]"},
    ),
    Error("gru", "update_gate", lambda k: gru_gates(k)[1], "other_step"),
    # sizes
    Error("conv_output_size", "size", lambda k: k["strides"], "other_step"),
    Error("conv_output_size", "padded", lambda k: k["n"] + k["p"], "left_out", {"what": "2 ·"}),
    Error("conv_output_size", "size", lambda k: (k["n"] + k["p"] - k["k"]) // k["s"] + 1, None),
    Error("dilated_output_size", "span", lambda k: k["d"] * k["k"], None),
    # cross-correlation
    Error("cross_correlation", "output", lambda k: _slid(k["x"], k["k"][::-1, ::-1]), "flipped"),
    Error("cross_correlation", "output", lambda k: _slid(k["x"], k["k"].T), "transposed"),
    Error(
        "cross_correlation",
        "output",
        lambda k: _slid(k["x"], k["k"]) / 4,
        "instead",
        {"wrong": "mean"},
    ),
    # softmax and cross-entropy
    Error("softmax_cross_entropy", "loss", lambda k: np.log(k["probabilities"][2]), "sign_of_one"),
    Error(
        "softmax_cross_entropy",
        "loss",
        lambda k: -np.log10(k["probabilities"][2]),
        "factor",
        {"factor": "1/ln 10"},
    ),
    Error(
        "softmax_cross_entropy",
        "loss",
        lambda k: -np.log(k["probabilities"][1]),
        "other_place",
        {"right": "2", "wrong": "1"},
    ),
    Error("softmax_cross_entropy", "probabilities", lambda k: sigmoid(k["z"]), None),
    Error(
        "softmax_cross_entropy",
        "probabilities",
        lambda k: k["exps"] / k["exps"].max(),
        "other_step",
        {"symbol": "E"},
    ),
    Error("softmax_cross_entropy", "gradient", lambda k: k["one_hot"] - k["probabilities"], "sign"),
    Error("softmax_cross_entropy", "gradient", lambda k: k["probabilities"], "other_step"),
    # backpropagation
    Error(
        "mlp_backward",
        "output",
        lambda k: sigmoid(k["hidden"] @ k["w_2"]),
        "left_out",
        {"what": "+ b₂[0]"},
    ),
    Error(
        "mlp_backward",
        "output",
        lambda k: sigmoid(k["hidden"] @ k["w_2"].T + k["b_2"]),
        "transposed",
    ),
    Error(
        "mlp_backward",
        "output",
        lambda k: np.tanh(np.tanh(k["x"] @ k["w_1"] + k["b_1"]) @ k["w_2"] + k["b_2"]),
        "instead",
    ),
    Error("mlp_backward", "loss", lambda k: ((k["output"] - k["t"]) ** 2).sum(), "factor"),
    Error("mlp_backward", "loss", lambda k: ((k["output"] - k["t"]) ** 2).mean() / 2, "factor"),
    Error(
        "mlp_backward",
        "delta_2",
        lambda k: (k["output"] - k["t"]) * (1 - k["output"]),
        "left_out",
        {"what": "· O[0,0]"},
    ),
    Error(
        "mlp_backward",
        "delta_2",
        lambda k: (k["output"] - k["t"]) * (1 - k["output"] ** 2),
        "instead",
        {"wrong": "tanh′"},
    ),
    Error(
        "mlp_backward",
        "delta_2",
        lambda k: (k["t"] - k["output"]) * k["output"] * (1 - k["output"]),
        "sign",
    ),
    Error(
        "mlp_backward",
        "delta_1",
        lambda k: (k["delta_2"] @ k["w_2"]) * k["hidden"] * (1 - k["hidden"]),
        "not_transposed",
    ),
    Error(
        "mlp_backward", "delta_1", lambda k: k["delta_2"] @ k["w_2"].T, "left_out", {"what": "σ′"}
    ),
    Error(
        "mlp_backward",
        "grad_1",
        lambda k: k["x"].T @ k["delta_2"],
        "quantity",
        {"wrong": "δ₂[0,0]"},
    ),
    Error(
        "mlp_backward",
        "new_w_2",
        lambda k: k["w_2"] + k["eta"] * k["grad_2"],
        "instead",
        {"right": "−", "wrong": "+"},
    ),
    Error(
        "mlp_backward", "new_w_2", lambda k: k["w_2"] - k["grad_2"], "left_out", {"what": "eta ·"}
    ),
    # backpropagation through time
    Error("bptt", "h3", lambda k: recurrent(k, sigmoid), "instead", {"times": "3"}),
    Error("bptt", "h3", lambda k: recurrent(k, w_h=k["w_h"].T), "transposed", {"times": "3"}),
    Error("bptt", "h3", lambda k: recurrent(k, b=0), "left_out", {"times": "3"}),
    Error("bptt", "slopes", lambda k: 1 - np.stack([k["h1"], k["h2"], k["h3"]]), "left_out"),
    Error(
        "bptt", "jacobian_3", lambda k: k["w_h"] * k["slopes"][2], "laid_across", {"what": "D[2]"}
    ),
    Error(
        "bptt",
        "gradient_1",
        lambda k: k["jacobian_2"] @ k["gradient_2"],
        "order_turned",
        {"left": "G₂", "right": "J₂"},
    ),
    # positional encoding
    Error(
        "positional_encoding",
        "divisors",
        lambda k: 10000 ** (k["i"] / k["d"]),
        "left_out",
        {"what": "2 ·"},
    ),
    Error(
        "positional_encoding",
        "angles",
        lambda k: k["pos"][:, None] * k["divisors"],
        "instead",
        {"right": "/", "wrong": "·"},
    ),
    Error(
        "positional_encoding",
        "similarity",
        lambda k: k["encoding"].T @ k["encoding"],
        "order_turned",
    ),
    # masked language model, matching
    Error("masked_lm", "loss", lambda k: k["losses"].mean(), "all_counted"),
    Error(
        "masked_lm_counts",
        "intact",
        lambda k: k["n"] - k["fates"][0],
        "left_out",
        {"what": "− F[1]"},
    ),
    Error(
        "masked_lm_counts", "fates", lambda k: k["n"] * k["shares"], "left_out", {"what": "rate ·"}
    ),
    Error(
        "hungarian_matching", "totals", lambda k: _totals(k["cost"].T, k["matchings"]), "transposed"
    ),
    Error("hungarian_matching", "total", lambda k: k["cost"].min(axis=1).sum(), None),
    Error("detr_matching", "box_cost", lambda k: _apart(k, np.square), "instead", {"wrong": "²"}),
    Error(
        "detr_matching",
        "cost",
        lambda k: k["class_cost"] + k["box_cost"],
        "left_out",
        {"what": "5 ·"},
    ),
]


@cache
def untrapped(name: str) -> Demo:
    """A bundled demo without its traps."""
    return replace(demo(name), traps=())


def judged(error: Error) -> Judged:
    """What is made of a wrong answer to the question for the whole step."""
    numbers = question(error.demo, error.step, error.inputs)
    known = {name: np.asarray(value) for name, value in numbers.inputs.items()}
    for step in run(demo(error.demo).function, numbers.inputs):
        known[step.name] = np.asarray(step.value)
    found = judge(untrapped(error.demo), numbers, typed(error.wrong(known)))
    assert isinstance(found, Judged)
    assert found.closeness is Closeness.WRONG
    return found


def says(explanation: Explanation, error: Error) -> bool:
    """Whether an explanation is what the learner did."""
    return explanation.code == error.said and error.details.items() <= explanation.details.items()


def name_of(error: Error) -> str:
    return f"{error.demo}.{error.step}-{error.said}"


@pytest.mark.parametrize("error", ERRORS, ids=name_of)
def test_a_classical_error_is_explained_rightly_or_not_at_all(error: Error) -> None:
    diagnosis = judged(error).diagnosis
    assert diagnosis is not None
    found = diagnosis.explanations
    if error.said is None:
        assert found == ()
    else:
        assert any(says(explanation, error) for explanation in found), found


def test_most_classical_errors_are_explained_by_a_single_thing() -> None:
    count: Counter[str] = Counter()
    for error in ERRORS:
        diagnosis = judged(error).diagnosis
        assert diagnosis is not None
        found = diagnosis.explanations
        count["not at all" if not found else "one" if len(found) == 1 else "a choice"] += 1
        wrongly = found and not any(says(explanation, error) for explanation in found)
        count["wrongly"] += bool(wrongly)
    assert count == {"one": 79, "a choice": 1, "not at all": 7, "wrongly": 0}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_explanation_is_a_sentence_in_both_languages(language: Language) -> None:
    for error in ERRORS:
        diagnosis = judged(error).diagnosis
        assert diagnosis is not None
        for line in diagnosis_lines(diagnosis, language):
            assert line.endswith(".")
            assert "{" not in line
            assert any("가" <= sign <= "힣" for sign in line) == (language == "ko")


def _slid(x: Any, k: Any) -> Any:
    rows, columns = (a - b + 1 for a, b in zip(x.shape, k.shape, strict=True))
    height, width = k.shape
    return np.array(
        [
            [(x[i : i + height, j : j + width] * k).sum() for j in range(columns)]
            for i in range(rows)
        ]
    )


def _totals(cost: Any, matchings: Any) -> Any:
    return np.array([sum(cost[row, at] for row, at in enumerate(each)) for each in matchings])


def _apart(k: Known, distance: Any) -> Any:
    return distance(k["truth"][:, None] - k["boxes"]).sum(axis=-1)
