import sqlite3
from contextlib import closing

import pytest

from tutor.core.cards import CardKey
from tutor.core.log import Grade, Memory, Phase, RowKind
from tutor.store import DamagedStoreError, Store, undo

KEY, OTHER = CardKey("attention/why-scale"), CardKey("attention/shape")


def memory(reps: int = 1, phase: Phase = Phase.REVIEW, due_at: int | None = None) -> Memory:
    return Memory(
        phase=phase,
        step=0,
        stability=2.3065,
        difficulty=2.1181,
        last_day=20161,
        last_at=1741957200000,
        due_day=20163,
        due_at=due_at,
        reps=reps,
        lapses=0,
    )


def answer(store, key=KEY, reps=1):
    return store.append(RowKind.ANSWER, key, grade=Grade.GOOD, memories={key: memory(reps)})


def test_an_answer_and_its_memory_are_written_together(store, path, clock):
    row = answer(store)
    with Store.open(path, clock) as other:
        assert other.memories() == {KEY: memory()}
        assert other.derived_through() == other.last() == row.id


def test_a_learning_card_s_moment_is_kept(store):
    learning = memory(phase=Phase.LEARNING, due_at=1741957800000)
    store.append(RowKind.ANSWER, KEY, grade=Grade.GOOD, memories={KEY: learning})
    assert store.memories() == {KEY: learning}


def test_a_memory_of_none_is_forgotten(store):
    row = answer(store)
    store.append_all([undo([row])], memories={KEY: None})
    assert store.memories() == {}
    assert store.derived_through() == store.last()


def test_a_row_that_touches_no_memory_leaves_the_memories_up_to_date(store):
    answer(store)
    store.append(RowKind.LESSON, "attention")
    assert store.derived_through() == store.last()
    answer(store, OTHER)
    assert store.memories() == {KEY: memory(), OTHER: memory()}


def test_an_answer_without_memories_leaves_them_behind_until_they_are_derived(store):
    first = answer(store)
    second = store.append(RowKind.ANSWER, OTHER, grade=Grade.GOOD)
    assert store.derived_through() == first.id
    answer(store, OTHER, reps=5)
    assert store.memories() == {KEY: memory()}
    assert next(store.rows(after=store.derived_through())).id == second.id
    assert store.derive({OTHER: memory(2)}, store.last())
    assert store.memories() == {KEY: memory(), OTHER: memory(2)}
    assert store.derived_through() == store.last()


def test_a_memory_worked_out_before_another_program_s_answer_is_not_written(store, path, clock):
    with Store.open(path, clock) as other:
        assert store.memories() == other.memories() == {}
        theirs = answer(other, reps=1)
        mine = answer(store, reps=1)  # both had the card as new
        assert list(store.rows()) == [theirs, mine]
        assert store.derived_through() == theirs.id
        assert store.memories() == {KEY: memory(1)}
        assert store.derive({KEY: memory(2)}, mine.id)
        assert other.derived_through() == mine.id
        assert not other.derive({KEY: memory(7)}, mine.id)
        assert other.memories() == {KEY: memory(2)}
        assert answer(other, reps=3).id == store.derived_through()


@pytest.mark.parametrize("reviews", [True, False])
def test_what_falls_due_is_counted_without_looking_at_every_card(store, reviews):
    cards = {CardKey(f"{concept}/{n}"): memory() for concept in "ab" for n in range(2)}
    cards[CardKey("a/0")] = memory(phase=Phase.LEARNING, due_at=1741957800000)
    store.derive(cards, None)
    said = []
    store._database.set_trace_callback(said.append)
    due = store.memories().falling_due(20164, 20170, reviews=reviews)
    store._database.set_trace_callback(None)
    assert due == {("a", 20164): 1 if reviews else 2, ("b", 20164): 2}
    assert store.memories().falling_due(20160, 20163, reviews=reviews) == {}
    (query,) = (line for line in said if "count(*)" in line)
    plan = [row[-1] for row in store._database.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert [step for step in plan if "SEARCH memory" in step]
    assert [step for step in plan if "SCAN memory" in step] == []


def test_memories_derived_afresh_replace_all_there_were(store):
    answer(store)
    row = answer(store, OTHER)
    assert store.derive({OTHER: memory(4)}, row.id, afresh=True)
    assert store.memories() == {OTHER: memory(4)}
    assert store.derived_through() == row.id


def test_one_memory_can_be_set_and_forgotten(store):
    row = answer(store)
    store.remember(OTHER, memory(2))
    store.remember(KEY, None)
    assert store.memories() == {OTHER: memory(2)}
    assert store.derived_through() == row.id


def test_a_store_opened_anew_writes_memories_only_after_reading_them(store, path, clock):
    first = answer(store)
    with Store.open(path, clock) as other:
        answer(other, OTHER)
        assert other.derived_through() == first.id


def test_a_row_is_not_written_where_its_memory_cannot_be(store, path):
    with closing(sqlite3.connect(path)) as database:
        database.execute("DROP TABLE memory")
        database.execute("CREATE TABLE memory (card TEXT)")
    with pytest.raises(DamagedStoreError):
        answer(store)
    assert list(store.rows()) == []
