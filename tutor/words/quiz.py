"""Quizzes in words: the calls that repeat one or show a question's numbers, a quiz's questions."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from tutor.core.cards import (
    Choice,
    Choices,
    Claim,
    Cloze,
    Concept,
    ConceptId,
    Order,
    Pairs,
    Recall,
)
from tutor.core.study import Arranged
from tutor.core.text import Language, Text, Words
from tutor.study.judge import truth
from tutor.study.scores import Answered
from tutor.words.say import say
from tutor.words.titles import asked_text
from tutor.words.verdicts import grade_name, told

if TYPE_CHECKING:
    from tutor.core.live import Numbers
    from tutor.demo import Demo
    from tutor.study.selection import Plan

_LONGEST: Final = 300


def percent(share: float) -> str:
    """A share as people read it, `74 %`; only what is whole is called 100 %."""
    whole = round(share * 100)
    return f"{min(whole, 99) if share < 1 else whole} %"


def points(share: float) -> str:
    """Points with halves and other parts as far as they say something, `7`, `7.5`."""
    return f"{share:.2f}".rstrip("0").rstrip(".")


def repeat_command(plan: Plan, concepts: Mapping[ConceptId, Concept]) -> str:
    """The call that holds the quiz again, `tutor quiz --deck lstm-cell -n 10 --seed 7`.

    All concepts of a track together are named by the track.
    """
    chosen = plan.selection
    words = ["tutor", "quiz"]
    for deck in _decks(chosen.concepts, concepts):
        words += ["--deck", deck]
    for name, values in (("--kind", chosen.kinds), ("--tag", chosen.tags)):
        for value in sorted(values):
            words += [name, value]
    words += ["--weak"] * chosen.weak + ["--flagged"] * chosen.flagged
    if plan.number is not None:
        words += ["-n", str(plan.number)]
    elif plan.minutes is None:
        words.append("--all")
    if plan.minutes is not None:
        words += ["--minutes", f"{plan.minutes:g}"]
    if plan.counts:
        words.append("--count")
    if plan.seed is not None:
        words += ["--seed", str(plan.seed)]
    return shlex.join(words)


def _decks(chosen: Iterable[ConceptId], concepts: Mapping[ConceptId, Concept]) -> Iterator[str]:
    left = set(chosen)
    tracks: dict[str, set[ConceptId]] = {}
    for concept in concepts.values():
        tracks.setdefault(concept.track, set()).add(concept.id)
    for track, members in tracks.items():
        if track and members <= left:
            left -= members
            yield track
    yield from sorted(left)


def demo_command(numbers: Numbers, demo: Demo) -> str:
    """The call that opens a question's demo at its step, with its numbers unless they are many."""
    switched = {
        name: value for name, value in numbers.arguments.items() if _differs(name, value, demo)
    }
    words = ["tutor", "demo", numbers.demo, "--step", numbers.step]
    full = words[:]
    for name, value in {**numbers.inputs, **switched}.items():
        full += ["--set", f"{name}={json.dumps(_listed(value), ensure_ascii=False)}"]
    line = shlex.join(full)
    return line if len(line) <= _LONGEST else shlex.join(words)


def _differs(name: str, value: object, demo: Demo) -> bool:
    return name not in demo.defaults or bool(_listed(value) != _listed(demo.defaults[name]))


def _listed(value: Any) -> Any:
    if hasattr(value, "tolist"):
        return value.tolist()
    return [_listed(part) for part in value] if isinstance(value, list | tuple) else value


def title_of(answered: Answered, language: Language) -> str:
    """What a question asked, on one line; a gap is an ellipsis."""
    item = answered.question.item
    text = asked_text(item, language)
    if isinstance(item.card, Cloze) and not item.card.ask:
        from tutor.core.cloze import Gap, gaps

        text = "".join("…" if isinstance(part, Gap) else part for part in gaps(text))
    return " ".join(told(text, language).split())


def own_grade(answered: Answered, language: Language) -> str:
    """How the learner judged what was recalled; empty for what was judged otherwise."""
    if answered.grade is None:
        return ""
    return say("quiz.graded", language, grade=grade_name(answered.grade, language))


def given_answer(answered: Answered, language: Language) -> str:
    """What was answered, on one line; empty where nothing was."""
    card, given = answered.question.item.card, answered.given
    match card, given:
        case Choices(choices=choices), frozenset():
            texts = [_choice(choices[index], language) for index in sorted(given)]
        case Order(order=lines), Arranged(places):
            texts = [told(lines[place], language) for place in places]
        case Pairs(pairs=pairs), Arranged(places):
            texts = [
                _pair(pair.left, pairs[place].right if place >= 0 else "—", language)
                for pair, place in zip(pairs, places, strict=False)
            ]
        case Claim(), bool():
            texts = [told(truth(given), language)]
        case _, tuple():
            texts = [text for text in given if text.strip()]
        case _:
            texts = []
    return _joined(texts)


def right_answer(answered: Answered, language: Language) -> str:
    """What would have been right, on one line."""
    match answered.question.item.card:
        case Recall(answer=answer):
            texts = [told(answer, language)]
        case Choices(choices=choices):
            texts = [_choice(choice, language) for choice in choices if choice.right]
        case Order(order=lines):
            texts = [told(line, language) for line in lines]
        case Pairs(pairs=pairs):
            texts = [_pair(pair.left, pair.right, language) for pair in pairs]
        case _:
            parts = answered.verdict.parts if answered.verdict else ()
            texts = [told(part.right, language) for part in parts]
    return _joined(texts)


def _joined(texts: Iterable[str]) -> str:
    return "; ".join(" ".join(text.replace("**", "").split()) for text in texts)


def _choice(choice: Choice, language: Language) -> str:
    return told(choice.text or Words(en=choice.en, ko=choice.ko), language)


def _pair(left: Text, right: Text, language: Language) -> str:
    return say("card.pair", language, left=told(left, language), right=told(right, language))
