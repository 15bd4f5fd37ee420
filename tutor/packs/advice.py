"""What a good card would not do: hints of style, each with the place of the card they are about.

None of these keeps a card from being asked. They are what those who have learnt from many cards
keep saying: one short thing a card, an answer that its own form does not give away, no two cards
that are asked alike, and a reason behind each answer.
"""

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from wcwidth import wcswidth

from tutor.core.cards import (
    AnyCard,
    Choices,
    Claim,
    Cloze,
    Concept,
    ConceptId,
    Formula,
    Item,
    Live,
    Number,
    Order,
    Pairs,
    Recall,
    Typed,
)
from tutor.core.faults import Fault, Severity
from tutor.core.text import LANGUAGES, Language, Text, in_language, languages_of

LONG: Final = 240
"""So many cells of a terminal is more than one says to oneself before looking."""
BETRAYING: Final = 1.3
"""So many times as long as any wrong choice, or as short as any, is what gives a right one away."""
TELLING: Final = 12
"""Choices that are no longer than this are names and numbers; their length says nothing."""
ALIKE: Final = 0.85
"""The share of words that two cards have in common from which on they are called alike."""
BARE: Final = 3
"""From so many cards of a file without a reason on, a word is said of it."""
RAREST: Final = 4
"""So many of a card's rarest words lead to the cards that it may be like."""
LED_TO: Final = 50
"""So many cards, the last ones that have it, a word leads to."""
_WORD: Final = re.compile(r"\w+")
_NUMBER: Final = re.compile(r"\d+(?:[.,/]\d+)*")


def advice(concepts: Mapping[ConceptId, Concept]) -> Iterator[Fault]:
    """The hints for the cards of all concepts that are written in files."""
    for concept in concepts.values():
        written = [item for item in concept.items if not _is_generated(item, concept)]
        for item in written:
            yield from _lengths(item)
        yield from _reasons(written)
    yield from _alike([item for concept in concepts.values() for item in concept.items])


def _hint(item: Item, code: str, **details: object) -> Fault:
    told = {name: str(value) for name, value in details.items()}
    return Fault(item.place, code, item.card.id, told, Severity.HINT)


def _is_generated(item: Item, concept: Concept) -> bool:
    return isinstance(item.card, Live) and item.place == concept.place


def _lengths(item: Item) -> Iterator[Fault]:
    """An answer that is longer than it can be recalled, a choice that its length gives away."""
    card = item.card
    if isinstance(card, Recall):
        for language in _said(card.answer):
            answer = wcswidth(in_language(card.answer, language))
            if answer > max(LONG, wcswidth(in_language(card.ask, language))):
                yield _hint(item, "answer-long")
                return
    elif isinstance(card, Choices):
        for language in LANGUAGES:
            right, wrong = (
                [
                    wcswidth(choice.text or getattr(choice, language))
                    for choice in card.choices
                    if choice.right is kind
                ]
                for kind in (True, False)
            )
            if not right or not wrong or max(*right, *wrong) <= TELLING:
                continue
            if max(right) > BETRAYING * max(wrong):
                yield _hint(item, "choice-long")
                return
            if min(right) * BETRAYING < min(wrong):
                yield _hint(item, "choice-short")
                return


def _said(text: Text) -> Sequence[Language]:
    return [language for language in LANGUAGES if language in languages_of(text)] or LANGUAGES[:1]


def _reasons(items: Sequence[Item]) -> Iterator[Fault]:
    """One hint a file for the cards that leave the learner with a bare right or wrong."""
    asked = {item.place: item for item in items}.values()  # the parts of one card count as one
    judged = [item for item in asked if not isinstance(item.card, Recall | Live | Formula)]
    bare = [item for item in judged if not item.card.because and not _says_why(item.card)]
    if len(bare) >= BARE:
        yield _hint(bare[0], "no-because", count=len(bare), of=len(judged))


def _says_why(card: AnyCard) -> bool:
    return isinstance(card, Choices) and any(choice.why for choice in card.choices)


def _alike(items: Iterable[Item]) -> Iterator[Fault]:
    """The cards that ask nearly what another one asks that stands before it.

    Only cards that share most of their rarest words are compared, and of many such the last ones:
    with ten thousand cards all pairs would be fifty million.
    """
    cards = list(_unlike_siblings(items))
    words = [words_of(item.card) for item in cards]
    seldom = Counter(word for bag in words for word in bag)
    leading: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=LED_TO))
    first: dict[frozenset[str], int] = {}
    for number, bag in enumerate(words):
        rarest = sorted(bag, key=lambda word: (seldom[word], word))[:RAREST]
        shared = Counter(earlier for word in rarest for earlier in leading[word])
        if (same := first.setdefault(bag, number)) != number:
            shared = Counter({same: len(rarest)})
        for earlier, count in shared.items():
            if 2 * count >= len(rarest) and share(bag, words[earlier]) >= ALIKE:
                other = cards[earlier]
                place = f"{other.place.file}:{other.place.line}"
                yield _hint(cards[number], "card-alike", other=other.key, place=place)
                break
        for word in rarest:
            leading[word].append(number)


def _unlike_siblings(items: Iterable[Item]) -> Iterator[Item]:
    """One of those that come of one card as it is written: they are alike by intention."""
    seen = set()
    for item in items:
        if item.place not in seen and not isinstance(item.card, Live | Formula):
            seen.add(item.place)
            yield item


def words_of(card: AnyCard) -> frozenset[str]:
    """What a card asks and wants to hear, as its words in small letters, in all languages."""
    said = " ".join(_texts(card)).casefold()
    return frozenset(_WORD.findall(said)) | {f"#{number}" for number in _NUMBER.findall(said)}


def _texts(card: AnyCard) -> Iterator[str]:
    for text in _told(card):
        yield from (in_language(text, language) for language in _said(text))


def _told(card: AnyCard) -> Iterator[Text]:
    if not isinstance(card, Cloze | Claim):
        yield card.ask
    match card:
        case Recall():
            yield card.answer
        case Typed():
            yield from card.accept
        case Cloze():
            yield card.cloze
        case Choices():
            yield from (choice.text for choice in card.choices)
            yield from (choice.en + " " + choice.ko for choice in card.choices)
        case Order():
            yield from card.order
        case Pairs():
            for pair in card.pairs:
                yield pair.left
                yield pair.right
        case Claim():
            yield card.claim
        case Number():
            yield card.number
        case _:
            return


def share(one: frozenset[str], other: frozenset[str]) -> float:
    """The words that two cards have in common, of all that either has; 0 if a number differs."""
    if {word for word in one ^ other if word.startswith("#")}:
        return 0.0
    return len(one & other) / len(one | other)
