from functools import cache

import pytest

from tutor.core.cards import CardId, CardKey, Concept, ConceptId, Formula, Item, Live, Place
from tutor.core.live import Numbers
from tutor.core.study import Question, Walk
from tutor.demo import Demo, load
from tutor.live.asking import ask
from tutor.packs import bundled_root, read_demo_words

DEMOS = bundled_root() / "demos"
PLACE = Place("live.yaml", 1, 1)


@cache
def bundled(name: str) -> Demo:
    words, faults = read_demo_words(DEMOS / f"{name}.yaml")
    assert not faults
    return load(DEMOS, name, words)


class Posing:
    """Questions of live cards about the bundled demos."""

    demo = staticmethod(bundled)

    def drawn(self, target: str, *shown: str, seed: int = 1) -> Numbers:
        """Numbers for a question about `demo.step`."""
        demo, _, step = target.partition(".")
        return ask(bundled(demo), step, seed, shown=shown)

    def attend(self, step: str, **given: object) -> Numbers:
        """Numbers of the Illustrated Transformer: scores 112 and 96, a d_k of 64."""
        from tutor.demo import run

        inputs = {"scores": [112, 96], "d_k": 64, "v": [[1, 0, 2], [0, 1, 4]]}
        steps = {one.name: one.value for one in run(bundled("attend").function, inputs, given)}
        value = steps[step]
        return Numbers(
            demo="attend",
            step=step,
            seed=1,
            inputs=inputs,
            given=given,
            cells=tuple((place,) for place in range(len(value))),
            shape=value.shape,
            key=tuple(map(float, value)),
        )

    def question(
        self,
        numbers: Numbers,
        *,
        walk: Walk | None = None,
        intro: str = "",
        card: Live | Formula | None = None,
        **keys: object,
    ) -> Question:
        """A question with these numbers; `keys` are the card's, `intro` the walk-through's ask."""
        full = f"{numbers.demo}.{numbers.step}"
        card = card or Live(id=CardId("card"), live=(full,), **keys)
        key = CardKey("concept/walk") if walk else CardKey("")
        walks = {}
        if walk:
            steps = tuple(f"{numbers.demo}.{step}" for step in walk.steps)
            walks = {key: Live(id=CardId("walk"), live=steps, ask=intro)}
        concept = Concept(
            id=ConceptId("concept"),
            title="Concept",
            pack="test",
            track="track",
            place=PLACE,
            facts={},
            walks=walks,
        )
        item = Item(CardKey("concept/card"), concept.id, card, PLACE, key)
        return Question(item, concept, None, (), {}, numbers, walk)


@pytest.fixture
def posing() -> Posing:
    return Posing()
