"""Every command and every YAML block of the documentation is run; guides and pictures agree."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from docs.hand import look
from docs.keys import GUIDES, with_tables
from docs.keys import PAGES as KEY_PAGES
from docs.pictures import SCENES, card, draw
from tests.warm import warm
from tutor.cli.settings import read_settings
from tutor.core.cards import KINDS
from tutor.core.live import Cause
from tutor.core.settings import SETTINGS
from tutor.demo import load
from tutor.live.asking import ask
from tutor.live.judging import judge
from tutor.packs import read_demo_words
from tutor.packs.installed import GROUP, installed_packs
from tutor.ui.screens.keys import KEYS
from tutor.words import say

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^`([\w/.-]+)`\n\n```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TYPED = {
    "tutor add": "answer\nWhat does a softmax sum to?\n1\n\n\n",
    "tutor schema --install": "y\ny\n",
}
"""What is typed where a command asks."""
NEEDS_A_SCREEN = {"tutor", "tutor review", "tutor my-deck.yaml", "make run"}


def blocks(language: str) -> list[tuple[Path, str]]:
    found = []
    for page in PAGES:
        for match in BLOCK.finditer(page.read_text(encoding="utf-8")):
            if match[1] == language:
                found.append((page, match[2]))
    return found


def files(page: Path) -> dict[str, str]:
    """The files of a pack that a page shows, each under its path."""
    return dict(FILE.findall(page.read_text(encoding="utf-8")))


def decks() -> list[tuple[Path, str]]:
    """The YAML blocks that are decks by themselves."""
    return [(page, text) for page, text in blocks("yaml") if text not in files(page).values()]


def commands() -> list[str]:
    lines = [line for _, text in blocks("sh") for line in text.splitlines()]
    return [*dict.fromkeys(line.split("  #")[0].strip() for line in lines if line.strip())]


def tutor(line: str, home: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    words = shlex.split(line.replace("tutor ", "", 1) if line != "tutor" else "")
    warm(home)
    environment = os.environ | {
        "TUTOR_HOME": str(home),
        "TUTOR_LANG": "en",
        "PYTHONIOENCODING": "utf-8",
        "EDITOR": "true",
        "XDG_CONFIG_HOME": str(home),
        "LOCALAPPDATA": str(home),
    }
    return subprocess.run(
        [sys.executable, "-m", "tutor", *words],
        capture_output=True,
        encoding="utf-8",
        input=TYPED.get(line, ""),
        cwd=folder,
        env=environment,
        timeout=60,
    )


def shared_pack(folder: Path) -> None:
    """The pack that the page about packs makes, and the zip file that GitHub makes of it."""
    for name, text in files(ROOT / "docs" / "packs.md").items():
        file = folder / "lectures" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    shutil.make_archive(str(folder / "lectures-main"), "zip", folder, "lectures")


NEEDS = {
    line: ["tutor pack add lectures"]
    for line in commands()
    if line.startswith("tutor pack remove") or "--deck momentum" in line
}
"""What was called before, on the page, for a command to make sense."""


@pytest.mark.parametrize("line", [line for line in commands() if line.startswith("tutor")])
def test_each_command_of_the_documentation_runs(line: str, tmp_path: Path) -> None:
    for number, (_, text) in enumerate(decks()):
        (tmp_path / ("my-deck.yaml" if number == 0 else f"deck-{number}.yaml")).write_text(
            text, encoding="utf-8"
        )
    shared_pack(tmp_path)
    for before in NEEDS.get(line, ()):
        assert tutor(before, tmp_path / "home", tmp_path).returncode == 0
    ran = tutor(line, tmp_path / "home", tmp_path)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    if "--json" in line:
        assert json.loads(ran.stdout)["version"] == 1


def test_each_make_target_of_the_documentation_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for line in commands():
        if line.startswith("make "):
            assert re.search(rf"^{line.split()[1]}:", makefile, re.MULTILINE), line


@pytest.mark.parametrize(("page", "text"), decks())
def test_each_yaml_block_of_the_documentation_is_without_fault(
    page: Path, text: str, tmp_path: Path
) -> None:
    deck = tmp_path / "my-deck.yaml"
    deck.write_text(text, encoding="utf-8")
    ran = tutor("tutor check my-deck.yaml --json", tmp_path / "home", tmp_path)
    assert json.loads(ran.stdout)["faults"] == [], page


@pytest.mark.parametrize(
    "page", [page for page in PAGES if files(page)], ids=lambda page: page.name
)
def test_the_pack_that_a_page_builds_up_is_without_fault(page: Path, tmp_path: Path) -> None:
    for name, text in files(page).items():
        file = tmp_path / "home" / "pack" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    ran = tutor("tutor check home/pack --json", tmp_path / "home", tmp_path)
    faults = json.loads(ran.stdout)["faults"]
    assert [fault for fault in faults if not Path(fault["file"]).is_relative_to(ROOT)] == []
    for name in files(page):
        if name.endswith(".py"):
            shown = tutor(f"tutor demo {Path(name).stem} --plain", tmp_path / "home", tmp_path)
            assert shown.returncode == 0, shown.stderr


def test_the_demo_of_the_documentation_is_asked_and_explains_a_wrong_answer(tmp_path: Path) -> None:
    for name, text in files(ROOT / "docs" / "demos.md").items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    words, faults = read_demo_words(tmp_path / "demos" / "huber.yaml")
    assert not faults
    for said in (words, None):  # the file of words is not needed for the computation to explain
        demo = load(tmp_path / "demos", "huber", said)
        draw = None if said else words.draw
        numbers = ask(demo, "line", 5, draw=draw, shown=["error"])
        errors, delta = numbers.given["error"], numbers.inputs["delta"]
        added = ", ".join(repr(delta * (abs(error) + delta / 2)) for error in errors)
        judged = judge(demo, numbers, added)
        (reason,) = judged.diagnosis.explanations
        assert reason.trap == ("sum-of-deltas" if said else "")
        assert reason.cause is (Cause.TRAP if said else Cause.EDIT)


def test_what_check_finds_of_the_demo_of_the_documentation_is_what_it_says(tmp_path: Path) -> None:
    page = ROOT / "docs" / "demos.md"
    for name, text in files(page).items():
        file = tmp_path / "home" / "pack" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    ran = tutor("tutor check home/pack", tmp_path / "home", tmp_path)
    (told,) = [text for where, text in blocks("text") if where == page]
    assert told in ran.stdout


def test_the_package_of_the_documentation_brings_its_pack(tmp_path: Path) -> None:
    (project,) = [tomllib.loads(text) for _, text in blocks("toml") if "[project]" in text]
    announced = project["project"]["entry-points"][GROUP]
    shared_pack(tmp_path)
    (tmp_path / "lectures").rename(tmp_path / "tutor_lectures")
    info = tmp_path / "tutor_lectures-1.0.dist-info"
    info.mkdir()
    lines = [f"[{GROUP}]", *(f"{name} = {value}" for name, value in announced.items())]
    (info / "entry_points.txt").write_text("\n".join(lines), encoding="utf-8")
    found = {one.name: one.root for one in installed_packs([str(tmp_path)])}
    assert found == {"lectures": tmp_path / "tutor_lectures"}


def test_the_settings_of_the_documentation_are_without_fault(tmp_path: Path) -> None:
    for _, text in blocks("toml"):
        if "[project]" not in text:
            (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
            assert read_settings(tmp_path / "settings.toml")[1] == []


def test_every_file_the_documentation_links_to_is_there() -> None:
    for page in [*PAGES, *sorted((ROOT / "docs" / "decisions").glob("*.md"))]:
        for target in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (page.parent / target).exists(), f"{page.name}: {target}"


ENGLISH, KOREAN = (ROOT / "docs" / name for name in GUIDES)
PICTURES = ROOT / "docs" / "pictures"


def pictures(page: Path) -> list[str]:
    """The pictures that a page shows, by their files' names."""
    return re.findall(r"!\[[^]]+\]\((?:docs/)?pictures/([^)]+)\)", page.read_text(encoding="utf-8"))


