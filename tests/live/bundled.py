"""The bundled demos, and questions about them, for the tests of live cards."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import numpy as np
import pytest

from tutor.core.live import Numbers
from tutor.demo import Demo, load, names
from tutor.demo.running import run
from tutor.numbers import show
from tutor.packs import bundled_root, read_demo_words

DEMOS = bundled_root() / "demos"
NAMES = names(DEMOS)


@cache
def demo(name: str) -> Demo:
    words, faults = read_demo_words(DEMOS / f"{name}.yaml")
    assert faults == []
    return load(DEMOS, name, words)


def steps_of(name: str) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    """The steps of a demo with their values on its first example."""
    found = demo(name)
    for step in run(found.function, found.examples[0].inputs):
        yield step.name, np.asarray(step.value)


def numeric_steps(name: str) -> list[str]:
    """The steps that can be asked: finite numbers, no truths and no words."""
    return [
        step
        for step, value in steps_of(name)
        if value.dtype.kind in "iuf" and np.isfinite(value).all()
    ]


RUNS = {
    ("char_rnn_training", "losses"),
    ("linear_probe", "losses"),
    *(("skip_gram_run", step) for step in ("vectors", "losses", "cosines")),
}
"""The curves of whole training runs. No card asks them; to try all edits of their thousands of
operations takes minutes."""


def told_apart(steps: list[str]) -> list[str]:
    """The steps without those that only repeat another at a later time: of h1 to h5 two stay."""
    stems = Counter[str]()
    kept = []
    for step in steps:
        stem = step.rstrip("0123456789")
        stems[stem] += 1
        if stems[stem] <= 2:
            kept.append(step)
    return kept


ASKABLE = [
    (name, step)
    for name in NAMES
    for step in told_apart(numeric_steps(name))
    if (name, step) not in RUNS
]


def question(
    name: str,
    step: str,
    inputs: Mapping[str, object] | None = None,
    *,
    given: Mapping[str, object] | None = None,
    **options: Any,
) -> Numbers:
    """A question for the whole of a step, on a demo's first example unless told otherwise."""
    found = demo(name)
    filled = {**found.examples[0].inputs, **(inputs or {})}
    steps = run(found.function, filled, given)
    key = next(np.asarray(each.value) for each in steps if each.name == step)
    return Numbers(
        demo=name,
        step=step,
        seed=0,
        inputs=filled,
        given=given or {},
        cells=tuple(np.ndindex(key.shape)),
        shape=key.shape,
        key=tuple(map(float, key.ravel())),
        **options,
    )


def typed(value: Any, digits: int = 4) -> str:
    """Numbers as a learner types them, rows set apart by semicolons."""
    rows = np.atleast_1d(np.asarray(value))
    if rows.ndim == 1:
        return ", ".join(show(float(cell), digits) for cell in rows)
    return "; ".join(typed(row, digits) for row in rows)


FIRST = (
    *("attend", "attention", "conv_output_size", "gru_state", "lstm_gates", "masked_lm_counts"),
    *("mlp_backward", "rnn_step", "skip_gram", "softmax_cross_entropy"),
)
TRIED = NAMES if os.environ.get("TUTOR_EVERY_DEMO") else FIRST
"""The demos of which every edit and every cell is tried: all of them only by `make content`."""


def each_step(test: Callable[[str, str], None]) -> Callable[[str], None]:
    """A test of one step, made one of a demo's steps in turn: one test a demo, not thousands."""

    @pytest.mark.parametrize("name", TRIED)
    def of_each(name: str) -> None:
        for asked, step in ASKABLE:
            if asked == name:
                test(name, step)

    of_each.__name__ = test.__name__
    return of_each
