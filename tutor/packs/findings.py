"""What a live card would be told wrong answers: the slips, traps and questions of a demo's steps.

Nothing of this is a fault. It shows an author what the demo explains by itself, where a trap is
worth writing, and which trap its draws hardly ever expose.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Any, Final

from tutor.core.cards import CardKey, Concept, ConceptId, Item, Live, Place
from tutor.core.live import Diagnosis, Explanation, Numbers
from tutor.demo import Demo, DemoError
from tutor.live.asking import ask, exposes, trap_answer
from tutor.live.errors import LiveError
from tutor.packs.library import Library
from tutor.packs.outlines import Demos, Outline
from tutor.packs.rehearsed import Rehearsed
from tutor.packs.sources import Pack
from tutor.packs.trying import Trial, asked_step, opened

DRAWS: Final = 20
"""So many draws say how often a trap is exposed."""
SLIPS: Final = 60
"""So many wrong answers are tried, those of the likeliest slips."""
LONGEST: Final = 1.5
"""After so many seconds no further slip of a step is tried."""
EXAMPLES: Final = 3


@dataclass(frozen=True, slots=True)
class Answer:
    """A wrong answer as one types it, and what would be said to it."""

    typed: str
    diagnosis: Diagnosis


@dataclass(frozen=True, slots=True)
class StepFinding:
    """What is found of one step, as the first of the `cards` asks it; none may ask it yet.

    Of the `tried` wrong answers, to which a single slip leads, `named` are told what they come
    from, to `offered` several things are offered; to the rest it is only said that they are wrong.
    `traps` says by how many of the `draws` each is exposed. `concept`, `item` and `numbers` are
    those of the question that the `answers` would be given to.
    """

    step: str
    cards: tuple[CardKey, ...]
    concept: Concept
    item: Item
    numbers: Numbers
    key: str
    tried: int
    named: int
    offered: int
    traps: dict[str, int]
    draws: int
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A demo and what is found of its steps."""

    demo: Demo
    steps: tuple[StepFinding, ...]


def findings(
    library: Library, demos: Demos, rehearsed: Rehearsed | None = None
) -> Iterator[Finding]:
    """What is found of the demos of the library's packs: trusted ones, and not the bundled one."""
    asking: dict[str, dict[str, list[Item]]] = {}
    for item in library.items.values():
        if isinstance(item.card, Live):
            name, _, step = asked_step(item).partition(".")
            asking.setdefault(name, {}).setdefault(step, []).append(item)
    for outline in _outlines(library.packs, demos):
        demo = opened(outline, rehearsed)
        if demo is not None:
            steps = tuple(_steps(demo, asking.get(outline.name, {}), library))
            if steps:
                yield Finding(demo, steps)


def _outlines(packs: Sequence[Pack], demos: Demos) -> Iterator[Outline]:
    from tutor.demo import names

    for pack in packs:
        if pack.trusted and not pack.bundled:
            for name in names(pack.demos):
                outline = demos.find(name)
                if outline is not None and outline.pack == pack:
                    yield outline


def _steps(demo: Demo, asking: dict[str, list[Item]], library: Library) -> Iterator[StepFinding]:
    """The steps that cards ask; all that can be asked where no card does so yet."""
    try:
        order = [step.name for step in _example(demo)]
    except (DemoError, LiveError):
        return  # which `check` has told
    for step in order:
        if asking and step not in asking:
            continue
        items = asking.get(step, [])
        item = items[0] if items else _pretended(demo, step)
        concept = library.concepts.get(item.concept) or _concept(demo)
        try:
            yield _found(Trial(item, _alone(item, demo, step), step, demo), items, concept)
        except (DemoError, LiveError):
            continue


def _example(demo: Demo) -> Sequence[Any]:
    from tutor.demo import run
    from tutor.live.drawing import draw_inputs

    drawn = demo.draw is not None or not demo.examples
    return run(demo.function, draw_inputs(demo, 0) if drawn else demo.examples[0].inputs)


def _pretended(demo: Demo, step: str) -> Item:
    """A card for a step that none asks yet, as `generate` would make it."""
    card = Live(id=step, live=(f"{demo.name}.{step}",))
    key, place = CardKey(f"{demo.name}/{step}"), Place(str(demo.file), 1, 1)
    return Item(key=key, concept=ConceptId(demo.name), card=card, place=place)


