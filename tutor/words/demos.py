"""What is wrong with a demo, as a sentence."""

import re

from tutor.core.text import Language
from tutor.demo.errors import DemoError
from tutor.words.say import fill


def demo_sentence(error: DemoError, language: Language) -> str:
    """`FILE:LINE: what is wrong; cure`, in `language`."""
    if language == "en":
        return str(error)
    from tutor.words.demos_ko import NEAR, SENTENCES

    details: dict[str, object] = dict(error.details)
    if meant := re.search(r"`([^`]+)`", error.details.get("near", "")):
        details["near"] = fill(NEAR, {"near": f"`{meant[1]}`"})
    line = f":{error.line}" if error.line else ""
    place = f"{error.file}{line}: " if error.file else ""
    return place + fill(SENTENCES[error.code], details)
