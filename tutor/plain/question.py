"""A question in lines of text, and the line that answers it."""

import re
from collections.abc import Iterable, Sequence
from itertools import count

from tutor.core.cards import (
    Card,
    Choice,
    Choices,
    Claim,
    Cloze,
    Formula,
    Live,
    Number,
    Order,
    Pairs,
    Recall,
    Typed,
)
from tutor.core.log import Grade
from tutor.core.study import Given, Question, Unreadable
from tutor.core.text import Language, Text, Words, in_language
from tutor.plain.arranged import letter, read_claim, read_order, read_pairs
from tutor.plain.live import live_lines
from tutor.plain.prose import one_line_of, prose
from tutor.words import grade_name, interval, say
from tutor.words.asked import how_exactly, numbers_asked
from tutor.words.questions import LiveQuestion


def question_lines(
    question: Question, language: Language, live: LiveQuestion | None = None, heading: str = ""
) -> list[str]:
    """Where the card stands, what it asks, and its choices numbered as shown.

    `live` is the question of a live or formula card in words; a `heading` takes the place of the
    concept with the card's phase.
    """
    card = question.item.card
    lines = [heading or _heading(question, language)]
    if live is not None:
        return lines + picture_lines(card, language) + live_lines(live, language)
    lines += prose(card.ask, language)
    lines += picture_lines(card, language)
    match card:
        case Cloze():
            lines += prose(gapped_text(in_language(card.cloze, language)), language)
        case Choices():
            texts = [choice_text(choice) for choice in card.choices]
            lines += _numbered(texts, question.order, language)
        case Order():
            lines += _numbered(card.order, question.order, language)
        case Pairs():
            lines += _numbered([pair.left for pair in card.pairs], (), language)
            lines.append("")
            lines += _lettered([pair.right for pair in card.pairs], question.order, language)
        case Claim():
            lines += prose(card.claim, language)
    return lines


def _heading(question: Question, language: Language) -> str:
    phase = say(f"phase.{question.phase or 'new'}", language)
    title = one_line_of(question.concept.title, language)
    return say("review.heading", language, concept=title, phase=phase)


def picture_lines(card: Card, language: Language) -> list[str]:
    """What is to be seen on the card's picture, and where its file lies."""
    if card.image is None:
        return []
    alt = one_line_of(card.image.alt, language)
    return [say("card.picture", language, alt=alt, file=card.image.file)]


def gapped_text(cloze: str) -> str:
    """The text with each gap numbered where there are several."""
    from tutor.core.cloze import Gap, gaps

    parts = gaps(cloze)
    several = sum(isinstance(part, Gap) for part in parts) > 1
    shown, number = "", 0
    for part in parts:
        if isinstance(part, Gap):
            number += 1
            shown += f"[{number}: ___]" if several else "[___]"
        else:
            shown += part
    return shown


def _numbered(texts: Sequence[Text], order: Sequence[int], language: Language) -> list[str]:
    return _listed(texts, order, map(str, count(1)), language)


def _lettered(texts: Sequence[Text], order: Sequence[int], language: Language) -> list[str]:
    return _listed(texts, order, map(letter, count()), language)


def _listed(
    texts: Sequence[Text], order: Sequence[int], marks: Iterable[str], language: Language
) -> list[str]:
    shown = order or range(len(texts))
    return [
        f"  {mark}. {one_line_of(texts[index], language)}"
        for mark, index in zip(marks, shown, strict=False)
    ]


def choice_text(choice: Choice) -> Text:
    """What a choice says."""
    return choice.text or Words(en=choice.en, ko=choice.ko)


