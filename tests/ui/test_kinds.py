"""The kinds of card that are answered by arranging, joining and saying whether it is so."""

from dataclasses import replace

import pytest

from tests.ui.answering import page
from tutor.ui.screens import looking
from tutor.ui.widgets.order import OrderList
from tutor.ui.widgets.pairs import PairList

SMALL = (80, 24)


def given(home):
    """What the last answer was, as the log keeps it."""
    return [row for row in home.store.standing() if row.kind == "answer"][-1].payload["given"]


def lines(home, app):
    """The lines on the screen without their margins."""
    return [line.strip() for line in home.seen(app).splitlines()]


# Order


async def sort_by(pilot, move):
    """Put the lines in order by a way to move one from a place to another."""
    for place in range(4):
        rows = pilot.app.screen.query_one(OrderList)
        await move(pilot, rows.places.index(place), place)


async def carry_with_arrows(pilot, at, to):
    rows = pilot.app.screen.query_one(OrderList)
    await pilot.press(*["down"] * ((at - rows.at) % rows.count), "space")
    await pilot.press(*["up"] * (at - to), "space")


async def move_by_digit(pilot, at, to):
    rows = pilot.app.screen.query_one(OrderList)
    await pilot.press(*["down"] * ((at - rows.at) % rows.count), str(to + 1))


async def take_by_click(pilot, at, to):
    await pilot.click(OrderList, offset=(10, at))
    await pilot.click(OrderList, offset=(10, to))


async def drag(pilot, at, to):
    await pilot.mouse_down(OrderList, offset=(10, at))
    await pilot.hover(OrderList, offset=(10, to))
    await pilot.mouse_up(OrderList, offset=(10, to))


@pytest.mark.parametrize("move", [carry_with_arrows, move_by_digit, take_by_click, drag])
async def test_lines_are_put_in_order(kinds, move):
    kinds.ask_only("order")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await sort_by(pilot, move)
        assert not app.screen.query_one(OrderList).taken
        await pilot.press("enter")
        assert "✓  Right." in kinds.seen(app)
        assert "1 ✓  Multiply every query by every key" in lines(kinds, app)
        assert given(kinds) == [0, 1, 2, 3]


async def test_a_line_in_the_wrong_place_says_where_it_belongs(kinds):
    kinds.ask_only("order")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await sort_by(pilot, move_by_digit)
        await pilot.press("4", "space", "up", "enter")
        text = kinds.seen(app)
        assert "~  Partly right: 2 of 4." in text
        assert "3 ✗  Mix the values by the shares        belongs in place 4" in text
        assert "4 ✗  Turn each row into shares           belongs in place 3" in text
        assert "Without the scale" in text
        assert page(pilot).verdict.score == 0.5


async def test_one_line_that_pushed_others_out_of_their_places_is_named(kinds):
    kinds.ask_only("order")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await sort_by(pilot, move_by_digit)
        await pilot.press("1", "enter")
        assert "Only “Mix the values by the shares” is out of order" in kinds.seen(app)


async def test_a_line_is_carried_to_the_ends_and_not_beyond(kinds):
    kinds.ask_only("order")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        rows = app.screen.query_one(OrderList)
        first = rows.places[0]
        await pilot.press("space", *["down"] * 6)
        assert rows.places[3] == first
        await pilot.press(*["up"] * 6)
        assert rows.places[0] == first
        await pilot.press("space", "up")
        assert rows.at == 3  # put down, so that the arrows go round again


async def test_a_judged_order_stays_as_it_is(kinds):
    kinds.ask_only("order")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space", "enter")
        rows = app.screen.query_one(OrderList)
        before = list(rows.places)
        await pilot.click(OrderList, offset=(10, 0))
        await pilot.click(OrderList, offset=(10, 2))
        await pilot.press("down")
        assert rows.places == before
        assert not rows.taken


# Pairs


