"""Noticing that files of packs have changed, by looking at their sizes and times now and then.

Looking costs a millisecond for hundreds of files and works alike on every disk, drive and link,
where a system's own notices do not.
"""

from collections.abc import Sequence

from tutor.packs.kept import state_of
from tutor.packs.sources import Pack, found_in

PAUSE = 0.5
"""Seconds between two looks."""


class Watch:
    """The files of packs as they were when they were read."""

    def __init__(self, packs: Sequence[Pack]) -> None:
        self.packs = packs
        self.known = self.latest = self._state()

    def changed(self) -> bool:
        """Whether the files are others than were known, and have lain still since the last look.

        An editor may write a file in several steps; half a file is not read. What is told once is
        known from then on.
        """
        state, before = self._state(), self.latest
        self.latest = state
        if state == self.known or state != before:
            return False
        self.known = state
        return True

    def unreadable(self) -> str:
        """The first folder or file that cannot be looked at, with the reason; empty if all can."""
        for pack in self.packs:
            for error in found_in(pack).errors:
                return f"{error.filename or pack.root}: {error.strerror or type(error).__name__}"
        return ""

    def _state(self) -> bytes:
        return state_of([found_in(pack) for pack in self.packs], ())
