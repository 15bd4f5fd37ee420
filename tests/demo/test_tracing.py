import subprocess
import sys
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest

from tutor.demo import Array, DemoError, Run, Step, Steps, load, run, trace
from tutor.trace.tree import Address, Cell

HEAD = "import numpy as np\nfrom tutor.demo import Array, Step, Steps\n\n"


def shares(
    scores: Array, d_k: Array | int = 4, *, scale: Literal["root", "none"] = "root"
) -> Steps:
    divisor = np.sqrt(d_k) if scale == "root" else d_k
    scaled = yield Step("scaled", "S'", r"S / \sqrt{d_k}", scores / divisor)
    largest = scaled.max(axis=-1, keepdims=True)
    exps = yield Step("exps", "E", r"e^{S' - \max S'}", np.exp(scaled - largest))
    yield Step("weights", "A", r"E / \sum E", exps / exps.sum(axis=-1, keepdims=True))


def inner(y: Array) -> Steps:
    half = y / 2
    yield Step("double", "D", "2 y", 4 * half)


def outer(x: Array) -> Steps:
    y = yield Step("plus", "P", "x + 1", x + 1)
    yield from inner(y)


TWO = {"scores": [[112, 96], [0.0, 8]], "d_k": 64}


def written(folder: Path, body: str) -> Any:
    """A demo of a pack of its own; the first line of `body` is line 5 of the file."""
    lines = [f"    {line}" for line in body.splitlines()]
    text = HEAD + "def one(x: Array) -> Steps:\n" + "\n".join(lines) + "\n"
    (folder / "one.py").write_text(text, encoding="utf-8")
    return load(folder, "one").function


def refusal(folder: Path, body: str, x: Any = (1.0, 2.0)) -> DemoError:
    with pytest.raises(DemoError) as caught:
        trace(written(folder, body), {"x": list(x)})
    assert "\n" not in str(caught.value)
    return caught.value


def wrong_address(found: Run, text: str) -> DemoError:
    with pytest.raises(DemoError) as caught:
        found.address(text)
    return caught.value


def test_a_traced_run_has_the_plain_runs_steps() -> None:
    found, plain = trace(shares, TWO), run(shares, TWO)
    assert [(step.name, step.symbol, step.formula) for step in found.steps] == [
        (step.name, step.symbol, step.formula) for step in plain
    ]
    for step, other in zip(found.steps, plain, strict=True):
        assert isinstance(step.value, np.ndarray)
        assert step.value.tobytes() == other.value.tobytes()


def test_a_cell_says_how_it_came_about() -> None:
    cell = trace(shares, TWO).cell(Address("scaled", (0, 1)))
    assert cell.value == 12
    assert cell.operands == (Address("scores", (0, 1)), Address("d_k"))
    assert cell.symbols == "scores[0,1] / √dₖ"
    assert cell.numbers is not None
    assert eval(cell.numbers, {"sqrt": np.sqrt}) == 12


def test_operands_lead_step_by_step_to_the_inputs() -> None:
    found = trace(shares, TWO)
    at, path = [found.address("weights[1,0]")], []
    while at:
        path.append(at[0].name)
        at = [place for place in found.cell(at[0]).operands if place.name != "d_k"]
    assert path == ["weights", "exps", "scaled", "scores"]


def test_each_operand_is_named_once_in_the_order_of_the_line() -> None:
    found = trace(shares, TWO)
    operands = found.cell(found.address("weights[0,1]")).operands
    assert [str(place) for place in operands] == ["exps[0,1]", "exps[0,0]"]


def test_a_cell_of_an_input_is_given() -> None:
    cell = trace(shares, TWO).cell(Address("scores", (0, 0)))
    assert (cell.tree, cell.operands, cell.value) == (None, (), 112)
    assert (cell.symbols, cell.lines()) == ("scores[0,0]", [])
    assert float(str(cell.numbers)) == 112


def test_a_step_reads_the_steps_and_inputs_of_its_formula() -> None:
    found = trace(shares, TWO)
    assert found.reads("scaled") == ("scores", "d_k")
    assert found.reads("weights") == ("exps",)
    assert found.reads("scores") == ()


def test_a_run_knows_its_inputs_conventions_and_lines() -> None:
    found = trace(shares, {"scores": [1.0, 2.0], "scale": "none"})
    assert {name: value.tolist() for name, value in found.inputs.items()} == {
        "scores": [1, 2],
        "d_k": 4,
    }
    assert found.conventions == {"scale": "none"}
    file, line = found.lines["exps"]
    assert file == __file__
    assert 'yield Step("exps"' in Path(file).read_text(encoding="utf-8").splitlines()[line - 1]
    assert (found.symbol("scaled"), found.symbol("scores")) == ("S'", "scores")


