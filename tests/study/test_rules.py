"""Retention, limits and language that the learner has set for single decks."""

import pytest

from tutor.core.cards import ConceptId
from tutor.core.log import Grade
from tutor.core.settings import DeckSettings
from tutor.core.study import DayDone
from tutor.core.text import Words
from tutor.schedule import Scheduler, moment_of
from tutor.study import Limits
from tutor.study.rules import Rules
from tutor.study.selection import Plan, Selection


@pytest.fixture
def shelf(tools):
    """Two tracks of two packs: `lstm` and `gru` are recurrent, `cnn` is of another pack."""

    def cards(count):
        return [tools.typed(f"c{number}") for number in range(count)]

    made = tools.Shelf()
    made.add("lstm", *cards(6), track="recurrent", pack="bundled")
    made.add("gru", *cards(6), track="recurrent", pack="bundled")
    return made.add("cnn", *cards(6), track="vision", pack="lectures")


def concepts(keys):
    return [key.partition("/")[0] for key in keys]


def test_the_narrowest_deck_that_says_something_decides(shelf):
    rules = Rules(
        {
            "bundled": DeckSettings(retention=0.8, language="ko", new_per_day=9),
            "recurrent": DeckSettings(retention=0.85, new_per_day=3),
            "gru": DeckSettings(retention=0.95),
        },
        shelf,
    )
    gru, lstm, cnn = map(ConceptId, ("gru", "lstm", "cnn"))
    assert [rules.retention(name) for name in (gru, lstm, cnn)] == [0.95, 0.85, None]
    assert [rules.language(name) for name in (gru, lstm, cnn)] == ["ko", "ko", None]
    assert [rules.limited_by(name, "new") for name in (gru, lstm, cnn)] == [
        "recurrent",
        "recurrent",
        None,
    ]


def test_what_is_set_for_a_deck_that_is_not_there_changes_nothing(shelf, desk, tools):
    study = desk.open(shelf, decks={"": DeckSettings(new_per_day=0), "gone": DeckSettings(0.7)})
    assert study.today().new == 10
    assert study.retention == 0.9


def test_a_deck_has_a_retention_of_its_own_and_the_row_and_the_preview_say_so(shelf, desk, tools):
    decks = {"recurrent": DeckSettings(retention=0.75)}
    study = desk.open(shelf, decks=decks, limits=Limits(new=18))
    for _ in range(18):
        asked = tools.question(study)
        before, moment = study.memory(asked.item.key), moment_of(desk.clock(), 4)
        outcome = asked.outcomes[Grade.EASY]
        study.answer(asked, ("yes",))
        study.grade(asked, Grade.EASY)
        row = study.history(asked.item.key)[-1]
        expected = 0.75 if asked.item.concept in ("lstm", "gru") else 0.9
        assert row.payload["retention"] == expected
        memory = study.memory(asked.item.key)
        fresh = Scheduler(expected).review(before, Grade.EASY, moment, row.payload["fuzz"])
        assert memory == fresh
        assert memory.due_day - moment.day == outcome.days
        desk.clock.go(seconds=5)


def test_a_lower_retention_means_longer_intervals(shelf, desk, tools):
    def interval(retention, name):
        study = desk.open(shelf, name=name, decks={"lstm": DeckSettings(retention=retention)})
        asked = tools.question(study)
        assert asked.item.concept == "lstm"
        return asked.outcomes[Grade.EASY].days

    assert interval(0.75, "a.db") > interval(None, "b.db") > interval(0.97, "c.db")


def test_the_log_folded_anew_keeps_the_retention_of_decks(shelf, desk, tools):
    study = desk.open(shelf, decks={"lstm": DeckSettings(retention=0.75)})
    tools.finish(study, desk.clock)
    assert desk.open(shelf, decks={}).rebuild() == []


def test_a_limit_of_new_cards_holds_for_the_whole_deck_and_leaves_others_the_days(
    shelf, desk, tools
):
    study = desk.open(shelf, decks={"recurrent": DeckSettings(new_per_day=2)})
    assert study.today().new == 8
    begun = dict.fromkeys(tools.finish(study, desk.clock))
    assert sorted(concepts(begun)) == ["cnn"] * 6 + ["lstm"] * 2
    done = study.next()
    assert isinstance(done, DayDone)
    assert done.held_new == 10
    assert study.summary().tomorrow.new == 2


