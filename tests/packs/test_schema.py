"""The JSON Schema judges files as the reader does."""

import json
from typing import Any

import jsonschema
import pytest
import yaml

from tests.packs.reading import read, told
from tests.packs.test_reading import FAULTS, GOOD
from tutor.core.cards import KINDS
from tutor.packs import json_schema

REFUSED = [
    "unknown key",
    "missing key",
    "no answer key",
    "misspelt answer key",
    "two answer keys",
    "list for a text",
    "text for a list",
    "text for a choice",
    "no number",
    "one choice",
    "choice without text",
    "nothing accepted",
    "two lines",
    "one pair",
    "pair without a side",
    "claim that says not whether it holds",
    "claim that may hold",
    "picture without words",
    "picture that is a text",
    "no step",
    "cells of no kind",
    "draw that is a list",
    "draw of nothing",
    "draw in two ways",
    "one bound",
    "empty text",
    "empty language",
    "no text at all",
    "comma in a flow text",
    "language unknown",
    "card that is a text",
    "cards that are a text",
    "file that is a list",
    "nothing to learn",
    "unknown key of the file",
    "facts that are a list",
]
"""The faults of one file that a schema can see."""


def accepted(text: str) -> bool:
    validator = jsonschema.Draft202012Validator(json_schema())
    value: Any = yaml.safe_load(text)
    return bool(validator.is_valid(value))


def test_the_schema_is_one_and_fits_into_a_file() -> None:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema
    assert {kind.__name__ for kind in KINDS.values()} <= schema["$defs"].keys()


def test_the_schema_accepts_what_the_reader_accepts() -> None:
    assert read(GOOD)[1] == []
    assert accepted(GOOD)


@pytest.mark.parametrize("steps", ["true", "false", "scaled", "[scaled, output]"])
def test_the_schema_takes_each_way_to_say_what_to_generate(steps: str) -> None:
    text = f"demo: attend\ngenerate: {steps}\ncards: []\n"
    assert read(text)[1] == []
    assert accepted(text)


def test_the_schema_says_what_the_keys_of_live_cards_mean() -> None:
    schema = json_schema()
    assert schema["properties"]["generate"]["description"]
    for key in ("live", "ask", "draw", "cells", "tolerance", "unit"):
        assert schema["$defs"]["Live"]["properties"][key]["description"]


def test_the_schema_takes_a_deck_that_was_just_begun() -> None:
    assert accepted("title: T\ncards:\n")
    assert [code for code, *_ in told("title: T\ncards:\n")] == ["no-cards-yet"]


def test_the_schema_takes_no_key_without_a_value() -> None:
    assert accepted("cards:\n  - {id: a, ask: q, answer: a}\n")
    assert not accepted("cards:\n  - {id: a, ask: q, answer: a, image: }\n")


@pytest.mark.parametrize("name", REFUSED)
def test_the_schema_refuses_what_the_reader_refuses(name: str) -> None:
    text = FAULTS[name][0]
    assert isinstance(text, str)
    assert not accepted(text)


def test_every_object_of_the_schema_is_closed() -> None:
    schema = json_schema()
    assert schema["additionalProperties"] is False
    for name, part in schema["$defs"].items():
        assert name == "Card" or part["additionalProperties"] is False
