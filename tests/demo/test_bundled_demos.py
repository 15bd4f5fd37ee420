"""The bundled demos against PyTorch's answers and against the numbers their sources print."""

import importlib.util
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from tutor.core.text import LANGUAGES, in_language, languages_of
from tutor.demo import Demo, Step, load, names, run
from tutor.live.traps import with_trap
from tutor.packs import bundled_root, read_demo_words

DEMOS = bundled_root() / "demos"
ORACLES = Path(__file__).parents[1] / "oracles"


def bundled(name: str) -> Demo:
    words, faults = read_demo_words(DEMOS / f"{name}.yaml")
    assert faults == []
    return load(DEMOS, name, words)


def steps_by_name(steps: list[Step]) -> dict[str, Step]:
    return {step.name: step for step in steps}


def printed(name: str) -> Iterator[Any]:
    """Each expected result of a demo's examples, with its step as computed."""
    demo = bundled(name)
    for example in demo.examples:
        steps = steps_by_name(run(demo.function, example.inputs))
        for step, expected in example.expect.items():
            yield steps[step].value, expected


def at_printed_precision(value: Any, expected: object) -> bool:
    if isinstance(expected, list | tuple):
        return len(value) == len(expected) and all(map(at_printed_precision, value, expected))
    digits = -int(Decimal(str(expected)).as_tuple().exponent)
    return f"{float(value):.{digits}f}" == str(expected)