async def test_digits_join_one_left_side_after_the_other(kinds):
    kinds.ask_only("pairs")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        order = page(pilot).question.order
        await pilot.press(str(order.index(0) + 1))
        assert f"query      ── {order.index(0) + 1}  asks the others" in kinds.seen(app)
        await pilot.press(*(str(order.index(left) + 1) for left in (1, 2, 3)))
        assert kinds.answers() == []
        await pilot.press("enter")
        text = kinds.seen(app)
        assert "✓  Right." in text
        assert "✓ key        ──" in text
        assert given(kinds) == [0, 1, 2, 3]


async def test_enter_before_all_are_joined_names_those_that_are_not(kinds):
    kinds.ask_only("pairs")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "1", "enter")
        assert "Not joined yet: query, value, weight aᵢⱼ." in kinds.seen(app)
        assert kinds.answers() == []
        assert app.screen.query_one(PairList).at == 0


async def test_what_was_lacking_is_no_longer_said_once_a_pair_is_joined(kinds):
    kinds.ask_only("pairs")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter", "1")
        await pilot.pause()
        assert "Not joined yet" not in kinds.seen(app)
        assert app.screen.query_one(PairList).joined[0] != -1


async def test_a_wrong_pair_shows_the_right_one_beneath(kinds):
    kinds.ask_only("pairs")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        order = page(pilot).question.order
        await pilot.press(*(str(order.index(right) + 1) for right in (0, 1, 3, 2)), "enter")
        text = lines(kinds, app)
        wrong = next(place for place, line in enumerate(text) if line.startswith("✗ value"))
        assert text[wrong].endswith("says how much")
        assert text[wrong + 1].startswith("→  is passed on")
        assert page(pilot).verdict.score == 0.5


async def test_a_right_side_that_was_taken_can_be_given_to_another(kinds):
    kinds.ask_only("pairs")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("2")
        rows = app.screen.query_one(PairList)
        taken = rows.joined[0]
        await pilot.press("2")
        assert rows.joined[:2] == [-1, taken]
        assert rows.at == 2


async def test_space_joins_what_stands_beside_and_parts_it_again(kinds):
    kinds.ask_only("pairs")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        rows = app.screen.query_one(PairList)
        order = page(pilot).question.order
        await pilot.press(*["space"] * 4)
        assert rows.joined == list(order)
        await pilot.press("space")
        assert rows.joined == [*order[:3], -1]


async def test_the_mouse_joins_pairs_and_answers(kinds):
    kinds.ask_only("pairs")
    app = kinds.app(start="review")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        rows = app.screen.query_one(PairList)
        for left in (3, 2, 1, 0):
            await pilot.click(PairList, offset=(4, rows._drawn.index(left)))
            assert rows.at == left
            beside = next(at for at in range(4) if rows._beside(at) == left)
            await pilot.click(PairList, offset=(30, rows._drawn.index(beside)))
        assert rows.joined == [0, 1, 2, 3]
        bar = app.screen.query_one("#keys")
        await pilot.click("#keys", offset=(bar.render().plain.index("Enter") + 3, 0))
        await pilot.pause()
        assert "✓  Right." in kinds.seen(app)


# Claim


@pytest.mark.parametrize(("keys", "holds"), [(["1"], True), (["down", "enter"], False)])
async def test_a_claim_is_answered_by_one_digit_or_by_enter(kinds, keys, holds):
    kinds.ask_only("claim")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "True or false?" in kinds.seen(app)
        await pilot.press(*keys)
        text = kinds.seen(app)
        assert "✓  True" in text
        assert ("✗  False" in text) is not holds
        assert "The softmax goes along each row." in text
        assert given(kinds) == [holds]


async def test_a_claim_that_does_not_hold_is_rightly_refuted(kinds):
    kinds.ask_only("refuted")
    app = kinds.app(start="review", language="ko")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "어텐션 가중치는 음수일 수 있습니다." in kinds.seen(app)
        await pilot.click("ClaimList", offset=(8, 1))
        await pilot.pause()
        assert "2 ✓  거짓" in kinds.seen(app)
        assert page(pilot).verdict.right


# Gaps one by one, and the way back


async def test_of_a_text_asked_gap_by_gap_the_others_are_filled(kinds):
    kinds.ask_only("each~2")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "The query asks and the ____ is asked." in kinds.seen(app)
        await pilot.press(*"key", "enter")
        assert "✓  Right." in kinds.seen(app)
        assert kinds.answers() == [("kinds/each~2", 3)]


