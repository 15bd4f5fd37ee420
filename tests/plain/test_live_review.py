"""Live cards, formulas and walk-throughs in lines of text."""

import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tutor.core.study import Question
from tutor.core.text import Language
from tutor.demo import Demo, DemoError, load
from tutor.packs import bundled_root, open_library, read_demo_words
from tutor.packs.sources import Pack
from tutor.plain.review import PlainReview
from tutor.schedule import Scheduler
from tutor.store import Store
from tutor.study import Limits, Study
from tutor.study.live_verdict import nested
from tutor.words.questions import LiveQuestion, live_question

ROOT = bundled_root()

LIVE = """\
concept: lively
title: {en: Lively, ko: 생생한 덱}
demo: attend
cards:
  - id: scaling
    ask:
      en: With scores @{scores} and $d_k = @{d_k}$, what are the scaled scores?
      ko: 점수가 @{scores}, $d_k = @{d_k}$일 때 스케일된 점수는 얼마입니까?
    live: scaled
    hint: Divide by the root of @{d_k}.
    because: The root of @{d_k} it is.
"""
GENERATED = """\
concept: lively
title: Lively
demo: attend
generate: [weights]
"""
WALK = """\
concept: lively
title: Lively
demo: attend
cards:
  - id: way
    ask: {en: Attend to these scores., ko: 이 점수로 어텐션을 구하세요.}
    live: [exps, weights, output]
"""


