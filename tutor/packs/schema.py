"""The JSON Schemas of the files in `content/`, for editors; made from the classes that are read."""

from itertools import product
from typing import Any, Literal, TypeAlias, get_args

from tutor.core.cards import KINDS, Cells
from tutor.core.glossary import Term
from tutor.core.text import Words
from tutor.packs.concepts import ConceptFile
from tutor.packs.kinds import LEAST_LINES, LEAST_PAIRS

FileKind: TypeAlias = Literal["concept", "glossary", "tracks"]
"""The files that have a schema each: those of cards, and the two with names of their own."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SCALAR = ["string", "number", "boolean"]
"""Whatever a scalar looks like to an editor, the reader takes it as the text that was written."""

_TEXT = {"type": _SCALAR, "pattern": r"\S", "patternErrorMessage": "This text is empty."}

_QUANTITY = r"^(?!where$)[^\W\d]\w*$"

_DESCRIPTIONS = {
    "concept": "The identity of the concept, for good: the cards' histories belong to it.",
    "title": "What the deck is called on the screen.",
    "needs": "The concepts to be learnt before this one.",
    "facts": "What is to be known, each under a name; `fact` of a card tells which it asks for.",
    "lesson": "One screen of Markdown, read before the first card.",
    "demo": "The demo that shows the concept; steps of it need no name before them.",
    "generate": "Steps of `demo` that become live cards by themselves; `true`: all of them.",
    "cards": "The cards, each behind a dash.",
    "Card.id": "The card's identity, for good: its text may change, its history stays.",
    "Card.ask": "The question.",
    "Card.fact": "The fact of the file that the card asks for.",
    "Card.hint": "Shown when it is asked for.",
    "Card.because": "Shown after the answer: why it is so.",
    "Card.tags": "Words to choose cards by.",
    "Card.source": "Where it is written.",
    "Card.suspended": "Whether the card is left out.",
    "Card.deeper": "Whether the card waits until the way to a goal has been learnt.",
    "Card.was": "The identity it had before, `concept/id`: its history follows.",
    "Recall.answer": "What is shown; you grade yourself.",
    "Recall.reverse": "Makes a second card that shows the answer and asks for the question.",
    "Typed.accept": "What is right when it is typed: any of these.",
    "Cloze.cloze": "A text with gaps, `The {{forget}} gate`; `{{a|b}}` takes either word.",
    "Cloze.each": "Makes a card of every gap, the others filled.",
    "Choices.choices": "What can be picked; `right: true` marks what is right.",
    "Choice.right": "Whether it is to be picked.",
    "Choice.why": "Why it is wrong.",
    "Order.order": "The lines in their right order; they are shown shuffled.",
    "Pairs.pairs": "What belongs together; the right sides are shown shuffled.",
    "Claim.claim": "A statement that is true or false.",
    "Claim.holds": "Whether the claim is true.",
    "Number.number": "A number, fraction, vector, matrix or shape; arithmetic such as `1/2` too.",
    "Number.tolerance": "How far off an answer may be.",
    "Number.unit": "What stands behind the number that is typed.",
    "Image.file": "The picture's file, as it lies from this one, within the pack.",
    "Image.alt": "What one sees on the picture; it stands where no picture can be shown.",
    "Live.live": (
        "The step that is asked, `demo.step` or a step of the concept's own demo, with numbers "
        "drawn for each review; a list of steps of one demo makes a walk-through."
    ),
    "Live.ask": (
        "The question; absent, it is made from the step. `@{name}` shows an input or a step before "
        "the one asked, which is then taken as it is shown."
    ),
    "Live.draw": "How quantities are drawn; each replaces that of the demo, the others stay.",
    "Live.cells": "Which cells are asked: `all`, a `row` or `one`; absent, what is not tedious.",
    "Live.tolerance": (
        "How far off an answer may be; absent, half a unit of the third significant digit, and "
        "nothing where all is whole."
    ),
    "Live.unit": "What stands behind the number that is typed.",
    "Formula.formula": (
        "The step whose formula is typed; it is judged by its values on drawn numbers."
    ),
    "Formula.ask": "The question; absent, it is made from the step.",
}
"""What an editor says of a key: of the file, `Card.key` of any card, `Kind.key` of one kind."""

_OF_TERMS = {
    "means": "One plain sentence, for somebody who knows the mathematics of school.",
    "concept": "The concept in which the term is taught.",
    "also": "Other forms that may stand for the term in a text.",
    "not": "Renderings, words or whole phrases, that no text of the pack may use.",
    "strict": "Whether a text that names the term in English must name it in Korean.",
}


def json_schema(kind: FileKind = "concept") -> dict[str, Any]:
    """The schema as plain values; every object in it is closed."""
    schemas = {"concept": _concept, "glossary": _glossary, "tracks": _tracks}
    return {"$schema": _DIALECT, **schemas[kind]()}


def _concept() -> dict[str, Any]:
    kinds = list(dict.fromkeys(KINDS.values()))
    defs = _definitions(ConceptFile, *kinds)
    defs["Choice"]["anyOf"] = [{"required": [key]} for key in ("text", "en", "ko")]
    defs["Choices"]["properties"]["choices"]["minItems"] = 2
    defs["Typed"]["properties"]["accept"]["minItems"] = 1
    defs["Order"]["properties"]["order"]["minItems"] = LEAST_LINES
    defs["Pairs"]["properties"]["pairs"]["minItems"] = LEAST_PAIRS
    _allow_live(defs)
    for kind in kinds:
        properties = defs[kind.__name__]["properties"]
        properties["was"] = _word_or_list(properties["was"])
    concept = defs.pop(ConceptFile.__name__)
    concept["properties"]["cards"] = {"type": ["array", "null"], "items": {"$ref": "#/$defs/Card"}}
    concept["properties"]["generate"] = _word_or_list(concept["properties"]["generate"])
    concept["anyOf"] = [{"required": ["cards"]}, {"required": ["lesson"]}]
    _describe(concept, defs)
    defs["Card"] = {
        "type": "object",
        "allOf": [
            {"if": _with(key), "then": {"$ref": f"#/$defs/{kind.__name__}"}}
            for key, kind in KINDS.items()
        ],
        "if": {"anyOf": [_with(key) for key in KINDS]},
        "else": {"$ref": "#/$defs/Begun"},
    }
    defs["Begun"] = _begun([defs[kind.__name__] for kind in kinds])
    return {"title": "A concept of tutor", **concept, "$defs": defs}


def _with(key: str) -> dict[str, Any]:
    return {"type": "object", "required": [key]}


def _begun(kinds: list[dict[str, Any]]) -> dict[str, Any]:
    """The schema of a card that has no answer yet: no card at all, but editors complete it."""
    properties: dict[str, Any] = {}
    for kind in kinds:
        for key, value in kind["properties"].items():
            properties.setdefault(key, value)
    said = f"A card needs the one key that carries its answer: {', '.join(KINDS)}."
    missing = [{"required": [key], "errorMessage": said} for key in KINDS]
    return _closed({"properties": properties, "anyOf": missing})


def _describe(concept: dict[str, Any], defs: dict[str, Any]) -> None:
    """Put the descriptions in; what is said of any card is said where a kind has no more to say."""
    of_any = {key for key in _DESCRIPTIONS if key.startswith("Card.")}
    for path in _DESCRIPTIONS.keys() - of_any:
        kind, _, key = path.rpartition(".")
        (defs[kind] if kind else concept)["properties"][key]["description"] = _DESCRIPTIONS[path]
    for path, kind in product(of_any, {kind.__name__ for kind in KINDS.values()}):
        key = path.rpartition(".")[2]
        if key in (properties := defs[kind]["properties"]):
            properties[key].setdefault("description", _DESCRIPTIONS[path])


def _glossary() -> dict[str, Any]:
    defs = _definitions(Term)
    term = defs["Term"]["properties"]
    term["not"] = term.pop("avoid")  # a word of Python's own
    for key, text in _OF_TERMS.items():
        term[key]["description"] = text
    defs["Term"]["description"] = "A term, in both languages."
    items = {"$ref": "#/$defs/Term"}
    return {"title": "A glossary of tutor", "type": "array", "items": items, "$defs": defs}


def _tracks() -> dict[str, Any]:
    title = {"anyOf": [_TEXT, {"$ref": "#/$defs/Words"}]}
    return {
        "title": "The tracks of a pack of tutor, in their order of learning",
        "type": "object",
        "additionalProperties": title,
        "$defs": _definitions(Words),
    }


def _definitions(*kinds: type) -> dict[str, Any]:
    """The definitions of classes and of all that they hold."""
    import msgspec

    _, components = msgspec.json.schema_components(
        kinds, schema_hook=_anything, ref_template="#/$defs/{name}"
    )
    defs = {name: _closed(_as_written(schema)) for name, schema in components.items()}
    defs["Words"]["minProperties"] = 1
    return defs


def _anything(kind: type) -> dict[str, Any]:
    """The schema of the values that are read by what they look like (`object` in the classes)."""
    if kind is object:
        return {"type": [*_SCALAR, "array"]}
    raise NotImplementedError(kind)


def _allow_live(defs: dict[str, Any]) -> None:
    """Make the definitions of live cards what the reader takes."""
    live = defs["Live"]["properties"]
    live["live"] = _word_or_list({**live["live"], "minItems": 1})
    live["cells"] = {"enum": [word for word in get_args(Cells) if word]}
    where = defs["Draw"]["properties"]["where"]
    defs["Draw"] = {
        "type": "object",
        "properties": {"where": where},
        "patternProperties": {_QUANTITY: {"$ref": "#/$defs/Drawn"}},
        "minProperties": 1,
        "additionalProperties": False,
    }
    ways = [{"required": [way]} for way in ("integers", "reals", "choose", "value")]
    defs["Drawn"] = {**defs["Drawn"], "oneOf": ways}
    for key in ("integers", "reals"):
        bounds = {"type": "array", "minItems": 2, "maxItems": 2, "items": _anything(object)}
        text = "Two bounds, both of them possible."
        defs["Drawn"]["properties"][key] = {**bounds, "description": text}


def _word_or_list(listed: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [_TEXT, listed]}


def _as_written(schema: Any) -> Any:
    """The schema with texts as YAML writes them: numbers too, and never empty."""
    if isinstance(schema, list):
        return [_as_written(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _as_written(part) for key, part in schema.items() if key != "default"}
    if {"type": "null"} in made.get("anyOf", ()):  # a key that says nothing is not written
        ways = [way for way in made["anyOf"] if way != {"type": "null"}]
        made = ways[0] if len(ways) == 1 else {**made, "anyOf": ways}
    if made.get("type") == "string":
        made.update(_TEXT)
    return made


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    """An object schema that allows no other keys."""
    schema.pop("title", None)
    return {**schema, "additionalProperties": False}
