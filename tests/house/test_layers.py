"""What importing the tutor must not bring along."""

import subprocess
import sys

import pytest


def modules_after(statement: str) -> set[str]:
    code = f"import sys; {statement}; print('\\n'.join(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stdout.split())


@pytest.mark.parametrize(
    "heavy", ["textual", "rich", "numpy", "yaml", "fsrs", "msgspec", "sqlite3", "tomlkit"]
)
def test_the_command_line_starts_without(heavy: str) -> None:
    assert heavy not in modules_after("import tutor.cli")


@pytest.mark.parametrize("heavy", ["numpy", "yaml", "fsrs", "tomlkit", "textual.widgets._markdown"])
def test_the_screen_starts_without(heavy: str) -> None:
    assert heavy not in modules_after("import tutor.ui.app")
