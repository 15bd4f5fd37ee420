"""Marks that the learner sets on cards: recorded, and read with what a card's file says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tutor.core.cards import CardKey
from tutor.core.decks import concept_of
from tutor.core.log import RowKind
from tutor.study.fold import moment_payload

if TYPE_CHECKING:
    from tutor.schedule import Moment
    from tutor.study.progress import Progress
    from tutor.study.queue import Library


def write_mark(
    progress: Progress, kind: RowKind, card: CardKey, payload: Mapping[str, Any], moment: Moment
) -> None:
    """Record a mark, or that it was taken away."""
    from tutor.store import Entry

    details = {**payload, "moment": moment_payload(moment)}
    progress.append([Entry(kind, card, None, details)], {})


def left_out(key: CardKey, progress: Progress, library: Library) -> bool:
    """Whether a card of the library is suspended, by its file or by the learner."""
    said = progress.marks.suspended(key)
    if said is None and key in library.decks[concept_of(key)].apart:
        return library.items[key].card.suspended
    return bool(said)


def is_marked(kind: RowKind, key: CardKey, progress: Progress, library: Library) -> bool:
    """Whether a card is flagged, or suspended, by now; False for any other kind of row.

    What no file holds any more is not suspended.
    """
    if kind is RowKind.SUSPEND:
        return key in library.items and left_out(key, progress, library)
    return kind is RowKind.FLAG and progress.marks.flagged(key)
