"""Whether a statement holds: two choices."""

from collections.abc import Sequence

from tutor.core.cards import Choice, Claim
from tutor.core.study import Mark, Part
from tutor.core.text import Language
from tutor.ui.widgets.choices import ChoiceList
from tutor.words import say

_HOLDS = 0


class ClaimList(ChoiceList):
    """Holds, or does not hold; a digit answers at once."""

    def __init__(self, card: Claim, language: Language) -> None:
        super().__init__(
            (_choice("ui.claim.holds", card.holds), _choice("ui.claim.not", not card.holds)),
            (),
            language,
        )
        self.keys = (("1 2", "pick"),)

    @property
    def parts(self) -> Sequence[Part]:
        """The one that was picked, and the right one."""
        if self.verdict is None:
            return ()
        mark = Mark.RIGHT if self.verdict.right else Mark.WRONG
        return tuple(
            Part(
                mark=mark if index in self.picked else Mark.MISSED, given="", right="", index=index
            )
            for index, choice in enumerate(self._choices)
            if choice.right or index in self.picked
        )

    def answer(self) -> None:
        """Give whether it was said to hold."""
        self.post_message(self.Answered(_HOLDS in self.picked))


def _choice(code: str, right: bool) -> Choice:
    return Choice(en=say(code, "en"), ko=say(code, "ko"), right=right)
