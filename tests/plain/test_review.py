import pytest

from tutor.core.study import DayDone
from tutor.words import clock_time

from .conftest import Desk


def chosen(desk: Desk, *texts: str) -> str:
    """The numbers under which choices were shown."""
    shown = dict(line.strip().split(". ", 1)[::-1] for line in desk.said if line.startswith("  "))
    return " ".join(shown[text] for text in texts)


def test_a_lesson_takes_one_enter_and_is_read_once(desk: Desk) -> None:
    desk.sit("")
    assert desk.said[:3] == ["Lesson: A small deck", "Heading", "Bold and √(dₖ)."]
    desk.sit()
    assert not desk.said[0].startswith("Lesson")


def test_a_recall_card_reads_a_line_then_a_grade(desk: Desk) -> None:
    desk.sit("", "something", "2", limit=1)
    assert "What is √16?" in desk.said
    assert desk.said[desk.said.index("Answer:") + 1] == "four"
    assert desk.grades("recalled") == [2]


def test_enter_accepts_good_for_a_recall_card(desk: Desk) -> None:
    desk.sit("", "", "", limit=1)
    assert desk.grades("recalled") == [3]


def test_what_is_typed_is_judged_and_graded_as_suggested(desk: Desk) -> None:
    desk.sit("", "", "3", "attention", "query; kye", limit=3)
    assert "Right." in desk.said
    assert desk.grades("typed") == [3]
    assert "3 answered, " in desk.said[-1]


def test_gaps_are_set_apart_by_semicolons_and_numbered(desk: Desk) -> None:
    desk.sit("", "", "3", "attention", "query; values", limit=3)
    assert "The [1: ___] meets the [2: ___]." in desk.said
    assert "Gap 2: you gave values; right is key." in desk.said
    assert desk.grades("gaps") == [2]


def test_choices_are_picked_by_their_shown_numbers(desk: Desk) -> None:
    before = ("", "", "3", "attention", "query;key")
    desk.sit(*before)
    numbers = chosen(desk, "right one", "right two")
    desk.sit(numbers.replace(" ", ", "), limit=1)
    assert desk.grades("picked") == [3]


def test_a_wrong_choice_says_why(desk: Desk) -> None:
    desk.sit("", "", "3", "attention", "query;key")
    desk.sit(chosen(desk, "wrong one"), limit=1)
    assert "Wrongly chosen: wrong one. It is not." in desk.said
    assert desk.grades("picked") == [1]


def test_a_number_may_carry_its_unit_and_is_explained(desk: Desk) -> None:
    desk.sit("", "", "3", "attention", "query;key", "1", "112/sqrt(64) cm", limit=5)
    assert "A number (in cm):" in desk.said
    assert "It says so." in desk.said
    assert desk.grades("counted") == [3]


def test_an_answer_that_cannot_be_read_is_asked_again_and_not_counted(desk: Desk) -> None:
    desk.sit("", "", "7", "3", "attention", "query;key", "9", "one", "1", "many", "14", limit=5)
    assert "Give a number from 1 to 4." in desk.said
    assert desk.said.count("Give numbers from 1 to 3.") == 2
    assert any("many cannot be read as a number." in line for line in desk.said)
    assert desk.answers() == 5


def test_lines_that_make_no_sense_do_not_go_on_for_ever(desk: Desk) -> None:
    assert not desk.sit("", "", *["nonsense"] * 100)
    assert desk.answers() == 0
    assert "could not be read" in desk.said[-1]


def test_the_last_answer_can_be_graded_anew(desk: Desk) -> None:
    desk.sit("", "", "3", "attention", "=2", limit=3)
    assert desk.grades("typed") == [2]
    assert desk.answers() == 2


def test_answers_can_be_undone_one_after_the_other(desk: Desk) -> None:
    desk.sit("", "", "3", "attention", "u", "u", limit=3)
    assert desk.answers() == 0
    assert "Taken back: Good on “A small deck: Which word?”" in desk.said
    assert "Taken back: Good on “A small deck: What is √16?”" in desk.said
    assert desk.said[-1] == "0 answered, 0 right."


def test_the_last_answer_of_a_sitting_can_be_undone_too(desk: Desk) -> None:
    desk.sit("", "", "3", "u", "", "4", "", limit=1)
    assert desk.grades("recalled") == [4]


def test_with_nothing_to_undo_or_grade_it_says_so(desk: Desk) -> None:
    desk.sit("=3", "u")
    assert "There is no answer to grade anew." in desk.said
    assert "There is nothing to undo." in desk.said


def test_a_space_makes_a_command_an_answer(desk: Desk) -> None:
    desk.sit("", "", "3", " u", limit=2)
    assert desk.answers() == 2
    assert desk.grades("typed") == [1]


def test_a_hint_costs_the_better_grade(desk: Desk) -> None:
    desk.sit("", "", "3", "?", "attention", limit=2)
    assert "It begins with a." in desk.said
    assert desk.grades("typed") == [2]


def test_the_end_of_the_input_ends_the_review_and_keeps_what_was_answered(desk: Desk) -> None:
    assert desk.sit("", "", "3", "attention")
    assert desk.said[-1] == "2 answered, 2 right."
    assert desk.answers() == 2


def test_the_end_of_the_input_before_a_grade_records_nothing(desk: Desk) -> None:
    assert desk.sit("", "four")
    assert desk.answers() == 0


@pytest.mark.parametrize("line", ["1", "", "y", "한"])
def test_the_same_line_for_ever_comes_to_an_end(desk: Desk, line: str) -> None:
    desk.sit(*[line] * 1000, limit=20)
    assert desk.answers() <= 20


def test_when_the_day_is_done_it_says_so(desk: Desk) -> None:
    easy = ["=4"]
    desk.sit(
        *["", "", "4", "attention", *easy, "query;key", *easy, "1", *easy, "14", *easy, ""],
    )
    assert "Nothing more to ask today." in desk.said
    assert desk.answers() == 5


def test_when_cards_come_back_later_it_says_when(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    next_at = 1_772_456_700_000
    done = DayDone(answered=3, waiting=2, next_at=next_at)
    monkeypatch.setattr(desk.study, "next", lambda: done)
    desk.sit()
    time = clock_time(next_at)
    assert desk.said[0] == (f"Nothing to ask now; 2 cards come back today, the next at {time}.")


def test_a_review_in_korean_is_korean_throughout(desk: Desk) -> None:
    desk.sit("", "", "3", "attention", limit=2, language="ko")
    assert desk.said[0] == "수업: 작은 덱"
    assert "어느 낱말?" in desk.said
    assert "맞았습니다." in desk.said


def test_answers_are_timed_where_someone_sits(desk: Desk) -> None:
    ticks = iter(range(0, 1000, 7))
    desk.sit("", "", "3", "attention", limit=2, timer=lambda: float(next(ticks)))
    rows = desk.study.history(next(key for key in desk.study.library.items if "typed" in key))
    assert rows[0].payload["seconds"] == 7


def test_who_sits_there_is_told_how_to_learn_the_commands(desk: Desk) -> None:
    desk.sit("=h", timer=lambda: 0.0)
    assert desk.said[0] == "=h lists what else you can type."
    assert any(line.startswith("Enter alone gives up.") for line in desk.said)
