from operator import mul

import pytest

from tutor.core.draws import Drawn
from tutor.core.log import Grade
from tutor.core.study import Carried, DayDone, Mark, Question, Unreadable
from tutor.live.asking import trap_answer
from tutor.study import Limits
from tutor.study.replay import past_question

STEPS = ("total", "half", "product", "rest")


@pytest.fixture
def shelf(tools):
    return tools.Shelf().add("sums", walks=[tools.live("all", *STEPS)], demo="chain")


@pytest.fixture
def opened(desk, shelf, chain):
    """A study of one walk-through over the steps of `chain`."""
    demo = chain()

    def opened(**keys):
        return desk.open(shelf, demos=lambda name: demo, **keys)

    return opened


@pytest.fixture
def known(desk, tools, opened):
    """A study in which all the steps are blanks: each was last graded Good."""
    study = opened()
    walk_until_all_are_asked(study, desk, tools)
    desk.clock.go(days=4000)
    return study


def walk_until_all_are_asked(study, desk, tools):
    while not all(study.memory(f"sums/{step}") for step in STEPS):
        if isinstance(study.next(), DayDone):
            desk.clock.go(days=1)
            continue
        asked = tools.question(study)
        study.answer(asked, (tools.right(asked),))
        desk.clock.go(minutes=11)
    while isinstance(study.next(), Question):
        asked = tools.question(study)
        study.answer(asked, (tools.right(asked),))
        desk.clock.go(minutes=11)


def walk(study, tools, answers):
    """Answer the steps of a walk in order; `answers` gives texts by step, others are right."""
    verdicts = {}
    while True:
        asked = tools.question(study)
        text = answers.get(asked.walk.at, None) or tools.right(asked)
        verdicts[asked.walk.at] = study.answer(asked, (text,))
        if verdicts[asked.walk.at].report:
            return verdicts


def test_the_last_step_alone_is_a_blank_at_first(opened, tools):
    study = opened()
    assert study.today().new == 1
    asked = tools.question(study)
    assert asked.item.key == "sums/rest"
    assert (asked.walk.steps, asked.walk.asked, asked.walk.at) == (STEPS, ("rest",), "rest")
    inputs = asked.numbers.inputs
    assert asked.walk.values["total"] == inputs["a"] + inputs["b"]
    assert set(asked.walk.values) == set(asked.numbers.given) == {"total", "half", "product"}
    assert study.next() is asked


def test_an_earlier_step_becomes_a_blank_once_all_later_ones_were_good(opened, desk, tools):
    study = opened()
    blanks = []
    for text in ("-1", None, None, None):
        asked = tools.question(study)
        blanks.append(asked.walk.asked)
        while True:
            verdict = study.answer(asked, (text or tools.right(asked),))
            if verdict.report:
                break
            asked = tools.question(study)
        desk.clock.go(minutes=11)
    assert blanks == [("rest",), ("rest",), ("product", "rest"), ("half", "product", "rest")]


def test_a_step_joins_the_day_only_within_the_limit_of_new_cards(opened, desk, tools):
    study = opened(limits=Limits(new=2))
    while isinstance(study.next(), Question):
        asked = tools.question(study)
        study.answer(asked, (tools.right(asked),))
        desk.clock.go(minutes=11)
    assert [study.memory(f"sums/{step}") is not None for step in STEPS] == [
        False,
        False,
        True,
        True,
    ]
    assert study.today().new == 0
    desk.clock.go(days=1)
    assert study.today().new == 1


def test_the_steps_of_a_walk_share_their_numbers_and_come_in_order(known, tools):
    asked = [tools.question(known)]
    for _ in STEPS[1:]:
        known.answer(asked[-1], (tools.right(asked[-1]),))
        asked.append(tools.question(known))
    assert [question.walk.at for question in asked] == list(STEPS)
    assert len({str(question.numbers.inputs) for question in asked}) == 1
    assert [question.item.key for question in asked] == [f"sums/{step}" for step in STEPS]
    last = known.answer(asked[-1], (tools.right(asked[-1]),))
    assert last.report == tuple((step, Carried.RIGHT) for step in STEPS)


def test_each_step_logs_one_review_under_its_own_key(known, tools):
    before = {step: len(known.history(f"sums/{step}")) for step in STEPS}
    walk(known, tools, {})
    for step in STEPS:
        rows = known.history(f"sums/{step}")
        assert len(rows) == before[step] + 1
        assert past_question(rows[-1]).step == step
        assert rows[-1].payload["walk"] == "sums/all"
    assert known.history("sums/all") == []


