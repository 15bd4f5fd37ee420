"""Packs: folders of concepts and cards in YAML, read strictly and with positions.

Importing this package, and opening a library whose files are all in the cache, reads no YAML and
imports none of what reads it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tutor.packs.sources import Pack, bundled_root, find_packs

if TYPE_CHECKING:
    from tutor.packs.demos import read_demo_words
    from tutor.packs.library import Library, open_library, read_file
    from tutor.packs.schema import json_schema
    from tutor.packs.style import check

__all__ = [
    "Library",
    "Pack",
    "bundled_root",
    "check",
    "find_packs",
    "json_schema",
    "open_library",
    "read_demo_words",
    "read_file",
]

_LATER = {
    "check": "style",
    "json_schema": "schema",
    "read_demo_words": "demos",
    **dict.fromkeys(("Library", "open_library", "read_file"), "library"),
}
"""What is imported only when asked for, and the module it comes from."""


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"tutor.packs.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
