"""Typed formulas: right however they are written, explained when wrong, never run as code."""

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.live.bundled import ASKABLE, TRIED, demo
from tutor.core.live import Cause, Explanation
from tutor.live.errors import DrawError, ExpressionError, LiveError
from tutor.live.formula_text import python_text
from tutor.live.formulas import FormulaJudged, judge_formula
from tutor.words.live import live_sentence

RIGHT = [
    ("attend", "scaled", "scores / sqrt(d_k)"),
    ("attend", "scaled", "d_k ** -0.5 * scores"),
    ("attend", "scaled", "S / √d_k"),
    ("attend", "scaled", "scores ÷ √(d_k)"),
    ("attend", "scaled", "scores·d_k^(−1/2)"),
    ("attend", "scaled", "np.sqrt(1/d_k) scores"),
    ("attend", "scaled", "= scores / dₖ^.5"),
    ("attend", "weights", "E / Σ(E)"),
    ("attend", "weights", "E / ΣE"),
    ("attend", "weights", "e^S' / Σ(e^S')"),
    ("attend", "weights", "exp(scaled) / sum(exp(scaled), axis=-1, keepdims=True)"),
    ("attend", "output", "A V"),
    ("attend", "output", "weights @ v"),
    ("attention", "scores", "Q Kᵀ"),
    ("attention", "scores", "Q K^T"),
    ("attention", "scores", "(K Qᵀ)ᵀ"),
    ("attention", "scores", "query @ key.T"),
    ("attention", "query", "X W_q"),
    ("attention", "scaled", "S / √d_k"),
    ("attention", "scaled", "S/√4"),
    ("lstm_gates", "forget_gate", "σ(a_f)"),
    ("lstm_gates", "forget_gate", "1 / (1 + e^(−a_f))"),
    ("lstm_gates", "cell", "f ⊙ c_prev + i ⊙ c̃"),
    ("lstm_gates", "cell", "forget_gate c_prev + input_gate candidate"),
    ("lstm_gates", "cell", "c_t = f c_prev + i candidate"),
    ("attend", "scaled", "scores / sqrt d_k"),
    ("attend", "weights", "p = exp(S') / sum exp(S')"),
    ("softmax_cross_entropy", "probabilities", "exp(z) / sum(exp(z))"),
    ("lstm_gates", "hidden", "o tanh(c_t)"),
    ("conv_output_size", "padded", "n + 2p"),
    ("conv_output_size", "strides", "⌊m / s⌋"),
    ("conv_output_size", "strides", "⌊(n + 2 p − k) / s⌋"),
    ("conv_output_size", "size", "(n' - k)//s + 1"),
    ("dilated_output_size", "span", "d(k − 1) + 1"),
    ("softmax_cross_entropy", "loss", "−ln p[target]"),
    ("softmax_cross_entropy", "loss", "-log(probabilities[target])"),
    ("mlp_backward", "delta_2", "(O − T)·O·(1 − O)"),
    ("mlp_backward", "delta_2", "(o-t)(o - o²)"),
    ("mlp_backward", "grad_2", "Hᵀ δ₂"),
    ("bptt", "h2", "tanh(W_x x[1] + W_h h_1 + b)"),
    ("positional_encoding", "divisors", "10000^(2i/d)"),
    ("masked_lm_counts", "intact", "n − F[0] − F[1]"),
]


@pytest.mark.parametrize(("name", "step", "text"), RIGHT)
def test_a_formula_is_right_however_it_is_written(name: str, step: str, text: str) -> None:
    judged = judge_formula(demo(name), step, text, 3)
    assert judged.right, judged
    assert judged.diagnosis is None


WRONG = [
    ("attend", "scaled", "scores / d_k", "left_out", {"what": "√"}),
    ("attend", "scaled", "scores * √d_k", "instead", {"right": "/", "wrong": "·"}),
    ("attend", "scaled", "scores", "other_input", {"name": "scores"}),
    ("attend", "weights", "E", "other_step", {"symbol": "E"}),
    ("attention", "scores", "K Qᵀ", "transposed", {}),
    ("attention", "scaled", "S / d_k", "left_out", {"what": "√"}),
    ("lstm_gates", "cell", "i·c_prev + f·candidate", "exchanged", {"one": "f", "other": "i"}),
    ("lstm_gates", "cell", "f·c_prev − i·candidate", "instead", {"right": "+", "wrong": "−"}),
    ("lstm_gates", "forget_gate", "tanh(a_f)", "instead", {"right": "σ", "wrong": "tanh"}),
    ("conv_output_size", "strides", "m / s", "instead", {"right": "⌊ / ⌋", "wrong": "/"}),
    ("conv_output_size", "padded", "n + p", "left_out", {"what": "2 ·"}),
    ("conv_output_size", "size", "q", "other_step", {"symbol": "q"}),
    ("softmax_cross_entropy", "loss", "ln(p[target])", "sign_of_one", {}),
    ("softmax_cross_entropy", "loss", "−log₁₀(p[target])", "factor", {"factor": "1/ln 10"}),
    ("softmax_cross_entropy", "loss", "−ln(p)", "shape", {}),
    ("mlp_backward", "delta_2", "(O−T)(1−O²)", "instead", {"right": "σ′", "wrong": "tanh′"}),
    ("mlp_backward", "delta_2", "O − T", "left_out", {"what": "σ′"}),
    ("bptt", "h2", "tanh(w_x @ x[1] + w_h @ h1)", "left_out", {"what": "+ b[0]"}),
]