def test_a_wrong_first_step_followed_by_right_method_costs_one_fault(known, tools):
    asked = tools.question(known)
    inputs = asked.numbers.inputs
    total = inputs["a"] + inputs["b"] + 10
    half, product = total / 2, total / 2 * inputs["a"]
    own = {"total": total, "half": half, "product": product, "rest": product - inputs["b"]}
    verdicts = walk(known, tools, {step: str(value) for step, value in own.items()})
    assert verdicts["total"].suggested is Grade.AGAIN
    assert [verdicts[step].score for step in STEPS] == [0, 1, 1, 1]
    assert {verdicts[step].suggested for step in STEPS[1:]} == {Grade.GOOD}
    assert verdicts["rest"].report == (
        ("total", Carried.WRONG),
        ("half", Carried.METHOD),
        ("product", Carried.METHOD),
        ("rest", Carried.METHOD),
    )
    # What is shown as right stays what is right.
    assert verdicts["half"].exact == (inputs["a"] + inputs["b"]) / 2
    assert verdicts["half"].typed == half
    rows = [known.history(f"sums/{step}")[-1] for step in STEPS]
    assert [row.payload["carried"] for row in rows] == ["wrong", "method", "method", "method"]
    assert rows[1].payload["own"] == {"total": total}


def test_the_learners_own_values_are_shown_and_the_wrong_ones_named(known, tools):
    asked = tools.question(known)
    total = asked.numbers.key[0] + 10
    known.answer(asked, (str(total),))
    asked = tools.question(known)
    assert asked.walk.values == {"total": total}
    assert asked.walk.faulty == {"total"}
    known.answer(asked, (str(total / 2),))
    asked = tools.question(known)
    assert asked.walk.values == {"total": total, "half": total / 2}
    assert asked.walk.faulty == {"total"}


def test_going_on_with_the_right_value_after_a_slip_is_right(known, tools):
    asked = tools.question(known)
    known.answer(asked, (str(asked.numbers.key[0] + 10),))
    asked = tools.question(known)
    assert known.answer(asked, (tools.right(asked),)).carried is Carried.RIGHT


def test_a_second_fault_after_a_first_is_wrong_and_explained_on_the_learners_own_path(known, tools):
    asked = tools.question(known)
    total = asked.numbers.key[0] + 10
    known.answer(asked, (str(total),))
    asked = tools.question(known)
    verdict = known.answer(asked, (str(2 * total),))
    assert verdict.carried is Carried.WRONG
    assert [found.trap for found in verdict.diagnosis.explanations] == ["doubled"]
    assert known.history("sums/half")[-1].payload["fell"] == ["doubled"]
    assert verdict.exact == asked.numbers.key[0]


@pytest.mark.parametrize("wrong", ["0", "0.0"])
def test_a_trivialising_wrong_value_earns_nothing(known, tools, wrong):
    known.answer(tools.question(known), (wrong,))
    for _ in ("half", "product"):
        asked = tools.question(known)
        verdict = known.answer(asked, ("0",))
        assert (verdict.score, verdict.carried) == (0, Carried.IDLE)


def test_a_step_with_nothing_left_to_compute_is_passed_by_unrecorded(known, tools):
    rows = len(known.history("sums/half"))
    first = tools.question(known)
    known.answer(first, ("0",))
    idle = tools.question(known)
    verdict = known.answer(idle, ("0",))
    assert known.answer(idle, ("5",)) is verdict
    known.grade(idle, Grade.EASY)
    assert len(known.history("sums/half")) == rows
    assert tools.question(known).walk.at == "product"
    known.answer(tools.question(known), ("0",))
    last = tools.question(known)
    report = known.answer(last, (str(-last.numbers.inputs["b"]),)).report
    assert [how for _, how in report].count(Carried.WRONG) == 1
    assert report[1:3] == (("half", Carried.IDLE), ("product", Carried.IDLE))


def test_undo_goes_back_behind_a_step_that_was_passed_by(known, tools):
    known.answer(tools.question(known), ("0",))
    known.answer(tools.question(known), ("0",))
    assert known.undo().card == "sums/total"
    assert tools.question(known).walk.at == "total"
    known.answer(tools.question(known), (tools.right(tools.question(known)),))
    assert tools.question(known).walk.at == "half"


