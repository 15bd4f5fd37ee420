import subprocess
import sys
from contextlib import ExitStack
from itertools import chain
from pathlib import Path
from random import Random

from tutor.store import Store

APPENDER = Path(__file__).with_name("appender.py")


def appender(path, name, count):
    command = [sys.executable, str(APPENDER), str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8")


def test_programs_that_make_and_fill_one_home_together_lose_nothing(path, clock):
    with ExitStack() as running:
        programs = [running.enter_context(appender(path, name, 150)) for name in ("a", "b", "c")]
        acknowledged = [program.stdout.read().split() for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0]
    for ids in acknowledged:
        assert len(ids) == 150
        assert ids == sorted(ids)
    with Store.open(path, clock) as store:
        rows = list(store.rows())
        assert store.check() == []
    assert [row.id.hex() for row in rows] == sorted(chain(*acknowledged))
    assert {(row.device, row.card) for row in rows} == {
        (name, f"{name}/{number}") for name in "abc" for number in range(150)
    }


def test_what_was_acknowledged_outlives_fifty_kills(path, clock):
    random = Random(50)
    acknowledged: list[str] = []
    for number in range(50):
        with appender(path, f"run-{number}", 1_000_000) as program:
            lines = [program.stdout.readline() for _ in range(random.randint(1, 12))]
            program.kill()
            lines += program.stdout.readlines()  # acknowledged before the kill reached it
        acknowledged += [line.strip() for line in lines if line.endswith("\n")]
    assert len(acknowledged) >= 50
    with Store.open(path, clock) as store:
        logged = [row.id.hex() for row in store.rows()]
        assert store.check() == []
    assert set(acknowledged) <= set(logged)
    assert acknowledged == sorted(acknowledged)
    assert len(logged) - len(acknowledged) <= 50  # at most the one in hand at each kill
