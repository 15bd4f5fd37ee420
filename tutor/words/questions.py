"""The questions of live and formula cards in words, authored or made from the step itself.

Nothing here knows a screen: texts are Markdown with TeX, and what is too large for a sentence is
listed as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import prod
from typing import TYPE_CHECKING, Final

from tutor.core.cards import Formula, Live
from tutor.core.study import Question
from tutor.core.text import Language, Text, in_language
from tutor.words.asked import how_to_answer, step_target
from tutor.words.conventions import convention_notes
from tutor.words.notation import is_short, is_small, value_tex
from tutor.words.say import say
from tutor.words.scene import Scene

if TYPE_CHECKING:
    from tutor.demo import Demo

_PLACEHOLDER: Final = re.compile(r"@\{\s*([^{}\n]*?)\s*\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """Something that a question gives and that is listed beneath it.

    `symbol` is TeX, `name` what the demo's code calls it, `value` nested lists. `means` says what
    an input is. Of a walk-through's asked steps `whose` says, in words, whose the value is;
    `formula` (TeX) stands at a step that is shown as an example, where it first appears.
    """

    symbol: str
    name: str
    value: object
    means: str = ""
    whose: str = ""
    formula: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveQuestion:
    """A live question in words.

    `frame` says where in a walk-through it stands, `intro` is what the walk-through's author says
    at its beginning. `ask` is the question, `given` what stands beneath it, `notes` are the
    conventions that hold, `how` says what kind of answer is expected.
    """

    frame: str = ""
    intro: str = ""
    ask: str
    given: tuple[Quantity, ...] = ()
    notes: tuple[str, ...] = ()
    how: str = ""


def live_question(question: Question, demo: Demo, language: Language) -> LiveQuestion:
    """The question of a live or formula card; raises `DemoError` where its demo does not run."""
    scene = Scene.of(question, demo)
    card = question.item.card
    if isinstance(card, Formula):
        return _formula_question(card, scene, language)
    assert isinstance(card, Live)
    examples = list(_examples(question, scene, language))
    authored = "" if len(card.live) > 1 else in_language(card.ask, language)
    names = [name for name in scene.needed() if name not in {one.name for one in examples}]
    if authored:
        ask, mentioned = filled_ask(authored, scene)
        listed = [name for name in names if name not in mentioned]
    else:
        short = [name for name in names if _is_told(name, scene)]
        listed = [name for name in names if name not in short]
        ask = _generated(short, listed, scene, language)
    own = _whose(question)
    # A walk-through says once how things are written, with its first question.
    begins = question.walk is None or question.walk.at == question.walk.asked[0]
    return LiveQuestion(
        frame=_frame(question, language),
        intro=_intro(question, scene, language),
        ask=ask,
        given=(*examples, *(_quantity(name, scene, own, language) for name in listed)),
        notes=tuple(convention_notes(scene, language, fixed=begins and not authored)),
        how=how_to_answer(
            scene.numbers,
            card.unit,
            language,
            whole=scene.is_whole,
            target=_part(scene, language) if authored else "",
        ),
    )


def filled(text: Text, question: Question, demo: Demo, language: Language) -> str:
    """A text of a live card with the question's numbers in the place of `@{name}`."""
    told = in_language(text, language)
    if "@{" not in told or question.numbers is None:
        return told
    return filled_ask(told, Scene.of(question, demo))[0]


def filled_ask(text: str, scene: Scene) -> tuple[str, set[str]]:
    """The text with numbers for its placeholders, and the names whose numbers it now holds.

    What is too large for a sentence is called by its symbol there, to be listed beneath.
    """
    from tutor.maths import split_text

    told: set[str] = set()

    def put(match: re.Match[str], *, tex: bool) -> str:
        name = match[1]
        try:
            value = scene.value(name)
        except KeyError:
            return match[0]
        if is_small(value):
            told.add(name)
            return value_tex(value) if tex else f"${value_tex(value)}$"
        return scene.symbol(name) if tex else f"${scene.symbol(name)}$"

    parts = []
    for is_tex, part in split_text(text):
        mark = "$$" if is_tex and f"$${part}$$" in text else "$" if is_tex else ""
        source = part if is_tex else part.replace("$", r"\$")
        parts.append(mark + _PLACEHOLDER.sub(partial(put, tex=is_tex), source) + mark)
    return "".join(parts), told


def live_hint(question: Question, demo: Demo, language: Language) -> str:
    """A hint for a card whose author wrote none: the step's formula and why it is there."""
    scene = Scene.of(question, demo)
    why = in_language(demo.why(scene.step.name), language)
    if isinstance(question.item.card, Formula):
        return why
    return f"{_equation(scene)}{_where(scene, language)}\n\n{why}".strip()


