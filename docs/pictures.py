"""Draws the pictures of the README, of both guides and of the page on cards, from the real app.

What the guides show are the bundled cards; the page on cards shows those that stand on it.

A scripted learner gives the answers; clock and seeds stand still, so that the same program draws
the same pictures. Where a card, a trap or a page of a picture is not there any more, its name says
so, and the others are drawn.

Usage: python -m docs.pictures FOLDER [NAME ...]
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from docs.hand import (
    Act,
    Hand,
    answer,
    carry_forward,
    choose_also_wrongly,
    choose_wrongly,
    exchange_two_lines,
    fall_into,
    join_two_wrongly,
    look,
    play,
    press,
    take_a_quiz,
)
from docs.learner import (
    BUNDLED,
    GOALS,
    PAGE,
    Clock,
    Desk,
    MissingError,
    demo_names,
    open_demo,
    write_page_deck,
)
from docs.svg import in_cells
from tutor.core.settings import Settings
from tutor.core.text import Language
from tutor.packs import open_library
from tutor.store import Store
from tutor.ui.app import TutorApp
from tutor.ui.surroundings import Surroundings

SIZE = (100, 30)
SETTINGS_FILE = "~/.config/tutor/settings.toml"
ATTENTION = "scaled-dot-product-attention"
SIZES = "convolution-output-size"
NETWORK = "recurrent-network"


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One picture: what was `before`, the page the app opens with, what is done there."""

    before: Callable[[Desk], None] = lambda desk: None
    start: Literal["home", "review"] = "home"
    act: Act = look
    theme: str = "dark"
    size: tuple[int, int] = SIZE
    tour: bool = False
    page: bool = False
    """Whether the cards are those that stand on the page on cards."""
    languages: tuple[Language, ...] = ("en", "ko")


def card(key: str, act: Act, theme: str = "dark") -> Scene:
    """A card of the review, and what is done with it."""
    return Scene(before=lambda desk: desk.come_to(key), start="review", act=act, theme=theme)


def kind(name: str, act: Act, size: tuple[int, int] = (80, 24)) -> Scene:
    """A card of the page on cards, and what is done with it."""
    return Scene(
        before=lambda desk: desk.come_to(f"{PAGE}/{name}"),
        start="review",
        act=act,
        size=size,
        page=True,
        languages=("en",),
    )


def days(desk: Desk) -> None:
    """Five days were learnt; it is the next morning."""
    desk.go_through(5)
    desk.sleep()


SCENES: dict[str, Scene] = {
    "tour": Scene(tour=True, act=press("enter")),
    "tour-goals": Scene(tour=True, act=press("enter", "enter", "1", "2")),
    "home": Scene(before=days, act=press("down", "down")),
    "lesson": Scene(before=lambda desk: desk.keep_to(ATTENTION), start="review"),
    "gaps": card("softmax-and-cross-entropy/two-jobs~1", press(*"positive", "f2")),
    "choices": card(f"{SIZES}/why-plus-one", choose_wrongly, "light"),
    "order": card("lstm-cell/one-step-in-order", exchange_two_lines),
    "pairs": card("lstm-cell/four-duties", join_two_wrongly),
    "wrong": card(f"{ATTENTION}/scaled-score", fall_into("divided-by-d-k")),
    "wrong-demo": card(f"{ATTENTION}/scaled-score", fall_into("divided-by-d-k", "f3")),
    "walk": Scene(
        before=lambda desk: desk.know(
            *(
                f"{NETWORK}/{step}"
                for step in ("from_input", "from_state", "pre_activations", "hidden")
            )
        ),
        start="review",
        act=carry_forward,
        size=(100, 36),
    ),
    "done": Scene(before=lambda desk: desk.go_through(6), start="review"),
    "player": Scene(act=play("attention", "down", "right", step="weights")),
    "trap": Scene(act=play("lstm", trap="tanh-forget-gate"), theme="light"),
    "predict": Scene(act=play("attention", *"pp", *"2, 0, 2", "enter", step="scaled")),
    "quiz-setup": Scene(before=days, act=press("z")),
    "quiz-score": Scene(act=take_a_quiz),
    "settings": Scene(act=press("comma", "down", "down"), theme="light"),
    "glossary": Scene(act=press("g", "slash", *"gate")),
    "card-answer": kind("softmax-sum", press("space")),
    "card-accept": kind("relu-name", answer("rectified linear unti")),
    "card-cloze": kind("lstm-gates", answer("forget", "output")),
    "card-choices": kind("saturating", choose_also_wrongly),
    "card-order": kind("training-step", exchange_two_lines),
    "card-pairs": kind("ranges", join_two_wrongly),
    "card-claim": kind("scale-size", press("1")),
    "card-number": kind("attention-root", answer("sqrt(64)")),
    "card-live": kind("scaled-scores", fall_into("divided-by-d-k"), (80, 30)),
    "card-formula": kind("scaled-formula", answer("scores / d_k")),
}
"""The pictures by their names; Korean ones are called NAME.ko."""


async def draw(folder: Path, names: Iterable[str]) -> list[str]:
    """Draw pictures into a folder; what could not be drawn is returned, a line each."""
    missing = []
    for name in names:
        scene = SCENES[name]
        for language in scene.languages:
            file = folder / (f"{name}.svg" if language == "en" else f"{name}.{language}.svg")
            try:
                svg = await _drawn(scene, language)
            except MissingError as error:
                missing.append(f"{file.name}: {error}")
            else:
                file.write_text(svg, encoding="utf-8")
    return missing


async def _drawn(scene: Scene, language: Language) -> str:
    with _desk(language, page=scene.page) as desk:
        scene.before(desk)
        app = _app(desk, scene)
        async with app.run_test(size=scene.size) as pilot:
            await pilot.pause()
            await scene.act(Hand(app, pilot))
            await pilot.pause()
            return in_cells(app.export_screenshot(title="tutor"))


@contextmanager
def _desk(language: Language, *, page: bool) -> Iterator[Desk]:
    """A new learner, who leaves no trace."""
    with tempfile.TemporaryDirectory() as home:
        library = open_library([BUNDLED], None)
        if page:
            library = open_library((), None, [write_page_deck(Path(home))], [BUNDLED])
        clock = Clock()
        with Store.open(Path(home) / "tutor.db", clock, device="pictures") as store:
            yield Desk(library, store, clock, language)


def _app(desk: Desk, scene: Scene) -> TutorApp:
    return TutorApp(
        desk.study(),
        desk.library,
        language=desk.language,
        theme=scene.theme,
        remember=lambda key, value: None,
        open_demo=open_demo,
        demo_names=demo_names,
        start=scene.start,
        clock=desk.clock,
        around=Surroundings(
            settings=Settings(goals=() if scene.tour else GOALS),
            file=SETTINGS_FILE,
            toured=(lambda: None) if scene.tour else None,
        ),
    )


if __name__ == "__main__":
    folder, *names = sys.argv[1:]
    if missed := asyncio.run(draw(Path(folder), names or SCENES)):
        sys.exit("\n".join(missed))
