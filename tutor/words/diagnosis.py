"""What may have led to a wrong answer, in sentences; several explanations as a choice."""

from collections.abc import Sequence
from functools import reduce

from tutor.core.live import Cause, Diagnosis, Explanation
from tutor.core.text import Language
from tutor.words.say import say
from tutor.words.verdicts import plain


def diagnosis_lines(diagnosis: Diagnosis, language: Language) -> list[str]:
    """What explains the answer, none if nothing does.

    Authors' texts and what is right but for its order have a line each; single edits and other
    steps make one sentence, a tie among them an either-or.
    """
    found = diagnosis.explanations
    several = len(diagnosis.right) > 1
    lines = [plain(each.say, language) for each in found if each.say]
    for cause, frame in ((Cause.STEP, "steps"), (Cause.EDIT, "edits")):
        causes = [cause_text(each, language) for each in found if each.cause is cause]
        if causes:
            count = "several" if several else "one"
            lines.append(
                say(f"diagnosis.{frame}.{count}", language, causes=_or(frame, causes, language))
            )
    lines += [cause_text(each, language) for each in found if each.cause is Cause.STRUCTURE]
    return lines


def cause_text(explanation: Explanation, language: Language) -> str:
    """One explanation by itself: a clause of an edit, a noun of a step, else a sentence."""
    if explanation.say:
        return plain(explanation.say, language)
    details = explanation.details
    text = say(f"diagnosis.{explanation.cause}.{_code(explanation)}", language, **details)
    if "times" in details:
        return say("diagnosis.edits.times", language, cause=text, times=details["times"])
    return text


def _code(explanation: Explanation) -> str:
    """The sentence's code; of numbers that make no matrix it is told how many there are."""
    sizes = explanation.details.values()
    if explanation.code == "shape" and not any("×" in size for size in sizes):
        return "count"
    return explanation.code


def _or(frame: str, causes: Sequence[str], language: Language) -> str:
    return reduce(
        lambda one, other: say(f"diagnosis.{frame}.or", language, one=one, other=other), causes
    )
