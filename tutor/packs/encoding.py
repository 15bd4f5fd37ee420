"""How concepts and cards become bytes, for all that is kept of them."""

from dataclasses import fields
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, get_type_hints

import msgspec

from tutor.core.cards import KINDS, Concept

_KEPT_APART = ("items", "walks")
_HINTS = get_type_hints(Concept)

Head: Any = msgspec.defstruct(
    "Head",
    [
        (field.name, _HINTS[field.name])
        for field in fields(Concept)
        if field.name not in _KEPT_APART
    ],
    array_like=True,
)
"""A concept without its cards (msgspec cannot tell the kinds of cards apart by itself)."""


@cache
def decoders() -> dict[str, Any]:
    """A decoder for each kind of card, by the key that tells it."""
    return {key: msgspec.msgpack.Decoder(kind) for key, kind in KINDS.items()}


@cache
def stamp() -> bytes:
    """Bytes that change whenever the code that reads files does."""
    package = Path(__file__).parent
    hashed = sha256(msgspec.__version__.encode())
    for folder in (package, package.parent / "core", package.parent / "numbers"):
        for path in sorted(folder.glob("*.py")):
            state = path.stat()
            hashed.update(f"{path.name} {state.st_size} {state.st_mtime_ns};".encode())
    return hashed.digest()[:16]
