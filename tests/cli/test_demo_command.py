import json
import math
from functools import partialmethod
from typing import Any

import pytest

from .conftest import Shell


def steps_of(shell: Shell, *argv: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shell.run("demo", "attend", "--json", *argv).out)
    return found


def test_the_demos_there_are_have_titles(shell: Shell) -> None:
    found = json.loads(shell.run("demo", "--json").out)
    assert {"attend", "attention"} <= {demo["name"] for demo in found["demos"]}
    assert all(demo["title"] for demo in found["demos"])
    assert "attend" in shell.run("demo").out


def test_a_demos_steps_keep_the_contract(shell: Shell) -> None:
    found = steps_of(shell)
    assert found.keys() == {"version", "demo", "inputs", "conventions", "trap", "steps"}
    assert found["trap"] is None
    assert [step["name"] for step in found["steps"]] == ["scaled", "exps", "weights", "output"]
    for step in found["steps"]:
        assert step.keys() == {"name", "symbol", "formula", "shape", "value", "why"}
        assert step["why"]
    assert found["steps"][0]["value"] == pytest.approx([14, 12])


def test_inputs_can_be_set_in_yaml(shell: Shell) -> None:
    found = steps_of(shell, "--set", "scores=[[8, 16]]", "--set", "d_k=4", "--step", "scaled")
    assert found["inputs"]["scores"] == [[8, 16]]
    assert found["steps"][0]["value"] == [[4, 8]]
    assert len(found["steps"]) == 1


def test_a_demo_is_told_in_lines(shell: Shell) -> None:
    text = shell.run("demo", "attend", "--plain").out
    assert "1. scaled: " in text
    assert "0.881" in text
    assert "$" not in text


@pytest.mark.parametrize(
    ("argv", "code", "said"),
    [
        (("atend",), 1, "did you mean attend?"),
        (("attend", "--set", "scores"), 2, "--set"),
        (("attend", "--set", "scores=[1,"), 2, "--set"),
        (("attend", "--set", "scored=[1]"), 1, "scores"),
        (("attend", "--step", "none"), 1, "scaled"),
        (("attend", "--json", "--plain"), 2, "--help"),
        (("attend", "--set", "scored=[1]"), 1, "did you mean `scores`?"),
        (("attend", "--set", "scores=[[1, 2], [3]]"), 1, "rows of equal length"),
        (("attend", "--set", "scores=[1, two]"), 1, "rows of equal length"),
        (("attend", "--cell", "scaled[0,1]"), 1, "`scaled[1]`"),
        (("attend", "--cell", "scalde[0]"), 1, "did you mean `scaled`?"),
        (("attend", "--cell", "d_k[0]"), 1, "`d_k` alone"),
        (("attend", "--trap", "no-such-trap"), 1, "no-such-trap"),
        (("attend", "--seed", "one"), 2, "--help"),
        (("attend", "--seed", "-1"), 2, "--help"),
    ],
)
def test_what_cannot_be_run_is_told_in_a_line(
    shell: Shell, argv: tuple[str, ...], code: int, said: str
) -> None:
    result = shell.run("demo", *argv)
    assert result.code == code
    assert said in result.err
    assert "Traceback" not in result.err


def cell_of(shell: Shell, cell: str, *argv: str) -> dict[str, Any]:
    found: dict[str, Any] = steps_of(shell, "--cell", cell, *argv)["cell"]
    return found


def test_a_cell_keeps_the_contract(shell: Shell) -> None:
    found = cell_of(shell, "scaled[1]")
    assert found == {
        "at": "scaled[1]",
        "symbols": "scores[1] / √dₖ",
        "numbers": found["numbers"],
        "value": 12,
        "operands": ["scores[1]", "d_k"],
    }
    assert eval(found["numbers"], {"sqrt": math.sqrt}) == 12
    assert len(steps_of(shell, "--cell", "scaled[1]")["steps"]) == 4


def test_operands_can_be_followed_to_what_was_given(shell: Shell) -> None:
    at = "output[2]"
    while operands := cell_of(shell, at)["operands"]:
        at = operands[0]
    assert at == "scores[0]"
    assert cell_of(shell, at)["value"] == 112


def test_a_cell_is_told_in_lines_after_its_step(shell: Shell) -> None:
    lines = shell.run("demo", "attend", "--plain", "--cell", "scaled[1]").out.splitlines()
    assert any(line.startswith("1. scaled: ") for line in lines)
    assert not any(line.startswith("2. ") for line in lines)
    start = lines.index("scaled[1]")
    assert lines[start + 1] == "   S′[1] = scores[1] / √dₖ"
    assert lines[-2].endswith("= 12")
    assert lines[-1] == "   made from: scores[1], d_k"


