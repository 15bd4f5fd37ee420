"""What is said after a live answer: explanations, yours beside right, errors carried forward."""

from dataclasses import replace

import pytest

from tutor.core.cards import CardId, Formula
from tutor.core.cards import Number as NumberCard
from tutor.core.live import Cause, Diagnosis, Explanation, Numbers
from tutor.core.log import Grade
from tutor.core.study import Carried, Mark, Part, Question, Skipped, Unreadable, Verdict
from tutor.core.text import LANGUAGES, Language
from tutor.maths import plain_text
from tutor.numbers import NotRead, read
from tutor.study.live_verdict import judge_live
from tutor.words.asked import how_exactly
from tutor.words.beside import beside, beside_lines
from tutor.words.live_verdicts import LiveVerdict, explanation_lines, live_verdict, skipped_lines
from tutor.words.say import catalogue
from tutor.words.unread import unread_lines
from tutor.words.verdicts import verdict_lines

from .conftest import Posing, bundled


def judged(posing: Posing, text: str, numbers: Numbers | None = None) -> tuple[Verdict, Question]:
    """The verdict on an answer to the scaled scores of 112 and 96."""
    question = posing.question(numbers or posing.attend("scaled"))
    assert question.numbers is not None
    card = question.item.card
    verdict = judge_live(bundled(question.numbers.demo), card, question.numbers, text)
    assert isinstance(verdict, Verdict)
    return verdict, question


def told(
    posing: Posing, text: str, language: Language = "en", numbers: Numbers | None = None
) -> LiveVerdict:
    verdict, question = judged(posing, text, numbers)
    assert question.numbers is not None
    return live_verdict(verdict, question, bundled(question.numbers.demo), language)


def test_a_right_answer_needs_no_more_words(posing: Posing) -> None:
    assert told(posing, "14, 12") == LiveVerdict(headline="Right.")


def test_a_known_trap_is_told_in_its_authors_words(posing: Posing) -> None:
    said = told(posing, "1.75, 1.5")
    assert said.headline == "Not right."
    assert [plain_text(line) for line in said.because] == [
        "You divided by dₖ, not by its root. That scales too much, and the weights become nearly "
        "equal."
    ]
    [korean] = told(posing, "1.75, 1.5", "ko").because
    assert plain_text(korean).startswith("제곱근이 아니라 dₖ 자체로")


def test_an_edit_of_the_computation_is_told_as_what_gives_the_number(posing: Posing) -> None:
    shown = ("forget_gate", "input_gate", "candidate")
    numbers = posing.drawn("lstm_gates.cell", *shown)
    f, i, new = (numbers.given[name] for name in shown)
    parts = zip(f, numbers.inputs["c_prev"], i, new, strict=True)
    minus = ", ".join(f"{f * c - i * n:.6f}" for f, c, i, n in parts)
    said = told(posing, minus, numbers=numbers)
    [because] = said.because
    assert because.startswith("Those are the numbers you get if ")
    assert "−" in because
    assert said.operation in because
    [korean] = told(posing, minus, "ko", numbers).because
    assert korean.endswith(" 나오는 값들입니다.")


def tie(*explanations: Explanation) -> Verdict:
    part = Part(Mark.WRONG, "1, 2", "14, 12")
    diagnosis = Diagnosis(explanations=explanations, right=(False, False), first=(0,))
    return Verdict(0, (part,), Grade.AGAIN, diagnosis, [1.0, 2.0], [14.0, 12.0])


TRAP = Explanation(cause=Cause.TRAP, step="scaled", say="You divided by $d_k$.", trap="one")
OTHER = Explanation(cause=Cause.TRAP, step="scaled", say="You forgot the root.", trap="other")


def test_of_several_explanations_none_is_asserted(posing: Posing) -> None:
    question = posing.question(posing.attend("scaled"))
    said = live_verdict(tie(TRAP, OTHER), question, bundled("attend"), "en")
    assert said.because[0].startswith("More than one thing gives exactly this")
    assert said.because[1:] == ("Either: You divided by $d_k$.", "Or: You forgot the root.")
    assert said.operation == ""
    korean = live_verdict(tie(TRAP, OTHER), question, bundled("attend"), "ko").because
    assert korean[0].startswith("바로 이 값이 나오는 까닭이 하나가 아닙니다.")


