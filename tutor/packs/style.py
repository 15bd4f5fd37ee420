"""What `tutor check` says beyond what reading finds: formulas, emphasis, missing translations."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from tutor.core.cards import ConceptId, Place
from tutor.core.faults import Fault, Severity
from tutor.core.text import LANGUAGES
from tutor.maths import faults_in, split_text, unknown_commands
from tutor.packs.demos import read_demo_words
from tutor.packs.glossary import Glossary, read_glossary
from tutor.packs.library import Library, open_library
from tutor.packs.nodes import (
    Document,
    Flaw,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    child,
    flaw_at,
    nearest,
    part_at,
)
from tutor.packs.outlines import Demos
from tutor.packs.placeholders import without_placeholders
from tutor.packs.renderings import Renderings
from tutor.packs.sources import GLOSSARY, TRACKS, Pack, files_of, nobody, reserved_file
from tutor.packs.tracks import empty_tracks

if TYPE_CHECKING:
    from tutor.packs.rehearsed import Rehearsed
    from tutor.packs.trying import Trials

_PROSE = frozenset(
    {"title", "ask", "hint", "because", "lesson", "why", "cloze", "claim", "alt", "say", "means"}
)
"""Keys whose text is read as sentences, so that the bundled pack has it in each language."""


def check(
    packs: Sequence[Pack],
    files: Sequence[Path] = (),
    others: Sequence[Pack] = (),
    report: "Callable[[Trials], object] | None" = None,
    *,
    trials: bool = True,
    trusted: Callable[[Path], bool] = nobody,
    rehearsed: "Rehearsed | None" = None,
) -> list[Fault]:
    """Every fault and hint of the packs and files, in the order of files and lines.

    Beyond what reading them finds: TeX that cannot be set, demos that do not exist, emphasis
    whose asterisks would show, demos' words, terms that are rendered otherwise than the pack's
    glossary has them, what the bundled pack has in one language only, and advice on style.
    The demos of trusted packs are run, with their examples, some draws and their traps, and the
    live cards on them are tried with many seeds, unless without `trials`, for that takes seconds;
    `report` is told how many, with how many draws, in what time.
    The demos of `others` may be asked for and their concepts be needed; nothing else of these packs
    is looked at. `trusted` says of folders among the files whether they may run their demos;
    with `rehearsed` these are first run in a process of their own.
    """
    from tutor.packs.advice import advice
    from tutor.packs.running import demo_faults
    from tutor.packs.trying import Trials

    library = open_library(packs, None, files, others, trusted)
    faults = [*_less_known(library, others), *advice(library.concepts)]
    demos = Demos((*others, *library.packs))
    for pack in library.packs:
        glossary = read_glossary(pack)
        faults += glossary.faults
        if not pack.root.is_file():
            faults += glossary.unknown_concepts(tuple(library.concepts))
            faults += empty_tracks(pack, (*others, *library.packs))
        renderings = _renderings(glossary, pack, others)
        for path in _paths(pack):
            faults += _file_faults(path, pack, demos.names(), renderings)
        for path in sorted(pack.demos.glob("*.yaml")):
            faults += read_demo_words(path)[1]
            faults += _file_faults(path, pack, demos.names(), renderings)
        # Ours run as they are: only who changes them has them tried.
        if pack.demos.is_dir() and (trials or not pack.bundled):
            if rehearsed is not None and pack.trusted and not pack.bundled:
                rehearsed.rehearse(pack, again=True)
            faults += demo_faults(pack, rehearsed)
    if trials:
        tried = Trials(library, demos, rehearsed)
        faults += tried.faults()
        if report is not None:
            report(tried)
    once = {(fault.place, fault.code, fault.card): fault for fault in faults}
    return sorted(once.values(), key=_position)


def _position(fault: Fault) -> tuple[str, int, int]:
    return fault.place.file, fault.place.line, fault.place.column


def _less_known(library: Library, others: Sequence[Pack]) -> list[Fault]:
    """The faults without needs for concepts, and words of facts, that other packs hold."""
    faults = library.faults
    if not others or not any(fault.code in ("unknown-need", "unknown-fact") for fault in faults):
        return list(faults)
    known = open_library(others, None).concepts
    of_file = {concept.place.file: name for name, concept in library.concepts.items()}

    def is_known(fault: Fault) -> bool:
        concept = known.get(of_file.get(fault.place.file, ConceptId("")))
        held = concept.facts if concept is not None else {}
        return fault.details.get("need") in known or fault.details.get("fact") in held

    return [
        fault
        for fault in faults
        if fault.code not in ("unknown-need", "unknown-fact") or not is_known(fault)
    ]


def _renderings(glossary: Glossary, pack: Pack, others: Sequence[Pack]) -> Renderings | None:
    """What the pack's glossary asks of its texts; of a single file that of the pack it lies in."""
    if pack.root.is_file():
        path = pack.root.resolve()
        around = [other for other in others if path.is_relative_to(other.root.resolve())]
        glossary = read_glossary(around[-1]) if around else glossary
    return Renderings(glossary.terms) if glossary.terms else None


