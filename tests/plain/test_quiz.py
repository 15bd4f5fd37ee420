import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tutor.core.text import Language
from tutor.demo import Demo, load
from tutor.packs import Pack, open_library, read_demo_words
from tutor.plain.quiz import PlainQuiz
from tutor.schedule import Scheduler
from tutor.store import Store
from tutor.study import Study
from tutor.study.quiz import Quiz
from tutor.study.selection import Plan, Selection

PACKS = [Path(__file__).parents[1] / "ui" / name for name in ("pack", "live", "kinds")]


@dataclass
class Desk:
    """A study of cards of every kind, and quizzes in lines over them."""

    study: Study
    now: list[datetime]
    said: list[str] = field(default_factory=list)

    def hold(
        self,
        *lines: str,
        cards: tuple[str, ...] = (),
        language: Language = "en",
        ends: bool = False,
        **plan: object,
    ) -> Quiz:
        """Hold a quiz over these cards; what it writes replaces `said`."""
        self.said = []
        self.study.language = language
        for key in self.study.library.items:
            if self.study.flagged(key) != (key in cards):
                self.study.flag(key)
        selection = Selection(flagged=bool(cards))
        quiz = self.study.quiz(Plan(selection=selection, **{"seed": 1, **plan}))  # type: ignore[arg-type]  # by name
        given = iter(lines)
        self.sitting = PlainQuiz(
            self.study,
            language,
            lambda: next(given, None),
            self.said.append,
            quiz=quiz,
            ends=ends,
        )
        self.understood = self.sitting.run()
        return quiz

    def answers(self) -> int:
        """How many answers stand in the log."""
        return self.study.statistics().reviews


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    now = [datetime(2026, 3, 2, 12, tzinfo=UTC)]

    def clock() -> datetime:
        return now[0]

    def demo(name: str) -> Demo:
        words, _ = read_demo_words(PACKS[0] / "demos" / f"{name}.yaml")
        return load(PACKS[0] / "demos", name, words)

    library = open_library([Pack(pack.name, pack, trusted=True) for pack in PACKS], None)
    assert not library.faults
    with Store.open(tmp_path / "tutor.db", clock) as store:
        yield Desk(Study(library, store, Scheduler(), clock, random.Random(7), demos=demo), now)


def line(desk: Desk, begin: str) -> str:
    """The last line that begins so."""
    return next(text for text in reversed(desk.said) if text.lstrip().startswith(begin))


TYPED, NUMBER, RECALL = "scaling/typed", "scaling/number", "scaling/recall"
SCALED = "living/scaling"


def test_questions_are_numbered_and_the_score_told_by_concept(desk: Desk) -> None:
    desk.hold("softmax", cards=(TYPED, "kinds/truth", NUMBER), number=2)
    headings = [text for text in desk.said if text.startswith("Question")]
    assert headings[0].startswith("Question 1 of 2: ")
    assert any(text.startswith("Score: ") for text in desk.said)


def test_nothing_is_recorded_and_no_interval_promised(desk: Desk) -> None:
    desk.hold("softmax", "", cards=(TYPED,))
    assert "Right." in desk.said
    assert not any("again in" in text for text in desk.said)
    assert desk.answers() == 0
    assert "Score: 100 %. 1 of 1 question all right." in desk.said


def test_a_quiz_that_counts_says_when_the_card_comes_back(desk: Desk) -> None:
    desk.hold("softmax", "", cards=(TYPED,), counts=True)
    assert any("Graded Good: again in" in text for text in desk.said)
    assert desk.answers() == 1


def test_what_went_wrong_is_listed_with_the_right_answer_and_where_to_look(desk: Desk) -> None:
    desk.hold("entropy", "", cards=(TYPED,))
    assert line(desk, "1. ").endswith("What keeps its gradient when the scores are scaled?")
    assert line(desk, "You answered") == "   You answered: entropy"
    assert line(desk, "Right:") == "   Right: softmax"
    assert line(desk, "Demo:") == "   Demo: tutor demo scaling"
    assert "Lesson: Scaled dot products" in line(desk, "Lesson:")


def test_a_live_one_names_the_demo_with_its_very_numbers(desk: Desk) -> None:
    quiz = desk.hold("1 2 3 4", "", cards=(SCALED,))
    numbers = quiz.results().wrong[0].question.numbers
    assert numbers is not None
    command = line(desk, "Demo:")
    assert "tutor demo scaling --step scaled --set " in command
    assert f"scores={numbers.inputs['scores']}" in command


def test_a_recall_card_is_graded_without_intervals(desk: Desk) -> None:
    desk.hold("", "2", "", cards=(RECALL,))
    assert "1 Again   2 Hard   3 Good   4 Easy" in desk.said
    assert "Score: 50 %. 0 of 1 question all right." in desk.said


