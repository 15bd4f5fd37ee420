"""Transactions, by hand: the connections of this room are in autocommit mode."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def writing(database: sqlite3.Connection) -> Iterator[None]:
    """All that is done inside or none of it, and nobody else writes meanwhile.

    The lock is taken at once: what is read inside stays true until the commit.
    """
    if database.in_transaction:
        raise RuntimeError("nothing can be written inside a snapshot")
    yield from _transaction(database, "BEGIN IMMEDIATE")


@contextmanager
def reading(database: sqlite3.Connection) -> Iterator[None]:
    """All that is read inside is of one moment; inside another transaction, of that one's."""
    if database.in_transaction:
        yield
    else:
        yield from _transaction(database, "BEGIN")


def _transaction(database: sqlite3.Connection, begin: str) -> Iterator[None]:
    database.execute(begin)
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:  # SQLite itself rolls back at some errors
            database.execute("ROLLBACK")
        raise
