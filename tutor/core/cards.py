"""The kinds of card, as a file states them, told apart by the key that carries the answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NewType, TypeAlias

from tutor.core.draws import Draw
from tutor.core.text import Text

ConceptId = NewType("ConceptId", str)
CardId = NewType("CardId", str)
CardKey = NewType("CardKey", str)
"""A card's identity in the log, `concept/card`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture beside the question: `file`, and `alt`, what one sees on it.

    `file` is written as it lies from the file that names it, within the pack; in a library it is
    the whole path.
    """

    file: str
    alt: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """The keys that a card of any kind may carry; an empty text means that it was not given."""

    id: str = ""
    fact: str = ""
    hint: Text = ""
    because: Text = ""
    tags: tuple[str, ...] = ()
    source: Text = ""
    image: Image | None = None
    suspended: bool = False
    deeper: bool = False
    """On the way to a goal it comes after the other cards of all concepts on that way."""
    was: tuple[str, ...] = ()
    """The identities it had before, the latest first: their history is its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall(Card):
    """The learner recalls, reveals the answer and grades it.

    With `reverse` there is a second card, `id~reverse`, that asks the other way round; in a
    library it is a card of its own, and neither of the two has `reverse`.
    """

    ask: Text
    answer: Text
    reverse: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed(Card):
    """The learner types a text; any of `accept` is right."""

    ask: Text
    accept: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(Card):
    """The learner fills the gaps, written `{{text}}`; `a|b` in a gap accepts either.

    With `each` every gap is a card of its own, `id~1`, `id~2`, the others shown filled; a library
    holds only these, each a text with one gap.
    """

    cloze: Text
    ask: Text = ""
    each: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose: `text`, or `en` and `ko` side by side."""

    text: str = ""
    en: str = ""
    ko: str = ""
    right: bool = False
    why: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(Card):
    """The learner picks every right choice and no wrong one."""

    ask: Text
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Card):
    """The learner puts shuffled lines into the order in which `order` lists them."""

    ask: Text
    order: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two things that belong together."""

    left: Text
    right: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs(Card):
    """The learner finds to each left side its right side, these shuffled."""

    ask: Text
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Card):
    """The learner says whether a statement holds."""

    claim: Text
    holds: bool
    ask: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Card):
    """The learner types a number (fraction, arithmetic, vector, shape) within `tolerance`.

    `tolerance` is absolute; absent, it is half a unit of the third significant digit, and
    whole numbers are exact.
    """

    ask: Text
    number: str
    tolerance: float | None = None
    unit: Text = ""


Cells: TypeAlias = Literal["", "all", "row", "one"]
"""Which cells of a step a live card asks; empty: as many as are not tedious."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Live(Card):
    """The learner computes a step of a demo, on numbers that are drawn for each review.

    `live` names the step, `demo.step` or a step of the concept's own demo; several make a
    walk-through. An empty `ask` stands for a question made from the step. `draw` overrides the
    demo's own, quantity by quantity; `tolerance` is as in `Number`.
    """

    live: tuple[str, ...]
    ask: Text = ""
    draw: Draw | None = None
    cells: Cells = ""
    tolerance: float | None = None
    unit: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula(Card):
    """The learner types the formula of a step, judged by evaluating it on drawn inputs.

    `draw` overrides the demo's own, quantity by quantity.
    """

    formula: str
    ask: Text = ""
    draw: Draw | None = None


AnyCard: TypeAlias = (
    Recall | Typed | Cloze | Choices | Order | Pairs | Claim | Number | Live | Formula
)

KINDS: dict[str, type[AnyCard]] = {
    "answer": Recall,
    "accept": Typed,
    "cloze": Cloze,
    "choices": Choices,
    "order": Order,
    "pairs": Pairs,
    "claim": Claim,
    "number": Number,
    "live": Live,
    "formula": Formula,
}
"""The key that carries the answer, and the kind that it makes: a further kind is one line here."""


def kind_of(card: AnyCard) -> str:
    """The key that tells the card's kind, `choices` for a `Choices`."""
    return next(key for key, kind in KINDS.items() if type(card) is kind)


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a file; lines and columns count from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Item:
    """A card that can be asked: a card of a concept, with its identity and where it stands.

    `walk` is the walk-through that asks it, one of its concept's `walks`, if one does; the key is
    then `concept/step`, and the card the step's own or else the walk-through's.
    """

    key: CardKey
    concept: ConceptId
    card: AnyCard
    place: Place
    walk: CardKey = CardKey("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """One file of a pack: what is to be known of one subject, and the cards that ask for it.

    `generate` names the steps of `demo` that become live cards by themselves, `*` all of them.
    `walks` holds the walk-throughs, which have no memory of their own and so are no items.
    """

    id: ConceptId
    title: Text
    pack: str
    track: str
    place: Place
    needs: tuple[str, ...] = ()
    source: Text = ""
    facts: dict[str, Text]
    lesson: Text = ""
    demo: str = ""
    generate: tuple[str, ...] = ()
    items: Sequence[Item] = ()
    walks: Mapping[CardKey, Live] = field(default_factory=dict)
