"""What a card must say beyond its types: gaps that close, choices that can be right or wrong.

A kind without an entry in CHECKS has nothing to check here.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from tutor.core.cards import (
    AnyCard,
    Choice,
    Choices,
    Cloze,
    Formula,
    Live,
    Number,
    Order,
    Pairs,
    Typed,
)
from tutor.core.faults import Severity
from tutor.core.text import LANGUAGES, Text, in_language
from tutor.packs.images import image_flaws
from tutor.packs.livecards import formula_flaws, live_flaws
from tutor.packs.nodes import Flaw, Node, child, flaw_at
from tutor.packs.placeholders import placeholder_flaws

LEAST_LINES: Final = 3
"""Two lines in order are a choice between two."""
LEAST_PAIRS: Final = 2
MOST_GAPS: Final = 100
"""So many cards at most are made of one text, each of which holds all of it."""


def card_flaws(card: AnyCard, node: Node) -> list[Flaw]:
    """What is wrong with what a well-typed card says; `node` is where it says it."""
    check = CHECKS.get(type(card))
    flaws = list(check(card, node)) if check else []
    return [*flaws, *image_flaws(card, node), *placeholder_flaws(card, node)]


def gap_texts(text: str) -> list[str] | str:
    """The insides of the gaps `{{…}}`, each closed by the `}}` that balances it.

    Gives the code of the flaw instead when a gap is empty, is never closed, or closes
    without having been opened.
    """
    gaps: list[str] = []
    depth = start = index = 0
    opened = False
    while index < len(text):
        sign = text[index]
        if not opened and text.startswith("{{", index):
            opened, depth, start = True, 2, index + 2
            index += 2
            continue
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
            if depth < 0:
                if text.startswith("}}", index):
                    return "stray-gap-end"
                depth = 0
            if opened and depth == 0:
                if text[index - 1] != "}" or index - 1 < start:
                    return "open-gap"
                gaps.append(text[start : index - 1])
                opened = False
        index += 1
    if opened:
        return "open-gap"
    if any(not alternative.strip() for gap in gaps for alternative in [gap.replace("|", " ")]):
        return "empty-gap"
    return gaps


def _languages(text: Text) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each text that stands in `text`, with the path that leads to it."""
    if isinstance(text, str):
        yield (), text
        return
    for name in LANGUAGES:
        if said := getattr(text, name):
            yield (name,), said


def _cloze(card: Cloze, node: Node) -> Iterator[Flaw]:
    counts: dict[int, Node] = {}
    for path, text in _languages(card.cloze):
        at = child(node, "cloze", *path)
        found = gap_texts(text)
        if isinstance(found, str):
            yield flaw_at(at, found)
        elif not found:
            yield flaw_at(at, "no-gap")
        elif card.each and len(found) > MOST_GAPS:
            yield flaw_at(at, "too-many-gaps", count=str(len(found)), most=str(MOST_GAPS))
        else:
            counts.setdefault(len(found), at)
    if len(counts) > 1:
        last = list(counts.values())[-1]
        if card.each:
            yield flaw_at(last, "each-gaps-differ")
            return
        flaw = flaw_at(last, "gaps-differ")
        flaw.severity = Severity.HINT
        yield flaw


def _typed(card: Typed, node: Node) -> Iterator[Flaw]:
    if not card.accept:
        yield flaw_at(child(node, "accept"), "nothing-accepted")


def _choices(card: Choices, node: Node) -> Iterator[Flaw]:
    listed = child(node, "choices")
    if len(card.choices) < 2:
        yield flaw_at(listed, "too-few-choices")
    seen: set[tuple[str, str, str]] = set()
    sound = True
    for index, choice in enumerate(card.choices):
        at = child(node, "choices", index)
        words = (choice.text, choice.en, choice.ko)
        code = _choice_code(choice) or ("same-choice" if words in seen else "")
        if code:
            sound = False
            yield flaw_at(at, code)
        seen.add(words)
    if sound and len(card.choices) > 1 and not any(choice.right for choice in card.choices):
        yield flaw_at(listed, "no-right-choice")


def _choice_code(choice: Choice) -> str:
    if choice.text and (choice.en or choice.ko):
        return "choice-said-twice"
    return "" if choice.text or choice.en or choice.ko else "choice-without-text"


def _order(card: Order, node: Node) -> Iterator[Flaw]:
    if len(card.order) < LEAST_LINES:
        yield flaw_at(child(node, "order"), "too-few-lines")
    for index in _repeated(card.order):
        yield flaw_at(child(node, "order", index), "same-line")


def _pairs(card: Pairs, node: Node) -> Iterator[Flaw]:
    if len(card.pairs) < LEAST_PAIRS:
        yield flaw_at(child(node, "pairs"), "too-few-pairs")
    for side in ("left", "right"):
        for index in _repeated([getattr(pair, side) for pair in card.pairs]):
            yield flaw_at(child(node, "pairs", index, side), f"same-{side}")


def _repeated(texts: Sequence[Text]) -> Iterator[int]:
    """The places of texts that cannot be told from an earlier one in some language."""
    seen: set[tuple[str, str]] = set()
    for index, text in enumerate(texts):
        said = {(language, in_language(text, language).strip()) for language in LANGUAGES}
        if said & seen:
            yield index
        seen |= said


def _number(card: Number, node: Node) -> Iterator[Flaw]:
    from tutor.numbers import NotRead, read

    if isinstance(read(card.number), NotRead):
        yield flaw_at(child(node, "number"), "number-not-read", number=card.number[:60])
    if card.tolerance is not None and card.tolerance <= 0:
        yield flaw_at(child(node, "tolerance"), "tolerance-not-positive")


CHECKS: dict[type, Callable[..., Iterator[Flaw]]] = {
    Typed: _typed,
    Cloze: _cloze,
    Choices: _choices,
    Order: _order,
    Pairs: _pairs,
    Number: _number,
    Live: live_flaws,
    Formula: formula_flaws,
}
