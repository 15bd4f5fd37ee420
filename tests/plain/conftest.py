import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tutor.core.text import Language
from tutor.packs import open_library
from tutor.plain.review import PlainReview
from tutor.schedule import Scheduler
from tutor.store import Store
from tutor.study import Limits, Study

DECK = """\
concept: small
title: {en: A small deck, ko: 작은 덱}
lesson: |
  # Heading
  **Bold** and $\\sqrt{d_k}$.
cards:
  - id: recalled
    ask: What is $\\sqrt{16}$?
    answer: four
    hint: Less than five.
  - id: typed
    ask: {en: Which word?, ko: 어느 낱말?}
    accept: [attention]
    hint: It begins with a.
  - id: gaps
    cloze: The {{query}} meets the {{key}}.
  - id: picked
    ask: Which ones?
    choices:
      - text: right one
        right: true
      - text: right two
        right: true
      - text: wrong one
        why: It is not.
  - id: counted
    ask: How many?
    number: 14
    unit: cm
    because: It says so.
"""


@dataclass
class Desk:
    """A study over one small deck, on which sittings in lines are held."""

    study: Study
    now: list[datetime]
    said: list[str] = field(default_factory=list)

    def sit(
        self,
        *lines: str,
        limit: int | None = None,
        language: Language = "en",
        timer: Callable[[], float] | None = None,
    ) -> bool:
        """Hold a sitting that answers with `lines`; what it writes replaces `said`."""
        self.said = []
        self.study.language = language
        given = iter(lines)
        sitting = PlainReview(
            self.study,
            language,
            lambda: next(given, None),
            self.said.append,
            limit=limit,
            timer=timer,
        )
        return sitting.run()

    def grades(self, card: str) -> list[int]:
        """The grades of a card that stand in the log."""
        rows = self.study.history(next(k for k in self.study.library.items if k.endswith(card)))
        return [int(row.grade) for row in rows if row.grade is not None]

    def answers(self) -> int:
        """How many answers stand in the log."""
        return self.study.statistics().reviews


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    file = tmp_path / "small.yaml"
    file.write_text(DECK, encoding="utf-8")
    now = [datetime(2026, 3, 2, 12, tzinfo=UTC)]

    def clock() -> datetime:
        now[0] += timedelta(seconds=1)
        return now[0]

    library = open_library((), None, [file])
    assert library.faults == ()
    with Store.open(tmp_path / "tutor.db", clock) as store:
        study = Study(library, store, Scheduler(), clock, random.Random(7), Limits())
        yield Desk(study, now)
