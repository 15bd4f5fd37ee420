"""What would take the tutor down with it is found in a process of its own, at its line."""

import os
import signal
from pathlib import Path

import pytest

from tutor.demo import DemoError
from tutor.packs import Pack, check, rehearsing
from tutor.packs.rehearsed import Rehearsed
from tutor.words.demos import demo_sentence

HEAD = "import os, signal\nimport numpy as np\nfrom tutor.demo import Array, Step, Steps\n\n"
DEMO = (
    HEAD
    + "def {name}(x: Array = 2.0) -> Steps:\n    {body}\n    yield Step('y', 'y', '2 x', 2 * x)\n"
)
BODIES = {
    "sound": "pass",
    "prints": "os.write(1, b'{\"begun\": 1}'); print('so')",
    "raises": "raise ValueError",
    "exits": "os._exit(3)",
    "greedy": "x = x + np.zeros((10**6, 10**6))",
    "after": "pass",
}


def write(folder: Path, **bodies: str) -> Pack:
    demos = folder / "demos"
    demos.mkdir(exist_ok=True)
    for name, body in bodies.items():
        (demos / f"{name}.py").write_text(DEMO.format(name=name, body=body), encoding="utf-8")
    return Pack("own", folder, trusted=True)


def test_each_demo_is_run_and_what_does_harm_is_told_with_its_line(tmp_path: Path) -> None:
    pack = write(tmp_path, **BODIES)
    found = rehearsing.rehearse(pack.demos, list(BODIES))
    harm = {name: (error.code, error.line) for name, error in found.items() if error is not None}
    assert harm == {"exits": ("ends_program", 6), "greedy": ("too_much_memory", 6)}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_a_demo_that_kills_the_process_hides_no_other(tmp_path: Path) -> None:
    pack = write(tmp_path, a="os.kill(os.getpid(), signal.SIGKILL)", b="pass", c="os._exit(1)")
    found = rehearsing.rehearse(pack.demos, ["a", "b", "c"])
    assert found["b"] is None
    assert found["a"] is not None
    assert (found["a"].code, found["a"].details["reason"]) == ("crashes", "SIGKILL")
    assert found["c"] is not None
    assert found["c"].code == "ends_program"
    assert "SIGKILL" in demo_sentence(found["a"], "ko")


def test_what_hangs_inside_a_call_is_killed_and_named(tmp_path: Path) -> None:
    pack = write(tmp_path, a="sum(range(10**13))", b="pass")
    found = rehearsing.rehearse(pack.demos, ["a", "b"], seconds=1.0)
    assert found["a"] is not None
    assert (found["a"].code, found["a"].line) == ("hangs", 6)
    assert Path(found["a"].file).name == "a.py"
    assert found["b"] is None


def test_a_demo_is_run_once_and_again_when_a_file_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []

    def rehearse(folder: Path, names: list[str]) -> dict[str, DemoError | None]:
        ran.append(names)
        harm = DemoError("ends_program", file="a.py", line=6)
        return {name: harm if name == "a" else None for name in names}

    monkeypatch.setattr(rehearsing, "rehearse", rehearse)
    pack = write(tmp_path, a="os._exit(1)", b="pass")
    for _ in range(2):
        Rehearsed(tmp_path / "kept.json").rehearse(pack)
    assert ran == [["a", "b"]]
    rehearsed = Rehearsed(tmp_path / "kept.json")
    assert rehearsed.check(pack, "b")
    with pytest.raises(DemoError) as caught:
        rehearsed.check(pack, "a")
    assert (caught.value.code, caught.value.line) == ("ends_program", 6)
    (pack.demos / "b.yaml").write_text("title: B\n", encoding="utf-8")
    assert not rehearsed.check(pack, "b")
    rehearsed.rehearse(pack)
    rehearsed.rehearse(pack, again=True)
    assert ran[1:] == [["b"], ["a"]]


def test_what_cannot_be_kept_is_still_known_in_this_process(tmp_path: Path) -> None:
    pack = write(tmp_path, b="pass")
    (tmp_path / "kept.json").mkdir()
    rehearsed = Rehearsed(tmp_path / "kept.json")
    assert not rehearsed.check(pack, "b")
    rehearsed.rehearse(pack)
    assert rehearsed.check(pack, "b")


def test_check_tells_of_harm_and_does_not_run_it_here(tmp_path: Path) -> None:
    pack = write(tmp_path, exits="os._exit(3)")
    faults = check([pack], rehearsed=Rehearsed(tmp_path / "kept.json"))
    assert [(fault.code, fault.place.line) for fault in faults] == [("demo-fails", 6)]
    assert faults[0].details["problem.code"] == "ends_program"


def test_an_interrupted_process_says_by_which_signal() -> None:
    assert rehearsing._reason(-signal.SIGTERM) == "SIGTERM"
    assert rehearsing._reason(-250) == "signal 250"
    assert rehearsing._reason(7) == "exit code 7"
