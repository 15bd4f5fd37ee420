"""Cards that were renamed or moved: found, and said so in their files by `was:`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.core.saving import save

if TYPE_CHECKING:
    from tutor.cli.wiring import Wired
    from tutor.packs import Library
    from tutor.packs.vanished import Move


def find_moves(library: Library, wired: Wired) -> list[Move]:
    """The cards that have gone with a history, each with the new card that is likeliest it."""
    from tutor.packs.vanished import likely_moves

    memory = wired.study.memory
    return likely_moves(wired.store.cache(), library, lambda key: memory(key) is not None)


def accept_moves(moves: Sequence[Move]) -> None:
    """Write into their files what the cards were before.

    OSError where a file cannot be written, CannotFixError where it would say something else then.
    """
    from tutor.packs.concepts import Source
    from tutor.packs.fixing import with_was

    by_file: dict[str, dict[str, str]] = defaultdict(dict)
    for move in moves:
        # What is asked of one card in several ways moves with it.
        name, former = (key.partition("~")[0] for key in (move.item.card.id, move.former))
        by_file[move.item.place.file][name] = former
    for file, names in by_file.items():
        path = Path(file)
        save(path, with_was(path.read_bytes(), Source(file, "", ""), names))


def decline_moves(moves: Sequence[Move], wired: Wired) -> None:
    """Do not ask about these again; their history is kept all the same."""
    from tutor.packs.vanished import forget_vanished

    forget_vanished(wired.store.cache(), [move.former for move in moves])
