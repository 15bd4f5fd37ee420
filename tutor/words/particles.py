"""Korean particles, chosen by the sound on which the word before them ends."""

import re
import unicodedata
from enum import Enum


class Ending(Enum):
    """How a spoken word ends, as far as particles care."""

    VOWEL = "vowel"
    RIEUL = "rieul"
    CONSONANT = "consonant"
    UNKNOWN = "unknown"


PARTICLES: dict[str, tuple[str, str]] = {
    "은는": ("은", "는"),
    "이가": ("이", "가"),
    "을를": ("을", "를"),
    "과와": ("과", "와"),
    "으로": ("으로", "로"),
    "이라": ("이라", "라"),
    "이나": ("이나", "나"),
    "이": ("이", ""),
}
"""Each particle's form after a consonant and after a vowel; `이` is the copula's stem (이다/다)."""

_DIGITS = {
    "0": Ending.CONSONANT,  # 영
    "1": Ending.RIEUL,  # 일
    "2": Ending.VOWEL,
    "3": Ending.CONSONANT,  # 삼
    "4": Ending.VOWEL,
    "5": Ending.VOWEL,
    "6": Ending.CONSONANT,  # 육
    "7": Ending.RIEUL,  # 칠
    "8": Ending.RIEUL,  # 팔
    "9": Ending.VOWEL,
}
_LETTERS = {
    "l": Ending.RIEUL,  # 엘
    "r": Ending.RIEUL,  # 알
    "m": Ending.CONSONANT,  # 엠
    "n": Ending.CONSONANT,  # 엔
}
"""The letters of the Latin alphabet whose Korean names end in a consonant."""
_SIGNS = {
    "%": Ending.VOWEL,  # 퍼센트
    "^": Ending.VOWEL,  # 제곱 표시
    "+": Ending.VOWEL,  # 더하기
    "−": Ending.VOWEL,  # 빼기
    "×": Ending.VOWEL,  # 곱하기
    "·": Ending.VOWEL,  # 곱하기
    "/": Ending.VOWEL,  # 나누기
    "°": Ending.VOWEL,  # 도
    "∞": Ending.VOWEL,  # 무한대
    "ε": Ending.CONSONANT,  # 엡실론
    "ο": Ending.CONSONANT,  # 오미크론
    "υ": Ending.CONSONANT,  # 입실론
}
_ENGLISH: tuple[tuple[re.Pattern[str], Ending], ...] = (
    (re.compile(r"(l|le|[aeiou]le)$"), Ending.RIEUL),  # 모델, 스케일
    (re.compile(r"([mn]|ng|[aeiou][mn]e)$"), Ending.CONSONANT),  # 토큰, 네임
    (re.compile(r"(?<![aeiou])[aeiou](ck|[ptk])$"), Ending.CONSONANT),  # 스텝, 드롭아웃
    (re.compile(r"(ou|oo)[tk]$"), Ending.CONSONANT),  # 드롭아웃, 룩
    (re.compile(r"[a-z]$"), Ending.VOWEL),
)
"""How English words are usually written in Korean; the first pattern that fits decides."""

_BRACKETED = re.compile(r"\s*[(\[（［][^()\[\]（）［］]*[)\]）］]$")
_SILENT = " \t\n\"'`“”‘’«»「」『』《》〈〉*_.,;:!?…$)]}）］"


def ending(word: str) -> Ending:
    """How `word` ends when read aloud; words in brackets and marks at the end are not read."""
    text = _spoken(unicodedata.normalize("NFC", word))
    if not text:
        return Ending.UNKNOWN
    last = text[-1]
    if "가" <= last <= "힣":
        final = (ord(last) - ord("가")) % 28
        return {0: Ending.VOWEL, 8: Ending.RIEUL}.get(final, Ending.CONSONANT)
    if last in _DIGITS:
        return _DIGITS[last]
    latin = re.search(r"[A-Za-z]+$", text)
    if latin is not None:
        return _latin(latin.group())
    if last in _SIGNS:
        return _SIGNS[last]
    return Ending.VOWEL if "GREEK" in unicodedata.name(last, "") else Ending.UNKNOWN


def _spoken(word: str) -> str:
    text = word.rstrip(_SILENT[:-5])
    while (match := _BRACKETED.search(text)) and match.start() > 0:
        text = text[: match.start()].rstrip(_SILENT[:-5])
    return text.rstrip(_SILENT)


def _latin(word: str) -> Ending:
    if len(word) == 1 or word.isupper():  # read letter by letter
        return _LETTERS.get(word[-1].lower(), Ending.VOWEL)
    lower = word.lower()
    return next(found for pattern, found in _ENGLISH if pattern.search(lower))


def with_particle(word: str, particle: str) -> str:
    """`word` followed by the form of `particle` that its sound asks for; both forms if unsure.

    `particle` is a key of `PARTICLES`.
    """
    closed, open_ = PARTICLES[particle]
    found = ending(word)
    if found is Ending.UNKNOWN:
        return f"{word}{closed}({open_})" if open_ else f"{word}({closed})"
    if found is Ending.VOWEL or (found is Ending.RIEUL and particle == "으로"):
        return word + open_
    return word + closed
