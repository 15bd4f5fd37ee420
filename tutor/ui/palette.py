"""What the palette offers: pages to open, looks and languages, the way home and out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.screen import Screen

from tutor.ui import themes
from tutor.ui.screens.page import Page

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp


def commands(app: TutorApp, screen: Screen[object]) -> Iterator[SystemCommand]:
    """The commands, in the language of now; the keys of a page only where there is one."""
    found: list[tuple[str, Callable[[], object]]] = [
        ("ui.palette.home", app.action_home),
        ("quiz.palette", app.action_quiz),
        ("ui.palette.demos", app.action_demos),
        ("glossary.palette", app.action_glossary),
        ("day.palette.marked", app.action_marked),
        ("ui.palette.settings", app.action_settings),
        ("watch.palette", app.action_read_anew),
        ("ui.palette.tour", app.action_tour),
        ("ui.palette.language", app.action_language),
    ]
    found += [
        (f"ui.palette.theme_{theme.name}", partial(app.take_theme, theme.name))
        for theme in themes.THEMES
    ]
    if isinstance(screen, Page):
        found.append(("ui.palette.keys", screen.action_keys))
    found.append(("ui.palette.quit", app.exit))
    for code, deed in found:
        yield SystemCommand(app.say(code), app.say(f"{code}.help"), deed)
