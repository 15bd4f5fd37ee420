"""Zip files of packs: what is refused, with which words, and that nothing half-written stays."""

import io
import os
import shutil
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.core.text import LANGUAGES
from tutor.packs import zips
from tutor.packs.zips import ZipRefusedError, unpack
from tutor.words import say

DECK = b"cards:\n  - id: a\n    ask: What?\n    answer: That.\n"
_NO_LIMIT = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150
)


def zipped(*entries: tuple[str | zipfile.ZipInfo, bytes], method: int = 8) -> bytes:
    """A zip file of these entries, names as they are."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, data in entries:
            info = name if isinstance(name, zipfile.ZipInfo) else zipfile.ZipInfo(name)
            info.compress_type = method
            archive.writestr(info, data)
    return made.getvalue()


def special(name: str, kind: int) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.create_system = 3
    info.external_attr = (kind | 0o644) << 16
    return info


def renamed(data: bytes, name: bytes, other: bytes) -> bytes:
    """The zip file with an entry called otherwise, as no ordinary program would write it."""
    assert len(name) == len(other)
    assert data.count(name) == 2
    return data.replace(name, other)


def patched(data: bytes, place: int, form: str, value: int) -> bytes:
    """The zip file with a field of the list's first entry changed."""
    at = data.index(b"PK\x01\x02") + place
    field = struct.pack(form, value)
    return data[:at] + field + data[at + len(field) :]


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def put(tmp_path: Path, data: bytes) -> Path:
    file = tmp_path / "given.zip"
    file.write_bytes(data)
    return file


def tried(file: Path, target: Path) -> int | ZipRefusedError:
    try:
        return unpack(file, target)
    except ZipRefusedError as error:
        return error


def sentences(error: ZipRefusedError) -> list[str]:
    code = f"pack.zip.{error.code}"
    return [say(code, language, file="given.zip", **error.details) for language in LANGUAGES]


def refused(tmp_path: Path, data: bytes) -> ZipRefusedError:
    """What keeps a zip file from being unpacked; nothing of it stays."""
    target = tmp_path / "data" / "packs" / "given"
    with pytest.raises(ZipRefusedError) as caught:
        unpack(put(tmp_path, data), target)
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert left == [tmp_path / "given.zip"]
    assert not target.exists()
    for said in sentences(caught.value):
        assert "\n" not in said
        assert str(caught.value.details.get("entry", "")) in said
    return caught.value


def test_a_pack_is_unpacked_as_it_is(tmp_path: Path) -> None:
    entries = {"content/t/a.yaml": DECK, "demos/d.py": b"x = 1\r\n", "README.md": b"Hello."}
    target = tmp_path / "packs" / "p"
    assert unpack(put(tmp_path, zipped(*entries.items())), target) == 3
    assert tree(target) == entries
    assert [path.name for path in target.parent.iterdir()] == ["p"]


def test_the_one_folder_around_all_is_taken_off_and_what_systems_add_is_left_out(
    tmp_path: Path,
) -> None:
    data = zipped(
        ("lectures-main/", b""),
        ("lectures-main/content/a.yaml", DECK),
        ("lectures-main/.git/config", b""),
        ("__MACOSX/lectures-main/._a.yaml", b""),
        ("lectures-main/content/.DS_Store", b""),
    )
    unpack(put(tmp_path, data), tmp_path / "p")
    assert tree(tmp_path / "p") == {"content/a.yaml": DECK}


def test_a_zip_of_content_alone_keeps_that_folder(tmp_path: Path) -> None:
    unpack(put(tmp_path, zipped(("content/a.yaml", DECK))), tmp_path / "p")
    assert tree(tmp_path / "p") == {"content/a.yaml": DECK}