def _concept(demo: Demo) -> Concept:
    place = Place(str(demo.file), 1, 1)
    name = ConceptId(demo.name)
    return Concept(
        id=name, title=demo.title, pack="", track="", place=place, facts={}, demo=demo.name
    )


def _alone(item: Item, demo: Demo, step: str) -> Live:
    """The card; a step of a walk-through as if it were asked by itself."""
    assert isinstance(item.card, Live)
    several = len(item.card.live) > 1
    return replace(item.card, live=(f"{demo.name}.{step}",), ask="") if several else item.card


def _found(trial: Trial, items: Sequence[Item], concept: Concept) -> StepFinding:
    card = trial.card
    assert isinstance(card, Live)
    steps = trial.steps(0)
    shown = trial.given(steps)
    questions = [trial.question(seed, shown) for seed in range(DRAWS)]
    in_play = {name: trap for name, trap in trial.in_play(steps).items() if trap.at not in shown}
    traps = {
        name: sum(exposes(trial.demo, numbers, trap) for numbers in questions)
        for name, trap in in_play.items()
    }
    exposed = max(traps, key=lambda name: traps[name], default="")
    numbers = ask(
        trial.demo,
        trial.step,
        0,
        shown=shown,
        asked=card.cells,
        tolerance=card.tolerance,
        aim=exposed,
    )
    tried = [*_answers(trial.demo, numbers)]
    authored = [trap_answer(trial.demo, numbers, trap) for trap in in_play.values()]
    trapped = [
        answer
        for cells in authored
        if cells is not None and len(cells) == len(numbers.key)
        for answer in _judged(trial.demo, numbers, cells)
    ]
    counts = [len(answer.diagnosis.explanations) for answer in tried]
    return StepFinding(
        step=trial.step,
        cards=tuple(item.key for item in items),
        concept=concept,
        item=replace(trial.item, card=card),
        numbers=numbers,
        key=_typed(numbers.key, numbers.shape),
        tried=len(tried),
        named=counts.count(1),
        offered=sum(count > 1 for count in counts),
        traps=traps,
        draws=DRAWS,
        answers=_typical([*trapped[:1], *tried]),
    )


def _answers(demo: Demo, numbers: Numbers) -> Iterator[Answer]:
    """The wrong answers to which a single slip leads, the likeliest first, each but once."""
    import numpy as np

    from tutor.live.edits import edited
    from tutor.live.judging import right_run

    known = edited(right_run(demo, numbers), numbers.step)
    met: set[str] = set()
    begun = perf_counter()
    for edit in known.edits:
        if len(met) >= SLIPS or perf_counter() - begun > LONGEST:
            return
        with np.errstate(all="ignore"):
            result = known.result(edit)
        try:
            value = np.asarray(result, dtype=float)
            cells = tuple(float(value[cell]) for cell in numbers.cells)
        except (TypeError, ValueError, IndexError):
            continue
        text = _typed(cells, numbers.shape)
        if text not in met and all(map(math.isfinite, cells)):
            met.add(text)
            yield from _judged(demo, numbers, cells)


def _judged(demo: Demo, numbers: Numbers, cells: Sequence[float]) -> Iterator[Answer]:
    """What would be said to these numbers; nothing where they are right."""
    from tutor.live.judging import Judged, judge

    text = _typed(cells, numbers.shape)
    judged = judge(demo, numbers, text)
    if isinstance(judged, Judged) and judged.diagnosis is not None:
        yield Answer(text, judged.diagnosis)


def _typical(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """A few answers that are told different things, those with one explanation first."""
    chosen: dict[object, Answer] = {}
    for answer in sorted(answers, key=lambda one: len(one.diagnosis.explanations) != 1):
        found = answer.diagnosis.explanations
        if found:
            chosen.setdefault(_kind(found[0]), answer)
    return tuple(chosen.values())[:EXAMPLES]


def _kind(explanation: Explanation) -> object:
    return explanation.trap or (explanation.cause, explanation.code)


def _typed(cells: Sequence[float], shape: tuple[int, ...]) -> str:
    """Numbers as one types them: a row with commas, the rows of a matrix in brackets."""
    from tutor.numbers import show

    texts = [show(cell) for cell in cells]
    if len(shape) < 2:
        return ", ".join(texts)
    width = shape[-1]
    rows = [texts[start : start + width] for start in range(0, len(texts), width)]
    return ", ".join(f"[{', '.join(row)}]" for row in rows)
