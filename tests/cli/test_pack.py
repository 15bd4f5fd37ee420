"""Packs of others: added from a folder or a zip file, listed, asked from, gone, removed."""

import json
import os
import sys
import zipfile
from pathlib import Path

import pytest

from tutor.packs.added import LIST

from .conftest import DECK, Shell


@pytest.fixture
def lectures(tmp_path: Path) -> Path:
    """A folder that is a pack, with a demo that must not run."""
    folder = tmp_path / "lectures"
    (folder / "content" / "notes").mkdir(parents=True)
    (folder / "content" / "notes" / "small.yaml").write_text(DECK, encoding="utf-8")
    (folder / "demos").mkdir()
    (folder / "demos" / "trap.py").write_text("raise SystemExit('ran')\n", encoding="utf-8")
    return folder


@pytest.fixture
def archive(lectures: Path) -> Path:
    """The pack as GitHub zips it."""
    file = lectures.with_name("lectures-main.zip")
    with zipfile.ZipFile(file, "w") as made:
        for path in sorted(lectures.rglob("*")):
            made.write(path, Path("lectures-main", path.relative_to(lectures)))
    return file


def names(shell: Shell) -> list[str]:
    return [row["name"] for row in rows(shell)]


def rows(shell: Shell) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(shell.run("pack", "list", "--json").out)["packs"]
    return found


def test_a_folder_is_added_in_place_and_its_cards_are_asked(shell: Shell, lectures: Path) -> None:
    added = shell.run("pack", "add", str(lectures))
    assert added.code == 0
    assert f"Added lectures: 5 cards from {lectures}" in added.out
    assert "tutor trust" in added.out
    assert "small/typed" in shell.run("list").out
    deck = lectures / "content" / "notes" / "small.yaml"
    more = DECK + "  - id: pulled\n    ask: New?\n    answer: Yes.\n"
    deck.write_text(more, encoding="utf-8")
    assert "small/pulled" in shell.run("list").out
    assert rows(shell)[1] == {
        "name": "lectures",
        "origin": "added",
        "folder": str(lectures),
        "there": True,
        "trusted": False,
        "cards": 6,
    }


def test_a_relative_folder_is_found_from_anywhere(
    shell: Shell, lectures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lectures)
    assert shell.run("pack", "add", ".", "--name", "강의").code == 0
    monkeypatch.chdir(lectures.parent)
    assert "small/typed" in shell.run("list").out
    assert names(shell) == ["bundled", "강의", "own"]


def test_a_zip_file_is_unpacked_and_is_called_as_its_repository(
    shell: Shell, archive: Path
) -> None:
    assert shell.run("pack", "add", str(archive)).code == 0
    assert names(shell) == ["bundled", "lectures", "own"]
    archive.unlink()
    assert "small/typed" in shell.run("list").out
    assert sorted(path.name for path in (shell.home / "packs").iterdir()) == ["lectures"]


def test_a_refused_zip_file_is_one_sentence_and_leaves_nothing(
    shell: Shell, tmp_path: Path
) -> None:
    file = tmp_path / "evil.zip"
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("content/a.yaml", DECK)
        made.writestr("../evil.yaml", DECK)
    result = shell.run("pack", "add", str(file))
    assert result.code == 1
    assert result.err == (
        "tutor: evil.zip: ../evil.yaml leads out of the pack by ..; pack it anew without that\n"
    )
    assert not (shell.home / "packs" / "evil").exists()
    assert not (tmp_path / "evil.yaml").exists()
    assert names(shell) == ["bundled", "own"]
    file.write_bytes(b"no zip")
    assert "is no zip file" in shell.run("pack", "add", str(file)).err


