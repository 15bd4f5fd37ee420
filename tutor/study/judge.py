"""Judging an answer: data in, a verdict out; nothing is shown or recorded here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tutor.core.cards import (
    AnyCard,
    Choice,
    Choices,
    Claim,
    Cloze,
    Number,
    Order,
    Pairs,
    Typed,
)
from tutor.core.cloze import Gap, gaps, gaps_only
from tutor.core.log import Grade
from tutor.core.study import Arranged, Given, Mark, Part, Unreadable, Verdict
from tutor.core.text import LANGUAGES, Language, Text, Words, in_language
from tutor.study.spelling import Likeness, likeness

__all__ = ["Gap", "gaps", "judge", "suggested", "truth", "without_unit"]

NOWHERE = -1
"""In an arrangement the place of what was not placed."""
_TRUE = Words(en="true", ko="참")
_FALSE = Words(en="false", ko="거짓")
_COUNTED = frozenset({Mark.RIGHT, Mark.SPELLING, Mark.ROUNDING})


def judge(card: AnyCard, given: Given, language: Language) -> Verdict | Unreadable:
    """How right `given` is; a text is accepted in either language, and shown in `language`.

    Nothing given is wrong (the learner gave up), what cannot be read is `Unreadable`. A recall
    card is judged by the learner, and a live one needs its numbers (`tutor.study.live_verdict`):
    TypeError.
    """
    match card, given:
        case Typed(), (str() as text,):
            return _verdict((_typed(card, text, language),))
        case Cloze(), tuple() as texts:
            return _cloze(card, texts, language)
        case Choices(), frozenset() as picked:
            return _choices(card, picked)
        case Number(), (str() as text,):
            return _number(card, text)
        case Order(order=lines), Arranged(places):
            return _order(lines, places)
        case Pairs(pairs=pairs), Arranged(places):
            return _pairs([pair.right for pair in pairs], places)
        case Claim(), bool() as said:
            return _claim(card, said)
        case Claim(), tuple() as texts if not any(texts):
            return _claim(card, None)
        case _:
            raise TypeError(f"{type(card).__name__} is not answered by {given!r}")


def suggested(verdict: Verdict, *, hinted: bool = False, fast: bool = False) -> Grade:
    """The grade that fits: a fast faultless answer is Easy, a hint or a partial answer Hard."""
    if verdict.score < 0.5:
        return Grade.AGAIN
    if hinted or not verdict.right:
        return Grade.HARD
    faultless = all(part.mark is Mark.RIGHT for part in verdict.parts)
    return Grade.EASY if fast and faultless else Grade.GOOD


def _verdict(parts: tuple[Part, ...], score: float | None = None) -> Verdict:
    if score is None:
        score = sum(part.mark in _COUNTED for part in parts) / max(len(parts), 1)
    plain = Verdict(score=score, parts=parts, suggested=Grade.AGAIN)
    return Verdict(score=score, parts=parts, suggested=suggested(plain))


def _typed(card: Typed, given: str, language: Language) -> Part:
    mark, found = _compared(given, card.accept)
    right = card.accept[0] if found is None else found
    return Part(mark=mark, given=given, right=right)


def _cloze(card: Cloze, given: Sequence[object], language: Language) -> Verdict | Unreadable:
    shown = gaps_only(in_language(card.cloze, language))
    others = [gaps_only(in_language(card.cloze, name)) for name in LANGUAGES]
    if len(given) > len(shown):
        return Unreadable("gaps", {"expected": str(len(shown)), "given": str(len(given))})
    parts = []
    for index, gap in enumerate(shown):
        text = str(given[index]) if index < len(given) else ""
        accepted = list(gap.accept)
        for texts in others:
            if len(texts) == len(shown):
                accepted += texts[index].accept
        mark, _ = _compared(text, accepted)
        parts.append(Part(mark=mark, given=text, right=gap.text, index=index))
    return _verdict(tuple(parts))


def _compared(given: str, accepted: Sequence[Text]) -> tuple[Mark, Text | None]:
    """The mark of a typed text and the accepted text that it matches, if any."""
    if not given.strip():
        return Mark.MISSED, None
    slip: Text | None = None
    for text in accepted:
        for right in _readings(text):
            match likeness(given, right):
                case Likeness.SAME:
                    return Mark.RIGHT, text
                case Likeness.SLIP if slip is None:
                    slip = text
    return (Mark.WRONG, None) if slip is None else (Mark.SPELLING, slip)


def _readings(text: Text) -> Iterable[str]:
    """Each way to write a text: both languages, and TeX as it is set on one line."""
    for right in dict.fromkeys(in_language(text, language) for language in LANGUAGES):
        yield right
        if "$" in right:
            from tutor.maths import plain_text

            yield plain_text(right)


def _choices(card: Choices, picked: frozenset[int]) -> Verdict | Unreadable:
    if any(not 0 <= index < len(card.choices) for index in picked):
        return Unreadable("choice", {"choices": str(len(card.choices))})
    parts = []
    for index, choice in enumerate(card.choices):
        text = _text(choice)
        if index in picked and choice.right:
            parts.append(Part(mark=Mark.RIGHT, given=text, right=text, index=index))
        elif index in picked:
            parts.append(Part(mark=Mark.WRONG, given=text, right="", why=choice.why, index=index))
        elif choice.right:
            parts.append(Part(mark=Mark.MISSED, given="", right=text, index=index))
    marks = [part.mark for part in parts]
    there = max(sum(choice.right for choice in card.choices), 1)
    share = (marks.count(Mark.RIGHT) - marks.count(Mark.WRONG)) / there
    return _verdict(tuple(parts), score=max(share, 0.0))


def _text(choice: Choice) -> Text:
    return choice.text or Words(en=choice.en, ko=choice.ko)


def _order(lines: Sequence[Text], places: Sequence[int]) -> Verdict | Unreadable:
    """Position by position: what was put there, and what belongs there."""
    if places and sorted(places) != list(range(len(lines))):
        return Unreadable("order", {"lines": str(len(lines))})
    return _verdict(_compared_places(lines, places))


def _pairs(rights: Sequence[Text], places: Sequence[int]) -> Verdict | Unreadable:
    """Pair by pair: the right side that was found for each left one."""
    found = [place for place in places if place != NOWHERE]
    sound = len(places) in (0, len(rights)) and set(found) <= set(range(len(rights)))
    if not sound or len(set(found)) < len(found):
        return Unreadable("pairs", {"pairs": str(len(rights))})
    return _verdict(_compared_places(rights, places))


def _compared_places(texts: Sequence[Text], places: Sequence[int]) -> tuple[Part, ...]:
    """A part for each place, whose right text is the one listed there; none means given up."""
    parts = []
    for index, (text, place) in enumerate(
        zip(texts, places or [NOWHERE] * len(texts), strict=True)
    ):
        mark = Mark.RIGHT if place == index else Mark.MISSED if place == NOWHERE else Mark.WRONG
        given = "" if place == NOWHERE else texts[place]
        parts.append(Part(mark=mark, given=given, right=text, index=index))
    return tuple(parts)


def _claim(card: Claim, said: bool | None) -> Verdict:
    mark = Mark.RIGHT if said is card.holds else Mark.MISSED if said is None else Mark.WRONG
    given = "" if said is None else truth(said)
    return _verdict((Part(mark=mark, given=given, right=truth(card.holds)),))


def truth(holds: bool) -> Text:
    """What one says of a claim that holds, or of one that does not."""
    return _TRUE if holds else _FALSE


def _number(card: Number, given: str) -> Verdict | Unreadable:
    from tutor.numbers import Closeness, NotRead, equal, read

    text = without_unit(given.strip(), card.unit)
    if not text:
        return _verdict((Part(mark=Mark.MISSED, given=given, right=card.number),))
    value, right = read(text), read(card.number)
    if isinstance(right, NotRead):
        raise ValueError(f"the card's number {card.number!r} cannot be read")
    if isinstance(value, NotRead):
        return Unreadable("number", {"given": given})
    mark = {Closeness.RIGHT: Mark.RIGHT, Closeness.ROUNDING: Mark.ROUNDING}.get(
        equal(value, right, card.tolerance), Mark.WRONG
    )
    return _verdict((Part(mark=mark, given=given, right=card.number),))


def without_unit(given: str, unit: Text) -> str:
    """A typed number without the unit behind it, whose name in any language may stand there."""
    for name in (in_language(unit, language) for language in LANGUAGES):
        if name and given.casefold().endswith(name.casefold()):
            return given[: -len(name)].strip()
    return given