def test_a_step_inside_yield_from_is_traced_with_its_line() -> None:
    found = trace(outer, {"x": [1.0, 2.0]})
    assert found.reads("double") == ("plus",)
    assert found.lines["double"][1] > found.lines["plus"][1] - 10
    line = Path(__file__).read_text(encoding="utf-8").splitlines()[found.lines["double"][1] - 1]
    assert line.strip().startswith('yield Step("double"')


def test_a_number_of_the_code_has_its_name() -> None:
    def scaled(x: Array, *, factor: int = 3) -> Steps:
        rate = 0.5
        yield Step("y", "y", "rate x", rate * x * factor)

    symbols = trace(scaled, {"x": [2.0]}).cell(Address("y", (0,))).symbols
    assert "rate" in symbols
    assert "factor" in symbols


def test_a_plain_value_sent_in_is_a_given_one() -> None:
    found = trace(shares, TWO, {"scaled": [[1.0, 2.0], [3.0, 4.0]]})
    assert found.array("scaled").tolist() == [[1, 2], [3, 4]]
    assert found.cell(Address("scaled", (1, 0))).tree is None
    assert found.reads("scaled") == ()
    assert found.cell(Address("exps", (1, 0))).operands[0] == Address("scaled", (1, 0))


def test_a_value_made_of_the_demos_own_arrays_is_explained() -> None:
    found = trace(shares, TWO, {"scaled": lambda names: names["scores"] / names["d_k"]})
    cell = found.cell(Address("scaled", (0, 0)))
    assert cell.value == 1.75
    assert cell.operands == (Address("scores", (0, 0)), Address("d_k"))
    assert found.array("weights")[0, 0] == pytest.approx(0.562, abs=5e-4)


def test_a_cell_is_addressed_by_name_symbol_and_from_the_end() -> None:
    found = trace(shares, TWO)
    for text in ("scaled[0,1]", " scaled [ 0 , 1 ] ", "S'[0,1]", "scaled[-2,-1]"):
        assert found.address(text) == Address("scaled", (0, 1))
    assert found.address("d_k") == Address("d_k")


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("scalde[0,1]", "no_array", "did you mean `scaled`?"),
        ("", "no_array", "weights"),
        ("scaled[2,0]", "cell", "`scaled[1,1]`"),
        ("scaled[0]", "cell", "2×2"),
        ("scaled", "cell", "`scaled[1,1]`"),
        ("scaled[0,-3]", "cell", "2×2"),
        ("scaled[0", "address", "`weights[1,1]`"),
        ("scaled[a,b]", "address", "`weights[1,1]`"),
        ("scaled[0 1,1]", "cell", "2×2"),
        ("d_k[0]", "cell_of_number", "`d_k` alone"),
    ],
)
def test_what_is_no_cell_is_told_with_what_there_is(text: str, code: str, said: str) -> None:
    error = wrong_address(trace(shares, TWO), text)
    assert error.code == code
    assert said in str(error)


def test_a_symbol_of_two_steps_names_neither() -> None:
    def twice(x: Array) -> Steps:
        a = yield Step("a", "A", "x", x + 1)
        yield Step("b", "A", "x", a + 1)

    error = wrong_address(trace(twice, {"x": [1.0]}), "A[0]")
    assert (error.code, error.details["known"]) == ("many_arrays", "a, b")


def test_a_cell_that_is_not_there_is_refused() -> None:
    found = trace(shares, TWO)
    for address in (Address("none", (0,)), Address("scaled", (5, 5)), Address("scaled")):
        with pytest.raises(DemoError):
            found.cell(address)


def test_an_array_changed_in_place_is_noticed_at_its_step(tmp_path: Path) -> None:
    body = "z = x * 1\ny = z\ny += 1\ny = yield Step('y', 'y', 'x', z * 1)"
    error = refusal(tmp_path, body)
    assert (error.code, error.details["step"]) == ("trace_differs", "y")
    assert (error.file, error.line) == (str(tmp_path / "one.py"), 8)
    assert "in place" in str(error)


def test_random_numbers_are_noticed_as_such(tmp_path: Path) -> None:
    error = refusal(tmp_path, "yield Step('y', 'y', 'x', x + np.random.default_rng().normal())")
    assert (error.code, error.line) == ("not_repeatable", 5)


