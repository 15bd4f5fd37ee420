import numpy as np
import pytest

from tutor.core.study import Mark
from tutor.demo import load
from tutor.ui.player.prediction import Prediction, Unread
from tutor.ui.screens.player import PlayerPage

RIGHT, WRONG, NEAR = Mark.RIGHT, Mark.WRONG, Mark.ROUNDING
WEIGHTS = np.array([[0.8808, 0.1192], [0.5, 0.5]])


def predicting(array, at=(0, 0), scope="cell"):
    prediction = Prediction()
    prediction.arrive("weights", array, at)
    prediction.next_scope(at)
    while prediction.scope != scope:
        prediction.next_scope(at)
    return prediction


def test_one_key_covers_the_cell_the_row_the_step_and_nothing():
    prediction = Prediction()
    prediction.arrive("weights", WEIGHTS, (1, 0))
    covered = []
    for _ in range(4):
        prediction.next_scope((1, 0))
        covered.append(prediction.covered)
    assert covered == [
        ((1, 0),),
        ((1, 0), (1, 1)),
        ((0, 0), (0, 1), (1, 0), (1, 1)),
        (),
    ]
    assert not prediction.on


def test_while_predicting_each_new_step_arrives_covered():
    prediction = predicting(WEIGHTS, scope="row")
    prediction.arrive("output", np.zeros((2, 3)), (1, 2))
    assert prediction.covered == ((1, 0), (1, 1), (1, 2))


def test_a_step_that_was_judged_stays_open_and_keeps_its_marks():
    prediction = predicting(WEIGHTS)
    assert prediction.judge("0.881") is None
    prediction.arrive("output", np.zeros(3), (0,))
    prediction.arrive("weights", WEIGHTS, (0, 0))
    assert prediction.covered == ()
    assert prediction.marks == {(0, 0): RIGHT}


def test_other_numbers_have_not_been_seen():
    prediction = predicting(WEIGHTS)
    prediction.judge("0.881")
    prediction.forget()
    prediction.arrive("weights", WEIGHTS, (0, 0))
    assert prediction.covered == ((0, 0),)


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("0.881", RIGHT),
        ("0.8808", RIGHT),
        ("88.1%", RIGHT),
        ("0.88", Mark.ROUNDING),
        ("0.9", WRONG),
    ],
)
def test_a_cell_is_right_within_half_a_unit_of_its_third_digit(typed, mark):
    prediction = predicting(WEIGHTS)
    assert prediction.judge(typed) is None
    assert prediction.marks == {(0, 0): mark}
    assert prediction.covered == ()


def test_whole_numbers_must_be_exact():
    prediction = predicting(np.array([[1000, 2]]))
    prediction.judge("1000.4")
    assert prediction.marks == {(0, 0): WRONG}


@pytest.mark.parametrize("typed", ["0.881, 0.5", "[0.881 0.5]", "0.881 0.5", "[0.881, 0.5]"])
def test_a_row_is_marked_cell_by_cell(typed):
    prediction = predicting(WEIGHTS, scope="row")
    assert prediction.judge(typed) is None
    assert prediction.marks == {(0, 0): RIGHT, (0, 1): WRONG}


def test_a_whole_step_may_be_typed_row_by_row():
    prediction = predicting(WEIGHTS, scope="step")
    assert prediction.judge("0.881, 0.119; 0.5, 0.4") is None
    assert list(prediction.marks.values()) == [RIGHT, RIGHT, RIGHT, WRONG]


def test_too_few_numbers_are_asked_for_again():
    prediction = predicting(WEIGHTS, scope="row")
    assert prediction.judge("0.881") == Unread(1, 2)
    assert prediction.covered


@pytest.mark.parametrize("typed", ["", "large", "1 +"])
def test_what_cannot_be_read_is_asked_for_again(typed):
    prediction = predicting(WEIGHTS)
    assert prediction.judge(typed) == Unread()
    assert prediction.covered == ((0, 0),)


def test_zero_among_other_numbers_has_the_finest_tolerance():
    prediction = predicting(np.array([[0.0, 0.5]]))
    prediction.judge("0.1")
    assert prediction.marks == {(0, 0): WRONG}


@pytest.mark.parametrize(
    ("array", "typed", "mark"),
    [
        (np.array([-np.inf, 1.0]), "-inf", RIGHT),
        (np.array([-np.inf, 1.0]), "−∞", RIGHT),
        (np.array([-np.inf, 1.0]), "-1000", WRONG),
        (np.array(["[MASK]", "dog"]), "[mask]", RIGHT),
        (np.array(["[MASK]", "dog"]), "cat", WRONG),
        (np.array([True, False]), "1", RIGHT),
        (np.array([True, False]), "거짓", WRONG),
    ],
)
def test_words_truths_and_infinities_can_be_predicted(array, typed, mark):
    prediction = predicting(array, (0,))
    assert prediction.judge(typed) is None
    assert prediction.marks == {(0,): mark}


def test_a_row_with_an_infinity_is_marked_cell_by_cell():
    prediction = predicting(np.array([-np.inf, 0.333]), (0,), "row")
    assert prediction.judge("-inf, 0.5") is None
    assert prediction.marks == {(0,): RIGHT, (1,): WRONG}


def test_a_number_without_axes_is_a_cell_of_its_own():
    prediction = predicting(np.array(14), ())
    assert prediction.covered == ((),)
    prediction.judge("14")
    assert prediction.marks == {(): RIGHT}


def test_an_empty_array_covers_nothing():
    assert predicting(np.zeros((0, 3))).covered == ()


def test_revealing_uncovers_without_a_mark():
    prediction = predicting(WEIGHTS, scope="step")
    prediction.reveal()
    assert (prediction.covered, prediction.marks) == ((), {})
    assert prediction.on


def test_a_step_of_words_is_known_as_one():
    assert predicting(np.array(["the", "cat"]), (0,)).of_words
    assert not predicting(WEIGHTS).of_words
    assert not Prediction().of_words


WORDS = """\
import numpy as np
from tutor.demo import Array, Step, Steps

print("loading")


def words(x: Array = ["the", "cat"]) -> Steps:
    print("running")
    yield Step("y", "y", "x", np.where(x == "cat", "[MASK]", x))
"""


@pytest.mark.parametrize(
    ("language", "hint", "count"),
    [("en", "2 words", "1 word for 2 cells"), ("ko", "낱말 2개", "낱말이 1개")],
)
async def test_words_are_asked_for_as_words(home, tmp_path, capsys, language, hint, count):
    (tmp_path / "words.py").write_text(WORDS, encoding="utf-8")
    app = home.app(language)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await app.push_screen(PlayerPage(load(tmp_path, "words")))
        await pilot.pause()
        assert "running" not in home.seen(app)
        await pilot.press("p", "p")
        await pilot.pause()
        assert hint in home.seen(app)
        await pilot.press("a", "enter")
        await pilot.pause()
        assert count in home.seen(app)
    assert "running" not in capsys.readouterr().out
