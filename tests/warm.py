"""Homes in which all packs were read before: reading them anew takes most of a second a home."""

import io
import random
from contextlib import redirect_stdout
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tutor.cli import main


@cache
def _read_before() -> bytes:
    with TemporaryDirectory() as folder, redirect_stdout(io.StringIO()):
        home = Path(folder) / "home"
        code = main(
            ["due"],
            environ={"TUTOR_HOME": str(home), "TUTOR_LANG": "en"},
            clock=lambda: datetime(2026, 3, 2, 12, tzinfo=UTC),
            chance=random.Random(1),
        )
        assert code == 0
        return (home / "cache.db").read_bytes()


def warm(home: Path) -> None:
    """Give a new home what a start before would have left: nothing but its cache."""
    if not home.exists():
        home.mkdir(parents=True)
        (home / "cache.db").write_bytes(_read_before())
