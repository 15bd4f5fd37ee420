"""Every kind of card and of fault that one file can hold."""

import pytest

from tests.packs.reading import HEAD, cards_of, read, told
from tutor.core.cards import (
    Choice,
    Choices,
    Claim,
    Cloze,
    Image,
    Number,
    Order,
    Pair,
    Pairs,
    Recall,
    Typed,
)
from tutor.core.faults import Severity
from tutor.core.text import Words
from tutor.words.faults import fault_parts, fault_sentence

GOOD = r"""
concept: attention
title: {en: Attention, ko: 어텐션}
needs: []
source: Vaswani et al. 2017
facts:
  scale:
    en: Scores are divided by $\sqrt{d_k}$.
    ko: 점수를 나눈다.
lesson: |
  One screen.
demo: attend
generate: true
cards:
  - id: recall
    fact: scale
    ask:
      en: Why?
      ko: 왜?
    answer: 42
    hint: think
    because: so
    tags: [a, b]
    source: p. 4
    suspended: true
    was: attention/old
  - {id: typed, ask: Who, accept: [Vaswani, {en: Google, ko: 구글}]}
  - id: cloze
    cloze: 'The {{forget|f}} gate and {{$\frac{a}{b_{t}}$}}'
  - id: choices
    ask: Which?
    choices:
      - en: this
        ko: 이것
        right: true
      - text: that
        why: {en: No, ko: 아니요}
  - id: number
    ask: How many?
    number: 112/sqrt(64)
    tolerance: 0.005
    unit: {en: tokens, ko: 토큰}
  - id: live
    ask:
      en: With @{scores}?
      ko: '@{scores}?'
    live: scaled
    cells: all
    tolerance: 0.01
    unit: V
    draw:
      scores: {integers: [-n, n], shape: [2], distinct: true}
      d_k: {value: n * n}
      v: {choose: [[1, 2], 3, x]}
      w: {reals: [0, 1], decimals: 1}
      where: [sum(scores) > 0]
  - {id: walk, live: [attend.scaled, attend.output]}
  - {id: typed-formula, formula: attend.scaled}
  - id: order
    ask: In which order?
    order:
      - first
      - en: second
        ko: 둘째
      - 3
    image:
      file: ../pictures/steps.png
      alt: {en: Three steps, ko: 세 단계}
  - {id: pairs, ask: What is what, pairs: [{left: a, right: 1}, {left: b, right: {en: two}}]}
  - {id: claim, claim: It grows., holds: false, ask: Is it so}
  - {id: each, cloze: '{{a}} and {{b}}', each: true}
  - {id: back, ask: q, answer: a, reverse: true}
"""


def test_a_file_without_faults_is_read_into_its_classes() -> None:
    concept, faults = read(GOOD)
    assert faults == []
    assert concept is not None
    assert (concept.id, concept.title, concept.demo) == (
        "attention",
        Words(en="Attention", ko="어텐션"),
        "attend",
    )
    assert concept.lesson == "One screen."
    cards = [item.card for item in concept.items]
    assert cards[0] == Recall(
        id="recall",
        fact="scale",
        ask=Words(en="Why?", ko="왜?"),
        answer="42",
        hint="think",
        because="so",
        tags=("a", "b"),
        source="p. 4",
        suspended=True,
        was=("attention/old",),
    )
    assert cards[1] == Typed(
        id="typed", ask="Who", accept=("Vaswani", Words(en="Google", ko="구글"))
    )
    assert isinstance(cards[2], Cloze)
    assert cards[3] == Choices(
        id="choices",
        ask="Which?",
        choices=(
            Choice(en="this", ko="이것", right=True),
            Choice(text="that", why=Words(en="No", ko="아니요")),
        ),
    )
    assert cards[4] == Number(
        id="number",
        ask="How many?",
        number="112/sqrt(64)",
        tolerance=0.005,
        unit=Words(en="tokens", ko="토큰"),
    )
    assert cards[8:] == [
        Order(
            id="order",
            ask="In which order?",
            order=("first", Words(en="second", ko="둘째"), "3"),
            image=Image(file="../pictures/steps.png", alt=Words(en="Three steps", ko="세 단계")),
        ),
        Pairs(
            id="pairs",
            ask="What is what",
            pairs=(Pair(left="a", right="1"), Pair(left="b", right=Words(en="two"))),
        ),
        Claim(id="claim", claim="It grows.", holds=False, ask="Is it so"),
        Cloze(id="each", cloze="{{a}} and {{b}}", each=True),
        Recall(id="back", ask="q", answer="a", reverse=True),
    ]
    assert concept.items[0].key == "attention/recall"
    assert (concept.items[0].place.line, concept.items[0].place.column) == (15, 5)


