"""Demos of other people run only as they were looked at."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Shell

DEMO = """\
from pathlib import Path

from tutor.demo import Array, Step, Steps

Path({ran!r}).touch()


def theirs(x: Array = 2.0) -> Steps:
    yield Step("double", "d", "2 x", 2 * x)
"""
CARDS = """\
concept: theirs
title: Theirs
demo: theirs
cards:
  - id: twice
    ask: What is twice @{x}?
    live: double
"""


class Strange:
    """A pack of somebody else's, found by TUTOR_PATH or named on the command line."""

    def __init__(self, shell: Shell, folder: Path) -> None:
        self.shell, self.root, self.ran = shell, folder / "strange", folder / "ran"
        self.file = self.root / "demos" / "theirs.py"
        self.file.parent.mkdir(parents=True)
        self.file.write_text(DEMO.format(ran=str(self.ran)), encoding="utf-8")
        (self.root / "content").mkdir()
        (self.root / "content" / "theirs.yaml").write_text(CARDS, encoding="utf-8")

    def run(self, *argv: str, **more: Any) -> Any:
        return self.shell.run(*argv, **{"TUTOR_PATH": str(self.root), **more})

    def state(self, pack: str = "strange") -> str:
        found = json.loads(self.run("trust", pack, "--json").out)["standing"]
        listed = json.loads(self.run("trust", "--json").out)["packs"]
        assert found in [one["standing"] for one in listed]
        return str(found)


@pytest.fixture
def strange(shell: Shell, tmp_path: Path) -> Strange:
    return Strange(shell, tmp_path)


def test_nothing_of_a_pack_runs_before_it_is_trusted(strange: Strange) -> None:
    for argv in (("demo",), ("check", str(strange.root))):
        strange.run(*argv)
    result = strange.run("demo", "theirs", "--plain")
    assert result.code == 1
    assert "tutor trust strange" in result.err
    assert "tutor trust strange" in strange.run("demo").err
    assert not strange.ran.exists()


def test_what_would_run_is_shown_before_it_is_asked_for(strange: Strange) -> None:
    result = strange.run("trust", "strange", typed="n\n")
    assert result.code == 1
    assert "demos/theirs.py" in result.out
    assert "9 lines" in result.out
    assert str(strange.root) in result.out
    assert strange.state() == "unknown"
    assert not strange.ran.exists()


@pytest.mark.parametrize("answer", ["y", "YES", "ㅛ", "네"])
def test_what_was_trusted_runs(strange: Strange, answer: str) -> None:
    assert strange.run("trust", "strange", typed=f"{answer}\n").code == 0
    assert strange.state() == "trusted"
    assert strange.run("demo", "theirs", "--plain").code == 0
    assert strange.ran.exists()
    assert "theirs" in strange.run("demo").out


@pytest.mark.parametrize("answer", ["", "n\n", "\n", "yep\n"])
def test_anything_but_a_yes_is_a_no(strange: Strange, answer: str) -> None:
    result = strange.run("trust", "strange", typed=answer)
    assert result.code == 1
    assert ("--yes" in result.err) is (answer == "")
    assert strange.state() == "unknown"


