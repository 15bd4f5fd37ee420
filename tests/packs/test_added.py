"""The list of added packs: read strictly, written with comments kept, never the cause of a loss."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.core.text import LANGUAGES
from tutor.packs.added import (
    LIST,
    Added,
    UnusableListError,
    forget,
    is_pack_name,
    read_added,
    remember,
    unpacked_folder,
)
from tutor.packs.sources import Pack, files_of, find_packs, found_in
from tutor.words import say


def test_packs_are_listed_in_the_order_they_were_added_and_comments_stay(tmp_path: Path) -> None:
    folder = tmp_path / "lectures"
    (folder / "content").mkdir(parents=True)
    remember(tmp_path, "lectures", folder)
    with (tmp_path / LIST).open("a", encoding="utf-8") as file:
        file.write("# by mail\n")
    remember(tmp_path, "강의 노트", None)
    added, faults = read_added(tmp_path)
    assert faults == []
    assert added == [
        Added("lectures", folder, unpacked=False),
        Added("강의 노트", tmp_path / "packs" / "강의 노트", unpacked=True),
    ]
    assert [one.there for one in added] == [True, False]
    assert not any(one.pack.trusted for one in added)
    forget(tmp_path, added[0])
    assert "# by mail" in (tmp_path / LIST).read_text(encoding="utf-8")
    assert [one.name for one in read_added(tmp_path)[0]] == ["강의 노트"]
    assert folder.is_dir()


def test_an_unpacked_pack_is_deleted_with_its_entry_and_moves_with_the_data(
    tmp_path: Path,
) -> None:
    (unpacked_folder(tmp_path / "one", "p") / "content").mkdir(parents=True)
    remember(tmp_path / "one", "p", None)
    (tmp_path / "one").rename(tmp_path / "two")
    (found,) = read_added(tmp_path / "two")[0]
    assert found.there
    forget(tmp_path / "two", found)
    assert not found.root.exists()
    assert read_added(tmp_path / "two") == ([], [])


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a = \n", 1, "syntax"),
        ('# x\n"a/b" = "/x"\n', 2, "name"),
        ('own = "/x"\n', 1, "name"),
        ('fine = "/x"\nFine = "/y"\n', 2, "name"),
        ('.hidden = "/x"\n', 1, "syntax"),
        ('".hidden" = "/x"\n', 1, "name"),
        ("\na = 3\n", 2, "folder"),
        ('a = ""\n', 1, "folder"),
        ('[a]\nb = "/x"\n', 1, "folder"),
        ('a = "x\\u0000y"\n', 1, "folder"),
    ],
)
def test_what_is_wrong_in_the_list_is_named_with_its_line(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    (tmp_path / LIST).write_text(text, encoding="utf-8")
    _, faults = read_added(tmp_path)
    assert [(fault.place.line, fault.code) for fault in faults] == [(line, code)]


def test_a_list_that_is_no_toml_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / LIST).write_bytes(b"a = \n\xff")
    with pytest.raises(UnusableListError):
        remember(tmp_path, "b", None)
    assert (tmp_path / LIST).read_bytes() == b"a = \n\xff"


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=60)
    | st.lists(
        st.sampled_from(
            [*('a = "/x"', "\n", "=", '"', "[a]", "own", "..", "\0", "가", "9" * 5000), "[" * 3000]
        )
    ).map(lambda parts: "".join(parts).encode())
)
def test_no_list_ends_in_a_traceback(tmp_path: Path, data: bytes) -> None:
    (tmp_path / LIST).write_bytes(data)
    added, faults = read_added(tmp_path)
    for one in added:
        assert one.there in (True, False)
    for fault in faults:
        for language in LANGUAGES:
            assert "\n" not in say(f"pack.list.{fault.code}", language, name=fault.name)


@pytest.mark.parametrize(
    ("name", "fine"),
    [
        *(("lectures", True), ("강의 노트", True), ("a.b", True), ("own", False), ("", False)),
        *((".a", False), ("a/b", False), ("..", False), ("con", False), ("a\n", False)),
        *(("bundled", False), ("x" * 81, False), ("a ", False), ("\u202egnp", False)),
    ],
)
def test_a_pack_can_be_called_as_a_folder_can_everywhere(name: str, fine: bool) -> None:
    assert is_pack_name(name) is fine


def test_added_packs_stand_between_the_path_and_the_learners_own(tmp_path: Path) -> None:
    added = [Pack("lectures", tmp_path / "added", trusted=False)]
    installed = [
        Pack("lectures", tmp_path / "site" / "one", trusted=False),
        Pack("slides", tmp_path / "site" / "two", trusted=False),
    ]
    path = os.pathsep.join((str(tmp_path / "lectures"), str(tmp_path / "more")))
    packs = find_packs(tmp_path / "own", path, installed=installed, added=added)
    assert [pack.name for pack in packs] == [
        "bundled",
        str(tmp_path / "site" / "one"),
        "slides",
        str(tmp_path / "lectures"),
        "more",
        "lectures",
        "own",
    ]
    assert [pack.trusted for pack in packs] == [True, *[False] * 5, True]


# Links


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_links_inside_a_pack_are_followed_and_loops_end(tmp_path: Path) -> None:
    content = tmp_path / "p" / "content"
    (content / "t").mkdir(parents=True)
    shared = tmp_path / "shared"
    (shared / "deep").mkdir(parents=True)
    for file in (content / "t" / "a.yaml", shared / "b.yaml", shared / "deep" / "c.yaml"):
        file.write_text("cards: []\n", encoding="utf-8")
    (content / "linked").symlink_to(shared)
    (content / "t" / "one.yaml").symlink_to(shared / "b.yaml")
    (content / "t" / "up").symlink_to(content)
    (content / "t" / "self").symlink_to(content / "t")
    (shared / "deep" / "round").symlink_to(content / "linked" / "deep")
    (shared / "back").symlink_to(shared / "deep")
    found = [file.path.relative_to(content).as_posix() for file in files_of(_pack(content))]
    assert found == [
        "linked/b.yaml",
        "linked/back/c.yaml",
        "linked/deep/c.yaml",
        "t/a.yaml",
        "t/one.yaml",
    ]
    assert {file.track for file in files_of(_pack(content))} == {"linked", "t"}


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_a_link_to_nowhere_hides_no_other_file(tmp_path: Path) -> None:
    content = tmp_path / "p" / "content"
    content.mkdir(parents=True)
    (content / "a.yaml").symlink_to(tmp_path / "gone.yaml")
    (content / "b.yaml").write_text("cards: []\n", encoding="utf-8")
    found = found_in(_pack(content))
    assert [file.path.name for file in found.files] == ["b.yaml"]
    assert isinstance(found.errors[0], FileNotFoundError)


def _pack(content: Path) -> Pack:
    return Pack("p", content.parent, trusted=False)
