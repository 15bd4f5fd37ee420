"""What `check` finds by running the demos of a pack, and that it runs nothing it must not."""

from pathlib import Path

import pytest

from tutor.core.faults import Severity
from tutor.packs import Pack, check
from tutor.words.faults import fault_parts, fault_sentence

CODE = """import numpy as np
from tutor.demo import Array, Step, Steps

def scale(x: Array, d: Array, *, root: bool = True) -> Steps:
    scaled = yield Step("scaled", "S", "x / d", x / (np.sqrt(d) if root else d))
    yield Step("total", "t", "sum", scaled.sum(axis=-1))
"""
HEAD = """title: Scale
conventions: {rows: one row, root: the root is taken}
inputs: {d: {whole: true, least: 1}}
steps: {scaled: why, total: why}
"""
EXAMPLES = """examples:
  - inputs: {x: [1, 2], d: 4}
    expect: {scaled: [0.5, 1]}
"""
DRAW = """draw:
  n: {integers: [2, 3]}
  x: {integers: [-4, 4], shape: [n]}
  d: {choose: [4, 16]}
  where: [x != 0]
"""
TRAPS = """traps:
  - id: no-root
    at: scaled
    value: x / d
    say: no root
  - id: convention
    with: {root: false}
    say: no root
"""
SOUND = HEAD + EXAMPLES + DRAW + TRAPS


def told(folder: Path, words: str, code: str = CODE, trusted: bool = True) -> list[str]:
    demos = folder / "demos"
    demos.mkdir(exist_ok=True)
    (demos / "scale.py").write_text(code, encoding="utf-8")
    (demos / "scale.yaml").write_text(words, encoding="utf-8")
    faults = check([Pack("own", folder, trusted=trusted)])
    for fault in faults:
        assert "{" not in fault_sentence(fault, "en")
        assert "{" not in fault_sentence(fault, "ko")
        assert all(fault_parts(fault, "ko"))
    return [f"{f.place.line}:{f.place.column} {f.code}" for f in faults]


def test_a_sound_demo_is_left_in_peace(tmp_path: Path) -> None:
    assert told(tmp_path, SOUND) == []
    assert told(tmp_path, HEAD + DRAW + TRAPS) == []
    assert told(tmp_path, HEAD) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("{scaled: why,", "{scald: why,", "4:9 unknown-step"),
        ("expect: {scaled:", "expect: {scald:", "7:14 unknown-step"),
        ("steps:", "pictures: {totl: curve}\nsteps:", "4:12 unknown-step"),
        ("at: scaled", "at: scald", "15:9 unknown-step"),
        ("inputs: {d: {", "inputs: {dd: {", "3:10 unknown-argument"),
        ("root: the", "rot: the", "2:30 unknown-argument"),
        ("with: {root:", "with: {rot:", "19:12 unknown-argument"),
        ("d: 4}", "d: 4, e: 1}", "6:13 example-fails"),
        ("d: 4}", "d: 0}", "6:13 example-fails"),
        ("x: [1, 2]", "x: [[1, 2], [3]]", "6:13 example-fails"),
        ("choose: [4, 16]", "choose: [0.5]", "9:3 draw-fails"),
        ("  d: {choose: [4, 16]}\n", "", "9:3 draw-fails"),
        ("[2, 3]", "[3, 1]", "9:17 draw-bounds"),
        ("[-4, 4]", "[n, 1]", "10:6 draw-bounds"),
        ("[x != 0]", "[x > -9, x > 4]", "12:19 draw-condition"),
        ("[x != 0]", "[1 / 0 > n]", "12:11 expression-fails"),
        ("  n: {i", "  m: {value: 1}\n  n: {i", "9:3 draw-unused"),
        ("value: x / d", "value: y / d", "16:12 expression-name"),
        ("value: x / d", "value: sqr(x)", "16:12 expression-function"),
        ("value: x / d", "value: x[0] / d", "14:5 trap-fails"),
        ("value: x / d", "value: x / d**0.5", "14:5 trap-same"),
        ("{root: false}", "{root: true}", "18:5 trap-same"),
        ("{root: false}", "{root: maybe}", "18:5 trap-fails"),
    ],
)
def test_each_fault_is_told_at_its_line(tmp_path: Path, old: str, new: str, fault: str) -> None:
    assert old in SOUND
    assert told(tmp_path, SOUND.replace(old, new, 1)) == [fault]