def _generated(
    short: Sequence[str], listed: Sequence[str], scene: Scene, language: Language
) -> str:
    """The question of a card without one: given these numbers, it asks what the step is."""
    told = [f"${scene.symbol(name)} = {value_tex(scene.value(name))}$" for name in short]
    below = [f"${scene.symbol(name)}$" for name in listed]
    code = {
        (False, False): "live.ask.bare",
        (True, False): "live.ask.inline",
        (False, True): "live.ask.below",
        (True, True): "live.ask.both",
    }[bool(told), bool(below)]
    return say(
        code,
        language,
        given=_listing(told, language),
        below=_listing(below, language),
        target=step_target(scene, _equation(scene), language),
        where=_where(scene, language),
    )


def _formula_question(card: Formula, scene: Scene, language: Language) -> LiveQuestion:
    authored = in_language(card.ask, language)
    # A question that names what to write the formula with, in backquotes, has said it.
    names = () if "`" in authored else scene.read()
    words = ", ".join(_with_symbol(name, scene) for name in names)
    ask = authored or say("live.formula.ask", language, step=f"${scene.step.symbol}$")
    return LiveQuestion(
        ask=ask,
        notes=tuple(convention_notes(scene, language, fixed=not card.ask)),
        how=say("live.formula.how" if names else "live.formula.how_alone", language, names=words),
    )


def _with_symbol(name: str, scene: Scene) -> str:
    symbol = scene.symbol(name)
    return f"`{name}`" if symbol == name else f"`{name}` (${symbol}$)"


def _equation(scene: Scene, name: str = "") -> str:
    step = scene.steps[name] if name else scene.step
    return f"${step.symbol} = {step.formula}$"


def _where(scene: Scene, language: Language) -> str:
    """The formulas of the steps that lead to the asked one and of which no numbers are shown."""
    equations = [_equation(scene, name) for name in scene.hidden()]
    return say("live.where", language, equations=_listing(equations, language)) if equations else ""


def _part(scene: Scene, language: Language) -> str:
    """The cells that are asked, empty where the whole step is."""
    if len(scene.numbers.cells) == prod(scene.shape):
        return ""
    return step_target(scene, f"${scene.step.symbol}$", language)


def _listing(parts: Sequence[str], language: Language) -> str:
    """Parts of a sentence joined as a list: `a, b and c`."""
    if len(parts) < 2:
        return "".join(parts)
    before = ", ".join(parts[:-1])
    return say("live.listing", language, before=before, last=parts[-1])


def _is_told(name: str, scene: Scene) -> bool:
    """Whether a quantity is told in the question's own sentence."""
    is_own = scene.walk is not None and name in scene.walk.values
    return is_short(scene.value(name)) and not is_own


def _quantity(
    name: str, scene: Scene, own: Mapping[str, str], language: Language, *, example: bool = False
) -> Quantity:
    formula = scene.steps[name].formula if example else ""
    whose = own.get(name, "")
    return Quantity(
        symbol=scene.symbol(name),
        name=name,
        value=scene.value(name),
        means=in_language(scene.means(name), language),
        whose=say(f"live.whose.{whose}", language) if whose else "",
        formula=formula,
    )


# Walk-throughs


def _frame(question: Question, language: Language) -> str:
    walk = question.walk
    if walk is None:
        return ""
    return say("live.frame", language, n=walk.steps.index(walk.at) + 1, of=len(walk.steps))


def _intro(question: Question, scene: Scene, language: Language) -> str:
    """What the walk-through's author asks, at the first blank."""
    walk = question.walk
    if walk is None or walk.at != walk.asked[0]:
        return ""
    card = question.concept.walks.get(question.item.walk)
    return filled_ask(in_language(card.ask, language), scene)[0] if card else ""


def _examples(question: Question, scene: Scene, language: Language) -> Iterator[Quantity]:
    """The steps shown since the last blank, with their formulas: each is an example once."""
    walk = question.walk
    if walk is None:
        return
    place = walk.steps.index(walk.at)
    asked = [at for at in range(place) if walk.steps[at] in walk.asked]
    for name in walk.steps[asked[-1] + 1 if asked else 0 : place]:
        yield _quantity(name, scene, {}, language, example=True)


def _whose(question: Question) -> dict[str, str]:
    """Which of the asked values before are the learner's own, and which of these were wrong."""
    walk = question.walk
    if walk is None:
        return {}
    found = {name: "right" for name in walk.values if name in walk.asked}
    found.update(dict.fromkeys(walk.own, "yours"))
    return {**found, **dict.fromkeys(walk.faulty, "faulty")}