def test_what_stood_there_is_replaced_whole_and_stays_where_the_new_one_is_refused(
    tmp_path: Path,
) -> None:
    target = tmp_path / "p"
    unpack(put(tmp_path, zipped(("content/a.yaml", DECK), ("content/b.yaml", DECK))), target)
    with pytest.raises(ZipRefusedError):
        unpack(put(tmp_path, zipped(("../a.yaml", DECK))), target)
    assert tree(target).keys() == {"content/a.yaml", "content/b.yaml"}
    unpack(put(tmp_path, zipped(("content/c.yaml", DECK))), target)
    assert tree(target).keys() == {"content/c.yaml"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["given.zip", "p"]


def test_a_pack_whose_replacing_was_cut_short_is_put_back(tmp_path: Path) -> None:
    target = tmp_path / "p"
    unpack(put(tmp_path, zipped(("content/a.yaml", DECK))), target)
    target.rename(tmp_path / ".p.old")  # here the power went
    with pytest.raises(ZipRefusedError):
        unpack(put(tmp_path, patched(zipped(("content/b.yaml", DECK)), 16, "<I", 1)), target)
    assert tree(target) == {"content/a.yaml": DECK}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("../evil.yaml", "upwards"),
        ("content/../../evil.yaml", "upwards"),
        ("content/..", "upwards"),
        ("/etc/passwd", "absolute"),
        ("//server/share", "absolute"),
        ("C:/evil.yaml", "absolute"),
        ("c:evil.yaml", "absolute"),
        ("content\\a.yaml", "backslash"),
        ("..\\evil.yaml", "backslash"),
        ("content/con.yaml", "name"),
        ("content/COM1", "name"),
        ("content/lpt².txt", "name"),
        ("content/a?.yaml", "name"),
        ("content/a:b", "name"),
        ("content/dot./a.yaml", "name"),
        ("content/space /a.yaml", "name"),
        ("content//a.yaml", "name"),
        ("content/./a.yaml", "name"),
        ("content/\x1b[31m.yaml", "name"),
        ("content/" + "a/" * 100 + "b.yaml", "long"),
        ("content/" + "가" * 86 + ".yaml", "long"),
        ("__MACOSX/../evil", "upwards"),
        (".git/../../evil", "upwards"),
    ],
)
def test_names_that_lead_out_or_that_some_system_cannot_have_are_refused(
    tmp_path: Path, name: str, code: str
) -> None:
    # Each entry's name is put in afterwards: zipfile itself changes some when it writes them.
    given = name.encode()
    data = zipped(("content/ok.yaml", DECK), ("x" * len(given), b"x"))
    assert refused(tmp_path, renamed(data, b"x" * len(given), given)).code == code


def test_a_nul_in_a_name_hides_nothing(tmp_path: Path) -> None:
    data = renamed(zipped(("content/a.yaml?.txt", DECK)), b"a.yaml?.txt", b"a.yaml\0.txt")
    assert refused(tmp_path, data).code == "name"


@pytest.mark.parametrize(
    ("kind", "code"),
    [(stat.S_IFLNK, "link"), (stat.S_IFIFO, "special"), (stat.S_IFCHR, "special")],
)
def test_links_and_devices_are_refused(tmp_path: Path, kind: int, code: str) -> None:
    data = zipped(("content/a.yaml", DECK), (special("content/b.yaml", kind), b"/etc/passwd"))
    assert refused(tmp_path, data).code == code


def test_encrypted_entries_are_refused(tmp_path: Path) -> None:
    data = patched(zipped(("content/a.yaml", DECK)), 8, "<H", 1)
    assert refused(tmp_path, data).code == "encrypted"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_to_compress_that_take_memory_without_end_are_refused(
    tmp_path: Path, method: int
) -> None:
    assert refused(tmp_path, zipped(("content/a.yaml", DECK), method=method)).code == "method"


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    data = zipped(("content/a.yaml", bytes(2 * 2**20)))
    assert refused(tmp_path, data).code == "bomb"


def test_a_bomb_that_lies_about_its_size_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = patched(zipped(("content/a.yaml", bytes(2 * 2**20))), 24, "<I", 1000)
    assert refused(tmp_path, data).code == "damaged"
    monkeypatch.setattr(zips, "MOST_BYTES", 50_000)
    stored = zipped(("content/a.yaml", os.urandom(40_000)), ("content/b.yaml", os.urandom(40_000)))
    assert refused(tmp_path, stored).code == "large"


def test_the_count_while_unpacking_does_not_believe_the_sizes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zips, "_check_sizes", lambda infos: None)
    monkeypatch.setattr(zips, "MOST_BYTES", 50_000)
    data = zipped(("content/a.yaml", bytes(200_000)))
    assert refused(tmp_path, data).code == "large"