def test_a_cell_of_an_input_is_said_to_be_given(shell: Shell) -> None:
    lines = shell.run("demo", "attend", "--plain", "--cell", "scores[0]").out.splitlines()
    assert lines[-1] == "scores[0] is given: 112"
    assert not any(line.startswith("1. ") for line in lines)
    korean = shell.run("demo", "attend", "--cell", "scores[0]", TUTOR_LANG="ko").out
    assert "주어진 값" in korean.splitlines()[-1]


FRACTIONS = """\
\"\"\"Shares. A book.\"\"\"

from typing import Literal

from tutor.demo import Array, Step, Steps


def fractions(x: Array, n: Array, *, of: Literal["n", "sum"] = "n") -> Steps:
    total = n if of == "n" else x.sum()
    part = yield Step("part", "P", "x / n", x / total)
    yield Step("double", "D", "2 P", 2 * part)
"""
FRACTIONS_WORDS = """\
title: {en: Shares, ko: 몫}
inputs:
  n: {means: {en: the divisor, ko: 나누는 수}, whole: true, least: 1, most: 8}
steps:
  part: {en: A part., ko: 몫입니다.}
  double: {en: Twice., ko: 두 배입니다.}
examples:
  - inputs: {x: [2, 4], n: 4}
draw:
  x: {integers: [1, 9], shape: [3]}
  n: {integers: [1, 8]}
traps:
  - id: times
    at: part
    value: x * n
    say: {en: you multiplied, ko: 곱했습니다}
  - id: by-sum
    with: {of: sum}
    say: {en: you divided by the sum, ko: 합으로 나누었습니다}
"""


@pytest.fixture
def own(shell: Shell) -> Shell:
    """The learner's pack holds the demo `fractions`."""
    demos = shell.home / "pack" / "demos"
    demos.mkdir(parents=True)
    (demos / "fractions.py").write_text(FRACTIONS, encoding="utf-8")
    (demos / "fractions.yaml").write_text(FRACTIONS_WORDS, encoding="utf-8")
    return shell


def fractions(shell: Shell, *argv: str) -> dict[str, Any]:
    result = shell.run("demo", "fractions", "--json", *argv)
    assert result.code == 0, result.err
    found: dict[str, Any] = json.loads(result.out)
    return found


INVERSE = """\
from tutor.demo import Array, Step, Steps


def inverse(x: Array) -> Steps:
    y = yield Step("inverse", "y", "1 / x", 1 / x)
    yield Step("none", "n", "y - y", y - y)
"""


def test_what_is_not_finite_is_written_as_text(own: Shell) -> None:
    (own.home / "pack" / "demos" / "inverse.py").write_text(INVERSE, encoding="utf-8")
    for cell, value in (("inverse[0]", "inf"), ("inverse[1]", "-inf"), ("none[0]", "nan")):
        argv = ("demo", "inverse", "--json", "--set", "x=[0.0, -0.0]", "--cell", cell)
        found = json.loads(own.run(*argv).out)
        assert found["steps"][0]["value"] == ["inf", "-inf"]
        assert found["cell"]["value"] == value
    assert found["cell"]["numbers"] == "inf - inf"


def test_a_trap_is_followed_to_the_end(own: Shell) -> None:
    found = fractions(own, "--trap", "times")
    assert found["trap"] == "times"
    assert [step["value"] for step in found["steps"]] == [[8, 16], [16, 32]]
    found = fractions(own, "--trap", "by-sum")
    assert found["conventions"] == {"of": "sum"}
    assert found["steps"][0]["value"] == pytest.approx([1 / 3, 2 / 3])


def test_a_cell_of_a_trap_is_explained_as_the_trap_made_it(own: Shell) -> None:
    cell = fractions(own, "--trap", "times", "--cell", "part[0]")["cell"]
    assert (cell["value"], cell["operands"]) == (8, ["x[0]", "n"])


def test_a_trap_is_told_with_where_it_first_shows(own: Shell) -> None:
    lines = own.run("demo", "fractions", "--plain", "--trap", "times").out.splitlines()
    assert "Trap times: you multiplied" in lines
    shown = [line for line in lines if "≠" in line]
    assert shown == ["   ≠ The trap shows first in part[0], which is 8 instead of 0.5."]
    assert lines.index(shown[0]) < next(n for n, line in enumerate(lines) if "2. double" in line)
    lines = own.run("demo", "fractions", "--trap", "times", "--step", "double").out.splitlines()
    assert any(line.startswith("The trap shows first in part[0]") for line in lines)
    korean = own.run("demo", "fractions", "--trap", "times", TUTOR_LANG="ko").out
    assert "함정 times: 곱했습니다" in korean


