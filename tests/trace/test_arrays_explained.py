"""What single calls of NumPy look like when they explain a cell, as they are read."""

from typing import Any

import numpy as np
import pytest

from tests.trace.worked_trees import NOWHERE, assert_same, check_cell
from tutor.trace import Traced, Tracer, plain, symbols, tree_of

ARRAYS: dict[str, Any] = {
    "x": np.array([[1.0, 2.0], [3.0, 5.0]]),
    "v": np.array([1.0, 2.0, 4.0]),
    "b": np.array([True, False]),
    "i": np.array([0, 1]),
    "t": np.array(["a", "b"]),
}
ARITHMETIC = {
    "-v": "−v[0]",
    "[1, 2, 3] + v": "1 + v[0]",
    "v @ [1, 2, 3]": "v[0]·1 + v[1]·2 + v[2]·3",
    "sum(v)": "v[0] + v[1] + v[2]",
    "np.float64(2) * x": "2·x[0,0]",
    "2**v": "2^(v[0])",
    "divmod(v, 2)[1]": "v[0] mod 2",
    "abs(v)": "|v[0]|",
    "~b": "not b[0]",
    "b | True": "b[0] or True",
    "np.add(b, b)": "b[0] or b[0]",
    "np.add(b, b, dtype=int)": "b[0] + b[0]",
    "i << 1": "left_shift(i[0], 1)",
    "np.reciprocal(1 + i)": "sign(1 / (1 + i[0]))·⌊|1 / (1 + i[0])|⌋",
    "np.clip(v, None, 2)": "min(v[0], 2)",
    "v.clip(min=1)": "max(v[0], 1)",
    "v.clip(1, 2)": "min(max(v[0], 1), 2)",
    "np.select([v > 1], [v], 0)": "v[0] if v[0] > 1 else 0",
    "np.round(v, 1)": "round(v[0], 1)",
    "np.rint(v)": "round(v[0])",
    "round(v[0], 1)": "round(v[0], 1)",
    "np.trunc(v)": "sign(v[0])·⌊|v[0]|⌋",
    "np.nan_to_num(v)": "v[0]",
    "np.diff(v)": "v[1] − v[0]",
    "np.diff(v, n=2)": "v[2] − v[1] − (v[1] − v[0])",
    "np.fmax(v, np.nan)": "fmax(v[0], nan)",
    "np.arctan2(v, 1)": "arctan2(v[0], 1)",
    "np.vecdot(v, v)": "v[0]·v[0] + v[1]·v[1] + v[2]·v[2]",
    "np.matvec(x, x[0])": "x[0,0]·x[0,0] + x[0,1]·x[0,1]",
    "np.einsum('ij->ji', x)": "x[0,0]",
    "np.einsum('ii', x)": "x[0,0] + x[1,1]",
    "np.einsum('i,i,i->', v, v, v)": "v[0]·v[0]·v[0] + v[1]·v[1]·v[1] + v[2]·v[2]·v[2]",
    "np.dot(2, x)": "2·x[0,0]",
    "np.tensordot(x, x, ([1], [0]))": "x[0,0]·x[0,0] + x[0,1]·x[1,0]",
    "x.dot(x)": "x[0,0]·x[0,0] + x[0,1]·x[1,0]",
    "b @ b": "(b[0] and b[0]) or (b[1] and b[1])",
}
GATHERED = {
    "x.sum()": "x[0,0] + x[0,1] + x[1,0] + x[1,1]",
    "x.sum(0)": "x[0,0] + x[1,0]",
    "x[:1, :1].sum()": "x[0,0]",
    "v.mean()": "(v[0] + v[1] + v[2]) / 3",
    "x.max(axis=1)": "max(x[0,0], x[0,1])",
    "np.ptp(x, axis=0)": "max(x[0,0], x[1,0]) − min(x[0,0], x[1,0])",
    "np.add.reduce(x)": "x[0,0] + x[1,0]",
    "np.add.reduce(x, axis=None)": "x[0,0] + x[0,1] + x[1,0] + x[1,1]",
    "np.cumsum(v)[2]": "v[0] + v[1] + v[2]",
    "np.maximum.accumulate(v)[1]": "max(v[0], v[1])",
    "np.linalg.norm(v)": "√(v[0]² + v[1]² + v[2]²)",
    "np.linalg.norm(x, 'fro')": "√(x[0,0]² + x[0,1]² + x[1,0]² + x[1,1]²)",
    "np.linalg.norm(v, 1)": "|v[0]| + |v[1]| + |v[2]|",
    "np.linalg.norm(v, np.inf)": "max(|v[0]|, |v[1]|, |v[2]|)",
    "np.trace(x)": "x[0,0] + x[1,1]",
    "np.trace(x, 1)": "x[0,1]",
    "np.trace(np.stack([x, x]))": "x[0,0] + x[1,0]",
    "np.average(v, weights=[1, 2, 1])": "(1·v[0] + 2·v[1] + 1·v[2]) / (1 + 2 + 1)",
    "np.average(x, axis=1, weights=v[:2])": "(v[0]·x[0,0] + v[1]·x[0,1]) / (v[0] + v[1])",
    "np.nanmean(np.where(v > 1, v, np.nan))": "((v[1] if v[1] > 1 else nan) + "
    "(v[2] if v[2] > 1 else nan)) / 2",
    "np.count_nonzero(i)": "(i[0] ≠ 0) + (i[1] ≠ 0)",
    "b.all()": "b[0] and b[1]",
}
MOVED = {
    "np.pad(v, 1)": "0",
    "np.pad(v, (1, 2), mode='constant', constant_values=(7, 8))": "7",
    "np.insert(v, 0, 9.0)": "9",
    "np.append(v, 1.0)[3]": "1",
    "np.choose(i, [v[:2], v[1:]])[1]": "v[2]",
    "np.compress(b, x[1])": "x[1,0]",
    "x[1].compress(b)": "x[1,0]",
    "np.extract(b, x[1])": "x[1,0]",
    "np.block([x, np.ones((2, 1))])[0, 1]": "x[0,1]",
    "np.rot90(x)": "x[0,1]",
    "x.astype(np.float32)": "x[0,0]",
    "x.astype(int)": "x[0,0]",
    "(x / 2).astype(int)": "sign(x[0,0] / 2)·⌊|x[0,0] / 2|⌋",
    "x.astype(bool)": "x[0,0] ≠ 0",
    "x.real": "x[0,0]",
    "x.conj()": "x[0,0]",
    "x.reshape(-1, order='F')[1]": "x[1,0]",
    "x.transpose((1, 0))[0, 1]": "x[1,0]",
    "x.mT[0, 1]": "x[1,0]",
    "np.unstack(x)[1]": "x[1,0]",
    "np.atleast_1d(v, x)[1]": "x[0,0]",
    "np.take(v, i[1])": "v[1]",
    "t[i]": "t[0]",
    "np.concatenate([t, t])[3]": "t[1]",
    "np.where(t == 'b', t, 'z')": "t[0] if t[0] = 'b' else 'z'",
    "t != 'b'": "t[0] ≠ 'b'",
}
NAMED_ONLY = {
    "np.sort(v)": "sort(v)[0]",
    "np.argsort(-v)": "argsort(−v)[0]",
    "np.argmax(x, axis=1)": "argmax(x, axis=1)[0]",
    "x.argmax()": "argmax(x)",
    "np.median(x, axis=0)": "median(x, axis=0)[0]",
    "np.linalg.inv(x.T @ x)": "inv(xᵀ·x)[0,0]",
    "np.linalg.svd(x).S": "svd(x).S[0]",
    "np.nan_to_num(v + np.inf, posinf=9.0)": "nan_to_num(v+inf, posinf=9.0)[0]",
    "np.linalg.norm(x, 2)": "norm(x, 2)",
    "np.unique(v, return_counts=True)[1]": "unique(v, return_counts=True).1[0]",
    "np.nonzero(v)[0]": "nonzero(v).0[0]",
    "np.where(b)[0]": "nonzero(b).0[0]",
    "np.modf(v)[0]": "modf(v).0[0]",
    "np.logaddexp.reduce(v)": "logaddexp.reduce(v)",
    "np.subtract.accumulate(v)": "subtract.accumulate(v)[0]",
    "x.max(initial=9)": "max(x, initial=9)",
    "np.sum(x, where=x > 1)": "sum(x, where=…)",
    "np.add.reduceat(v, [0, 1])": "add.reduceat(v, [0, 1])[0]",
    "np.average(x, axis=0, returned=True)[0]": "average(x, axis=0, returned=True).0[0]",
    "np.pad(v, 1, 'linear_ramp')": "pad(v, 1, linear_ramp)[0]",
    "np.diff(v, prepend=0)": "diff(v, prepend=0)[0]",
    "np.convolve(v, v)": "convolve(v, v)[0]",
    "np.fft.fft(v).imag": "imag(…)[0]",
    "np.linspace(v[0], v[1], 3)": "linspace(v[0], v[1], 3)[0]",
    "np.allclose(v, v)": "allclose(v, v)",
    "np.insert(i, 0, v[0])": "insert(i, 0, v[0])[0]",
    "x.astype(str)": "astype(x)[0,0]",
    "np.strings.upper(t)": "upper(t)[0]",
}


