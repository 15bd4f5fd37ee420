"""A pack's glossary: reading it, and holding the pack's texts against it."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tutor.core.faults import Fault, Severity
from tutor.core.glossary import Forms, Term
from tutor.core.text import LANGUAGES, Words
from tutor.packs import Pack, check, json_schema, open_library
from tutor.packs.glossary import read_glossary, terms_of
from tutor.words.faults import fault_parts, fault_sentence

TERMS = """\
- en: padding
  ko: 패딩
  means: {en: Zeros at the edge., ko: 가장자리의 0입니다.}
  also: {en: [pad], ko: [덧댄 0]}
  not: {en: [fill-in], ko: [채움, 제로 패드]}
  strict: true
- en: hidden state
  ko: 은닉 상태
  means: {en: What a network hands on., ko: 신경망이 넘기는 것입니다.}
  strict: true
- {en: state, ko: 상태, means: A vector., strict: true}
- {en: key, ko: 키, means: A vector.}
"""


def pack(root: Path, glossary: str = TERMS, name: str = "p", **files: str) -> Pack:
    written = {"glossary.yaml": glossary, **{f"{key}.yaml": text for key, text in files.items()}}
    for file, text in written.items():
        path = root / "content" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Pack(name, root, trusted=True)


def places(faults: list[Fault] | tuple[Fault, ...]) -> list[tuple[str, int, int]]:
    return [(fault.code, fault.place.line, fault.place.column) for fault in faults]


def told(root: Path, cards: str) -> list[tuple[str, str, int]]:
    """What the check says of cards: code, what was found, line."""
    faults = check([pack(root, a=f"cards:\n{cards}")])
    return [
        (fault.code, fault.details["found"], fault.place.line)
        for fault in faults
        if "found" in fault.details
    ]


def card(en: str, ko: str) -> str:
    """A card whose question stands in lines 4 and 5 of its file."""
    return f"  - id: a\n    ask:\n      en: {en}\n      ko: {ko}\n    answer: x\n"


def test_a_term_has_a_name_in_each_language_and_a_meaning(tmp_path: Path) -> None:
    found = read_glossary(pack(tmp_path))
    assert found.faults == ()
    assert [term.en for term in found.terms] == ["padding", "hidden state", "state", "key"]
    assert found.terms[0] == Term(
        en="padding",
        ko="패딩",
        means=Words(en="Zeros at the edge.", ko="가장자리의 0입니다."),
        also=Forms(en=("pad",), ko=("덧댄 0",)),
        avoid=Forms(en=("fill-in",), ko=("채움", "제로 패드")),
        strict=True,
    )


def test_a_glossary_is_no_concept_and_is_not_read_at_the_start(tmp_path: Path) -> None:
    broken = pack(tmp_path, "nonsense: [", a="cards:\n  - {id: a, ask: q, answer: a}\n")
    library = open_library([broken], None)
    assert list(library.concepts) == ["a"]
    assert library.faults == ()


def test_in_the_folder_of_a_track_the_name_is_free(tmp_path: Path) -> None:
    (tmp_path / "content" / "track").mkdir(parents=True)
    deck = tmp_path / "content" / "track" / "glossary.yaml"
    deck.write_text("cards:\n  - {id: a, ask: q, answer: a}\n", encoding="utf-8")
    library = open_library([Pack("p", tmp_path, trusted=True)], None)
    assert list(library.items) == ["glossary/a"]


def test_a_later_pack_says_anew_what_a_term_means(tmp_path: Path) -> None:
    first = pack(tmp_path / "one")
    later = pack(tmp_path / "two", "- {en: Key, ko: 열쇠, means: It opens.}\n", "later")
    assert [term.ko for term in terms_of([first, later])] == ["패딩", "은닉 상태", "상태", "열쇠"]
    assert terms_of([Pack("none", tmp_path / "nowhere", trusted=True)]) == ()


def test_whatever_is_wrong_with_a_term_is_told_with_its_place(tmp_path: Path) -> None:
    text = """\
