"""The words of the glossary, in English."""

SENTENCES: dict[str, str] = {
    "glossary.title": "Glossary",
    "glossary.count": "{n} {n|term/terms}",
    "glossary.some": "{n} of {all}",
    "glossary.filter": "words, in either language",
    "glossary.nothing": "No term holds this.",
    "glossary.empty": "There are no terms. A pack lists its own in content/glossary.yaml.",
    "glossary.key": "glossary",
    "glossary.lesson": "lesson",
    "glossary.no_lesson": "No lesson teaches this term.",
    "glossary.palette": "Glossary",
    "glossary.palette.help": "What the terms mean, in both languages (g)",
    "glossary.taught": "taught in {concept}",
    "glossary.none": "No term is called {term}. `tutor glossary` lists all.",
    "glossary.none_near": "No term is called {term}; did you mean {near}?",
}