def test_the_same_name_is_replaced_only_when_that_is_meant(
    shell: Shell, lectures: Path, archive: Path
) -> None:
    shell.run("pack", "add", str(archive))
    mine = shell.home / "packs" / "lectures" / "content" / "notes" / "small.yaml"
    mine.write_text(DECK.replace("Which word?", "Mine?"), encoding="utf-8")
    asked = shell.run("pack", "add", str(archive))
    assert (asked.code, "say --yes" in asked.err) == (2, True)
    assert shell.run("pack", "add", str(archive), typed="n\n").code == 1
    assert "Mine?" in mine.read_text(encoding="utf-8")
    assert shell.run("pack", "add", str(archive), typed="y\n").code == 0
    assert "Mine?" not in mine.read_text(encoding="utf-8")
    # A folder under the same name, whatever its case, takes the place of the unpacked files.
    assert shell.run("pack", "add", str(lectures), "--name", "Lectures", "--yes").code == 0
    assert names(shell) == ["bundled", "lectures", "own"]
    assert rows(shell)[1]["folder"] == str(lectures)
    assert not (shell.home / "packs" / "lectures").exists()
    again = shell.run("pack", "add", str(lectures))
    assert (again.code, "there already" in again.out) == (0, True)


def test_a_folder_is_forgotten_and_stays_and_an_unpacked_pack_is_deleted_when_asked(
    shell: Shell, lectures: Path, archive: Path
) -> None:
    shell.run("pack", "add", str(lectures))
    removed = shell.run("pack", "remove", "lectures")
    assert (removed.code, "stays as it is" in removed.out) == (0, True)
    assert (lectures / "content").is_dir()
    shell.run("pack", "add", str(archive))
    assert shell.run("pack", "remove", "lectures").code == 2
    assert shell.run("pack", "remove", "lectures", typed="no\n").code == 1
    assert shell.run("pack", "remove", "lectures", typed="예\n").code == 0
    assert not (shell.home / "packs" / "lectures").exists()
    shell.run("pack", "add", str(archive))
    assert shell.run("pack", "remove", "LECTURES", "--yes").code == 0
    assert names(shell) == ["bundled", "own"]


def test_a_pack_that_has_gone_is_named_once_and_everything_else_goes_on(
    shell: Shell, lectures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.run("pack", "add", str(lectures))
    answered = shell.run("review", "--plain", "--deck", "small", "--limit", "1", typed="\n3\n")
    assert "Graded" in answered.out
    away = lectures.rename(lectures.with_name("away"))
    due = shell.run("due")
    assert due.code == 0
    assert due.err.count("The pack lectures is gone") == 1
    assert "small" not in due.out
    listed = shell.run("pack")
    assert f"lectures: not there, added, {lectures}" in listed.out
    assert rows(shell)[1]["there"] is False
    # All else that is checked has tests of its own, and takes seconds.
    monkeypatch.setattr("tutor.cli.commands.checking.find_faults", lambda *_, **__: [])
    doctor = shell.run("doctor")
    assert (doctor.out + doctor.err).count("The pack lectures is gone") == 1
    assert doctor.code == 1
    moved = shell.run("pack", "add", str(away), "--name", "lectures")
    assert moved.code == 0
    assert "answered 1" in shell.run("show", "small/recalled").out


def test_a_pack_that_has_gone_can_be_removed(shell: Shell, lectures: Path, archive: Path) -> None:
    shell.run("pack", "add", str(archive))
    (shell.home / "packs" / "lectures").rename(shell.home / "elsewhere")
    assert "Add its zip file again" in shell.run("due").err
    assert shell.run("pack", "remove", "lectures").code == 0
    assert "lectures" not in shell.run("due").err


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            ["add", "https://github.com/me/lectures.git"],
            2,
            "git clone https://github.com/me/lectures.git, then tutor pack add lectures",
        ),
        (["add", "git@github.com:me/notes.git"], 2, "then tutor pack add notes"),
        (["add", "nowhere"], 2, "there is no file or folder nowhere"),
        (["add", "small.yaml"], 2, "small.yaml is a deck"),
        (["add", "empty"], 1, "is no pack: it has neither content/ nor demos/"),
        (["add", "lectures", "--name", "a/b"], 2, "no pack can be called a/b"),
        (["add", "lectures", "--name", "own"], 2, "no pack can be called own"),
        (["remove", "lectres"], 1, "no pack lectres was added; tutor pack list shows all"),
        (["remove", "own"], 1, "is your own pack"),
        (["remove", "bundled"], 1, "comes with tutor"),
        (["add"], 2, "required: PATH"),
        (["lst"], 2, "invalid choice: 'lst'"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    shell: Shell,
    lectures: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    code: int,
    said: str,
) -> None:
    (lectures.parent / "empty").mkdir()
    monkeypatch.chdir(lectures.parent)
    result = shell.run("pack", *words)
    assert result.code == code
    assert said in result.err
    assert not (shell.home / LIST).exists()