def test_a_concept_with_a_limit_of_its_own_does_not_count_towards_its_tracks(shelf, desk, tools):
    decks = {"recurrent": DeckSettings(new_per_day=2), "gru": DeckSettings(new_per_day=3)}
    study = desk.open(shelf, decks=decks, limits=Limits(new=99))
    begun = concepts(dict.fromkeys(tools.finish(study, desk.clock)))
    assert {name: begun.count(name) for name in set(begun)} == {"lstm": 2, "gru": 3, "cnn": 6}


def test_the_limit_of_the_day_holds_beside_those_of_decks(shelf, desk, tools):
    study = desk.open(shelf, decks={"lstm": DeckSettings(new_per_day=5)}, limits=Limits(new=4))
    assert len(dict.fromkeys(tools.finish(study, desk.clock))) == 4


def test_what_was_begun_counts_after_a_new_start(shelf, desk, tools):
    decks = {"lstm": DeckSettings(new_per_day=2)}
    first = desk.open(shelf, decks=decks)
    tools.answer(first)
    desk.clock.go(seconds=5)
    again = desk.open(shelf, decks=decks, name="log.db")
    assert {deck.concept: deck.new for deck in again.today().decks}["lstm"] == 1


def test_a_day_that_is_widened_widens_the_decks_too(shelf, desk, tools):
    study = desk.open(shelf, decks={"recurrent": DeckSettings(new_per_day=2)})
    tools.finish(study, desk.clock)
    study.extend(new=3)
    assert study.today().new == 3


def test_a_deck_that_may_hold_no_new_card_is_not_offered_any(shelf, desk, tools):
    study = desk.open(shelf, decks={"recurrent": DeckSettings(new_per_day=0)})
    assert set(concepts(tools.finish(study, desk.clock))) == {"cnn"}
    assert study.next().held_new == 0
    study.extend(new=10)
    assert study.today().new == 0


def test_a_limit_of_reviews_keeps_the_cards_at_the_highest_risk(shelf, desk, tools):
    everything = desk.open(shelf, limits=Limits(new=99))
    tools.finish(everything, desk.clock)
    desk.clock.go(days=60)
    free = desk.open(shelf, limits=Limits(new=0))
    assert free.today().due == 18
    study = desk.open(
        shelf,
        limits=Limits(new=0, reviews=99),
        decks={"recurrent": DeckSettings(reviews_per_day=4)},
    )
    assert study.today().due == 10
    answered = tools.finish(study, desk.clock)
    assert concepts(answered).count("cnn") == 6
    assert len(answered) == 10
    assert study.next().held_due == 8
    assert study.summary().tomorrow.due == 4


def test_a_card_is_asked_and_judged_in_the_language_of_its_deck(desk, tools):
    shelf = tools.Shelf().add(
        "gates", tools.typed("name", right=Words(en="forget", ko="망각")), lesson="Read."
    )
    study = desk.open(shelf, decks={"gates": DeckSettings(language="ko")})
    study.language = "en"
    lesson = study.next()
    assert lesson.language == "ko"
    asked = tools.question(study)
    assert asked.language == "ko"
    assert study.language_of(ConceptId("gates")) == "ko"
    verdict = study.answer(asked, ("잊음",))
    assert verdict.parts[0].right in (Words(en="forget", ko="망각"), "망각")


def test_a_quiz_asks_in_the_language_of_the_deck_too(shelf, desk, tools):
    study = desk.open(shelf, decks={"vision": DeckSettings(language="ko")})
    chosen = frozenset({ConceptId("cnn"), ConceptId("gru")})
    quiz = study.quiz(Plan(selection=Selection(concepts=chosen), number=None, seed=1))
    spoken = set()
    while (asked := quiz.next()) is not None:
        spoken.add((asked.item.concept, asked.language))
        quiz.answer(asked, ("yes",))
    assert spoken == {("cnn", "ko"), ("gru", None)}


def test_a_card_is_weak_by_the_retention_of_its_deck(shelf, desk, tools):
    study = desk.open(shelf, limits=Limits(new=99))
    tools.finish(study, desk.clock)
    desk.clock.go(days=6)
    weak = Selection(weak=True)
    aiming_low = desk.open(shelf, decks={"cnn": DeckSettings(retention=0.7)})
    aiming_high = desk.open(shelf, decks={"cnn": DeckSettings(retention=0.99)})
    assert "cnn" not in {item.concept for item in aiming_low.selected(weak)}
    assert "cnn" in {item.concept for item in aiming_high.selected(weak)}