- {en: a, ko: 가, means: A., alsso: {ko: [나]}}
- {en: b, means: B.}
- text
- {en: c, ko: 다, means: C., not: 다다}
- {en: d, ko: 라, means: D., strict: maybe}
- {en: e, ko: 마, means: E.}
- {en: E, ko: 바, means: F.}
"""
    found = read_glossary(pack(tmp_path, text))
    assert [term.en for term in found.terms] == ["e"]
    assert places(found.faults) == [
        ("unknown-key", 1, 29),
        ("missing-key", 2, 3),
        ("not-a-term", 3, 3),
        ("not-an-object", 4, 34),
        ("not-true-or-false", 5, 37),
        ("same-term", 7, 8),
    ]
    assert "`also`" in fault_sentence(found.faults[0], "ko")
    for fault in found.faults:
        assert all(all(fault_parts(fault, language)) for language in LANGUAGES)


@pytest.mark.parametrize("text", ["", "cards: []\n", "# nothing yet\n"])
def test_a_file_that_lists_no_terms_says_what_the_name_is_for(tmp_path: Path, text: str) -> None:
    found = read_glossary(pack(tmp_path, text))
    assert places(found.faults) == [("not-a-glossary", 1, 1)]


def test_of_broken_yaml_only_the_syntax_is_told(tmp_path: Path) -> None:
    found = read_glossary(pack(tmp_path, '- {en: "a, ko: 가}\n'))
    assert [fault.code for fault in found.faults] == ["syntax-quote"]
    assert found.terms == ()


def test_a_term_is_taught_in_a_concept_that_there_is(tmp_path: Path) -> None:
    glossary = "- {en: a, ko: 가, means: {en: A., ko: 가.}, concept: sofmax}\n"
    cards = "cards:\n  - {id: x, ask: q, answer: a}\n"
    faults = check([pack(tmp_path, glossary, softmax=cards)])
    assert places(faults) == [("unknown-concept", 1, 52)]
    assert "`softmax`" in fault_parts(faults[0], "en")[1]


@pytest.mark.parametrize(
    ("ko", "found"),
    [
        ("채움은 0이다", ["채움"]),
        ("제로  패드를 붙인다", ["제로 패드"]),
        ("빈 곳을 채운다", []),
        ("가득채움은 낱말 하나이다", []),
        ("수식 $채움$과 코드 `채움`", []),
    ],
)
def test_a_ruled_out_rendering_is_found_where_a_word_begins(
    tmp_path: Path, ko: str, found: list[str]
) -> None:
    assert told(tmp_path, card("A zero", f"'{ko}'")) == [("ruled-out", one, 5) for one in found]


def test_an_english_word_is_ruled_out_as_a_whole(tmp_path: Path) -> None:
    cards = card("Fill-ins are no refill-in", "여기").replace("answer: x", "answer: a fill-in x")
    assert told(tmp_path, cards) == [("ruled-out", "fill-ins", 4), ("ruled-out", "fill-in", 6)]


def test_a_hint_names_the_card_the_line_and_the_cure(tmp_path: Path) -> None:
    text = "  - id: a\n    ask: |\n      첫 줄\n      둘째 줄의 채움\n    answer: x\n"
    (hint,) = check([pack(tmp_path, a=f"cards:\n{text}")])
    assert (hint.card, hint.place.line, hint.severity) == ("a", 5, Severity.HINT)
    assert fault_parts(hint, "ko")[1].startswith("`패딩`")


def test_what_is_accepted_beside_the_right_answer_is_the_learners_choice(tmp_path: Path) -> None:
    cards = (
        "  - id: a\n    ask: q\n    accept: [패딩, 채움]\n"
        "  - id: b\n    cloze: 가장자리의 {{패딩|채움}}이다\n"
        "  - id: c\n    ask: q\n    accept: [채움]\n"
    )
    assert told(tmp_path, cards) == [("ruled-out", "채움", 9)]


@pytest.mark.parametrize(
    ("en", "ko", "found"),
    [
        ("The padding is 1", "여백은 1이다", ["padding"]),
        ("The Pads are 1", "여백은 1이다", ["pads"]),
        ("The padding is 1", "패딩은 1이다", []),
        ("The padding is 1", "덧댄 0은 하나이다", []),
        ("The padding is 1", "padding은 1이다", []),
        ("It is padded", "여백을 준다", []),
        ("The hidden\n        state", "은닉\n        상태", []),
        ("The hidden state", "여기의 상태", ["hidden state"]),
        ("A state", "여기", ["state"]),
        ("The key of $padding$ and `padding`", "여기", []),
    ],
)
def test_a_strict_term_of_the_english_is_said_in_korean(
    tmp_path: Path, en: str, ko: str, found: list[str]
) -> None:
    hints = told(tmp_path, card(f"{en}", f"{ko}"))
    assert [(code, one) for code, one, _ in hints] == [("term-unsaid", one) for one in found]


@pytest.mark.parametrize(
    ("en", "found"),
    [
        ("The states", ["states"]),
        ("The state's", ["state"]),
        ("States of matter", ["states of matter"]),
    ],
)
def test_a_plural_with_which_another_term_begins_is_found(
    tmp_path: Path, en: str, found: list[str]
) -> None:
    terms = (
        "- {en: states of matter, ko: 물질의 갈래, means: A., strict: true}\n"
        "- {en: state, ko: 상태, means: A., strict: true}\n"
    )
    hints = check([pack(tmp_path, terms, a=f"cards:\n{card(en, '여기')}")])
    assert [hint.details["found"] for hint in hints if hint.code == "term-unsaid"] == found
    assert check([pack(tmp_path, terms, a=f"cards:\n{card(en, '물질의 갈래와 상태')}")]) == []


def test_every_text_of_a_pack_is_held_against_its_glossary(tmp_path: Path) -> None:
    both = "{en: the padding, ko: 여백}"
    concept = f"""\
