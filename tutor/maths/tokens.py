"""A formula's source as a list of tokens."""

import re
import unicodedata

from tutor.maths.widths import cells

_TOKEN = re.compile(
    r"""\\(?:operatorname|hspace)\*   # the two commands whose star belongs to them
    |   \\[A-Za-z]+
    |   \\.
    |   :=
    |   [0-9]{1,3}(?:,[0-9]{3})+(?![0-9])
    |   [0-9]*\.?[0-9]+
    |   \s+
    |   .""",
    re.VERBOSE | re.DOTALL,
)


def readable(tex: str) -> str:
    """`tex` composed (NFC), with a sign in place of each character that no terminal shows."""
    return "".join(
        "�" if _is_hidden(character) else character
        for character in unicodedata.normalize("NFC", tex)
    )


def _is_hidden(character: str) -> bool:
    category = unicodedata.category(character)
    return category in ("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp") and character not in "\t\n\r"


def tokens_of(tex: str) -> list[str]:
    """The tokens of `tex` in order; joined, they are `readable(tex)` again but for loose accents.

    A combining character belongs to the token before it, and stands on a dotted circle where
    there is none.
    """
    found: list[str] = []
    for token in _TOKEN.findall(readable(tex)):
        if cells(token) > 0 or token.isspace():
            found.append(token)
        elif found and _carries(found[-1]):
            found[-1] += token
        else:
            found.append("◌" + token)
    return found


def _carries(token: str) -> bool:
    return not (token.isspace() or token in "{}^_&'" or token.startswith("\\"))
