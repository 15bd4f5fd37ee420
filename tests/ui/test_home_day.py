from dataclasses import replace

import pytest
from textual.widgets import OptionList

from tests.ui.days import finish
from tutor.packs import Pack, open_library
from tutor.study import Limits
from tutor.ui.screens.done import DonePage
from tutor.ui.screens.lesson import LessonPage
from tutor.ui.screens.review import ReviewPage

DECK = """\
concept: {name}
title: {{en: Deck {name}, ko: 덱 {name}}}
needs: [{needs}]
cards:
  - id: one
    ask: One?
    answer: "1"
  - id: two
    ask: Two?
    answer: "2"
"""


@pytest.fixture
def shelves(home, tmp_path):
    """Decks on two tracks: `b1` needs `a2`, which needs `a1`."""
    for track, name, needs in (
        ("alpha", "a1", ""),
        ("alpha", "a2", "a1"),
        ("alpha", "a3", ""),
        ("beta", "b1", "a2"),
        ("beta", "b2", ""),
    ):
        folder = tmp_path / "shelves" / "content" / track
        folder.mkdir(parents=True, exist_ok=True)
        text = DECK.format(name=name, needs=needs)
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    home.library = open_library([Pack("shelves", tmp_path / "shelves", trusted=True)], None)
    assert not home.library.faults
    return home


def rows(app):
    return [str(option.prompt) for option in app.screen.query_one(OptionList).options]


def row(app, title):
    return next(line for line in rows(app) if title in line)


async def at_home(pilot, *keys):
    await pilot.pause()
    await pilot.press(*keys)
    await pilot.pause()


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_the_general_keys_are_taught_below_a_line_that_is_full(shelves, language):
    app = shelves.app(language=language)
    async with app.run_test(size=(72, 24)) as pilot:
        await at_home(pilot)
        last = shelves.seen(app).splitlines()[-1]
        assert "F1" in last
        assert "q " in last


async def test_a_long_title_gets_what_the_columns_can_spare(shelves, tmp_path):
    title = "Backpropagation through time"
    file = tmp_path / "shelves" / "content" / "alpha" / "a1.yaml"
    text = file.read_text(encoding="utf-8").replace("Deck a1", title)
    file.write_text(text, encoding="utf-8")
    pack = Pack("shelves", tmp_path / "shelves", trusted=True)
    shelves.library = open_library([pack], None)
    app = shelves.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        assert any(title in line for line in rows(app))


async def test_tracks_are_headings_that_cannot_be_chosen(shelves):
    app = shelves.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        options = app.screen.query_one(OptionList).options
        assert [str(option.prompt) for option in options if option.disabled] == ["alpha", "beta"]
        await at_home(pilot, "down", "down", "down")
        assert app.screen._chosen.id == "b1"


async def test_a_deck_says_how_much_of_it_was_seen(shelves):
    study = shelves.study()
    study.grade(study.next(), 3)
    app = shelves.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        assert row(app, "Deck a1").endswith("1/2")
        assert row(app, "Deck a2").endswith("0/2")


@pytest.mark.parametrize("key", ["f", "ㄹ"])
async def test_a_goal_brings_what_it_needs_to_the_front_and_is_kept(shelves, key):
    app = shelves.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "down", "down", "down", key)
        assert [line[:9].strip() for line in rows(app)[1:4]] == [
            "◇ Deck a1",
            "◇ Deck a2",
            "◆ Deck b1",
        ]
        assert "◆ goal   ◇ needed for it" in rows(app)[0]
        assert shelves.settings["goals"] == "b1"
        assert "all that it needs come first" in shelves.seen(app)
        assert app.screen._chosen.id == "b1"
        await at_home(pilot, key)
        assert shelves.settings["goals"] == ""
        assert not any("◆" in line or "◇" in line for line in rows(app))


async def test_a_goal_of_a_pack_that_is_away_stays_one(shelves):
    app = shelves.app()
    app.settings = replace(app.settings, goals=("elsewhere",))
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "down", "down", "down", "f")
        assert shelves.settings["goals"] == "elsewhere, b1"
        await at_home(pilot, "f")
        assert shelves.settings["goals"] == "elsewhere"