class Table:
    """Sittings in lines over one deck of live cards about the bundled demos."""

    def __init__(self, folder: Path, deck: str) -> None:
        file = folder / "lively.yaml"
        file.write_text(deck, encoding="utf-8")
        self.now = datetime(2026, 3, 2, 12, tzinfo=UTC)
        pack = Pack("bundled", ROOT, trusted=True)
        self.library = open_library((pack,), None, [file])
        self.store = Store.open(folder / "tutor.db", self.clock)
        self.study = Study(
            self.library,
            self.store,
            Scheduler(),
            self.clock,
            random.Random(7),
            Limits(),
            demos=demo,
        )
        concepts = {name for name in self.library.concepts if name == "lively"}
        self.study.keep_to(concepts)
        self.said: list[str] = []

    def clock(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def sit(self, *lines: str, limit: int | None = None, language: Language = "en") -> bool:
        self.said = []
        self.study.language = language
        given = iter(lines)
        return PlainReview(
            self.study, language, lambda: next(given, None), self.said.append, limit
        ).run()

    def asked(self) -> Question:
        question = self.study.next()
        assert isinstance(question, Question)
        return question

    def right(self) -> str:
        numbers = self.asked().numbers
        assert numbers is not None
        return str(nested(numbers.key, numbers.shape))

    def grades(self, card: str) -> list[int]:
        rows = self.study.history(next(key for key in self.library.items if key.endswith(card)))
        return [int(row.grade) for row in rows if row.grade is not None]


def demo(name: str) -> Demo:
    words, _ = read_demo_words(ROOT / "demos" / f"{name}.yaml")
    return load(ROOT / "demos", name, words)


@pytest.fixture
def table(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Table]:
    made = Table(tmp_path, request.param)
    yield made
    made.store.close()


def lively(deck: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("table", [deck], indirect=True)


@lively(LIVE)
def test_the_drawn_numbers_stand_in_the_question_and_a_right_answer_is_right(table: Table) -> None:
    numbers = table.asked().numbers
    assert numbers is not None
    table.sit(table.right(), limit=1)
    assert f"dₖ = {numbers.inputs['d_k']}" in table.said[1]
    assert table.said[2].startswith(f"{len(numbers.key)} ")
    assert "Right." in table.said
    assert f"The root of {numbers.inputs['d_k']} it is." in table.said
    assert table.grades("scaling") == [3]


@lively(LIVE)
def test_what_cannot_be_read_is_asked_again_with_what_was_expected(table: Table) -> None:
    table.sit("what?", table.right(), limit=1)
    assert any(line.startswith("Expected: ") for line in table.said)
    assert table.grades("scaling") == [3]


@lively(LIVE)
def test_a_known_trap_is_named_and_yours_set_beside_right(table: Table) -> None:
    numbers = table.asked().numbers
    assert numbers is not None
    scores, d_k = numbers.inputs["scores"], numbers.inputs["d_k"]
    assert isinstance(scores, list)
    assert isinstance(d_k, int)
    table.sit(", ".join(str(score / d_k) for score in scores), limit=1)
    assert "Not right." in table.said
    assert any(line.startswith("You divided by dₖ, not by its root.") for line in table.said)
    heads = next(line for line in table.said if line.split() == ["yours", "right"])
    assert "[" in table.said[table.said.index(heads) + 1]
    assert table.grades("scaling") == [1]


@lively(LIVE)
def test_an_empty_line_gives_up(table: Table) -> None:
    table.sit("", limit=1)
    assert any(line.startswith("Right is ") for line in table.said)
    assert table.grades("scaling") == [1]


@lively(LIVE)
def test_a_hint_speaks_of_the_very_numbers_and_costs_the_better_grade(table: Table) -> None:
    numbers = table.asked().numbers
    assert numbers is not None
    table.sit("?", table.right(), limit=1)
    assert f"Divide by the root of {numbers.inputs['d_k']}." in table.said
    assert table.grades("scaling") == [2]


@lively(LIVE)
def test_a_live_review_in_korean_is_korean_throughout(table: Table) -> None:
    table.sit("그래", "1", limit=1, language="ko")
    assert table.said[1].startswith("점수가 (")
    assert any(line.startswith("이렇게 적어 주세요: ") for line in table.said)
    assert "틀렸습니다." in table.said


@lively(GENERATED)
def test_a_card_without_an_author_asks_like_a_person_and_hints_by_its_formula(
    table: Table,
) -> None:
    table.sit("?", table.right(), limit=1)
    assert table.said[1].startswith("With E = (")
    assert table.said[1].endswith("), what is A = E / Σⱼ Eⱼ?")
    assert "A = E / Σⱼ Eⱼ" in table.said
    assert table.grades("weights") == [2]


@lively(WALK)
def test_a_walk_through_shows_its_examples_and_ends_with_a_report(table: Table) -> None:
    table.sit(table.right(), limit=1)
    assert table.said[1:3] == ["Step 3 of 3", "Attend to these scores."]
    assert any(line.startswith("   A (weights) = E / Σⱼ Eⱼ") for line in table.said)
    report = table.said[table.said.index("E: shown") :]
    assert report[:3] == ["E: shown", "A: shown", "Z: right"]


@lively(WALK)
def test_a_walk_through_can_be_left(table: Table) -> None:
    table.sit("s")
    assert "Z: skipped" in table.said
    assert "No step was answered." in table.said
    assert table.grades("output") == []


@lively(WALK)
def test_a_space_makes_the_sign_to_leave_an_answer(table: Table) -> None:
    table.sit(" s", "", limit=1)
    assert any(line.startswith("s is neither a number") for line in table.said)
    assert table.grades("output") == [1]


@lively(WALK)
def test_a_wrong_step_and_the_right_method_after_it_are_told_apart(table: Table) -> None:
    table.sit(table.right(), limit=1)
    table.now += timedelta(days=30)
    question = table.asked()
    assert question.walk is not None
    assert question.walk.at == "weights"
    size = len(question.numbers.key) if question.numbers else 0
    values = question.numbers.inputs["v"] if question.numbers else []
    assert isinstance(values, list)
    own = [0.5, 0.25, 0.125][:size]
    followed = [sum(w * row[at] for w, row in zip(own, values, strict=True)) for at in range(2)]
    table.sit(str(own), str(followed), limit=2)
    assert "   A (weights) " + str(size) + ": yours, with its fault" in table.said
    assert "Right by method." in table.said
    assert table.said[-3:-1] != []
    assert "1 fault in 2 steps; the method right in 1." in table.said
    assert table.grades("weights")[-1] == 1
    assert table.grades("output")[-1] >= 3


@lively(LIVE)
def test_the_demo_of_a_wrong_answer_shows_where_it_left_the_right_way(table: Table) -> None:
    numbers = table.asked().numbers
    assert numbers is not None
    scores, d_k = numbers.inputs["scores"], numbers.inputs["d_k"]
    assert isinstance(scores, list)
    assert isinstance(d_k, int)
    wrong = scores[0] / d_k
    table.sit(", ".join(str(score / d_k) for score in scores), "=d", limit=1)
    shown = table.said[table.said.index("Attention from the scores on") :]
    assert any(line.startswith("1. scaled:") for line in shown)
    assert not any(line.startswith("2. ") for line in shown)  # what was not asked
    assert any(f"{wrong:.4g} instead of" in line for line in shown)
    assert "scaled[0]" in shown


@lively(LIVE)
def test_before_any_answer_there_is_no_demo_to_look_at(table: Table) -> None:
    table.sit("=d", table.right(), limit=1)
    assert "There is no demo behind the last answer." in table.said
    assert table.grades("scaling") == [3]


@lively(LIVE)
def test_the_commands_are_listed_and_one_of_them_ends_the_review(table: Table) -> None:
    assert table.sit("=h", "=q", table.right())
    assert any("=q end" in line for line in table.said)
    assert table.grades("scaling") == []


TWO = LIVE + "  - id: shares\n    live: weights\n"


@pytest.mark.parametrize("table", [TWO], indirect=True)
def test_a_card_whose_demo_does_not_work_is_named_once_and_left_out(table: Table) -> None:
    table.study._live._open = broken  # a demo is broken between two sittings
    table.sit()
    told = [line for line in table.said if "is left out today" in line]
    assert told
    assert all("it is broken" in line for line in told)
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("table", [TWO], indirect=True)
def test_a_demo_that_breaks_behind_its_question_costs_that_card_alone(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = table.asked().item.key
    monkeypatch.setattr("tutor.plain.asking.live_question", breaking(first))
    table.sit()
    assert any(line.startswith(f"{first} is left out today") for line in table.said)
    assert table.asked().item.key != first
    assert table.grades(first.partition("/")[2]) == []


def broken(name: str) -> Demo:
    raise DemoError("raised", error="it is broken")


def breaking(key: str) -> Callable[..., LiveQuestion]:
    def asked(question: Question, demo: Demo, language: Language) -> LiveQuestion:
        if question.item.key == key:
            raise DemoError("raised", error="it is broken")
        return live_question(question, demo, language)

    return asked
