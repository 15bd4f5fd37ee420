"""Writes the tables of keys at the end of both guides, from the keys that the pages teach.

Usage: python -m docs.keys FOLDER
"""

import re
import sys
from pathlib import Path

from tutor.core.text import Language
from tutor.ui.screens.keys import KEYS
from tutor.words import say

GUIDES: dict[str, Language] = {"guide.md": "en", "guide.ko.md": "ko"}
PAGES: dict[str, dict[Language, str]] = {
    "everywhere": {"en": "Everywhere", "ko": "어디서나"},
    "tour": {"en": "The tour", "ko": "둘러보기"},
    "home": {"en": "Home", "ko": "처음 화면"},
    "lesson": {"en": "A lesson", "ko": "수업"},
    "review": {"en": "A card", "ko": "카드"},
    "done": {"en": "The end of the day", "ko": "하루의 끝"},
    "card": {"en": "A card to look at", "ko": "카드 살펴보기"},
    "marked": {"en": "Flagged and suspended cards", "ko": "표시하거나 제외한 카드"},
    "demos": {"en": "The list of demos", "ko": "데모 목록"},
    "player": {"en": "The demo player", "ko": "데모 화면"},
    "quiz_setup": {"en": "Setting up a quiz", "ko": "퀴즈 만들기"},
    "quiz": {"en": "A quiz", "ko": "퀴즈"},
    "quiz_score": {"en": "The end of a quiz", "ko": "퀴즈의 끝"},
    "quiz_missed": {"en": "A question that went wrong", "ko": "틀린 문제"},
    "glossary": {"en": "The glossary", "ko": "용어집"},
    "settings": {"en": "The settings", "ko": "설정"},
}
"""The pages in the order of the guide, with their headings there."""


def with_tables(guide: str, language: Language) -> str:
    """A guide with its last section's tables as they are now."""
    parts = re.split(r"^(?=## )", guide, flags=re.MULTILINE)
    about = parts[-1].split("\n### ")[0].rstrip()
    tables = [table(topic, language) for topic in PAGES]
    return "".join([*parts[:-1], about, "\n\n", "\n".join(tables)])


def table(topic: str, language: Language) -> str:
    """The keys of one page and what they do."""
    key, does = {"en": ("key", "does"), "ko": ("키", "하는 일")}[language]
    rows = [f"### {PAGES[topic][language]}", "", f"| {key} | {does} |", "| --- | --- |"]
    for label, code in KEYS[topic]:
        keys = " ".join(f"`{each}`" for each in re.split(r" {2,}", label))
        rows.append(f"| {keys} | {say(f'ui.does.{code}', language)} |")
    return "\n".join(rows) + "\n"


if __name__ == "__main__":
    for name, language in GUIDES.items():
        file = Path(sys.argv[1]) / name
        file.write_text(with_tables(file.read_text(encoding="utf-8"), language), encoding="utf-8")
