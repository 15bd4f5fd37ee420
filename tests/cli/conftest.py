import io
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.warm import warm
from tutor.cli import main

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)

DECK = """\
concept: small
title: {en: A small deck, ko: 작은 덱}
cards:
  - id: recalled
    ask: What is $\\sqrt{16}$?
    answer: four
    hint: Less than five.
  - id: typed
    ask: Which word?
    accept: [attention]
  - id: gaps
    cloze: The {{query}} meets the {{key}}.
  - id: picked
    ask: Which one?
    choices:
      - text: the right one
        right: true
      - text: the wrong one
        why: It is not.
  - id: counted
    ask: How many?
    number: 14
    because: It says so.
"""


@dataclass
class Result:
    code: int
    out: str
    err: str


@dataclass
class Shell:
    """Runs the command line in this process: a home, a deck and a clock of its own."""

    home: Path
    deck: Path
    run: Callable[..., Result]


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    home = tmp_path / "home"
    deck = tmp_path / "small.yaml"
    deck.write_text(DECK, encoding="utf-8")
    # Each would be a process of its own; `tests/packs/test_rehearsing.py` starts them.
    monkeypatch.setattr(
        "tutor.packs.rehearsing.rehearse", lambda folder, names: dict.fromkeys(names)
    )

    def run(*argv: str, typed: str = "", later: timedelta = timedelta(), **environ: str) -> Result:
        warm(home)
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = main(
            argv,
            environ={"TUTOR_HOME": str(home), "TUTOR_LANG": "en", **environ},
            clock=lambda: NOON + later,
            chance=random.Random(1),
        )
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return Shell(home, deck, run)