OF_INPUTS = [
    ("rnn_step", "hidden", "tanh(w_h @ x_t + w_x @ h_prev + b)"),
    ("rnn_step", "hidden", "tanh(w_x @ x_t + b)"),
    ("rnn_step", "hidden", "tanh(w_x @ x_t + w_h @ h_prev)"),
    ("rnn_step", "hidden", "w_x @ x_t + w_h @ h_prev + b"),
    ("softmax_cross_entropy", "probabilities", "2^z / sum(2^z)"),
    ("softmax_cross_entropy", "probabilities", "exp(-z) / sum(exp(-z))"),
    ("softmax_cross_entropy", "probabilities", "exp(z)"),
    ("softmax_cross_entropy", "probabilities", "z / sum(z)"),
]


@pytest.mark.parametrize(("name", "step", "text"), OF_INPUTS)
def test_a_formula_that_writes_earlier_steps_out_is_explained_too(
    name: str, step: str, text: str
) -> None:
    assert told(judge_formula(demo(name), step, text, 3))


@pytest.mark.parametrize(
    ("name", "step", "text"),
    [
        ("softmax_cross_entropy", "probabilities", "softmax(z)"),
        ("attend", "weights", "A = softmax(S′)"),
        ("attend", "weights", "softmax(scores / √d_k)"),
    ],
)
def test_the_name_of_a_formula_is_no_formula(name: str, step: str, text: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        judge_formula(demo(name), step, text, 0)
    assert caught.value.code == "expression-names-itself"
    assert "write it out" in str(caught.value)


def told(judged: FormulaJudged) -> tuple[Explanation, ...]:
    assert not judged.right
    assert judged.diagnosis is not None
    assert len(judged.diagnosis.right) == len(judged.numbers.key)
    return judged.diagnosis.explanations


@pytest.mark.parametrize(("name", "step", "text", "code", "details"), WRONG)
def test_a_wrong_formula_is_explained_by_what_holds_on_every_draw(
    name: str, step: str, text: str, code: str, details: dict[str, str]
) -> None:
    (found,) = told(judge_formula(replace(demo(name), traps=()), step, text, 3))
    assert found.code == code
    assert details.items() <= found.details.items()


def test_a_trap_is_told_in_its_own_words() -> None:
    (found,) = told(judge_formula(demo("attend"), "scaled", "scores / d_k", 0))
    assert (found.cause, found.trap) == (Cause.TRAP, "divided-by-d-k")


@pytest.mark.parametrize(
    ("name", "step", "text"),
    [
        ("attend", "scaled", "14"),
        ("attend", "weights", "σ(S')"),
        ("conv_output_size", "padded", "2(n + p)"),
        ("conv_output_size", "size", "n // k"),
        ("attention", "scores", "Q*K"),
        ("mlp_backward", "loss", "O"),
    ],
)
def test_what_is_simply_another_formula_is_given_no_reason(name: str, step: str, text: str) -> None:
    for seed in range(3):
        found = told(judge_formula(replace(demo(name), traps=()), step, text, seed))
        assert [each for each in found if each.code != "shape"] == []


def test_a_formula_that_is_right_on_some_draws_only_is_wrong() -> None:
    assert not judge_formula(demo("conv_output_size"), "strides", "m // 1", 0).right
    assert not judge_formula(demo("attend"), "scaled", "scores / 4", 0).right
    assert not judge_formula(demo("attention"), "scores", "abs(Q Kᵀ)", 0).right


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("scores / (", "expression-syntax"),
        ("scroes / 2", "expression-name"),
        ("weights", "expression-name"),
        ("scores[7]", "expression-fails"),
        ("scores.sum()", "expression-attribute"),
        ("__import__('os').system('true')", "expression-attribute"),
        ("(lambda: 1)()", "expression-forbidden"),
        ("[x for x in scores]", "expression-forbidden"),
        ("9**9**9**9", "expression-large"),
        ("scores" * 300, "expression-long"),
        ("", "expression-empty"),
        ("cosh(scores)", "expression-function"),
        ("mean scores", "expression-arguments"),
        ("sum scores * d_k", "expression-arguments"),
        ("scores / floor", "expression-arguments"),
    ],
)
def test_what_cannot_be_read_is_told_and_not_judged(text: str, code: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        judge_formula(demo("attend"), "scaled", text, 0)
    assert caught.value.code == code
    for language in ("en", "ko"):
        assert live_sentence(caught.value, language)  # type: ignore[arg-type]  # a language


def test_a_step_of_words_has_no_formula() -> None:
    with pytest.raises(DrawError) as caught:
        judge_formula(demo("masked_lm"), "input", "tokens", 0)
    assert caught.value.code == "live-words"


def test_a_demo_without_a_draw_is_tried_on_examples_with_other_numbers() -> None:
    bare = replace(demo("attend"), draw=None, examples=demo("attend").examples[:1])
    assert judge_formula(bare, "scaled", "S / √d_k", 0).right
    assert not judge_formula(bare, "scaled", "S / 8", 0).right
    assert not judge_formula(bare, "scaled", "[14, 12]", 0).right


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="scoresd_k0129.+-*/^()[]√Σ²ᵀ·−'⌊⌋,e xσ=<", max_size=24))
def test_no_text_is_more_than_right_wrong_or_unreadable(text: str) -> None:
    begun = process_time()
    try:
        judged = judge_formula(demo("attend"), "scaled", text, 1)
        consistent = judged.right == (judged.diagnosis is None)
    except LiveError as error:
        consistent = bool(str(error))
    assert consistent
    assert process_time() - begun < 3