def run(code: str) -> tuple[Any, Any, dict[str, Any]]:
    """The step `y` of a line of code, its plain value, and all arrays by their names."""
    expected = eval(code, {"np": np, **{name: array.copy() for name, array in ARRAYS.items()}})
    with Tracer(NOWHERE) as tracer:
        inputs = {name: tracer.input(name, array) for name, array in ARRAYS.items()}
        result = eval(code, {"np": np, **inputs})
        return tracer.step("y", "Y", result), expected, inputs


@pytest.mark.parametrize(("code", "expected"), {**ARITHMETIC, **GATHERED, **MOVED}.items())
def test_a_call_is_read_as_its_formula_and_comes_to_its_value(code: str, expected: str) -> None:
    step, value, inputs = run(code)
    first = (0,) * np.ndim(value)
    tree = tree_of(step, first)
    assert tree is not None
    assert symbols(tree) == expected
    assert_same(step, value)
    evaluable = "t" not in expected.partition("[")[0] and "_" not in expected
    if evaluable and not any(word in expected for word in ("round", "nan", "arctan")):
        check_cell({**inputs, "y": step}, "y", first)


@pytest.mark.parametrize(("code", "expected"), NAMED_ONLY.items())
def test_what_no_formula_explains_is_named_with_what_it_was_made_from(
    code: str, expected: str
) -> None:
    step, value, _ = run(code)
    first = (0,) * np.ndim(value)
    tree = tree_of(step, first)
    assert tree is not None
    assert symbols(tree) == expected
    assert np.array_equal(plain(step), value)


