"""Verdicts in sentences: what was right, what was not, and why."""

from tutor.core.cards import AnyCard, Choices, Cloze, Formula, Live
from tutor.core.log import Grade
from tutor.core.study import Mark, Part, Verdict
from tutor.core.text import Language, Text, in_language
from tutor.words.say import say


def grade_name(grade: Grade, language: Language) -> str:
    """A grade's word, `Good`."""
    return say(f"grade.{grade.name.lower()}", language)


def verdict_lines(verdict: Verdict, card: AnyCard, language: Language) -> list[str]:
    """The verdict as lines of plain text: the whole first, then each part that needs a word.

    All that a live card's verdict says is in `tutor.words.live_verdicts`.
    """
    lines = [_headline(verdict, card, language)]
    for part in verdict.parts:
        shape = _shape(card, several=len(verdict.parts) > 1)
        lines += _part_lines(part, shape, language)
    return lines


def _headline(verdict: Verdict, card: AnyCard, language: Language) -> str:
    if isinstance(card, Live | Formula):
        from tutor.words.live_verdicts import headline

        return headline(verdict, language)
    if verdict.right:
        marks = {part.mark for part in verdict.parts}
        if Mark.SPELLING in marks:
            return say("verdict.right_but_spelling", language)
        if Mark.ROUNDING in marks:
            return say("verdict.right_but_rounding", language)
        return say("verdict.right", language)
    return say("verdict.partly" if verdict.score > 0 else "verdict.wrong", language)


def _shape(card: AnyCard, *, several: bool) -> str:
    if isinstance(card, Choices):
        return "choice"
    return "gap" if several and isinstance(card, Cloze) else "whole"


def _part_lines(part: Part, shape: str, language: Language) -> list[str]:
    """What one part needs to be told; empty for a part that is simply right."""
    if part.mark is Mark.RIGHT and not part.why:
        return []
    details = {
        "given": plain(part.given, language),
        "right": plain(part.right, language),
        "n": part.index + 1,
    }
    line = say(f"verdict.{shape}.{_mark(part)}", language, **details)
    why = plain(part.why, language)
    return [f"{line} {why}" if why else line]


def _mark(part: Part) -> str:
    if part.mark is Mark.WRONG and not plain(part.given, "en").strip():
        return Mark.MISSED.value
    return part.mark.value


def plain(text: Text, language: Language) -> str:
    """A text in `language` with its formulas set on one line."""
    from tutor.maths import plain_text  # formulas are set only where something is said

    return plain_text(in_language(text, language))
