"""A card changed in the learner's own editor, and the way back to where one was."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from textual.app import SuspendNotSupported

from tutor.core.cards import Concept, Place, Recall
from tutor.core.faults import Fault, Severity
from tutor.core.study import Question
from tutor.core.text import in_language
from tutor.packs.copying import Copied, CopyError, as_it_stands, begin_file, copy_card, is_own
from tutor.packs.editors import at_line, editor
from tutor.packs.sources import OWN
from tutor.ui.naming import line_of

if TYPE_CHECKING:
    from tutor.packs import Library
    from tutor.ui.app import TutorApp
    from tutor.ui.screens.page import Page
    from tutor.ui.screens.question import QuestionPage


async def edit_card(page: QuestionPage) -> None:
    """Let the learner change the card of a question, then ask it as it is now.

    A card of another pack is copied into the learner's own first. What is at fault does not take
    the old card's place, and what was answered stays answered.
    """
    app, question = page.tutor, page.question
    item, concept = question.item, question.concept

    def text(own: Path) -> Copied:
        if is_own(item.place.file, app.library.packs):
            return as_it_stands(Path(item.place.file), item.place.line)
        return copy_card(item, concept, own)

    with page.reporting():
        began = time.monotonic()
        changed = _change(page, text, item.place)
        page.since += time.monotonic() - began  # writing is not thinking
        if changed is not None:
            await _come_back(page, question, changed)


async def edit_deck(page: Page, concept: Concept) -> None:
    """Let the learner write cards of a concept, in their own file of it."""
    app = page.tutor

    def text(own: Path) -> Copied:
        if is_own(concept.place.file, app.library.packs):
            return as_it_stands(Path(concept.place.file), 1)
        title = line_of(in_language(concept.title, app.language))
        said = app.say("edit.remarks", title=title)
        return begin_file(concept, own, said.split("\n"))

    with page.reporting():
        changed = _change(page, text, concept.place)
        if changed is not None:
            await _show(page, changed)


_Changed: TypeAlias = tuple["Library", list[Fault]]
_Then: TypeAlias = Callable[[_Changed], Awaitable[None]]


def _change(page: Page, text: Callable[[Path], Copied], place: Place) -> _Changed | None:
    """Open a text in the editor; the library read anew, and what is wrong in the text's file.

    None where nothing came of it, which has been said then. `place` is where the text stands now.
    """
    app = page.tutor
    own = next((pack.root for pack in app.library.packs if pack.name == OWN), None)
    words = editor(app.around.environ, windows=os.name == "nt")
    if own is None or app.around.reopen is None or words is None:
        page.note(app.say("edit.no_editor", file=place.file, line=place.line), error=True)
        return None
    try:
        copied = text(own)
        try:
            code = _run(app, at_line(words, copied.file, copied.line))
        finally:
            unchanged = copied.take_back()
    except CopyError as error:
        page.note(app.say(f"edit.cannot.{error.code}", file=error.file), error=True)
    except SuspendNotSupported:
        page.note(app.say("edit.no_terminal", file=place.file, line=place.line), error=True)
    except FileNotFoundError as error:
        page.note(app.say("edit.not_found", program=error.filename or words[0]), error=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        page.note(
            app.say("edit.failed", file=error.filename or place.file, reason=reason), error=True
        )
    else:
        if not unchanged:
            library = app.around.reopen()
            return library, _faults_in(copied.file, library)
        said = "edit.stopped" if code else "edit.unchanged"
        page.note(app.say(said, program=Path(words[0]).name))
    return None


async def _come_back(page: QuestionPage, question: Question, changed: _Changed) -> None:
    """Take the library as it is now, and show the card as it is in that."""
    app, (library, faults) = page.tutor, changed
    there = question.item.key in library.items
    if there or not faults:
        app.take_library(library)
    if faults:
        _tell(page, faults, partial(_come_back, page, question))
        return
    place = library.items[question.item.key].place if there else question.item.place
    if page.verdict is not None or page.left:
        page.note(app.say("edit.next_time", file=place.file))
        return
    if there:
        app.study.ask_next(question.item.key)
    fresh = app.study.next()
    if not isinstance(fresh, Question) or fresh.item.key != question.item.key:
        await app.turn(said=app.say("edit.saved" if there else "edit.gone", file=place.file))
        return
    hinted, revealed, seconds = page.hinted, page.revealed, page.seconds
    await page.show(fresh)
    page.hinted = hinted
    if revealed and isinstance(fresh.item.card, Recall):
        page.revealed, page.seconds = True, seconds
        page.retell()
    page.note(app.say("edit.saved", file=place.file))


async def _show(page: Page, changed: _Changed) -> None:
    """Take the library as it is now; what is wrong in it is told."""
    library, faults = changed
    page.tutor.take_library(library)
    if faults:
        _tell(page, faults, partial(_show, page))


def _tell(page: Page, faults: Sequence[Fault], then: _Then) -> None:
    """Show what is wrong in a file; from there one can go back into it, and `then` on."""
    from tutor.ui.screens.faults import FaultsDialog

    async def again() -> None:
        place = faults[0].place
        with page.reporting():
            changed = _change(page, lambda own: as_it_stands(Path(place.file), place.line), place)
            if changed is not None:
                await then(changed)

    page.app.push_screen(FaultsDialog(faults, again))


def _faults_in(file: Path, library: Library) -> list[Fault]:
    return [
        fault
        for fault in library.faults
        if fault.severity is Severity.ERROR and Path(fault.place.file) == file
    ]


def _run(app: TutorApp, command: Sequence[str]) -> int:
    """Run a program on the terminal, the screens out of its way; the code it ended with."""
    with app.suspend(), _undisturbed():
        return subprocess.run(command, check=False).returncode


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Leave Ctrl+C to the editor: here it would end the tutor."""
    before = signal.signal(signal.SIGINT, lambda number, frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
