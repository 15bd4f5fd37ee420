"""Cards that have gone from their files, and the new ones that look as if they were the same.

A card that is moved to another file, or gets another `id`, is another card: its history stays with
the old name. What the card asked is remembered here for a while, so that the tutor can ask whether
a new one is the same; its `was:` then says so in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

import msgspec

from tutor.core.cards import AnyCard, CardKey, Formula, Item, Live, kind_of
from tutor.packs.advice import share, words_of
from tutor.packs.library import Library
from tutor.packs.sources import BUNDLED

_ENTRY = "vanished"
_MOST = 2000
"""So many cards are remembered; those that went first are forgotten first."""
_COMPARED = 100_000
"""So many pairs are compared word by word."""
_SAME = 0.6
"""The share of words from which on two cards may be the same one, changed."""


class _Gone(msgspec.Struct, array_like=True):
    words: list[str]


@dataclass(frozen=True, slots=True)
class Move:
    """A card that has gone, and the new one that may be the same."""

    former: CardKey
    item: Item
    likeness: float


def remember_vanished(
    cache: MutableMapping[str, bytes], former: Library | None, library: Library
) -> None:
    """Remember the cards that were in a library and no longer are; forget those that are back.

    Those of the bundled pack are not looked at: whoever changes it says `was` themselves.
    """
    gone = dict(_remembered(cache))
    before = len(gone)
    for key in [key for key in gone if key in library.items or key in library.aliases]:
        del gone[key]
    changed = len(gone) != before
    if former is not None:
        try:
            new = {key: _fingerprint(former.items[key].card) for key in _missing(former, library)}
        except LookupError:  # a part of the old library is lost: nobody can tell any more
            new = {}
        for key, words in new.items():
            if key not in library.aliases:
                gone[key] = words
                changed = True
    if changed:
        kept = list(gone.items())[-_MOST:]
        cache[_ENTRY] = msgspec.msgpack.encode({key: _Gone(sorted(words)) for key, words in kept})


def forget_vanished(cache: MutableMapping[str, bytes], keys: Iterable[CardKey]) -> None:
    """Do not ask about these again."""
    gone = _remembered(cache)
    left = {key: _Gone(sorted(words)) for key, words in gone.items() if key not in set(keys)}
    cache[_ENTRY] = msgspec.msgpack.encode(left)


def likely_moves(
    cache: Mapping[str, bytes], library: Library, learnt: Callable[[CardKey], bool]
) -> list[Move]:
    """The cards that have gone with a history, each with the new card that is likeliest it.

    A new card is one that was never `learnt`. Each stands for one old card at most.
    """
    gone = {key: words for key, words in _remembered(cache).items() if learnt(key)}
    gone = {key: words for key, words in gone.items() if key not in library.items}
    if not gone:
        return []
    bundled = {concept for concept, deck in library.decks.items() if deck.pack == BUNDLED}
    fresh = [
        library.items[key]
        for concept, keys in library.keys.items()
        if concept not in bundled
        for key in keys
        if not learnt(key)
    ]
    prints = [(item, _fingerprint(item.card)) for item in fresh]
    found: dict[CardKey, Move] = {}
    taken: set[CardKey] = set()
    for move in _pairs(gone, prints):
        if move.former not in found and move.item.key not in taken:
            found[move.former] = move
            taken.add(move.item.key)
    return [found[key] for key in gone if key in found]


def _pairs(
    gone: Mapping[CardKey, frozenset[str]], prints: Sequence[tuple[Item, frozenset[str]]]
) -> list[Move]:
    """The pairs that are alike, the likeliest first; of very many only those that are the same."""
    if len(gone) * len(prints) > _COMPARED:
        same = {words: item for item, words in prints}
        return [Move(key, same[words], 1.0) for key, words in gone.items() if words in same]
    pairs = (
        Move(key, item, _likeness(words, other))
        for key, words in gone.items()
        for item, other in prints
    )
    alike = [move for move in pairs if move.likeness >= _SAME]
    return sorted(alike, key=lambda move: (-move.likeness, move.former, move.item.key))


def _remembered(cache: Mapping[str, bytes]) -> dict[CardKey, frozenset[str]]:
    try:
        gone = msgspec.msgpack.decode(cache[_ENTRY], type=dict[str, _Gone])
    except (KeyError, msgspec.MsgspecError):
        return {}
    return {CardKey(key): frozenset(one.words) for key, one in gone.items()}


def _missing(former: Library, library: Library) -> list[CardKey]:
    """The cards of a library that another has no more; only concepts that changed are opened."""
    found: list[CardKey] = []
    for concept, deck in former.decks.items():
        now = library.decks.get(concept)
        if deck.pack == BUNDLED or (now is not None and now.tally == deck.tally):
            continue
        known = set(library.keys[concept]) if now is not None else set()
        found += [key for key in former.keys[concept] if key not in known]
    return found


def _fingerprint(card: AnyCard) -> frozenset[str]:
    """The words of a card, with its kind and the steps that it asks."""
    steps: tuple[str, ...] = ()
    if isinstance(card, Live):
        steps = card.live
    elif isinstance(card, Formula):
        steps = (card.formula,)
    return words_of(card) | {f"={kind_of(card)}", *(f"={step}" for step in steps)}


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How alike two cards are; a number that differs counts as any word."""
    plain, also = (frozenset(word.lstrip("#") for word in words) for words in (one, other))
    return share(plain, also)
