import subprocess
import sys
from collections import Counter

from textual.css import stylesheet

from tutor.ui.screens.home import HomePage


def loaded_by(statement: str) -> set[str]:
    code = f"{statement}\nimport sys\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_app_is_imported_without_what_only_later_pages_need():
    loaded = loaded_by("import tutor.ui.app")
    unwanted = {"numpy", "fsrs", "yaml", "msgspec", "sqlite3", "markdown_it"}
    unwanted |= {"tutor.maths", "tutor.packs", "tutor.store", "tutor.demo"}
    unwanted |= {"textual.widgets._markdown", "textual.widgets._data_table"}
    unwanted |= {"tutor.ui.screens.player", "tutor.ui.screens.review", "tutor.ui.screens.lesson"}
    unwanted |= {"tutor.words.verdicts", "tutor.words.notation", "tutor.trace", "wcwidth"}
    assert not loaded & unwanted


def test_the_review_page_needs_no_numpy():
    loaded = loaded_by("import tutor.ui.screens.review")
    assert not loaded & {"numpy", "fsrs", "yaml", "msgspec"}
    assert not loaded & {"wcwidth", "tutor.demo", "tutor.trace", "tutor.words.notation"}


def test_catching_what_a_demo_cannot_do_needs_neither_its_loader_nor_its_words():
    loaded = loaded_by("from tutor.demo import DemoError")
    assert not loaded & {"tutor.demo.loading", "tutor.demo.words", "tutor.trace.tree"}


async def test_the_style_sheet_is_parsed_once_before_the_first_page_stands(home, monkeypatch):
    parsed = Counter[str]()
    real = stylesheet.parse

    def parse(scope: str, css: str, read_from: tuple[str, str], **options: object) -> object:
        parsed[read_from[0].rpartition("/")[2]] += 1
        return real(scope, css, read_from, **options)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(stylesheet, "parse", parse)
    app = home.app(theme="light")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert parsed["tutor.tcss"] == 1
        assert app.screen.styles.background.hex == app.theme_variables["background"].upper()
        await pilot.press("f7")
        await pilot.pause()
        assert parsed["tutor.tcss"] == 2


async def test_a_page_has_the_classes_of_its_size_before_it_is_laid_out_first(home, monkeypatch):
    laid_out: list[frozenset[str]] = []
    real = HomePage._refresh_layout

    def refresh(self: HomePage, *given: object, **named: object) -> None:
        laid_out.append(self.classes)
        real(self, *given, **named)  # type: ignore[arg-type]  # as it came

    monkeypatch.setattr(HomePage, "_refresh_layout", refresh)
    async with home.app().run_test(size=(60, 40)) as pilot:
        await pilot.pause()
    assert {"-narrow", "-high"} <= laid_out[0]
    assert not laid_out[0] & {"-normal", "-low"}