def test_steps_that_come_only_when_traced_are_noticed(tmp_path: Path) -> None:
    body = "yield Step('y', 'y', 'x', x * 1)\nif type(x) is not np.ndarray:\n"
    body += "    yield Step('z', 'z', 'x', x * 1)"
    assert refusal(tmp_path, body).details["step"] == "z"


@pytest.mark.parametrize(
    "line",
    [
        "out = np.zeros(2); out[0] = x[0]",
        "out = x * 1; out[0] = 1",
        "out = float(x[0])",
        "out = np.array([x[0], x[1]])",
    ],
)
def test_what_loses_the_trace_is_refused_at_its_line_with_the_cure(
    tmp_path: Path, line: str
) -> None:
    error = refusal(tmp_path, f"{line}\nyield Step('y', 'y', 'x', x + out)")
    assert error.code.startswith("untraceable_")
    assert (error.file, error.line) == (str(tmp_path / "one.py"), 5)
    assert str(error).startswith(f"{tmp_path / 'one.py'}:5: ")


def test_a_refusal_in_shared_code_is_placed_there(tmp_path: Path) -> None:
    shared = "import numpy as np\n\ndef first(x):\n    return float(x[0])\n"
    (tmp_path / "functions.py").write_text(shared, encoding="utf-8")
    error = refusal(
        tmp_path, "from .functions import first\nyield Step('y', 'y', 'x', x * first(x))"
    )
    assert (Path(error.file).name, error.line) == ("functions.py", 4)


def test_a_step_named_as_an_input_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path, "yield Step('x', 'x', 'x', x + 1)")
    assert (error.code, error.line) == ("step_input", 5)


def test_complex_numbers_are_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path, "yield Step('y', 'y', 'x', x * 1j)")
    assert (error.code, error.line) == ("complex", 5)


def test_what_fails_by_itself_is_told_as_in_a_plain_run(tmp_path: Path) -> None:
    error = refusal(tmp_path, "yield Step('y', 'y', 'x', x @ np.ones(3))")
    assert (error.code, error.line) == ("raised", 5)


def test_not_finite_steps_equal_themselves() -> None:
    def divided(x: Array) -> Steps:
        yield Step("y", "y", "x / 0", x / 0)

    values = trace(divided, {"x": [0.0, 1.0, -1.0]}).array("y")
    assert np.isnan(values[0])
    assert values[1:].tolist() == [np.inf, -np.inf]


def test_words_are_cells(tmp_path: Path) -> None:
    body = "yield Step('y', 'y', 'x', np.where(x == 'cat', '[MASK]', x))"
    found = trace(written(tmp_path, body), {"x": ["the", "cat"]})
    cell = found.cell(Address("y", (1,)))
    assert (cell.value, cell.numbers) == ("[MASK]", None)
    assert cell.symbols


def test_two_runs_at_once_do_not_mix() -> None:
    first = trace(outer, {"x": [1.0]})
    second = trace(outer, {"x": [5.0]})
    leaf = first.cell(Address("plus", (0,))).operands[0]
    assert first.cell(leaf).value == 1
    assert second.cell(leaf).value == 5
    tree = first.cell(Address("double", (0,))).tree
    assert not isinstance(tree, Cell)


def test_importing_demos_costs_neither_numpy_nor_the_trace() -> None:
    code = (
        "import sys, tutor.demo; tutor.demo.DemoError;"
        "print({'numpy', 'tutor.demo.tracing', 'tutor.demo.arguments'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_way_over_complex_numbers_is_refused(tmp_path: Path) -> None:
    error = refusal(tmp_path, "yield Step('y', 'y', 'x', np.abs(x * 1j))")
    assert (error.code, error.line) == ("between", 5)
    assert "by way of complex numbers" in str(error)


def test_a_changed_array_of_the_module_is_a_cause_that_is_named(tmp_path: Path) -> None:
    body = "_STATE.append(1); yield Step('y', 'y', 'x', x + len(_STATE))"
    path = tmp_path / "one.py"
    written(tmp_path, body)
    path.write_text(path.read_text(encoding="utf-8") + "_STATE = []\n", encoding="utf-8")
    with pytest.raises(DemoError) as caught:
        trace(load(tmp_path, "one").function, {"x": [1.0]})
    assert caught.value.code == "not_repeatable"
    assert "array of the module" in str(caught.value)
