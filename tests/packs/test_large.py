"""Large and hostile files: twice as much takes about twice as long, and nothing takes for ever.

What is counted is Python's own calls, which are the same on every machine, not seconds.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from tests.packs.reading import read, told
from tutor.core.faults import Fault
from tutor.packs import check

CARDS = "cards:\n"
CARD = "cards:\n  - id: a\n    ask: q\n"


def lines(line: str) -> Callable[[int], str]:
    return lambda count: "".join(line.format(n=n) for n in range(count))


def deck(head: str, line: str) -> Callable[[int], str]:
    return lambda count: head + lines(line)(count)


GROWING: dict[str, Callable[[int], str]] = {
    "cards": deck(CARDS, "  - {{id: c{n}, ask: what is {n}, answer: it is {n} times}}\n"),
    "cards alike": deck(CARDS, "  - {{id: c{n}, ask: what is it, answer: this}}\n"),
    "cards nearly alike": deck(CARDS, "  - {{id: c{n}, ask: what is it then w{n}, answer: a}}\n"),
    "cards without ids": deck(CARDS, "  - {{ask: what is {n}, answer: it is {n} times}}\n"),
    "cards of one id": deck(CARDS, "  - {{id: c, ask: what is {n}, answer: a}}\n"),
    "cards that are none": deck(CARDS, "  -\n"),
    "cards with open quotes": deck(CARDS, "  - id: '\n"),
    "cards with odd signs": deck(CARDS, "  - id: a\0\n"),
    "renamed cards": deck(CARDS, "  - {{id: c{n}, ask: q{n}, answer: a, was: x/c{n}}}\n"),
    "unknown facts": lambda count: (
        "facts:\n"
        + lines("  k{n}: a fact\n")(count)
        + CARDS
        + lines("  - {{id: c{n}, ask: q{n}, answer: b, fact: z{n}}}\n")(count)
    ),
    "keys of the file": deck("", "k{n}: 1\n"),
    "keys of a card": deck(CARD, "    k{n}: 1\n"),
    "one key": deck(CARD, "    ask: q\n"),
    "lines to order": deck(CARD + "    order:\n", "    - l{n}\n"),
    "pairs": deck(CARD + "    pairs:\n", "    - {{left: l{n}, right: r{n}}}\n"),
    "choices": deck(CARD + "    choices:\n", "    - {{text: c{n}, right: true}}\n"),
    "answers": deck(CARD + "    accept:\n", "    - l{n}\n"),
    "gaps": lambda count: "cards:\n  - id: a\n    cloze: '" + "{{a}} b " * count + "'\n",
    "stars": lambda count: CARD + "    answer: '" + "**a" * count + "'\n",
    "dollars": lambda count: CARD + "    answer: '" + "$ a " * count + "'\n",
    "anchors": deck(CARDS, "  - {{id: c{n}, ask: &a{n} q, answer: *a{n}}}\n"),
    "documents": lines("---\n"),
}


def calls(text: str, file: Path) -> int:
    """How many calls checking a file takes."""
    file.write_text(text, encoding="utf-8")
    count = 0

    def counted(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        check((), [file])
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", GROWING)
def test_the_work_grows_as_the_file_does(name: str, tmp_path: Path) -> None:
    make, file = GROWING[name], tmp_path / "deck.yaml"
    calls(make(1), file)  # what is done once is done
    small, large = (calls(make(count), file) for count in (100, 400))
    assert large < 6 * small


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("cards: " + "[" * 100_000, "too-deep"),
        (f"{CARD}    answer: {'[' * 100_000}{']' * 100_000}\n", "too-deep"),
        ("".join(f"{' ' * n}a:\n" for n in range(1000)), "too-deep"),
        (CARD + "    answer: '" + "{{a " * 200_000 + "'\n", ""),
        ("cards:\n  - id: a\n    cloze: '" + "{{a " * 200_000 + "'\n", "open-gap"),
        (
            "cards:\n  - id: a\n    each: true\n    cloze: '" + "{{a}} " * 101 + "'\n",
            "too-many-gaps",
        ),
        (CARD + "    answer: " + "word " * 200_000 + "\n", ""),
        (CARD + "    answer: " + "w" * 1_000_000 + "\n", ""),
        ("\0" * 1_000_000, "control-character"),
        ("\n" * 1_000_000, "empty-file"),
        ("#" * 1_000_000, "empty-file"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else "",
)
def test_a_megabyte_of_one_thing_gets_one_line(text: str, code: str) -> None:
    assert [fault[0] for fault in told(text)] == [code] * bool(code)


def test_a_bomb_of_aliases_is_not_unfolded() -> None:
    rows = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for one, other in zip("abcdefgh", "bcdefghi", strict=True):
        rows.append(f"{other}: &{other} [{', '.join([f'*{one}'] * 9)}]")
    _, faults = read("\n".join([*rows, "cards: []\n"]))
    assert {fault.code for fault in faults} == {"anchor", "alias", "unknown-key"}
    assert len(faults) < 120


def test_a_card_of_a_megabyte_can_be_checked(tmp_path: Path) -> None:
    file = tmp_path / "deck.yaml"
    file.write_text(CARD + "    answer: '" + "**a** $x_2$ " * 85_000 + "'\n", encoding="utf-8")
    found: list[Fault] = check((), [file])
    assert [fault.code for fault in found] == ["answer-long"]
