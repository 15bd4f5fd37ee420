"""`tutor glossary`, and the titles of tracks in `tutor list`."""

import json

import pytest

from .conftest import Shell

TERMS = """\
- en: gate valve
  ko: 관문 밸브
  means: {en: It lets some of $x$ through., ko: $x$의 일부를 통과시킵니다.}
  concept: small
- {en: valve, ko: 밸브, means: A part., also: {ko: [마개]}}
"""


def write(shell: Shell, name: str, text: str) -> None:
    file = shell.home / "pack" / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("words", ["valve", "VALVE", "밸브"])
def test_a_term_is_found_by_its_name_in_either_language_its_very_name_first(
    shell: Shell, words: str
) -> None:
    write(shell, "glossary.yaml", TERMS)
    lines = shell.run("glossary", words).out.splitlines()
    assert lines == [
        "valve (밸브)",
        "  A part.",
        "gate valve (관문 밸브)",
        "  It lets some of x through.",
        "  taught in small",
    ]


def test_in_korean_the_korean_name_stands_first(shell: Shell) -> None:
    write(shell, "glossary.yaml", TERMS)
    lines = shell.run("glossary", "마개", TUTOR_LANG="ko").out.splitlines()
    assert lines == ["밸브 (valve)", "  A part."]


def test_terms_as_json(shell: Shell) -> None:
    write(shell, "glossary.yaml", TERMS)
    found = json.loads(shell.run("glossary", "마개", "--json").out)
    assert found == {
        "version": 1,
        "terms": [
            {
                "en": "valve",
                "ko": "밸브",
                "means": "A part.",
                "concept": None,
                "also": {"en": [], "ko": ["마개"]},
            }
        ],
    }


def test_without_a_name_all_terms_are_listed_in_the_order_of_their_language(shell: Shell) -> None:
    write(shell, "glossary.yaml", TERMS)
    names = [term["en"] for term in json.loads(shell.run("glossary", "--json").out)["terms"]]
    assert names.index("gate valve") < names.index("hidden state") < names.index("valve")


def test_a_name_that_no_term_has_is_told_with_the_nearest(shell: Shell) -> None:
    result = shell.run("glossary", "sofmax")
    assert result.code == 1
    assert "did you mean softmax?" in result.err
    assert "`tutor glossary`" in shell.run("glossary", "qqqqqqq").err


def test_the_list_names_tracks_by_their_titles(shell: Shell) -> None:
    write(shell, "tracks.yaml", "birds: {en: Birds, ko: 새}\n")
    write(shell, "birds/owl.yaml", "title: Owls\ncards:\n  - {id: a, ask: q, answer: a}\n")
    assert "Birds › Owls (owl), 1 card" in shell.run("list", "--deck", "birds").out
    assert "새 › Owls (owl)" in shell.run("list", "--deck", "owl", TUTOR_LANG="ko").out


@pytest.mark.parametrize("kind", ["concept", "glossary", "tracks"])
def test_each_kind_of_file_has_a_schema(shell: Shell, kind: str) -> None:
    found = json.loads(shell.run("schema", kind).out)
    assert found["$schema"].endswith("2020-12/schema")
    assert (found == json.loads(shell.run("schema").out)) == (kind == "concept")


def test_a_kind_of_file_that_there_is_not_is_a_wrong_call(shell: Shell) -> None:
    assert shell.run("schema", "cards").code == 2