def drawn_answers(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Fifty draws of inputs with what the oracle makes of each step: PyTorch's kept answers, or
    another library asked now."""
    kept = ORACLES / f"{name}.json"
    if kept.is_file():
        draws = json.loads(kept.read_text(encoding="utf-8"))["draws"]
        assert len(draws) == 50
        yield from ((draw["inputs"], draw["steps"]) for draw in draws)
        return
    spec = importlib.util.spec_from_file_location(f"oracle_{name}", ORACLES / "live" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    oracle = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(oracle)
    yield from (oracle.ask(Random(f"{name} {seed}")) for seed in range(50))


@pytest.mark.parametrize("name", names(DEMOS))
def test_every_step_equals_the_oracle_on_drawn_inputs(name: str) -> None:
    function = bundled(name).function
    for inputs, right in drawn_answers(name):
        steps = steps_by_name(run(function, inputs))
        assert steps.keys() == right.keys()
        for step, value in right.items():
            if steps[step].value.dtype.kind == "U":
                assert steps[step].value.tolist() == np.asarray(value).tolist()
            else:
                np.testing.assert_allclose(steps[step].value, value, rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("name", names(DEMOS))
def test_the_worked_numbers_come_out_as_printed(name: str) -> None:
    results = list(printed(name))
    assert results
    for value, expected in results:
        assert at_printed_precision(value, expected), (value, expected)


@pytest.mark.parametrize("name", names(DEMOS))
def test_every_step_has_its_why_in_both_languages(name: str) -> None:
    demo = bundled(name)
    steps = run(demo.function, demo.examples[0].inputs)
    assert list(demo.whys) == [step.name for step in steps]
    for text in (demo.title, *demo.whys.values(), *demo.conventions.values()):
        assert languages_of(text) == frozenset(LANGUAGES)
        assert all(in_language(text, language).strip() for language in LANGUAGES)


def test_112_and_96_share_the_attention_as_published() -> None:
    demo = bundled("attend")
    steps = steps_by_name(run(demo.function, demo.examples[0].inputs))
    assert steps["scaled"].value.tolist() == [14, 12]
    assert steps["weights"].value.round(4).tolist() == [0.8808, 0.1192]


@pytest.mark.parametrize(
    ("scaled", "weight"),
    [
        ([112, 96], 1.00),  # not scaled
        ([112 / 64, 96 / 64], 0.562),  # divided by d_k
        ([112 / 512**0.5, 96 / 512**0.5], 0.670),  # d_model in the place of d_k
    ],
)
def test_a_wrong_scale_sent_in_gives_the_wrong_weight_it_is_known_by(
    scaled: list[float], weight: float
) -> None:
    demo = bundled("attend")
    steps = steps_by_name(run(demo.function, demo.examples[0].inputs, {"scaled": scaled}))
    assert steps["weights"].value[0] == pytest.approx(weight, abs=5e-4)


@pytest.mark.parametrize(
    ("name", "trap", "cell", "example", "wrong"),
    [
        ("attend", "not-scaled", "weights[0]", 0, "1.00"),
        ("attend", "divided-by-d-k", "weights[0]", 0, "0.562"),
        ("attend", "d-model-for-d-k", "weights[0]", 0, "0.670"),
        ("attend", "no-exponential", "weights[0]", 0, "0.538"),
        ("mlp_backward", "no-output-slope", "grad_2[0,0]", 0, "0.439830"),
        ("mlp_backward", "new-weights", "new_w_1[0,0]", 0, "0.149818"),
        ("softmax_cross_entropy", "log10", "loss", 0, "0.4517"),
        ("softmax_cross_entropy", "sigmoids", "probabilities[1]", 0, "0.7027"),
        ("attention_mask", "filled-with-zero", "weights[0,0]", 0, "0.787"),
        ("attention_mask", "mask-after-softmax", "weights[0,0]", 0, "0.665"),
        ("conv_output_size", "padding-once", "size", 0, "4"),
        ("conv_output_size", "rounded-up", "size", 0, "7"),
        ("conv_output_size", "no-first-place", "size", 0, "5"),
        ("conv_output_size", "divided-first", "size", 0, "3"),
        ("cross_correlation", "flipped", "output[0,0]", 0, "5"),
        ("positional_encoding", "column-for-pair", "encoding[1,2]", 0, "0.0001"),
        ("positional_encoding", "other-layout", "encoding[1,1]", 0, "0.0100"),
        ("bptt", "no-slope", "gradient_1[0,0]", 1, "0.8"),
        ("masked_lm_counts", "eighty-percent-of-all", "fates[0]", 0, "409.6"),
        ("conv_parameters", "no-bias", "parameters", 1, "150"),
        ("conv_parameters", "not-shared", "parameters", 1, "122304"),
        ("additive_attention", "no-tanh", "weights[0]", 1, "0.212"),
        ("additive_attention", "no-tanh", "weights[2]", 1, "0.576"),
        ("additive_attention", "dot-product", "weights[0]", 1, "0.422"),
        ("additive_attention", "dot-product", "weights[1]", 1, "0.155"),
        ("padding", "divided-by-longest", "means[0]", 1, "2"),
        ("bio_tagging", "token-accuracy", "f1", 1, "0.75"),
        ("bio_tagging", "token-level", "f1", 1, "0.8"),
        ("bidirectional_rnn", "no-memory", "backward_1[0]", 1, "0.5370"),
        ("seq2seq", "target-fed", "loss", 0, "0.755"),
        ("multi_head_attention", "one-head", "weights[0,0,0]", 1, "0.9241"),
        ("multi_head_attention", "d-model-for-d-k", "weights[0,0,0]", 1, "0.6225"),
        ("multi_head_parameters", "times-h", "total", 0, "8388608"),
        ("multi_head_parameters", "no-w-o", "total", 0, "786432"),
        ("multi_head_parameters", "other-biases", "total", 0, "1050624"),
        ("linear_attention", "no-normaliser", "output[0,0]", 1, "5"),
        ("linear_attention", "softmax-after-all", "output[0,0]", 1, "0.670"),
        ("efficient_attention", "softmax-after-all", "output[0,0]", 1, "0.670"),
        ("masked_attention", "filled-with-zero", "shares[0,0]", 1, "0.787"),
        ("masked_attention", "hidden-in-the-sum", "shares[0,0]", 1, "0.665"),
        ("position_one_hot", "position-first", "product[0]", 1, "9"),
        ("layer_norm", "sample-deviation", "normalised[0,0]", 0, "1.50"),
        ("layer_norm", "sample-deviation", "normalised[0,1]", 0, "-0.50"),
        ("add_and_norm", "norm-before-the-add", "output[0]", 0, "0.423"),
        ("bert_parameters", "no-embeddings", "total", 0, "85645056"),
        ("bert_parameters", "no-pooler", "total", 0, "108891648"),
        ("word_lookup", "dot-product-for-cosine", "cosines[1]", 0, "3"),
        ("next_sentence", "log10", "loss", 0, "0.0551"),
        ("decoding", "multiplied", "probabilities[2]", 0, "0.978"),
        ("decoding", "top-k-not-renormalised", "top_k[2]", 0, "0.513"),
        ("zero_shot", "no-scale", "probabilities[0]", 0, "0.348"),
        ("zero_shot", "no-scale", "probabilities[1]", 0, "0.334"),
        ("zero_shot", "no-scale", "probabilities[2]", 0, "0.318"),
        ("head_parameters", "frozen-counted", "trained", 0, "23528522"),
        ("quantisation", "no-zero-point", "codes[0]", 0, "96"),
        ("quantisation", "range-by-256", "restored[0]", 0, "1.5000"),
        ("quantisation", "no-clip", "codes[1]", 0, "383"),
        ("hungarian_matching", "row-minimum", "columns[1]", 0, "0"),
    ],
)
def test_a_trap_gives_the_very_wrong_number_it_is_known_by(
    name: str, trap: str, cell: str, example: int, wrong: str
) -> None:
    demo = bundled(name)
    (taken,) = (known for known in demo.traps if known.id == trap)
    run = with_trap(demo, demo.examples[example].inputs, taken)
    assert at_printed_precision(run.cell(run.address(cell)).value, wrong)
