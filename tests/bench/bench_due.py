"""`tutor due` beside a Python that does nothing."""

import statistics
import subprocess
import sys
import time

from homes import begun, environment, homes, tutor
from report import Table, milliseconds, times

ROUNDS, QUICK_ROUNDS = 25, 5
AIM = 4.0


def tables(quick: bool) -> list[Table]:
    """Both in turn, several times."""
    made = begun(
        "`tutor due`",
        ("median", "fastest", "slowest", "beside Python", "aim"),
        "From exec to exit, in turn; the first round is not counted. Warm as above.",
    )
    found = homes(quick)
    bare = environment(next(iter(found.values())))
    programs = {"python -c pass": ([sys.executable, "-c", "pass"], bare)}
    for name, home in found.items():
        programs[f"tutor due, {name}"] = (tutor(home, "due"), environment(home))
    taken: dict[str, list[float]] = {name: [] for name in programs}
    for number in range(1 + (QUICK_ROUNDS if quick else ROUNDS)):
        for name, (argv, environ) in programs.items():
            begin = time.perf_counter()
            subprocess.run(argv, env=environ, check=True, stdout=subprocess.DEVNULL)
            if number:
                taken[name].append(time.perf_counter() - begin)
    least = statistics.median(taken["python -c pass"])
    for name, seconds in taken.items():
        factor = statistics.median(seconds) / least
        aimed = name.startswith("tutor")
        made.line(
            name,
            *map(milliseconds, (statistics.median(seconds), min(seconds), max(seconds))),
            times(factor),
            f"≤ {times(AIM)}" if aimed else "",
            met=factor <= AIM if aimed else None,
        )
    return [made]


if __name__ == "__main__":
    tables("--quick" in sys.argv)