def card(body: str) -> str:
    """A file with one card whose lines are `body`."""
    return HEAD + "  - id: a\n" + "".join(f"    {line}\n" for line in body.split("\n"))


FAULTS = {
    "unknown key": (card("ask: q\nanswer: a\nhnit: x"), "unknown-key", 6, 5),
    "missing key": (card("answer: a"), "missing-key", 3, 5),
    "double key": (card("ask: q\nask: r\nanswer: a"), "double-key", 5, 5),
    "no answer key": (card("ask: q"), "no-answer-key", 3, 5),
    "misspelt answer key": (card("ask: q\nanswr: a"), "no-answer-key", 5, 5),
    "two answer keys": (card("ask: q\nanswer: a\nnumber: 1"), "two-answer-keys", 6, 5),
    "list for a text": (card("ask: [q]\nanswer: a"), "not-a-text", 4, 10),
    "text for a list": (card("ask: q\naccept: a"), "not-a-list", 5, 13),
    "text for a choice": (
        card("ask: q\nchoices: [a, {text: b, right: true}]"),
        "not-an-object",
        5,
        15,
    ),
    "neither true nor false": (
        card("ask: q\nanswer: a\nsuspended: yes"),
        "not-true-or-false",
        6,
        16,
    ),
    "no number": (card("ask: q\nnumber: 1\ntolerance: wide"), "not-a-number", 6, 16),
    "nan": (card("ask: q\nnumber: 1\ntolerance: .nan"), "not-finite", 6, 16),
    "infinity": (card("ask: q\nnumber: 1\ntolerance: 1e999"), "not-finite", 6, 16),
    "tolerance of nothing": (
        card("ask: q\nnumber: 1\ntolerance: 0"),
        "tolerance-not-positive",
        6,
        16,
    ),
    "number that is none": (card("ask: q\nnumber: many"), "number-not-read", 5, 13),
    "no right choice": (card("ask: q\nchoices:\n- text: a\n- text: b"), "no-right-choice", 6, 5),
    "one choice": (card("ask: q\nchoices:\n- {text: a, right: true}"), "too-few-choices", 6, 5),
    "choice twice": (
        card("ask: q\nchoices:\n- {text: a, right: true}\n- text: a"),
        "same-choice",
        7,
        7,
    ),
    "choice without text": (
        card("ask: q\nchoices:\n- {text: a, right: true}\n- why: b"),
        "choice-without-text",
        7,
        7,
    ),
    "choice said twice": (
        card("ask: q\nchoices:\n- {text: a, right: true}\n- {text: b, en: c}"),
        "choice-said-twice",
        7,
        7,
    ),
    "gaps that differ, each a card": (
        card("cloze:\n  en: '{{a}} {{b}}'\n  ko: '{{a}}'\neach: true"),
        "each-gaps-differ",
        6,
        11,
    ),
    "two lines": (card("ask: q\norder: [a, b]"), "too-few-lines", 5, 12),
    "line twice": (card("ask: q\norder: [a, b, c, b]"), "same-line", 5, 22),
    "line twice in one language": (
        card("ask: q\norder: [a, {en: b, ko: 나}, {en: c, ko: 나}]"),
        "same-line",
        5,
        32,
    ),
    "one pair": (card("ask: q\npairs: [{left: a, right: b}]"), "too-few-pairs", 5, 12),
    "pair without a side": (
        card("ask: q\npairs: [{left: a, right: b}, {left: c}]"),
        "missing-key",
        5,
        34,
    ),
    "left side twice": (
        card("ask: q\npairs: [{left: a, right: b}, {left: a, right: c}]"),
        "same-left",
        5,
        41,
    ),
    "right side twice": (
        card("ask: q\npairs: [{left: a, right: b}, {left: c, right: b}]"),
        "same-right",
        5,
        51,
    ),
    "claim that says not whether it holds": (card("claim: c"), "missing-key", 3, 5),
    "claim that may hold": (card("claim: c\nholds: maybe"), "not-true-or-false", 5, 12),
    "picture without words": (
        card("ask: q\nanswer: a\nimage: {file: a.png}"),
        "missing-key",
        6,
        12,
    ),
    "picture that is a text": (card("ask: q\nanswer: a\nimage: a.png"), "not-an-object", 6, 12),
    "picture from a root": (
        card("ask: q\nanswer: a\nimage: {file: /a.png, alt: b}"),
        "image-path",
        6,
        19,
    ),
    "picture from a drive": (
        card("ask: q\nanswer: a\nimage: {file: 'C:a.png', alt: b}"),
        "image-path",
        6,
        19,
    ),
    "picture with backslashes": (
        card("ask: q\nanswer: a\nimage: {file: 'b\\a.png', alt: b}"),
        "image-path",
        6,
        19,
    ),
    "nothing accepted": (card("ask: q\naccept: []"), "nothing-accepted", 5, 13),
    "no step": (card("live: []"), "live-empty", 4, 11),
    "cells of no kind": (card("live: a\ncells: rows"), "not-one-of", 5, 12),
    "draw that is a list": (card("live: a\ndraw: [x]"), "not-a-mapping", 5, 11),
    "draw of nothing": (card("live: a\ndraw: {}"), "draw-empty", 5, 11),
    "draw in two ways": (
        card("live: a\ndraw: {x: {integers: [1, 2], value: 1}}"),
        "draw-ways",
        5,
        15,
    ),
    "one bound": (card("live: a\ndraw: {x: {reals: [1]}}"), "draw-two-bounds", 5, 23),
    "empty text": (card("ask: q\nanswer: ' '"), "empty-text", 5, 13),
    "empty language": (card("ask: {en: q, ko: }\nanswer: a"), "empty-text", 4, 22),
    "no text at all": (card("ask: {}\nanswer: a"), "empty-text", 4, 10),
    "no gap": (card("cloze: none"), "no-gap", 4, 12),
    "open gap": (card("cloze: 'an {{open {gap}}'"), "open-gap", 4, 12),
    "gap closed but not opened": (card("cloze: 'a gap}}'"), "stray-gap-end", 4, 12),
    "empty gap": (card("cloze: 'a {{ }} gap'"), "empty-gap", 4, 12),
    "gaps that differ": (card("cloze:\n  en: '{{a}} {{b}}'\n  ko: '{{a}}'"), "gaps-differ", 6, 11),
    "unknown fact": (card("ask: q\nanswer: a\nfact: scale"), "unknown-fact", 6, 11),
    "bad id": (HEAD + "  - {id: a/b, ask: q, answer: a}\n", "bad-name", 3, 10),
    "bad was": (card("ask: q\nanswer: a\nwas: gone"), "bad-was", 6, 10),
    "comma in a flow text": (card("ask: {en: Yes, it does}\nanswer: a"), "text-key-flow", 4, 20),
    "language unknown": (card("ask:\n  en: q\n  de: f\nanswer: a"), "text-key", 6, 7),
    "anchor": (card("ask: &x q\nanswer: a"), "anchor", 4, 10),
    "alias": (card("ask: *x\nanswer: a"), "alias", 4, 10),
    "tag": (card("ask: !!str q\nanswer: a"), "tag", 4, 10),
    "merge": (card("ask: q\nanswer: a\n<<: {hint: h}"), "merge-key", 6, 5),
    "key that is no text": (card("ask: q\nanswer: a\n? [x]\n: y"), "key-not-text", 6, 7),
    "gaps without quotes": (card("cloze: {{forget}}"), "key-not-text", 4, 12),
    "tab": (card("ask: q\nanswer:\ta"), "tab", 5, 12),
    "control character": (card('ask: q\nanswer: "\\e[2J"'), "control-character", 5, 13),
    "colon in a text": (card("ask: q: r\nanswer: a"), "syntax-colon", 4, 11),
    "TeX in flow braces": (card("ask: {en: $\\sqrt{d_k}$}\nanswer: a"), "syntax-flow", 4, 21),
    "TeX in double quotes": (card('ask: "$\\sqrt 2$"\nanswer: a'), "syntax-escape", 4, 12),
    "open quotes": (card('ask: "q\nanswer: a'), "syntax-quote", 4, 10),
    "text that starts with a sign": (card("ask: @q\nanswer: a"), "syntax-start", 4, 10),
    "bold at the start": (card("ask: **q** it\nanswer: a"), "syntax-start", 4, 11),
    "bad indentation": (card("ask: q\n answer: a"), "syntax-colon", 5, 12),
    "line without a key": (card("ask: q\nanswer\nhint: h"), "syntax-key", 6, 5),
    "card that is a text": (HEAD + "  - a\n", "not-a-card", 3, 5),
    "cards that are a text": ("title: T\ncards: none\n", "not-a-list", 2, 8),
    "file that is a list": ("- a\n- b\n", "not-a-concept", 1, 1),
    "nothing to learn": ("title: T\n", "missing-key", 1, 1),
    "unknown key of the file": ("titel: T\ncards: []\n", "unknown-key", 1, 1),
    "facts that are a list": ("facts: [a]\ncards: []\n", "not-a-mapping", 1, 8),
    "second document": (card("ask: q\nanswer: a") + "---\nb: c\n", "second-document", 6, 1),
    "empty file": ("", "empty-file", 1, 1),
    "only comments": ("# nothing\n\n", "empty-file", 1, 1),
    "not UTF-8": ("title: 가\n제목: x\n".encode("cp949"), "not-utf8", 1, 8),
    "UTF-16": ("title: T\n".encode("utf-16"), "not-utf8", 1, 1),
    "too deep": (card("ask: " + "[" * 45 + "]" * 45 + "\nanswer: a"), "too-deep", 4, 47),
    "identity twice": (
        HEAD + "  - {id: a, ask: q, answer: a}\n  - {id: a, ask: r, answer: b}\n",
        "same-identity",
        4,
        5,
    ),
    "no id": (HEAD + "  - {ask: q, answer: a}\n", "no-id", 3, 5),
}


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_is_told_once_with_its_place(name: str) -> None:
    text, code, line, column = FAULTS[name]
    assert [(found[0], found[1], found[2]) for found in told(text)] == [(code, line, column)]