def test_only_what_was_answered_is_called_the_learners_own(known, tools):
    known.answer(tools.question(known), ("1, 2, 3",))
    asked = tools.question(known)
    assert "total" in asked.walk.values
    assert asked.walk.own == frozenset()
    known.answer(asked, (tools.right(asked),))
    assert tools.question(known).walk.own == {"half"}


def test_a_wrong_value_that_leaves_an_input_unchanged_earns_nothing(desk, tools, known):
    """With a half of 1 the product is `a` itself."""
    asked = tools.question(known)
    known.answer(asked, (tools.right(asked),))
    known.answer(tools.question(known), ("1",))
    asked = tools.question(known)
    verdict = known.answer(asked, (str(asked.numbers.inputs["a"]),))
    assert (verdict.score, verdict.carried) == (0, Carried.IDLE)


def test_equal_scores_make_a_softmax_trivial(desk, tools):
    steps = [f"attend.{step}" for step in ("scaled", "exps", "weights")]
    shelf = tools.Shelf().add("sums", walks=[tools.live("all", *steps)])
    study = desk.open(shelf)
    for _ in range(2):
        while not (
            verdict := study.answer(asked := tools.question(study), (tools.right(asked),))
        ).report:
            pass
        desk.clock.go(minutes=11)
    asked = tools.question(study)
    assert asked.walk.asked == ("scaled", "exps", "weights")
    count = len(asked.numbers.key)
    study.answer(asked, (str([1] * count),))
    asked = tools.question(study)
    verdict = study.answer(asked, (str([1] * count),))
    assert verdict.carried is Carried.IDLE
    asked = tools.question(study)
    verdict = study.answer(asked, (str([1 / count] * count),))
    assert verdict.carried is Carried.IDLE


def test_a_right_but_rounded_step_is_gone_on_with_and_no_fault(desk, tools):
    steps = [f"attend.{step}" for step in ("weights", "output")]
    study = desk.open(tools.Shelf().add("sums", walks=[tools.live("all", *steps)]))
    walk(study, tools, {})
    desk.clock.go(minutes=11)
    asked = tools.question(study)
    assert asked.walk.asked == ("weights", "output")
    rounded = [round(cell, 2) for cell in asked.numbers.key]
    verdict = study.answer(asked, (str(rounded),))
    assert verdict.right
    asked = tools.question(study)
    assert asked.walk.values == {"weights": rounded}
    v = asked.numbers.inputs["v"]
    columns = range(len(v[0]))
    own = [
        sum(weight * row[column] for weight, row in zip(rounded, v, strict=True))
        for column in columns
    ]
    verdict = study.answer(asked, (str(own),))
    assert (verdict.right, verdict.carried) == (True, Carried.RIGHT)


def test_after_an_empty_answer_the_right_value_is_gone_on_with(known, tools):
    asked = tools.question(known)
    verdict = known.answer(asked, ("",))
    assert (verdict.parts[0].mark, verdict.carried) == (Mark.MISSED, Carried.WRONG)
    then = tools.question(known)
    assert then.walk.values == then.numbers.given == {"total": asked.numbers.key[0]}
    assert then.walk.faulty == frozenset()


def test_numbers_that_do_not_fit_the_step_are_not_gone_on_with(desk, tools):
    steps = ["attend.weights", "attend.output"]
    study = desk.open(tools.Shelf().add("sums", walks=[tools.live("all", *steps)]))
    walk(study, tools, {})
    desk.clock.go(minutes=11)
    asked = tools.question(study)
    assert asked.walk.at == "weights"
    verdict = study.answer(asked, ("0.3",))
    assert (verdict.typed, verdict.carried) == (0.3, Carried.WRONG)
    then = tools.question(study)
    assert then.walk.values["weights"] == pytest.approx(list(asked.numbers.key), rel=1e-3)
    assert then.walk.faulty == frozenset()