title: {both}
facts:
  source: {both}
lesson: {both}
cards:
  - id: a
    fact: source
    ask: {both}
    choices:
      - {{en: the padding, ko: 여백, right: true}}
      - text: 채움
        why: {both}
    hint: {both}
    tags: [채움]
"""
    demo = f"""\
title: {both}
inputs: {{x: {{means: {both}}}}}
steps: {{value: {both}}}
traps:
  - id: t
    at: value
    value: x + 1
    say: {both}
"""
    made = pack(tmp_path, a=concept)
    (tmp_path / "demos").mkdir()
    (tmp_path / "demos" / "d.yaml").write_text(demo, encoding="utf-8")
    hints = [fault for fault in check([made]) if fault.severity is Severity.HINT]
    assert [(Path(hint.place.file).stem, hint.place.line) for hint in hints] == [
        *(("a", line) for line in (1, 3, 4, 8, 10, 11, 12, 13)),
        *(("d", line) for line in (1, 2, 3, 8)),
    ]


def test_a_file_checked_alone_is_held_against_the_glossary_of_its_pack(tmp_path: Path) -> None:
    made = pack(tmp_path, a="cards:\n" + card("A zero", "채움"))
    file = tmp_path / "content" / "a.yaml"
    assert [fault.code for fault in check((), [file], others=[made])] == ["ruled-out"]
    assert check((), [file]) == []
    assert check((), [tmp_path / "content" / "glossary.yaml"], others=[made]) == []


def test_the_schema_judges_a_glossary_as_the_reader_does(tmp_path: Path) -> None:
    schema = json_schema("glossary")
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    validator = jsonschema.Draft202012Validator(schema)

    def accepted(text: str) -> bool:
        value: Any = yaml.safe_load(text)
        return bool(validator.is_valid(value))

    assert accepted(TERMS)
    for wrong in ("{ko: 가, means: A.}", "{en: a, ko: 가, means: A., avoid: {}}", "a"):
        assert not accepted(f"- {wrong}\n")
        assert read_glossary(pack(tmp_path, f"- {wrong}\n")).faults
