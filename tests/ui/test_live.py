"""Cards with numbers of their own on the review page: asked, answered, explained."""

import numpy as np
from textual.widgets import Input

from tests.ui.answering import computed, give, page, right, trapped
from tutor.ui.screens.history import HistoryDialog


async def test_a_live_question_shows_its_numbers_and_what_is_expected(live):
    live.ask_only("scaling")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        text = live.seen(app)
        assert "With scores" in text
        assert "@{" not in text
        assert "a 2×2 matrix with ; between its rows" in text
        assert app.focused is app.screen.query_one(Input)


async def test_what_is_expected_stays_in_sight_while_one_types(live):
    live.ask_only("shares")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("0")
        await pilot.pause()
        assert "to three significant digits" in live.seen(app)


async def test_arrays_that_a_question_gives_stand_below_it(live):
    live.ask_only("shares")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        given = page(pilot).question.numbers.given["exps"]
        text = live.seen(app)
        assert "E 2×3" in text
        assert f"{given[1][2]:.10g}" in text


async def test_a_right_answer_is_right_and_shown_more_exactly(live):
    live.ask_only("shares")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await give(pilot, right(pilot))
        text = live.seen(app)
        assert "✓  Right." in text
        assert "More exactly:" in text
        assert live.answers() == [("living/shares", 3)]


async def test_an_answer_that_cannot_be_read_says_what_was_expected_and_asks_again(live):
    live.ask_only("scaling")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await give(pilot, "hm?")
        text = live.seen(app)
        assert "Expected: a 2×2 matrix with ; between" in text
        assert app.screen.query_one(Input).value == "hm?"
        assert app.focused is app.screen.query_one(Input)
        assert live.answers() == []


async def test_how_an_answer_was_read_is_said_where_it_is_not_plain(live):
    live.ask_only("padded")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await give(pilot, "20+6-3")
        assert "Read as 23." in live.seen(app)
        assert "✓  Right." in live.seen(app)


async def test_a_trap_is_named_in_its_authors_words_with_yours_beside_right(live):
    live.ask_only("scores", "scaled", "weights")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await give(pilot, trapped(pilot, "base-two"))
        text = live.seen(app)
        assert "✗  Not right." in text
        assert "You raised 2, not e, to the scaled scores." in text
        assert text.index("yours") < text.index("right", text.index("yours"))
        assert "◂" in text
        assert "E[0,0] = e^(S′[0,0])" in text


async def test_where_some_numbers_are_right_only_the_others_have_a_sign(live):
    live.ask_only("scaling")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        key = page(pilot).question.numbers.key
        await give(pilot, ", ".join(map(str, (key[0], -77, key[2], -88))))
        line = next(line for line in live.seen(app).splitlines() if "-77◂" in line)
        assert "✗" not in line
        assert "-88✗" in live.seen(app)
        assert "2 of 4 numbers right." in live.seen(app)


async def test_the_operation_that_was_missed_is_pointed_at_in_the_arithmetic(live):
    live.ask_only("scaling")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await give(pilot, computed(pilot, lambda scores, d_k: scores * np.sqrt(d_k)))
        text = live.seen(app)
        assert "you take · for /" in text
        assert "S′[0,0] = ‹scores[0,0] / √dₖ›" in text
        assert "The root of dₖ = " in text


async def test_of_several_explanations_none_is_asserted_and_arrows_pick_one(live):
    live.ask_only("padded")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await give(pilot, "6")
        text = live.seen(app)
        assert "only you can tell which it was" in text
        assert "‹" not in text
        assert "▸" not in text
        await pilot.press("right")
        await pilot.pause()
        text = live.seen(app)
        assert "▸" in text
        assert "o = ‹m − k›" in text
        await pilot.press("right")
        await pilot.pause()
        assert "m = ‹n + 2·p›" in live.seen(app)
        await pilot.press("left")
        await pilot.pause()
        assert "o = ‹m − k›" in live.seen(app)
        assert live.answers() == [("living/padded", 1)]


async def test_a_click_picks_an_explanation_too(live):
    live.ask_only("padded")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await give(pilot, "6")
        verdict = app.screen.query_one("#verdict")
        await pilot.click(verdict, offset=(8, 3))
        await pilot.pause()
        assert page(pilot).live.picked == 1


