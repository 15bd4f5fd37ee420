"""Packs that Python packages announce, found without importing anything of them."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tutor.packs.installed import Installed, installed_packs

BOOBY_TRAP = "raise SystemExit('imported')\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site-packages"
    folder.mkdir()
    return folder


def install(
    site: Path,
    package: str = "tutor_lectures",
    entries: str = "[tutor.packs]\nlectures = tutor_lectures\n",
    *,
    folder: str = "tutor_lectures",
    kind: str = "dist-info",
) -> Path:
    """A package as pip leaves it, with a pack in `folder`."""
    info = site / f"{package}-1.0.{kind}"
    info.mkdir(parents=True)
    (info / "entry_points.txt").write_text(entries, encoding="utf-8")
    pack = site / folder
    (pack / "content").mkdir(parents=True)
    (pack / "__init__.py").write_text(BOOBY_TRAP, encoding="utf-8")
    return pack


@pytest.mark.parametrize("kind", ["dist-info", "egg-info"])
def test_a_package_brings_a_pack_and_is_not_imported(site: Path, kind: str) -> None:
    pack = install(site, kind=kind)
    (found,) = installed_packs([str(site)])
    assert found == Installed("lectures", "tutor_lectures", "tutor_lectures", pack)
    assert found.pack is not None
    assert not found.pack.trusted


def test_other_groups_and_packages_are_passed_over(site: Path) -> None:
    install(
        site,
        entries="; remark\n[console_scripts]\ntutor.packs = x:main\n\n[tutor.packs]\n"
        "# another\nvision = tutor_lectures.vision\n[other]\na = b\n",
        folder="tutor_lectures/vision",
    )
    (site / "without-2.0.dist-info").mkdir()
    assert [(one.name, one.root) for one in installed_packs([str(site)])] == [
        ("vision", site / "tutor_lectures" / "vision")
    ]


@pytest.mark.parametrize(
    "value", ["tutor_lectures:pack", "nowhere", "../../etc", "/etc", "", "a..b", "tutor_lectures/x"]
)
def test_what_leads_to_no_folder_with_a_pack_is_named_without_a_root(
    site: Path, value: str
) -> None:
    install(site, entries=f"[tutor.packs]\nlectures = {value}\n")
    (found,) = installed_packs([str(site)])
    assert (found.root, found.pack, found.value) == (None, None, value)


def test_a_package_installed_in_place_is_found_where_it_lies(site: Path, tmp_path: Path) -> None:
    project = tmp_path / "the project"
    (project / "src" / "tutor_slides" / "content").mkdir(parents=True)
    install(site, "tutor_slides", "[tutor.packs]\nslides = tutor_slides\n")
    told = {"url": project.as_uri(), "dir_info": {"editable": True}}
    info = site / "tutor_slides-1.0.dist-info" / "direct_url.json"
    info.write_text(json.dumps(told), encoding="utf-8")
    (found,) = installed_packs([str(site)])
    assert found.root == project / "src" / "tutor_slides"
    for broken in ("", "[]", '{"url": 3}', '{"url": "https://x"}', '{"url": "file:///x"}'):
        info.write_text(broken, encoding="utf-8")
        assert installed_packs([str(site)])[0].root is None


def test_the_first_place_counts_where_a_package_is_installed_twice(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    first = install(one)
    install(two)
    assert [found.root for found in installed_packs([str(one), str(two)])] == [first]


def test_nothing_is_read_again_while_nothing_was_installed(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = install(site)
    remembered = tmp_path / "cache" / "installed-packs.txt"
    places = [str(site), str(tmp_path / "missing"), ""]
    found = installed_packs(places, remembered)
    with monkeypatch.context() as patched:
        patched.setattr(os, "listdir", None)  # nothing is looked for
        assert installed_packs(places, remembered) == found
    install(site, "more", "[tutor.packs]\nmore = more\n", folder="more")
    assert [one.name for one in installed_packs(places, remembered)] == ["lectures", "more"]
    (pack / "content").rmdir()
    assert [one.root for one in installed_packs(places, remembered)] == [None, site / "more"]
    assert not list(remembered.parent.glob("*.txt.*"))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=80), st.binary(max_size=80))
def test_whatever_is_written_there_nothing_is_raised(
    site: Path, tmp_path: Path, entries: bytes, remembered: bytes
) -> None:
    info = site / "x-1.dist-info"
    info.mkdir(exist_ok=True)
    (info / "entry_points.txt").write_bytes(b"[tutor.packs]\n" + entries)
    kept = tmp_path / "kept.txt"
    kept.write_bytes(remembered)
    for one in installed_packs([str(site)], kept):
        assert one.root is None or one.root.is_relative_to(site)


def test_a_place_where_nothing_can_be_remembered_is_looked_through_each_time(
    site: Path, tmp_path: Path
) -> None:
    install(site)
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert len(installed_packs([str(site)], tmp_path / "file" / "kept.txt")) == 1


def test_pips_own_installation_is_understood(tmp_path: Path) -> None:
    """A wheel as a builder writes it, put by pip into an environment of its own."""
    wheel = _wheel(tmp_path)
    target = tmp_path / "target"
    options = ["--no-index", "--no-deps", "--quiet", "--disable-pip-version-check"]
    python = getattr(sys, "_base_executable", sys.executable)  # an environment may lack pip
    ran = subprocess.run(
        [python, "-m", "pip", "install", *options, "--target", str(target), str(wheel)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    if b"No module named pip" in ran.stderr:
        pytest.skip("no pip here")
    assert ran.returncode == 0, ran.stderr
    (found,) = installed_packs([str(target)])
    assert found == Installed(
        "lectures", "tutor_lectures", "tutor_lectures", target / "tutor_lectures"
    )
    assert (target / "tutor_lectures" / "content" / "a.yaml").is_file()


def _wheel(folder: Path) -> Path:
    wheel = folder / "tutor_lectures-1.0-py3-none-any.whl"
    info = "tutor_lectures-1.0.dist-info"
    files = {
        "tutor_lectures/__init__.py": BOOBY_TRAP,
        "tutor_lectures/content/a.yaml": "cards: []\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\nName: tutor-lectures\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/entry_points.txt": "[tutor.packs]\nlectures = tutor_lectures\n",
        f"{info}/RECORD": "",
    }
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return wheel
