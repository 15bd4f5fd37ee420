import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tutor.core.cards import CardKey
from tutor.core.log import Grade, RowKind
from tutor.store import DamagedStoreError, Entry, Store, log, undo, uuid7

KEY = "attention/why-scale"


def test_a_row_reads_back_as_it_was_appended(store, path, clock):
    row = store.append(
        RowKind.ANSWER, KEY, grade=Grade.GOOD, payload={"given": ["소프트맥스"], "fuzz": 0.25}
    )
    with Store.open(path, clock) as other:
        assert list(other.rows()) == [row]
    assert row.kind is RowKind.ANSWER
    assert row.grade is Grade.GOOD
    assert row.payload == {"given": ["소프트맥스"], "fuzz": 0.25}
    assert row.at == int(datetime(2025, 3, 14, 13, 0, tzinfo=UTC).timestamp() * 1000)
    assert row.offset == 9 * 60


def test_the_payload_returned_is_the_one_a_reader_gets(store):
    assert store.append(RowKind.FLAG, KEY, payload={"on": (1, 2)}).payload == {"on": [1, 2]}


def test_half_a_surrogate_pair_from_a_terminal_is_kept(store):
    row = store.append(RowKind.ANSWER, KEY, payload={"given": ["\udc80 \x00 한"]})
    assert next(store.rows()).payload == row.payload == {"given": ["\udc80 \x00 한"]}


def test_rows_are_chosen_by_card_kind_and_place(store):
    first = store.append(RowKind.LESSON, "attention")
    second = store.append(RowKind.ANSWER, KEY, grade=Grade.AGAIN)
    third = store.append(RowKind.ANSWER, "other/card", grade=Grade.GOOD)
    assert list(store.rows(after=first.id)) == [second, third]
    assert list(store.rows(card=CardKey(KEY))) == [second]
    assert list(store.rows(kinds={RowKind.LESSON, RowKind.FLAG})) == [first]
    assert list(store.rows(after=second.id, kinds=[RowKind.ANSWER])) == [third]
    assert list(store.rows(kinds=())) == []
    assert store.last() == third.id


def test_rows_of_today_are_found_by_the_lowest_id_of_its_first_moment(store, clock):
    store.append(RowKind.LESSON, "yesterday")
    clock.move(days=1)
    row = store.append(RowKind.LESSON, "today")
    assert list(store.rows(after=uuid7.lowest(row.at))) == [row]


def test_several_rows_are_appended_together_or_not_at_all(store):
    entries = [Entry(RowKind.ANSWER, KEY, Grade.GOOD), Entry(RowKind.ANSWER, KEY, 9)]
    with pytest.raises(ValueError, match="9"):
        store.append_all(entries)
    assert list(store.rows()) == []
    rows = store.append_all(entries[:1] * 3)
    assert list(store.rows()) == list(rows)


