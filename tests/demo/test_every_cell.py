"""Every cell of every step of every bundled demo explains itself, and rightly."""

import itertools
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from tests.live.bundled import TRIED
from tutor.demo import Demo, Run, names, run, trace
from tutor.live.drawing import draw_inputs
from tutor.live.traps import first_difference, with_trap
from tutor.trace.printing import NAMES
from tutor.trace.tree import Address, Call, Cell, Constant, Opaque, Operation, Scalar, Tree

from .test_bundled_demos import DEMOS, bundled, drawn_answers

MOST_CELLS = 150
SEEDS = (1, 2, 3)


def inputs_of(demo: Demo) -> Iterator[dict[str, Any]]:
    """The examples, then some draws: the demo's own or, without any, those of its oracle."""
    for example in demo.examples:
        yield dict(example.inputs)
    if demo.draw is not None:
        yield from (draw_inputs(demo, seed) for seed in SEEDS)
    else:
        yield from (inputs for inputs, _ in itertools.islice(drawn_answers(demo.name), len(SEEDS)))


def some_cells(shape: tuple[int, ...]) -> list[tuple[int, ...]]:
    """All cells of a small array, of a large one its corners and others evenly spread."""
    size = math.prod(shape)
    if size <= MOST_CELLS:
        return list(np.ndindex(shape))
    corners = set(itertools.product(*({0, length - 1} for length in shape)))
    spread = range(0, size, size // MOST_CELLS)
    return sorted(corners | {tuple(map(int, np.unravel_index(at, shape))) for at in spread})


def leaves(tree: Tree) -> Iterator[Cell | Constant]:
    match tree:
        case Cell() | Constant():
            yield tree
        case Operation():
            for part in tree.parts:
                yield from leaves(part)
        case Call():
            for part in (*tree.arguments, tree.body):
                yield from leaves(part)


def opaque(tree: Tree) -> bool:
    """Whether no arithmetic leads to the value: something in it is opaque, a word, or printed by
    NumPy's name."""
    match tree:
        case Opaque():
            return True
        case Cell() | Constant():
            return isinstance(tree.value, str)
        case Operation():
            return any(map(opaque, tree.parts))
        case Call():
            return opaque(tree.body)


def same(one: Scalar, other: Scalar) -> bool:
    return one == other or (one != one and other != other)


def evaluated(numbers: str) -> Any:
    return eval(numbers, {"__builtins__": {}}, dict(NAMES))


def value_at(found: Run, at: Address) -> Scalar:
    value: Scalar = found.array(at.name)[at.index].item()
    return value


def assert_explained(found: Run, at: Address) -> None:
    cell = found.cell(at)
    assert cell.symbols.strip(), at
    assert same(cell.value, value_at(found, at))
    for operand in cell.operands:
        assert found.address(str(operand)) == operand
    if cell.tree is None:
        assert cell.operands == ()
        return
    sizes = [1e-300]
    for leaf in leaves(cell.tree):
        if isinstance(leaf.value, int | float) and math.isfinite(leaf.value):
            sizes.append(abs(leaf.value))
        if isinstance(leaf, Cell):
            assert leaf.address in cell.operands
            assert same(value_at(found, leaf.address), leaf.value), (at, leaf)
    if cell.numbers is None:
        assert isinstance(cell.value, str) or opaque(cell.tree), (at, cell.symbols)
        return
    result = evaluated(cell.numbers)
    if isinstance(cell.value, int | float) and math.isfinite(cell.value):
        sizes.append(abs(cell.value))
        assert abs(result - cell.value) <= 1e-9 * max(sizes), (at, cell.numbers, cell.value)
    else:
        assert same(result, cell.value), (at, cell.numbers, cell.value)


@pytest.mark.parametrize("name", names(DEMOS))
def test_a_traced_run_equals_the_plain_run_exactly(name: str) -> None:
    demo = bundled(name)
    for inputs in inputs_of(demo):
        traced, plain = trace(demo.function, inputs), run(demo.function, inputs)
        assert [step.name for step in traced.steps] == [step.name for step in plain]
        for step, other in zip(traced.steps, plain, strict=True):
            one, two = np.asarray(step.value), np.asarray(other.value)
            assert (one.dtype, one.shape) == (two.dtype, two.shape)
            np.testing.assert_array_equal(one, two, strict=True)


@pytest.mark.parametrize("name", TRIED)
def test_every_cell_of_every_step_explains_its_value(name: str) -> None:
    demo = bundled(name)
    for inputs in inputs_of(demo):
        found = trace(demo.function, inputs)
        for step in found.steps:
            for index in some_cells(found.array(step.name).shape):
                assert_explained(found, Address(step.name, index))


@pytest.mark.parametrize("name", TRIED)
def test_every_step_reads_what_its_cells_are_made_of(name: str) -> None:
    demo = bundled(name)
    found = trace(demo.function, demo.examples[0].inputs)
    for step in found.steps:
        reads = set(found.reads(step.name))
        cells = some_cells(found.array(step.name).shape)
        used = {at.name for index in cells for at in found.cell(Address(step.name, index)).operands}
        assert used <= {*reads, step.name}  # a row may follow from another row of the same step


@pytest.mark.parametrize("name", TRIED)
def test_every_trap_leads_elsewhere_on_the_published_example(name: str) -> None:
    demo = bundled(name)
    inputs = demo.examples[0].inputs
    right = trace(demo.function, inputs)
    order = [step.name for step in right.steps]
    for trap in demo.traps:
        at = first_difference(right, with_trap(demo, inputs, trap))
        assert at is not None, trap.id
        assert not trap.at or order.index(at.name) >= order.index(trap.at)


@pytest.mark.parametrize("name", TRIED)
def test_every_option_of_every_convention_can_be_followed(name: str) -> None:
    demo = bundled(name)
    inputs = demo.examples[0].inputs
    for convention, options in demo.options.items():
        assert demo.defaults[convention] in options
        for option in options:
            found = trace(demo.function, {**inputs, convention: option})
            assert found.conventions[convention] == option
            for step in found.steps:
                for index in some_cells(found.array(step.name).shape)[:8]:
                    assert_explained(found, Address(step.name, index))
