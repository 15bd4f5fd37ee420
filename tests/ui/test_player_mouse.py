"""All that keys do, the mouse does too."""

from tutor.trace.tree import Address
from tutor.ui.player.strip import Strip
from tutor.ui.screens.conventions import ConventionsDialog
from tutor.ui.widgets.arrays import ArrayView
from tutor.ui.widgets.bars import KeyBar


def offset_of(home, app, text, skip=0):
    """The place on the screen where a text stands."""
    lines = app.screen._compositor.render_strips()
    for y, strip in enumerate(lines):
        x = strip.text.find(text)
        if x >= 0:
            if not skip:
                return x + len(text) // 2, y
            skip -= 1
    raise AssertionError(text)


async def click(home, pilot, text, times=1, skip=0):
    await pilot.pause()
    await pilot.click(offset=offset_of(home, pilot.app, text, skip), times=times)
    await pilot.pause()


async def test_a_step_of_the_strip_is_gone_to(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await click(home, pilot, "3 exps")
        assert app.screen.play.standing.at == 3
        assert app.screen.query_one(Strip)._at == 3
        await click(home, pilot, "inputs")
        assert app.screen.play.standing.at == 0


async def test_a_cell_is_stood_in_and_a_second_click_goes_into_its_operand(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        page = app.screen
        result = [view for view in page.query(ArrayView) if view.display][-1]
        at = (result.content_region.x + result._layout.gutter + 6, result.content_region.y + 2)
        await pilot.click(offset=at)
        await pilot.pause()
        assert page.play.standing.cell == Address("scaled", (1, 1))
        await pilot.click(offset=at, times=2)
        await pilot.pause()
        assert page.play.standing.cell == Address("scores", (1, 1))


async def test_an_operand_in_the_expression_is_gone_into_and_the_path_back(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("4")
        await click(home, pilot, "E[0,2]")
        assert app.screen.play.standing.cell == Address("exps", (0, 2))
        await click(home, pilot, "A[0,0]")
        assert app.screen.play.standing.cell == Address("weights", (0, 0))


async def test_keys_of_the_bar_are_clicked(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await click(home, pilot, "predict")
        assert app.screen.play.prediction.covered == ((0, 0),)
        await click(home, pilot, "show it")
        assert app.screen.play.prediction.covered == ()
        await click(home, pilot, "Space next")
        assert app.screen.play.standing.at == 2
        assert app.screen.query_one(KeyBar).display


async def test_a_convention_is_clicked(home):
    app = home.app(demo="attending")
    async with app.run_test(size=(100, 30)) as pilot:
        await click(home, pilot, "conventions")
        assert isinstance(app.screen, ConventionsDialog)
        await click(home, pilot, "queries  keys")
        assert app.screen._page.play.numbers.conventions["direction"] == "keys"