def test_what_was_recalled_can_be_graded_anew(desk: Desk) -> None:
    quiz = desk.hold("", "1", "=3", "", cards=(RECALL,))
    assert "You graded it Good." in desk.said
    assert quiz.results().right == 1


def test_the_last_one_graded_anew_leaves_the_question_that_is_asked_by_now(desk: Desk) -> None:
    quiz = desk.hold("", "1", "=3", "softmax", "", cards=(RECALL, TYPED), seed=1)
    assert "You graded it Good." in desk.said
    assert (quiz.done, quiz.results().right) == (2, 2)


def test_what_was_judged_keeps_its_worth(desk: Desk) -> None:
    quiz = desk.hold("no", "=4", "", cards=(TYPED,))
    assert any(text.startswith("This answer was judged") for text in desk.said)
    assert quiz.results().right == 0


def test_an_answer_can_be_taken_back_even_the_last_one(desk: Desk) -> None:
    quiz = desk.hold("no", "u", "softmax", "", cards=(TYPED,))
    assert "Taken back: answer it again." in desk.said
    assert (quiz.done, quiz.results().right) == (1, 1)


def test_a_hint_is_given_and_halves_the_credit(desk: Desk) -> None:
    quiz = desk.hold("?", "softmax", "", cards=(TYPED,))
    assert "It turns scores into shares." in desk.said
    assert quiz.results().share == 0.5


def test_the_wrong_ones_are_shown_in_full_and_taken_again(desk: Desk) -> None:
    desk.hold("no", "1", "r", "softmax", "", cards=(TYPED,))
    assert desk.said.count("A saturated softmax has a gradient near 0.") == 3
    assert "Score: 100 %. 1 of 1 question all right." in desk.said
    assert sum("tutor quiz" in text for text in desk.said) == 1


def test_another_quiz_has_another_seed(desk: Desk) -> None:
    first = desk.hold("softmax", "n", cards=(TYPED,))
    assert desk.sitting.quiz.seed != first.seed
    assert sum(text.startswith("Question 1 of 1") for text in desk.said) == 2


def test_another_quiz_after_the_wrong_ones_is_as_long_as_the_first(desk: Desk) -> None:
    desk.hold("no", "r", "no", "n", cards=(TYPED, "kinds/truth", NUMBER), number=1)
    assert desk.sitting.quiz.total == 1
    assert desk.sitting.quiz.round == 1


def test_the_call_that_repeats_it_is_said(desk: Desk) -> None:
    desk.hold("softmax", "", cards=(TYPED,), number=3)
    assert desk.said[-2] == "The same quiz again: tutor quiz --flagged -n 3 --seed 1"


def test_the_end_of_the_input_ends_with_the_score_so_far(desk: Desk) -> None:
    desk.hold("14, 12", cards=(TYPED, NUMBER))
    assert desk.understood
    assert any("of 1 question" in text for text in desk.said)
    desk.hold(cards=(TYPED,))
    assert desk.said[-1] == "Nothing was answered."


def test_lines_that_make_no_sense_end_it(desk: Desk) -> None:
    desk.hold(*["nonsense"] * 9, cards=(NUMBER,))
    assert not desk.understood
    assert any("the quiz ends here" in text for text in desk.said)


def test_the_time_left_stands_above_each_question(desk: Desk) -> None:
    desk.hold(cards=(TYPED,), minutes=3)
    assert desk.said[0] == "Question 1, 3 minutes left: Scaled dot products"


def test_every_kind_can_be_answered_in_korean(desk: Desk) -> None:
    answers: Callable[[int], tuple[str, ...]] = lambda n: ("1",) * n  # noqa: E731  # reads as a table
    desk.hold(*answers(60), language="ko", ends=True)
    assert line(desk, "점수:").startswith("점수: ")
    assert line(desk, "같은 퀴즈를") == "같은 퀴즈를 다시 하려면: tutor quiz --all --seed 1"
    assert not any("{" in text and "|" in text for text in desk.said)


def test_the_clock_ends_a_timed_quiz(desk: Desk) -> None:
    lines = iter(["softmax", "", "", "", ""])
    quiz = desk.study.quiz(
        Plan(selection=Selection(kinds=frozenset({"accept"})), minutes=1, seed=1)
    )

    def read() -> str | None:
        desk.now[0] += timedelta(seconds=70)
        return next(lines, None)

    assert PlainQuiz(desk.study, "en", read, desk.said.append, quiz=quiz, ends=True).run()
    assert quiz.done == 1


@pytest.mark.parametrize(
    ("language", "told"),
    [("en", "Only one choice is right: give one number"), ("ko", "맞는 것은 하나입니다.")],
)
def test_several_numbers_where_one_choice_is_right_are_no_answer(
    desk: Desk, language: Language, told: str
) -> None:
    quiz = desk.hold("1 2", "2", "", cards=("scaling/one",), language=language)
    assert any(text.startswith(told) for text in desk.said)
    assert quiz.done == 1
