import math
import sys
from dataclasses import replace
from textwrap import dedent

import pytest

from tutor.core.cards import Formula
from tutor.core.draws import Draw, Drawn
from tutor.core.live import Cause
from tutor.core.log import Grade
from tutor.core.study import DayDone, Lesson, Mark, Question, Unreadable, Verdict
from tutor.core.text import Words
from tutor.demo import DemoError, DemoWords, load
from tutor.live.asking import trap_answer
from tutor.live.errors import DrawError
from tutor.study.live_cards import placeholders
from tutor.study.replay import past_question

OWN_HALF = Draw(quantities={"a": Drawn(integers=(100, 900)), "b": Drawn(integers=(1000, 2000))})


def shelf_of(tools, *cards, demo="chain", **keys):
    return tools.Shelf().add("sums", *cards, demo=demo, **keys)


def opener(demo):
    return lambda name: demo


def typed_trap(demo, question, trap):
    """What one types who falls into a trap."""
    (known,) = [found for found in demo.traps if found.id == trap]
    return str(trap_answer(demo, question.numbers, known)[0])


# Asking


def test_a_live_card_asks_other_numbers_each_time(desk, tools):
    study = desk.open(shelf_of(tools, tools.live("scaled", "attend.scaled")))
    seen = []
    for _ in range(5):
        asked = tools.question(study)
        assert study.next() is asked
        study.answer(asked, ("-1000",))
        seen.append(str(asked.numbers.inputs))
    assert len(set(seen)) == 5


def test_the_same_generator_asks_the_same_numbers(desk, tools):
    shelf = shelf_of(tools, tools.live("scaled", "attend.scaled"))
    one = tools.question(desk.open(shelf, seed=5, name="one.db")).numbers
    other = tools.question(desk.open(shelf, seed=5, name="other.db")).numbers
    assert one == other


def test_a_step_may_be_named_alone_in_a_concept_with_a_demo(desk, tools):
    study = desk.open(shelf_of(tools, tools.live("w", "weights"), demo="attend"))
    numbers = tools.question(study).numbers
    assert (numbers.demo, numbers.step) == ("attend", "weights")


def test_a_cards_own_draw_and_tolerance_are_asked(desk, tools, chain):
    card = tools.live("h", "chain.half", draw=OWN_HALF, tolerance=3.0)
    study = desk.open(shelf_of(tools, card), demos=opener(chain()))
    asked = tools.question(study)
    assert asked.numbers.inputs["a"] >= 100
    assert study.answer(asked, (str(asked.numbers.key[0] + 2.5),)).right


def test_a_step_that_the_question_names_is_given_as_it_is_shown(desk, tools):
    ask = Words(en="With scaled scores @{scaled}, what are the weights?", ko="가중치는 얼마입니까?")
    study = desk.open(shelf_of(tools, tools.live("w", "attend.weights", ask=ask)))
    numbers = tools.question(study).numbers
    assert list(numbers.given) == ["scaled"]
    powers = [math.exp(score) for score in numbers.given["scaled"]]
    assert numbers.key == pytest.approx([power / sum(powers) for power in powers], rel=1e-12)


def test_inputs_the_asked_step_and_later_ones_are_never_given(desk, tools):
    ask = "From @{scores} and @{d_k}: what is @{scaled}, before @{ weights }?"
    assert placeholders(ask) == {"scores", "d_k", "scaled", "weights"}
    study = desk.open(shelf_of(tools, tools.live("s", "attend.scaled", ask=ask)))
    assert tools.question(study).numbers.given == {}


def test_a_generated_question_shows_the_steps_that_the_formula_reads(desk, tools):
    study = desk.open(shelf_of(tools, tools.live("z", "attend.output")))
    assert list(tools.question(study).numbers.given) == ["weights"]
    study = desk.open(shelf_of(tools, tools.live("s", "attend.scaled")), name="other.db")
    assert tools.question(study).numbers.given == {}


def test_an_authored_question_that_names_no_step_gives_none(desk, tools):
    study = desk.open(shelf_of(tools, tools.live("z", "attend.output", ask="From @{scores}?")))
    assert tools.question(study).numbers.given == {}


def test_a_lesson_comes_before_a_live_card_as_before_any_other(desk, tools):
    study = desk.open(shelf_of(tools, tools.live("s", "attend.scaled"), lesson="Read me."))
    assert isinstance(study.next(), Lesson)
    assert tools.question(study).numbers is not None


# Aiming


def test_each_trap_in_play_is_aimed_at_in_turn(desk, tools, chain):
    card = tools.live("p", "product", ask="From @{a} and @{b}?")
    study = desk.open(shelf_of(tools, card), demos=opener(chain()))
    aims = []
    for _ in range(6):
        asked = tools.question(study)
        aims.append(asked.numbers.aim)
        study.answer(asked, ("",))
    assert aims == ["doubled", "forgot-b", "times-b"] * 2