def test_the_cells_of_a_sorting_are_those_of_its_own_lane() -> None:
    from tutor.trace.opaque import cells_of

    for code, index in (("np.sort(x, axis=0)", (1, 1)), ("np.argmin(x, axis=0)", (1,))):
        step, _, _ = run(code)
        tree = tree_of(step, index)
        assert tree is not None
        assert [str(address) for address in cells_of(tree)] == ["x[0,1]", "x[1,1]"]
    whole = tree_of(run("np.linalg.inv(x)")[0], (0, 0))
    assert whole is not None
    assert len(list(cells_of(whole))) == 4


def test_functions_that_only_look_at_shape_or_type_stay_plain() -> None:
    _, value, inputs = run("x")
    x = inputs["x"]
    assert type(np.zeros_like(x)) is np.ndarray
    assert np.full_like(x, 7).tolist() == [[7, 7], [7, 7]]
    assert np.shape(x) == x.shape == value.shape
    assert (np.ndim(x), np.size(x), np.size(x, 0), x.ndim, x.size) == (2, 4, 2, 2, 4)
    assert np.result_type(x, 1) == np.float64
    assert not np.iscomplexobj(x)


def test_plain_takes_the_traces_out_of_lists_and_slices() -> None:
    _, _, inputs = run("x")
    found = plain([inputs["i"], (inputs["x"].shape[0], slice(None, inputs["x"].shape[1]))])
    assert not isinstance(found[0], Traced)
    assert type(found[1][0]) is int
    assert found[1][1] == slice(None, 2, None)


def test_several_results_come_back_in_the_kind_of_tuple_that_numpy_gives() -> None:
    _, _, inputs = run("x")
    found: Any = np.linalg.eigh(inputs["x"])
    assert type(found).__name__ == "EighResult"
    assert isinstance(found.eigenvalues, Traced)
    assert isinstance(np.split(inputs["v"], 3), list)
