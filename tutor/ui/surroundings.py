"""What the screens are told of the learner's home."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tutor.core.settings import Settings

if TYPE_CHECKING:
    from tutor.packs import Library
    from tutor.packs.vanished import Move


@dataclass(frozen=True, slots=True)
class Moves:
    """Cards that were renamed or moved: `find` them, `accept` that they are the same, or `decline`.

    `accept` may raise OSError, and ValueError where a file cannot say what its cards were.
    """

    find: Callable[[Library], Sequence[Move]]
    accept: Callable[[Sequence[Move]], None]
    decline: Callable[[Sequence[Move]], None]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The settings of the start, and what lies around the study.

    `file` is where settings are kept. What stands in `overruled` is decided anew at each start by
    the variable of the environment named there. `reopen` reads the library again; every `pause`
    seconds it is looked whether its files have changed, never where that is None. `moves` tells
    of cards that seem to have been renamed or moved. `toured` is
    called when the tour has been seen; it is None where no tour is due. `warnings` are sentences
    about what of the settings is passed over, said on the first page. `rehearse` runs demos that
    have changed, in another process; it takes its time, and never raises.
    """

    settings: Settings = field(default_factory=Settings)
    file: str = ""
    overruled: Mapping[str, str] = field(default_factory=dict)
    environ: Mapping[str, str] = field(default_factory=dict)
    reopen: Callable[[], Library] | None = None
    pause: float | None = None
    moves: Moves | None = None
    toured: Callable[[], None] | None = None
    warnings: tuple[str, ...] = ()
    rehearse: Callable[[], None] | None = None