def test_a_trap_that_changes_nothing_with_these_numbers_says_so(own: Shell) -> None:
    text = own.run("demo", "fractions", "--trap", "times", "--set", "n=1").out
    assert "changes nothing" in text
    assert "≠" not in text


def test_a_trap_that_is_not_there_is_told_with_those_there_are(own: Shell) -> None:
    result = own.run("demo", "fractions", "--trap", "time")
    assert (result.code, "times, by-sum" in result.err) == (1, True)


def test_a_seed_draws_the_same_inputs_each_time(own: Shell) -> None:
    first, again, other = (fractions(own, "--seed", seed)["inputs"] for seed in "778")
    assert first == again != other
    assert len(first["x"]) == 3


def test_what_is_set_goes_before_what_is_drawn(own: Shell) -> None:
    drawn = fractions(own, "--seed", "7")["inputs"]
    assert fractions(own, "--seed", "7", "--set", "n=3")["inputs"] == {**drawn, "n": 3}


def test_a_convention_is_switched_by_set(own: Shell) -> None:
    assert fractions(own, "--set", "of=sum")["conventions"] == {"of": "sum"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("of=both", "n, sum"),
        ("n=9", "1 ≤ n ≤ 8"),
        ("n=1.5", "whole numbers only"),
        ("m=1", "known inputs: x, n, of"),
    ],
)
def test_a_value_that_does_not_fit_is_told_in_a_line(own: Shell, text: str, said: str) -> None:
    result = own.run("demo", "fractions", "--set", text)
    assert result.code == 1
    assert said in result.err
    assert result.err.count("\n") == 1