def test_the_same_words_are_not_offered_twice(posing: Posing) -> None:
    question = posing.question(posing.attend("scaled"))
    said = live_verdict(tie(TRAP, TRAP), question, bundled("attend"), "en")
    assert said.because == ("You divided by $d_k$.",)


def test_how_the_answer_was_read_is_echoed_only_where_it_is_not_plain(posing: Posing) -> None:
    assert told(posing, "112/sqrt(64); 96/8").read_as == "Read as `14, 12`."
    assert told(posing, "[14, 12]").read_as == ""
    assert told(posing, "112/sqrt(64), 10", "ko").read_as == "`14, 10`으로 읽었습니다."


def test_some_right_numbers_are_counted(posing: Posing) -> None:
    assert told(posing, "14, 13.37").headline == "1 of 2 numbers right."
    assert told(posing, "14, 13.37", "ko").headline == "수 2개 가운데 1개가 맞았습니다."


def test_yours_stands_beside_right_with_the_first_difference_in_brackets(posing: Posing) -> None:
    verdict, question = judged(posing, "14, 13.37")
    assert question.numbers is not None
    both = beside(verdict, question.numbers)
    assert both is not None
    assert both.first == (0, 1)
    assert beside_lines(both, "en") == [
        " yours          right",
        " 14 [13.37]     14 [12]",
    ]
    assert beside_lines(both, "ko")[0].split() == ["내", "답", "정답"]


def test_numbers_that_differ_look_different(posing: Posing) -> None:
    numbers = posing.attend("weights")
    exact = replace(numbers, tolerance=1e-6)
    verdict, question = judged(posing, f"0.880897, {numbers.key[1]}", exact)
    assert question.numbers is not None
    both = beside(verdict, question.numbers)
    assert both is not None
    assert both.yours[0][0] != both.right[0][0]


def test_another_shape_is_shown_without_marks(posing: Posing) -> None:
    verdict, question = judged(posing, "14, 12, 10")
    assert question.numbers is not None
    both = beside(verdict, question.numbers)
    assert both is not None
    assert both.first is None
    assert "[" not in "".join(beside_lines(both, "en"))


def test_the_exact_value_follows_where_it_has_more_digits(posing: Posing) -> None:
    assert told(posing, "0.881, 0.119", numbers=posing.attend("weights")).exact == (
        "More exactly: 0.88079708, 0.11920292"
    )
    assert told(posing, "14, 12").exact == ""


def test_who_gives_up_is_told_what_is_right(posing: Posing) -> None:
    assert told(posing, "").right == "Right is 14, 12."
    assert told(posing, "", "ko").right == "정답은 14, 12입니다."


def test_the_headline_of_a_live_card_is_the_same_everywhere(posing: Posing) -> None:
    verdict, question = judged(posing, "14, 13.37")
    assert verdict_lines(verdict, question.item.card, "en")[0] == "1 of 2 numbers right."


# Errors carried forward


def test_a_right_method_on_a_wrong_value_is_said_to_be_right(posing: Posing) -> None:
    part = Part(Mark.RIGHT, "0.5, 0.5", "0.8808, 0.1192")
    verdict = Verdict(
        1, (part,), Grade.GOOD, None, [0.5, 0.5], [0.8808, 0.1192], carried=Carried.METHOD
    )
    question = posing.question(posing.attend("weights"))
    said = live_verdict(verdict, question, bundled("attend"), "en")
    assert said.headline == "Right by method."
    assert said.carried == (
        "Right by your own earlier value: the method is right, and that fault was counted before.",
        "With the right values before, it would be 0.8808, 0.1192.",
    )
    assert said.beside is None
    korean = live_verdict(verdict, question, bundled("attend"), "ko")
    assert korean.headline == "방법이 옳습니다."