def _paths(pack: Pack) -> Iterator[Path]:
    """The files of a pack that can be looked at; reading it has told of the others."""
    try:
        for name in (GLOSSARY, TRACKS):
            if reserved := reserved_file(pack, name):
                yield reserved.path
        for file in files_of(pack):
            yield file.path
    except OSError:
        return


def _file_faults(
    path: Path, pack: Pack, demos: tuple[str, ...], renderings: Renderings | None
) -> Iterator[Fault]:
    from tutor.packs.document import read_document

    try:
        document = read_document(path.read_bytes())
    except OSError:
        return
    for flaw in _flaws(document, pack.bundled, demos, renderings):
        place = Place(str(path), flaw.line, flaw.column)
        yield Fault(place, flaw.code, flaw.card, flaw.details, flaw.severity)


def _flaws(
    document: Document, bundled: bool, demos: tuple[str, ...], renderings: Renderings | None
) -> Iterator[Flaw]:
    root = document.root
    if isinstance(root, SequenceNode):  # a glossary
        for term in root.items:
            yield from _node_flaws(child(term, "means"), "means", bundled)
            yield from renderings.flaws(term) if renderings else ()
    if not isinstance(root, MappingNode):
        return
    for name, (_, value) in root.entries.items():
        if name == "cards" and isinstance(value, SequenceNode):
            for card in value.items:
                identity = card.text("id") if isinstance(card, MappingNode) else ""
                found = [*_node_flaws(card, "", bundled)]
                found += renderings.flaws(card) if renderings else ()
                for flaw in found:
                    flaw.card = identity
                    yield flaw
        elif name == "demo" and isinstance(value, ScalarNode):
            if value.value and value.value not in demos:
                near = nearest(value.value, demos)
                yield flaw_at(value, "unknown-demo", demo=value.value[:60], **near)
        else:
            yield from _node_flaws(value, name, bundled)
            yield from renderings.flaws(value, name) if renderings else ()


def _node_flaws(node: Node, key: str, bundled: bool) -> Iterator[Flaw]:
    """The flaws of the texts at and under `node`, which stands under `key`."""
    if isinstance(node, ScalarNode):
        yield from text_flaws(node)
        if bundled and key in _PROSE and _has_prose(node.value):
            yield _hint(node, "plain-text-only", key=key)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from _node_flaws(item, "", bundled)
    else:
        there = [name for name in LANGUAGES if name in node.entries]
        if bundled and len(there) == 1:
            missing = next(name for name in LANGUAGES if name not in there)
            yield _hint(node, "one-language", missing=missing)
        for name, (_, value) in node.entries.items():
            inner = "" if name in LANGUAGES else "lesson" if key == "facts" else name
            yield from _node_flaws(value, inner, bundled)


def _hint(node: Node, code: str, **details: str) -> Flaw:
    flaw = flaw_at(node, code, **details)
    flaw.severity = Severity.HINT
    return flaw


def _has_prose(text: str) -> bool:
    return any(not tex and any(map(str.isalpha, piece)) for tex, piece in split_text(text))


def text_flaws(node: ScalarNode) -> Iterable[Flaw]:
    """What is wrong with the formulas and the emphasis in one text."""
    if "@{" in node.value:
        node = replace(node, value=without_placeholders(node.value))
    text = node.value
    if "$" in text:
        pieces = [piece for tex, piece in split_text(text) if tex]
        for tex in pieces:
            for command in unknown_commands(tex):
                yield flaw_at(part_at(node, tex), "unknown-tex", command=command)
            for fault in faults_in(tex):
                yield flaw_at(part_at(node, tex), "malformed-tex", tex=tex[:60], reason=fault)
        if text.replace(r"\$", "").count("$") % 2:
            yield _hint(node, "open-dollar")
        if node.style == '"' and pieces:
            yield _hint(node, "tex-in-double-quotes")
    for shown in surviving_asterisks(text):
        yield _hint(part_at(node, shown), "bold-survives", shown=shown)


def surviving_asterisks(text: str) -> list[str]:
    """The `**…**` in `text` that Markdown shows with their asterisks.

    By CommonMark a `**` behind punctuation and before a letter cannot close, as in
    `**어텐션(attention)**은`; nor can one behind a letter and before punctuation open.
    """
    if "**" not in text:
        return []
    plain = "".join(f"${'x' * len(piece)}$" if tex else piece for tex, piece in split_text(text))
    found: list[str] = []
    for line in plain.split("\n"):
        parts = _outside_code(line).split("**")
        for index in range(1, len(parts) - 1, 2):
            before, inside, after = parts[index - 1 : index + 2]
            closes = inside and not (_is_sign(inside[-1]) and _is_letter(after[:1]))
            opens = inside and not (_is_sign(inside[0]) and _is_letter(before[-1:]))
            if inside and not (opens and closes):
                found.append(f"**{inside}**{after[:1]}")
    return found


def _outside_code(line: str) -> str:
    """The line with what stands between backquotes blotted out."""
    return "".join(
        "x" * len(part) if index % 2 else part for index, part in enumerate(line.split("`"))
    )


def _is_letter(sign: str) -> bool:
    return bool(sign) and (sign.isalnum() or sign == "_")


def _is_sign(sign: str) -> bool:
    return not sign.isalnum() and not sign.isspace()
