"""Draws, traps, pictures and inputs in a demo's YAML: what is read, and what is said of slips."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.core.faults import Fault
from tutor.core.text import Language, Words
from tutor.demo import DemoWords, Draw, Drawn, InputWords, Trap
from tutor.packs import read_demo_words
from tutor.words.faults import fault_sentence

SOUND = """title: T
inputs:
  n: {means: {en: width, ko: 너비}, whole: true, least: 1, most: 1024}
  x: {means: numbers}
pictures: {weights: image, loss: curve}
draw:
  rows: {integers: [2, 4]}
  scores: {integers: [-6, 6], shape: [rows, 3]}
  d_k: {choose: [4, 16, 64]}
  x: {reals: [-2, 2.5], decimals: 1, shape: [3], distinct: true, sorted: yes}
  y: {reals: [0, rows / 2], digits: 2}
  k: {integers: [1, "rows"]}
  h: {value: k - 1}
  w: {value: [[1, rows], [0.5, 2]]}
  words: {choose: [the, cat], shape: [2]}
  where:
    - rows + 2*k >= d_k
    - scores != 0
traps:
  - id: no-root
    at: scaled
    value: scores / d_k
    say:
      en: You divided by d_k, not by its root.
      ko: 제곱근이 아니라 d_k로 나누었습니다.
  - id: other-z
    with: {z: new, rate: 0.5}
    say: the other convention
