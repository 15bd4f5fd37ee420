"""Every kind of card in lists, shown with its history, and counted."""

import json

import pytest

from .conftest import Result, Shell

DECK = """\
concept: kinds
title: {en: All kinds, ko: 모든 종류}
cards:
  - {id: order, ask: In which order, order: [first, second, third]}
  - id: pairs
    ask: What is what?
    pairs: [{left: a, right: one}, {left: b, right: two}]
  - id: claim
    claim: {en: It grows., ko: 늘어납니다.}
    holds: false
  - {id: each, cloze: '{{one}} and {{two}}', each: true}
  - id: back
    ask: gate
    answer: door
    reverse: true
    image: {file: door.png, alt: A door}
"""


@pytest.fixture
def kinds(shell: Shell) -> Shell:
    content = shell.home / "pack" / "content"
    content.mkdir(parents=True)
    (content / "kinds.yaml").write_text(DECK, encoding="utf-8")
    (content / "door.png").write_bytes(b"png")
    return shell


def listed(result: Result) -> list[tuple[str, str, str]]:
    cards = json.loads(result.out)["cards"]
    return [(card["id"], card["kind"], card["title"]) for card in cards]


def test_every_card_made_of_a_card_is_listed(kinds: Shell) -> None:
    assert listed(kinds.run("list", "--json", "--deck", "kinds")) == [
        ("order", "order", "In which order"),
        ("pairs", "pairs", "What is what?"),
        ("claim", "claim", "It grows."),
        ("each~1", "cloze", "[___] and two"),
        ("each~2", "cloze", "one and [___]"),
        ("back", "answer", "gate"),
        ("back~reverse", "answer", "door"),
    ]
    korean = kinds.run("list", "--deck", "kinds", TUTOR_LANG="ko").out
    assert "kinds/claim  (참과 거짓)  늘어납니다." in korean


def test_all_of_them_are_due_as_new_cards(kinds: Shell) -> None:
    due = json.loads(kinds.run("due", "--json").out)
    assert next(deck["new"] for deck in due["decks"] if deck["concept"] == "kinds") == 7


@pytest.mark.parametrize(
    ("card", "lines"),
    [
        ("order", ["In which order", "  1. first", "  2. second", "  3. third"]),
        ("pairs", ["What is what?", "  1. a: one", "  2. b: two"]),
        ("claim", ["It grows.", "Answer: false"]),
        ("each~2", ["one and {{two}}"]),
        ("back~reverse", ["door", "Answer: gate"]),
    ],
)
def test_a_card_is_shown_with_what_it_wants_to_hear(
    kinds: Shell, card: str, lines: list[str]
) -> None:
    shown = kinds.run("show", f"kinds/{card}").out.splitlines()
    assert shown[3 : 3 + len(lines)] == lines


def test_a_picture_is_shown_by_its_words_and_its_path(kinds: Shell) -> None:
    path = (kinds.home / "pack" / "content" / "door.png").resolve()
    assert f"Picture: A door ({path})" in kinds.run("show", "kinds/back").out


def test_a_card_that_is_asked_as_several_names_them(kinds: Shell) -> None:
    result = kinds.run("show", "kinds/each")
    assert result.code == 2
    assert "kinds/each is asked as several cards: kinds/each~1, kinds/each~2." in result.err


def test_the_history_tells_what_was_answered(kinds: Shell) -> None:
    typed = "\n".join(["1 2 3", "a -", "t"]) + "\n"
    kinds.run("review", "--plain", "--deck", "kinds", "--limit", "3", typed=typed)
    given = {
        card: json.loads(kinds.run("show", f"kinds/{card}", "--json").out)["history"][0]["given"]
        for card in ("order", "pairs", "claim")
    }
    assert given["claim"] == [True]
    assert sorted(given["order"]) == [0, 1, 2]
    order = " ".join(str(place + 1) for place in given["order"])
    assert kinds.run("show", "kinds/order").out.rstrip().endswith(f"  {order}")
    assert kinds.run("show", "kinds/claim").out.rstrip().endswith("Again  true")
    assert kinds.run("show", "kinds/pairs").out.rstrip().endswith(" -")
