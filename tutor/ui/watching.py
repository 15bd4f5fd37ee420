"""Files that change while the tutor runs: noticed, read anew, and asked as they are now."""

from __future__ import annotations

from asyncio import sleep, to_thread
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.core.faults import Fault, Severity
from tutor.core.study import Question
from tutor.ui.moving import ask_about_moves
from tutor.ui.screens.page import Page
from tutor.ui.screens.review import ReviewPage
from tutor.words.faults import fault_sentence

if TYPE_CHECKING:
    from tutor.packs import Library
    from tutor.ui.app import TutorApp


async def watch_files(app: TutorApp, pause: float) -> None:
    """Look at the files every so many seconds, beside the screens, for as long as the app runs."""
    from tutor.packs.watching import Watch

    watch = await to_thread(Watch, app.library.packs)
    if unreadable := await to_thread(watch.unreadable):
        _page(app).note(app.say("watch.blind", reason=unreadable), error=True)
    while True:
        await sleep(pause)
        if await to_thread(watch.changed):
            await read_anew(app)


async def read_anew(app: TutorApp, *, asked: bool = False) -> None:
    """Take the files as they are now; what is shown and not yet answered is shown as it is now.

    What is newly at fault is said; where nothing is new that is said only if it was `asked` for.
    """
    if app.around.reopen is None:
        return
    with _page(app).reporting():
        before, library = app.library, app.around.reopen()
        app.take_library(library)
        said = await _show(app, before, library)
        new = [fault for fault in _errors(library) if fault not in _errors(before)]
        if new:
            _page(app).note(_told(app, new), error=True)
        elif said:
            _page(app).note(said)
        elif asked:
            _page(app).note(app.say("watch.read", n=len(library.decks)))
        if not new:  # half-mended files have cards that seem to be gone
            ask_about_moves(app)


def _page(app: TutorApp) -> Page:
    """The page that is seen, or that lies below a dialog."""
    return next(screen for screen in reversed(app.screen_stack) if isinstance(screen, Page))


async def _show(app: TutorApp, before: Library, library: Library) -> str:
    """Renew what the page shows; what is to be said of it."""
    page = _page(app)
    if not isinstance(page, ReviewPage):
        page.renew()
        return ""
    question = page.question
    key = question.item.key
    if key in library.items:
        item = library.items[key]
        if item.card == question.item.card:
            return ""
        file = Path(item.place.file).name
        if page.verdict is not None or page.left:
            return app.say("edit.next_time", file=file)
        app.study.ask_next(key)
        fresh = app.study.next()
        if isinstance(fresh, Question) and fresh.item.key == key:
            await page.show(fresh)
            return app.say("edit.saved", file=file)
    elif page.verdict is not None or page.left or _may_come_back(question, library):
        return ""
    await app.turn(said=app.say("edit.gone"))
    return ""


def _may_come_back(question: Question, library: Library) -> bool:
    """Whether the file of a card that has gone is at fault: it is kept on the screen meanwhile."""
    return any(fault.place.file == question.item.place.file for fault in _errors(library))


def _errors(library: Library) -> list[Fault]:
    return [fault for fault in library.faults if fault.severity is Severity.ERROR]


def _told(app: TutorApp, faults: list[Fault]) -> str:
    sentence = fault_sentence(faults[0], app.language)
    if len(faults) == 1:
        return sentence
    return app.say("watch.more", first=sentence, n=len(faults) - 1)
