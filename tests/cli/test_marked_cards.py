"""`tutor list` of only flagged or suspended cards."""

import json

import pytest

from tests.cli.conftest import Shell


@pytest.fixture
def marked(shell: Shell) -> Shell:
    """The first card is flagged, the second suspended."""
    deck = str(shell.deck)
    shell.run("review", "--plain", "--deck", deck, typed="*\n\n4\n@\n")
    return shell


@pytest.mark.parametrize(
    ("options", "cards"),
    [
        (["--flagged"], ["recalled"]),
        (["--suspended"], ["typed"]),
        (["--flagged", "--suspended"], ["recalled", "typed"]),
    ],
)
def test_marked_cards_can_be_listed(marked: Shell, options: list[str], cards: list[str]) -> None:
    found = marked.run("list", "--deck", str(marked.deck), *options, "--json")
    assert [card["id"] for card in json.loads(found.out)["cards"]] == cards
    lines = marked.run("list", "--deck", str(marked.deck), *options).out.splitlines()
    assert len(lines) == 1 + len(cards)


def test_without_a_marked_card_it_says_that_there_are_none(shell: Shell) -> None:
    assert shell.run("list", "--flagged").out == "There are no cards.\n"