def test_a_folder_is_not_listed_under_two_names(shell: Shell, lectures: Path) -> None:
    shell.run("pack", "add", str(lectures))
    again = shell.run("pack", "add", str(lectures), "--name", "other")
    assert (again.code, "already, as lectures" in again.err) == (1, True)
    assert "did you mean lectures?" in shell.run("pack", "remove", "lecture").err


def test_an_unpacked_pack_is_not_deleted_to_make_room_for_itself(
    shell: Shell, archive: Path
) -> None:
    shell.run("pack", "add", str(archive))
    folder = shell.home / "packs" / "lectures"
    assert shell.run("pack", "add", str(folder), "--yes").code == 0
    (folder / "content" / "inner" / "content").mkdir(parents=True)
    inner = folder / "content" / "inner"
    assert shell.run("pack", "add", str(inner), "--name", "lectures", "--yes").code == 0
    assert (folder / "content" / "notes" / "small.yaml").is_file()


def test_what_is_read_in_any_case_is_not_added(shell: Shell) -> None:
    (shell.home / "pack" / "content").mkdir(parents=True)
    assert "need not be added" in shell.run("pack", "add", str(shell.home / "pack")).err


def test_faults_of_a_pack_are_counted_when_it_is_added(shell: Shell, lectures: Path) -> None:
    (lectures / "content" / "broken.yaml").write_text("cards: 3\n", encoding="utf-8")
    added = shell.run("pack", "add", str(lectures))
    assert added.code == 0
    assert f"1 fault in it; tutor check {lectures} names them" in added.out


def test_a_broken_list_is_told_with_its_line_and_nothing_is_written_to_it(
    shell: Shell, lectures: Path
) -> None:
    shell.home.mkdir()
    (shell.home / LIST).write_text("lectures = \n", encoding="utf-8")
    due = shell.run("due")
    assert due.code == 0
    assert f"{LIST}:1: the list of added packs is not TOML" in due.err
    refused = shell.run("pack", "add", str(lectures))
    assert (refused.code, "correct it first" in refused.err) == (1, True)
    assert (shell.home / LIST).read_text(encoding="utf-8") == "lectures = \n"


def test_an_added_pack_overrides_the_bundled_one_and_the_learners_own_overrides_it(
    shell: Shell, lectures: Path
) -> None:
    deck = "concept: small\ncards:\n  - id: typed\n    ask: {}\n    accept: [x]\n"
    (lectures / "content" / "notes" / "small.yaml").write_text(deck.format("Added?"))
    on_path = lectures.parent / "on-path" / "content"
    own = shell.home / "pack" / "content"
    shell.run("pack", "add", str(lectures))
    for folder, ask in ((on_path, "Path?"), (own, "Own?")):
        folder.mkdir(parents=True)
        (folder / "small.yaml").write_text(deck.format(ask), encoding="utf-8")
    path = {"TUTOR_PATH": str(on_path.parent)}
    assert "Own?" in shell.run("show", "small/typed", **path).out
    (own / "small.yaml").unlink()
    assert "Added?" in shell.run("show", "small/typed", **path).out
    shell.run("pack", "remove", "lectures")
    assert "Path?" in shell.run("show", "small/typed", **path).out
    assert "is on TUTOR_PATH" in shell.run("pack", "remove", "on-path", **path).err


