"""The day drawn up by asking the store, compared with looking at every card."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.core.cards import CardKey
from tutor.core.decks import concept_of
from tutor.core.log import Memory, Phase
from tutor.schedule import Moment, Scheduler
from tutor.store import Store
from tutor.store import memory as table
from tutor.study import Limits
from tutor.study.agenda import Agenda
from tutor.study.counts import Counts
from tutor.study.known import Known
from tutor.study.queue import interleaved, spread
from tutor.study.rules import Room

TODAY = 20_000
CONCEPTS = ("gru", "lstm", "cnn")
NAMES = ("a", "b", "b~1", "b~2", "c", "c~reverse")
KEYS = tuple(CardKey(f"{concept}/{name}") for concept in CONCEPTS for name in NAMES)
GONE = (CardKey("gone/a"), CardKey("gru/gone"), CardKey("lstm/gone"))
FEW = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def memory(phase, due_day, last_day, stability):
    return Memory(
        phase=phase,
        step=0,
        stability=stability,
        difficulty=5.0,
        last_day=last_day,
        last_at=last_day * 86_400_000,
        due_day=due_day,
        due_at=None,
        reps=1,
        lapses=0,
    )


MEMORIES = st.dictionaries(
    st.sampled_from(KEYS + GONE),
    st.builds(
        memory,
        st.sampled_from([Phase.REVIEW, Phase.REVIEW, Phase.REVIEW, Phase.LEARNING]),
        st.integers(TODAY - 3, TODAY + 3),
        st.integers(TODAY - 9, TODAY + 1),
        st.sampled_from([1.5, 3.0, 4.25, 70.0]),  # few, so that many are equally likely forgotten
    ),
)
SETS = st.frozensets(st.sampled_from(KEYS), max_size=8)
ONLY = st.none() | st.frozensets(st.sampled_from(CONCEPTS))
ORDERS = st.permutations(CONCEPTS)
LIMITED = st.dictionaries(st.sampled_from(("gru", "rest")), st.integers(0, 6))
"""What is left of limits: of one deck of a single concept, and of one of the two others."""


@pytest.fixture
def opened(tmp_path, tools, monkeypatch):
    """Puts memories in a store and gives a library with what is known of its cards."""
    monkeypatch.setattr(table, "_FIRST", 2)  # pieces so short that several are read
    store = Store.open(tmp_path / "log.db", tools.Clock())

    def put(memories, order=CONCEPTS):
        shelf = tools.Shelf()
        for concept in order:
            shelf.add(concept, *(tools.typed(name) for name in NAMES))
        assert store.derive(memories, None, afresh=True)
        return shelf, Known(store.memories())

    yield put
    store.close()


def within(keys, most, limits):
    """The first of the cards, as many as all of them and as their decks may be."""
    taken, left = [], dict(limits)
    for key in keys:
        deck = "gru" if concept_of(key) == "gru" else "rest"
        if len(taken) < most and left.get(deck, 1) > 0:
            taken.append(key)
            if deck in left:
                left[deck] -= 1
    return taken


def drawn_from_all(memories, order, may_ask, *, reviews, new, decks):
    """The agenda as it follows from every card: what is due, what is new."""
    everything = [CardKey(f"{concept}/{name}") for concept in order for name in NAMES]
    keys = [key for key in everything if may_ask(key)]
    due = [key for key in keys if _is_due(memories.get(key))]
    due.sort(key=lambda key: Scheduler().retrievability(memories[key], TODAY))
    fresh = []
    for concept in order:
        # Siblings stand apart wherever one begins: what was answered keeps its place among them.
        spread_out = spread(key for key in everything if concept_of(key) == concept)
        fresh += [key for key in spread_out if key not in memories and may_ask(key)]
    return interleaved(spread(within(due, reviews, decks))), within(fresh, new, decks)


def _is_due(memory):
    return memory is not None and memory.phase is Phase.REVIEW and memory.due_day <= TODAY


@FEW
@given(MEMORIES, SETS, ONLY, ORDERS, st.integers(0, 12), st.integers(0, 12), LIMITED)
def test_the_agenda_is_what_looking_at_every_card_finds(
    opened, memories, left_out, only, order, reviews, new, decks
):
    shelf, known = opened(memories, order)

    def may_ask(key):
        return (
            key in shelf.items and key not in left_out and (only is None or concept_of(key) in only)
        )

    agenda = Agenda(TODAY, shelf, known, order, may_ask)

    def counted(concept):
        deck = "gru" if concept == "gru" else "rest"
        return deck if deck in decks else None

    agenda.draw_due(Room(reviews, decks, counted), only)
    due, fresh = drawn_from_all(memories, order, may_ask, reviews=reviews, new=new, decks=decks)
    assert list(agenda.due) == due
    assert list(agenda.new(Room(new, decks, counted), only)) == fresh


@FEW
@given(MEMORIES, SETS, ONLY)
def test_cards_are_counted_as_by_looking_at_each(opened, memories, left_out, only):
    shelf, known = opened(memories)
    counts = Counts(shelf, known, only, left_out | {*GONE}, lambda key: key not in left_out)
    keys = [
        key for key in KEYS if key not in left_out and (only is None or concept_of(key) in only)
    ]
    assert counts.new() == sum(key not in memories for key in keys)
    for reviews in (True, False):
        days = Counter(
            max(TODAY, memories[key].due_day)
            for key in keys
            if key in memories and (not reviews or memories[key].phase is Phase.REVIEW)
        )
        found = counts.falling_due(TODAY, 3, reviews=reviews)
        assert [found[TODAY + n] for n in range(3)] == [days[TODAY + n] for n in range(3)]


@FEW
@given(MEMORIES, st.lists(st.tuples(st.sampled_from(KEYS), st.none() | st.just(0))))
def test_what_is_recorded_later_counts_at_once(opened, memories, changes):
    shelf, known = opened(memories)
    changed = dict(memories)
    assert dict(known.learning) == _learning(changed)
    assert _unseen(shelf, known) == [key for key in KEYS if key not in changed]
    for key, forgotten in changes:
        known.get(key)
        after = None if forgotten is None else memory(Phase.RELEARNING, TODAY, TODAY, 1.0)
        known._stored._database.execute("DELETE FROM memory WHERE card = ?", (key,))
        if after is not None:
            table.write(known._stored._database, {key: after})
        known.put(key, after)
        changed.pop(key, None)
        if after is not None:
            changed[key] = after
    assert dict(known.learning) == _learning(changed)
    assert _unseen(shelf, known) == [key for key in KEYS if key not in changed]


def _learning(memories):
    return {key: one for key, one in memories.items() if one.phase is not Phase.REVIEW}


def _unseen(shelf, known):
    return [key for deck in shelf.decks.values() for key in known.unseen(deck, shelf)]


@FEW
@given(MEMORIES)
def test_the_days_on_which_cards_fall_due_come_in_order(opened, memories):
    _, known = opened(memories)
    later = {}
    for key, one in memories.items():
        if one.phase is Phase.REVIEW and one.due_day > TODAY:
            later.setdefault(one.due_day, set()).add(key)
    found = [(day, set(keys)) for day, keys in known.later(TODAY)]
    assert found == sorted(later.items())


def test_a_day_of_a_large_backlog_holds_the_cards_at_the_highest_risk(desk, tools):
    shelf = tools.Shelf.of(softmax=30)
    study = desk.open(shelf)
    desk.opened[-1].derive(
        {
            key: memory(Phase.REVIEW, 10, 5 + place % 7, 2.0 + place)
            for place, key in enumerate(shelf.items)
        },
        None,
        afresh=True,
    )
    study = desk.open(shelf, limits=Limits(reviews=5))
    moment = Moment(at_ms=0, day=study._day._drawn_up(study._now()).day, ends=0)
    memories = {key: study.memory(key) for key in shelf.items}
    wanted = sorted(memories, key=lambda key: Scheduler().retrievability(memories[key], moment.day))
    assert set(study._day._drawn_up(study._now()).due) == set(wanted[:5])
    assert study.today().due == 5
