import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from tutor.core.log import RowKind
from tutor.store import (
    DamagedStoreError,
    DiskFullError,
    ForeignStoreError,
    LockedStoreError,
    NewerStoreError,
    OldSqliteError,
    ReadOnlyStoreError,
    Store,
    UnreachableStoreError,
    database,
)


@pytest.fixture
def written(path, clock):
    """A store of some pages, closed, so that all of it is in its one file."""
    with Store.open(path, clock) as store:
        for number in range(60):
            store.append(RowKind.FLAG, f"concept/card-{number}", payload={"note": "n" * 400})
        rows = list(store.rows())
    return rows


def refused(path, clock, error):
    """The error that opening raises; the home is byte for byte as it was."""
    before = {file: file.read_bytes() for file in path.parent.glob("*") if file.is_file()}
    with pytest.raises(error) as caught:
        Store.open(path, clock, patience=0.05)
    assert {file: file.read_bytes() for file in before} == before
    assert caught.value.details["path"] == str(path)
    assert all(isinstance(text, str) for text in caught.value.details.values())
    return caught.value


def test_a_store_is_made_with_its_folders(path, clock):
    Store.open(path, clock).close()
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert raw.execute("PRAGMA user_version").fetchone() == (2,)


def test_every_commit_is_synced(store):
    assert store._database.execute("PRAGMA synchronous").fetchone() == (2,)


def test_opening_a_current_store_runs_six_statements_and_writes_nothing(
    path, clock, written, monkeypatch
):
    statements = []
    connect = sqlite3.connect

    def traced(*arguments, **named):
        connection = connect(*arguments, **named)
        connection.set_trace_callback(statements.append)
        return connection

    monkeypatch.setattr(database.sqlite3, "connect", traced)
    before = path.read_bytes()
    with Store.open(path, clock):
        assert len(statements) == 6
    assert all(statement.startswith("PRAGMA") for statement in statements)
    assert path.read_bytes() == before


def test_a_newer_store_is_left_alone(path, clock, written):
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version = 99")
    error = refused(path, clock, NewerStoreError)
    assert error.code == "store-newer"
    assert (error.details["version"], error.details["known"]) == ("99", "2")


@pytest.mark.parametrize("version", [0, 1])
def test_another_program_s_database_is_left_alone(path, clock, version):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE theirs (x)")
        raw.execute(f"PRAGMA user_version = {version}")
    assert refused(path, clock, ForeignStoreError).code == "store-foreign"


@pytest.mark.parametrize("content", [b"not a database", b"x" * 4096, b"SQLite format 3\0" * 64])
def test_a_file_that_is_no_database_is_left_alone(path, clock, content):
    path.parent.mkdir()
    path.write_bytes(content)
    assert refused(path, clock, DamagedStoreError).code == "store-damaged"


@pytest.mark.parametrize("left", [1, 100, 512, 4096, 3 * 4096, 5 * 4096 + 1])
def test_a_file_that_was_cut_off_is_left_alone(path, clock, written, left):
    whole = path.read_bytes()
    assert len(whole) > left
    path.write_bytes(whole[:left])
    assert "reason" in refused(path, clock, DamagedStoreError).details


def test_an_empty_file_is_not_taken_for_a_new_store_where_there_are_backups(path, clock, written):
    with Store.open(path, clock) as store:
        store.backup()
    path.write_bytes(b"")
    refused(path, clock, DamagedStoreError)


def test_a_write_ahead_log_without_its_store_is_kept(path, clock):
    path.parent.mkdir()
    path.with_name("tutor.db-wal").write_bytes(b"the last answers")
    refused(path, clock, DamagedStoreError)


def test_damage_in_the_middle_is_told_when_it_is_read(path, clock, written):
    whole = bytearray(path.read_bytes())
    whole[4096 : 2 * 4096] = b"\xff" * 4096  # the second page: the root of the first table, the log
    path.write_bytes(whole)
    with Store.open(path, clock) as store:
        assert any(problem.code == "store-integrity" for problem in store.check())
        with pytest.raises(DamagedStoreError):
            list(store.rows())


