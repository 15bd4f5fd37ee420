"""First runs of demos that have changed, behind the screen, and what waits for them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tutor.ui.screens.home import HomePage
from tutor.ui.screens.page import Page

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp


def is_untried(error: Exception) -> bool:
    """Whether a demo only waits for its first run."""
    from tutor.demo import DemoError

    return isinstance(error, DemoError) and error.code == "untried"


class Rehearsal:
    """The first runs; cards and pages that need one of these demos wait and come back."""

    def __init__(self, app: TutorApp) -> None:
        self._app = app
        self._is_on = False
        self._noted: Page | None = None
        self._wanted: tuple[object, Callable[[], None]] | None = None

    def begin(self, why: Exception | None = None) -> None:
        """Run the changed demos, unless that is going on already; the page says `why`."""
        page = self._app.screen
        if why is not None and isinstance(page, Page):
            self._noted = page
            page.note(self._app.sentence(why))
        if self._app.around.rehearse is not None and not self._is_on:
            self._is_on = True
            self._app.run_worker(self._go_on(self._app.around.rehearse))

    @contextmanager
    def awaiting(self, then: Callable[[], None]) -> Iterator[None]:
        """Where a demo opened in here waits for its first run, that is begun.

        When it is over `then` is done, if the same page still lies on top.
        """
        from tutor.demo import DemoError

        try:
            yield
        except DemoError as error:
            if is_untried(error):
                self._wanted = (self._app.screen, then)
                self.begin()
            raise

    async def _go_on(self, rehearse: Callable[[], None]) -> None:
        from tutor.ui.screens.done import DonePage

        await asyncio.to_thread(rehearse)
        self._is_on = False
        wanted, self._wanted = self._wanted, None
        app, page = self._app, self._app.screen
        app.study.try_again()
        if isinstance(page, DonePage):
            await app.turn()
            return
        for screen in app.screen_stack:
            if isinstance(screen, HomePage):
                screen.renew()
        if isinstance(page, Page):
            page.rehearsed()
        if page is self._noted and page is not None:
            page.note("")
        if wanted is not None and wanted[0] is page and isinstance(page, Page):
            page.note("")
            with page.reporting():
                wanted[1]()
