"""Settings of single decks on the screen: the language of cards, outcomes, what the page says."""

import pytest

from tutor.core.settings import DeckSettings, Settings
from tutor.core.study import Lesson
from tutor.ui.screens.card import open_card
from tutor.ui.surroundings import Surroundings


@pytest.fixture
def korean(home):
    home.decks = {"attention": DeckSettings(language="ko")}
    return home


async def test_a_card_speaks_its_decks_language_and_the_interface_that_of_the_learner(korean):
    korean.leave_only("typed")
    app = korean.app("en", start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        text = korean.seen(app)
        assert "무엇의 기울기가 살아 있나요?" in text
        assert "Review" in text
        await pilot.press("f2")
        assert "점수를 몫으로 바꿉니다." in korean.seen(app)
        await pilot.press(*"렐루", "enter")
        text = korean.seen(app)
        assert "소프트맥스" in text
        assert "틀렸습니다" in text
        assert "포화된 소프트맥스" in text
        assert "1 Again" in text


async def test_the_other_language_changes_the_interface_and_not_the_card(korean):
    korean.leave_only("typed")
    app = korean.app("ko", start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f6")
        text = korean.seen(app)
        assert "무엇의 기울기가 살아 있나요?" in text
        assert "Review" in text


async def test_gaps_are_judged_in_the_language_they_are_shown_in(korean):
    korean.leave_only("gaps")
    app = korean.app("en", start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*"쿼리", "tab", *"키", "enter")
        assert korean.answers() == [("scaling/gaps", 3)]


async def test_a_live_card_asks_in_the_language_of_its_deck_and_says_how_in_the_learners(live):
    live.decks = {"living": DeckSettings(language="ko")}
    live.ask_only("scaling")
    app = live.app("en", start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        text = live.seen(app)
        assert "스케일된 점수는 무엇입니까?" in text
        assert "a 2×2 matrix" in text
        await pilot.press(*"[1, 2]", "enter")
        assert "제곱근이 분산을 지킵니다" in live.seen(app)


async def test_a_lesson_is_told_in_the_language_of_its_deck(korean):
    app = korean.app("en", start="review")
    async with app.run_test(size=(100, 30)):
        assert isinstance(app.study.next(), Lesson)
        text = korean.seen(app)
        assert "다른 토큰에서 필요한 것을" in text
        assert "page down" in text


async def test_a_card_looked_back_at_speaks_the_language_of_its_deck(korean):
    korean.leave_only("typed")
    study = korean.study()
    study.answer(study.next(), ("렐루",))
    app = korean.app("en")
    async with app.run_test(size=(100, 30)) as pilot:
        open_card(app, ["scaling/typed"])
        await pilot.pause()
        assert "무엇의 기울기가 살아 있나요?" in korean.seen(app)


async def test_the_outcomes_follow_the_retention_of_the_deck(home):
    shown = {}
    home.leave_only("typed")
    for retention in (0.75, 0.97):
        home.decks = {"scaling": DeckSettings(retention=retention)}
        app = home.app("en", start="review")
        async with app.run_test(size=(100, 30)) as pilot:
            await pilot.press(*"softmax", "enter")
            (line,) = [line for line in home.seen(app).splitlines() if "4 Easy" in line]
            shown[retention] = line.split("4 Easy")[1].split()[:2]
            await pilot.press("u")
    assert shown[0.75] != shown[0.97]


@pytest.mark.parametrize("size", [(100, 30), (80, 24)])
async def test_the_settings_page_says_which_decks_have_their_own(home, size):
    app = home.app("en")
    decks = {"recurrent": DeckSettings(retention=0.85), "lstm-cell": DeckSettings(language="ko")}
    app.around, app.settings = Surroundings(file="settings.toml"), Settings(decks=decks)
    async with app.run_test(size=size) as pilot:
        await pilot.press("comma")
        assert "Otherwise for lstm-cell (한국어)" in home.seen(app)
        await pilot.press("down", "down")
        assert "Otherwise for recurrent (85 %)" in home.seen(app)
        await pilot.press("down", "down")
        assert "tutor config deck.NAME.new_per_day VALUE" in home.seen(app)