@pytest.mark.parametrize("name", FAULTS)
def test_each_fault_has_a_sentence_and_a_cure_in_both_languages(name: str) -> None:
    (fault,) = read(FAULTS[name][0])[1]
    for language in ("en", "ko"):
        what, cure = fault_parts(fault, language)
        assert what
        assert cure
        assert fault.code not in (what, cure)
        assert "something is wrong" not in what
        assert "잘못된 곳" not in what
        sentence = fault_sentence(fault, language)
        assert sentence.startswith(f"deck.yaml:{fault.place.line}:{fault.place.column}: ")
        assert sentence.endswith(f"{what}; {cure}")
        assert "\n" not in sentence


def test_a_sentence_names_the_card_and_what_was_meant() -> None:
    (fault,) = read(FAULTS["unknown key"][0])[1]
    assert fault_sentence(fault, "en") == (
        'deck.yaml:6:5: card "a": there is no key `hnit` here; did you mean `hint`?'
    )
    assert fault_sentence(fault, "ko") == (
        'deck.yaml:6:5: 카드 "a": `hnit` 키는 여기에 쓸 수 없습니다; 혹시 `hint` 아닌가요?'
    )


def test_all_faults_of_a_card_are_told_in_one_pass() -> None:
    text = card("ask: [q]\nanswer: ''\nsuspended: maybe\nhnit: x")
    assert [found[0] for found in told(text)] == [
        "not-a-text",
        "empty-text",
        "not-true-or-false",
        "unknown-key",
    ]


