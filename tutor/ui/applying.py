"""Settings changed on the screen: taken into the running study, and kept for the next time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from tutor.core.cards import ConceptId
from tutor.core.settings import read_value
from tutor.study import Limits

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp


def change(app: TutorApp, key: str, text: str) -> None:
    """Let a setting be what a text states; NotASettingError if it cannot be that.

    What cannot be written holds until the program ends, and the page says so.
    """
    value: Any = read_value(key, text)
    app.settings = replace(app.settings, **{key: value})
    match key:
        case "language":
            app.take_language(value)
        case "theme":
            app.take_theme(value)
        case _:
            _tell_study(app, key, value)
            app.keep(key, text)


def value_now(app: TutorApp, key: str) -> object:
    """What a setting is now; language and look as they are shown."""
    shown: dict[str, object] = {"language": app.language, "theme": app.theme}
    return shown[key] if key in shown else getattr(app.settings, key)


def _tell_study(app: TutorApp, key: str, value: Any) -> None:
    """What the study has to know at once; the hour at which a day begins waits for the next start.

    (A day whose beginning moves while it is under way would be counted twice, or not at all.)
    """
    study, settings = app.study, app.settings
    match key:
        case "new_per_day" | "reviews_per_day":
            study.limits = Limits(new=settings.new_per_day, reviews=settings.reviews_per_day)
        case "retention":
            study.retention = value
        case "goals":
            concepts = app.library.concepts
            study.goals = tuple(ConceptId(goal) for goal in value if goal in concepts)
