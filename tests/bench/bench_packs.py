"""Reading and checking packs, and working out anew what the log says."""

import statistics
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

from decks import write_pack
from homes import begun, folder_size, homes, wired
from report import Table, in_seconds, megabytes

from tutor.packs import Pack, check, open_library
from tutor.store import Cache

CARDS, QUICK_CARDS = 10_000, 1_000
LARGE, QUICK_LARGE = 50_000_000, 2_000_000
READ_AIM, REBUILD_AIM = 0.5, 5.0


def tables(quick: bool) -> list[Table]:
    """Packs first, then the log."""
    return [
        _reading(QUICK_CARDS if quick else CARDS, 1 if quick else 5),
        _large(QUICK_LARGE if quick else LARGE),
        _rebuilding(quick),
    ]


def _reading(cards: int, repeats: int) -> Table:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_pack(folder / "pack", cards)
        made = begun(
            "Reading packs",
            ("median", "fastest", "slowest", "aim"),
            f"{cards:,} cards of all ordinary kinds in two languages, "
            f"{megabytes(folder_size(folder))} of YAML, with everything that is said of faults; "
            "without a cache, then from one that is filled.",
        )
        packs = [Pack("own", folder / "pack", trusted=True)]
        _note(made, "read and checked", [_opened(packs, None) for _ in range(repeats)], READ_AIM)
        cache = Cache(folder / "cache.db")
        _opened(packs, cache)
        _note(made, "from the cache", [_opened(packs, cache) for _ in range(repeats)], None)
        cache.close()
    return made


def _large(size: int) -> Table:
    """One file as large as somebody might make it by a program."""
    made = begun(
        "A very large deck",
        ("once",),
        f"One file of {megabytes(size)}, all of it recall cards, without a cache.",
    )
    card = "  - id: c{0}\n    ask: What is the derivative of {0} x?\n    answer: It is {0}.\n"
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "large.yaml"
        with file.open("w", encoding="utf-8", newline="\n") as written:
            written.write("cards:\n")
            for number in count():
                if number % 1000 == 0 and written.tell() >= size:
                    break
                written.write(card.format(number))
        pack = Pack("large", file, trusted=False)
        made.line(f"{number:,} cards, read", in_seconds(_opened([pack], None)))
        begin = time.perf_counter()
        check((), [file])
        made.line(f"{number:,} cards, checked", in_seconds(time.perf_counter() - begin))
    return made


def _opened(packs: list[Pack], cache: Cache | None) -> float:
    begin = time.perf_counter()
    library = open_library(packs, cache)
    found = len(library.items)
    taken = time.perf_counter() - begin
    if library.faults or not found:
        raise RuntimeError(library.faults[:3])
    return taken


def _rebuilding(quick: bool) -> Table:
    made = begun(
        "Rebuilding what is derived",
        ("once", "aim"),
        "`Study.rebuild`: the whole log folded anew, compared with what stood there and written.",
    )
    for name, home in homes(quick).items():
        with wired(home) as joined:
            begin = time.perf_counter()
            wrong = joined.study.rebuild()
            taken = time.perf_counter() - begin
        if wrong:
            raise RuntimeError(wrong[:3])
        made.line(name, in_seconds(taken), f"< {in_seconds(REBUILD_AIM)}", met=taken < REBUILD_AIM)
    return made


def _note(made: Table, what: str, seconds: list[float], aim: float | None) -> None:
    median = statistics.median(seconds)
    made.line(
        what,
        *map(in_seconds, (median, min(seconds), max(seconds))),
        "" if aim is None else f"< {in_seconds(aim)}",
        met=None if aim is None else median < aim,
    )


if __name__ == "__main__":
    tables("--quick" in sys.argv)