def test_a_trap_before_what_the_question_shows_is_not_in_play(desk, tools, chain):
    study = desk.open(shelf_of(tools, tools.live("p", "product")), demos=opener(chain()))
    asked = tools.question(study)
    assert list(asked.numbers.given) == ["half"]
    for _ in range(3):
        asked = tools.question(study)
        assert asked.numbers.aim == "times-b"
        study.answer(asked, ("",))


def test_the_aim_follows_the_last_trap_fallen_into_until_it_is_escaped(desk, tools, chain):
    demo = chain()
    card = tools.live("p", "product", ask="From @{a} and @{b}?")
    study = desk.open(shelf_of(tools, card), demos=opener(demo))
    asked = tools.question(study)
    study.answer(asked, (typed_trap(demo, asked, "times-b"),))
    for _ in range(2):  # a wrong answer of another kind does not free from it
        asked = tools.question(study)
        assert asked.numbers.aim == "times-b"
        study.answer(asked, ("1234567",))
    study = desk.open(shelf_of(tools, card), demos=opener(demo))
    asked = tools.question(study)
    assert asked.numbers.aim == "times-b"
    study.answer(asked, (tools.right(asked),))
    assert tools.question(study).numbers.aim == "forgot-b"  # the fifth answer's turn


def test_a_failed_card_comes_back_with_other_numbers(desk, tools, chain):
    study = desk.open(shelf_of(tools, tools.live("h", "half")), demos=opener(chain()))
    asked = tools.question(study)
    assert study.answer(asked, ("-1",)).suggested is Grade.AGAIN
    again = tools.question(study)
    assert again.item == asked.item
    assert again.numbers.inputs != asked.numbers.inputs


def test_an_undone_card_comes_back_with_other_numbers_for_the_key_was_shown(desk, tools, chain):
    study = desk.open(shelf_of(tools, tools.live("h", "half")), demos=opener(chain()))
    asked, _ = tools.answer(study, "-1")
    study.undo()
    again = tools.question(study)
    assert again.item == asked.item
    assert again.numbers.inputs != asked.numbers.inputs
    assert study.history(again.item.key) == []


# Cards that do not work


def broken(chain):
    good = chain()
    raising = chain(a=Drawn(value="nowhere + 1"))
    never = replace(good, draw=Draw(quantities=good.draw.quantities, where=("a > b + 100",)))
    infinite = replace(chain(a=Drawn(choose=(1e308,)), b=Drawn(choose=(1e308,))), traps=())
    demos = {"chain": good, "raising": raising, "never": never, "infinite": infinite}

    def opened(name):
        if name not in demos:
            raise DemoError("no_demo", name=name, near="")
        return demos[name]

    return opened


def test_a_card_that_cannot_be_drawn_or_run_is_left_out_and_named(desk, tools, chain):
    names = ["missing.half", "raising.half", "never.half", "infinite.total", "chain.nowhere"]
    cards = [tools.live(f"c{place}", name) for place, name in enumerate(names)]
    shelf = shelf_of(tools, *cards, tools.live("fine", "chain.half"), tools.typed("plain"))
    study = desk.open(shelf, demos=broken(chain))
    assert study.today().new == 7
    asked = set()
    while isinstance(turn := study.next(), Question):
        asked.add(turn.item.key)
        study.answer(turn, (tools.right(turn) if turn.numbers else "yes",))
        desk.clock.go(minutes=11)
    assert asked == {"sums/fine", "sums/plain"}
    assert {key: type(error) for key, error in study.troubles.items()} == {
        "sums/c0": DemoError,
        "sums/c1": DrawError,
        "sums/c2": DrawError,
        "sums/c3": DrawError,
        "sums/c4": DemoError,
    }
    assert (study.today().new, study.today().learning) == (0, 0)


def test_a_study_without_demos_leaves_its_live_cards_out(desk, tools):
    shelf = shelf_of(tools, tools.live("a", "scaled", ask="?"), demo="")
    study = desk.open(shelf)
    assert isinstance(study.next(), DayDone)
    assert list(study.troubles) == ["sums/a"]


def test_a_mended_library_is_tried_again(desk, tools, chain):
    demos = {}
    study = desk.open(shelf_of(tools, tools.live("h", "half")), demos=lambda name: demos[name])
    assert isinstance(study.next(), DayDone)
    demos["chain"] = chain()
    assert isinstance(study.next(), DayDone)
    study.library = shelf_of(tools, tools.live("h", "half"))
    assert study.troubles == {}
    assert tools.question(study).numbers.step == "half"


