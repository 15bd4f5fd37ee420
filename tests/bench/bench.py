"""Every bench in one run; prints the figures and writes the page that shows them.

python tests/bench/bench.py --out docs/benchmarks.md --date 2026-01-31
"""

import argparse
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from homes import homes  # found once the path is set
from report import Table, machine, page  # as above

BENCHES = (
    "bench_start",
    "bench_answers",
    "bench_due",
    "bench_packs",
    "bench_cursor",
    "bench_opening",
    "bench_tracing",
)


def measured(bench: str, quick: bool) -> list[Table]:
    """The tables of one bench."""
    made: list[Table] = import_module(bench).tables(quick)
    return made


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description="Measure everything in one run.")
    parser.add_argument("benches", nargs="*", metavar="BENCH", help=f"of: {' '.join(BENCHES)}")
    parser.add_argument("--quick", action="store_true", help="small sizes, few repeats")
    parser.add_argument("--out", type=Path, help="the page to write")
    parser.add_argument("--date", default="", help="the date that the page names")
    given = parser.parse_args()
    homes(given.quick)
    tables: list[Table] = []
    # Each in a process of its own, so that none has to live with what another left in memory.
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn, max_tasks_per_child=1) as processes:
        for bench in given.benches or BENCHES:
            tables += processes.submit(measured, bench, given.quick).result()
    if given.out is not None:
        given.out.write_text(page(tables, machine(), given.date), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