def test_partly_right_by_the_learners_own_value_is_hard(desk, tools):
    steps = ["attend.weights", "attend.output"]
    study = desk.open(tools.Shelf().add("sums", walks=[tools.live("all", *steps)]))
    walk(study, tools, {})
    desk.clock.go(minutes=11)
    asked = tools.question(study)
    own = [0.9 - 0.37 * place for place in range(len(asked.numbers.key))]
    assert study.answer(asked, (str(own),)).carried is Carried.WRONG
    asked = tools.question(study)
    first, second = zip(*asked.numbers.inputs["v"], strict=True)
    followed = [sum(map(mul, own, first)), sum(map(mul, own, second)) + 12.345]
    verdict = study.answer(asked, (str(followed),))
    assert (verdict.score, verdict.suggested) == (0.5, Grade.HARD)
    assert verdict.diagnosis.right == (False, False)


def test_what_cannot_be_read_leaves_the_walk_where_it_is(known, tools):
    asked = tools.question(known)
    assert isinstance(known.answer(asked, ("what?",)), Unreadable)
    assert known.next() is asked


def test_undo_takes_back_one_step_and_returns_to_it(known, tools):
    first = tools.question(known)
    known.answer(first, ("3",))
    second = tools.question(known)
    known.answer(second, (tools.right(second),))
    tools.question(known)
    assert known.undo().card == "sums/half"
    again = tools.question(known)
    assert (again.walk, again.numbers) == (second.walk, second.numbers)
    assert known.undo().card == "sums/total"
    again = tools.question(known)
    assert (again.walk, again.numbers) == (first.walk, first.numbers)
    verdict = known.answer(again, (tools.right(again),))
    assert verdict.carried is Carried.RIGHT
    assert tools.question(known).walk.faulty == frozenset()
    assert known.rebuild() == []


def test_a_walk_that_is_over_can_be_undone_from_its_end(known, tools):
    verdicts = walk(known, tools, {"rest": "1"})
    assert verdicts["rest"].report[-1] == ("rest", Carried.WRONG)
    known.next()
    assert known.undo().card == "sums/rest"
    asked = tools.question(known)
    assert (asked.walk.at, asked.walk.asked) == ("rest", STEPS)
    verdict = known.answer(asked, (tools.right(asked),))
    assert verdict.report[-1] == ("rest", Carried.RIGHT)


def test_an_undo_in_another_sitting_begins_a_walk_at_that_step(known, opened, tools):
    walk(known, tools, {})
    other = opened()
    assert other.undo().card == "sums/rest"
    asked = tools.question(other)
    assert (asked.item.key, asked.walk.asked) == ("sums/rest", ("rest",))
    assert other.undo().card == "sums/product"
    asked = tools.question(other)
    assert (asked.item.key, asked.walk.asked) == ("sums/product", ("product", "rest"))


def test_a_walk_is_gone_through_before_other_cards_come(desk, tools, chain):
    shelf = tools.Shelf().add("gru", *(tools.typed(f"c{n}") for n in range(3)))
    shelf.add("sums", walks=[tools.live("all", *STEPS)], demo="chain")
    demo = chain()
    study = desk.open(shelf, demos=lambda name: demo)
    study.keep_to({"sums"})
    walk_until_all_are_asked(study, desk, tools)
    study.keep_to(None)
    desk.clock.go(days=4000)
    keys = []
    while isinstance(study.next(), Question):
        asked = tools.question(study)
        keys.append(asked.item.key)
        study.answer(asked, (tools.right(asked) if asked.numbers else "yes",))
    place = keys.index("sums/total")
    assert keys[place : place + 4] == [f"sums/{step}" for step in STEPS]
    assert "gru/c0" in keys


def test_a_skipped_walk_shows_the_rest_and_records_nothing_of_it(known, desk, tools):
    asked = tools.question(known)
    known.answer(asked, (tools.right(asked),))
    asked = tools.question(known)
    before = {step: known.history(f"sums/{step}") for step in STEPS}
    skipped = known.skip(asked)
    assert skipped.report == (
        ("total", Carried.RIGHT),
        ("half", Carried.SKIPPED),
        ("product", Carried.SKIPPED),
        ("rest", Carried.SKIPPED),
    )
    inputs = asked.numbers.inputs
    assert skipped.values["half"] == asked.numbers.key[0]
    assert set(skipped.values) == set(STEPS)
    assert skipped.values["total"] == inputs["a"] + inputs["b"]
    assert {step: known.history(f"sums/{step}") for step in STEPS} == before
    assert isinstance(known.next(), DayDone)
    desk.clock.go(days=1)
    assert tools.question(known).walk is not None


