"""A demo run on with a learner's own values, and whether they leave anything to be computed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tutor.core.live import Numbers

if TYPE_CHECKING:
    from tutor.demo import Array, Demo

_SAME = 1e-9


def run_on(demo: Demo, numbers: Numbers, sent: Mapping[str, object]) -> dict[str, Array]:
    """The steps on a question's inputs with values put in the place of some; raises `DemoError`."""
    import numpy as np

    from tutor.demo import run

    inputs = {**numbers.inputs, **numbers.arguments}
    return {step.name: np.asarray(step.value) for step in run(demo.function, inputs, sent)}


@dataclass(frozen=True, slots=True)
class Following:
    """What follows from the learner's own earlier values in the cells that are asked.

    It is `trivial` where a wrong value left nothing to compute: the step is then zero or one
    number throughout, or an input or earlier step unchanged, without being so along the right
    path.
    """

    key: tuple[float, ...]
    trivial: bool


def following(demo: Demo, numbers: Numbers, own: Mapping[str, object]) -> Following | None:
    """What follows from the learner's own earlier values; None where no finite numbers do."""
    import numpy as np

    from tutor.demo import DemoError

    right = run_on(demo, numbers, numbers.given)
    try:
        followed = run_on(demo, numbers, {**numbers.given, **own})
    except DemoError:
        return None
    value = followed.get(numbers.step)
    if value is None or value.shape != right[numbers.step].shape or value.dtype.kind not in "biuf":
        return None
    if not np.isfinite(value).all() and np.isfinite(right[numbers.step]).all():
        return None
    key = tuple(float(value[cell]) for cell in numbers.cells)
    if not all(map(math.isfinite, key)):
        return None
    return Following(key, _is_trivial(numbers, right, followed))


def with_cells(
    demo: Demo, numbers: Numbers, own: Mapping[str, object], typed: object
) -> object | None:
    """The learner's own value of a whole step: the cells typed, the others as they follow.

    None where the typed numbers do not fit the cells that were asked.
    """
    import numpy as np

    from tutor.demo import DemoError

    if typed is None:
        return None
    cells = np.asarray(typed)
    if not _is_in_shape(cells, numbers.shape) or not np.isfinite(cells).all():
        return None
    try:
        value = np.array(run_on(demo, numbers, {**numbers.given, **own})[numbers.step])
    except DemoError:
        value = np.array(run_on(demo, numbers, numbers.given)[numbers.step])
    # Whole numbers stay whole: a demo may count or choose by them.
    if value.dtype.kind in "biu" and (cells == np.round(cells)).all():
        value = value.astype(int)
    else:
        value = value.astype(float)
    for cell, number in zip(numbers.cells, cells.reshape(-1), strict=True):
        value[cell] = number
    result: object = value.tolist()
    return result


def _is_in_shape(cells: Array, shape: tuple[int, ...]) -> bool:
    """Whether cells have the shape asked, a row or a column counting as a list."""
    found, wanted = (tuple(size for size in sizes if size != 1) for sizes in (cells.shape, shape))
    return found == wanted


def _is_trivial(
    numbers: Numbers, right: Mapping[str, Array], followed: Mapping[str, Array]
) -> bool:
    import numpy as np

    there, here = right[numbers.step], followed[numbers.step]
    if _is_flat(here) and not _is_flat(there):
        return True
    earlier = list(right)[: list(right).index(numbers.step)]
    for name in earlier:
        if _same(followed[name], here) and not _same(right[name], there):
            return True
    inputs = [np.asarray(value) for value in numbers.inputs.values()]
    return any(_same(value, here) and not _same(value, there) for value in inputs)


def _is_flat(value: Any) -> bool:
    """Whether a value is zero, or the same number in all of several cells."""
    import numpy as np

    return bool(not value.any() or (value.size > 1 and np.ptp(value.astype(float)) == 0))


def _same(one: Any, other: Any) -> bool:
    import numpy as np

    if one.shape != other.shape or one.dtype.kind not in "biuf":
        return False
    return bool(np.allclose(one.astype(float), other.astype(float), rtol=_SAME, atol=0))
