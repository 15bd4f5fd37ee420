"""The tour of a first start: three screens, left at any time, and never shown by itself again."""

import subprocess
import sys

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tutor.core.settings import Settings
from tutor.demo import Demo, DemoError, load
from tutor.packs import bundled_root, read_demo_words
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.keys import KeysDialog
from tutor.ui.screens.player import PlayerPage
from tutor.ui.screens.tour import TourPage
from tutor.ui.surroundings import Surroundings

from .conftest import Home


class Svg(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "svg"


LARGE, SMALL = (100, 30), (80, 24)
DECK = """\
concept: {id}
title: {{en: {en}, ko: {ko}}}
needs: [{needs}]
cards:
  - {{id: a, ask: q, answer: a}}
"""
DECKS = (
    ("softmax", "Softmax", "소프트맥스", ""),
    ("recurrent-network", "The recurrent network", "순환 신경망", "softmax"),
    ("lstm-cell", "The LSTM cell", "LSTM 셀", "recurrent-network"),
    ("convolution-output-size", "Convolution output size", "합성곱 출력 크기", ""),
)


class Newcomer(Home):
    """A home in which nothing was set or learnt, with two of the concepts that the tour offers."""

    def __init__(self, folder) -> None:
        content = folder / "pack/content"
        content.mkdir(parents=True)
        for id_, en, ko, needs in DECKS:
            text = DECK.format(id=id_, en=en, ko=ko, needs=needs)
            (content / f"{id_}.yaml").write_text(text, encoding="utf-8")
        super().__init__(folder, folder / "pack")
        self.toured = 0

    def open_demo(self, name: str) -> Demo:
        if name in self.broken:
            raise DemoError("raised", error="it is broken")
        words, _ = read_demo_words(bundled_root() / "demos" / f"{name}.yaml")
        return load(bundled_root() / "demos", name, words)

    def app(self, *, first=True, settings=None, **options):
        app = super().app(**options)
        app.settings = settings or Settings()

        def toured() -> None:
            self.toured += 1

        app.around = Surroundings(toured=toured if first else None)
        return app


@pytest.fixture
def newcomer(tmp_path):
    made = Newcomer(tmp_path)
    yield made
    made.store.close()


async def test_a_first_start_shows_the_tour_before_the_home_page(newcomer):
    app = newcomer.app()
    async with app.run_test(size=SMALL):
        assert isinstance(app.screen, TourPage)
        assert "A day here takes about ten minutes" in newcomer.seen(app)


async def test_escape_leaves_it_at_once_and_for_good(newcomer):
    app = newcomer.app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("escape")
        assert isinstance(app.screen, HomePage)
        assert newcomer.toured == 1
        assert newcomer.settings == {}


async def test_a_later_start_shows_the_home_page(newcomer):
    app = newcomer.app(first=False)
    async with app.run_test(size=SMALL):
        assert isinstance(app.screen, HomePage)


async def test_a_review_or_a_demo_is_not_kept_waiting(newcomer):
    app = newcomer.app(start="review")
    async with app.run_test(size=SMALL):
        assert not isinstance(app.screen, TourPage)


async def test_the_language_is_chosen_on_its_first_screen(newcomer):
    app = newcomer.app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("right")
        assert "하루 10분이면 됩니다" in newcomer.seen(app)
        assert newcomer.settings == {"language": "ko"}
        await pilot.press("f6")
        assert "A day here takes" in newcomer.seen(app)


async def test_a_number_of_the_real_demo_explains_itself(newcomer):
    app = newcomer.app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        text = newcomer.seen(app)
        assert "S′[0] = scores[0] / √dₖ" in text
        assert "= 112 / 8 = 14" in text
        await pilot.press(*["right"] * 4)
        assert "A[0] = E[0] / (E[0] + E[1])" in newcomer.seen(app)
        await pilot.press("f3")
        assert isinstance(app.screen, PlayerPage)
        await pilot.press("q", "left", "left")
        assert "[1]" in newcomer.seen(app)


async def test_without_the_demo_the_tour_goes_on(newcomer):
    newcomer.broken.add("attend")
    app = newcomer.app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "right", "f3")
        assert "Every number says where it comes from" in newcomer.seen(app)
        await pilot.press("enter")
        assert "Where do you want to get?" in newcomer.seen(app)


