"""Live cards tried by `check`: on a pack's own one-file demo, and on demos with words and traps."""

from pathlib import Path

import pytest

from tests.packs.test_library import pack
from tutor.core.faults import Fault, Severity
from tutor.core.live import Numbers
from tutor.demo import load
from tutor.live.asking import ask
from tutor.packs import Pack, check, open_library
from tutor.packs.trying import SEEDS, Trials
from tutor.words.faults import fault_parts

CODE = """import numpy as np
from tutor.demo import Array, Step, Steps

def lens(f: Array, g: Array, *, unit: str = "m") -> Steps:
    sharp = yield Step("power", "D", "1 / f", 1 / f)
    far = yield Step("far", "b", "1 / (D - 1/g)", 1 / (sharp - 1 / g))
    yield Step("turned", "t", "b > 0", far > 0)
    yield Step("named", "w", "real?", np.where(far > 0, "real", "virtual"))
    yield Step("none", "n", "0 b", 0 * far)
"""
DRAW = "draw: {f: {choose: [2, 4, 5]}, g: {integers: [6, 20]}}"
SOUND = f"""title: Lenses
demo: lens
cards:
  - id: image
    ask: A lens of @{{f}} m, a thing @{{g}} m away, hence @{{power}}. Where is its image?
    live: far
    {DRAW}
  - id: by-hand
    live: [power, far]
    {DRAW}
  - id: law
    formula: far
    {DRAW}
"""


def faults_of(root: Path, content: str, words: str = "", trusted: bool = True) -> list[Fault]:
    pack(root, {"lens.yaml": content})
    (root / "demos").mkdir(exist_ok=True)
    (root / "demos" / "lens.py").write_text(CODE, encoding="utf-8")
    if words:
        (root / "demos" / "lens.yaml").write_text(words, encoding="utf-8")
    faults = check([Pack("own", root, trusted=trusted)])
    for fault in faults:
        for language in ("en", "ko"):
            assert all(fault_parts(fault, language))
            assert "{" not in "".join(fault_parts(fault, language)).replace("@{", "")
    return faults


def told(faults: list[Fault]) -> list[tuple[int, str, str]]:
    return [(fault.place.line, fault.card, fault.code) for fault in faults]


def card(body: str) -> str:
    return f"demo: lens\ncards:\n  - {{id: a, {body}, {DRAW}}}\n"


def test_a_demo_of_one_file_has_live_cards_with_a_draw_of_their_own(tmp_path: Path) -> None:
    assert faults_of(tmp_path, SOUND) == []
    library = open_library([Pack("own", tmp_path, trusted=True)], None)
    assert [*library.items] == ["lens/image", "lens/power", "lens/far", "lens/law"]
    image = library.items["lens/image"].card
    numbers = ask(load(tmp_path / "demos", "lens"), "far", 7, draw=image.draw, shown=["power"])
    assert isinstance(numbers, Numbers)
    assert numbers.given == {"power": round(1 / numbers.inputs["f"], 4)}
    assert numbers.key == pytest.approx([1 / (numbers.given["power"] - 1 / numbers.inputs["g"])])


def test_how_much_was_tried_is_told(tmp_path: Path) -> None:
    faults_of(tmp_path, SOUND)
    reports: list[Trials] = []
    check([Pack("own", tmp_path, trusted=True)], report=reports.append)
    (trials,) = reports
    assert (trials.cards, trials.draws) == (4, 4 * SEEDS)
    assert 0 < trials.seconds < 60


@pytest.mark.parametrize(
    ("body", "code", "names"),
    [
        ("live: fra", "unknown-step", {"near": "far"}),
        ("formula: fra", "unknown-step", {"near": "far"}),
        ("live: named", "live-words", {"step": "named"}),
        ("live: turned", "live-truths", {"step": "turned"}),
        ("formula: named", "live-words", {"step": "named"}),
        ("live: power, ask: '@{h}'", "placeholder-unknown", {"known": "f, g, unit"}),
        ("live: far, because: '@{pwer}'", "placeholder-unknown", {"near": "power"}),
        ("live: far, hint: '@{far}'", "placeholder-later", {"name": "far", "step": "far"}),
    ],
)
def test_what_only_running_shows_is_told_at_the_card(
    tmp_path: Path, body: str, code: str, names: dict[str, str]
) -> None:
    if body.startswith("live"):  # all by itself
        found = faults_of(tmp_path, card(body))
    else:
        text = f"demo: lens\ncards:\n  - {{id: a, {body}}}\n"
        found = faults_of(tmp_path, text, f"title: T\n{DRAW}\n")
    (fault,) = found
    assert (fault.place.line, fault.card, fault.code) == (3, "a", code)
    assert names.items() <= fault.details.items()
    assert fault.severity is Severity.ERROR