REPORT = (
    ("scaled", Carried.SHOWN),
    ("exps", Carried.WRONG),
    ("weights", Carried.METHOD),
    ("output", Carried.RIGHT),
)


def test_a_walk_through_ends_with_a_report_of_slips_and_method(posing: Posing) -> None:
    part = Part(Mark.RIGHT, "1", "1")
    verdict = Verdict(1, (part,), Grade.GOOD, carried=Carried.RIGHT, report=REPORT)
    question = posing.question(posing.attend("output"))
    english = live_verdict(verdict, question, bundled("attend"), "en").report
    assert [plain_text(line) for line in english] == [
        "S′: shown",
        "E: not right",
        "A: the method right, by your own value before",
        "Z: right",
        "1 fault in 3 steps; the method right in 2.",
    ]
    korean = live_verdict(verdict, question, bundled("attend"), "ko").report
    assert korean[-1] == "3단계에서 실수 1개. 방법이 옳은 단계는 2개입니다."


def test_a_faultless_walk_and_one_left_early_are_reported_too(posing: Posing) -> None:
    part = Part(Mark.RIGHT, "1", "1")
    report = (("weights", Carried.RIGHT), ("output", Carried.RIGHT))
    verdict = Verdict(1, (part,), Grade.GOOD, carried=Carried.RIGHT, report=report)
    question = posing.question(posing.attend("output"))
    said = live_verdict(verdict, question, bundled("attend"), "en")
    assert said.report[-1] == "All 2 steps right."
    left = Skipped(report=(("weights", Carried.SKIPPED),), values={})
    assert skipped_lines(left, question, bundled("attend"), "en") == [
        "$A$: skipped",
        "No step was answered.",
    ]


# Answers that cannot be read


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        *("abc", "1 2 3 +", "(1, 2", "1, 2)", "[1 2; 3]", "1/0", "sqrt(-1)", "1..2", "1, [2]+1"),
        *("10^999", "1 @ 2", "sqrt(1, 2)", "9" * 3000, "(" * 60 + "1" + ")" * 60, "1; ;"),
    ],
)
def test_what_cannot_be_read_is_said_with_what_was_expected(
    text: str, language: Language, posing: Posing
) -> None:
    question = posing.question(posing.attend("scaled"))
    assert question.numbers is not None
    found = judge_live(bundled("attend"), question.item.card, question.numbers, text)
    if not isinstance(found, Unreadable):
        assert not isinstance(read(text), NotRead)
        return
    fault, expected = unread_lines(found, question, language)
    assert fault
    assert {"en": "2 numbers, set", "ko": "쉼표로 나눈 수 2개"}[language] in expected


def test_every_reason_for_which_numbers_cannot_be_read_has_a_sentence() -> None:
    assert NotRead.__doc__ is not None
    listed = NotRead.__doc__.partition("with their details:")[2].rstrip(". \n")
    codes = {part.split("(")[0].strip() for part in listed.split(";")}
    assert len(codes) == 17
    for language in LANGUAGES:
        assert {f"unread.{code}" for code in codes} <= catalogue("live", language).keys()


def test_a_formula_that_cannot_be_read_says_what_is_wrong_with_it(posing: Posing) -> None:
    details = {"given": "scores ^ 2"}
    [line] = unread_lines(Unreadable("formula.expression-caret", details), None, "en")
    assert line == "The formula cannot be read: `^` is not a power; write `**`."
    [line] = unread_lines(Unreadable("formula.expression-caret", details), None, "ko")
    assert line.startswith("식을 읽을 수 없습니다: ")


def test_other_answers_are_refused_in_the_words_they_had() -> None:
    why = Unreadable("choice", {"choices": "3"})
    assert unread_lines(why, None, "en") == ["Give numbers from 1 to 3."]


