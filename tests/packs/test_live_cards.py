"""Live cards in YAML: read, generated, unfolded into walk-throughs, and told of where they err."""

from pathlib import Path

import pytest

from tests.packs.reading import read, told
from tests.packs.test_library import Counted, pack
from tutor.core.cards import Formula, Live
from tutor.core.draws import Draw, Drawn
from tutor.core.faults import Severity
from tutor.core.text import Words
from tutor.packs import Library, Pack, bundled_root, open_library
from tutor.words.faults import fault_parts, fault_sentence

CODE = """import numpy as np
from tutor.demo import Array, Step, Steps
from .ending import ending

def chain(x: Array, d: Array, *, root: bool = True) -> Steps:
    scaled = yield Step("scaled", "S", "x / d", x / np.sqrt(d))
    total = yield Step("total", "t", "sum", scaled.sum())
    yield from ending(total)
"""
ENDING = """from tutor.demo import Array, Step, Steps

def ending(total: Array) -> Steps:
    yield Step("half", "h", "t / 2", total / 2)
"""
WORDS = """title: Chain
steps: {scaled: why, total: why}
draw:
  n: {integers: [2, 3]}
  x: {integers: [1, 4], shape: [n]}
  d: {choose: [4, 16]}
"""
HEAD = "demo: chain\ncards:\n"


def library_of(root: Path, content: str, words: str = WORDS) -> Library:
    one = pack(root, {"c.yaml": content})
    (root / "demos").mkdir(exist_ok=True)
    (root / "demos" / "chain.py").write_text(CODE, encoding="utf-8")
    (root / "demos" / "ending.py").write_text(ENDING, encoding="utf-8")
    if words:
        (root / "demos" / "chain.yaml").write_text(words, encoding="utf-8")
    return open_library([one], None)


def faults_of(library: Library) -> list[str]:
    return [f"{f.place.line}:{f.place.column} {f.card} {f.code}" for f in library.faults]


def test_a_live_card_is_read_with_all_that_it_may_say() -> None:
    text = """demo: chain
generate: true
cards:
  - id: a
    ask: {en: 'With @{x}?', ko: '@{x}?'}
    live: scaled
    cells: row
    tolerance: 0.01
    unit: m
    draw:
      x: {integers: [-k, k], shape: [n]}
      where: [sum(x) > 0]
  - {id: b, live: [scaled, total]}
  - {id: c, formula: chain.scaled, ask: How?}
"""
    concept, faults = read(text)
    assert faults == []
    assert concept is not None
    assert concept.generate == ("*",)
    assert [item.card for item in concept.items] == [
        Live(
            id="a",
            ask=Words(en="With @{x}?", ko="@{x}?"),
            live=("scaled",),
            cells="row",
            tolerance=0.01,
            unit="m",
            draw=Draw(
                quantities={"x": Drawn(integers=("-k", "k"), shape=("n",))}, where=("sum(x) > 0",)
            ),
        ),
        Live(id="b", live=("scaled", "total")),
        Formula(id="c", formula="chain.scaled", ask="How?"),
    ]


@pytest.mark.parametrize(
    ("value", "steps"),
    [
        ("true", ("*",)),
        ("True", ("*",)),
        ("false", ()),
        ("weights", ("weights",)),
        ("[a, b]", ("a", "b")),
        ("'true'", ("true",)),
    ],
)
def test_what_to_generate_may_be_all_one_or_some(value: str, steps: tuple[str, ...]) -> None:
    concept, faults = read(f"generate: {value}\ncards: []\n")
    assert faults == []
    assert concept is not None
    assert concept.generate == steps


@pytest.mark.parametrize(
    ("card", "code", "at"),
    [
        ("live: []", "live-empty", "[]"),
        ("live: b.c.d", "live-name", "b.c.d"),
        ("live: {b: c}", "not-a-list", "{b"),
        ("live: [b, b]", "walk-step-twice", "b]"),
        ("live: [b, c], was: x/y", "walk-was", "x/y"),
        ("live: b, tolerance: 0", "tolerance-not-positive", "0"),
        ("live: b, cells: rows", "not-one-of", "rows"),
        ("live: b, cells: [row]", "not-one-of", "[row]"),
        ("live: b, draw: {x: {integers: [2, 1]}}", "draw-bounds", "[2"),
        ("live: b, draw: {x: {value: sqr(n)}}", "expression-function", "sqr"),
        ("live: b, draw: {}", "draw-empty", "{}"),
        ("live: b, ask: 'a @{x'", "placeholder-open", "'a"),
        ("formula: b c", "live-name", "b c"),
        ("formula: [b]", "not-a-text", "[b]"),
    ],
)
def test_what_a_card_gets_wrong_by_itself_is_told(card: str, code: str, at: str) -> None:
    line = f"  - {{id: a, {card}}}"
    column = line.index(at) + 1
    assert told(f"cards:\n{line}\n") == [(code, 2, column, "a")]
    (found,) = read(f"cards:\n{line}\n")[1]
    for language in ("en", "ko"):
        assert fault_sentence(found, language).startswith(f"deck.yaml:2:{column}: ")
        assert all(fault_parts(found, language))