async def test_a_card_the_other_way_round_says_that_it_is(kinds):
    kinds.ask_only("both~reverse")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "What is this the answer to?" in kinds.seen(app)
        assert "the length of a key" in kinds.seen(app)
        await pilot.press("space")
        assert "What is dₖ?" in kinds.seen(app)


# Pictures


async def test_a_picture_is_told_in_words_and_opened_by_a_key(kinds, monkeypatch):
    kinds.ask_only("seen")
    app = kinds.app(start="review")
    opened = []
    monkeypatch.setattr(app, "open_url", opened.append)
    monkeypatch.setattr(looking, "has_windows", lambda: True)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        text = kinds.seen(app)
        assert "A curve that rises from 0 to 1, steepest where it crosses x = 0." in text
        assert "picture  curve.png" in text
        await pilot.press("f5")
        assert [url.rpartition("/")[2] for url in opened] == ["curve.png"]
        assert opened[0].startswith("file:///")
        await pilot.press("escape", "o")
        assert len(opened) == 2
        await pilot.click("#image", offset=(12, 1))
        await pilot.pause()
        assert len(opened) == 3


async def test_without_a_desktop_the_picture_is_not_opened_but_named(kinds, monkeypatch):
    kinds.ask_only("seen")
    app = kinds.app(start="review")
    opened = []
    monkeypatch.setattr(app, "open_url", opened.append)
    monkeypatch.setattr(looking, "has_windows", lambda: False)
    async with app.run_test(size=(200, 24)) as pilot:
        await pilot.press("f5")
        assert opened == []
        assert "curve.png" in str(app.screen.query_one("#note").render())


async def test_a_picture_that_is_not_there_is_one_sentence(kinds, monkeypatch, tmp_path):
    kinds.ask_only("seen")
    app = kinds.app(start="review")
    opened = []
    monkeypatch.setattr(app, "open_url", opened.append)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        question = page(pilot).question
        image = replace(question.item.card.image, file=str(tmp_path / "gone.png"))
        card = replace(question.item.card, image=image)
        page(pilot).question = replace(question, item=replace(question.item, card=card))
        await pilot.press("f5")
        assert opened == []
        assert "is not there" in str(app.screen.query_one("#note").render())


# What all of them share


async def test_what_was_arranged_stays_when_the_language_changes(kinds):
    kinds.ask_only("order")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("space", "down", "down")
        rows = app.screen.query_one(OrderList)
        before = list(rows.places)
        await pilot.press("f6")
        assert "어텐션의 단계를 순서대로 놓으세요." in kinds.seen(app)
        assert rows.places == before
        assert (rows.at, rows.taken) == (2, True)
        await pilot.press("enter")
        assert "번째 자리" in kinds.seen(app)
        assert given(kinds) == before


async def test_what_was_joined_stays_when_the_language_changes(kinds):
    kinds.ask_only("pairs")
    app = kinds.app(start="review", language="ko")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("3", "1", "enter")
        assert "아직 잇지 않은 것: 값, weight aᵢⱼ" in kinds.seen(app)
        joined = list(app.screen.query_one(PairList).joined)
        await pilot.press("f6")
        assert "── 3" in kinds.seen(app)
        assert app.screen.query_one(PairList).joined == joined


async def test_a_long_list_scrolls_with_the_row_one_stands_at(kinds):
    kinds.ask_only("order")
    app = kinds.app(start="review")
    async with app.run_test(size=(30, 14)) as pilot:
        await pilot.press("up")
        await pilot.pause()
        rows = app.screen.query_one(OrderList)
        assert rows.at == 3
        words = page(pilot).tell(rows._lines[rows.places[3]]).split()[0]
        assert words in kinds.seen(app)


async def test_undo_asks_again_from_the_beginning(kinds):
    kinds.ask_only("pairs")
    app = kinds.app(start="review")
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(*"1234", "enter", "u")
        assert kinds.answers() == []
        assert app.screen.query_one(PairList).joined == [-1] * 4
        await pilot.press("1")
        assert app.screen.query_one(PairList).joined[0] >= 0