def test_more_files_than_a_pack_may_have_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zips, "MOST_FILES", 3)
    data = zipped(*((f"content/{n}.yaml", DECK) for n in range(4)))
    assert refused(tmp_path, data).code == "many"


def test_a_list_of_millions_of_files_is_not_even_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zips, "_DIRECTORY", 2**17)
    data = zipped(*((f"content/{n:0100}.yaml", b"") for n in range(1000)))
    assert refused(tmp_path, data).code == "many"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("content/A.yaml", "content/a.yaml"),
        ("content/caf\u00e9.yaml", "content/cafe\u0301.yaml"),
        ("content/\uac00.yaml", "content/\u1100\u1161.yaml"),
        ("content/STRASSE.yaml", "content/straße.yaml"),
        ("content/T/a.yaml", "content/t/b.yaml"),
        ("content/a", "content/A/b.yaml"),
        ("content/a.yaml", "content/a.yaml"),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_names_that_are_one_on_some_system_are_refused(
    tmp_path: Path, one: str, other: str
) -> None:
    error = refused(tmp_path, zipped((one, DECK), (other, DECK)))
    assert error.code == "twice"


def test_what_holds_no_pack_is_refused(tmp_path: Path) -> None:
    for names in (["a.txt"], ["content/"], ["content"], ["a/b/content/c.yaml"], ["demos/.keep"]):
        data = zipped(*((name, b"") for name in names))
        assert refused(tmp_path, data).code == "no-pack"


@pytest.mark.parametrize("data", [b"", b"PK", b"cards: []\n", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_zip_file_is_refused(tmp_path: Path, data: bytes) -> None:
    assert refused(tmp_path, data).code in ("broken", "no-pack")


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_korean_names_without_the_mark_of_utf8_are_read(tmp_path: Path, encoding: str) -> None:
    name = "합성곱".encode(encoding)
    data = renamed(zipped((f"content/{'x' * len(name)}.yaml", DECK)), b"x" * len(name), name)
    unpack(put(tmp_path, data), tmp_path / "p")
    assert tree(tmp_path / "p") == {"content/합성곱.yaml": DECK}


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    target = tmp_path / "p"
    unpack(put(tmp_path, zipped(("content/a.yaml", DECK))), target)
    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="No space"):
        unpack(put(tmp_path, zipped(("content/b.yaml", DECK))), target)
    assert tree(target) == {"content/a.yaml": DECK}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["given.zip", "p"]


SIGNS = st.sampled_from(
    [*"abAB./\\:*?~ ", "..", "content/", "demos/", "con", "é", "e\u0301", "가", "\0", "\x07", "ß"]
)
NAMES = st.lists(SIGNS, min_size=1, max_size=8).map("".join)


@_NO_LIMIT
@given(
    entries=st.lists(st.tuples(NAMES, st.binary(max_size=40)), max_size=6),
    flips=st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), max_size=3),
    cut=st.integers(0, 400) | st.just(0),
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_whatever_a_zip_file_holds_it_is_unpacked_inside_or_refused(
    tmp_path: Path,
    entries: list[tuple[str, bytes]],
    flips: list[tuple[int, int]],
    cut: int,
) -> None:
    data = bytearray(zipped(*entries, ("content/a.yaml", DECK)))
    for place, value in flips:
        data[place % len(data)] = value
    file = put(tmp_path, bytes(data[: len(data) - cut % len(data)]))
    target = tmp_path / "inside" / "p"
    outcome = tried(file, target)
    if isinstance(outcome, int):
        assert len(tree(target)) == outcome
        shutil.rmtree(target)
    else:
        assert all("\n" not in said for said in sentences(outcome))
        assert not target.exists()
    assert {path.name for path in tmp_path.iterdir()} <= {"given.zip", "inside"}
    assert [*(tmp_path / "inside").glob("*")] == []


@_NO_LIMIT
@given(data=st.binary(max_size=300) | st.binary(max_size=60).map(lambda end: b"PK\x05\x06" + end))
def test_no_bytes_end_in_a_traceback(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ZipRefusedError):
        unpack(put(tmp_path, data), tmp_path / "p")
