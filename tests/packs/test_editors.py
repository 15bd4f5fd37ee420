"""Which editor is opened, and how it is told the line."""

from pathlib import Path

import pytest

from tutor.packs.editors import at_line, editor

FILE = Path("a b.yaml")


def nothing(name: str) -> str | None:
    return None


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        (["vim"], ["+7", "a b.yaml"]),
        (["/usr/bin/nvim", "-u", "x"], ["+7", "a b.yaml"]),
        (["nano"], ["+7", "a b.yaml"]),
        (["emacs", "-nw"], ["+7", "a b.yaml"]),
        (["micro"], ["+7", "a b.yaml"]),
        (["kak"], ["+7", "a b.yaml"]),
        (["hx"], ["a b.yaml:7"]),
        (["code"], ["--wait", "-g", "a b.yaml:7"]),
        (["codium", "--wait"], ["-g", "a b.yaml:7"]),
        ([r"C:\bin\Code.CMD"], ["--wait", "-g", "a b.yaml:7"]),
        (["some-editor"], ["a b.yaml"]),
        (["notepad"], ["a b.yaml"]),
    ],
)
def test_an_editor_is_told_the_line_as_it_wants_it(words: list[str], rest: list[str]) -> None:
    assert at_line(words, FILE, 7) == [*words, *rest]


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"VISUAL": "vim -u NONE", "EDITOR": "nano"}, ["vim", "-u", "NONE"]),
        ({"VISUAL": " ", "EDITOR": "'my editor' --quick"}, ["my editor", "--quick"]),
        ({"EDITOR": "it's broken"}, ["it's", "broken"]),
    ],
)
def test_the_learner_names_the_editor(environ: dict[str, str], words: list[str]) -> None:
    assert editor(environ, windows=False, which=nothing) == words


def test_on_windows_paths_keep_their_backslashes_and_programs_their_ending() -> None:
    named = {"EDITOR": r'"C:\Program Files\x\e.exe" -q'}
    assert editor(named, windows=True, which=nothing) == [r"C:\Program Files\x\e.exe", "-q"]
    found = {"code": r"C:\bin\code.CMD"}.get
    assert editor({"EDITOR": "code -n"}, windows=True, which=found) == [r"C:\bin\code.CMD", "-n"]


def test_a_path_with_spaces_need_not_be_quoted() -> None:
    def which(name: str) -> str | None:
        return name if name == "/my apps/ed" else None

    assert editor({"EDITOR": "/my apps/ed"}, windows=False, which=which) == ["/my apps/ed"]


def test_without_a_choice_each_system_has_its_own() -> None:
    assert editor({}, windows=True, which=lambda name: name) == ["notepad"]
    assert editor({}, windows=False, which=lambda name: name) == ["nano"]
    assert editor({}, windows=False, which={"vi": "/bin/vi"}.get) == ["/bin/vi"]
    assert editor({}, windows=False, which=nothing) is None