"""


def read(tmp_path: Path, text: str) -> tuple[DemoWords | None, list[Fault]]:
    path = tmp_path / "d.yaml"
    path.write_text(text, encoding="utf-8")
    return read_demo_words(path)


def test_everything_a_live_demo_needs_is_read(tmp_path: Path) -> None:
    words, faults = read(tmp_path, SOUND.replace("sorted: yes", "sorted: true"))
    assert faults == []
    assert words == DemoWords(
        title="T",
        inputs={
            "n": InputWords(means=Words(en="width", ko="너비"), whole=True, least=1.0, most=1024.0),
            "x": InputWords(means="numbers"),
        },
        pictures={"weights": "image", "loss": "curve"},
        draw=Draw(
            quantities={
                "rows": Drawn(integers=(2, 4)),
                "scores": Drawn(integers=(-6, 6), shape=("rows", 3)),
                "d_k": Drawn(choose=(4, 16, 64)),
                "x": Drawn(reals=(-2, 2.5), decimals=1, shape=(3,), distinct=True, sorted=True),
                "y": Drawn(reals=(0, "rows / 2"), digits=2),
                "k": Drawn(integers=(1, "rows")),
                "h": Drawn(value="k - 1"),
                "w": Drawn(value=[[1, "rows"], [0.5, 2]]),
                "words": Drawn(choose=("the", "cat"), shape=(2,)),
            },
            where=("rows + 2*k >= d_k", "scores != 0"),
        ),
        traps=(
            Trap(
                id="no-root",
                at="scaled",
                value="scores / d_k",
                say=Words(
                    en="You divided by d_k, not by its root.",
                    ko="제곱근이 아니라 d_k로 나누었습니다.",
                ),
            ),
            Trap(id="other-z", arguments={"z": "new", "rate": 0.5}, say="the other convention"),
        ),
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("inputs: {n: {wholly: true}}", "2:14 unknown-key"),
        ("inputs: {n: {least: 3, most: 1}}", "2:21 input-range"),
        ("pictures: {a: imag}", "2:15 unknown-picture"),
        ("pictures: {a: [image]}", "2:15 unknown-picture"),
        ("pictures: [image]", "2:11 not-a-mapping"),
        ("draw: 3", "2:7 not-a-mapping"),
        ("draw: {}", "2:7 draw-empty"),
        ("draw: {where: [1 < 2]}", "2:7 draw-empty"),
        ("draw: {a-b: {value: 1}}", "2:8 draw-name"),
        ("draw: {lambda: {value: 1}}", "2:8 draw-name"),
        ("draw: {a: 3}", "2:11 not-an-object"),
        ("draw: {a: {}}", "2:11 draw-ways"),
        ("draw: {a: {integers: [1, 2], choose: [1]}}", "2:11 draw-ways"),
        ("draw: {a: {integer: [1, 2]}}", "2:12 unknown-key"),
        ("traps: [{id: a, at: b, valu: x, say: s}]", "2:24 unknown-key"),
        ("draw: {a: {integers: [1, 2], decimals: 1}}", "2:30 draw-stray-key"),
        ("draw: {a: {value: 1, shape: [2]}}", "2:22 draw-stray-key"),
        ("draw: {a: {integers: 3}}", "2:22 draw-two-bounds"),
        ("draw: {a: {reals: [1, 2, 3]}}", "2:19 draw-two-bounds"),
        ("draw: {a: {integers: [3, 1]}}", "2:22 draw-bounds"),
        ("draw: {a: {integers: [true, 1]}}", "2:23 draw-number"),
        ("draw: {a: {integers: [[1], 1]}}", "2:23 draw-number"),
        ("draw: {a: {value: {b: 1}}}", "2:19 draw-number"),
        ("draw: {a: {value: ~}}", "2:19 draw-number"),
        ("draw: {a: {value: .nan}}", "2:19 not-finite"),
        ("draw: {a: {choose: []}}", "2:20 not-a-list"),
        ("draw: {a: {choose: [1, .inf]}}", "2:24 not-finite"),
        ("draw: {a: {choose: [1, b], shape: [2], sorted: true}}", "2:20 draw-sorted"),
        ("draw: {a: {choose: [[1], [2]], shape: [2], sorted: true}}", "2:20 draw-sorted"),
        ("draw: {a: {integers: [1, 2], shape: []}}", "2:37 not-a-list"),
        ("draw: {a: {integers: [1, 2], shape: 3}}", "2:37 not-a-list"),
        ("draw: {a: {integers: [1, 2], distinct: true}}", "2:30 draw-needs-shape"),
        ("draw: {a: {integers: [1, 2], shape: [2], distinct: 1}}", "2:52 not-true-or-false"),
        ("draw: {a: {reals: [1, 2], decimals: 1.5}}", "2:37 not-so-many"),
        ("draw: {a: {reals: [1, 2], digits: 0}}", "2:35 not-so-many"),
        ("draw: {a: {reals: [1, 2], decimals: 2, digits: 2}}", "2:40 draw-precision"),
        ("draw: {a: {value: 1 +}}", "2:21 expression-syntax"),
        ("draw: {a: {value: '1 + + ?'}}", "2:26 expression-syntax"),
        ("draw: {a: {value: 2 ^ 3}}", "2:19 expression-caret"),
        ("draw: {a: {value: b}, b: {value: 1}}", "2:19 expression-name"),
        ("draw: {a: {value: sofmax(1)}}", "2:19 expression-function"),
        ("draw: {a: {integers: [1, n]}}", "2:26 expression-name"),
        ("draw: {a: {value: 1}, where: a > 0}", "2:30 not-a-list"),
        ("draw: {a: {value: 1}, where: [[a > 0]]}", "2:31 not-a-text"),
        ("draw: {a: {value: 1}, where: [aa > 0]}", "2:31 expression-name"),
        ("traps: {a: 1}", "2:8 not-a-list"),
        ("traps: [a]", "2:9 not-an-object"),
        ("traps: [{at: a, value: x, say: s}]", "2:9 missing-key"),
        ("traps: [{id: a, at: a, value: x}]", "2:9 missing-key"),
        ("traps: [{id: No Root, at: a, value: x, say: s}]", "2:14 trap-id"),
        ("traps: [{id: a, at: b, value: x, with: {z: 1}, say: s}]", "2:9 trap-ways"),
        ("traps: [{id: a, say: s}]", "2:9 trap-ways"),
        ("traps: [{id: a, value: x, say: s}]", "2:17 trap-without-step"),
        ("traps: [{id: a, at: b, with: {z: 1}, say: s}]", "2:17 trap-stray-step"),
        ("traps: [{id: a, with: {}, say: s}]", "2:23 not-a-mapping"),
        ("traps: [{id: a, with: {z: .inf}, say: s}]", "2:27 not-finite"),
        ("traps: [{id: a, at: b, value: x.sum(), say: s}]", "2:31 expression-attribute"),
        ("traps: [{id: a, at: b, value: [x], say: s}]", "2:31 not-a-text"),
        ("traps: [{id: a, at: b, value: x, say: {de: s}}]", "2:40 text-key-flow"),
        ("traps: [{id: a, at: b, value: x, sai: s, say: s}]", "2:34 unknown-key"),
        (
            "traps:\n  - {id: a, at: b, value: x, say: s}\n  - {id: a, at: b, value: y, say: s}",
            "4:10 same-trap",
        ),
    ],
)
def test_each_slip_is_told_at_its_place_in_both_languages(
    tmp_path: Path, text: str, fault: str
) -> None:
    _, faults = read(tmp_path, f"title: T\n{text}\n")
    assert [f"{f.place.line}:{f.place.column} {f.code}" for f in faults] == [fault]
    languages: tuple[Language, ...] = ("en", "ko")
    for language in languages:
        sentence = fault_sentence(faults[0], language)
        assert "something is wrong" not in sentence
        assert "잘못된 곳" not in sentence
        assert "{" not in sentence.replace("{integers: [1, 9]}", "").replace("{ }", "")


def test_a_broken_trap_does_not_cost_the_others_nor_a_broken_rule_the_words(
    tmp_path: Path,
) -> None:
    words, faults = read(tmp_path, SOUND.replace("no-root", "No Root"))
    assert {fault.code for fault in faults} == {"trap-id", "not-true-or-false"}
    assert words is not None
    assert [trap.id for trap in words.traps] == ["other-z"]
    assert words.draw is None
    assert words.pictures == {"weights": "image", "loss": "curve"}


WORDS = st.sampled_from(
    [
        *("\n", "  ", "- ", ": ", "{", "}", "[", "]", ", ", "'", '"', "|\n", ">\n", "~", "a", "b"),
        *(
            "integers",
            "reals",
            "choose",
            "value",
            "shape",
            "decimals",
            "digits",
            "distinct",
            "n - 1",
        ),
        *(
            "sorted",
            "where",
            "id",
            "at",
            "with",
            "say",
            "en",
            "1",
            "-2.5",
            "true",
            ".nan",
            "[1, 2]",
        ),
    ]
)


@settings(deadline=None)
@given(
    st.sampled_from(
        ["draw:\n  a: ", "traps:\n  - id: ", "draw: {a: ", "pictures: ", "inputs: {x: "]
    ),
    st.lists(WORDS, max_size=30).map("".join),
)
def test_no_draw_or_trap_ends_in_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, begun: str, text: str
) -> None:
    _, faults = read(tmp_path_factory.getbasetemp(), f"title: T\n{begun}{text}\n")
    for fault in faults:
        assert "\n" not in fault_sentence(fault, "ko")


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(SOUND)), st.integers(0, 12), WORDS)
def test_no_changed_file_ends_in_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, at: int, length: int, new: str
) -> None:
    read(tmp_path_factory.getbasetemp(), SOUND[:at] + new + SOUND[at + length :])
