import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "rich", "numpy", "yaml", "fsrs", "msgspec", "sqlite3")


def python(*argv: str, home: Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("TUTOR_")}
    return subprocess.run(
        [sys.executable, *argv],
        env={**clean, "TUTOR_HOME": str(home), "TUTOR_LANG": "ko", **environ},
        input=b"",
        capture_output=True,
        timeout=60,
        check=False,
    )


def imported(code: str, home: Path) -> set[str]:
    result = python("-c", f"{code}\nimport sys\nprint('|', *sys.modules)", home=home)
    assert result.returncode == 0, result.stderr
    return set(result.stdout.decode().rpartition("|")[2].split())


def test_the_command_line_imports_nothing_heavy(tmp_path: Path) -> None:
    assert imported("import tutor.cli", tmp_path) & set(HEAVY) == set()


def test_what_is_due_is_told_without_screen_numpy_scheduler_or_yaml(tmp_path: Path) -> None:
    code = "from tutor.cli import main\nmain(['due'])"
    imported(code, tmp_path)  # fills the cache
    assert imported(code, tmp_path) & {"textual", "rich", "numpy", "fsrs", "yaml"} == set()


def test_what_is_due_is_told_without_settings_demos_or_verdicts_where_there_are_none(
    tmp_path: Path,
) -> None:
    code = "from tutor.cli import main\nmain(['due'])"
    imported(code, tmp_path)  # fills the cache
    unwanted = {"tomllib", "wcwidth", "tutor.demo.loading", "tutor.trace.tree"}
    assert imported(code, tmp_path) & unwanted == set()


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "euc-kr"])
def test_a_terminal_that_lacks_signs_gets_others_and_no_traceback(
    tmp_path: Path, encoding: str
) -> None:
    result = python("-m", "tutor", "demo", "attend", home=tmp_path, PYTHONIOENCODING=encoding)
    assert result.returncode == 0
    assert b"Traceback" not in result.stderr


def test_a_pipe_gets_utf8_whatever_the_locale(tmp_path: Path) -> None:
    result = python(
        "-m", "tutor", "due", home=tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert result.stdout.decode("utf-8").startswith("오늘")


@pytest.mark.skipif(os.name == "nt", reason="pipes close otherwise on Windows")
def test_a_pipe_that_closes_early_is_quiet(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = subprocess.run(
        [sys.executable, "-m", "tutor", "schema"],
        env={**os.environ, "TUTOR_HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    os.close(writing)
    assert (result.returncode, result.stderr) == (0, b"")
