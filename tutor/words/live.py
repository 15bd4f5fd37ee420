"""What is wrong with an expression or a draw, as a sentence."""

from tutor.core.cards import Place
from tutor.core.faults import Fault
from tutor.core.text import Language
from tutor.live.errors import LiveError
from tutor.words.faults import fault_parts


def live_sentence(error: LiveError, language: Language) -> str:
    """`what is wrong; cure`, in `language`, in the words that faults of files have for it."""
    return "; ".join(fault_parts(Fault(Place("", 1, 1), error.code, "", error.details), language))
