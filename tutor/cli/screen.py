"""The full screen, started."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tutor.cli.context import Context
from tutor.cli.demos import demo_names, rehearse_all
from tutor.cli.language import is_overruled
from tutor.cli.settings import begin_settings, write_setting
from tutor.cli.shelf import missing_packs
from tutor.cli.wiring import demo_opener, wire
from tutor.core.garbage import not_collecting

if TYPE_CHECKING:
    from tutor.cli.wiring import Wired
    from tutor.study.selection import Plan
    from tutor.ui.player.state import Opening
    from tutor.ui.surroundings import Surroundings


# Nothing that is made on the way to the first screen is garbage: looking for some costs a tenth of
# the start. The app turns it on again once it is on the screen.
@not_collecting()
def open_screen(
    context: Context,
    *,
    files: Sequence[Path] = (),
    deck: str = "",
    start: Literal["home", "review", "quiz"] = "home",
    quiz: "Callable[[Wired], Plan] | None" = None,
    demo: str | None = None,
    opening: "Opening | None" = None,
) -> int:
    """Show the tutor's screens until the learner leaves.

    A `demo` is opened at once, on the numbers and at the place that `opening` says. Without
    a `quiz` the start with one asks what it shall be about. Raises what ended the screens, if that
    was a mistake of ours.
    """
    # The protocol breaks Korean input methods in some terminals; it is read when Textual is.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from tutor.ui.app import TutorApp
    from tutor.ui.themes import fitting

    # Nothing on the screen waits for a demo's first run.
    open_demo = demo_opener(context, patient=False)
    with wire(context, files=files, deck=deck, demos=open_demo) as wired:
        plan = quiz(wired) if quiz is not None else None
        app = TutorApp(
            study=wired.study,
            library=wired.library,
            language=context.language,
            theme=fitting(context.settings.theme, context.environ),
            remember=lambda key, value: write_setting(context.home.settings, key, value),
            open_demo=open_demo,
            demo_names=partial(demo_names, context),
            start=start,
            quiz=plan,
            demo=demo,
            opening=opening,
            count_predictions=context.settings.count_predictions,
            clock=context.clock,
            around=_surroundings(context, wired, first=start == "home" and demo is None),
        )
        app.run()
        if app.failure is not None:
            raise app.failure
        wired.store.backup_when_due()
    return app.return_code or 0


def _surroundings(context: Context, wired: "Wired", *, first: bool) -> "Surroundings":
    """What the screens are told; a tour is due where nothing was set or learnt before."""
    from tutor.cli.moving import accept_moves, decline_moves, find_moves
    from tutor.packs.watching import PAUSE
    from tutor.ui.surroundings import Moves, Surroundings

    file = context.home.settings
    is_new = first and not file.exists() and wired.store.last() is None
    overruled = {"language": "TUTOR_LANG"} if is_overruled(context.environ) else {}
    if "NO_COLOR" in context.environ:
        overruled["theme"] = "NO_COLOR"
    return Surroundings(
        settings=context.settings,
        file=str(file),
        overruled=overruled,
        environ=context.environ,
        reopen=wired.reopen,
        pause=PAUSE,
        moves=Moves(
            find=partial(find_moves, wired=wired),
            accept=accept_moves,
            decline=partial(decline_moves, wired=wired),
        ),
        toured=partial(begin_settings, file) if is_new else None,
        warnings=(*context.setting_sentences(), *missing_packs(context)),
        rehearse=partial(rehearse_all, context),
    )
