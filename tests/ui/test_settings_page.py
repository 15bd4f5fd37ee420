"""The settings as a screen: what each means, how it is changed, and that it holds at once."""

import pytest
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from textual.widgets import Input

from tutor.core.settings import SETTINGS, NotASettingError, Settings
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.settings import SettingsPage
from tutor.ui.surroundings import Surroundings
from tutor.words import say


class Svg(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "svg"


LARGE, SMALL = (100, 30), (80, 24)
ROW = {key: number for number, key in enumerate(SETTINGS)}


def app_with(home, *, overruled=None, settings=None, **options):
    app = home.app(**options)
    app.around = Surroundings(file="settings.toml", overruled=overruled or {})
    app.settings = settings or Settings()
    return app


async def open_row(pilot, key):
    """The settings with the cursor on one of them."""
    await pilot.press("comma", *["down"] * ROW[key])


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_every_setting_says_what_it_means_and_what_it_is_by_default(home, language):
    app = app_with(home, language=language)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("comma")
        for key in SETTINGS:
            text = home.seen(app)
            assert say(f"setup.name.{key}", language) in text
            assert say(f"setup.means.{key}", language)[:30] in text
            assert say("setup.default", language, value="").strip(" .") in text
            await pilot.press("down")


async def test_the_palette_opens_the_settings_and_q_leaves_them(home):
    app = app_with(home)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("ctrl+p")
        await app.workers.wait_for_complete()
        await pilot.press(*"settings")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SettingsPage)
        await pilot.press("ㅂ")
        assert isinstance(app.screen, HomePage)


async def test_the_arrows_change_limits_and_the_day_follows(home):
    app = app_with(home)
    async with app.run_test(size=LARGE) as pilot:
        assert app.study.today().new == 6
        await open_row(pilot, "new_per_day")
        await pilot.press("left", "left", "left")
        assert home.settings == {"new_per_day": "3"}
        assert app.study.limits.new == 3
        await pilot.press("down", "right", "escape")
        assert app.study.limits.reviews == 300
        await pilot.pause()
        assert "3 new" in home.seen(app)


async def test_a_number_can_be_typed(home):
    app = app_with(home)
    async with app.run_test(size=LARGE) as pilot:
        await open_row(pilot, "reviews_per_day")
        await pilot.press(*"123", "enter")
        assert home.settings == {"reviews_per_day": "123"}
        await open_row_from_here(pilot, "retention")
        await pilot.press(*"85", "enter")
        assert home.settings["retention"] == "85%"
        assert app.study.retention == 0.85
        await pilot.press("enter", *"0.88", "enter")
        assert app.study.retention == 0.88
        assert "88 %" in home.seen(app)


async def open_row_from_here(pilot, key):
    await pilot.press("home", *["down"] * ROW[key])


async def test_what_is_typed_counts_for_the_row_it_was_typed_on(home):
    app = app_with(home)
    async with app.run_test(size=LARGE) as pilot:
        await open_row(pilot, "new_per_day")
        await pilot.press("7")
        app.screen.query_one(Input).post_message(Input.Submitted(app.screen.query_one(Input), "7"))
        app.screen.action_choose(3)
        await pilot.pause()
        assert home.settings == {"new_per_day": "7"}


async def test_a_wrong_value_says_what_is_allowed_and_changes_nothing(home):
    app = app_with(home)
    async with app.run_test(size=LARGE) as pilot:
        await open_row(pilot, "rollover")
        await pilot.press(*"25", "enter")
        assert "“25” cannot be used. A whole hour from 0 to 23." in home.seen(app)
        assert home.settings == {}
        assert app.settings.rollover == 4
        await pilot.press("backspace", "backspace", "5", "enter")
        assert home.settings == {"rollover": "5"}


async def test_escape_also_takes_away_what_was_wrong_with_a_number(home):
    app = app_with(home)
    async with app.run_test(size=LARGE) as pilot:
        await open_row(pilot, "rollover")
        await pilot.press(*"25", "enter")
        assert "cannot be used" in home.seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "cannot be used" not in home.seen(app)


async def test_escape_leaves_the_line_and_then_the_page(home):
    app = app_with(home)
    async with app.run_test(size=LARGE) as pilot:
        await open_row(pilot, "rollover")
        await pilot.press("7", "escape")
        assert not app.screen.query_one("#typed").display
        assert isinstance(app.screen, SettingsPage)
        assert home.settings == {}


