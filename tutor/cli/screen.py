"""The full screen, started."""

import gc
import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from tutor.cli.context import Context
from tutor.cli.demos import demo_names
from tutor.cli.settings import write_setting
from tutor.cli.wiring import demo_opener, wire

if TYPE_CHECKING:
    from tutor.ui.player.state import Opening


def open_screen(
    context: Context,
    *,
    files: Sequence[Path] = (),
    deck: str = "",
    start: Literal["home", "review"] = "home",
    demo: str | None = None,
    opening: "Opening | None" = None,
) -> int:
    """Show the tutor's screens until the learner leaves.

    A `demo` is opened at once, on the numbers and at the place that `opening` says. Raises what
    ended the screens, if that was a mistake of ours.
    """
    # Nothing that is made on the way to the first screen is garbage: looking for some costs a tenth
    # of the start. The app turns it on again once it is on the screen.
    gc.disable()
    # The protocol breaks Korean input methods in some terminals; it is read when Textual is.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    from tutor.ui.app import TutorApp
    from tutor.ui.themes import fitting

    with wire(context, files=files, deck=deck) as wired:
        app = TutorApp(
            study=wired.study,
            library=wired.library,
            language=context.language,
            theme=fitting(context.settings.theme, context.environ),
            remember=lambda key, value: write_setting(context.home.settings, key, value),
            open_demo=demo_opener(context),
            demo_names=partial(demo_names, context),
            start=start,
            demo=demo,
            opening=opening,
            count_predictions=context.settings.count_predictions,
        )
        try:
            app.run()
        finally:
            gc.enable()
        if app.failure is not None:
            raise app.failure
        wired.store.backup_when_due()
    return app.return_code or 0
