"""What explains a wrong answer, looked for in order: traps, steps, structure, single edits.

An explanation must give all the asked cells, and what many slips would give as well explains
nothing: with a single number of few digits, something among hundreds of edits always comes near.

The codes, with their details (texts in the demo's own signs):

cause STEP: other_step, other_input (symbol, name, asked); of the asked step itself other_cell,
other_cells (cell, asked).

cause STRUCTURE: transposed; sign; sign_of_one; sign_lost; rows_permuted; columns_permuted;
reversed; permuted; factor (factor); shape (given, right).

cause EDIT, all with formula, and with times where it was made in several places of one kind:
left_out (what); instead (right, wrong); turned_round (sign); cases_exchanged; case_ignored (kept);
transposed (what); not_transposed (what); order_turned, cell_by_cell (left, right); along_columns,
along_rows, along_other_axis, over_all, not_moved (function, what); laid_across (what);
flipped (what); joined_turned (left, right); all_counted (what); other_place (what, right, wrong);
parts_exchanged (what, one, other); quantity (right, wrong); length (right, wrong, array);
exchanged, exchanged_throughout (one, other).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from tutor.core.live import Cause, Explanation, Numbers
from tutor.demo import Demo
from tutor.live.asking import trap_answer
from tutor.live.matching import Typed
from tutor.live.structure import structural

if TYPE_CHECKING:
    from tutor.demo.tracing import Run
    from tutor.live.editing import Edit
    from tutor.live.graphs import Graph

MOST: Final = 4
"""More explanations than this explain nothing."""
_MOST_COMPARED: Final = 16


def explanations(demo: Demo, numbers: Numbers, typed: Typed, run: Run | None) -> list[Explanation]:
    """What gives the typed numbers, by the first kind of cause that does; several are a tie.

    Without a traced run, only traps and structure are looked at.
    """
    if found := list(traps(demo, numbers, typed)):
        return found
    if run is not None and (found := steps(numbers, typed, run)):
        return found
    orders = list(structural(typed, numbers))[:1]
    if run is None or typed.value.shape != numbers.shape:
        return orders
    if not orders or orders[0].code == "permuted":
        # Any order at all says less than what has led to it.
        return single_edits(numbers, typed, run) or orders
    return orders


def traps(demo: Demo, numbers: Numbers, typed: Typed) -> Iterator[Explanation]:
    """The authored traps whose own answer was typed."""
    for trap in demo.traps:
        if trap.at in numbers.given:
            continue
        wrong = trap_answer(demo, numbers, trap)
        if wrong is not None and typed.fits(wrong):
            yield Explanation(
                cause=Cause.TRAP,
                step=trap.at or numbers.step,
                say=trap.say,
                trap=trap.id,
                sure=not typed.is_by_chance,
            )


def steps(numbers: Numbers, typed: Typed, run: Run) -> list[Explanation]:
    """Another step or an input, or other cells of the asked step, that are the typed numbers."""
    read = run.reads(numbers.step)
    others = [
        name for name in (*run.inputs, *(step.name for step in run.steps)) if name not in read
    ]
    for found, usual in (
        (other_steps(numbers, run, read), True),
        (other_steps(numbers, run, others), False),
        (_other_cells(numbers, run), False),
    ):
        typed.begin(usual=usual)
        fitting = [each for each in found if typed.considers(each[0])]
        if fitting and len(fitting) <= MOST and typed.tells(fitting[0][0]):
            return [explanation for _, explanation in fitting]
    return []


def other_steps(
    numbers: Numbers, run: Run, names: Sequence[str]
) -> Iterator[tuple[list[float], Explanation]]:
    """The cells of these steps and inputs in the asked places, with what each would explain."""
    from tutor.trace.signs import symbol_text

    shape = run.array(numbers.step).shape
    asked = symbol_text(run.symbol(numbers.step), numbers.step)
    for name in names:
        array = run.array(name)
        if name == numbers.step or array.shape != shape or array.dtype.kind not in "biuf":
            continue
        symbol = symbol_text(run.symbol(name), name)
        code = "other_input" if name in run.inputs else "other_step"
        yield (
            [float(array[cell]) for cell in numbers.cells],
            _explained(Cause.STEP, name, code, name=name, symbol=symbol, asked=asked),
        )


def _other_cells(numbers: Numbers, run: Run) -> Iterator[tuple[list[float], Explanation]]:
    """The cell across the diagonal, or its neighbours in the row and column; rows likewise."""
    from itertools import product

    array = run.array(numbers.step)
    if numbers.shape == array.shape or array.ndim == 0:
        return
    fixed = array.ndim - len(numbers.shape)
    asked = numbers.cells[0][:fixed]
    for other in product(*(range(length) for length in array.shape[:fixed])):
        near = sum(one != two for one, two in zip(asked, other, strict=True)) == 1
        if other == asked or not (near or other == asked[::-1]):
            continue
        cells = [float(array[(*other, *cell[fixed:])]) for cell in numbers.cells]
        code = "other_cells" if numbers.shape else "other_cell"
        yield (
            cells,
            _explained(Cause.STEP, numbers.step, code, cell=_place(other), asked=_place(asked)),
        )


def _place(index: Sequence[int]) -> str:
    return f"[{','.join(map(str, index))}]"


def single_edits(numbers: Numbers, typed: Typed, run: Run) -> list[Explanation]:
    """The cheapest edits that fit; none where so many do, or might, that they tell nothing."""
    import numpy as np

    from tutor.live.edits import edited

    known = edited(run, numbers.step)
    typed.begin(usual=True)
    with np.errstate(all="ignore"):
        for kind in known.by_cost():
            fitting: list[tuple[list[float], Edit]] = []
            for edit in kind:
                if not typed.is_precise and edit.words.get("wrong") == "10^":
                    continue  # it makes almost everything 0 or 1, which is typed anyway
                if typed.is_by_chance and edit.code == "quantity":
                    continue  # some quantity always comes to the small number that was typed
                cells = picked(known.result(edit), numbers)
                if cells is not None and typed.considers(cells):
                    fitting.append((cells, edit))
            if typed.is_hopeless:
                return []
            if fitting:
                telling = typed.tells(fitting[0][0])
                return told(known.graph, numbers, [edit for _, edit in fitting]) if telling else []
    return []


def picked(result: Any, numbers: Numbers) -> list[float] | None:
    """The asked cells of a step's value; None where that is none, or no number."""
    import numpy as np

    array = np.asarray(result)
    if result is None or array.dtype.kind not in "biuf":
        return None
    return [float(array[cell]) for cell in numbers.cells]


def told(graph: Graph, numbers: Numbers, fitting: Sequence[Edit]) -> list[Explanation]:
    """Each thing that the edits mean once; nothing where that is too much to choose from."""
    from tutor.live.edits import worded

    if len(fitting) > _MOST_COMPARED:
        return []
    different: list[Edit] = []
    for edit in fitting:
        if not any(graph.alike(edit.changes, other.changes) for other in different):
            different.append(edit)
        if len(different) > MOST:
            return []
    found: dict[tuple[str, ...], Explanation] = {}
    for edit in different:
        details = worded(graph, edit, numbers.cells)
        explanation = Explanation(
            cause=Cause.EDIT,
            step=graph.step_of[edit.at],
            code=edit.code,
            details=details,
            edit=edit.key,
            operation=details["formula"],
        )
        found.setdefault((edit.code, *details.values()), explanation)
    return list(found.values())


def _explained(cause: Cause, step: str, code: str, **details: str) -> Explanation:
    return Explanation(cause=cause, step=step, code=code, details=details)
