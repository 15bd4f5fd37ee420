from dataclasses import replace

import numpy as np
import pytest

from tutor.demo import DemoError
from tutor.ui import themes
from tutor.ui.screens.player import PlayerPage
from tutor.ui.widgets.matrix import draw_array, heats, shape_of


async def test_arrows_step_forth_and_back_and_stop_at_the_ends(home):
    app = home.app(demo="scaling")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "step 1 of 3" in home.seen(app)
        assert "S′  2×2" in home.seen(app)
        assert "14  12" in home.seen(app)
        assert "the root of dₖ undoes that" in home.seen(app)
        await pilot.press("right", "right", "right")
        assert "step 3 of 3" in home.seen(app)
        await pilot.press("left")
        assert "step 2 of 3" in home.seen(app)
        await pilot.press("home", "left")
        assert "step 1 of 3" in home.seen(app)


async def test_another_example_brings_other_numbers(home):
    app = home.app(demo="scaling")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("x")
        text = home.seen(app)
        assert "example 2 of 2" in text
        assert "0.5  1.0  1.5" in text


async def test_a_demo_that_fails_is_one_sentence(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        def fail(name: str) -> None:
            raise DemoError("no_demo", name=name, near="")

        app._open_demo = fail
        await pilot.press("f3")
        await pilot.pause()
        assert "there is no demo `scaling`" in home.seen(app)


async def test_a_demo_without_examples_says_so(home):
    app = home.app(demo="scaling")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        bare = replace(app.screen.demo, examples=())
        await app.push_screen(PlayerPage(bare))
        await pilot.pause()
        assert "no example to show" in home.seen(app)
        await pilot.press("right", "x", "end", "q")
        assert app.is_running


def test_numbers_are_aligned_and_warmer_the_larger():
    colours = heats(themes.DARK)
    lines = draw_array(np.array([[1.5, -2.0], [10.0, 0.25]]), colours, 80)
    assert [line.plain for line in lines] == ["  1.50  -2.00 ", " 10.00   0.25 "]
    assert lines[1].spans[0].style == colours[-1]
    assert lines[0].spans[1].style == colours[0]


def test_columns_that_do_not_fit_give_way_to_an_ellipsis():
    lines = draw_array(np.arange(60).reshape(2, 30), (), 30)
    assert all(line.cell_length <= 30 for line in lines)
    assert " … " in lines[0].plain
    assert lines[1].plain.strip().endswith("59")


def test_the_terminals_own_colours_have_no_heat():
    assert heats(themes.TERMINAL) == ()


@pytest.mark.parametrize(
    ("array", "shape"), [(np.zeros((2, 3)), "2×3"), (np.array(4.0), ""), (np.zeros(5), "5")]
)
def test_a_shape_is_written_with_crosses(array, shape):
    assert shape_of(array) == shape


def test_blocks_and_values_that_are_not_finite_are_drawn():
    lines = draw_array(np.array([[[1.0, np.inf]], [[np.nan, 2.0]]]), heats(themes.LIGHT), 40)
    assert any("inf" in line.plain for line in lines)
    assert any("nan" in line.plain for line in lines)


async def test_a_demo_that_fails_is_said_in_korean(home):
    app = home.app("ko")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        def fail(name: str) -> None:
            raise DemoError("no_demo", name=name, near="")

        app._open_demo = fail
        await pilot.press("f3")
        await pilot.pause()
        assert "scaling이라는 데모는 없습니다" in home.seen(app)
