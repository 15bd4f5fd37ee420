"""Made-up packs of any size: concepts that need each other, all ordinary kinds, both languages.

The same size makes the same bytes everywhere. A card is asked with its number in six digits, so
that whoever looks at a screen knows when a question stands there.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

FILE = 250
"""Cards in a file."""
TRACK = 40
"""Files in a track."""

_EN = (
    "gate", "kernel", "query", "stride", "softmax", "gradient", "mask", "token", "hidden state",
    "cell", "filter", "head", "layer", "loss", "batch", "padding",
)  # fmt: skip
_KO = (
    "게이트", "커널", "쿼리", "스트라이드", "소프트맥스", "기울기", "마스크", "토큰", "은닉 상태",
    "셀", "필터", "헤드", "층", "손실", "배치", "패딩",
)  # fmt: skip


class Deck(NamedTuple):
    """One file: its place in the pack, its text, its concept and the cards that it makes."""

    path: Path
    text: str
    concept: str
    cards: tuple[str, ...]


def decks(cards: int) -> Iterator[Deck]:
    """The files of a pack with so many cards that are asked, in learning order."""
    for number, first in enumerate(range(0, cards, FILE)):
        yield _deck(number, first, min(FILE, cards - first))


def write_pack(folder: Path, cards: int) -> None:
    """Write such a pack into an empty folder."""
    for deck in decks(cards):
        path = folder / deck.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(deck.text, encoding="utf-8", newline="\n")


def _deck(number: int, first: int, count: int) -> Deck:
    concept = f"concept-{number:04}"
    made: list[str] = []
    parts = [_head(number, concept)]
    while len(made) < count:
        at = first + len(made)
        left = count - len(made)
        names, kind = _KINDS[(len(parts) - 1) % len(_KINDS)]
        if len(names) > left:
            names, kind = _KINDS[0]
        parts.append(f"  - id: card-{at:06}\n    fact: fact-{at % 4}\n{kind(at)}")
        made += [f"{concept}/card-{at:06}{name}" for name in names]
    path = Path("content", f"track-{number // TRACK:02}", f"{concept}.yaml")
    return Deck(path, "".join(parts), concept, tuple(made))


def _head(number: int, concept: str) -> str:
    needs = [f"concept-{other:04}" for other in (number - 1, number - 7) if other >= 0]
    facts = "".join(
        f"  fact-{fact}:\n    en: The {_en(number + fact)} comes before the {_en(number)}.\n"
        f"    ko: {_ko(number)}보다 {_ko(number + fact)}가 먼저입니다.\n"
        for fact in range(4)
    )
    return (
        f"concept: {concept}\ntitle:\n  en: The {_en(number)} of part {number}\n"
        f"  ko: {number}부의 {_ko(number)}\nneeds: [{', '.join(needs)}]\nfacts:\n{facts}"
        f"lesson:\n  en: |\n    The **{_en(number)}** is what part {number} is about: $y = W x$.\n"
        f"  ko: |\n    {number}부에서는 **{_ko(number)}**를 다룹니다. $y = W x$\ncards:\n"
    )


def _en(at: int) -> str:
    return _EN[at % len(_EN)]


def _ko(at: int) -> str:
    return _KO[at % len(_KO)]


def _words(key: str, en: str, ko: str) -> str:
    return f"    {key}:\n      en: {en}\n      ko: {ko}\n"


def _ask(at: int) -> str:
    return _words(
        "ask",
        f"Question {at:06}. What does the {_en(at)} do with the {_en(at + 3)} $x_{{{at % 9}}}$?",
        f"문제 {at:06}. {_ko(at)}는 {_ko(at + 3)} $x_{{{at % 9}}}$로 무엇을 하나요?",
    )


def _because(at: int) -> str:
    return _words(
        "because",
        f"The {_en(at + 5)} is read first, and $y = W x + {at % 7}$ follows.",
        f"{_ko(at + 5)}를 먼저 읽고 $y = W x + {at % 7}$이 따릅니다.",
    )


def _recall(at: int) -> str:
    return _ask(at) + _words(
        "answer", f"It scales number {at} by $\\sqrt{{{at}}}$.", f"{at}번을 조절합니다."
    )


def _both_ways(at: int) -> str:
    return (
        _words("ask", f"Question {at:06}. The {_en(at)} {at}", f"문제 {at:06}. {_ko(at)} {at}")
        + _words("answer", f"Meaning {at:06} of the {_en(at)}", f"{_ko(at)}의 뜻 {at:06}")
        + "    reverse: true\n"
    )


def _typed(at: int) -> str:
    return _ask(at) + f"    accept: [word {at}, {_ko(at)} {at}]\n" + _because(at)


def _cloze(at: int) -> str:
    return _words(
        "cloze",
        f"'Question {at:06}. The {{{{{_en(at)}}}}} keeps what the {_en(at + 1)} lets through.'",
        f"'문제 {at:06}. {{{{{_ko(at)}}}}}는 {_ko(at + 1)}가 통과시킨 것을 남깁니다.'",
    ) + _because(at)


def _each(at: int) -> str:
    return (
        _words(
            "cloze",
            f"'Question {at:06}. First the {{{{{_en(at)}}}}}, then the {{{{{_en(at + 1)}}}}}.'",
            f"'문제 {at:06}. 먼저 {{{{{_ko(at)}}}}}, 다음에 {{{{{_ko(at + 1)}}}}}.'",
        )
        + "    each: true\n"
    )


def _choices(at: int, right: int) -> str:
    lines = [_ask(at), "    choices:\n"]
    for choice in range(4):
        lines.append(f"      - en: The {_en(at + choice)} of row {choice}\n")
        lines.append(f"        ko: {choice}행의 {_ko(at + choice)}\n")
        if choice < right:
            lines.append("        right: true\n")
        else:
            lines.append(f"        why:\n          en: Row {choice} is not read here.\n")
            lines.append(f"          ko: 여기서는 {choice}행을 읽지 않습니다.\n")
    return "".join(lines)


def _one(at: int) -> str:
    return _choices(at, 1) + _because(at)


def _several(at: int) -> str:
    return _choices(at, 2)


def _order(at: int) -> str:
    lines = "".join(
        f"      - en: Step {line}, the {_en(at + line)}\n        ko: {line}단계, {_ko(at + line)}\n"
        for line in range(1, 5)
    )
    return _ask(at) + "    order:\n" + lines


def _pairs(at: int) -> str:
    lines = "".join(
        f"      - left:\n          en: Input {line}\n          ko: 입력 {line}\n"
        f"        right:\n          en: The {_en(at + line)}\n          ko: {_ko(at + line)}\n"
        for line in range(1, 4)
    )
    return _ask(at) + "    pairs:\n" + lines


def _claim(at: int) -> str:
    return (
        _words(
            "claim",
            f"Question {at:06}. The {_en(at)} has {at} weights.",
            f"문제 {at:06}. {_ko(at)}의 가중치는 {at}개입니다.",
        )
        + f"    holds: {'true' if at % 2 else 'false'}\n"
        + _because(at)
    )


def _number(at: int) -> str:
    return _ask(at) + f"    number: {at % 97}/8\n" + _because(at)


_KINDS: tuple[tuple[tuple[str, ...], Callable[[int], str]], ...] = (
    (("",), _recall),
    (("", "~reverse"), _both_ways),
    (("",), _typed),
    (("",), _cloze),
    (("~1", "~2"), _each),
    (("",), _one),
    (("",), _several),
    (("",), _order),
    (("",), _pairs),
    (("",), _claim),
    (("",), _number),
)
"""Each kind with the endings of the cards that it makes; the first makes but one."""
