"""Letter keys that also answer to the jamo which a Korean keyboard writes in their place."""

from typing import TypeAlias

from textual.binding import Binding, BindingType

Bindings: TypeAlias = list[BindingType]
"""The bindings of a page."""

_JAMO = dict(
    zip(
        "qwertyuiopasdfghjklzxcvbnm",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ",
        strict=True,
    )
)


def letter(key: str) -> str:
    """The keys to bind for a letter: itself, its capital and its jamo."""
    return ",".join((key, key.upper(), _JAMO[key]))


def bind(keys: str, action: str) -> Binding:
    """A binding that no footer of Textual's shows; ours are in words that change language."""
    return Binding(keys, action, show=False)
