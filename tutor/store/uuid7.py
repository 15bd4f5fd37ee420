"""UUID version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then chance.

The version and the variant are the same in every id, so that ids order as their other 122 bits do.
"""

import os

_VERSION, _VARIANT = 0x7, 0b10
_CHANCE = 74  # bits below the milliseconds: 12 before the variant and 62 after it


def after(last: bytes | None, at: int) -> bytes:
    """A new id for the moment `at` (milliseconds since the epoch), always above `last`.

    Where the clock stands still or was set back, the id is `last` and a step of chance: of chance,
    so that two devices that start from the same last id do not meet.
    """
    number = (at << _CHANCE) | _chance(_CHANCE)
    if last is not None and number <= _number(last):
        number = _number(last) + 1 + _chance(60)
    return _id(number)


def lowest(at: int) -> bytes:
    """The lowest id of a moment: every row of the log from `at` on has an id from this one on."""
    return _id(at << _CHANCE)


def _chance(bits: int) -> int:
    return int.from_bytes(os.urandom(10), "big") >> (80 - bits)


def _id(number: int) -> bytes:
    high, low = number >> 62, number & (1 << 62) - 1
    high = (high >> 12) << 16 | _VERSION << 12 | high & 0xFFF
    return (high << 64 | _VARIANT << 62 | low).to_bytes(16, "big")


def _number(identity: bytes) -> int:
    whole = int.from_bytes(identity, "big")
    high, low = whole >> 64, whole & (1 << 62) - 1
    return ((high >> 16) << 12 | high & 0xFFF) << 62 | low
