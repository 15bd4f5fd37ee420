"""What the player says is said, and said in both languages."""

import re
from pathlib import Path

import tutor.ui
from tutor.words.player_en import SENTENCES as ENGLISH
from tutor.words.player_ko import SENTENCES as KOREAN

SOURCE = "\n".join(
    path.read_text(encoding="utf-8") for path in Path(tutor.ui.__file__).parent.rglob("*.py")
)
BUILT = ("player.key.", "player.guess.hint.")


def test_both_languages_say_the_same_things():
    assert ENGLISH.keys() == KOREAN.keys()


def test_no_words_are_left_over():
    used = set(re.findall(r'"(player\.[a-z_.]+)"', SOURCE))
    assert used <= ENGLISH.keys()
    assert [code for code in ENGLISH if code not in used and not code.startswith(BUILT)] == []


def test_every_key_that_the_bar_teaches_has_its_words():
    named = set(re.findall(r'key\("[^"]*", "([a-z_]+)"', SOURCE))
    named |= {"trap", "trap_next", "numbers", "picture"}
    codes = {code.removeprefix("player.key.") for code in ENGLISH if code.startswith("player.key.")}
    assert codes == named
