"""F1: the keys of the page one stands on, then those that work everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tutor.core.cards import KINDS
from tutor.ui.screens.dialog import Dialog
from tutor.ui.setting import set_text

KEYS: dict[str, tuple[tuple[str, str], ...]] = {
    "home": (
        ("Enter", "begin"),
        ("↑ ↓", "deck"),
        ("o", "only"),
        ("f", "goal"),
        ("m  r", "more"),
        ("/", "find_deck"),
        ("*", "marked"),
        ("l", "lesson"),
        ("z", "quiz"),
        ("d", "demos"),
        ("F3", "demo"),
        ("e", "edit_deck"),
        (",", "settings"),
        ("t", "tour"),
        ("u  ctrl+z", "undo"),
        ("q", "quit"),
    ),
    "lesson": (
        ("Enter", "go_on"),
        ("Space", "leaf"),
        ("↑ ↓ PgUp PgDn", "scroll"),
        ("F3  d", "demo"),
        ("u  ctrl+z", "undo"),
        ("q  Esc", "home"),
    ),
    "review": (
        ("Space Enter", "accept"),
        ("1 2 3 4", "grades"),
        ("1 – 9", "pick"),
        ("↑ ↓  Space", "carry"),
        ("Tab", "gap"),
        ("Esc", "leave"),
        ("F2", "hint"),
        ("F3  d", "demo"),
        ("F4  s", "skip"),
        ("F5  o", "image"),
        ("← →", "which"),
        ("u  ctrl+z", "undo"),
        ("-", "bury"),
        ("@", "suspend"),
        ("*", "flag"),
        ("i", "history"),
        ("e", "edit_card"),
        ("q", "home"),
    ),
    "done": (
        ("Enter", "after_day"),
        ("↑ ↓", "look"),
        ("m  r", "more"),
        ("u  ctrl+z", "undo"),
        ("q  Esc", "home"),
    ),
    "card": (
        ("Enter", "next_card"),
        ("F3  d", "demo"),
        ("← →", "which"),
        ("i", "history"),
        ("*", "flag"),
        ("@", "suspend"),
        ("q  Esc", "back"),
    ),
    "marked": (
        ("Enter", "open"),
        ("↑ ↓", "choose"),
        ("*", "flag"),
        ("@", "suspend"),
        ("u  ctrl+z", "undo"),
        ("q  Esc", "back"),
    ),
    "settings": (
        ("↑ ↓", "choose"),
        ("← →", "setting_step"),
        ("Enter  0 – 9", "setting_type"),
        ("Del", "setting_default"),
        ("q  Esc", "back"),
    ),
    "tour": (("Enter", "go_on"), ("PgUp  Backspace", "back"), ("Esc", "skip_tour")),
    "quiz_setup": (
        ("Enter", "quiz_begin"),
        ("↑ ↓", "choose"),
        ("Space", "quiz_tick"),
        ("← →  0 – 9", "quiz_change"),
        ("q  Esc", "home"),
    ),
    "quiz": (
        ("Space Enter", "quiz_accept"),
        ("1 – 9", "pick"),
        ("1 2 3 4", "quiz_grades"),
        ("↑ ↓  Space", "carry"),
        ("Tab", "gap"),
        ("Esc", "leave"),
        ("F2", "hint"),
        ("F3  d", "demo"),
        ("F5  o", "image"),
        ("← →", "which"),
        ("u  ctrl+z", "undo"),
        ("*", "flag"),
        ("i", "history"),
        ("q", "quiz_end"),
    ),
    "quiz_score": (
        ("Enter", "quiz_look"),
        ("↑ ↓", "choose"),
        ("r", "quiz_again"),
        ("n", "quiz_another"),
        ("u  ctrl+z", "undo"),
        ("q  Esc", "home"),
    ),
    "quiz_missed": (
        ("Enter", "quiz_next"),
        ("b  Backspace", "quiz_before"),
        ("F3  d", "demo"),
        ("l", "quiz_lesson"),
        ("← →", "which"),
        ("*", "flag"),
        ("i", "history"),
        ("q  Esc", "back"),
    ),
    "demos": (("Enter", "open"), ("↑ ↓", "choose"), ("/", "filter"), ("q  Esc", "back")),
    "glossary": (
        ("Enter", "term_lesson"),
        ("↑ ↓", "choose"),
        ("/", "find_term"),
        ("q  Esc", "back"),
    ),
    "player": (
        ("Space  n  PgDn", "step"),
        ("b  PgUp  shift+←", "step_back"),
        ("Home  End  0 – 9", "ends"),
        ("← ↑ ↓ →", "cell"),
        ("Tab  shift+Tab", "operand"),
        ("Enter", "into"),
        ("Backspace  Esc", "out"),
        ("p", "predict"),
        ("t", "trap"),
        ("e  E", "edit"),
        ("r", "redraw"),
        ("x", "example"),
        ("o", "original"),
        ("c", "conventions"),
        ("s", "source"),
        ("v", "picture"),
        ("h", "heat"),
        ("w", "why"),
        ("q", "back"),
    ),
    "everywhere": (
        ("F1  ?", "keys"),
        ("F6  ctrl+l", "language"),
        ("F7  ctrl+t", "theme"),
        ("g", "glossary"),
        ("ctrl+r", "read_anew"),
        ("ctrl+p", "palette"),
        ("ctrl+q", "quit"),
    ),
}
"""The keys of each group and what they do, as codes under `ui.does`."""


_PAGES = "home lesson review walk done card marked demos player settings glossary"
_QUIZZES = "quiz_setup quiz quiz_score quiz_missed"
ABOUT = frozenset({*_PAGES.split(), *_QUIZZES.split(), *(f"kind.{kind}" for kind in KINDS)})
"""What there is a text about, as codes under `day.about`: pages, and kinds of card."""


class KeysDialog(Dialog):
    """What a page is about and what one may try there, then its keys in groups."""

    def __init__(self, topics: Sequence[str], about: Sequence[str] = ()) -> None:
        super().__init__()
        self._topics = topics
        self._about = [code for code in about or topics if code in ABOUT]

    def title_line(self) -> str:
        """Its name."""
        return self.tutor.say("day.about.title") if self._about else self.say("keys.title")

    def retell(self) -> None:
        """Say everything again, and that there may be more below."""
        super().retell()
        self.query_one("#dialog-foot", Static).update(self.tutor.say("day.help.foot"))

    def draw(self, width: int) -> Content:
        """The texts, then a line a key."""
        lines: list[Content] = []
        for code in self._about:
            told = set_text(self.tutor.say(f"day.about.{code}"), width)
            lines += [*told, Content("")]
        if self._about:
            lines.append(Content.styled(self.say("keys.title"), "bold $accent"))
        column = max(len(label) for topic in self._topics for label, _ in KEYS[topic]) + 3
        for number, topic in enumerate(self._topics):
            if number:
                lines += [Content(""), Content.styled(self.say(f"keys.{topic}"), "$quiet")]
            lines += self._keys(topic, column, width)
        return Content("\n").join(lines)

    def _keys(self, topic: str, column: int, width: int) -> list[Content]:
        lines: list[Content] = []
        for label, code in KEYS[topic]:
            does = Content(self.say(f"does.{code}")).wrap(max(width - column, 10))
            lines.append(Content.assemble((label.ljust(column), "bold $accent"), does[0]))
            lines += [Content.assemble(" " * column, line) for line in does[1:]]
        return lines
