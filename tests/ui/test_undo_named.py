import pytest

from tests.ui.days import finish
from tutor.core.log import RowKind
from tutor.ui.screens.done import DonePage
from tutor.ui.screens.home import HomePage
from tutor.ui.screens.lesson import LessonPage
from tutor.ui.screens.review import ReviewPage


def said_by(home, app):
    """The screen's words, whatever the lines they stand on."""
    return " ".join(home.seen(app).split())


TYPED = "Scaled dot products: What keeps its gradient when the scores are scaled?"


async def test_an_answer_taken_back_is_named_by_its_grade_and_question(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*"softmax", "enter", "u")
        assert f"Taken back: Good on “{TYPED}”" in said_by(home, app)


MARKS_AND_ANSWERS = {RowKind.ANSWER, RowKind.LESSON, RowKind.FLAG}
MARKS = {
    "bury": (["minus"], "is not left until tomorrow any more."),
    "suspend": (["@"], "is asked again."),
    "flag": (["*"], "Taken back: the flag on “Scaled dot products: How are the scores scaled?”"),
    "unflag": (["*", "*"], "is flagged again."),
}


@pytest.mark.parametrize("mark", MARKS)
async def test_a_mark_taken_back_is_named(home, mark):
    home.leave_only("recall", "one")
    keys, said = MARKS[mark]
    app = home.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*keys, "ctrl+z")
        await pilot.pause()
        text = said_by(home, app)
        assert said in text
        assert "How are the scores scaled?" in text.split("Taken back")[0]


async def test_a_lesson_taken_back_is_to_be_read_again(home):
    app = home.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "u")
        await pilot.pause()
        assert isinstance(app.screen, LessonPage)
        assert "the lesson “Scaled dot products” counts as unread again." in said_by(home, app)


async def test_in_korean_too(home):
    home.leave_only("typed")
    app = home.app(start="review", language="ko")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press(*"relu", "enter", "u")
        said = "되돌렸습니다: ‘스케일드 닷 프로덕트: 점수를 스케일하면 무엇의 기울기가"
        assert said in said_by(home, app)


async def test_days_later_and_after_restarts_all_can_be_taken_back_from_the_home_page(home):
    home.leave_only("typed")
    study = home.study()
    finish(study)
    home.clock.go(days=40)
    study = home.study()
    finish(study)
    study.flag("scaling/one")
    rows = sum(1 for _ in home.store.standing())
    app = home.app()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        assert isinstance(app.screen, HomePage)
        assert "Taken back: the flag on" in said_by(home, app)
        for _ in range(rows - 1):
            await pilot.press("escape", "ctrl+z")
        assert home.answers() == []
        assert not list(home.store.standing(kinds=MARKS_AND_ANSWERS))
        await pilot.press("ctrl+z")
        assert "There is nothing to take back." in said_by(home, app)


async def test_the_end_of_the_day_takes_back_too(home):
    home.leave_only("typed")
    app = home.app(start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"softmax", "enter", "4")
        assert isinstance(app.screen, DonePage)
        await pilot.press("u")
        assert isinstance(app.screen, ReviewPage)
        assert "Taken back: Easy on" in said_by(home, app)
