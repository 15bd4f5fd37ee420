"""What an author is told of what a demo explains, and of the traps that its draws expose."""

from pathlib import Path

from tutor.core.live import Cause
from tutor.packs import Pack, open_library
from tutor.packs.findings import DRAWS, Finding, findings
from tutor.packs.outlines import Demos

CODE = """import numpy as np
from tutor.demo import Array, Step, Steps

def scale(x: Array, d: Array) -> Steps:
    root = yield Step("root", "r", r"\\sqrt{d}", np.sqrt(d))
    scaled = yield Step("scaled", "S", "x / r", x / root)
    yield Step("total", "t", "sum", scaled.sum(axis=-1))
    yield Step("name", "n", "word", np.where(scaled > 0, "up", "down"))
"""
WORDS = """title: Scale
steps: {root: why, scaled: why, total: why, name: why}
draw:
  x: {reals: [1, 9], decimals: 1, shape: [3]}
  d: {choose: [4, 9, 16]}
traps:
  - id: no-root
    at: root
    value: d
    say: You took no root.
  - id: nowhere
    at: total
    value: sum(scaled) * 1.00000000001
    say: Nearly.
"""


def found(folder: Path, cards: str = "") -> list[Finding]:
    for name, text in (("scale.py", CODE), ("scale.yaml", WORDS)):
        (folder / "demos").mkdir(exist_ok=True)
        (folder / "demos" / name).write_text(text, encoding="utf-8")
    if cards:
        (folder / "content").mkdir()
        (folder / "content" / "c.yaml").write_text(f"demo: scale\n{cards}", encoding="utf-8")
    library = open_library([Pack("own", folder, trusted=True)], None)
    return [*findings(library, Demos(library.packs))]


def test_every_step_of_numbers_is_looked_at_where_no_card_asks_yet(tmp_path: Path) -> None:
    (finding,) = found(tmp_path)
    assert [(step.step, step.cards) for step in finding.steps] == [
        ("root", ()),
        ("scaled", ()),
        ("total", ()),
    ]


def test_only_the_steps_that_cards_ask_are_looked_at_and_as_they_ask(tmp_path: Path) -> None:
    cards = "cards:\n  - id: far\n    ask: From @{x} and @{d}?\n    live: scaled\n    cells: one\n"
    (finding,) = found(tmp_path, cards)
    (step,) = finding.steps
    assert (step.step, step.cards) == ("scaled", ("c/far",))
    assert step.numbers.shape == ()
    assert step.traps == {"no-root": DRAWS}


def test_wrong_answers_are_counted_by_what_they_are_told(tmp_path: Path) -> None:
    (finding,) = found(tmp_path)
    steps = {step.step: step for step in finding.steps}
    scaled = steps["scaled"]
    assert scaled.tried > 5
    assert scaled.named + scaled.offered <= scaled.tried
    assert scaled.named > scaled.tried / 2
    causes = [answer.diagnosis.explanations[0].cause for answer in scaled.answers]
    assert Cause.EDIT in causes
    assert len({answer.typed for answer in scaled.answers}) == len(scaled.answers) <= 3


def test_a_trap_that_no_draw_exposes_is_seen_to_be_one(tmp_path: Path) -> None:
    (finding,) = found(tmp_path)
    total = finding.steps[-1]
    assert total.traps["nowhere"] == 0
    root = finding.steps[0]
    assert root.traps == {"no-root": DRAWS}
    assert root.answers[0].diagnosis.explanations[0].trap == "no-root"


def test_nothing_is_found_of_packs_that_are_bundled_or_not_trusted(tmp_path: Path) -> None:
    found(tmp_path)
    for pack in (Pack("bundled", tmp_path, trusted=True), Pack("far", tmp_path, trusted=False)):
        library = open_library([pack], None)
        assert [*findings(library, Demos(library.packs))] == []
