"""F1: the keys of the page one stands on, then those that work everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tutor.ui.screens.dialog import Dialog

KEYS: dict[str, tuple[tuple[str, str], ...]] = {
    "home": (
        ("Enter", "begin"),
        ("↑ ↓", "deck"),
        ("o", "only"),
        ("l", "lesson"),
        ("d", "demos"),
        ("F3", "demo"),
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
        ("q", "home"),
    ),
    "done": (("Enter", "home"), ("u  ctrl+z", "undo")),
    "demos": (("Enter", "open"), ("↑ ↓", "choose"), ("/", "filter"), ("q  Esc", "back")),
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
        ("F1", "keys"),
        ("F6  ctrl+l", "language"),
        ("F7  ctrl+t", "theme"),
        ("ctrl+p", "palette"),
        ("ctrl+q", "quit"),
    ),
}
"""The keys of each group and what they do, as codes under `ui.does`."""


class KeysDialog(Dialog):
    """The keys, in groups."""

    def __init__(self, topics: Sequence[str]) -> None:
        super().__init__()
        self._topics = topics

    def title_line(self) -> str:
        """Its name."""
        return self.say("keys.title")

    def draw(self, width: int) -> Content:
        """A line a key."""
        column = max(len(label) for topic in self._topics for label, _ in KEYS[topic]) + 3
        lines: list[Content] = []
        for topic in self._topics:
            if lines:
                lines += [Content(""), Content.styled(self.say(f"keys.{topic}"), "$quiet")]
            for label, code in KEYS[topic]:
                does = Content(self.say(f"does.{code}")).wrap(max(width - column, 10))
                lines.append(Content.assemble((label.ljust(column), "bold $accent"), does[0]))
                lines += [Content.assemble(" " * column, line) for line in does[1:]]
        return Content("\n").join(lines)
