"""Builds the wheel and runs the tests against it, in an environment without the checkout."""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
LEFT_BEHIND = shutil.ignore_patterns("__pycache__", "house", "editors", "wheel.py")


def run(*command: str | Path, cwd: Path) -> None:
    """Run a command and stop at the first that fails, its output shown."""
    print("$", *command, flush=True)
    environment = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "VIRTUAL_ENV")}
    subprocess.run([str(word) for word in command], cwd=cwd, check=True, env=environment)


def main() -> None:
    """Build, install and test in a temporary folder; the folder goes at the end."""
    with tempfile.TemporaryDirectory() as folder:
        away = Path(folder)
        venv.create(away / "env", with_pip=True)
        python = away / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        pip = (python, "-m", "pip", "--disable-pip-version-check", "-q")
        run(*pip, "install", "--require-hashes", "-r", CHECKOUT / "requirements.lock", cwd=away)
        run(*pip, "wheel", "--no-deps", "-w", away / "dist", CHECKOUT, cwd=away)
        (wheel,) = (away / "dist").glob("tutor_tui-*.whl")
        run(*pip, "install", "--no-deps", wheel, cwd=away)
        shutil.copytree(CHECKOUT / "tests", away / "tests", ignore=LEFT_BEHIND)
        shutil.copy(CHECKOUT / "pyproject.toml", away)
        where = "import pathlib, tutor; print(pathlib.Path(tutor.__file__).parent)"
        run(python, "-c", where, cwd=away)
        run(python, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider", "tests", cwd=away)


if __name__ == "__main__":
    sys.exit(main())
