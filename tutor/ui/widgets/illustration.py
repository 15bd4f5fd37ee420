"""The picture of a card: a terminal shows none, so what is to be seen on it is said in words."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from textual.content import Content
from textual.events import Click
from textual.style import Style

from tutor.core.cards import Image
from tutor.core.text import Language, in_language
from tutor.ui.setting import set_text, wrapped
from tutor.ui.widgets.bars import CLICK, clicked
from tutor.ui.widgets.typeset import Typeset
from tutor.words import say


class Illustration(Typeset):
    """What is to be seen, and beneath it the file's name, which opens it when clicked."""

    def __init__(self, identity: str) -> None:
        super().__init__(id=identity)
        self._image: Image | None = None
        self._language: Language = "en"
        self.display = False

    def update(self, image: Image | None, language: Language) -> None:
        """Tell of another picture; None takes no room."""
        self._image, self._language = image, language
        self.display = image is not None
        self.refresh(layout=True)

    def set_in(self, width: int) -> Content:
        """The words, then the file."""
        if self._image is None:
            return Content("")
        seen = in_language(self._image.alt, self._language)
        name = Content.styled(Path(self._image.file).name, "$accent")
        name = name.stylize(Style.from_meta({CLICK: "screen.image"}))
        sort = Content.styled(say("ui.image", self._language) + "  ", "$quiet")
        return Content("\n").join(
            [*set_text(seen, width), *wrapped(Content.assemble(sort, name), width)]
        )

    def on_click(self, event: Click) -> None:
        """Open the file where its name is clicked."""
        clicked(self, event)


def has_windows() -> bool:
    """Whether there is a desktop to open a file on.

    Without one, a system's opener may start a browser in this very terminal.
    """
    if sys.platform in ("win32", "darwin"):
        return "SSH_CONNECTION" not in os.environ
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
