"""Writes the page of what the bundled pack teaches, track by track, from the pack itself.

Usage: python -m docs.curriculum PAGE
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tutor.core.cards import KINDS, AnyCard, Concept, ConceptId, Formula, Item, Live, kind_of
from tutor.core.text import in_language
from tutor.packs import Library, Pack, bundled_root, open_library

ABOUT = """\
# What there is to learn

`make curriculum` writes this page from `content/`. The tracks and their concepts stand in the order
in which they are learnt: each concept behind all that it needs.

*Cards* are all that can be asked by themselves; of these the *live* ones draw new numbers for each
review, and those under *errata* put right what a learner's notes had wrong. *Kinds* counts how many
of the ten kinds of card a concept uses.
"""
COUNTED = ("facts", "cards", "kinds", "live", "errata")


def page(library: Library) -> str:
    """The whole page."""
    groups = list(tracks(library))
    everything = [concept for _, concepts in groups for concept in concepts]
    overview = [
        [name, str(len(concepts)), *counts(concepts), str(len(demos_of(concepts)))]
        for name, concepts in groups
    ]
    total = ["**all**", str(len(everything)), *counts(everything), str(len(demos_of(everything)))]
    kinds = [kind_of(item.card) for item in items_of(everything)]
    return "\n".join(
        [
            ABOUT,
            *table(["track", "concepts", *COUNTED, "demos"], [*overview, total], numbers=1),
            "",
            *table([f"`{kind}`" for kind in KINDS], [[str(kinds.count(kind)) for kind in KINDS]]),
            *(line for name, concepts in groups for line in section(name, concepts, library)),
            "",
        ]
    )


def tracks(library: Library) -> Iterator[tuple[str, list[Concept]]]:
    """The tracks in their order, each by both its titles, with its concepts in learning order."""
    order = [*library.tracks]
    by_track = sorted(
        library.concepts.values(),
        key=lambda concept: (
            order.index(concept.track) if concept.track in order else len(order),
            concept.track,
        ),
    )
    for track, concepts in groupby(by_track, key=lambda concept: concept.track):
        title = library.tracks.get(track, track)
        names = dict.fromkeys(in_language(title, language) for language in ("en", "ko"))
        yield " · ".join(names), list(concepts)


def section(name: str, concepts: Sequence[Concept], library: Library) -> list[str]:
    """One track: a row for each concept, and what they come to."""
    rows = [
        [
            f"[{in_language(concept.title, 'en')}]({where(concept)})",
            in_language(concept.title, "ko"),
            ", ".join(called(need, library) for need in concept.needs),
            ", ".join(f"`{demo}`" for demo in demos_of([concept])),
            *counts([concept]),
        ]
        for concept in concepts
    ]
    total = ["**all**", "", "", "", *counts(concepts)]
    header = ["concept", "개념", "needs", "demos", *COUNTED]
    return ["", f"## {name}", "", *table(header, [*rows, total], numbers=4)]


def where(concept: Concept) -> str:
    """A concept's file, as it lies from the page."""
    return f"../content/{concept.track}/{Path(concept.place.file).name}"


def called(need: str, library: Library) -> str:
    """The English title of a concept, or its name where the pack does not hold it."""
    concept = library.concepts.get(ConceptId(need))
    return f"`{need}`" if concept is None else in_language(concept.title, "en")


def counts(concepts: Sequence[Concept]) -> list[str]:
    """The numbers that `COUNTED` names."""
    items = items_of(concepts)
    found = (
        sum(len(concept.facts) for concept in concepts),
        len(items),
        len({kind_of(item.card) for item in items}),
        sum(isinstance(item.card, Live) for item in items),
        sum("errata" in item.card.tags for item in items),
    )
    return [str(number) for number in found]


def items_of(concepts: Iterable[Concept]) -> list[Item]:
    """All cards of some concepts."""
    return [item for concept in concepts for item in concept.items]


def demos_of(concepts: Iterable[Concept]) -> list[str]:
    """The demos that concepts show or ask about, in the order in which they come up."""
    found: dict[str, None] = {}
    for concept in concepts:
        if concept.demo:
            found[concept.demo] = None
        for card in (*(item.card for item in concept.items), *concept.walks.values()):
            for step in steps_of(card):
                if "." in step:
                    found[step.partition(".")[0]] = None
    return list(found)


def steps_of(card: AnyCard) -> tuple[str, ...]:
    """The steps that a card asks, as it names them."""
    match card:
        case Live(live=steps):
            return steps
        case Formula(formula=step):
            return (step,)
    return ()


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0
) -> Iterator[str]:
    """The lines of a table whose columns from `numbers` on hold numbers."""
    marks = ["---" if column < numbers else "---:" for column in range(len(header))]
    for cells in (header, marks, *rows):
        yield f"| {' | '.join(cells)} |"


def bundled() -> Library:
    """The library of the bundled pack alone."""
    return open_library([Pack("bundled", bundled_root(), trusted=True)], None)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(bundled()), encoding="utf-8", newline="\n")
