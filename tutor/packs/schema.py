"""The JSON Schema of a file in `content/`, for editors; made from the classes that are read."""

from typing import Any

from tutor.core.cards import KINDS
from tutor.packs.concepts import ConceptFile

_SCALAR = ["string", "number", "boolean"]
"""Whatever a scalar looks like to an editor, the reader takes it as the text that was written."""


def json_schema() -> dict[str, Any]:
    """The schema as plain values; every object in it is closed."""
    import msgspec

    kinds = list(dict.fromkeys(KINDS.values()))
    _, components = msgspec.json.schema_components(
        [ConceptFile, *kinds], ref_template="#/$defs/{name}"
    )
    defs = {name: _closed(_as_written(schema)) for name, schema in components.items()}
    defs["Words"]["minProperties"] = 1
    defs["Choice"]["anyOf"] = [{"required": [key]} for key in ("text", "en", "ko")]
    defs["Choices"]["properties"]["choices"]["minItems"] = 2
    defs["Typed"]["properties"]["accept"]["minItems"] = 1
    defs["Card"] = {
        "type": "object",
        "oneOf": [{"required": [key]} for key in KINDS],
        "allOf": [
            {"if": {"required": [key]}, "then": {"$ref": f"#/$defs/{kind.__name__}"}}
            for key, kind in KINDS.items()
        ],
    }
    concept = defs.pop(ConceptFile.__name__)
    concept["properties"]["cards"] = {"type": "array", "items": {"$ref": "#/$defs/Card"}}
    concept["anyOf"] = [{"required": ["cards"]}, {"required": ["lesson"]}]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A concept of tutor",
        **concept,
        "$defs": defs,
    }


def _as_written(schema: Any) -> Any:
    """The schema with texts as YAML writes them: numbers too, and never empty."""
    if isinstance(schema, list):
        return [_as_written(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _as_written(part) for key, part in schema.items() if key != "default"}
    if made.get("type") == "string":
        made.update(type=_SCALAR, pattern=r"\S")
    return made


def _closed(schema: dict[str, Any]) -> dict[str, Any]:
    """An object schema that allows no other keys."""
    schema.pop("title", None)
    return {**schema, "additionalProperties": False}
