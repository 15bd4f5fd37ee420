"""A whole log read row by row as the database holds it: folded into memories, or counted.

It comes to what `fold_memory` and `moment_of_row` make of the rows, in a fraction of the time.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

import msgspec

from tutor.core.cards import CardKey
from tutor.core.garbage import not_collecting
from tutor.core.log import LogRow, Memory, Phase
from tutor.schedule import Scheduler
from tutor.schedule.folding import State, answered, factor_of, memory_of
from tutor.study.fold import MIDDLE, fuzz_of, moment_of_row, retention_of

if TYPE_CHECKING:
    from tutor.store import Store


Kind: TypeAlias = tuple[int, int, bool]
"""Of an answer its study day, its grade, and whether it was a review."""


class _Said(msgspec.Struct, gc=False):
    """What matters of an answer's payload, where it is as the study writes it."""

    moment: tuple[int, int, int]
    fuzz: float = MIDDLE
    retention: float | None = None
    phase: str | None = None


def fold_all(store: Store, scheduler: Scheduler) -> dict[CardKey, Memory]:
    """The memories that the rows of a log that stand leave of each card; read in a snapshot."""
    with not_collecting():
        states = _states(store, scheduler)
        return {CardKey(card): memory_of(state) for card, state in states.items()}


def count_answers(store: Store) -> Counter[Kind]:
    """How many answers of each kind stand; counted on from what the store kept of an earlier count.

    All are counted anew where one of those was undone since.
    """
    with not_collecting(), store.snapshot():
        through, text = store.figures()
        derived, last = store.derived_through(), store.last()
        if through is not None and any(one <= through.hex() for one in store.undone_after(through)):
            through, text = None, ""
        kept: list[tuple[int, int, bool, int]] = json.loads(text or "[]")
        counts = Counter({(day, grade, review): n for day, grade, review, n in kept})
        if last != through:
            for _, grade, said in _standing(store, through):
                if said is not None:
                    counts[said.moment[1], grade, said.phase == Phase.REVIEW] += 1
    if last is not None and last != through:
        store.keep_figures(last, json.dumps([(*kind, n) for kind, n in counts.items()]), derived)
    return counts


def _states(store: Store, scheduler: Scheduler) -> dict[str, State]:
    states: dict[str, State] = {}
    factor, retention = factor_of(scheduler.retention), None
    for card, grade, said in _standing(store):
        if said is None:
            states.pop(card, None)
            continue
        at_ms, day, ends = said.moment
        if said.retention != retention:
            retention = said.retention
            factor = factor_of(scheduler.retention if retention is None else retention)
        fuzz = said.fuzz if 0 <= said.fuzz < 1 else MIDDLE
        states[card] = answered(states.get(card), grade, at_ms, day, ends, fuzz, factor)
    return states


def _standing(store: Store, after: bytes | None = None) -> Iterator[tuple[str, int, _Said | None]]:
    """The answers that stand, each with its card and grade; None is said by a reset."""
    decode = msgspec.json.Decoder(_Said).decode
    undone = store.undone()
    for identity, card, grade, payload in store.answers(after):
        if identity in undone or grade is None:
            continue
        if not grade:
            yield card, 0, None
            continue
        try:
            said = decode(payload)
        except msgspec.MsgspecError:
            said = _read(store.row(identity))
        yield card, grade, said


def _read(row: LogRow) -> _Said:
    """The same of a row that another program may have written."""
    moment = moment_of_row(row)
    phase = row.payload.get("phase")
    return _Said(
        (moment.at_ms, moment.day, moment.ends),
        fuzz_of(row.payload),
        retention_of(row.payload),
        phase if isinstance(phase, str) else None,
    )
