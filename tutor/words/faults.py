"""Faults of files as sentences: what is wrong, and what cures it."""

from tutor.core.faults import Fault
from tutor.core.text import Language
from tutor.words import faults_en, faults_ko

_CATALOGUES: dict[Language, dict[str, tuple[str, str]]] = {
    "en": faults_en.SENTENCES,
    "ko": faults_ko.SENTENCES,
}
_LONGEST = 300


def fault_parts(fault: Fault, language: Language) -> tuple[str, str]:
    """What is wrong and what cures it, without place or card.

    An entry `CODE/near` of the catalogue is preferred where the fault knows what was meant.
    """
    catalogue = _CATALOGUES[language]
    near = f"{fault.code}/near" if fault.details.get("near") else fault.code
    what, cure = catalogue.get(near) or catalogue.get(fault.code) or catalogue["other"]
    details = {name: _shown(value) for name, value in fault.details.items()}
    details["code"] = fault.code
    if "problem.code" in fault.details:
        details["problem"], better = _problem(fault.details, language)
        cure = "{better}" if better else cure
        details["better"] = better
    return _filled(what, details), _filled(cure, details)


def fault_sentence(fault: Fault, language: Language) -> str:
    """`FILE:LINE:COLUMN: card "ID": what is wrong; cure`."""
    what, cure = fault_parts(fault, language)
    place = f"{fault.place.file}:{fault.place.line}:{fault.place.column}"
    card = faults_ko.CARD if language == "ko" else faults_en.CARD
    whose = card.format(card=_shown(fault.card)) if fault.card else ""
    return f"{place}: {whose}{what}; {cure}"


def _problem(details: dict[str, str], language: Language) -> tuple[str, str]:
    """What a demo complained of, which a fault carries along under `problem.…`, and its cure."""
    from tutor.demo import DemoError
    from tutor.words.demos import demo_sentence

    prefix = "problem."
    own = {name[len(prefix) :]: details[name] for name in details if name.startswith(prefix)}
    code, file, line = (own.pop(name) for name in ("code", "file", "line"))
    sentence = demo_sentence(DemoError(code, file=file, line=int(line), **own), language)
    if code == "raised":  # what Python says has no cure of ours behind a semicolon
        return _shown(sentence), ""
    said, _, cure = sentence.rpartition("; ")
    return (_shown(said), _shown(cure)) if said else (_shown(sentence), "")


def _filled(template: str, details: dict[str, str]) -> str:
    """The template with its `{name}`s filled in; what a fault does not say stays empty."""
    return template.format_map(_Details(details))


class _Details(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _shown(value: str) -> str:
    """A word of a file, fit to stand in one line of a terminal."""
    value = "".join(sign if sign.isprintable() else "·" for sign in value)
    return value if len(value) <= _LONGEST else value[:_LONGEST] + "…"