def test_the_log_forbids_changing_and_deleting_rows(store, path):
    store.append(RowKind.LESSON, "attention")
    with closing(sqlite3.connect(path)) as database:
        for statement in ("UPDATE log SET card = 'x'", "DELETE FROM log"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                database.execute(statement)


def test_the_log_refuses_a_column_of_another_type_and_an_id_of_another_length(path, store):
    with closing(sqlite3.connect(path)) as database:
        for identity, at in ((b"x" * 16, "noon"), (b"x" * 15, 0)):
            with pytest.raises(sqlite3.IntegrityError):
                database.execute(
                    "INSERT INTO log VALUES (?, 'd', ?, 0, 'lesson', '', NULL, '{}')",
                    (identity, at),
                )


def test_the_device_is_the_one_given_or_the_store_s_own(store, path, clock):
    own = store.append(RowKind.LESSON, "attention").device
    assert len(own) == 8
    with Store.open(path, clock) as again, Store.open(path, clock, "laptop") as laptop:
        assert again.append(RowKind.LESSON, "attention").device == own
        assert laptop.append(RowKind.LESSON, "attention").device == "laptop"


def test_ids_rise_although_the_clock_is_set_back(store, clock):
    before = store.append(RowKind.LESSON, "attention")
    clock.move(days=-400)
    after = store.append(RowKind.LESSON, "attention")
    assert after.id > before.id
    assert after.at < before.at
    assert [row.id for row in store.rows()] == [before.id, after.id]


def test_ids_rise_above_those_of_another_program_whose_clock_is_ahead(store, path, clock):
    clock.move(days=3)
    with Store.open(path, clock) as other:
        ahead = other.append(RowKind.LESSON, "attention")
    clock.move(days=-3)
    assert store.append(RowKind.LESSON, "attention").id > ahead.id


def test_what_stands_is_without_undo_rows_and_without_what_they_take_back(store):
    kept = store.append(RowKind.ANSWER, KEY, grade=Grade.GOOD)
    gone = store.append(RowKind.ANSWER, "other/card", grade=Grade.AGAIN)
    store.append_all([undo([gone])])
    assert list(store.standing()) == [kept]
    assert list(store.standing(card=CardKey("other/card"))) == []
    assert list(store.standing(after=kept.id, kinds={RowKind.ANSWER})) == []
    assert len(list(store.rows())) == 3


def test_undoing_what_is_undone_already_changes_nothing(store):
    gone = store.append(RowKind.ANSWER, KEY, grade=Grade.GOOD)
    kept = store.append(RowKind.ANSWER, KEY, grade=Grade.HARD)
    store.append_all([undo([gone]), undo([gone])])
    assert list(store.standing()) == [kept]


def test_an_undo_that_says_nothing_sensible_undoes_nothing(store):
    kept = store.append(RowKind.LESSON, "attention")
    for payload in ({}, {"undoes": 3}, {"undoes": [3, "no hex", []]}):
        store.append(RowKind.UNDO, payload=payload)
    assert list(store.standing()) == [kept]


def test_an_undo_counts_even_where_it_comes_before_the_row(store, path, clock):
    row = store.append(RowKind.LESSON, "attention")
    back = store.append_all([undo([row])])[0]
    with Store.open(path.with_name("other.db"), clock) as other:
        for one in (back, row):
            other.merge_rows([one])
        assert list(other.rows()) == [row, back]
        assert list(other.standing()) == []


def test_reading_goes_on_while_rows_are_appended(store):
    for number in range(3):
        store.append(RowKind.LESSON, f"concept-{number}")
    for row in store.rows():
        store.append(RowKind.FLAG, row.card)
    assert len(list(store.rows())) == 6


def test_a_payload_that_json_cannot_hold_is_refused_and_the_store_goes_on(store):
    with pytest.raises(ValueError, match="JSON"):
        store.append(RowKind.LESSON, "attention", payload={"x": float("nan")})
    store.append(RowKind.LESSON, "attention")
    assert len(list(store.rows())) == 1


def test_nothing_is_written_inside_a_snapshot(store):
    with store.snapshot(), pytest.raises(RuntimeError, match="snapshot"):
        store.append(RowKind.LESSON, "attention")


def test_a_snapshot_does_not_see_what_others_append_meanwhile(store, path: Path, clock):
    with Store.open(path, clock) as other:
        with store.snapshot():
            assert list(store.rows()) == []
            other.append(RowKind.LESSON, "attention")
            assert list(store.rows()) == []
        assert len(list(store.rows())) == 1


def test_the_last_row_that_stands_is_found_by_kind_and_card(store):
    first = store.append(RowKind.FLAG, "a/x")
    second = store.append(RowKind.FLAG, "a/y")
    lesson = store.append(RowKind.LESSON, "a")
    kinds = {RowKind.FLAG, RowKind.LESSON}
    assert store.latest(kinds) == lesson
    assert store.latest({RowKind.FLAG}) == second
    assert store.latest({RowKind.FLAG}, ["a/x", "a/z"]) == first
    assert store.latest({RowKind.BURY}) is None
    store.append_all([undo([second, lesson])])
    assert store.latest(kinds) == first
    assert store.stands(first)
    assert not store.stands(second)
    assert store.marked(RowKind.FLAG) == ["a/x", "a/y"]


def test_the_last_rows_of_a_kind_come_in_their_order(store):
    rows = [store.append(RowKind.ANSWER, f"a/{n}", grade=Grade.GOOD) for n in range(5)]
    store.append_all([undo([rows[3]])])
    assert store.last_rows(RowKind.ANSWER, 3) == [rows[1], rows[2], rows[4]]
    assert store.last_rows(RowKind.ANSWER, 9, after=rows[1].id) == [rows[2], rows[4]]


def test_what_is_undone_is_worked_out_anew_where_it_was_wrong(store):
    row, other = (store.append(RowKind.LESSON, name) for name in "ab")
    store.append_all([undo([row])])
    store._database.execute("DELETE FROM undone")
    store._database.execute("INSERT INTO undone VALUES (?)", (other.id.hex(),))
    store.note_undone()
    assert list(store.standing()) == [other]


def test_an_undo_row_that_does_not_decode_is_named_and_what_is_undone_stays(store):
    row, other = (store.append(RowKind.LESSON, name) for name in "ab")
    (taken,) = store.append_all([undo([row])])
    columns = (*log.raw(taken)[:-1], "no JSON")
    identity = bytes([*taken.id[:-1], taken.id[-1] ^ 1])
    store._database.execute(log.INSERT, (identity, *columns[1:]))
    with pytest.raises(DamagedStoreError, match=identity.hex()):
        store.note_undone()
    assert list(store.standing()) == [other]


def test_a_log_longer_than_one_piece_is_read_to_its_end(store, monkeypatch):
    monkeypatch.setattr(log, "_PIECE", 3)
    rows = [store.append(RowKind.LESSON, f"a{n}") for n in range(7)]
    assert list(store.rows()) == rows
    assert list(store.standing(kinds={RowKind.LESSON, RowKind.FLAG})) == rows
    assert list(store.rows(after=rows[2].id)) == rows[3:]
