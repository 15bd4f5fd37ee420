"""Verdicts in sentences: what was right, what was not, and why."""

from tutor.core.cards import AnyCard, Choices, Claim, Cloze, Formula, Live, Order, Pairs
from tutor.core.log import Grade
from tutor.core.study import Mark, Part, Verdict
from tutor.core.text import Language, Text, in_language
from tutor.words.say import say
from tutor.words.unmarked import unmarked


def grade_name(grade: Grade, language: Language) -> str:
    """A grade's word, `Good`."""
    return say(f"grade.{grade.name.lower()}", language)


def verdict_lines(verdict: Verdict, card: AnyCard, language: Language) -> list[str]:
    """The verdict as lines of plain text: the whole first, then each part that needs a word.

    All that a live card's verdict says is in `tutor.words.live_verdicts`.
    """
    lines = [_headline(verdict, card, language)]
    if isinstance(card, Order) and (moved := _moved(verdict, card)) is not None:
        details = {"given": told(card.order[moved], language), "n": moved + 1}
        return [*lines, say("verdict.line.moved", language, **details)]
    for part in verdict.parts:
        shape = _shape(card, several=len(verdict.parts) > 1)
        left = card.pairs[part.index].left if isinstance(card, Pairs) else ""
        lines += _part_lines(part, shape, language, left)
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
    if verdict.score > 0 and isinstance(card, Order | Pairs):
        right = sum(part.mark is Mark.RIGHT for part in verdict.parts)
        return say("verdict.partly_of", language, n=right, all=len(verdict.parts))
    return say("verdict.partly" if verdict.score > 0 else "verdict.wrong", language)


def _shape(card: AnyCard, *, several: bool) -> str:
    match card:
        case Choices():
            return "choice"
        case Order():
            return "line"
        case Pairs():
            return "pair"
        case Claim():
            return "claim"
        case Cloze() if several:
            return "gap"
        case _:
            return "whole"


def _moved(verdict: Verdict, card: Order) -> int | None:
    """The one line that stands in the wrong place among others in order, if it is just one.

    Of two neighbours that were exchanged neither is that line more than the other.
    """
    if any(part.mark is Mark.MISSED for part in verdict.parts):
        return None
    places = [card.order.index(part.given) for part in verdict.parts]
    alone = [
        line
        for line in places
        if (rest := [other for other in places if other != line]) == sorted(rest)
    ]
    return alone[0] if len(alone) == 1 else None


def _part_lines(part: Part, shape: str, language: Language, left: Text) -> list[str]:
    """What one part needs to be told; empty for a part that is simply right."""
    if part.mark is Mark.RIGHT and not part.why:
        return []
    typed = shape in ("gap", "whole")
    details = {
        "given": (plain if typed else told)(part.given, language),
        "right": told(part.right, language),
        "left": told(left, language),
        "n": part.index + 1,
    }
    line = say(f"verdict.{shape}.{_mark(part)}", language, **details)
    why = told(part.why, language)
    if not why:
        return [line]
    return [f"{line}{'' if line.endswith(('.', '?', '!')) else '.'} {why}"]


def _mark(part: Part) -> str:
    if part.mark is Mark.WRONG and not plain(part.given, "en").strip():
        return Mark.MISSED.value
    return part.mark.value


def told(text: Text, language: Language) -> str:
    """A text of a card in `language`, without its marks."""
    return unmarked(in_language(text, language))


def plain(text: Text, language: Language) -> str:
    """A text in `language` with its formulas set on one line."""
    from tutor.maths import plain_text  # formulas are set only where something is said

    return plain_text(in_language(text, language))
