"""The ways in which people write demos: those that are traced, and those that are refused."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from tests.trace.small_demos import spike
from tests.trace.worked_trees import assert_same, check_cell, traced, untraced
from tutor.trace import Untraceable, tree_of
from tutor.trace.tree import Opaque


def numbers(*shape: int) -> np.ndarray[Any, Any]:
    return np.random.default_rng(len(shape) + sum(shape)).normal(size=shape)


ATTENTION = (numbers(3, 4), numbers(4, 4), numbers(4, 4) / 2, numbers(4, 2))
LSTM = (numbers(3, 2), numbers(2, 12), numbers(3, 12), numbers(12), numbers(3), numbers(3))
SIZES = (np.array(7), np.array(3), np.array(2), np.array(1))
TRACED: dict[Callable[..., Any], tuple[Any, ...]] = {
    spike.attention: ATTENTION,
    spike.heads: (*ATTENTION[:3], numbers(4, 4) / 3, numbers(4, 4)),
    spike.lstm_list: LSTM,
    spike.backprop: (numbers(3), numbers(3, 2), numbers(2, 2), numbers(2)),
    spike.bptt: (numbers(3, 2), numbers(2, 3), numbers(3, 3), numbers(3)),
    spike.added_to_zeros: (numbers(3),),
    spike.einsum: (numbers(2, 3), numbers(3, 2)),
    spike.mask: (numbers(3, 3),),
    spike.boolean_mask: (numbers(5),),
    spike.embed: (numbers(4, 2),),
    spike.inverse: (numbers(5, 3), numbers(5)),
    spike.windows: (numbers(4, 4), numbers(2, 2)),
    spike.window_loop: (numbers(4, 4), numbers(2, 2)),
    spike.output_size: SIZES,
    spike.output_size_floor: SIZES,
    spike.angle: (np.array(1), np.array(1), np.array(4)),
    spike.interleave: (numbers(3, 2),),
    spike.best_two: (numbers(4),),
    spike.moments: (numbers(2, 4),),
    spike.tokens: (np.array(["my", "dog"]), np.array([True, False])),
    spike.padded: (numbers(2, 2),),
    spike.norms: (numbers(2, 3),),
}
REFUSED: dict[Callable[..., Any], tuple[str, str, tuple[Any, ...]]] = {
    spike.lstm_in_place: ("assigned_plain", "np.stack", LSTM),
    spike.boolean_assignment: ("assigned", "np.where", (numbers(5),)),
    spike.add_at: ("at", "one-hot", (numbers(3, 2),)),
    spike.branch: ("truth", "np.where", (numbers(2),)),
    spike.python_float: ("number", "`float` of", (numbers(3),)),
    spike.math_function: ("module", "`math.exp`", (numbers(3),)),
    spike.python_max: ("truth", "np.maximum", (numbers(3),)),
    spike.array_of_rows: ("made_plain", "`np.array`", (numbers(2),)),
    spike.array_of_numbers: ("made_plain", "np.stack", (numbers(2),)),
    spike.interleave_in_place: ("assigned_plain", "`out[…] = …`", (numbers(3, 2),)),
    spike.vectorized: ("vectorized", "whole", (numbers(3),)),
}


@pytest.mark.parametrize("demo", TRACED, ids=lambda demo: demo.__name__)
def test_a_traced_run_equals_the_plain_run_bit_for_bit(demo: Callable[..., Any]) -> None:
    run = traced(demo, *TRACED[demo])
    for name, value in untraced(demo, *TRACED[demo]).items():
        if isinstance(value, bool):
            assert run[name].value is value
        else:
            assert_same(run[name], value)


@pytest.mark.parametrize("demo", TRACED, ids=lambda demo: demo.__name__)
def test_every_cell_of_every_step_is_explained_by_cells_that_exist(
    demo: Callable[..., Any],
) -> None:
    run = traced(demo, *TRACED[demo])
    for name in untraced(demo, *TRACED[demo]):
        for index in np.ndindex(np.shape(run[name].value)):
            if not _is_only_named(run, name, index):
                check_cell(run, name, index)


def _is_only_named(run: dict[str, Any], name: str, index: tuple[int, ...]) -> bool:
    """Whether the cell rests on an opaque step or on words, which only a name explains."""
    opaque = {("w",), ("z",), ("in",)}
    if (name,) not in opaque:
        return False
    tree = tree_of(run[name], index)
    assert isinstance(tree, Opaque) or tree is not None
    return True


@pytest.mark.parametrize("demo", REFUSED, ids=lambda demo: demo.__name__)
def test_what_would_lose_the_trace_is_refused_with_its_cure(demo: Callable[..., Any]) -> None:
    code, cure, args = REFUSED[demo]
    untraced(demo, *args)
    with pytest.raises(Untraceable) as refused:
        traced(demo, *args)
    assert refused.value.code == code
    assert cure in str(refused.value)
    last = refused.traceback[-1]
    frames = [entry for entry in refused.traceback if str(entry.path).endswith("spike.py")]
    assert frames[0].name == demo.__name__
    assert last.path != frames[0].path