def test_after_a_wrong_formula_the_right_one_is_shown(posing: Posing) -> None:
    card = Formula(id=CardId("f"), formula="attend.scaled")
    question = posing.question(posing.attend("scaled"), card=card)
    part = Part(Mark.WRONG, "scores / d_k", r"$S / \sqrt{d_k}$")
    verdict = Verdict(0, (part,), Grade.AGAIN, Diagnosis(explanations=(TRAP,)))
    said = live_verdict(verdict, question, bundled("attend"), "en")
    assert said.headline == "Not right."
    assert plain_text(said.right) == "The formula is S / √(dₖ)."
    assert said.because == ("You divided by $d_k$.",)
    assert said.beside is None
    korean = live_verdict(verdict, question, bundled("attend"), "ko")
    assert plain_text(korean.right) == "식은 S / √(dₖ)입니다."


def test_how_many_numbers_are_asked_is_said_without_speaking_of_shapes(posing: Posing) -> None:
    assert told(posing, "1").because == ("That is 1 number; 2 are asked.",)
    assert told(posing, "1", "ko").because == ("수가 1개인데, 물은 것은 2개입니다.",)
    assert "2×2" in told(posing, "1, 2; 3, 4").because[0]


def explained(*found: Explanation, language: Language, given: str = "") -> list[str]:
    return explanation_lines(Diagnosis(explanations=found, right=(False,)), language, given)


def test_what_chance_may_have_hit_is_said_with_an_if() -> None:
    trap = Explanation(cause=Cause.TRAP, step="s", say="You doubled it.", trap="t", sure=False)
    assert explained(trap, language="en", given="8") == ["8 is what you get if: You doubled it."]
    assert explained(trap, language="ko", given="8") == [
        "이렇게 하면 8이 나옵니다: You doubled it."
    ]
    assert explained(replace(trap, sure=True), language="en", given="8") == ["You doubled it."]


def test_possibilities_are_counted_in_korean() -> None:
    traps = [Explanation(cause=Cause.TRAP, step="s", say=f"{n}.", trap=f"{n}") for n in range(5)]
    starts = [line.partition(":")[0] for line in explained(*traps, language="ko")[1:]]
    assert starts == [
        "첫째 가능성", "둘째 가능성", "셋째 가능성", "넷째 가능성", "다른 가능성"
    ]  # fmt: skip


def test_what_is_left_out_of_a_formula_stands_in_quotes() -> None:
    edit = Explanation(
        cause=Cause.EDIT,
        step="s",
        code="left_out",
        details={"what": "the mean", "formula": "x - mean"},
    )
    assert "leave out “the mean” in" in explained(edit, language="en")[0]
    assert "‘the mean’ 부분을" in explained(edit, language="ko")[0]


def test_a_step_that_left_nothing_to_compute_is_no_fault(posing: Posing) -> None:
    verdict, question = judged(posing, "0, 0")
    idle = replace(
        verdict,
        carried=Carried.IDLE,
        report=(("scaled", Carried.WRONG), ("exps", Carried.IDLE), ("weights", Carried.RIGHT)),
    )
    english = live_verdict(idle, question, bundled("attend"), "en")
    assert "nothing was left to work out" in english.headline
    assert english.report[-1].startswith("1 fault in 2 steps")
    assert "남지 않습니다" in live_verdict(idle, question, bundled("attend"), "ko").headline


@pytest.mark.parametrize(
    ("number", "tolerance", "english"),
    [("14", None, ""), ("1/3", None, "to three significant digits"), ("3", 0.1, "to within 0.1")],
)
def test_a_number_card_says_how_exact_its_answer_is_to_be(
    number: str, tolerance: float | None, english: str
) -> None:
    card = NumberCard(id=CardId("n"), ask="How many?", number=number, tolerance=tolerance)
    assert how_exactly(card, "en") == english
    assert bool(how_exactly(card, "ko")) == bool(english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_in_a_sentence_ends_with_one_mark(language: Language) -> None:
    near = {"name": "probs", "near": "probabilities", "known": "probabilities"}
    [line] = unread_lines(Unreadable("formula.expression-name", near), None, language)
    assert line.endswith("?")