def test_a_question_is_judged_by_its_own_demo_after_the_file_was_broken(desk, tools, chain):
    demos = {"chain": chain()}
    shelf = shelf_of(tools, tools.live("h", "half"))
    study = desk.open(shelf, demos=lambda name: demos[name])
    asked = tools.question(study)
    demos.clear()
    study.library = shelf
    assert study.answer(asked, (tools.right(asked),)).right


def test_plain_cards_open_no_demo(desk, tools):
    def never(name):
        raise AssertionError(name)

    study = desk.open(shelf_of(tools, tools.typed("plain")), demos=never)
    tools.finish(study, desk.clock)
    assert study.troubles == {}


# Judging


@pytest.fixture
def halves(desk, tools, chain):
    """A study of one card, 'half', whose key has one decimal or is whole."""
    return desk.open(shelf_of(tools, tools.live("h", "half", unit="cm")), demos=opener(chain()))


def test_a_right_answer_is_good_and_says_the_exact_value(halves, tools):
    asked, verdict = tools.answer(halves, tools.right(tools.question(halves)) + " cm")
    assert isinstance(verdict, Verdict)
    assert (verdict.right, verdict.suggested) == (True, Grade.GOOD)
    assert verdict.exact == verdict.typed == asked.numbers.key[0]
    assert [part.mark for part in verdict.parts] == [Mark.RIGHT]
    assert verdict.diagnosis is None


def test_an_empty_answer_is_missed_and_not_diagnosed(halves, tools):
    asked, verdict = tools.answer(halves, "  ")
    assert [part.mark for part in verdict.parts] == [Mark.MISSED]
    assert (verdict.score, verdict.suggested, verdict.diagnosis) == (0, Grade.AGAIN, None)
    assert verdict.exact == asked.numbers.key[0]


def test_a_rounded_answer_is_right_and_named(desk, tools):
    study = desk.open(shelf_of(tools, tools.live("w", "attend.weights")))
    asked = tools.question(study)
    _, verdict = tools.answer(study, str([round(cell, 2) for cell in asked.numbers.key]))
    assert (verdict.score, verdict.parts[0].mark) == (1, Mark.ROUNDING)


def test_what_cannot_be_read_says_what_was_expected_and_is_not_recorded(desk, tools):
    study = desk.open(shelf_of(tools, tools.live("w", "attend.weights")))
    asked = tools.question(study)
    found = study.answer(asked, ("roughly 3",))
    assert isinstance(found, Unreadable)
    assert found.code == "number.word"
    assert found.details["word"] == "roughly"
    assert found.details["shape"] == str(asked.numbers.shape[0])
    assert study.history("sums/w") == []
    assert study.next() is asked


def test_a_trap_is_told_in_its_authors_words_and_kept_in_the_log(halves, tools, chain):
    asked = tools.question(halves)
    verdict = halves.answer(asked, (typed_trap(chain(), asked, "doubled"),))
    (explanation,) = verdict.diagnosis.explanations
    assert (explanation.cause, explanation.say) == (Cause.TRAP, "You doubled it.")
    assert (verdict.score, verdict.suggested) == (0, Grade.AGAIN)
    (row,) = halves.history("sums/h")
    assert row.payload["fell"] == ["doubled"]


def test_an_error_that_no_author_foresaw_is_kept_by_its_code(halves, tools):
    asked = tools.question(halves)
    inputs = asked.numbers.inputs
    given = asked.numbers.given["total"]
    assert given == inputs["a"] + inputs["b"]
    verdict = halves.answer(asked, (str(given),))
    assert verdict.diagnosis.explanations
    (row,) = halves.history("sums/h")
    assert row.payload["fell"] == [found.code for found in verdict.diagnosis.explanations]


def test_partly_right_numbers_are_hard_if_no_method_explains_them(desk, tools):
    study = desk.open(shelf_of(tools, tools.live("z", "attend.output", cells="row")))
    asked = tools.question(study)
    first, *others = asked.numbers.key
    verdict = study.answer(asked, (str([first, *(7.1234 + other for other in others)]),))
    assert not verdict.diagnosis.explanations
    assert verdict.diagnosis.right == (True, *(False for _ in others))
    assert verdict.diagnosis.first == asked.numbers.cells[1]
    assert (verdict.score, verdict.suggested) == (0.5, Grade.HARD)


def test_a_wrong_method_is_wrong_though_some_numbers_are_right(desk, tools):
    shelf = tools.Shelf().add("sums", tools.live("d", "softmax_cross_entropy.gradient"))
    study = desk.open(shelf)
    asked = tools.question(study)
    key = [abs(cell) for cell in asked.numbers.key]  # all but one cell are positive already
    verdict = study.answer(asked, (str(key),))
    assert any(verdict.diagnosis.right)
    assert verdict.diagnosis.explanations
    assert (verdict.score, verdict.suggested) == (0, Grade.AGAIN)