def test_undo_after_a_skip_returns_to_the_last_step_that_was_answered(known, tools):
    asked = tools.question(known)
    known.answer(asked, (tools.right(asked),))
    known.skip(tools.question(known))
    assert known.undo().card == "sums/total"
    asked = tools.question(known)
    assert asked.walk.at == "total"
    known.answer(asked, (tools.right(asked),))
    assert tools.question(known).walk.at == "half"


def test_only_a_walk_can_be_skipped(desk, tools):
    study = desk.open(tools.Shelf.of(gru=1))
    with pytest.raises(ValueError, match="walk-through"):
        study.skip(tools.question(study))


@pytest.mark.parametrize("leave_out", ["bury", "suspend"])
def test_a_step_left_out_on_the_way_is_shown_and_the_walk_goes_on(known, tools, leave_out):
    asked = tools.question(known)
    known.answer(asked, (tools.right(asked),))
    asked = tools.question(known)
    getattr(known, leave_out)("sums/half")
    then = tools.question(known)
    assert then.walk.at == "product"
    assert then.walk.values["half"] == asked.numbers.key[0]
    assert known.undo().card == "sums/half"
    assert tools.question(known).walk == asked.walk
    getattr(known, leave_out)("sums/half")
    known.bury("sums/rest")
    verdict = known.answer(asked := tools.question(known), (tools.right(asked),))
    assert verdict.report == (
        ("total", Carried.RIGHT),
        ("half", Carried.SKIPPED),
        ("product", Carried.RIGHT),
        ("rest", Carried.SKIPPED),
    )


def test_a_suspended_last_step_is_shown_and_the_one_before_it_is_the_first_blank(opened, tools):
    study = opened()
    study.suspend("sums/rest")
    assert tools.question(study).walk.asked == ("product",)


def test_a_grade_of_the_learners_own_goes_on_with_the_right_value(known, tools):
    asked = tools.question(known)
    known.grade(asked, Grade.AGAIN)
    then = tools.question(known)
    assert then.walk.at == "half"
    assert then.walk.values == {"total": asked.numbers.key[0]}
    known.grade(then, Grade.GOOD)
    verdicts = walk(known, tools, {})
    assert verdicts["rest"].report[:2] == (("total", Carried.WRONG), ("half", Carried.RIGHT))


def test_another_grade_for_an_earlier_step_leaves_the_walk_where_it_is(known, tools):
    asked = tools.question(known)
    known.answer(asked, (tools.right(asked),))
    then = tools.question(known)
    known.grade(asked, Grade.HARD)
    assert known.next() == then
    assert known.undo().card == "sums/total"
    assert tools.question(known).walk == asked.walk


def test_a_step_with_a_card_of_its_own_is_asked_in_that_cards_words(desk, tools, chain):
    own = tools.live("rest", "rest", ask="What is left of @{product}?", tolerance=5.0)
    shelf = tools.Shelf().add("sums", own, walks=[tools.live("all", *STEPS)], demo="chain")
    demo = chain()
    study = desk.open(shelf, demos=lambda name: demo)
    asked = tools.question(study)
    assert asked.item.card is own
    assert asked.walk.asked == ("rest",)
    assert study.answer(asked, (str(asked.numbers.key[0] + 4),)).right


def test_a_walk_whose_demo_cannot_be_drawn_is_left_out_and_named(desk, tools, shelf, chain):
    demo = chain(a=Drawn(value="nowhere"))
    study = desk.open(shelf, demos=lambda name: demo)
    assert isinstance(study.next(), DayDone)
    assert list(study.troubles) == ["sums/all"]
    assert study.today().new == 0


def test_a_walk_aims_at_the_trap_that_its_first_blank_fell_into(opened, tools, chain):
    demo = chain()
    study = opened()
    study.suspend("sums/rest")
    asked = tools.question(study)
    (trap,) = [trap for trap in demo.traps if trap.id == "times-b"]
    study.answer(asked, (str(trap_answer(demo, asked.numbers, trap)[0]),))
    assert tools.question(study).numbers.aim == "times-b"


def test_the_fold_of_the_log_is_the_state_after_walks(known, opened, tools):
    walk(known, tools, {"total": "5"})
    known.undo()
    other = opened()
    assert [other.memory(f"sums/{step}") for step in STEPS] == [
        known.memory(f"sums/{step}") for step in STEPS
    ]
    assert other.rebuild() == []
