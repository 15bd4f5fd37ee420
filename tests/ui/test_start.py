import subprocess
import sys


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
    assert not loaded & unwanted


def test_the_review_page_needs_no_numpy():
    loaded = loaded_by("import tutor.ui.screens.review")
    assert not loaded & {"numpy", "fsrs", "yaml", "msgspec"}
