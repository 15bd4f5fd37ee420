import sqlite3
from contextlib import closing

import pytest

from tutor.core.log import RowKind
from tutor.store import Cache, cache


@pytest.fixture
def file(tmp_path):
    return tmp_path / "home" / "cache.db"


@pytest.fixture
def opened(file):
    with closing(Cache(file)) as cache:
        yield cache


def test_what_was_put_is_there_at_the_next_start(file):
    with closing(Cache(file)) as first:
        first["a"] = b"\x00one"
        first.update({"b": b"two", "a": b"three"})
    with closing(Cache(file)) as second:
        assert dict(second) == {"a": b"three", "b": b"two"}
        assert len(second) == 2
        del second["a"]
        assert "a" not in second
        with pytest.raises(KeyError):
            second["a"]
        with pytest.raises(KeyError):
            del second["a"]


def test_many_are_forgotten_at_once_and_a_strange_name_is_passed_over(file):
    with closing(Cache(file)) as first:
        first.update({name: b"x" for name in "abcd"})
        first.discard(name for name in "axc")
    with closing(Cache(file)) as second:
        assert sorted(second) == ["b", "d"]


def test_what_is_forgotten_at_once_is_forgotten_in_one_transaction(opened):
    opened.update({name: b"x" for name in "abcd"})
    said = []
    opened._open.set_trace_callback(said.append)
    opened.discard("abc")
    assert [line for line in said if not line.startswith("DELETE")] == ["BEGIN", "COMMIT"]


def test_the_file_is_not_opened_before_it_is_needed(opened, file, store):
    store.cache()
    assert not file.exists()
    assert not store.path.with_name("cache.db").exists()


def test_the_store_s_cache_lies_beside_it(store):
    store.cache()["a"] = b"one"
    assert store.cache()["a"] == b"one"
    assert store.path.with_name("cache.db").exists()


@pytest.mark.parametrize("content", [b"garbage" * 999, b"x", b""])
def test_a_damaged_file_is_thrown_away(opened, file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    assert "a" not in opened
    opened["a"] = b"one"
    with closing(Cache(file)) as again:
        assert dict(again) == {"a": b"one"}


def test_a_file_damaged_while_it_is_open_is_thrown_away(opened, file):
    opened.update({str(number): b"x" * 4000 for number in range(20)})
    opened.close()
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    assert dict.fromkeys(opened) == {} or "7" not in opened
    opened["a"] = b"one"
    assert opened["a"] == b"one"


def test_another_table_of_that_name_is_thrown_away(opened, file):
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as raw:
        raw.execute("CREATE TABLE cache (x)")
    opened["a"] = b"one"
    assert dict(opened) == {"a": b"one"}


def test_where_there_can_be_no_file_the_cache_lasts_as_long_as_the_program(tmp_path):
    (tmp_path / "home").write_text("", encoding="utf-8")
    with closing(Cache(tmp_path / "home" / "cache.db")) as opened:
        opened["a"] = b"one"
        assert dict(opened) == {"a": b"one"}


def test_a_file_that_another_program_holds_is_not_thrown_away(opened, file):
    opened["a"] = b"one"
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        opened["b"] = b"two"
        assert opened["b"] == b"two"
    with closing(Cache(file)) as again:
        assert dict(again) == {"a": b"one"}


def test_an_overgrown_file_is_thrown_away(file, monkeypatch):
    with closing(Cache(file)) as first:
        first["a"] = b"one"
    monkeypatch.setattr(cache, "_LARGEST", 100)
    with closing(Cache(file)) as second:
        assert dict(second) == {}


def test_losing_the_cache_does_not_touch_the_log(store, path, clock):
    row = store.append(RowKind.LESSON, "attention")
    store.cache()["a"] = b"one"
    store.close()
    path.with_name("cache.db").write_bytes(b"garbage")
    with type(store).open(path, clock) as again:
        assert list(again.rows()) == [row]
        assert "a" not in again.cache()