def test_the_demos_of_an_added_pack_do_not_run_untrusted(shell: Shell, lectures: Path) -> None:
    demo = "from tutor.demo import Step\n\n\ndef trap(x=1.0):\n    yield Step('a', 'a', 'x', x)\n"
    (lectures / "demos" / "trap.py").write_text(f"{demo}raise SystemExit('ran')\n")
    shell.run("pack", "add", str(lectures))
    refused = shell.run("demo", "trap", "--plain")
    assert refused.code == 1
    assert "not trusted" in refused.err


def test_a_card_of_an_added_pack_is_copied_to_the_own_pack_to_be_changed(
    shell: Shell, lectures: Path
) -> None:
    shell.run("pack", "add", str(lectures))
    before = (lectures / "content" / "notes" / "small.yaml").read_bytes()
    assert shell.run("edit", "small/typed").code == 0
    assert (lectures / "content" / "notes" / "small.yaml").read_bytes() == before
    assert (shell.home / "pack" / "content" / "notes" / "small.yaml").exists()


def test_a_package_that_is_installed_brings_its_pack(
    shell: Shell, lectures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = lectures.parent / "site-packages"
    info = site / "tutor_slides-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "entry_points.txt").write_text("[tutor.packs]\nslides = tutor_slides\nlost = gone\n")
    lectures.rename(site / "tutor_slides")
    monkeypatch.setattr(sys, "path", [*sys.path, str(site)])
    assert "small/typed" in shell.run("list").out
    listed = shell.run("pack")
    assert "slides: 5 cards, from the Python package tutor_slides" in listed.out
    assert "announces the pack lost as gone" in listed.err
    assert "uninstall that" in shell.run("pack", "remove", "slides").err
    assert "tutor_slides" not in sys.modules


def test_ids_are_written_into_an_added_pack_only_where_it_is_named(
    shell: Shell, lectures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deck = lectures / "content" / "short.yaml"
    deck.write_text("cards:\n  - ask: What?\n    answer: That.\n", encoding="utf-8")
    shell.run("pack", "add", str(lectures))
    with monkeypatch.context() as patched:  # what is checked beside takes seconds
        patched.setattr("tutor.cli.commands.checking.find_faults", lambda *_, **__: [])
        shell.run("check", "--fix")
    assert "id: " not in deck.read_text(encoding="utf-8")
    shell.run("check", "--fix", str(lectures))
    assert "id: " in deck.read_text(encoding="utf-8")


@pytest.mark.skipif(os.name == "nt", reason="names are that long only elsewhere")
def test_a_file_that_cannot_be_written_is_one_line_and_the_others_are_fixed(
    shell: Shell, lectures: Path
) -> None:
    # No file can stand beside one with so long a name, whoever asks for it.
    long = lectures / "content" / f"{'x' * 248}.yaml"
    short = lectures / "content" / "short.yaml"
    for file in (long, short):
        file.write_text("cards:\n  - ask: What?\n    answer: That.\n", encoding="utf-8")
    fixed = shell.run("check", "--fix", str(lectures))
    assert fixed.err.count("no ids written") == 1
    assert "id: " in short.read_text(encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes it all")
def test_a_read_only_file_is_read_and_not_written_over(shell: Shell, lectures: Path) -> None:
    deck = lectures / "content" / "short.yaml"
    deck.write_text("cards:\n  - ask: What?\n    answer: That.\n", encoding="utf-8")
    deck.chmod(0o444)
    fixed = shell.run("check", "--fix", str(lectures))
    assert "no ids written" in fixed.err
    assert "id: " not in deck.read_text(encoding="utf-8")
