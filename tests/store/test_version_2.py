"""A store of version 1 is brought up: nothing is lost, what is undone stays undone."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tutor.core.decks import tally
from tutor.core.log import Memory, Phase, RowKind
from tutor.store import Store, listed, migrations
from tutor.store.uuid7 import lowest

SCHEMA = Path(__file__).with_name("version_1.sql")
AT = 1_741_957_200_000


def old_store(path, rows):
    path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(path)) as raw:
        raw.executescript(SCHEMA.read_text(encoding="utf-8"))
        for number, (kind, card, payload) in enumerate(rows):
            values = (lowest(AT + number), AT, kind, card, payload)
            raw.execute("INSERT INTO log VALUES (?, 'desk', ?, 0, ?, ?, NULL, ?)", values)
        raw.execute("INSERT INTO memory VALUES ('a/x', 'review', 0, 1, 1, 0, 0, 0, NULL, 1, 0)")
        raw.execute("UPDATE derived SET through = ?", (lowest(AT),))
        raw.execute(f"PRAGMA application_id = {migrations.APPLICATION}")
        raw.execute("PRAGMA user_version = 1")
        raw.commit()


def undoing(*numbers):
    return json.dumps({"undoes": [lowest(AT + number).hex() for number in numbers]})


def test_a_store_of_version_1_is_brought_up_with_all_its_rows(path, clock):
    old_store(
        path,
        [
            ("lesson", "a", "{}"),
            ("flag", "a/x", '{"on":true}'),
            ("undo", "", undoing(1, 7)),
            ("undo", "", '{"undoes":"nothing sensible"}'),
            ("undo", "", '{"undoes":[3,null,"x"]}'),
            ("bury", "a/y", "{}"),
        ],
    )
    with Store.open(path, clock) as store:
        assert [row.kind for row in store.rows()] == [
            RowKind.LESSON,
            RowKind.FLAG,
            *[RowKind.UNDO] * 3,
            RowKind.BURY,
        ]
        assert [row.card for row in store.standing()] == ["a", "a/y"]
        assert store.latest({RowKind.FLAG}, ["a/x"]) is None
        assert store.memories() == {
            "a/x": Memory(
                phase=Phase.REVIEW,
                step=0,
                stability=1,
                difficulty=1,
                last_day=0,
                last_at=0,
                due_day=0,
                due_at=None,
                reps=1,
                lapses=0,
            )
        }
        assert store.memories().seen() == {"a": (1, tally(["a/x"]))}
        assert store.derived_through() == lowest(AT)
        assert store.check() == []
    (backup,) = listed(path)
    assert backup.reason == "before-version-2"


def test_a_row_that_does_not_decode_does_not_keep_a_store_from_being_brought_up(path, clock):
    old_store(path, [("lesson", "a", "{}"), ("undo", "", "no JSON"), ("undo", "", undoing(0))])
    with Store.open(path, clock) as store:
        assert list(store.standing()) == []
        assert [problem.code for problem in store.check()] == ["store-row"]


def test_a_store_brought_up_has_the_schema_of_a_new_one(path, clock):
    old_store(path, [])
    new = path.with_name("new.db")
    schemas = []
    for file in (path, new):
        Store.open(file, clock).close()
        with closing(sqlite3.connect(file)) as raw:
            found = raw.execute("SELECT type, name, tbl_name FROM sqlite_schema").fetchall()
            columns = [
                raw.execute(f"SELECT * FROM pragma_table_xinfo('{name}')").fetchall()
                for kind, name, _ in sorted(found)
                if kind == "table"
            ]
            schemas.append((sorted(found), columns))
    assert schemas[0] == schemas[1]