def outline(page: Path) -> list[str]:
    """What the two guides have in common: levels of headings, commands, code and rows of tables."""
    text = page.read_text(encoding="utf-8")
    return re.findall(r"^#+ |^```\n|^```sh\n(?:.+\n)*|^\|", text, re.MULTILINE)


def test_both_guides_have_the_same_outline_and_commands() -> None:
    assert outline(ENGLISH) == outline(KOREAN)


def test_both_guides_name_the_same_keys_files_and_variables() -> None:
    english, korean = (
        set(re.findall(r"`([^`\n]+)`", page.read_text(encoding="utf-8")))
        for page in (ENGLISH, KOREAN)
    )
    assert english == korean


@pytest.mark.parametrize("page", [ENGLISH, KOREAN], ids=lambda page: page.name)
def test_a_guide_tells_the_keys_of_every_page_as_the_program_does(page: Path) -> None:
    assert KEY_PAGES.keys() == KEYS.keys()
    guide = page.read_text(encoding="utf-8")
    assert guide == with_tables(guide, GUIDES[page.name]), "make pictures writes them"


@pytest.mark.parametrize("page", [ENGLISH, KOREAN], ids=lambda page: page.name)
def test_a_guide_calls_kinds_grades_and_settings_as_the_screen_does(page: Path) -> None:
    language, guide = GUIDES[page.name], page.read_text(encoding="utf-8")
    for kind in KINDS:
        assert f"| {say(f'kind.{kind}', language)} |" in guide
    for number, grade in enumerate(("again", "hard", "good", "easy"), 1):
        assert f"| `{number}` | {say(f'grade.{grade}', language)} |" in guide
    for setting in SETTINGS:
        assert f"| {say(f'setup.name.{setting}', language)} | `{setting}` |" in guide


def test_every_picture_is_shown_and_every_picture_shown_is_there() -> None:
    there = {file.name for file in PICTURES.iterdir()}
    assert {name for page in PAGES for name in pictures(page)} == there
    ends = {"en": "", "ko": ".ko"}
    assert there == {
        f"{name}{ends[language]}.svg"
        for name, scene in SCENES.items()
        for language in scene.languages
    }
    assert [name.replace(".svg", ".ko.svg") for name in pictures(ENGLISH)] == pictures(KOREAN)


async def test_a_picture_is_drawn_from_the_real_screen_letter_by_letter(tmp_path: Path) -> None:
    assert await draw(tmp_path, ["wrong"]) == []
    english, korean = (
        (tmp_path / name).read_text(encoding="utf-8") for name in ("wrong.svg", "wrong.ko.svg")
    )
    assert "Not&#160;right." in english
    places = re.search(r'<tspan x="(\d+)[^>]*>틀</tspan><tspan x="([\d.]+)[^>]*>렸</tspan>', korean)
    assert places is not None
    assert float(places[2]) - float(places[1]) == pytest.approx(24.4, abs=0.5)


async def test_a_picture_of_a_card_that_is_gone_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SCENES, "gone", card("lstm-cell/no-such-card", look))
    said = await draw(tmp_path, ["gone"])
    assert said[0] == "gone.svg: there is no card lstm-cell/no-such-card"
