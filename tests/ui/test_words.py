import re
from pathlib import Path

import pytest

import tutor.ui
from tutor.ui.screens.keys import KEYS
from tutor.words.say import PARTS, catalogue
from tutor.words.ui_en import SENTENCES as ENGLISH
from tutor.words.ui_ko import SENTENCES as KOREAN

SOURCE = "\n".join(
    path.read_text(encoding="utf-8") for path in Path(tutor.ui.__file__).parent.rglob("*.py")
)


def test_both_languages_say_the_same_things():
    assert ENGLISH.keys() == KOREAN.keys()


@pytest.mark.parametrize("code", ENGLISH)
def test_a_sentence_asks_for_the_same_details_in_both_languages(code):
    fields = [set(re.findall(r"\{(\w+)", text)) for text in (ENGLISH[code], KOREAN[code])]
    assert fields[1] <= fields[0]


def test_every_key_that_is_listed_has_its_words():
    assert {f"ui.does.{code}" for keys in KEYS.values() for _, code in keys} <= ENGLISH.keys()


def test_every_code_that_the_screens_name_has_its_words():
    named = re.findall(r'(?:self|page)\.say\(\s*"([a-z_.]+)"', SOURCE)
    assert named
    assert [code for code in named if not (_is_said(code) or _is_said(f"ui.{code}"))] == []


def _is_said(code):
    """Whether a catalogue holds the code: a page's own `say` puts `ui.` before it."""
    return code in catalogue(PARTS.get(code.partition(".")[0], ""), "en")


def test_no_words_are_left_over():
    used = {code for code in ENGLISH if code.removeprefix("ui.") in SOURCE}
    built = ("ui.key.", "ui.does.", "ui.palette.", "ui.home.", "ui.keys.")
    assert [code for code in ENGLISH if code not in used and not code.startswith(built)] == []
