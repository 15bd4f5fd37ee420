"""Packs with links, folders and files that cannot be read: what can be read is learnt."""

import os
from pathlib import Path

import pytest

from tutor.core.faults import Fault
from tutor.packs import Library, Pack, check, open_library

DECK = "cards:\n  - {id: a, ask: 'Why, {name}?', answer: a}\n"


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    for name in ("first", "track/second"):
        file = tmp_path / "pack" / "content" / f"{name}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(DECK.replace("{name}", name), encoding="utf-8")
    return Pack("own", tmp_path / "pack", trusted=True)


def link(pack: Pack, name: str, to: Path | str, *, folder: bool = False) -> Path:
    made = pack.root / "content" / name
    try:
        made.symlink_to(to, target_is_directory=folder)
    except OSError:
        pytest.skip("links cannot be made here")
    return made


def opened(pack: Pack) -> Library:
    library = open_library([pack], None)
    assert {"first/a", "second/a"} <= library.items.keys()
    return library


def the_fault(pack: Pack) -> Fault:
    (fault,) = opened(pack).faults
    assert [found for found in check([pack]) if found.code == fault.code] == [fault]
    return fault


@pytest.mark.parametrize("to", ["gone.yaml", "a-link.yaml"])
def test_a_link_that_leads_nowhere_hides_no_other_file(pack: Pack, to: str) -> None:
    made = link(pack, "a-link.yaml", to)
    fault = the_fault(pack)
    assert fault.code == ("missing-file" if to == "gone.yaml" else "unreadable-file")
    assert fault.place.file == str(made)


def test_every_link_that_leads_nowhere_is_told(pack: Pack) -> None:
    made = {str(link(pack, name, "gone")) for name in ("a.yaml", "track/b.yml", "z.yaml")}
    assert {fault.place.file for fault in opened(pack).faults} == made


@pytest.mark.parametrize("to", ["..", ".", "../.."])
def test_a_link_to_a_folder_above_is_not_followed_round_and_round(pack: Pack, to: str) -> None:
    link(pack, "round", to, folder=True)
    assert opened(pack).faults == ()
    assert len(opened(pack).items) == 2


def test_a_link_to_a_deck_elsewhere_is_that_deck(pack: Pack, tmp_path: Path) -> None:
    there = tmp_path / "elsewhere.yaml"
    there.write_text(DECK, encoding="utf-8")
    link(pack, "here.yaml", there)
    assert "here/a" in opened(pack).items


def test_a_folder_with_the_name_of_a_deck_is_a_folder(pack: Pack) -> None:
    (pack.root / "content" / "a.yaml").mkdir()
    (pack.root / "content" / "a.yaml" / "third.yaml").write_text(DECK, encoding="utf-8")
    assert "third/a" in opened(pack).items


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_waited_for(pack: Pack) -> None:
    os.mkfifo(pack.root / "content" / "a.yaml")
    link(pack, "b.yaml", "a.yaml")
    assert opened(pack).faults == ()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything can be read here")
def test_a_folder_and_a_file_without_leave_are_each_told(pack: Pack) -> None:
    closed = pack.root / "content" / "closed"
    closed.mkdir()
    secret = pack.root / "content" / "secret.yaml"
    secret.write_text(DECK, encoding="utf-8")
    closed.chmod(0)
    secret.chmod(0)
    try:
        faults = opened(pack).faults
    finally:
        closed.chmod(0o700)
    assert {fault.place.file for fault in faults} == {str(closed), str(secret)}
    assert {fault.code for fault in faults} == {"unreadable-file"}


def test_a_file_that_vanishes_before_it_is_read_is_a_fault(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    doomed = pack.root / "content" / "doomed.yaml"
    doomed.write_text(DECK, encoding="utf-8")
    read = Path.read_bytes

    def read_too_late(path: Path) -> bytes:
        doomed.unlink(missing_ok=True)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_too_late)
    fault = opened(pack).faults[0]
    assert (fault.code, fault.place.file) == ("missing-file", str(doomed))