def test_a_row_that_does_not_decode_is_named(path, clock, store):
    store.append(RowKind.LESSON, "attention")
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for number, (kind, payload) in enumerate(
            [("dance", "{}"), ("lesson", "{"), ("lesson", "[]")], start=1
        ):
            raw.execute(
                "INSERT INTO log VALUES (?, 'd', 0, 0, ?, '', NULL, ?)",
                (bytes([255] * 15 + [number]), kind, payload),
            )
    problems = store.check()
    assert [problem.code for problem in problems] == ["store-row"] * 3
    assert problems[0].details["id"] == "ff" * 15 + "01"
    with pytest.raises(DamagedStoreError, match="row ff"):
        list(store.rows())


def test_a_sound_store_has_no_problems(written, path, clock):
    with Store.open(path, clock) as store:
        assert store.check() == []


def test_a_derived_table_that_makes_no_sense_is_found(store, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(
            "INSERT INTO memory VALUES ('a/x', 'dreaming', 0, 1, 1, 0, 0, 0, NULL, 1, 0, 0)"
        )
        raw.execute("UPDATE derived SET through = x'00'")
    assert [problem.code for problem in store.check()] == ["store-memory"] * 2


def test_a_store_that_another_program_holds_is_told_to_be_locked(path, clock, written):
    with (
        Store.open(path, clock, patience=0.05) as store,
        closing(sqlite3.connect(path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LockedStoreError) as caught:
            store.append(RowKind.LESSON, "attention")
        assert caught.value.code == "store-locked"
        assert list(store.rows()) == written  # reading goes on
        other.execute("ROLLBACK")
        store.append(RowKind.LESSON, "attention")


def test_a_new_store_that_another_program_is_making_is_told_to_be_locked(path, clock):
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(LockedStoreError):
            Store.open(path, clock, patience=0.05)


def fill(store):
    for _ in range(100):
        store.append(RowKind.FLAG, "a/x", payload={"note": "n" * 3000})


def test_a_full_disk_is_told_and_what_was_there_stays(path, clock, written):
    with Store.open(path, clock) as store:
        (pages,) = store._database.execute("PRAGMA page_count").fetchone()
        store._database.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(DiskFullError) as caught:
            fill(store)
        assert caught.value.code == "store-disk-full"
        kept = list(store.rows())
        assert kept[: len(written)] == written
        store._database.execute(f"PRAGMA max_page_count = {2 * pages}")
        row = store.append(RowKind.LESSON, "attention")
        assert list(store.rows()) == [*kept, row]


def test_a_write_that_the_file_refuses_is_told_to_be_read_only(store):
    store._database.execute("PRAGMA query_only = ON")
    with pytest.raises(ReadOnlyStoreError) as caught:
        store.append(RowKind.LESSON, "attention")
    assert caught.value.code == "store-read-only"


@pytest.mark.skipif(os.name == "nt", reason="folders are not made read-only by their mode there")
@pytest.mark.parametrize("part", ["file", "folder", "missing"])
def test_a_home_that_may_not_be_written_is_told_to_be_read_only(clock, part):
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "home" / "tutor.db"
        Store.open(path, clock).close()
        Path(name).chmod(0o755)
        if part == "missing":
            path.unlink()
        target, mode = (path, 0o444) if part == "file" else (path.parent, 0o555)
        target.chmod(mode)
        as_root = os.geteuid() == 0
        if as_root:
            os.seteuid(65534)  # to root nothing is read-only
        try:
            refused(path, clock, ReadOnlyStoreError)
        finally:
            if as_root:
                os.seteuid(0)
            path.parent.chmod(0o755)


def test_a_folder_in_the_store_s_place_is_told(path, clock):
    path.mkdir(parents=True)
    error = refused(path, clock, UnreachableStoreError)
    assert error.code == "store-unreachable"


def test_a_file_in_the_home_s_place_is_told(tmp_path, clock):
    (tmp_path / "home").write_text("", encoding="utf-8")
    with pytest.raises(UnreachableStoreError):
        Store.open(tmp_path / "home" / "tutor.db", clock)


def test_an_old_sqlite_is_told_before_anything_is_done(path, clock, monkeypatch):
    monkeypatch.setattr(database.sqlite3, "sqlite_version_info", (3, 34, 1))
    with pytest.raises(OldSqliteError) as caught:
        Store.open(path, clock)
    assert caught.value.details["needed"] == "3.37.0"
    assert not path.parent.exists()


def test_importing_the_store_loads_no_other_library():
    program = (
        "import sys, tutor.store; "
        "print({'numpy', 'msgspec', 'fsrs', 'yaml', 'textual', 'rich'} & set(sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "set()"
