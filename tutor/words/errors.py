"""What went wrong below the screen, as a sentence."""

from tutor.core.text import Language
from tutor.words.say import say


def error_sentence(error: Exception, language: Language) -> str:
    """The sentence of an error of the store, of a demo or of a live question."""
    from tutor.store import StoreError

    if isinstance(error, StoreError):
        return say(f"error.{error.code}", language, **error.details)
    from tutor.demo import DemoError
    from tutor.live.errors import LiveError

    if isinstance(error, DemoError):
        from tutor.words.demos import demo_sentence

        return demo_sentence(error, language)
    if isinstance(error, LiveError):
        from tutor.words.live import live_sentence

        return live_sentence(error, language)
    return str(error)