# The log


def test_a_past_question_is_whole_whatever_its_draw_has_become(desk, tools, chain):
    demos = {"chain": chain()}
    shelf = shelf_of(tools, tools.live("h", "half"))
    study = desk.open(shelf, demos=demos.__getitem__)
    asked, verdict = tools.answer(study, "12.25")
    demos["chain"] = chain(a=Drawn(integers=(1000, 2000)), c=Drawn(value=3))
    (row,) = desk.open(shelf, demos=demos.__getitem__).history("sums/h")
    assert past_question(row) == asked.numbers
    assert row.payload["given"] == ["12.25"]
    assert past_question(row).key == (verdict.exact,)


def test_a_row_of_another_kind_of_card_holds_no_past_question(desk, tools):
    study = desk.open(tools.Shelf.of(gru=1))
    tools.answer(study)
    (row,) = study.history("gru/c0")
    assert past_question(row) is None


def test_another_grade_keeps_the_numbers(halves, tools):
    asked, _ = tools.answer(halves, "3")
    halves.grade(asked, Grade.HARD)
    (row,) = halves.history("sums/h")
    assert (row.grade, past_question(row)) == (Grade.HARD, asked.numbers)


def test_a_grade_without_an_answer_keeps_the_numbers_too(halves, tools):
    asked = tools.question(halves)
    halves.grade(asked, Grade.GOOD)
    (row,) = halves.history("sums/h")
    assert past_question(row) == asked.numbers
    assert "given" not in row.payload


def test_a_fast_live_answer_is_easy_only_after_eight_timed_ones(desk, tools, chain):
    cards = [tools.live(f"h{place}", "half") for place in range(10)]
    study = desk.open(shelf_of(tools, *cards), demos=opener(chain()))
    suggested = []
    for seconds in (1, *[10] * 7, 9, 2):
        asked = tools.question(study)
        verdict = study.answer(asked, (tools.right(asked),), seconds=seconds)
        suggested.append(verdict.suggested)
    assert suggested == [Grade.GOOD] * 9 + [Grade.EASY]


# Formulas


def test_a_formula_is_right_however_it_is_written(desk, tools):
    shelf = shelf_of(tools, Formula(id="f", formula="attend.scaled", ask="How are they scaled?"))
    study = desk.open(shelf)
    asked = tools.question(study)
    assert asked.numbers.step == "scaled"
    verdict = study.answer(asked, ("d_k ** -0.5 * scores",))
    assert (verdict.right, verdict.suggested) == (True, Grade.GOOD)
    assert verdict.parts[0].right == r"$S / \sqrt{d_k}$"
    assert verdict.echo == ""
    assert study.answer(tools.question(study), ("S / √d_k",)).echo == "scores/sqrt(d_k)"


def test_a_wrong_formula_is_wrong_and_an_empty_one_missed(desk, tools):
    shelf = shelf_of(tools, Formula(id="f", formula="attend.scaled"))
    study = desk.open(shelf)
    _, verdict = tools.answer(study, "scores / d_k")
    assert (verdict.score, verdict.parts[0].mark) == (0, Mark.WRONG)
    assert study.history("sums/f")[0].payload["fell"] == ["divided-by-d-k"]
    _, verdict = tools.answer(study, "")
    assert verdict.parts[0].mark is Mark.MISSED


def test_a_formula_that_cannot_be_read_is_not_recorded(desk, tools):
    study = desk.open(shelf_of(tools, Formula(id="f", formula="attend.scaled")))
    _, found = tools.answer(study, "scores / (")
    assert isinstance(found, Unreadable)
    assert found.code == "formula.expression-syntax"
    assert study.history("sums/f") == []


def test_a_formula_of_a_demo_that_cannot_be_traced_is_not_asked(desk, tools, tmp_path):
    code = """
        import math

        from tutor.demo import Step

        def rooted(x):
            yield Step("root", "r", "x", x * math.sqrt(float(x)))
    """
    (tmp_path / "rooted.py").write_text(dedent(code), encoding="utf-8")
    words = DemoWords(draw=Draw(quantities={"x": Drawn(integers=(2, 9))}))
    demo = load(tmp_path, "rooted", words)
    cards = Formula(id="f", formula="root"), tools.live("r", "root")
    study = desk.open(shelf_of(tools, *cards), demos=opener(demo))
    asked = tools.question(study)
    assert (asked.item.key, list(study.troubles)) == ("sums/r", ["sums/f"])
    verdict = study.answer(asked, ("1",))
    assert (verdict.score, verdict.diagnosis.explanations) == (0, ())


def test_numpy_waits_until_a_live_card_is_asked():
    import subprocess

    code = (
        "import sys, tutor.study; print([m for m in ('numpy', 'tutor.live') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
