"""What the check says beyond reading, and the words of demos."""

from pathlib import Path

import pytest

from tutor.core.faults import Fault, Severity
from tutor.core.text import Words
from tutor.demo import DemoWords, Example
from tutor.packs import Pack, check, read_demo_words
from tutor.packs.style import surviving_asterisks
from tutor.words import faults_en, faults_ko
from tutor.words.faults import fault_parts


def checked(tmp_path: Path, text: str, name: str = "p") -> list[Fault]:
    file = tmp_path / "content" / "a.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return check([Pack(name, tmp_path, trusted=True)])


def places(faults: list[Fault]) -> list[tuple[str, int, int, str]]:
    return [(f.code, f.place.line, f.place.column, f.card) for f in faults]


def test_tex_that_cannot_be_set_is_a_fault(tmp_path: Path) -> None:
    text = r"""cards:
  - id: a
    ask: |
      One line,
      and $\nosuch{x}$.
    answer: $\frac{a}$
    hint: it costs $5
    because: "so $x$"
"""
    faults = checked(tmp_path, text)
    assert places(faults) == [
        ("unknown-tex", 5, 1, "a"),
        ("malformed-tex", 6, 13, "a"),
        ("open-dollar", 7, 11, "a"),
        ("tex-in-double-quotes", 8, 14, "a"),
    ]
    assert r"\nosuch" in fault_parts(faults[0], "ko")[0]


def test_emphasis_that_would_show_its_asterisks_is_a_hint(tmp_path: Path) -> None:
    faults = checked(tmp_path, "lesson: |\n  말\n  **어텐션(attention)**은 좋다\ncards: []\n")
    assert places(faults) == [("bold-survives", 3, 1, "")]
    assert faults[0].severity is Severity.HINT


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**어텐션(attention)**은", ["**어텐션(attention)**은"]),
        ("**어텐션**(attention)은 **둘**이다", []),
        ("a **b.** c", []),
        ("말**(x)** y", ["**(x)** "]),
        ("**$x$**는", ["**$x$**는"]),
        ("`**f(x)**은` and 2**3**4", []),
        ("$a**(b)**c$", []),
        ("**open", []),
    ],
)
def test_which_asterisks_survive(text: str, shown: list[str]) -> None:
    assert surviving_asterisks(text) == shown


def test_the_bundled_pack_is_asked_for_both_languages(tmp_path: Path) -> None:
    text = """title: T
facts: {f: {en: F}}
cards:
  - {id: a, ask: {en: q, ko: 질}, answer: softmax}
  - {id: b, ask: Why?, answer: {ko: 답}}
  - {id: c, ask: $x$, number: 1}
"""
    faults = checked(tmp_path, text, "bundled")
    assert places(faults) == [
        ("plain-text-only", 1, 8, ""),
        ("one-language", 2, 12, ""),
        ("plain-text-only", 5, 18, "b"),
        ("one-language", 5, 32, "b"),
    ]
    assert {fault.severity for fault in faults} == {Severity.HINT}
    assert checked(tmp_path, text, "own") == []


def test_a_demo_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "demos").mkdir()
    (tmp_path / "demos" / "attention.py").touch()
    assert checked(tmp_path, "demo: attention\ncards: []\n") == []
    faults = checked(tmp_path, "demo: atention\ncards: []\n")
    assert places(faults) == [("unknown-demo", 1, 7, "")]
    assert faults[0].details["near"] == "attention"


def test_faults_come_in_the_order_of_the_file_and_once(tmp_path: Path) -> None:
    text = "cards:\n  - {ask: q, answer: $\\nope$}\n  - {id: b, ask: q}\n"
    checked(tmp_path, text)
    file = tmp_path / "content" / "a.yaml"
    faults = check([Pack("p", tmp_path, trusted=True)], [file])
    assert places(faults) == [
        ("no-id", 2, 5, ""),
        ("unknown-tex", 2, 22, ""),
        ("no-answer-key", 3, 5, "b"),
    ]


def demo_words(tmp_path: Path, text: str) -> tuple[DemoWords | None, list[str]]:
    path = tmp_path / "d.yaml"
    path.write_text(text, encoding="utf-8")
    words, faults = read_demo_words(path)
    return words, [f"{fault.place.line}:{fault.place.column} {fault.code}" for fault in faults]


def test_a_demos_words_are_read_and_its_values_follow_the_core_schema(tmp_path: Path) -> None:
    words, faults = demo_words(
        tmp_path,
        """title: {en: Attend, ko: 어텐드}
source: V
conventions: {rows: queries}
steps:
  scaled: {en: why, ko: 왜}
examples:
  - inputs: {x: [[1, -2.5], [1e-3, 0x1F]], s: "1", t: yes, u: true, v: ~, w: abc}
    source: p. 3
    expect: {scaled: [[14.0, 12]], z: 0.8808}
""",
    )
    assert faults == []
    assert words == DemoWords(
        title=Words(en="Attend", ko="어텐드"),
        source="V",
        conventions={"rows": "queries"},
        steps={"scaled": Words(en="why", ko="왜")},
        examples=(
            Example(
                inputs={
                    "x": [[1, -2.5], [0.001, 31]],
                    "s": "1",
                    "t": "yes",
                    "u": True,
                    "v": None,
                    "w": "abc",
                },
                source="p. 3",
                expect={"scaled": [["14.0", "12"]], "z": "0.8808"},
            ),
        ),
    )


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("title: T\nexamples:\n  - inputs: {x: [.inf]}\n", "3:18 not-finite"),
        ("title: T\nexamples:\n  - inputs: {x: 1}\n    expect: {y: .nan}\n", "4:17 not-finite"),
        ("title: T\nexamples:\n  - source: s\n", "3:5 missing-key"),
        ("titel: T\n", "1:1 missing-key"),
        ("title: T\nsteps: {a: []}\n", "2:12 not-a-text"),
        ("- a\n", "1:1 not-a-demo"),
        ("", "1:1 empty-file"),
        ("title: T\nsteps:\n  a: b: c\n", "3:7 syntax-colon"),
    ],
)
def test_faults_of_a_demos_words_are_told(tmp_path: Path, text: str, fault: str) -> None:
    assert fault in demo_words(tmp_path, text)[1]


def test_a_demo_without_words_is_told(tmp_path: Path) -> None:
    words, (fault,) = read_demo_words(tmp_path / "none.yaml")
    assert words is None
    assert fault.code == "missing-file"


def test_the_catalogues_of_faults_hold_the_same_codes_and_names() -> None:
    def names(parts: tuple[str, str]) -> set[str]:
        import string

        return {name for part in parts for _, name, *_ in string.Formatter().parse(part) if name}

    assert faults_en.SENTENCES.keys() == faults_ko.SENTENCES.keys()
    for code, parts in faults_en.SENTENCES.items():
        assert names(parts) == names(faults_ko.SENTENCES[code]), code
