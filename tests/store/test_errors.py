import errno
import sqlite3
from pathlib import Path

import pytest

from tutor.store import DiskFullError, ReadOnlyStoreError, UnreachableStoreError
from tutor.store.errors import reporting

PATH = Path("tutor.db")


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EROFS, ReadOnlyStoreError),
        (errno.EACCES, ReadOnlyStoreError),
        (errno.EIO, UnreachableStoreError),
    ],
)
def test_what_the_system_refuses_is_told_as_the_store_s_own_error(number, error):
    with pytest.raises(error), reporting(PATH):
        raise OSError(number, "the system's word")


def test_a_file_moved_away_beneath_us_is_told_to_be_unreachable():
    moved = sqlite3.OperationalError("attempt to write a readonly database")
    moved.sqlite_errorcode = sqlite3.SQLITE_READONLY_DBMOVED
    with pytest.raises(UnreachableStoreError), reporting(PATH):
        raise moved


def test_misuse_by_a_caller_is_not_dressed_up_as_trouble_with_the_file():
    with pytest.raises(sqlite3.ProgrammingError), reporting(PATH):
        raise sqlite3.ProgrammingError("closed")
