"""What was learnt in a store of version 1 is known after it was brought up."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tutor.core.log import Grade
from tutor.store import migrations

SCHEMA = Path(__file__).parents[1] / "store" / "version_1.sql"
COLUMNS = (
    "card, phase, step, stability, difficulty, last_day, last_at, due_day, due_at, reps, lapses"
)


@pytest.fixture
def learnt(desk, tools):
    """Two cards learnt three days ago: what is known of each."""
    study = desk.open(tools.Shelf.of(gru=2))
    for _ in range(2):
        study.grade(tools.question(study), Grade.EASY)
    desk.clock.go(days=3)
    return {key: study.memory(key) for key in ("gru/c0", "gru/c1")}


def make_old(folder, damaged=""):
    """The desk's log as version 1 kept it, in `old.db`; the rows of one card without sense."""
    with closing(sqlite3.connect(folder / "old.db")) as raw:
        raw.executescript(SCHEMA.read_text(encoding="utf-8"))
        raw.execute("ATTACH ? AS new", (str(folder / "log.db"),))
        raw.execute(
            "INSERT INTO log SELECT id, device, at, offset, kind, card, grade,"
            " iif(card = ?, 'no JSON', payload) FROM new.log",
            (damaged,),
        )
        raw.execute(f"INSERT INTO memory SELECT {COLUMNS} FROM new.memory")
        raw.execute("UPDATE derived SET through = (SELECT through FROM new.derived)")
        raw.execute(f"PRAGMA application_id = {migrations.APPLICATION}")
        raw.execute("PRAGMA user_version = 1")
        raw.commit()


def test_a_row_without_sense_that_did_no_harm_does_none_after_it(desk, tools, learnt):
    make_old(desk.path, damaged="gru/c1")
    study = desk.open(tools.Shelf.of(gru=3), name="old.db")
    assert {key: study.memory(key) for key in learnt} == learnt
    assert study.today().new == 1
    asked, _ = tools.answer(study)
    assert study.memory(asked.item.key) is not None


def test_a_card_that_is_called_otherwise_keeps_what_was_learnt(desk, tools, learnt):
    make_old(desk.path)
    shelf = tools.Shelf().add("cnn", tools.typed("z", was="gru/c0"), tools.typed("y"))
    study = desk.open(shelf, name="old.db")
    assert study.memory("cnn/z") == learnt["gru/c0"]
    assert study.today().new == 1
    assert study.rebuild() == []
    study = desk.open(tools.Shelf.of(gru=2), name="old.db")
    assert {key: study.memory(key) for key in learnt} == learnt
    assert study.today().new == 0
