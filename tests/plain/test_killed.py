"""Killing the whole program at any moment loses no answer that it acknowledged."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from tutor.core.log import RowKind
from tutor.store import Store

KILLS = 50
DECK = "title: Numbers\ncards:\n" + "".join(
    f"  - id: n{n}\n    ask: What is {n} + 1?\n    number: {n + 1}\n" for n in range(1, 8)
)


def review(home: Path) -> subprocess.Popen[str]:
    environment = os.environ | {
        "TUTOR_HOME": str(home),
        "TUTOR_LANG": "en",
        "PYTHONIOENCODING": "utf-8",
    }
    return subprocess.Popen(
        [sys.executable, "-m", "tutor", "review", "--plain", "--deck", "numbers"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=environment,
    )


def killed_at_a_question(home: Path, question: int) -> int:
    """Kill a review at its `question`-th question; how many answers it had confirmed."""
    process = review(home)
    assert process.stdin is not None
    assert process.stdout is not None
    confirmed = asked = 0
    process.stdin.write("0\n" * question)
    process.stdin.flush()
    for line in process.stdout:
        confirmed += line.startswith("Graded ")
        asked += line.startswith("What is ")
        if asked == question:
            break
    process.kill()
    process.wait()
    process.stdin.close()
    process.stdout.close()
    assert asked == question
    return confirmed


def test_killing_the_review_fifty_times_loses_no_answer(tmp_path: Path) -> None:
    deck = tmp_path / "pack" / "content" / "numbers.yaml"
    deck.parent.mkdir(parents=True)
    deck.write_text(DECK, encoding="utf-8")
    chance, confirmed = Random(7), 0
    for _ in range(KILLS):
        confirmed += killed_at_a_question(tmp_path, chance.randint(1, 4))
    with Store.open(tmp_path / "tutor.db", lambda: datetime.now(UTC)) as store:
        kept = sum(1 for row in store.standing() if row.kind is RowKind.ANSWER)
        assert store.check() == []
    assert confirmed >= KILLS
    # A question may have been answered between its being read here and the kill: never fewer.
    assert confirmed <= kept <= confirmed + KILLS
