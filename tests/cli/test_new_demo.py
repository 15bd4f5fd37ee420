"""A demo of one's own: begun by a command, checked, run, and asked about at once."""

import json
import subprocess
import sys

import pytest

from tests.cli.conftest import Shell


def files(shell: Shell) -> list[str]:
    folder = shell.home / "pack" / "demos"
    return sorted(file.name for file in folder.glob("*")) if folder.is_dir() else []


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_new_demo_is_without_fault_and_explains_wrong_answers(
    shell: Shell, language: str
) -> None:
    result = shell.run("new", "--demo", "my_layer", TUTOR_LANG=language)
    assert result.code == 0
    assert "my_layer.py" in result.out
    assert files(shell) == ["my_layer.py", "my_layer.yaml"]
    pack = str(shell.home / "pack")
    told = json.loads(shell.run("check", pack, "--json", TUTOR_LANG=language).out)
    assert told["faults"] == []
    (demo,) = told["demos"]
    assert [step["step"] for step in demo["steps"]] == ["weighted", "output"]
    output = demo["steps"][1]
    (trap,) = output["traps"]
    assert trap["id"] == "sign-lost"
    assert trap["exposed"] > 5
    assert output["slips"]["named"] > 2
    said = {answer["said"][0] for answer in output["answers"]}
    assert any(("sign" if language == "en" else "부호") in one for one in said)
    lines = shell.run("check", pack, TUTOR_LANG=language).out
    assert all(answer["typed"] in lines for answer in output["answers"])
    assert shell.run("demo", "my_layer", "--plain", "--seed", "3").code == 0


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_code_reads_as_careful_people_write_it(shell: Shell, language: str) -> None:
    shell.run("new", "--demo", "my_layer", TUTOR_LANG=language)
    file = shell.home / "pack" / "demos" / "my_layer.py"
    # Wherever ruff is run, the tutor is ours and not somebody else's: its imports stand last.
    ours = ["--config", 'lint.isort.known-first-party = ["tutor"]']
    for command in (["check", "--select", "E,F,I", *ours], ["format", "--check"]):
        argv = [sys.executable, "-m", "ruff", *command, "--isolated", "--line-length", "100"]
        subprocess.run([*argv, str(file)], check=True, capture_output=True)
    assert b"\r" not in file.read_bytes()


def test_a_deck_asks_about_it_as_the_words_say(shell: Shell) -> None:
    shell.run("new", "--demo", "my_layer")
    words = (shell.home / "pack" / "demos" / "my_layer.yaml").read_text(encoding="utf-8")
    deck = words[words.index("#   title:") :].replace("#   ", "")
    content = shell.home / "pack" / "content"
    content.mkdir()
    (content / "my_layer.yaml").write_text(deck, encoding="utf-8")
    told = json.loads(shell.run("check", str(shell.home / "pack"), "--json").out)
    assert told["faults"] == []
    assert [step["cards"] for step in told["demos"][0]["steps"]] == [
        ["my_layer/weighted"],
        ["my_layer/output"],
    ]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("my-layer", "my_layer"),
        ("3d", "d"),
        ("class", "my_class"),
        ("match", "my_match"),
        ("np", "my_np"),
        ("Con", "my_Con"),
        ("_hidden", "hidden"),
        ("../over", "over"),
        ("층", "my_demo"),
        ("", "my_demo"),
        ("a" * 80, "a" * 60),
    ],
)
def test_a_name_that_cannot_be_one_is_refused_with_another(
    shell: Shell, name: str, near: str
) -> None:
    result = shell.run("new", "--demo", "--", name)
    assert result.code == 2
    assert result.err.rstrip().endswith(f"such as {near}")
    assert shell.run("new", "--demo", "--", name, TUTOR_LANG="ko").code == 2
    assert files(shell) == []


@pytest.mark.parametrize("there", ["mine.py", "MINE.py", "mine.yaml"])
def test_what_is_there_is_never_written_over(shell: Shell, there: str) -> None:
    file = shell.home / "pack" / "demos" / there
    file.parent.mkdir(parents=True)
    file.write_text("mine\n", encoding="utf-8")
    result = shell.run("new", "--demo", "mine")
    assert (result.code, there in result.err) == (1, True)
    assert files(shell) == [there]
    assert file.read_text(encoding="utf-8") == "mine\n"


def test_a_demo_of_another_pack_is_not_overridden_by_chance(shell: Shell) -> None:
    result = shell.run("new", "--demo", "attend")
    assert result.code == 1
    assert "the pack bundled has a demo attend" in result.err
    assert files(shell) == []


def test_the_code_opens_in_the_editor_at_its_function(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr("tutor.cli.opening.screen_possible", lambda environ: True)
    monkeypatch.setattr("tutor.cli.opening.subprocess.run", lambda words, check: ran.append(words))
    shell.run("new", "--demo", "mine", VISUAL="vim -n")
    file = shell.home / "pack" / "demos" / "mine.py"
    line = 1 + file.read_text(encoding="utf-8").split("\n").index(
        "def mine(x: Array, w: Array, b: Array) -> Steps:"
    )
    assert ran == [["vim", "-n", f"+{line}", str(file)]]


def test_without_an_editor_or_a_terminal_it_says_where_the_files_are(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = shell.run("new", "--demo", "one", EDITOR="vi")
    assert f"{shell.home / 'pack' / 'demos' / 'one.py'}, line " in result.out
    assert str(shell.home / "pack" / "demos" / "one.yaml") in result.out
    monkeypatch.setattr("tutor.cli.opening.screen_possible", lambda environ: True)
    result = shell.run("new", "--demo", "two", EDITOR="no-such-editor")
    assert (result.code, "There is no no-such-editor" in result.err) == (0, True)
    monkeypatch.setattr("tutor.packs.editors.shutil.which", lambda name: None)
    monkeypatch.setattr("tutor.packs.editors.editor.__kwdefaults__", {"which": lambda name: None})
    assert "three.py, line " in shell.run("new", "--demo", "three").out


def test_a_pack_that_cannot_be_written_says_so(shell: Shell) -> None:
    (shell.home / "pack").mkdir(parents=True)
    (shell.home / "pack" / "demos").write_text("", encoding="utf-8")
    result = shell.run("new", "--demo", "mine")
    assert (result.code, "cannot be written" in result.err) == (1, True)
