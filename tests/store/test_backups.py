import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.core.log import RowKind
from tutor.store import (
    BackupExistsError,
    DamagedStoreError,
    ForeignStoreError,
    LockedStoreError,
    Store,
    UnreachableStoreError,
    listed,
    migrations,
    restore,
)
from tutor.store.backups import kept

NOON = datetime(2025, 3, 14, 12, 0, tzinfo=UTC)


def cards(path, clock):
    with Store.open(path, clock) as store:
        return [row.card for row in store.rows()]


def test_a_backup_is_one_file_that_holds_all_rows(store, path, clock):
    store.append(RowKind.LESSON, "attention")
    backup = store.backup()
    assert backup.name == "tutor-20250314T130000Z.db"
    assert [file.name for file in backup.parent.iterdir()] == [backup.name]
    assert cards(backup, clock) == ["attention"]


def test_a_backup_goes_where_it_is_told_and_never_over_a_file(store, tmp_path):
    target = tmp_path / "stick" / "mine.db"
    assert store.backup(target) == target
    before = target.read_bytes()
    with pytest.raises(BackupExistsError) as caught:
        store.backup(target)
    assert caught.value.code == "backup-exists"
    assert target.read_bytes() == before
    assert list(target.parent.iterdir()) == [target]


def test_two_backups_of_one_second_are_both_kept(store, path):
    assert store.backup() != store.backup()
    assert len(list((path.parent / "backups").iterdir())) == 2


def test_a_backup_is_due_once_a_day(store, clock):
    assert store.backup_when_due() is not None
    clock.move(hours=23)
    assert store.backup_when_due() is None
    clock.move(hours=2)
    assert store.backup_when_due() is not None
    clock.move(days=-30)
    assert store.backup_when_due() is not None


def test_backups_are_thinned_to_days_weeks_and_months(store, path, clock):
    for _ in range(120):
        clock.move(hours=12)
        store.backup()
    dates = [backup.at for backup in listed(path)]
    now = clock.now
    assert dates == sorted(dates, reverse=True)
    assert dates[0] == now
    assert sum(now - date < timedelta(days=6) for date in dates) <= 7
    assert len(dates) <= 7 + 5 + 3
    assert now - dates[-1] > timedelta(days=35)


def test_files_that_are_no_backups_of_ours_are_left_alone(store, path, clock):
    folder = path.parent / "backups"
    folder.mkdir()
    names = ["tutor-notes.db", "tutor-20251399T000000Z.db", "other-20010101T000000Z.db", "x.txt"]
    for name in names:
        (folder / name).write_text("mine", encoding="utf-8")
    kept_for_good = folder / "tutor-20010101T000000Z-before-version-2.db"
    kept_for_good.write_text("", encoding="utf-8")
    store.backup()
    assert all((folder / name).exists() for name in names)
    assert kept_for_good.exists()
    assert [backup.reason for backup in listed(path)] == ["", "before-version-2"]


@given(st.lists(st.integers(-3, 400), max_size=60), st.integers(0, 400))
def test_thinning_keeps_the_newest_of_all_and_is_done_once(ages, hours):
    dates = [NOON - timedelta(days=age, hours=hours % 24) for age in ages]
    keep = kept(dates, NOON)
    assert keep <= set(dates)
    assert not dates or max(dates) in keep
    assert kept(keep, NOON) == keep
    assert all(date in keep for date in dates if date > NOON)


def test_restoring_brings_the_rows_back_and_sets_the_former_store_aside(path, clock):
    with Store.open(path, clock) as store:
        store.append(RowKind.LESSON, "attention")
        backup = store.backup()
        store.append(RowKind.LESSON, "softmax")
    aside = restore(backup, path, clock.now)
    assert cards(path, clock) == ["attention"]
    assert cards(aside, clock) == ["attention", "softmax"]


def test_restoring_reaches_a_program_that_has_the_store_open(store, path, clock):
    store.append(RowKind.LESSON, "attention")
    backup = store.backup()
    store.append(RowKind.LESSON, "softmax")
    restore(backup, path, clock.now)
    store.append(RowKind.LESSON, "lstm")
    assert [row.card for row in store.rows()] == ["attention", "lstm"]
    assert cards(path, clock) == ["attention", "lstm"]


@pytest.mark.parametrize("content", [b"garbage", b"", None])
def test_restoring_over_a_damaged_or_missing_store_keeps_the_damaged_one(path, clock, content):
    with Store.open(path, clock) as store:
        store.append(RowKind.LESSON, "attention")
        backup = store.backup()
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    aside = restore(backup, path, clock.now)
    assert cards(path, clock) == ["attention"]
    assert (aside.read_bytes() if aside else None) == content


def test_a_bad_backup_is_told_and_the_store_stays(store, path, clock, tmp_path):
    store.append(RowKind.LESSON, "attention")
    bad = tmp_path / "bad.db"
    with pytest.raises(UnreachableStoreError):
        restore(bad, path, clock.now)
    for content in (b"garbage" * 100, b""):
        bad.write_bytes(content)
        with pytest.raises(DamagedStoreError) as caught:
            restore(bad, path, clock.now)
        assert caught.value.details["path"] == str(bad)
    with closing(sqlite3.connect(bad)) as raw:
        raw.execute("CREATE TABLE theirs (x)")
    with pytest.raises(ForeignStoreError):
        restore(bad, path, clock.now)
    assert [row.card for row in store.rows()] == ["attention"]


def test_restoring_waits_for_nobody_for_ever(store, path, clock):
    backup = store.backup()
    store._database.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedStoreError):
        restore(backup, path, clock.now, patience=0.05)
    store._database.execute("ROLLBACK")


@pytest.fixture
def newer_program(monkeypatch):
    now = migrations.VERSION
    monkeypatch.setattr(migrations, "VERSION", now + 2)
    steps = {
        now + 1: "-- a comment; with a semicolon\nALTER TABLE home ADD COLUMN colour TEXT;",
        now + 2: "CREATE TABLE more (x INTEGER) STRICT;\nINSERT INTO more VALUES (1);",
    }
    monkeypatch.setattr(migrations, "step", steps.__getitem__)
    return steps


@pytest.fixture
def old(path, clock):
    with Store.open(path, clock) as store:
        store.append(RowKind.LESSON, "attention")


def version(path):
    with closing(sqlite3.connect(path)) as raw:
        return raw.execute("PRAGMA user_version").fetchone()[0]


def test_an_old_store_is_brought_up_with_a_backup_before_each_step(old, newer_program, path, clock):
    assert cards(path, clock) == ["attention"]
    first, second = newer_program
    assert version(path) == second
    assert {backup.reason: version(backup.path) for backup in listed(path)} == {
        f"before-version-{first}": first - 1,
        f"before-version-{second}": first,
    }
    assert cards(path, clock) == ["attention"]  # nothing more is done
    assert len(listed(path)) == 2


def test_a_step_that_fails_leaves_the_store_as_it_was_before_it(old, newer_program, path, clock):
    first, second = newer_program
    newer_program[second] = "CREATE TABLE more (x INTEGER);\nINSERT INTO nowhere VALUES (1);"
    with pytest.raises(DamagedStoreError):
        Store.open(path, clock)
    assert version(path) == first
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT 1 FROM sqlite_schema WHERE name = 'more'").fetchone() is None


def test_a_backup_of_an_older_version_is_brought_up_after_restoring(old, path, clock, request):
    with Store.open(path, clock) as store:
        backup = store.backup()
    _, newest = request.getfixturevalue("newer_program")
    restore(backup, path, clock.now)
    assert cards(path, clock) == ["attention"]
    assert version(path) == newest
