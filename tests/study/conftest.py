from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from random import Random
from textwrap import dedent
from zoneinfo import ZoneInfo

import pytest

from tutor.core.cards import (
    CardKey,
    Choice,
    Choices,
    Concept,
    ConceptId,
    Item,
    Live,
    Place,
    Recall,
    Typed,
)
from tutor.core.decks import deck_of
from tutor.core.study import DayDone, Lesson, Question
from tutor.demo import DemoWords, Draw, Drawn, Trap, load
from tutor.packs import bundled_root, read_demo_words
from tutor.schedule import Scheduler
from tutor.store import Store
from tutor.study import Limits, Study
from tutor.study.live_verdict import nested


@dataclass
class Shelf:
    """A library made for a test: `Shelf.of(softmax=3, lstm=2)` holds five typed cards."""

    concepts: dict[ConceptId, Concept] = field(default_factory=dict)
    items: dict[CardKey, Item] = field(default_factory=dict)

    @property
    def decks(self):
        return {key: deck_of(concept) for key, concept in self.concepts.items()}

    @property
    def keys(self):
        return {key: [item.key for item in one.items] for key, one in self.concepts.items()}

    @property
    def aliases(self):
        return {item.card.was: key for key, item in self.items.items() if item.card.was}

    @classmethod
    def of(cls, lesson="", **counts):
        shelf = cls()
        for concept, count in counts.items():
            cards = [typed(f"c{number}") for number in range(count)]
            shelf.add(concept, *cards, lesson=lesson)
        return shelf

    def add(self, concept, *cards, lesson="", demo="", walks=(), track="track", pack="test"):
        """A concept with these cards; `walks` are walk-throughs, with an item for each step."""
        place = Place(f"{concept}.yaml", 1, 1)
        items = [
            Item(CardKey(f"{concept}/{card.id}"), ConceptId(concept), card, place) for card in cards
        ]
        walks = {CardKey(f"{concept}/{card.id}"): card for card in walks}
        for key, card in walks.items():
            for text in card.live:
                step = CardKey(f"{concept}/{text.rpartition('.')[2]}")
                own = next((item for item in items if item.key == step), None)
                if own is not None:
                    items.remove(own)
                items.append(Item(step, ConceptId(concept), own.card if own else card, place, key))
        self.concepts[ConceptId(concept)] = Concept(
            id=ConceptId(concept),
            title=concept,
            pack=pack,
            track=track,
            place=place,
            facts={},
            lesson=lesson,
            demo=demo,
            items=tuple(items),
            walks=walks,
        )
        self.items.update({item.key: item for item in items})
        return self


def typed(name, right="yes", **keys):
    return Typed(id=name, ask=f"{name}?", accept=(right,), **keys)


def recall(name):
    return Recall(id=name, ask="What?", answer="That.")


def choices(name, rights=(True, False, False)):
    given = tuple(Choice(text=f"{place}", right=right) for place, right in enumerate(rights))
    return Choices(id=name, ask="Which?", choices=given)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, *, zone="Europe/Berlin"):
        self.now = datetime(2026, 5, 4, 12, tzinfo=ZoneInfo(zone))

    def __call__(self):
        return self.now

    def go(self, **elapsed):
        # Through UTC, since adding to a zoned time moves the clock on the wall.
        utc = self.now.astimezone(ZoneInfo("UTC")) + timedelta(**elapsed)
        self.now = utc.astimezone(self.now.tzinfo)


class Desk:
    """A store, a clock and as many studies on them as a test opens."""

    def __init__(self, path):
        self.path = path
        self.clock = Clock()
        self.opened = []

    def open(
        self, shelf, *, limits=None, seed=1, name="log.db", retention=0.9, demos=None, decks=None
    ):
        store = Store.open(self.path / name, self.clock)
        self.opened.append(store)
        return Study(
            shelf,
            store,
            Scheduler(retention),
            self.clock,
            Random(seed),
            limits or Limits(),
            demos=demos or bundled,
            decks=decks,
        )

    def close(self):
        for store in self.opened:
            store.close()


@cache
def bundled(name):
    """A demo of the tutor's own pack, with its draws and traps."""
    folder = bundled_root() / "demos"
    words, faults = read_demo_words(folder / f"{name}.yaml")
    assert not faults
    return load(folder, name, words)


CHAIN = """
    from tutor.demo import Step

    def chain(a, b):
        total = yield Step("total", "T", "a + b", a + b)
        half = yield Step("half", "H", "T / 2", total / 2)
        product = yield Step("product", "P", "H a", half * a)
        yield Step("rest", "R", "P - b", product - b)
"""


@pytest.fixture
def chain(tmp_path):
    """A demo of four steps made on the spot: `chain()`, with other draws `chain(a=Drawn(…))`."""
    folder = tmp_path / "demos"
    folder.mkdir()
    (folder / "chain.py").write_text(dedent(CHAIN), encoding="utf-8")
    traps = (
        Trap(id="doubled", at="half", value="2 * total", say="You doubled it."),
        Trap(id="forgot-b", at="total", value="a + 0 * b", say="You forgot b."),
        Trap(id="times-b", at="product", value="half * b", say="You took b."),
    )

    def make(**quantities):
        drawn = {
            "a": Drawn(integers=(3, 40)),
            "b": Drawn(integers=(50, 90)),
        } | quantities
        return load(folder, "chain", DemoWords(draw=Draw(quantities=drawn), traps=traps))

    return make


def live(name, *steps, **keys):
    return Live(id=name, live=steps, **keys)


def right(question):
    """The right answer to a live question, as one would type it."""
    return str(nested(question.numbers.key, question.numbers.shape))


@pytest.fixture
def desk(tmp_path):
    desk = Desk(tmp_path)
    yield desk
    desk.close()


def question(study):
    """The next question; lessons before it are read."""
    while isinstance(turn := study.next(), Lesson):
        study.read(turn)
    assert isinstance(turn, Question), turn
    return turn


def answer(study, text="yes", **keys):
    """Answer the next question, which is returned with its verdict."""
    asked = question(study)
    return asked, study.answer(asked, (text,), **keys)


def finish(study, clock, text="yes"):
    """Answer all that the day asks; the keys in the order in which they came."""
    keys = []
    while not isinstance(study.next(), DayDone):
        keys.append(answer(study, text)[0].item.key)
        clock.go(seconds=20)
    return keys


@pytest.fixture
def tools():
    """The builders above, since test modules do not import each other."""
    from types import SimpleNamespace

    return SimpleNamespace(
        Clock=Clock,
        Shelf=Shelf,
        typed=typed,
        recall=recall,
        choices=choices,
        live=live,
        right=right,
        bundled=bundled,
        question=question,
        answer=answer,
        finish=finish,
    )
