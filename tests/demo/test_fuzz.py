"""Whatever stands in a demo's file, only a DemoError comes out of loading and tracing it."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.demo import DemoError, deadline, load, trace
from tutor.demo.deadline import within

SOUND = '''\
"""A sound demo. Nobody 2020."""

import numpy as np

from tutor.demo import Array, Step, Steps


def odd(x: Array, y: Array = 2.0, *, turned: bool = False) -> Steps:
    """Some steps."""
    a = yield Step("a", "a", r"x + y", x + y)
    b = yield Step("b", "b", r"a^2", np.sum(a**2, axis=-1, keepdims=True))
    yield Step("c", "c", r"\\frac{a}{b}", a / b if not turned else b)
'''
ODD = [
    "1",
    "None",
    "'a'",
    "[1, [2]]",
    "object()",
    "float('nan')",
    "np.array([None])",
    "np.array('x')",
    "np.zeros((0, 3))",
    "np.zeros((2, 0))",
    "1j",
    "10**400",
    "lambda: 1",
    "Step",
    "x.T",
    "x[0]",
    "x.shape",
    "np.float16(1)",
    "np.ma.masked_array([1, 2], [0, 1])",
    "np.matrix([[1]])",
    "np.random.default_rng().normal()",
    "np.broadcast_to(x, (600_000, 2))",
    "type('T', (), {'__array_ufunc__': None})()",
    "(yield)",
    "(yield 5)",
    "exit()",
    "open('/nowhere')",
    "[a for a in ()][0]",
    "x.sort()",
    "sum(x)",
    "max(x)",
    "float(x[0])",
]
LINES = [
    "exit()",
    "raise SystemExit",
    "raise GeneratorExit",
    "raise BaseException('odd')",
    "raise KeyboardInterrupt",
    "raise StopIteration",
    "return",
    "return 5",
    "x += 1",
    "x[0] = 3",
    "del x",
    "global x",
    "while True: pass",
    "import nowhere",
    "from .nowhere import nothing",
    "yield",
    "yield from ()",
    "yield from [1, 2]",
    "await x",
    "assert False",
    "odd = 3",
    "Step = 3",
    "np = None",
    "print('so')",
    "input()",
    "def odd(): pass",
    "class odd: pass",
    "async def odd(): yield 1",
    "try: yield 1\n    finally: yield 2",
]
WORDS = ["a", "b", "x", "y", "np", "Step", "yield", "def", "return", "(", ")", ":", '"', "\\", "\t"]


@st.composite
def sources(draw: st.DrawFn) -> str:
    text = SOUND
    for _ in range(draw(st.integers(1, 3))):
        lines = text.split("\n")
        at = draw(st.integers(0, len(lines) - 1))
        match draw(st.integers(0, 5)):
            case 0:
                text = text.replace(draw(st.sampled_from(WORDS)), draw(st.sampled_from(ODD)), 1)
            case 1:
                indent = draw(st.sampled_from(["", "    "]))
                lines.insert(at, indent + draw(st.sampled_from(LINES)))
                text = "\n".join(lines)
            case 2:
                del lines[at]
                text = "\n".join(lines)
            case 3:
                lines[at], lines[at - 1] = lines[at - 1], lines[at]
                text = "\n".join(lines)
            case 4:
                cut = draw(st.integers(0, len(text)))
                text = text[:cut] + draw(st.text(max_size=3)) + text[cut:]
            case _:
                value = draw(st.sampled_from(["x + y", "a**2", '"a"', '"b"', "True", "2.0"]))
                text = text.replace(value, draw(st.sampled_from(ODD)), 1)
    return text


def outcome(folder: Path, inputs: dict[str, object]) -> str:
    """The names of the steps, or what is wrong."""
    try:
        run = trace(load(folder, "odd").function, inputs)
    except DemoError as error:
        return str(error)
    return " ".join(step.name for step in run.steps)


# Python may look for garbage just when it is to stop, and tell of that: it is stopped again then.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(sources(), st.sampled_from([{"x": [[1.0, -2.0]]}, {"x": 3}, {"x": []}, {}]))
def test_only_demo_errors_come_out(
    tmp_path_factory: pytest.TempPathFactory, text: str, inputs: dict[str, object]
) -> None:
    folder = tmp_path_factory.getbasetemp() / "fuzzed"
    folder.mkdir(exist_ok=True)
    file = folder / "odd.py"
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    streams = sys.stdin, sys.stdout, sys.stderr
    with pytest.MonkeyPatch.context() as patch, within(0.1):
        patch.setattr(deadline, "_PERIOD", 0.01)
        patch.setattr("tutor.demo.loading._LONGEST", 0.5)
        said = outcome(folder, inputs)
    assert said
    assert "\n" not in said
    assert (sys.stdin, sys.stdout, sys.stderr) == streams


def test_the_demo_that_is_mutated_is_sound(tmp_path: Path) -> None:
    (tmp_path / "odd.py").write_text(SOUND, encoding="utf-8")
    run = trace(load(tmp_path, "odd").function, {"x": [[1.0, -2.0]]})
    assert [step.name for step in run.steps] == ["a", "b", "c"]
