"""What an undo took back, named."""

from tutor.core.study import Undone
from tutor.core.text import Language
from tutor.words.say import say
from tutor.words.verdicts import grade_name


def taken_back(undone: Undone, name: str, language: Language) -> str:
    """One sentence: the grade, lesson or mark that counts no more, and of which card.

    `name` is the card, or the concept of a lesson, in words.
    """
    code = f"day.undone.{undone.kind.value}"
    if undone.marked:
        code += "_off"
    grade = grade_name(undone.grade, language) if undone.grade is not None else ""
    return say(code, language, card=name, grade=grade)
