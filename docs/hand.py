"""The scripted learner's hand on the keys of the app: what is done on the screen of a picture."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, TypeAlias, TypeVar, Unpack

from textual.widgets import Input

from docs.learner import GOALS, MissingError, open_demo
from tutor.core.cards import Choices, Claim, ConceptId, Order, Pairs
from tutor.core.study import Arranged, Given, Question
from tutor.demo import DemoError
from tutor.live.asking import trap_answer
from tutor.study.selection import Plan, Selection
from tutor.ui.app import TutorApp
from tutor.ui.quizzing import begin, go_on
from tutor.ui.screens.question import QuestionPage
from tutor.ui.screens.quiz import QuizPage

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from tutor.ui.player.state import Opening


@dataclass
class Hand:
    """The hand on the keys of an app that runs."""

    app: TutorApp
    pilot: Pilot[None]

    @property
    def question(self) -> Question:
        """The question on the screen."""
        page = self.app.screen
        if not isinstance(page, QuestionPage):
            raise MissingError(f"instead of a question there is {type(page).__name__}")
        return page.question

    async def press(self, *keys: str) -> None:
        """Press keys, and wait until all is drawn."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Paste text into the line of now; key by key takes long."""
        line = self.app.focused
        if not isinstance(line, Input):
            raise MissingError("there is no line to write on")
        line.insert_text_at_cursor(text)
        await self.pilot.pause()


Act: TypeAlias = Callable[[Hand], Awaitable[None]]


async def look(hand: Hand) -> None:
    """Do nothing."""


def press(*keys: str) -> Act:
    """Press these keys."""

    async def act(hand: Hand) -> None:
        await hand.press(*keys)

    return act


def fall_into(trap: str, *then: str) -> Act:
    """Answer a live card as one does who makes a known mistake, then press keys."""

    async def act(hand: Hand) -> None:
        numbers = hand.question.numbers
        if numbers is None:
            raise MissingError(f"{hand.question.item.key} has no numbers of its own")
        demo = open_demo(numbers.demo)
        known = next((each for each in demo.traps if each.id == trap), None)
        answer = trap_answer(demo, numbers, known) if known else None
        if answer is None:
            raise MissingError(f"{numbers.demo} has no trap {trap} for {numbers.step}")
        await hand.write(written(answer))
        await hand.press("enter", *then)

    return act


def answer(*texts: str) -> Act:
    """Write a text into each line there is, and answer."""

    async def act(hand: Hand) -> None:
        for number, text in enumerate(texts):
            if number:
                await hand.press("tab")
            await hand.write(text)
        await hand.press("enter")

    return act


def play(name: str, *keys: str, **opening: Unpack[Opening]) -> Act:
    """Open a demo, then press keys."""

    async def act(hand: Hand) -> None:
        try:
            hand.app.show_demo(name, **opening)
        except DemoError as error:
            raise MissingError(f"demo {name}: {hand.app.sentence(error)}") from error
        await hand.pilot.pause()
        await hand.press(*keys)

    return act


async def choose_wrongly(hand: Hand) -> None:
    """Pick the first choice that is wrong."""
    card = _card(hand, Choices)
    places = enumerate(hand.question.order)
    await hand.press(str(next(at for at, one in places if not card.choices[one].right) + 1))


async def choose_also_wrongly(hand: Hand) -> None:
    """Pick, of several right choices, the first one and a wrong one."""
    card = _card(hand, Choices)
    shown = [card.choices[one].right for one in hand.question.order]
    await hand.press(str(shown.index(True) + 1), str(shown.index(False) + 1), "enter")


async def exchange_two_lines(hand: Hand) -> None:
    """Put lines in order but for the first two."""
    _card(hand, Order)
    stand = list(hand.question.order)
    cursor = 0
    for place, line in enumerate([1, 0, *range(2, len(stand))]):
        at = stand.index(line)
        await hand.press(*["down"] * ((at - cursor) % len(stand)), str(place + 1))
        stand.insert(place, stand.pop(at))
        cursor = place
    await hand.press("enter")


async def join_two_wrongly(hand: Hand) -> None:
    """Join the pairs but exchange two of them."""
    _card(hand, Pairs)
    shown = hand.question.order
    for right in (1, 0, *range(2, len(shown))):
        await hand.press(str(shown.index(right) + 1))
    await hand.press("enter")


async def carry_forward(hand: Hand) -> None:
    """Get the first step of a walk-through wrong, and go on rightly from there."""
    from tutor.study.carrying import following

    if hand.question.walk is None:
        raise MissingError(f"{hand.question.item.key} is not asked in a walk-through")
    for number in range(len(hand.question.walk.asked)):
        if number:
            await hand.press("enter")
        numbers, walk = hand.question.numbers, hand.question.walk
        assert numbers is not None
        assert walk is not None
        own = {name: walk.values[name] for name in walk.own}
        follows = following(open_demo(numbers.demo), numbers, own)
        assert follows is not None
        cells = list(follows.key)
        cells[0] += 0 if number else 1
        await hand.write(written(cells))
        await hand.press("enter")


async def take_a_quiz(hand: Hand) -> None:
    """Answer the twelve questions of a quiz, some of them wrongly, up to the score."""
    kinds = frozenset({"choices", "claim", "pairs", "order", "live"})
    concepts = frozenset(ConceptId(goal) for goal in GOALS)
    plan = Plan(selection=Selection(concepts=concepts, kinds=kinds), number=12, seed=2026)
    await begin(hand.app, plan)
    await hand.pilot.pause()
    chance = Random(6)
    while isinstance(page := hand.app.screen, QuizPage):
        page.quiz.answer(page.question, _given(page.question, right=chance.random() > 0.3))
        await go_on(hand.app, page.quiz)
        await hand.pilot.pause()


def written(cells: Sequence[float]) -> str:
    """Numbers as one types them."""
    return ", ".join(f"{cell:.6g}" for cell in cells)


_Kind = TypeVar("_Kind", Choices, Order, Pairs)


def _card(hand: Hand, kind: type[_Kind]) -> _Kind:
    card = hand.question.item.card
    if not isinstance(card, kind):
        raise MissingError(f"{hand.question.item.key} is no card of the kind {kind.__name__}")
    return card


def _given(question: Question, *, right: bool) -> Given:
    """An answer, right or wrong, to a card of one of the kinds of `take_a_quiz`."""
    match question.item.card:
        case Choices(choices=choices):
            return frozenset(at for at, one in enumerate(choices) if one.right is right)
        case Claim(holds=holds):
            return holds is right
        case Order() | Pairs():
            places = range(len(question.order))
            return Arranged(tuple(places) if right else (1, 0, *places[2:]))
    assert question.numbers is not None
    return (written([cell if right else cell + 1 for cell in question.numbers.key]),)