@pytest.mark.parametrize("change", ["edit", "add", "remove", "compiled"])
def test_a_pack_that_changed_is_asked_about_again(strange: Strange, change: str) -> None:
    other = strange.file.with_name("other.py")
    other.write_text("x = 1\n", encoding="utf-8")
    strange.run("trust", "strange", "--yes")
    match change:
        case "edit":
            text = strange.file.read_text(encoding="utf-8").replace("2 * x", "3 * x")
            stat = strange.file.stat()
            strange.file.write_text(text, encoding="utf-8")
            os.utime(strange.file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        case "add":
            folder = strange.file.parent / "deep" / "er"
            folder.mkdir(parents=True)
            (folder / "new.py").write_text("x = 1\n", encoding="utf-8")
        case "remove":
            other.unlink()
        case "compiled":
            strange.file.with_name("numpy.pyc").write_bytes(b"code")
    assert strange.state() == "changed"
    result = strange.run("demo", "theirs", "--plain")
    assert (result.code, "has changed since you trusted it" in result.err) == (1, True)
    assert "since you trusted it" in strange.run("trust", "strange", typed="n\n").out
    assert not strange.ran.exists()
    strange.run("trust", "strange", "--yes")
    assert strange.state() == "trusted"


def test_what_python_leaves_behind_changes_nothing(strange: Strange) -> None:
    strange.run("trust", "strange", "--yes")
    strange.run("demo", "theirs", "--plain")
    assert not (strange.file.parent / "__pycache__").exists()
    (strange.file.parent / "__pycache__").mkdir()
    (strange.file.parent / "__pycache__" / "theirs.cpython-399.pyc").write_bytes(b"code")
    assert strange.state() == "trusted"


def test_trust_is_taken_back(strange: Strange) -> None:
    strange.run("trust", "strange", "--yes")
    assert strange.run("trust", "strange", "--forget").code == 0
    assert strange.state() == "unknown"
    assert "was not trusted before" in strange.run("trust", "strange", "--forget").out


def test_a_folder_is_trusted_for_itself_wherever_it_is_named(strange: Strange) -> None:
    assert strange.shell.run("trust", str(strange.root), "--yes").code == 0
    assert strange.state() == "trusted"
    copy = strange.root.with_name("copy")
    strange.root.rename(copy)
    assert json.loads(strange.shell.run("trust", str(copy), "--json").out)["standing"] == "unknown"


def test_check_says_which_demos_it_did_not_run(strange: Strange) -> None:
    result = strange.shell.run("check", str(strange.root))
    assert "1 demo was not run" in result.out
    assert result.code == 0
    told = json.loads(strange.shell.run("check", str(strange.root), "--json").out)
    assert told["not_run"] == [
        {"pack": str(strange.root), "root": str(strange.root), "demos": ["theirs"]}
    ]
    strange.run("trust", "strange", "--yes")
    result = strange.shell.run("check", str(strange.root))
    assert "not run" not in result.out
    assert strange.ran.exists()


def test_the_learners_own_folder_is_trusted_where_it_is_named(shell: Shell, tmp_path: Path) -> None:
    strange = Strange(shell, tmp_path)
    strange.root.rename(shell.home.parent / "moved")
    shell.home.mkdir()
    (shell.home.parent / "moved").rename(shell.home / "pack")
    assert "not run" not in shell.run("check", str(shell.home / "pack")).out
    assert strange.ran.exists()
    assert json.loads(shell.run("trust", "own", "--json").out)["standing"] == "ours"


def test_a_folder_called_as_our_own_is_still_a_strangers(
    strange: Strange, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = strange.root.with_name("own")
    strange.root.rename(own)
    monkeypatch.chdir(own.parent)
    assert "not run" in strange.shell.run("check", "own").out
    listed = json.loads(strange.shell.run("trust", "--json", TUTOR_PATH=str(own)).out)["packs"]
    assert [one["standing"] for one in listed] == ["ours", "unknown", "ours"]
    assert not strange.ran.exists()


@pytest.mark.parametrize("kept", ["", "{", "[]", '{"version": 2}', '{"version": 1, "packs": []}'])
def test_a_file_of_trust_that_cannot_be_read_trusts_nobody(strange: Strange, kept: str) -> None:
    strange.run("trust", "strange", "--yes")
    (strange.shell.home / "trusted.json").write_text(kept, encoding="utf-8")
    assert strange.state() == "unknown"


def test_wrong_calls_are_said_in_a_line(strange: Strange) -> None:
    result = strange.run("trust", "strang")
    assert (result.code, "did you mean strange?" in result.err) == (2, True)
    assert strange.run("trust", "--yes").code == 2
    assert strange.run("trust", "bundled").code == 0
    assert strange.run("trust", "strange", "--yes", TUTOR_LANG="ko").code == 0
