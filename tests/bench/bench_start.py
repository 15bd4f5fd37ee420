"""From exec to the first question, and to the home screen, beside the least Textual app."""

import compileall
import statistics
import sys

from generate import ROOT
from homes import begun, environment, homes, tutor
from report import Table, megabytes, milliseconds, times
from stopwatch import Start, started

SIZE = (100, 30)
ROUNDS, QUICK_ROUNDS = 15, 3
AIM, MEMORY = 1.1, 70e6
QUESTION = (r"Question \d{6}",)
HOME = (r"quit", r"of part \d+")
"""The page's frame, and the decks with their counts."""


def tables(quick: bool) -> list[Table]:
    """Starts, all of them in turn, so that what else the machine does meets each alike."""
    made = begun(
        "From exec to the screen",
        ("median", "fastest", "slowest", "beside empty", "aim"),
        f"In a terminal of {SIZE[0]}×{SIZE[1]}, until the text is written to it; programs run in "
        "turn, the first round is not counted. Warm: the disk's cache, Python's bytecode, the "
        "cache of packs read before. *Empty* is a Textual app of one `Static`.",
    )
    compileall.compile_dir(str(ROOT / "tutor"), quiet=2)
    starts = _starts(QUICK_ROUNDS if quick else ROUNDS, quick)
    empty = statistics.median(start.shown[0] for start in starts["empty"])
    for name, found in starts.items():
        for number, what in enumerate(_named(name)):
            shown = [start.shown[number] for start in found]
            factor = statistics.median(shown) / empty
            aimed = name != "empty" and number == len(found[0].shown) - 1
            made.line(
                what,
                *map(milliseconds, (statistics.median(shown), min(shown), max(shown))),
                times(factor),
                f"≤ {times(AIM)}" if aimed else "",
                met=factor <= AIM if aimed else None,
            )
    return [made, _work(starts), _memory(starts)]


def _starts(rounds: int, quick: bool) -> dict[str, list[Start]]:
    found: dict[str, list[Start]] = {}
    made = homes(quick)
    empty = environment(next(iter(made.values())))
    programs: dict[str, tuple[list[str], dict[str, str], tuple[str, ...]]] = {
        "empty": ([sys.executable, str(ROOT / "tests/bench/empty_app.py")], empty, ("ready",))
    }
    for name, home in made.items():
        programs[f"first question, {name}"] = (tutor(home, "review"), environment(home), QUESTION)
    for name, home in made.items():
        programs[f"home screen, {name}"] = (tutor(home), environment(home), HOME)
    for number in range(rounds + 1):
        for name, (argv, environ, texts) in programs.items():
            start = started(argv, environ, texts, SIZE)
            if number:
                found.setdefault(name, []).append(start)
    return found


def _named(name: str) -> tuple[str, ...]:
    return (f"{name}: its frame", name) if name.startswith("home") else (name,)


def _work(starts: dict[str, list[Start]]) -> Table:
    made = begun(
        "Work until the screen stands",
        ("median", "beside empty"),
        "Processor time of the same starts: steadier than the clock on a machine with other work.",
    )
    empty = statistics.median(start.work for start in starts["empty"])
    for name, found in starts.items():
        work = statistics.median(start.work for start in found)
        made.line(name, milliseconds(work), times(work / empty))
    return made


def _memory(starts: dict[str, list[Start]]) -> Table:
    made = begun(
        "Memory when the screen stands",
        ("most", "aim"),
        "The largest resident size up to that moment, of the same starts.",
    )
    for name, found in starts.items():
        peak = max(start.peak for start in found)
        aimed = name.startswith("first question")
        made.line(
            name,
            megabytes(peak),
            f"≤ {megabytes(MEMORY)}" if aimed else "",
            met=peak <= MEMORY if aimed else None,
        )
    return made


if __name__ == "__main__":
    tables("--quick" in sys.argv)
