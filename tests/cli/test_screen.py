import gc
import os
import random
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tutor.cli.context import CannotError, Context, make_context
from tutor.cli.screen import open_screen
from tutor.cli.settings import read_settings
from tutor.cli.wiring import wire
from tutor.core.study import Lesson
from tutor.demo import DemoError

from .conftest import NOON


class Screen:
    """Stands in for the app: keeps what it was handed and does what a test wants done."""

    return_code = 0
    failure = None
    handed: dict[str, Any]

    def __init__(self, **handed: Any) -> None:
        type(self).handed = handed

    def run(self) -> None:
        self.handed["remember"]("theme", "light")
        with pytest.raises(DemoError, match="did you mean attend"):
            self.handed["open_demo"]("atend")


@pytest.fixture
def context(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Context:
    module = ModuleType("tutor.ui.app")
    module.TutorApp = Screen  # type: ignore[attr-defined]  # a stand-in module
    monkeypatch.setitem(sys.modules, "tutor.ui.app", module)
    monkeypatch.setenv("TEXTUAL_DISABLE_KITTY_KEY", "")
    monkeypatch.delenv("TEXTUAL_DISABLE_KITTY_KEY")
    environ = {"TUTOR_HOME": str(tmp_path), "TUTOR_LANG": "en", "TERM": "xterm-256color"}
    return make_context(environ, lambda: NOON, random.Random(1))


def test_the_screen_gets_study_settings_and_demos(context: Context) -> None:
    assert open_screen(context, start="review") == 0
    assert Screen.handed["start"] == "review"
    assert Screen.handed["theme"] == "dark"
    assert {"attend", "attention"} <= set(Screen.handed["demo_names"]())
    assert Screen.handed["open_demo"] is not None


def test_what_is_chosen_on_the_screen_is_kept(context: Context) -> None:
    open_screen(context)
    assert read_settings(context.home.settings)[0].theme == "light"


def test_only_a_first_start_at_home_is_shown_the_tour(context: Context) -> None:
    open_screen(context, start="review")
    assert Screen.handed["around"].toured is None
    context.home.settings.unlink()  # which the stand-in has written
    open_screen(context, demo="attend")
    assert Screen.handed["around"].toured is None
    context.home.settings.unlink()
    open_screen(context)
    toured = Screen.handed["around"].toured
    context.home.settings.unlink()
    toured()
    open_screen(context)
    assert Screen.handed["around"].toured is None


def test_whoever_has_learnt_something_is_shown_no_tour(context: Context) -> None:
    with wire(context) as wired:
        lesson = wired.study.next()
        assert isinstance(lesson, Lesson)
        wired.study.read(lesson)
    open_screen(context)
    assert Screen.handed["around"].toured is None


def test_the_screen_is_told_what_the_environment_decides(context: Context) -> None:
    open_screen(context)
    around = Screen.handed["around"]
    assert around.overruled == {"language": "TUTOR_LANG"}
    assert around.file == str(context.home.settings)
    environ = {**context.environ, "TUTOR_LANG": "fr", "NO_COLOR": "1"}
    open_screen(replace(context, environ=environ))
    assert Screen.handed["around"].overruled == {"theme": "NO_COLOR"}


def test_the_first_page_hears_of_settings_that_are_passed_over(context: Context) -> None:
    context.home.settings.parent.mkdir(parents=True, exist_ok=True)
    context.home.settings.write_text("retention = 2\n", encoding="utf-8")
    open_screen(make_context(context.environ, lambda: NOON, random.Random(1)))
    (warning,) = Screen.handed["around"].warnings
    assert warning.startswith(f"{context.home.settings}:1: ")


def test_the_study_gets_the_goals_that_there_are(
    context: Context, capsys: pytest.CaptureFixture[str]
) -> None:
    goals = replace(context.settings, goals=("lstm-cell", "nothing-like-it"))
    with wire(replace(context, settings=goals)) as wired:
        assert wired.study.goals == ("lstm-cell",)
    assert "goals: there is no concept nothing-like-it" in capsys.readouterr().err


def test_the_library_can_be_read_again(context: Context) -> None:
    class Changing(Screen):
        def run(self) -> None:
            file = context.home.pack / "content" / "mine.yaml"
            file.parent.mkdir(parents=True)
            file.write_text("cards:\n  - {id: a, ask: q, answer: a}\n", encoding="utf-8")
            assert "mine/a" in self.handed["around"].reopen().items
            assert "mine/a" not in self.handed["library"].items

    sys.modules["tutor.ui.app"].TutorApp = Changing  # type: ignore[attr-defined]  # a stand-in
    assert open_screen(context) == 0


def test_garbage_is_looked_for_again_where_the_screen_could_not_be_opened(
    context: Context,
) -> None:
    with pytest.raises(CannotError):
        open_screen(context, deck="atention")
    assert gc.isenabled()


def test_korean_input_methods_work_unless_the_learner_decides_otherwise(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_screen(context)
    assert os.environ["TEXTUAL_DISABLE_KITTY_KEY"] == "1"
    monkeypatch.setenv("TEXTUAL_DISABLE_KITTY_KEY", "0")
    open_screen(context)
    assert os.environ["TEXTUAL_DISABLE_KITTY_KEY"] == "0"