async def test_language_and_colours_change_in_place(home):
    app = app_with(home)
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("comma", "right")
        assert "설정" in home.seen(app)
        assert home.settings["language"] == "ko"
        await pilot.press("down", "enter")
        assert app.theme == "light"
        await pilot.press("f7")
        assert home.settings["theme"] == "terminal"


async def test_delete_takes_the_default_again(home):
    app = app_with(home, settings=Settings(new_per_day=33))
    async with app.run_test(size=LARGE) as pilot:
        await open_row(pilot, "new_per_day")
        await pilot.press("delete")
        assert app.study.limits.new == Settings().new_per_day


async def test_predictions_count_from_then_on(home):
    app = app_with(home)
    async with app.run_test(size=LARGE) as pilot:
        await open_row(pilot, "count_predictions")
        await pilot.press("space")
        assert home.settings == {"count_predictions": "true"}
        assert app.settings.count_predictions


async def test_goals_are_chosen_from_a_list(home):
    app = app_with(home)
    async with app.run_test(size=LARGE) as pilot:
        await open_row(pilot, "goals")
        assert "everything in order" in home.seen(app)
        await pilot.press("enter", "space")
        await pilot.pause()
        assert home.settings == {"goals": "scaling"}
        assert app.study.goals == ("scaling",)
        await pilot.press("q")
        await pilot.pause()
        assert "Scaled dot products" in home.seen(app)
        await pilot.press("enter", "delete")
        assert home.settings == {"goals": ""}
        assert app.study.goals == ()


async def test_the_mouse_does_what_the_keys_do(home):
    app = app_with(home)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("comma")
        rows = app.screen.query_one("#settings")
        line = next(line for line in str(rows.render()).split("\n") if "light" in line)
        await pilot.click("#settings", offset=(line.index("light"), 1))
        await pilot.pause()
        assert home.settings == {"theme": "light"}
        await pilot.click("#settings", offset=(4, ROW["new_per_day"]))
        await pilot.pause()
        line = str(rows.render()).split("\n")[ROW["new_per_day"]]
        await pilot.click("#settings", offset=(line.index("›"), ROW["new_per_day"]))
        await pilot.pause()
        assert home.settings["new_per_day"] == "15"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(13, "Permission denied"), "settings.toml cannot be written"),
        (NotASettingError("broken", file="settings.toml"), "settings.toml is not TOML"),
    ],
)
async def test_what_cannot_be_written_is_said_and_holds_for_now(home, error, said):
    app = app_with(home)

    def refuse(key, text):
        raise error

    app._remember = refuse
    async with app.run_test(size=LARGE) as pilot:
        await open_row(pilot, "new_per_day")
        await pilot.press("right")
        assert said in home.seen(app)
        assert app.study.limits.new == 15
        await pilot.press("f6")
        assert "설정" in home.seen(app)


async def test_it_says_what_the_environment_overrules(home):
    app = app_with(home, overruled={"language": "TUTOR_LANG"})
    async with app.run_test(size=LARGE) as pilot:
        await pilot.press("comma")
        assert "At the next start TUTOR_LANG decides this" in home.seen(app)
        await pilot.press("down")
        assert "TUTOR_LANG" not in home.seen(app)


async def test_settings_hold_in_a_small_window(home):
    app = app_with(home, language="ko")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("comma")
        await pilot.resize_terminal(40, 12)
        await pilot.press("down", "right", "down", "right", "end")
        assert app.is_running


PAGES = {
    "settings": ({}, ["comma", "down", "down"], LARGE),
    "settings-korean": ({"language": "ko"}, ["comma", *["down"] * 4], SMALL),
    "settings-light": ({"theme": "light"}, ["comma", *["down"] * 3, *"25", "enter"], LARGE),
    "goals": ({}, ["comma", "up", "end", "enter", "space"], SMALL),
}


@pytest.mark.parametrize("page", PAGES)
async def test_page_looks_as_before(home, snapshot, page):
    options, keys, size = PAGES[page]
    app = app_with(home, **options)
    app.animation_level = "none"
    async with app.run_test(size=size) as pilot:
        await pilot.press(*keys)
        for line in app.screen.query("AnswerLine"):
            line.cursor_blink = False
        await pilot.pause()
        await pilot.pause()
        assert home.picture(app) == snapshot(name=page, extension_class=Svg)
