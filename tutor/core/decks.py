"""What is known of a concept without looking at its cards."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from tutor.core.cards import CardKey, Concept, ConceptId, Item
from tutor.core.text import Text

_TALLY_BYTES = 5  # the tallies of some millions of cards add up within 63 bits, as SQLite needs


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A concept in short: enough to list it, to choose it and to count its cards.

    `cards` says how many it has; `tally` is that of their identities. `apart` are those of them
    of which more than their memory decides whether they are asked: those that their file suspends,
    and the steps of walk-throughs. `deeper` are those that come last on the way to a goal.
    """

    id: ConceptId
    title: Text
    pack: str
    track: str
    file: str
    needs: tuple[str, ...]
    cards: int
    tally: int
    apart: frozenset[CardKey]
    deeper: frozenset[CardKey] = frozenset()


def deck_of(concept: Concept) -> Deck:
    """A concept in short."""
    return Deck(
        id=concept.id,
        title=concept.title,
        pack=concept.pack,
        track=concept.track,
        file=concept.place.file,
        needs=concept.needs,
        cards=len(concept.items),
        tally=tally(item.key for item in concept.items),
        apart=frozenset(item.key for item in concept.items if item.walk or item.card.suspended),
        deeper=frozenset(item.key for item in concept.items if _is_deeper(item, concept)),
    )


def _is_deeper(item: Item, concept: Concept) -> bool:
    """Whether a card can wait; a step is asked with its walk-through, and waits if that does."""
    return concept.walks[item.walk].deeper if item.walk else item.card.deeper


def tally(keys: Iterable[CardKey]) -> int:
    """A number that sets of as many cards share only if they are the same.

    Tallies of disjoint sets add up. Two sets meet by chance once in 2^40.
    """
    return sum(map(_number, keys))


def concept_of(key: CardKey) -> ConceptId:
    """The concept of a card, by its identity `concept/card`."""
    return ConceptId(key.partition("/")[0])


def _number(key: CardKey) -> int:
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=_TALLY_BYTES).digest()
    return int.from_bytes(digest, "big")