def test_a_placeholder_in_another_kind_of_card_stays_and_is_hinted_at() -> None:
    text = "cards:\n  - id: a\n    ask: |\n      One.\n      Two @{x}?\n    answer: b\n"
    (fault,) = read(text)[1]
    assert (fault.code, fault.place.line, fault.severity) == (
        "placeholder-not-live",
        5,
        Severity.HINT,
    )


def test_languages_that_show_different_numbers_are_hinted_at() -> None:
    text = "cards:\n  - {id: a, live: b.c, ask: {en: 'a @{x} @{y}', ko: 'a @{x}'}}\n"
    (fault,) = read(text)[1]
    assert (fault.code, fault.details["names"]) == ("placeholders-differ", "y")
    assert fault.severity is Severity.HINT


# Together with demos


def test_a_live_card_names_its_demo_in_full(tmp_path: Path) -> None:
    library = library_of(
        tmp_path, HEAD + "  - {id: a, live: total}\n  - {id: b, formula: attend.scaled}\n"
    )
    assert library.faults == ()
    assert library.items["c/a"].card == Live(id="a", live=("chain.total",))
    assert library.items["c/b"].card == Formula(id="b", formula="attend.scaled")


def test_steps_become_cards_by_themselves(tmp_path: Path) -> None:
    library = library_of(
        tmp_path, "demo: chain\ngenerate: true\ncards:\n  - {id: own, live: total}\n"
    )
    assert library.faults == ()
    assert [*library.items] == ["c/own", "c/scaled", "c/total"]
    made = library.items["c/scaled"]
    assert made.card == Live(id="scaled", live=("chain.scaled",))
    assert (made.place.line, made.place.column, made.walk) == (2, 11, "")


def test_a_card_with_the_name_of_a_step_replaces_the_generated_one(tmp_path: Path) -> None:
    library = library_of(
        tmp_path,
        "demo: chain\ngenerate: [scaled, half, half]\ncards:\n"
        "  - {id: scaled, live: scaled, hint: h}\n",
    )
    assert library.faults == ()
    assert [*library.items] == ["c/scaled", "c/half"]
    assert library.items["c/scaled"].card.hint == "h"


def test_a_walk_through_is_one_card_a_step(tmp_path: Path) -> None:
    library = library_of(
        tmp_path,
        "demo: chain\ngenerate: [half]\ncards:\n  - {id: a, ask: q, answer: a}\n"
        "  - {id: walk, live: [scaled, total, chain.half]}\n"
        "  - {id: total, live: total, hint: h}\n",
    )
    assert library.faults == ()
    walk = Live(id="walk", live=("chain.scaled", "chain.total", "chain.half"))
    assert [*library.items] == ["c/a", "c/scaled", "c/total", "c/half"]
    assert library.concepts["c"].walks == {"c/walk": walk}
    assert {key: item.walk for key, item in library.items.items()} == {
        "c/a": "",
        "c/scaled": "c/walk",
        "c/total": "c/walk",
        "c/half": "c/walk",
    }
    assert library.items["c/scaled"].card == walk
    assert library.items["c/total"].card == Live(id="total", live=("chain.total",), hint="h")
    assert library.items["c/half"].card == Live(id="half", live=("chain.half",))


def test_a_walk_through_of_a_later_pack_overrides_by_its_id(tmp_path: Path) -> None:
    library_of(tmp_path / "one", HEAD + "  - {id: walk, live: [scaled, total, half]}\n")
    later = pack(
        tmp_path / "two", {"c.yaml": "generate: [half]\ncards:\n  - {id: walk, live: [total]}\n"}
    )
    one = Pack("one", tmp_path / "one", trusted=True)
    library = open_library([one, later], None)
    assert library.faults == ()
    assert [*library.items] == ["c/walk", "c/half"]
    assert library.concepts["c"].walks == {}


CARDS = {
    "unknown demo": ("id: a, live: chian.total", "unknown-demo", "chian"),
    "unknown step": ("id: a, live: totl", "unknown-step", "totl"),
    "unknown step of a walk": ("id: a, live: [scaled, totl]", "unknown-step", "totl"),
    "unknown step of a formula": ("id: a, formula: totl", "unknown-step", "totl"),
    "two demos": ("id: a, live: [scaled, attend.output]", "walk-demos", "attend"),
    "backwards": ("id: a, live: [total, scaled]", "walk-order", "scaled"),
    "named as a step": ("id: scaled, live: [scaled, total]", "walk-named-as-step", "{"),
    "unknown placeholder": ("id: a, live: total, ask: 'y @{y}'", "placeholder-unknown", "'"),
    "its own placeholder": ("id: a, live: total, ask: 'y @{total}'", "placeholder-later", "'"),
    "draw by nothing": ("id: a, live: total, draw: {x: {value: m}}", "expression-name", "{value"),
}


