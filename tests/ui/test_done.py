import pytest

from tests.ui.days import finish
from tutor.core.study import DayDone
from tutor.study import Limits
from tutor.ui.screens.card import CardPage
from tutor.ui.screens.done import DonePage
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.player import PlayerPage
from tutor.ui.screens.review import ReviewPage


@pytest.fixture
def second_day(home):
    """The end of a day on which two cards slipped and two were learnt."""
    study = home.study(Limits(new=4))
    finish(study)
    home.clock.go(days=30)
    finish(study, wrong=("typed", "one"))
    return home


def end_of_day(home, limits=None, **options):
    app = home.app(start="review", **options)
    if limits is not None:
        app.study.limits = limits
    return app


async def test_the_end_says_what_was_learnt_what_slipped_and_what_held(second_day):
    app = end_of_day(second_day, Limits(new=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = second_day.seen(app)
        assert isinstance(app.screen, DonePage)
        assert "2 learnt   2 slipped   2 held" in text
        slipped, learnt = text.split("Slipped")[1].split("Learnt")
        assert "What keeps its gradient when" in slipped
        assert "Why are the scores divided by √(dₖ)?" in slipped
        assert "Which of these are made from" in learnt


async def test_what_was_learnt_is_told_by_its_fact_and_each_fact_once(home):
    finish(home.study())
    app = end_of_day(home)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        text = home.seen(app)
        assert text.count("Scores are divided by √(dₖ).") == 1
        assert "How are the scores scaled?" not in text


async def test_a_card_that_slipped_is_looked_at_with_what_was_answered(second_day):
    app = end_of_day(second_day)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = {entry.key: place for place, entry in enumerate(app.screen._entries)}
        await pilot.press(*["down"] * (rows["scaling/typed"] + 1), "enter")
        assert isinstance(app.screen, CardPage)
        text = second_day.seen(app)
        assert "relu" in text
        assert "A saturated softmax has a gradient near 0." in text
        assert "Again · 2026-04-01" in text
        await pilot.press("f3")
        assert isinstance(app.screen, PlayerPage)
        await pilot.press("q", "escape")
        assert isinstance(app.screen, DonePage)


async def test_enter_leads_from_card_to_card_and_back(second_day):
    app, before = end_of_day(second_day), second_day.answers()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "enter")
        first = app.screen.question.item.key
        await pilot.press("enter")
        assert {first, app.screen.question.item.key} == {"scaling/typed", "scaling/one"}
        await pilot.press("enter")
        assert isinstance(app.screen, DonePage)
        assert second_day.answers() == before


async def test_a_click_looks_at_a_card(second_day):
    app = end_of_day(second_day)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = app.screen.query_one("#done").render().plain.splitlines()
        row = next(place for place, line in enumerate(lines) if "What keeps" in line)
        await pilot.click("#done", offset=(30, row))
        await pilot.pause()
        assert isinstance(app.screen, CardPage)
        assert app.screen.question.item.key == "scaling/typed"


async def test_the_days_ahead_stand_by_name(home):
    finish(home.study())
    app = end_of_day(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        ahead = home.seen(app).split("Reviews ahead")[1].splitlines()
        assert ahead[1].split() == ["Tue", "Wed", "Thu", "Fri", "Sat", "Sun", "Mon"]
        assert "█" in ahead[2]


async def test_a_day_of_reviews_only_says_so(home):
    finish(home.study())
    home.clock.go(days=30)
    finish(home.study())
    app = end_of_day(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = home.seen(app)
        assert "No new cards today" in text
        assert "Learnt" not in text


async def test_a_day_with_nothing_to_do_is_no_feat(home):
    home.leave_only()
    app = end_of_day(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = home.seen(app)
        assert "Nothing is waiting now" in text
        assert "answer" not in text


@pytest.mark.parametrize("key", ["m", "ㅡ"])
async def test_new_cards_that_the_limit_holds_back_can_be_had(home, key):
    finish(home.study(Limits(new=2)))
    app = end_of_day(home, Limits(new=2))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Today's limit holds back 4 new cards." in home.seen(app)
        assert "m 4 more new" in home.seen(app)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, ReviewPage)
        assert app.study.today().new == 4


@pytest.mark.parametrize("key", ["r", "ㄱ"])
async def test_reviews_that_the_limit_holds_back_can_be_had(home, key):
    finish(home.study())
    home.clock.go(days=30)
    limits = Limits(reviews=2)
    finish(home.study(limits))
    app = end_of_day(home, limits)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Today's limit holds back 4 reviews." in home.seen(app)
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, ReviewPage)
        assert app.study.today().due == 4


async def test_without_cards_held_back_the_keys_do_nothing(home):
    home.leave_only()
    app = end_of_day(home)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("m", "r")
        assert isinstance(app.screen, DonePage)


async def test_a_pause_goes_on_with_enter_once_its_time_has_come(home):
    home.leave_only("recall")
    app = home.app()
    back = round((home.clock.now.timestamp() + 3600) * 1000)
    async with app.run_test(size=(80, 24)) as pilot:
        await app.push_screen(DonePage(DayDone(answered=1, waiting=1, next_at=back)))
        await pilot.pause()
        text = home.seen(app)
        assert "Done for now" in text
        assert "the next at 10:30" in text
        assert "Enter home" in text
        home.clock.go(days=1)
        app.screen.retell()
        await pilot.pause()
        assert "The next card is ready" in home.seen(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ReviewPage)


async def test_escape_leaves_the_list_first_and_then_the_page(second_day):
    app = end_of_day(second_day)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "escape")
        assert isinstance(app.screen, DonePage)
        await pilot.press("escape")
        assert isinstance(app.screen, HomePage)


async def test_the_end_changes_its_language_in_place(second_day):
    app = end_of_day(second_day)
    async with app.run_test(size=(50, 20)) as pilot:
        await pilot.press("down", "f6")
        text = second_day.seen(app)
        assert "잊은 카드 2장" in text
        assert "▸ 스케일드 닷" in text


async def test_the_end_of_one_deck_is_not_called_the_end_of_the_day(kinds):
    for key in kinds.library.items:
        if key.startswith("kinds/") and key != "kinds/claim":
            kinds.study().suspend(key)
    app = kinds.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("o", "1", "4")
        await pilot.pause()
        assert "This deck is done for today" in kinds.seen(app)
        await pilot.press("escape", "enter")
        await pilot.pause()
        assert not isinstance(app.screen, DonePage)
