"""A syntax error hides nothing but the card it stands in."""

import pytest
import yaml

from tests.packs.reading import HEAD, cards_of, read, told

GOOD = "  - {id: good, ask: q, answer: a}\n"
LAST = "  - id: last\n    ask: q\n    answer: a\n"

BROKEN = {
    "colon": "  - id: bad\n    ask: q: r\n    answer: a\n",
    "quote": '  - id: bad\n    ask: "q\n    answer: a\n',
    "brace": "  - id: bad\n    ask: {en: q\n    answer: a\n",
    "TeX": "  - id: bad\n    ask: {en: $\\sqrt{d_k}$}\n    answer: a\n",
    "tab": "  - id: bad\n\task: q\n    answer: a\n",
    "sign": "  - id: bad\n    ask: `q`\n    answer: a\n",
    "indent": "  - id: bad\n    ask: q\n   answer: a\n",
    "depth": "  - id: bad\n    ask: " + "[" * 50 + "\n    answer: a\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_one_broken_card_never_hides_the_rest(name: str) -> None:
    text = HEAD + GOOD + BROKEN[name] + LAST
    assert list(cards_of(text)) == ["good", "last"]
    ((_, line, _, card),) = told(text)
    assert card == "bad"
    assert 4 <= line <= 6


def test_every_broken_card_is_told() -> None:
    text = HEAD + "".join(
        broken.replace("bad", f"bad{number}") for number, broken in enumerate(BROKEN.values())
    )
    assert [card for _, _, _, card in told(text)] == [f"bad{n}" for n in range(len(BROKEN))]


def test_faults_of_other_cards_are_told_beside_a_syntax_error() -> None:
    text = HEAD + BROKEN["colon"] + "  - {id: b, ask: q}\n" + GOOD
    assert [(code, card) for code, _, _, card in told(text)] == [
        ("syntax-colon", "bad"),
        ("no-answer-key", "b"),
    ]


def test_a_card_whose_dash_is_out_of_line_is_still_read_and_told() -> None:
    text = HEAD + GOOD + "   - id: off\n     ask: q\n     answer: a\n" + LAST
    assert set(cards_of(text)) == {"good", "off", "last"}
    assert len(told(text)) == 1


def test_dashes_in_block_texts_split_nothing() -> None:
    text = (
        HEAD + "  - id: a\n    ask: |\n      - one\n      - two\n    answer: a\n" + BROKEN["colon"]
    )
    assert list(cards_of(text)) == ["a"]


def test_a_broken_title_leaves_the_cards_alone() -> None:
    text = 'concept: c\ntitle: "open\ncards:\n' + GOOD
    concept, faults = read(text)
    assert concept is not None
    assert [item.key for item in concept.items] == ["c/good"]
    assert [fault.code for fault in faults] == ["syntax-quote"]


def test_cards_are_not_given_a_wrong_identity_when_the_concept_cannot_be_read() -> None:
    concept, faults = read('concept: "open\ncards:\n' + GOOD)
    assert concept is None
    assert [fault.code for fault in faults] == ["syntax-quote"]


def test_facts_that_cannot_be_read_are_not_said_to_be_missing() -> None:
    text = 'facts:\n  a: "open\ncards:\n  - {id: c, fact: a, ask: q, answer: a}\n'
    assert [code for code, *_ in told(text)] == ["syntax-quote"]


def test_the_reader_does_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    text = HEAD + GOOD + BROKEN["colon"] + BROKEN["quote"] + LAST
    with_libyaml = read(text)
    monkeypatch.delattr(yaml, "CBaseLoader", raising=False)
    without = read(text)
    assert without[0] == with_libyaml[0]
    assert [fault.code for fault in without[1]] == [fault.code for fault in with_libyaml[1]]
