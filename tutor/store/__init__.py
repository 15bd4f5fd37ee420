"""SQLite: the log of what was learnt, what is derived from it, backups and the cache.

The log is the truth. Nothing here knows what a row means; that is the fold in `study`.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tutor.store.cache import Cache
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
from tutor.store.store import Store

if TYPE_CHECKING:
    from tutor.store.backups import Backup, listed
    from tutor.store.checking import Problem
    from tutor.store.restoring import restore

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

_LATER = {"Backup": "backups", "listed": "backups", "Problem": "checking", "restore": "restoring"}
"""What is imported only when asked for, and the module it comes from."""


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"tutor.store.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
