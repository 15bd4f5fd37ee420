"""What was learnt so far: the fold of the log, kept in step with the store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tutor.core.cards import CardKey, Item
from tutor.core.log import Grade, LogRow, Memory, RowKind
from tutor.schedule import Scheduler
from tutor.study.fold import MARKS, fold_memory
from tutor.study.known import Known
from tutor.study.marks import Marks

if TYPE_CHECKING:
    from tutor.store import Entry, Store

_ACTIONS = MARKS | {RowKind.ANSWER}
_TRIES = 5  # at writing what was folded, while other programs fold as well


class Progress:
    """The memories and marks of every card.

    What the store has derived is trusted up to the row that it names; later rows are folded in,
    those of other programs too. `aliases` leads from a card's former name to the one of today: the
    history comes along.
    """

    def __init__(
        self, store: Store, scheduler: Scheduler, aliases: Mapping[CardKey, CardKey]
    ) -> None:
        self._store = store
        self._scheduler = scheduler
        self._seen: bytes | None = None
        self.marks = Marks(store, self.names)
        self.rename(aliases)
        self.load()

    def rename(self, aliases: Mapping[CardKey, CardKey]) -> None:
        """Take over the names that cards had before; `load` applies them."""
        self._today = aliases
        self._former: dict[CardKey, list[CardKey]] = defaultdict(list)
        for former, key in aliases.items():
            self._former[key].append(former)

    def load(self) -> None:
        """Fold what came after the store has derived its memories, and hand the result back."""
        self._last_grades: dict[CardKey, Grade | None] = {}
        self.marks.forget()
        for _ in range(_TRIES):
            with self._store.snapshot():
                stored = self._store.memories()
                through, self._seen = self._store.derived_through(), self._store.last()
                changed = {} if through == self._seen else self._folded_after(through)
                formerly = stored.renamed()
                renamed = self._applied(stored.among(self._today), changed)
                if through != self._seen or renamed != formerly:
                    changed |= self._joined({*renamed.values(), *formerly.values()})
            self.memories = Known(stored)
            self._stored, self._renamed = stored, renamed
            if through == self._seen and renamed == formerly:
                return
            afresh = through is None
            if self._store.derive(changed, self._seen, renamed=renamed, afresh=afresh):
                return

    def catch_up(self) -> bool:
        """Fold in what other programs added; says whether there was anything.

        One that knows other former names takes memories apart and adds nothing to the log.
        """
        last = self._store.last()
        is_in_step = last == self._seen and self._store.derived_through() == last
        if is_in_step and self._stored.renamed() == self._renamed:
            return False
        self.load()
        return True

    def rebuild(self) -> list[CardKey]:
        """Fold the whole log anew; says which cards the derived state was wrong about."""
        self._store.note_undone()
        with self._store.snapshot():
            before = self._store.memories().all()
            through = self._store.last()
            folded = self._folded_after(None)
            renamed = self._applied((), folded)
            folded |= self._joined(renamed.values())
        after = {key: known for key, known in folded.items() if known}
        self._store.derive(after, through, renamed=renamed, afresh=True)
        self.load()
        return sorted(key for key in before | after if before.get(key) != after.get(key))

    def rows(self, key: CardKey) -> list[LogRow]:
        """The rows of a card that stand, under all the names it had, oldest first."""
        found = [row for name in self.names(key) for row in self._store.standing(card=name)]
        return sorted(found, key=lambda row: row.id)

    def last_grade(self, key: CardKey) -> Grade | None:
        """The grade of a card's last answer, None where it was never answered."""
        if key not in self._last_grades:
            grade = None
            for row in self.rows(key) if key in self.memories else ():
                if row.kind is RowKind.ANSWER:
                    grade = row.grade
            self._last_grades[key] = grade
        return self._last_grades[key]

    def is_suspended(self, item: Item) -> bool:
        """Whether a card is left out until the learner wants it again."""
        said = self.marks.suspended(item.key)
        return item.card.suspended if said is None else said

    def stands(self, row: LogRow) -> bool:
        """Whether nothing has undone a row."""
        return self._store.stands(row)

    def answers_since(self, at_ms: int) -> Iterator[LogRow]:
        """The answers that stand and were recorded at `at_ms` or later; a few older ones too."""
        return self._store.standing(after=_lowest(at_ms), kinds={RowKind.ANSWER})

    def last_answers(self, count: int, since_ms: int) -> list[LogRow]:
        """The last so many answers that stand, of those since `since_ms`, oldest first."""
        return self._store.last_rows(RowKind.ANSWER, count, after=_lowest(since_ms))

    def last_action(self) -> LogRow | None:
        """The last answer, lesson or mark that stands."""
        return self._store.latest(_ACTIONS)

    def take_back(self, row: LogRow) -> None:
        """Undo one row; its card is remembered as it was before."""
        from tutor.store import undo

        memories: dict[CardKey, Memory | None] = {}
        if row.kind is RowKind.ANSWER:
            for name in {row.card, self.name(row.card)}:
                memories[name] = self.fold(other for other in self.rows(name) if other.id != row.id)
        self.append([undo([row], row.card)], memories)

    def fold(self, rows: Iterable[LogRow]) -> Memory | None:
        """What rows of one card leave in memory."""
        return fold_memory(rows, self._scheduler)

    def append(
        self, entries: Sequence[Entry], memories: Mapping[CardKey, Memory | None]
    ) -> tuple[LogRow, ...]:
        """Write rows and what they make of memories, in one transaction; then remember both."""
        for key in memories:
            self.memories.get(key)  # what `put` needs to know of the time before
        rows = self._store.append_all(entries, memories=memories)
        self._seen = rows[-1].id
        for key, known in memories.items():
            self.memories.put(key, known)
        for row in rows:
            self._last_grades.pop(self.name(row.card), None)
        if any(row.kind in MARKS or row.kind is RowKind.UNDO for row in rows):
            self.marks.forget()
        return rows

    def name(self, card: CardKey) -> CardKey:
        """The name that a card has today."""
        return self._today.get(card, card)

    def names(self, card: CardKey) -> list[CardKey]:
        """The name that a card has today, and those it had before."""
        return [card, *self._former.get(card, ())]

    def _folded_after(self, through: bytes | None) -> dict[CardKey, Memory | None]:
        """The memories of the cards that rows after `through` speak of, folded from their start.

        An undo that names no card may mean any: then all are folded. Names are as the rows say.
        """
        later = [] if through is None else list(self._store.rows(after=through))
        everything = through is None or any(
            row.kind is RowKind.UNDO and not row.card for row in later
        )
        if not everything:
            cards = {row.card for row in later if row.kind not in MARKS and row.card}
            return {card: self.fold(self._store.standing(card=card)) for card in cards}
        from tutor.study.whole_log import fold_all

        # Where nothing stands of a card whose memory was derived before, it is forgotten.
        folded: dict[CardKey, Memory | None] = dict.fromkeys(self._store.memories())
        folded |= fold_all(self._store, self._scheduler)
        return folded

    def _applied(
        self, stored: Collection[CardKey], folded: Mapping[CardKey, Memory | None]
    ) -> dict[CardKey, CardKey]:
        """The former names under which something is known, each with the card's name of today."""
        return {
            former: key
            for former, key in self._today.items()
            if (folded[former] is not None if former in folded else former in stored)
        }

    def _joined(self, keys: Iterable[CardKey]) -> dict[CardKey, Memory | None]:
        """The memories of cards folded from the rows under all their names."""
        return {key: self.fold(self.rows(key)) for key in keys}


def _lowest(at_ms: int) -> bytes:
    from tutor.store.uuid7 import lowest

    return lowest(max(at_ms, 0))