def test_code_that_cannot_be_loaded_or_traced_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, SOUND, "import numpy\ndef (") == ["2:1 demo-fails"]
    changed = CODE.replace("x / (np.sqrt(d) if root else d)", "x / float(d)")
    assert "6:13 example-fails" in told(tmp_path, SOUND, changed)


def test_a_fault_says_what_the_demo_complained_of_in_each_language(tmp_path: Path) -> None:
    told(tmp_path, SOUND.replace("d: 4}", "d: 0}", 1))
    (fault,) = check([Pack("own", tmp_path, trusted=True)])
    said, cure = fault_parts(fault, "en")
    assert said == "the example does not run: the input `d` holds 0"
    assert cure == "give d ≥ 1"
    assert "입력" in fault_parts(fault, "ko")[0]


def test_the_demos_of_a_pack_that_is_not_trusted_are_not_run(tmp_path: Path) -> None:
    flag = tmp_path / "ran"
    code = f"from pathlib import Path\nPath({str(flag)!r}).touch()\n{CODE}"
    assert told(tmp_path, SOUND.replace("at: scaled", "at: scald"), code, trusted=False) == []
    assert not flag.exists()
    told(tmp_path, SOUND, code)
    assert flag.exists()


def test_words_without_a_demo_and_a_demo_without_words(tmp_path: Path) -> None:
    told(tmp_path, SOUND)
    (tmp_path / "demos" / "scale.yaml").rename(tmp_path / "demos" / "scael.yaml")
    (fault,) = check([Pack("own", tmp_path, trusted=True)])
    assert (fault.code, fault.details["near"]) == ("demo-without-code", "scale")
    (tmp_path / "demos" / "scael.yaml").unlink()
    assert check([Pack("own", tmp_path, trusted=True)]) == []


def test_a_quantity_that_serves_nothing_is_only_a_hint(tmp_path: Path) -> None:
    told(tmp_path, SOUND.replace("  n: {i", "  m: {value: 1}\n  n: {i"))
    (fault,) = check([Pack("own", tmp_path, trusted=True)])
    assert fault.severity is Severity.HINT


def test_code_without_words_is_traced_on_its_defaults(tmp_path: Path) -> None:
    demos = tmp_path / "demos"
    demos.mkdir()
    code = "from tutor.demo import Array, Step, Steps\n\ndef bare(x: Array = 2.0) -> Steps:\n"
    (demos / "bare.py").write_text(code + "    yield Step('y', 'y', 'x', float(x))\n")
    (fault,) = check([Pack("own", tmp_path, trusted=True)])
    assert (fault.code, fault.place.line) == ("demo-fails", 4)
    assert fault.details["problem.code"] == "untraceable_number"
    (demos / "bare.py").write_text(code + "    yield Step('y', 'y', 'x', 2 * x)\n")
    assert check([Pack("own", tmp_path, trusted=True)]) == []


@pytest.mark.parametrize(
    ("formula", "code"), [(r"\squirt{x}", "unknown-tex"), (r"\frac x", "malformed-tex")]
)
def test_tex_that_cannot_be_set_is_told_at_the_line_of_its_step(
    tmp_path: Path, formula: str, code: str
) -> None:
    changed = CODE.replace('"x / d", x', f'r"{formula}", x')
    assert changed != CODE
    assert told(tmp_path, SOUND, changed) == [f"5:1 {code}"]