async def test_digits_grade_a_tie_as_they_grade_everything(live):
    live.ask_only("padded")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await give(pilot, "6")
        await pilot.press("2")
        assert live.answers() == [("living/padded", 2)]


async def test_a_formula_is_typed_and_judged_by_what_it_computes(live):
    live.ask_only("rule")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "a formula in scores" in live.seen(app)
        await give(pilot, "scores*d_k**-0.5")
        assert "✓  Right." in live.seen(app)


async def test_a_wrong_formula_is_shown_the_right_one(live):
    live.ask_only("rule")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await give(pilot, "scores*sqrt(d_k)")
        text = live.seen(app)
        assert "✗  Not right." in text
        assert "√(dₖ)" in text


async def test_the_stars_of_a_formula_are_shown_as_it_was_read(live):
    live.ask_only("rule")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await give(pilot, "2·scores·d_k·3")
        assert "Read as 2*scores*d_k*3" in live.seen(app)


async def test_a_formula_that_cannot_be_read_is_asked_again(live):
    live.ask_only("rule")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await give(pilot, "scores/(")
        assert "The formula cannot be read" in live.seen(app)
        assert live.answers() == []


async def test_the_hint_is_the_authors_or_made_from_the_step(live):
    live.ask_only("shares")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        assert "They add up to 1." in live.seen(app)
        await give(pilot, right(pilot))
        assert live.answers() == [("living/shares", 2)]


async def test_a_card_without_a_hint_has_one_from_its_step(live):
    live.ask_only("scaling")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        assert "Long vectors have large dot products" in live.seen(app)


async def test_a_failed_card_comes_back_with_other_numbers(live):
    live.ask_only("shares")
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        before = page(pilot).question.numbers
        await give(pilot, "1, 2, 3; 4, 5, 6")
        await pilot.press("enter")
        await pilot.pause()
        assert page(pilot).question.item.key == "living/shares"
        assert page(pilot).question.numbers.inputs != before.inputs
        assert page(pilot).verdict is None


async def test_everything_is_said_in_korean_too(live):
    live.ask_only("scaling")
    app = live.app(start="review", language="ko")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "일 때 스케일된 점수는" in live.seen(app)
        assert "2×2 행렬" in live.seen(app)
        await give(pilot, computed(pilot, lambda scores, d_k: scores / d_k))
        text = live.seen(app)
        assert "틀렸습니다" in text
        assert "내 답" in text
        assert "‹√dₖ›" in text


async def test_the_language_changes_at_any_point_of_answering(live):
    live.ask_only("scaling")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("1", "f6")
        await pilot.pause()
        assert "스케일된 점수는 무엇입니까?" in live.seen(app)
        assert app.screen.query_one(Input).value == "1"
        await give(pilot, ", 2, 3, 4")
        await pilot.press("f6")
        await pilot.pause()
        assert "Not right." in live.seen(app)


async def test_the_history_shows_past_questions_and_what_was_answered(live):
    live.ask_only("padded")
    app = live.app(start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await give(pilot, "40")
        await pilot.press("i")
        await pilot.pause()
        assert isinstance(app.screen, HistoryDialog)
        text = live.seen(app)
        assert "Again" in text
        assert "n = 20" in text
        assert "right: 23" in text
        assert "exchange" in text


async def test_a_card_whose_demo_fails_is_left_out_and_named_once(live):
    live.ask_only("padded", "shares")
    live.broken = {"attending"}
    app = live.app(start="review")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert page(pilot).question.item.key == "living/padded"
        assert "living/shares is left out today" in live.seen(app)
        assert "it is broken" in live.seen(app)
        await give(pilot, "23")
        await pilot.press("enter")
        await pilot.pause()
        assert "left out" not in live.seen(app)


async def test_a_demo_that_breaks_after_the_question_was_drawn_still_lets_one_answer(live):
    live.ask_only("padded")
    app = live.app(start="review")
    app.study.next()
    live.broken = {"padding"}
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert "it is broken" in live.seen(app)
        await give(pilot, "23")
        assert "✓  Right." in live.seen(app)
