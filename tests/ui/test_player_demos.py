"""The list of demos."""

from textual.widgets import Input, OptionList

from tutor.demo import DemoError
from tutor.ui.screens.player import PlayerPage


def listed(app):
    options = app.screen.query_one(OptionList)
    return [options.get_option_at_index(at).id for at in range(options.option_count)]


async def with_three(app, pilot):
    await pilot.pause()
    app.demo_names = ("attending", "scaling", "sizes")
    await pilot.press("d")
    await pilot.pause()


async def test_demos_are_listed_with_their_titles(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await with_three(app, pilot)
        text = home.seen(app)
        assert "scaling     Scaling scores" in text
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert "점수 스케일하기" in home.seen(app)


async def test_a_title_too_long_for_its_line_is_cut(home):
    app = home.app()
    async with app.run_test(size=(24, 20)) as pilot:
        await with_three(app, pilot)
        shown = next(line for line in home.seen(app).splitlines() if "scaling" in line)
        assert shown.endswith("…")
        assert "scores" not in home.seen(app)


async def test_what_is_typed_leaves_the_demos_that_hold_it(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await with_three(app, pilot)
        await pilot.press("slash", *"SCORES")
        await pilot.pause()
        assert listed(app) == ["scaling"]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, PlayerPage)
        assert app.screen.play.demo.name == "scaling"


async def test_arrows_choose_while_the_filter_is_typed_and_esc_leaves_it(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await with_three(app, pilot)
        await pilot.press("slash", "s", "down")
        assert app.screen.query_one(OptionList).highlighted == 1
        await pilot.press("escape")
        await pilot.pause()
        assert not app.screen.query_one("#filter", Input).display
        assert app.screen.query_one(OptionList).option_count == 3
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.play.demo.name == "sizes"


async def test_a_demo_that_cannot_be_opened_is_listed_without_a_title(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()

        def fail(name: str) -> None:
            raise DemoError("no_demo", name=name, near="")

        app._open_demo = fail
        await pilot.press("d")
        await pilot.pause()
        assert listed(app) == ["scaling"]