@pytest.mark.parametrize("name", CARDS)
def test_a_card_that_names_what_is_not_there_is_told_and_not_asked(
    tmp_path: Path, name: str
) -> None:
    card, code, at = CARDS[name]
    line = f"  - {{{card}}}"
    sound = "  - {id: z, live: total, ask: '@{x} @{scaled}'}\n"
    library = library_of(tmp_path, f"{HEAD}{line}\n{sound}")
    (fault,) = library.faults
    place = fault.place
    assert (fault.code, place.line, place.column) == (code, 3, line.index(at) + 1)
    assert f"id: {fault.card}," in card
    for language in ("en", "ko"):
        assert all(fault_parts(fault, language))
    assert [*library.items] == ["c/z"]


def test_what_was_meant_is_named(tmp_path: Path) -> None:
    library = library_of(
        tmp_path,
        HEAD + "  - {id: a, live: totl}\n  - {id: b, live: chian.total}\n"
        "  - {id: c, live: total, ask: '@{scald}'}\n",
    )
    assert [fault.details["near"] for fault in library.faults] == ["total", "chain", "scaled"]


def test_a_step_that_the_yaml_passes_over_but_the_code_names_is_no_fault(tmp_path: Path) -> None:
    library = library_of(tmp_path, HEAD + "  - {id: a, live: half, ask: '@{root}'}\n")
    assert library.faults == ()


def test_two_walk_throughs_over_one_step_name_each_other(tmp_path: Path) -> None:
    library = library_of(
        tmp_path,
        HEAD + "  - {id: a, live: [scaled, total]}\n  - {id: b, live: [total, half]}\n",
    )
    assert faults_of(library) == ["4:20 b walk-step-shared"]
    said = fault_sentence(library.faults[0], "ko")
    assert "c.yaml:3 자리의 `a`" in said
    assert [*library.items] == ["c/scaled", "c/total"]


def test_a_walk_through_needs_the_names_of_its_steps(tmp_path: Path) -> None:
    library = library_of(
        tmp_path,
        HEAD + "  - {id: total, ask: q, answer: a}\n  - {id: b, live: [scaled, total]}\n",
    )
    assert faults_of(library) == ["4:28 b walk-step-taken"]
    assert [*library.items] == ["c/total"]


@pytest.mark.parametrize(
    ("head", "fault"),
    [
        ("generate: [total]\n", "1:12  live-without-demo"),
        ("generate: true\n", "1:11  generate-without-demo"),
        ("demo: chain\ngenerate: [scaled, totl]\n", "2:20  unknown-step"),
        ("demo: chian\ngenerate: true\n", "1:7  unknown-demo"),
        ("demo: chian\ngenerate: [a, b]\n", "1:7  unknown-demo"),
        ("demo: ending\ngenerate: true\n", "2:11  generate-no-steps"),
    ],
)
def test_steps_that_cannot_be_generated_are_told(tmp_path: Path, head: str, fault: str) -> None:
    assert faults_of(library_of(tmp_path, head + "cards: []\n")) == [fault]


def test_a_card_without_a_demo_is_told(tmp_path: Path) -> None:
    library = library_of(tmp_path, "cards:\n  - {id: a, live: total}\n")
    assert faults_of(library) == ["2:19 a live-without-demo"]


def test_a_demo_of_a_later_pack_comes_first_and_the_bundled_ones_are_always_there(
    tmp_path: Path,
) -> None:
    library_of(tmp_path, "cards: []\n")
    (tmp_path / "demos" / "gru.py").write_text(ENDING, encoding="utf-8")
    (tmp_path / "demos" / "gru.yaml").write_text("title: T\nsteps: {half: w}\n", "utf-8")
    later = pack(tmp_path, {"c.yaml": HEAD + "  - {id: a, live: gru.half}\n"})
    bundled = Pack("bundled", bundled_root(), trusted=True)
    for packs in ([later], [bundled, later]):
        found = open_library(packs, None).faults
        assert [fault for fault in found if fault.place.file.startswith(str(tmp_path))] == []
    elsewhere = pack(tmp_path / "e", {"d.yaml": "cards:\n  - {id: a, live: gru.hidden}\n"})
    assert open_library([elsewhere], None).faults == ()
    assert [fault.code for fault in open_library([elsewhere, later], None).faults] == [
        "unknown-step"
    ]


def test_the_former_name_of_a_live_card_leads_to_it(tmp_path: Path) -> None:
    library = library_of(tmp_path, HEAD + "  - {id: a, live: total, was: x/y}\n")
    assert library.aliases == {"x/y": "c/a"}


def test_an_unchanged_demo_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = (
        "demo: chain\ngenerate: true\ncards:\n"
        "  - {id: a, live: [total, half], draw: {d: {choose: [1]}}}\n"
    )
    cold = library_of(tmp_path, content)
    cache = Counted()
    assert open_library(cold.packs, cache) == cold
    assert cache.written == 2
    with monkeypatch.context() as patch:
        patch.setattr("tutor.packs.outlines.known_names", None)
        assert open_library(cold.packs, cache) == cold
    changed = WORDS.replace("total: why", "half: why")
    (tmp_path / "demos" / "chain.yaml").write_text(changed, encoding="utf-8")
    assert [*open_library(cold.packs, cache).items] == ["c/total", "c/scaled", "c/half"]
