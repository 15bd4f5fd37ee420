"""What was said of cards and concepts beside answers, looked up in the log when it matters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, ConceptId
from tutor.core.log import LogRow, RowKind
from tutor.study.fold import moment_of_row

if TYPE_CHECKING:
    from tutor.store import Store


class Marks:
    """Lessons read; cards suspended, buried and flagged. Of each mark the last that stands counts.

    `names` gives all the names that a card has had, so that its marks follow it.
    """

    def __init__(self, store: Store, names: Callable[[CardKey], Sequence[CardKey]]) -> None:
        self._store = store
        self._names = names
        self.forget()

    def forget(self) -> None:
        """Look everything up anew: something may have been added or taken back."""
        self._found: dict[tuple[RowKind, CardKey], LogRow | None] = {}
        self._marked: dict[RowKind, set[CardKey]] = {}

    def suspended(self, card: CardKey) -> bool | None:
        """Whether the learner left a card out; None where nothing was said, so its file decides."""
        row = self._last(RowKind.SUSPEND, card)
        return None if row is None else _is_on(row)

    def buried(self, card: CardKey, day: int) -> bool:
        """Whether a card rests on the study day `day`."""
        row = self._last(RowKind.BURY, card)
        return row is not None and moment_of_row(row).day == day

    def flagged(self, card: CardKey) -> bool:
        """Whether the learner flagged a card."""
        row = self._last(RowKind.FLAG, card)
        return row is not None and _is_on(row)

    def is_read(self, concept: ConceptId) -> bool:
        """Whether a concept's lesson was read."""
        return self._last(RowKind.LESSON, CardKey(concept)) is not None

    def ever_left_out(self) -> set[CardKey]:
        """The names of the cards that were ever suspended or buried."""
        return self._ever(RowKind.SUSPEND) | self._ever(RowKind.BURY)

    def _last(self, kind: RowKind, card: CardKey) -> LogRow | None:
        if (kind, card) not in self._found:
            names = self._names(card)
            marked = not self._ever(kind).isdisjoint(names)
            self._found[kind, card] = self._store.latest({kind}, names) if marked else None
        return self._found[kind, card]

    def _ever(self, kind: RowKind) -> set[CardKey]:
        """The names in all rows of a kind: few, while asking for each card would take long."""
        if kind not in self._marked:
            self._marked[kind] = set(self._store.marked(kind))
        return self._marked[kind]


def _is_on(row: LogRow) -> bool:
    return row.payload.get("on", True) is True
