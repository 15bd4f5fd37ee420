"""The signs of a typed number, whatever keyboard it was typed on."""

import re
import unicodedata
from typing import NamedTuple

from tutor.numbers.values import UnreadableError

LONGEST = 4000
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("−–—‐‑﹣", "-"),
        **dict.fromkeys("·∙⋅•✕✖∗", "*"),
        **dict.fromkeys("÷∕⁄", "/"),
        **dict.fromkeys("、،", ","),
        **dict.fromkeys("⟨", "("),
        **dict.fromkeys("⟩", ")"),
        "π": "pi",
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
    }
)
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+", strict=True))
_RAISED_RUN = re.compile(f"[{''.join(_RAISED)}]+")
_LOG_BASE = re.compile(r"log(₂|₁₀)")
_TOKEN = re.compile(
    r"""(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?![.0-9]))
    |   (?P<word>[^\W\d_][^\W_]*)
    |   (?P<sign>\*\*|[-+*/×^%√()\[\],;])
    |   (?P<blank>\s+)""",
    re.VERBOSE,
)
_NUMBERLIKE = re.compile(r"[0-9.]+")


class Token(NamedTuple):
    """A piece of a text: what it is, how it is written and whether a blank stands before it."""

    kind: str
    text: str
    after_blank: bool


def normalised(text: str) -> str:
    """`text` with full-width digits, raised exponents and typographic signs in plain ASCII."""
    if len(text) > LONGEST:
        raise UnreadableError("too-long", limit=str(LONGEST))
    plain = "".join(map(_plain, text)).translate(_SIGNS)
    plain = _LOG_BASE.sub(lambda found: "log2" if found[1] == "₂" else "log10", plain)
    plain = _RAISED_RUN.sub(
        lambda found: "^(" + "".join(_RAISED[sign] for sign in found[0]) + ")", plain
    )
    return plain.strip().lstrip("=≈").strip()


def _plain(sign: str) -> str:
    if unicodedata.category(sign) == "Nd":
        return str(unicodedata.digit(sign))
    if unicodedata.east_asian_width(sign) in "FH":
        return unicodedata.normalize("NFKC", sign)
    if unicodedata.category(sign) == "No" and "⁄" in unicodedata.normalize("NFKC", sign):
        return f"({unicodedata.normalize('NFKC', sign)})"
    return sign


def tokens_of(text: str) -> list[Token]:
    """The tokens of a normalised text; raises `UnreadableError` at a sign that is none."""
    found: list[Token] = []
    at, after_blank = 0, False
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            number = _NUMBERLIKE.match(text, at)
            if number and any(sign.isdigit() for sign in number[0]):
                raise UnreadableError("number", number=number[0])
            raise UnreadableError("sign", sign=text[at])
        if match.lastgroup == "blank":
            after_blank = True
        else:
            found.append(Token(match.lastgroup or "", match[0], after_blank))
            after_blank = False
        at = match.end()
    return found