def prompt(question: Question, language: Language, live: LiveQuestion | None = None) -> str:
    """One line that says what to type."""
    match question.item.card:
        case Recall():
            return say("review.prompt.recall", language)
        case Typed():
            return say("review.prompt.typed", language)
        case Cloze(cloze=text):
            several = len(_gaps(text, question.language or language))
            code = "review.prompt.gaps" if several > 1 else "review.prompt.gap"
            return say(code, language, n=several)
        case Choices(choices=choices):
            one = sum(choice.right for choice in choices) == 1
            code = "review.prompt.choice" if one else "review.prompt.choices"
            return say(code, language, n=len(choices))
        case Order():
            return say("review.prompt.order", language)
        case Pairs(pairs=pairs):
            return say("review.prompt.pairs", language, n=len(pairs))
        case Claim():
            return say("review.prompt.claim", language)
        case Number() as card:
            return _number_prompt(card, language)
        case Live() | Formula():
            how = one_line_of(live.how if live else "", language)
            code = "review.prompt.walk" if question.walk else "review.prompt.live"
            return say(code, language, how=how)


def _number_prompt(card: Number, language: Language) -> str:
    exact = how_exactly(card, language)
    code = "exactly" if exact else ""
    if name := in_language(card.unit, language):
        unit = one_line_of(name, language)
        code = f"number_in_{code}" if code else "number_in"
        return say(f"review.prompt.{code}", language, unit=unit, exact=exact)
    several = numbers_asked(card)
    if several > 1:
        code = f"several_{code}" if code else "several"
        return say(f"review.prompt.{code}", language, n=several, exact=exact)
    code = f"number_{code}" if code else "number"
    return say(f"review.prompt.{code}", language, exact=exact)


def _gaps(cloze: Text, language: Language) -> list[object]:
    from tutor.core.cloze import Gap, gaps

    return [part for part in gaps(in_language(cloze, language)) if isinstance(part, Gap)]


def read_answer(question: Question, line: str, language: Language) -> Given | Unreadable:
    """The answer that a line gives to a question: gaps by `;`, choices by their shown numbers.

    Order and pairs are read as `tutor.plain.arranged` says. An empty line gives up.
    """
    match question.item.card:
        case Cloze(cloze=text) if len(_gaps(text, language)) > 1:
            return tuple(part.strip() for part in line.split(";"))
        case Choices(choices=choices):
            order = question.order or tuple(range(len(choices)))
            return _picked(line, order, single=sum(choice.right for choice in choices) == 1)
        case Order(order=lines):
            return read_order(line, question.order or tuple(range(len(lines))))
        case Pairs(pairs=pairs):
            return read_pairs(line, question.order or tuple(range(len(pairs))))
        case Claim():
            return read_claim(line)
        case _:
            return (line.strip(),)


def _picked(line: str, order: tuple[int, ...], *, single: bool) -> frozenset[int] | Unreadable:
    words = [word for word in re.split(r"[\s,;.]+", line) if word]
    numbers = [int(word) if word.isdecimal() and len(word) < 4 else 0 for word in words]
    if any(not 1 <= number <= len(order) for number in numbers):
        return Unreadable("choice", {"choices": str(len(order))})
    if single and len(set(numbers)) > 1:
        return Unreadable("one_choice", {"choices": str(len(order))})
    return frozenset(order[number - 1] for number in numbers)


def answer_lines(question: Question, language: Language) -> list[str]:
    """What a recall card wanted to hear."""
    card = question.item.card
    assert isinstance(card, Recall)
    return [say("review.answer", language), *prose(card.answer, language)]


def grades_line(question: Question, language: Language) -> str:
    """The four grades, each with the interval that it would give, if it gives one."""
    outcomes = question.outcomes or dict.fromkeys(Grade)
    return "   ".join(
        " ".join(
            (str(grade.value), grade_name(grade, language))
            + ((interval(outcome, language),) if outcome else ())
        )
        for grade, outcome in sorted(outcomes.items())
    )


def graded_line(question: Question, grade: Grade, language: Language) -> str:
    """How a card was graded and when it comes back."""
    return say(
        "review.graded",
        language,
        grade=grade_name(grade, language),
        interval=interval(question.outcomes[grade], language),
    )
