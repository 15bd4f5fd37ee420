"""The hook that people who keep decks in git have: the very command, on good and bad files."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GOOD = "cards:\n  - {id: a, ask: q, answer: a}\n"
HINT = "cards:\n  - {ask: q, answer: a}\n"
BAD = "cards:\n  - {id: a, ask: q, anser: a}\n"


@pytest.fixture
def hook() -> dict[str, Any]:
    (found,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"content/a.yaml": GOOD}, 0),
        ({"content/a.yaml": HINT}, 0),
        ({"content/a.yaml": GOOD, "content/track/b.yml": BAD}, 1),
        ({"content/a.yaml": "cards: ["}, 1),
        ({"content/glossary.yaml": "- en: word\n"}, 1),
        ({"content/tracks.yaml": "x: {en: X, ko: 엑스}\n"}, 0),
    ],
)
def test_the_hook_stops_a_commit_for_errors_alone(
    hook: dict[str, Any], files: dict[str, str], code: int, tmp_path: Path
) -> None:
    for name, text in files.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    home = tmp_path / "home"
    ran = subprocess.run(
        [sys.executable, "-m", *shlex.split(hook["entry"]), *files],
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=os.environ
        | {"TUTOR_HOME": str(home), "TUTOR_LANG": "en", "PYTHONPATH": str(ROOT)}
        | {"PYTHONIOENCODING": "utf-8"},
        timeout=60,
    )
    assert ran.returncode == code, ran.stdout + ran.stderr
    assert not home.exists()
    if code:
        *_, last = files
        assert re.match(rf"{re.escape(str(Path(last)))}:\d+:\d+: ", ran.stdout)


@pytest.mark.parametrize(
    ("file", "taken"),
    [
        ("content/a.yaml", True),
        ("packs/mine/content/track/a.yml", True),
        ("demos/attend.yaml", False),
        (".github/workflows/test.yaml", False),
        ("my-content/a.yaml", False),
    ],
)
def test_the_hook_is_for_decks_and_not_for_other_yaml(
    hook: dict[str, Any], file: str, taken: bool
) -> None:
    assert hook["types"] == ["yaml"]
    assert bool(re.search(hook["files"], file)) is taken
