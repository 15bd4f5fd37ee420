"""SQLite: the log of what was learnt, what is derived from it, backups and the cache.

The log is the truth. Nothing here knows what a row means; that is the fold in `study`.
"""

from tutor.store.backups import Backup, listed
from tutor.store.cache import Cache
from tutor.store.checking import Problem
from tutor.store.errors import (
    BackupExistsError,
    DamagedStoreError,
    DiskFullError,
    ForeignStoreError,
    LockedStoreError,
    NewerStoreError,
    OldSqliteError,
    ReadOnlyStoreError,
    StoreError,
    UnreachableStoreError,
)
from tutor.store.log import UNDOES, Answer, Entry, undo
from tutor.store.memory import Memories
from tutor.store.restoring import restore
from tutor.store.store import Store

__all__ = [
    "UNDOES",
    "Answer",
    "Backup",
    "BackupExistsError",
    "Cache",
    "DamagedStoreError",
    "DiskFullError",
    "Entry",
    "ForeignStoreError",
    "LockedStoreError",
    "Memories",
    "NewerStoreError",
    "OldSqliteError",
    "Problem",
    "ReadOnlyStoreError",
    "Store",
    "StoreError",
    "UnreachableStoreError",
    "listed",
    "restore",
    "undo",
]
