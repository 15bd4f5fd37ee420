import os
import random
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tutor.cli.context import Context, make_context
from tutor.cli.screen import open_screen
from tutor.cli.settings import read_settings
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


def test_korean_input_methods_work_unless_the_learner_decides_otherwise(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_screen(context)
    assert os.environ["TEXTUAL_DISABLE_KITTY_KEY"] == "1"
    monkeypatch.setenv("TEXTUAL_DISABLE_KITTY_KEY", "0")
    open_screen(context)
    assert os.environ["TEXTUAL_DISABLE_KITTY_KEY"] == "0"