async def test_goals_and_pace_are_kept_and_the_day_follows(newcomer):
    app = newcomer.app()
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("enter", "enter")
        text = newcomer.seen(app)
        assert "The LSTM cell" in text
        assert "first Softmax, The recurrent network" in text
        assert "masked" not in text  # which this library does not have
        await pilot.press("space", "right", "enter")
        assert isinstance(app.screen, HomePage)
        assert newcomer.settings == {"goals": "lstm-cell", "new_per_day": "15"}
        assert app.study.goals == ("lstm-cell",)
        assert app.study.limits.new == 15
        assert newcomer.toured == 1


async def test_everything_in_order_takes_the_goals_back(newcomer):
    app = newcomer.app(settings=Settings(goals=("lstm-cell",), new_per_day=12))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("enter", "enter")
        assert "about 12 minutes a day" in newcomer.seen(app)
        await pilot.press("2", "3", "enter")
        assert newcomer.settings == {"goals": "", "new_per_day": "12"}


async def test_a_goal_of_a_pack_that_is_away_stays_one(newcomer):
    app = newcomer.app(settings=Settings(goals=("elsewhere", "lstm-cell")))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("enter", "enter", "2", "enter")
        assert newcomer.settings["goals"] == "elsewhere, lstm-cell, convolution-output-size"
        assert app.study.goals == ("lstm-cell", "convolution-output-size")
    app = newcomer.app(settings=Settings(goals=("elsewhere", "lstm-cell")))
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("enter", "enter", "3", "enter")
        assert newcomer.settings["goals"] == "elsewhere"


async def test_the_mouse_takes_the_tour_too(newcomer):
    app = newcomer.app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.click("#keys", offset=(4, 0))
        await pilot.click("#keys", offset=(4, 0))
        await pilot.pause()
        lines = str(app.screen.query_one("#tour").render()).split("\n")
        row = next(number for number, line in enumerate(lines) if "LSTM" in line)
        await pilot.click("#tour", offset=(8, row))
        pace = next(number for number, line in enumerate(lines) if " 20 " in line)
        await pilot.click("#tour", offset=(lines[pace].index("20"), pace))
        await pilot.press("enter")
        assert newcomer.settings == {"goals": "lstm-cell", "new_per_day": "20"}


async def test_one_can_go_back_and_see_the_tour_again(newcomer):
    app = newcomer.app(first=False)
    async with app.run_test(size=(100, 60)) as pilot:
        await pilot.press("f1")
        assert isinstance(app.screen, KeysDialog)
        assert "a tour of three screens" in newcomer.seen(app)
        await pilot.press("escape", "ㅅ", "enter", "backspace")
        assert "A day here takes" in newcomer.seen(app)
        await pilot.press("q")
        assert isinstance(app.screen, HomePage)


def test_other_starts_do_not_even_import_it():
    code = "import sys, tutor.ui.app; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    late = {"tutor.ui.screens.tour", "tutor.ui.screens.settings", "tutor.ui.editing"}
    assert not late & set(ran.stdout.split())


PAGES = {
    "day": ({}, [], LARGE),
    "taste-korean": ({"language": "ko"}, ["enter", *["right"] * 4], SMALL),
    "goals-light": ({"theme": "light"}, ["enter", "enter", "space"], LARGE),
}


@pytest.mark.parametrize("page", PAGES)
async def test_page_looks_as_before(newcomer, snapshot, page):
    options, keys, size = PAGES[page]
    app = newcomer.app(**options)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        assert newcomer.picture(app) == snapshot(name=page, extension_class=Svg)
