import json
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


def test_what_is_not_finite_is_written_as_text(shell: Shell) -> None:
    found = steps_of(shell, "--set", "d_k=0", "--set", "scores=[1, -1]", "--step", "scaled")
    assert found["steps"][0]["value"] == ["inf", "-inf"]


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
    ],
)
def test_what_cannot_be_run_is_told_in_a_line(
    shell: Shell, argv: tuple[str, ...], code: int, said: str
) -> None:
    result = shell.run("demo", *argv)
    assert result.code == code
    assert said in result.err
    assert "Traceback" not in result.err


def test_a_strangers_demo_does_not_run(shell: Shell, tmp_path: Any) -> None:
    demos = tmp_path / "pack" / "demos"
    demos.mkdir(parents=True)
    (demos / "theirs.py").write_text("raise SystemExit('ran')\n\ndef f():\n    yield 1\n")
    path = str(tmp_path / "pack")
    assert "theirs" not in shell.run("demo", TUTOR_PATH=path).out
    result = shell.run("demo", "theirs", TUTOR_PATH=path)
    assert result.code == 1
    assert "not trusted" in result.err