def test_a_walk_through_goes_as_the_demo_runs(tmp_path: Path) -> None:
    faults = faults_of(tmp_path, card("live: [far, power]"))
    assert told(faults) == [(3, "far", "walk-order"), (3, "power", "walk-order")]


@pytest.mark.parametrize(
    ("draw", "code"),
    [
        ("f: {integers: [6, 6]}, g: {integers: [6, 6]}", "live-not-finite"),
        ("f: {value: 0}, g: {value: 2}", "live-always-same"),
        ("f: {choose: [[2, 3], [2]]}, g: {value: [7, 8, 9]}", "live-fails"),
        ("f: {integers: [3, h]}, g: {value: 2}, h: {value: 1}", "expression-name"),
        ("f: {integers: [1, 3]}, g: {value: 0.3}, where: [f > 3]", "draw-condition"),
        ("f: {integers: [2, 4]}", "live-fails"),
    ],
)
def test_a_draw_that_makes_no_question_is_told(tmp_path: Path, draw: str, code: str) -> None:
    text = f"demo: lens\ncards:\n  - {{id: a, live: far, draw: {{{draw}}}}}\n"
    assert told(faults_of(tmp_path, text)) == [(3, "a", code)]


def test_a_card_without_any_draw_is_told(tmp_path: Path) -> None:
    assert told(faults_of(tmp_path, "demo: lens\ncards:\n  - {id: a, live: far}\n")) == [
        (3, "a", "draw-none")
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("live: none", "live-always-same"),
        ("live: far, draw: {f: {value: 1}, g: {choose: [9999, 99999]}}", "live-degenerate"),
        ("live: far, draw: {f: {choose: [2, 4]}, g: {integers: [6, 9]}, h: {value: 3}}", ""),
    ],
)
def test_what_will_bore_is_a_hint(tmp_path: Path, body: str, code: str) -> None:
    text = f"demo: lens\ncards:\n  - {{id: a, {body}}}\n"
    words = f"title: T\n{DRAW}\n"
    (fault,) = faults_of(tmp_path, text, words)
    assert (fault.place.line, fault.card) == (3, "a")
    assert fault.code == (code or "draw-unused")
    assert fault.severity is Severity.HINT


def test_a_trap_that_no_seed_exposes_is_hinted_at(tmp_path: Path) -> None:
    words = f"""title: T
{DRAW}
examples: [{{inputs: {{f: 2, g: 6}}}}]
traps:
  - {{id: nearly, at: power, value: 1.00001 / f, say: nearly}}
  - {{id: sum, at: far, value: f + g, say: sum}}
  - {{id: late, at: none, value: 3 + 0*f, say: late}}
"""
    text = "demo: lens\ngenerate: [power]\ncards:\n  - {id: a, live: far}\n"
    faults = faults_of(tmp_path, text, words)
    # At `a` some answers are whole, and these are asked exactly.
    assert told(faults) == [(2, "power", "trap-unexposed")]
    assert faults[0].details["id"] == "nearly"
    assert faults[0].severity is Severity.HINT


def test_the_demos_of_a_pack_that_is_not_trusted_are_not_run(tmp_path: Path) -> None:
    assert faults_of(tmp_path, card("live: named"), trusted=False) == []


def test_a_slow_question_is_a_hint(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tutor.packs.trying.SLOW", 0.0)
    assert {code for *_, code in told(faults_of(tmp_path, SOUND))} == {"live-slow"}


def test_a_file_by_itself_may_ask_for_demos_of_packs_that_are_not_checked(tmp_path: Path) -> None:
    faults_of(tmp_path / "own", SOUND.replace("id: image", "id: im/age"))
    own = Pack("own", tmp_path / "own", trusted=True)
    file = tmp_path / "mine.yaml"
    file.write_text(card("live: named"), encoding="utf-8")
    assert told(check((), [file])) == [(1, "", "unknown-demo")]
    assert told(check((), [file], [own])) == [(3, "a", "live-words")]
