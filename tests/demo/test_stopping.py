"""Demos that loop, exit, interrupt, hide errors or yield without end are stopped or refused."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import numpy as np
import pytest

from tutor.demo import DemoError, deadline, load, run, trace
from tutor.demo.deadline import OverTimeError, in_time, within

HEAD = "import numpy as np\nfrom tutor.demo import Array, Step, Steps\n\n"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deadline, "_PERIOD", 0.01)


@pytest.fixture
def soon() -> Iterator[None]:
    with within(0.1):
        yield


def demo(folder: Path, *body: str, head: str = "") -> object:
    text = HEAD + head + "def odd(x: Array) -> Steps:\n" + "".join(f"    {one}\n" for one in body)
    (folder / "odd.py").write_text(text, encoding="utf-8")
    return load(folder, "odd").function


def refusal(folder: Path, *body: str, head: str = "") -> DemoError:
    with pytest.raises(DemoError) as caught:
        run(demo(folder, *body, head=head), {"x": [1.0, 2.0]})
    assert "\n" not in str(caught.value)
    return caught.value


STEP = "yield Step('y', 'y', 'x', x * 2)"


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize(
    ("body", "line"),
    [
        (("while True:", "    x = x + 1", STEP), (5, 6)),
        ((STEP, "while True: pass"), (6,)),
        (("try:", "    while True: pass", "except Exception:", "    pass", STEP), (6,)),
        (("try:", f"    {STEP}", "    yield 3", "finally:", "    while True: pass"), (9,)),
        (("while True: print('all work')", STEP), (5,)),
        (("held = []", "while True: held.append(1)", STEP), (6,)),
    ],
)
def test_a_demo_that_never_ends_is_stopped_at_its_line(
    tmp_path: Path, body: tuple[str, ...], line: tuple[int, ...]
) -> None:
    begun = monotonic()
    error = refusal(tmp_path, *body)
    assert error.code == "too_slow"
    assert Path(error.file).name == "odd.py"
    assert error.line in line
    assert monotonic() - begun < 3
    assert sys.stdout is not None


@pytest.mark.usefixtures("soon")
def test_a_demo_is_stopped_in_another_thread_too(tmp_path: Path) -> None:
    function = demo(tmp_path, "while True: pass", STEP)
    found: list[str] = []

    def look() -> None:
        try:
            with within(0.1):
                run(function, {"x": 1})
        except DemoError as error:
            found.append(error.code)

    thread = threading.Thread(target=look)
    thread.start()
    thread.join(10)
    assert found == ["too_slow"]


@pytest.mark.usefixtures("soon")
def test_what_follows_when_the_time_is_up_does_not_begin(tmp_path: Path) -> None:
    refusal(tmp_path, "while True: pass", STEP)
    begun = monotonic()
    for _ in range(20):
        with pytest.raises(DemoError):
            trace(demo(tmp_path, STEP), {"x": [1.0]})
    assert monotonic() - begun < 1


def test_nothing_is_raised_after_a_run_that_ended_just_in_time() -> None:
    ends = 0
    for number in range(60):
        until = monotonic() + 0.008 + number / 10_000

        def work(until: float = until) -> None:
            while monotonic() < until:
                pass

        try:
            in_time(work, 0.01)
        except OverTimeError:
            ends += 1
        sum(range(2000))  # where a late exception would be raised
    assert 0 <= ends <= 60


def test_an_endless_loop_of_a_module_is_stopped_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tutor.demo.loading._LONGEST", 0.1)
    with pytest.raises(DemoError) as caught:
        demo(tmp_path, STEP, head="while True: pass\n")
    assert (caught.value.code, caught.value.line) == ("too_slow", 4)


@pytest.mark.parametrize(
    "error",
    [
        "exit()",
        "SystemExit(3)",
        "KeyboardInterrupt",
        "GeneratorExit",
        "BaseException('no')",
        "StopIteration",
        "MemoryError",
    ],
)
def test_whatever_a_demo_raises_ends_in_its_own_line(tmp_path: Path, error: str) -> None:
    statement = error if error == "exit()" else f"raise {error}"
    for body in ((statement, STEP), (STEP, statement)):
        found = refusal(tmp_path, *body)
        assert found.code == "raised"
        assert Path(found.file).name == "odd.py"
        assert found.line == 5 + body.index(statement)
    with pytest.raises(DemoError) as caught:
        demo(tmp_path, STEP, head=f"{statement}\n")
    assert (caught.value.code, caught.value.line) == ("broken", 4)


def test_ctrl_c_is_the_learners_and_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        deadline._raise_in(threading.get_ident(), KeyboardInterrupt)

    monkeypatch.setattr(np, "interrupted_here", interrupt, raising=False)
    with pytest.raises(KeyboardInterrupt):
        run(demo(tmp_path, "np.interrupted_here()", "n = len([1])", STEP), {"x": 1})


def test_a_demo_that_asks_at_the_keyboard_gets_no_answer(tmp_path: Path) -> None:
    found = refusal(tmp_path, "input('how many? ')", STEP)
    assert "EOFError" in found.details["error"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (("for i in range(10**6):", "    yield Step(f's{i}', 's', 's', x)"), "many_steps"),
        (("yield Step('y', 'y', 'x', np.broadcast_to(x, (10**7, 2)))",), "step_large"),
        (("yield Step('y', 'y', 'x', np.array('long ' * 10**6))",), "step_large"),
        (("yield Step('y', None, 'x', x)",), "step_words"),
        (("yield Step('y', 'y', 5, x)",), "step_words"),
        (("yield Step('y', 'y', 'x', 10**400)",), "step_big"),
        (("yield Step('y', 'y', 'x', x.astype('datetime64[s]'))",), "step_kind"),
        (("yield Step('y' * 10**6, 'y', 'x', x)", STEP, "yield 1"), "not_a_step"),
        (("yield", STEP), "not_a_step"),
        (("yield Silent()",), "not_a_step"),
        (("yield Step(Silent(), 'y', 'x', x)",), "raised"),
        (("yield Step('y', 'y', 'x', Silent())",), "raised"),
        (("raise Mute", STEP), "raised"),
    ],
)
def test_odd_things_that_are_yielded_are_refused(
    tmp_path: Path, body: tuple[str, ...], code: str
) -> None:
    head = (
        "class Silent:\n"
        "    def __repr__(self): raise ValueError('no name')\n"
        "    @property\n"
        "    def __array_ufunc__(self): raise OSError('no array')\n"
        "class Mute(Exception):\n"
        "    def __str__(self): raise ValueError('no words')\n"
    )
    assert refusal(tmp_path, *body, head=head).code == code


def test_code_that_was_compiled_beside_a_demo_is_not_run(tmp_path: Path) -> None:
    """What was looked at is what runs, though size and time of another file are the same."""
    import importlib.util
    import os
    import py_compile

    file = tmp_path / "odd.py"
    true, false = (HEAD + f"def odd(x: Array) -> Steps:\n    {STEP}  # {n}\n" for n in (1, 2))
    file.write_text(false.replace("x * 2", "x * 9"), encoding="utf-8")
    stat = file.stat()
    py_compile.compile(str(file), importlib.util.cache_from_source(str(file)))
    file.write_text(true, encoding="utf-8")
    os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert file.stat().st_size == stat.st_size
    assert run(load(tmp_path, "odd").function, {"x": 1})[0].value == 2