SPELLINGS = {
    "scores": "scores",
    "S'": "scaled",
    "d_k": "d_k",
    "dₖ": "d_k",
    "A": "weights",
    "v": "v",
}


@pytest.mark.parametrize(
    ("typed", "python"),
    [
        ("2d_k", "2*d_k"),
        ("2 (d_k + 1)", "2*(d_k+1)"),
        ("(d_k)(v)", "(d_k)*(v)"),
        ("d_k(2)", "d_k*(2)"),
        ("A v", "weights @ v"),
        ("A vᵀ", "weights @ v.T"),
        ("Aᵀ v", "weights.T @ v"),
        ("A d_k", "weights*d_k"),
        ("v S'", "v*scaled"),
        ("A = v", "v"),
        ("A_2 = sum(v, axis=0)", "sum(v,axis=0)"),
        ("sum(v, axis=0)", "sum(v,axis=0)"),
        ("A == v", "weights==v"),
        ("v / sqrt d_k", "v/sqrt(d_k)"),
        ("sum exp(v)", "sum(exp(v))"),
        ("√d_k", "sqrt(d_k)"),
        ("√√d_k", "sqrt(sqrt(d_k))"),
        ("√v[0]·2", "sqrt(v[0])*2"),
        ("√exp(v)+1", "sqrt(exp(v))+1"),
        ("ΣA", "sum(weights)"),
        ("ln v[1]", "ln(v[1])"),
        ("v²", "v**(2)"),
        ("v⁻¹", "v**(-1)"),
        ("S’ ≤ 1", "scaled<=1"),
        ("max(0, S')", "max(0,scaled)"),
        ("⌊v / 2⌋", "floor(v/2)"),
        ("e^{-v}", "e**(-v)"),
        ("１＋ｖ", "1+v"),
        ("1e-3 v", "1e-3*v"),
        ("sum(A, axis=0)", "sum(weights,axis=0)"),
        ("v if d_k else A", "v if d_k else weights"),
    ],
)
def test_the_signs_of_formulas_become_pythons(typed: str, python: str) -> None:
    axes = {"scores": 1, "scaled": 1, "weights": 2, "v": 1}
    found = python_text(typed, SPELLINGS, axes)
    assert found.replace("  ", " ") == python


@pytest.mark.parametrize("name", TRIED)
def test_each_trap_that_is_an_expression_gets_its_own_words_as_a_formula(name: str) -> None:
    found = demo(name)
    for trap in found.traps:
        if (name, trap.at) not in ASKABLE:
            continue
        try:
            judged = judge_formula(found, trap.at, trap.value, 0)
        except ExpressionError:
            continue  # it speaks of names of the code that no formula knows
        if not judged.right and judged.diagnosis and judged.diagnosis.explanations:
            known = {each.trap for each in judged.diagnosis.explanations}
            assert trap.id in known, (trap.id, judged)
