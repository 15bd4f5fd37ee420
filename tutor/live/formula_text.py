"""A formula as people type it, put into the words of a safe expression.

`S / √d_k`, `E ÷ Σ(E)`, `2p + n`, `Q Kᵀ` and `e^(−x)` all mean something; only their signs are not
Python's. Quantities may be called by their names or by their symbols.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

_Kind: TypeAlias = Literal["number", "quantity", "word", "root", "open", "close", "after", "sign"]

_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("−–—‐‑﹣", "-"),
        **dict.fromkeys("·∙⋅•×⊙∘✕∗", "*"),
        **dict.fromkeys("÷∕⁄", "/"),
        **dict.fromkeys("′’ʹ‵`", "'"),
        **dict.fromkeys("{", "("),
        **dict.fromkeys("}", ")"),
        **dict.fromkeys("∑", "Σ"),
        **dict.fromkeys("⊤", "T"),
        "⌊": "floor(",
        "⌋": ")",
        "⌈": "ceil(",
        "⌉": ")",
        "≤": "<=",
        "≥": ">=",
        "≠": "!=",
        "π": " pi ",
        "∞": " inf ",
        "\u00a0": " ",
    }
)
_RAISED: Final = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+", strict=True))
_TOKEN: Final = re.compile(
    r"""(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    |   (?P<after>\.(?:T|shape)\b|\^\s*\(?T\)?(?!\w)|ᵀ|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+)
    |   (?P<root>[√Σ])
    |   (?P<word>(?:np|numpy)\.(?=\w)|(?!\d)[^\W⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᵀ]+'*)
    |   (?P<open>[(\[])
    |   (?P<close>[)\]])
    |   (?P<sign>\*\*|//|<=|>=|==|!=|.)""",
    re.VERBOSE | re.DOTALL,
)
_FUNCTIONS: Final = {"√": "sqrt", "Σ": "sum", "σ": "sigmoid"}
_ENDS: Final = re.compile(r"(?=[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ᵀ]|[^\w'\u0300-\u036f]|$)")
"""Where a name is over."""
_DEFINED: Final = re.compile(r"[^\W\d][^=<>!()]*?(?<![<>!=])=(?!=)")
"""What stands before the sign of a definition; an `=` in brackets names an argument."""
_APPLIED: Final = frozenset(
    {"ln", "log", "log2", "log10", "exp", "tanh", "sin", "cos", "sigmoid", "softmax", "relu"}
    | {"sqrt", "sum"}
)
"""Functions that are written without brackets too: ln p."""
_CONNECTING: Final = frozenset({"and", "or", "not", "in", "is", "if", "else", "lambda", "for"})


@dataclass(frozen=True, slots=True)
class _Token:
    kind: _Kind
    text: str
    axes: int = 0
    after_blank: bool = False


def python_text(text: str, spellings: Mapping[str, str], arrays: Mapping[str, int]) -> str:
    """The formula as an expression; what cannot be understood stays as it is.

    `spellings` leads from what a quantity may be called to its name, `arrays` from the names of
    those that are no single numbers to how many axes they have: two of them side by side are
    multiplied as matrices, two vectors cell by cell.
    """
    return _written(_bracketed(_tokens(_right_side(_normalised(text)), spellings, arrays)))


def _right_side(text: str) -> str:
    """The formula without the name of what it defines: `c_t = f c` is `f c`."""
    match = _DEFINED.match(text)
    return text[match.end() :] if match else text


def spelling(symbol: str) -> str:
    """A symbol as it is looked up, whichever prime and width it was typed with."""
    return _normalised(symbol).strip()


def _normalised(text: str) -> str:
    wide = (
        unicodedata.normalize("NFKC", sign) if unicodedata.east_asian_width(sign) in "FH" else sign
        for sign in text
    )
    plain = "".join(wide).replace("log₁₀", "log10").replace("log₂", "log2")
    return plain.translate(_SIGNS).strip().lstrip("=").strip()


def _tokens(text: str, spellings: Mapping[str, str], arrays: Mapping[str, int]) -> list[_Token]:
    longest = sorted(spellings, key=len, reverse=True)
    known = re.compile("|".join(map(re.escape, longest)) or r"(?!)")
    found: list[_Token] = []
    at, blank = 0, False
    while at < len(text):
        if text[at].isspace():
            at, blank = at + 1, True
            continue
        match = known.match(text, at)
        if match and _ENDS.match(text, match.end()):
            name = spellings[match[0]]
            found.append(_Token("quantity", name, arrays.get(name, 0), blank))
        else:
            match = _TOKEN.match(text, at)
            assert match is not None
            found.append(_token(match, blank))
        at, blank = match.end(), False
    return found


def _token(match: re.Match[str], blank: bool) -> _Token:
    text = match[0]
    match match.lastgroup:
        case "after":
            return _Token("after", _after(text))
        case "root":
            return _Token("root", _FUNCTIONS[text], after_blank=blank)
        case "word":
            word = "" if text in ("np.", "numpy.") else _FUNCTIONS.get(text, text)
            return _Token("root" if word in _APPLIED else "word", word, after_blank=blank)
        case "sign":
            return _Token("sign", _FUNCTIONS.get(text, "**" if text == "^" else text))
        case kind:
            return _Token(kind, text, after_blank=blank)  # type: ignore[arg-type]  # a group's name


def _after(text: str) -> str:
    if text[0] in _RAISED:
        return f"**({''.join(_RAISED[sign] for sign in text)})"
    return text if text.startswith(".") else ".T"


def _bracketed(tokens: list[_Token]) -> list[_Token]:
    """The tokens with brackets round the single thing that a root or a sum is taken of."""
    found: list[_Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        found.append(token)
        at += 1
        if token.kind == "root" and at < len(tokens) and tokens[at].text != "(":
            end = _end_of_operand(tokens, at)
            if token.text == "sum" and end < len(tokens) and tokens[end].text in ("*", "@"):
                # Of the first alone, or of the product? Without brackets it is no sum at all.
                found[-1] = _Token("quantity", token.text)
                continue
            inside = _bracketed(tokens[at:end])
            found += [_Token("open", "("), *inside, _Token("close", ")")]
            at = end
    return found


def _end_of_operand(tokens: list[_Token], at: int) -> int:
    """Where a name or number with its index or arguments ends; after a further root its own."""
    if tokens[at].kind == "root" and at + 1 < len(tokens):
        return _end_of_operand(tokens, at + 1)
    is_function = tokens[at].kind in ("word", "root")
    depth, end = 0, at
    for end in range(at, len(tokens)):
        token = tokens[end]
        opens = token.text == "[" or (token.text == "(" and (is_function or end == at))
        if depth or opens:
            depth += (token.kind == "open") - (token.kind == "close")
        elif end > at and token.text != ".T":
            return end
    return end + 1


def _written(tokens: list[_Token]) -> str:
    """The tokens in a row, with the signs of multiplication that people leave out."""
    parts: list[str] = []
    for place, token in enumerate(tokens):
        if place and _multiplies(tokens[place - 1], token):
            parts.append(" @ " if _are_arrays(tokens, place) else "*")
        parts.append(f" {token.text} " if token.text in _CONNECTING else token.text)
    return "".join(parts)


def _multiplies(before: _Token, token: _Token) -> bool:
    """Whether two things stand side by side with no sign between them."""
    if before.text in _CONNECTING or token.text in _CONNECTING or not before.text:
        return False
    if before.kind == "word":
        return token.kind in ("quantity", "word", "root") and token.after_blank
    if before.kind not in ("number", "quantity", "close", "after"):
        return False
    if token.kind == "open":
        return token.text == "("
    return token.kind in ("quantity", "word", "root") or (
        token.kind == "number" and before.kind == "close"
    )


def _are_arrays(tokens: list[_Token], place: int) -> bool:
    """Whether what stands on both sides of a place are arrays, and not both of them vectors."""
    before = place - 1
    while before > 0 and tokens[before].text == ".T":
        before -= 1
    one, other = tokens[before].axes, tokens[place].axes
    return min(one, other) > 0 and max(one, other) > 1