def test_a_faulty_card_does_not_hide_the_others() -> None:
    text = HEAD + "  - {id: a, ask: q}\n  - {id: b, ask: q, answer: a}\n"
    assert list(cards_of(text)) == ["b"]


def test_all_choices_may_be_right() -> None:
    text = card("ask: q\nchoices:\n- {text: a, right: true}\n- {text: b, right: true}")
    assert told(text) == []


def test_a_card_without_id_keeps_its_identity_while_its_text_stays() -> None:
    first = cards_of(HEAD + "  - {ask: q, answer: a}\n")
    later = cards_of(HEAD + "  - {ask: r, answer: a}\n  - {ask: q, answer: a, hint: h}\n")
    (identity,) = first
    assert identity in later
    assert len(later) == 2
    (fault,) = read(HEAD + "  - {ask: q, answer: a}\n")[1]
    assert fault.severity is Severity.HINT
    assert identity in fault_parts(fault, "en")[1]


def test_a_learners_file_needs_nothing_but_cards() -> None:
    concept, faults = read("cards:\n  - {id: a, ask: q, answer: a}\n", "my own cards.yaml")
    assert faults == []
    assert concept is not None
    assert (concept.id, concept.title) == ("my-own-cards", "my-own-cards")


def test_a_byte_order_mark_and_windows_line_ends_change_nothing() -> None:
    windows = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert read(windows) == read(GOOD)


def test_decomposed_korean_is_composed() -> None:
    (made,) = cards_of("cards:\n  - {id: a, ask: \u1100\u1161, answer: a}\n").values()
    assert isinstance(made, Recall)
    assert made.ask == "가"


@pytest.mark.parametrize("text", ["answer: no", "answer: 1_000", "answer: 0o7", "answer: null"])
def test_scalars_stay_the_text_that_was_written(text: str) -> None:
    (made,) = cards_of(card(f"ask: q\n{text}")).values()
    assert isinstance(made, Recall)
    assert made.answer == text.removeprefix("answer: ")