@pytest.fixture
def openings(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """A terminal on which the player is opened; what it was opened with."""
    found: list[dict[str, Any]] = []

    def open_screen(_: object, **how: Any) -> int:
        found.append(how)
        return 0

    monkeypatch.setattr("tutor.cli.commands.demos.screen_possible", lambda _: True)
    monkeypatch.setattr("tutor.cli.screen.open_screen", open_screen)
    return found


def test_on_a_terminal_the_player_opens_where_it_was_asked_to(
    own: Shell, openings: list[dict[str, Any]]
) -> None:
    assert own.run("demo", "fractions").code == 0
    own.run("demo", "fractions", "--cell", "part[0]", "--trap", "times", "--seed", "3")
    own.run("demo", "fractions", "--set", "n=2", "--step", "double")
    assert [how["demo"] for how in openings] == ["fractions"] * 3
    assert openings[0]["opening"] == {}
    assert openings[1]["opening"] == {"cell": "part[0]", "trap": "times", "seed": 3, "step": ""}
    assert openings[2]["opening"]["step"] == "double"
    assert openings[2]["opening"]["inputs"] == {"x": [2, 4], "n": 2, "of": "n"}


def test_what_cannot_be_opened_is_said_before_the_screen_is(
    own: Shell, openings: list[dict[str, Any]]
) -> None:
    for argv in (("--cell", "none[0]"), ("--trap", "none"), ("--set", "n=9"), ("--step", "none")):
        assert own.run("demo", "fractions", *argv).code == 1
    assert openings == []


def test_text_is_told_on_a_terminal_when_it_was_asked_for(
    own: Shell, openings: list[dict[str, Any]]
) -> None:
    assert "1. part" in own.run("demo", "fractions", "--plain", "--seed", "3").out
    assert openings == []


def test_a_demo_that_cannot_be_drawn_or_trapped_says_so(own: Shell) -> None:
    (own.home / "pack" / "demos" / "fractions.yaml").unlink()
    x = ("--set", "x=[1]", "--set", "n=1")
    result = own.run("demo", "fractions", "--seed", "1", *x)
    assert (result.code, "how its numbers are drawn" in result.err) == (1, True)
    result = own.run("demo", "fractions", "--trap", "times", *x)
    assert (result.code, "has no traps" in result.err) == (1, True)


def test_a_demo_that_cannot_be_traced_still_tells_its_steps(own: Shell) -> None:
    file = own.home / "pack" / "demos" / "fractions.py"
    file.write_text(FRACTIONS.replace("x / total)", "float(x[0]) / total)"), encoding="utf-8")
    assert fractions(own)["steps"][0]["value"] == 0.5
    result = own.run("demo", "fractions", "--cell", "part")
    assert result.code == 1
    assert f"{file}:10: " in result.err


def test_a_strangers_demo_does_not_run(shell: Shell, tmp_path: Any) -> None:
    demos = tmp_path / "pack" / "demos"
    demos.mkdir(parents=True)
    (demos / "theirs.py").write_text("raise SystemExit('ran')\n\ndef f():\n    yield 1\n")
    path = str(tmp_path / "pack")
    assert "theirs" not in shell.run("demo", TUTOR_PATH=path).out
    result = shell.run("demo", "theirs", TUTOR_PATH=path)
    assert result.code == 1
    assert "not trusted" in result.err


PRINTS = """\
from tutor.demo import Array, Step, Steps

print("loading")


def prints(x: Array = [1.0, 2.0], n: Array = 3) -> Steps:
    print("running")
    yield Step("y", "y", "n x", n * x)
"""


def write_demo(own: Shell, name: str, text: str) -> None:
    (own.home / "pack" / "demos" / f"{name}.py").write_text(text, encoding="utf-8")


def test_what_a_demo_prints_comes_once_and_apart_from_the_output(own: Shell) -> None:
    write_demo(own, "prints", PRINTS)
    for argv in (("--json",), ("--json", "--cell", "y[0]")):
        result = own.run("demo", "prints", *argv)
        assert json.loads(result.out)["steps"][0]["value"] == [3, 6]
        assert result.err.splitlines().count("running") == 1
    assert "running" not in own.run("demo", "prints", "--plain").out


def test_nothing_that_a_demo_prints_lies_over_the_screen(
    own: Shell, openings: list[dict[str, Any]]
) -> None:
    write_demo(own, "prints", PRINTS)
    result = own.run("demo", "prints", "--step", "y")
    assert len(openings) == 1
    assert "running" not in result.out + result.err


def test_inputs_by_default_are_told_as_given_ones(own: Shell) -> None:
    write_demo(own, "prints", PRINTS)
    for argv in ((), ("--cell", "y[0]")):
        found = json.loads(own.run("demo", "prints", "--json", *argv).out)
        assert found["inputs"] == {"x": [1, 2], "n": 3}
    assert "x 2\n   1  2\n" in own.run("demo", "prints", "--plain").out


def test_a_broken_demo_hides_no_other(own: Shell) -> None:
    write_demo(own, "broken", "def broken(x:\n")
    result = own.run("demo", "--json")
    titles = {demo["name"]: demo["title"] for demo in json.loads(result.out)["demos"]}
    assert (result.code, titles["broken"]) == (0, "")
    assert titles["attend"]
    assert "broken.py:1: " in result.err
    assert result.err.count("\n") == 1
    lines = own.run("demo").out.splitlines()
    assert "broken" in lines
    assert any(line.startswith("attend ") for line in lines)


def test_a_file_that_is_no_demo_says_what_it_lacks(own: Shell) -> None:
    write_demo(own, "forgot", "def forgot(x):\n    return x\n")
    result = own.run("demo", "forgot")
    assert result.code == 1
    assert "forgot.py: " in result.err
    assert "that yields steps" in result.err


@pytest.mark.parametrize("text", ["x=1e400", "x=[1, .inf]", "x=.nan"])
def test_numbers_that_are_not_finite_are_named_as_such(own: Shell, text: str) -> None:
    result = own.run("demo", "fractions", "--set", text)
    assert result.code == 1
    assert "infinite" in result.err


def test_a_text_for_an_input_of_numbers_is_told_so(own: Shell) -> None:
    result = own.run("demo", "fractions", "--set", "x=nonsense")
    assert (result.code, "give numbers" in result.err) == (1, True)


def test_a_crash_on_the_screen_leaves_a_report_and_one_line(
    own: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tutor.ui.app import TutorApp
    from tutor.ui.screens.player import PlayerPage

    def broken(_: object) -> Any:
        raise ZeroDivisionError("a mistake")

    monkeypatch.setattr("tutor.cli.commands.demos.screen_possible", lambda _: True)
    monkeypatch.setattr(TutorApp, "run", partialmethod(TutorApp.run, headless=True))
    monkeypatch.setattr(PlayerPage, "compose", broken)
    result = own.run("demo", "fractions")
    assert (result.code, result.out) == (1, "")
    assert len(result.err.splitlines()) == 1
    report = next(own.home.glob("crash-*.txt"))
    assert str(report) in result.err
    assert "ZeroDivisionError: a mistake" in report.read_text(encoding="utf-8")
