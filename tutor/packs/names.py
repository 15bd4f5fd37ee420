"""Names that a file can have on every system."""

import re
import unicodedata

_NO_FILE_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]|[. ]+$')
_DEVICES = {
    *("con", "prn", "aux", "nul", "conin$", "conout$"),
    *(f"{name}{n}" for name in ("com", "lpt") for n in "123456789¹²³"),
}


def usable_name(name: str) -> str:
    """The name as a file can have it on every system."""
    name = _NO_FILE_NAME.sub("-", unicodedata.normalize("NFC", name))
    return f"{name}-" if name.lower().partition(".")[0].rstrip() in _DEVICES else name


def is_usable(name: str) -> bool:
    """Whether a file can have this very name on every system, but for how it is composed."""
    return bool(name) and usable_name(name) == unicodedata.normalize("NFC", name)