async def test_what_a_goal_needs_is_marked_until_all_of_it_was_seen(shelves):
    study = shelves.study()
    for _ in range(2):
        study.grade(study.next(), 4)
    app = shelves.app()
    app.study.goals = ("b1",)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        assert "◇" not in row(app, "Deck a1")
        assert "◇" in row(app, "Deck a2")


async def test_the_decks_can_be_filtered_by_deck_and_track(shelves):
    app = shelves.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "/", *"beta")
        assert [option.id for option in app.screen.query_one(OptionList).options] == [
            None,
            "b1",
            "b2",
        ]
        await at_home(pilot, "enter", "down")
        assert app.screen._chosen.id == "b2"
        await at_home(pilot, "escape")
        assert len(rows(app)) == 7
        assert not app.screen.query("#filter")


async def test_cards_that_cannot_be_read_are_told_of_at_the_start(shelves, tmp_path):
    file = tmp_path / "shelves" / "content" / "alpha" / "a1.yaml"
    text = file.read_text(encoding="utf-8").replace("answer:", "answr:", 1)
    file.write_text(text, encoding="utf-8")
    shelves.library = open_library([Pack("shelves", tmp_path / "shelves", trusted=True)], None)
    app = shelves.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        assert "tutor check" in shelves.seen(app)
        await at_home(pilot, "t", "escape")
        assert "tutor check" not in shelves.seen(app)


async def test_a_note_is_gone_when_one_comes_back(shelves):
    app = shelves.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "l")
        assert "no lesson" in shelves.seen(app)
        await at_home(pilot, "t", "escape")
        assert "no lesson" not in shelves.seen(app)


async def test_while_letters_are_text_the_bar_teaches_esc_before_them(shelves):
    app = shelves.app()
    async with app.run_test(size=(100, 24)) as pilot:
        await at_home(pilot, "/")
        assert "Esc q quit" in shelves.seen(app)
        await at_home(pilot, "escape")
        assert "Esc q" not in shelves.seen(app)
        assert "q quit" in shelves.seen(app)


async def test_esc_takes_the_filter_away_while_it_is_typed(shelves):
    app = shelves.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "/", *"beta", "escape")
        assert len(rows(app)) == 7
        assert not app.screen.query("#filter")
        await at_home(pilot, "down")
        assert app.screen._chosen.id == "b2"


async def test_enter_in_the_filter_goes_to_the_list_and_from_there_to_the_day(shelves):
    app = shelves.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "/", *"b2", "enter", "enter")
        assert isinstance(app.screen, ReviewPage)


async def test_a_day_whose_limit_is_reached_says_so_and_goes_on_when_asked(home):
    limits = Limits(new=2)
    finish(home.study(limits))
    app = home.app()
    app.study.limits = limits
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        text = home.seen(app)
        assert "Today's limit holds back 4 new cards." in text
        assert "Enter look back" in text
        await at_home(pilot, "m")
        assert isinstance(app.screen, ReviewPage)


async def test_a_day_with_cards_left_offers_no_more(home):
    app = home.app()
    app.study.limits = Limits(new=2)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        assert "holds back" not in home.seen(app)
        await at_home(pilot, "m", "r")
        assert app.study.today().new == 2


async def test_enter_on_a_day_that_is_done_looks_back_on_it(home):
    finish(home.study())
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "enter")
        assert isinstance(app.screen, DonePage)


async def test_the_next_card_of_tomorrow_is_told_as_tomorrows(shelves):
    study = shelves.study(Limits(new=1))
    study.grade(study.next(), 4)
    app = shelves.app()
    app.study.limits = Limits(new=0)
    shelves.clock.go(days=study.memory("a1/one").due_day - study.summary().day - 1)
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot)
        assert "Nothing is left for today. The next card comes tomorrow." in shelves.seen(app)


async def test_the_lesson_is_read_with_l(home):
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, "l")
        assert isinstance(app.screen, LessonPage)


async def test_many_decks_leave_the_heads_of_the_columns_in_sight(home, tmp_path):
    folder = tmp_path / "many" / "content"
    folder.mkdir(parents=True)
    for number in range(20):
        text = DECK.format(name=f"d{number}", needs="")
        (folder / f"d{number}.yaml").write_text(text, encoding="utf-8")
    home.library = open_library([Pack("many", tmp_path / "many", trusted=True)], None)
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await at_home(pilot, *["down"] * 15)
        text = home.seen(app)
        assert "Decks" in text
        assert "Deck d15" in text
        assert "/ filter" in text
