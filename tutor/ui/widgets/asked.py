"""A question with numbers of its own, drawn around its text: where it stands, what it gives."""

from __future__ import annotations

from textual.content import Content

from tutor.core.study import Mark, Walk
from tutor.ui import marks
from tutor.ui.setting import set_text, wrapped
from tutor.ui.widgets.given import draw_given, draw_meanings
from tutor.words.questions import LiveQuestion

_JOINT = Content.styled(" ▸ ", "$quiet")


def draw_frame(words: LiveQuestion, walk: Walk | None, width: int) -> Content:
    """`Step 2 of 4   scores ▸ [scaled] ▸ weights`, then what the walk-through's author says."""
    lines: list[Content] = []
    if walk is not None:
        steps = _JOINT.join(_step(name, walk) for name in walk.steps)
        frame = Content.styled(words.frame, "bold")
        whole = Content.assemble(frame, "   ", steps)
        lines += [whole] if whole.cell_length <= width else [frame, *wrapped(steps, width)]
    if words.intro:
        lines += [*([Content("")] if lines else []), *set_text(words.intro, width)]
    return Content("\n").join(lines)


def draw_asked(words: LiveQuestion, walk: Walk | None, width: int) -> Content:
    """What the question gives, and the conventions that hold for it."""
    given = draw_given(words.given, width, walk.faulty if walk else ())
    notes = [line for text in words.notes for line in set_text(text, width, "$quiet")]
    meanings = draw_meanings(words.given, width)
    apart = [Content("")] if given and (meanings or notes) else []
    return Content("\n").join([*given, *apart, *meanings, *notes])


def _step(name: str, walk: Walk) -> Content:
    """A step by its name, in brackets where it is asked; one's own that was wrong has a sign."""
    if name == walk.at:
        return Content.styled(f"[{name}]", "bold $accent")
    if name in walk.faulty:
        return Content.styled(f"{name} {marks.sign(Mark.WRONG)}", "$warning")
    return Content.styled(name, "$quiet")
