"""The words of adding cards in the terminal, in English."""

SENTENCES: dict[str, str] = {
    "add.kind": "Kind [1]:",
    "add.no_kind": "That is none of the kinds; give a number from 1 to {n}, or its key.",
    "add.ask": "Question (empty: enough):",
    "add.answer": "Answer:",
    "add.accept": "What is right (several with ; between):",
    "add.cloze": "Text with {{{{gaps}}}} (empty: enough):",
    "add.claim": "Claim (empty: enough):",
    "add.holds": "Is it so (y/n)?",
    "add.choices": "A choice; * before a right one, :: before why one is wrong (empty: no more):",
    "add.order": "The next line in the right order (empty: no more):",
    "add.pairs": "A pair, left :: right (empty: no more):",
    "add.number": "Number:",
    "add.live": "Step to compute, as in attend.scaled (empty: enough):",
    "add.formula": "Step whose formula is asked, as in attend.scaled (empty: enough):",
    "add.because": "Why is that so (may be empty)?",
    "add.flawed": "Not added: {fault}.",
    "add.done": "Added {card} ({file}:{line}).",
    "add.sum": "{n} {n|card/cards} added to {deck}.",
    "add.no_room": "{file} has its cards in brackets or cannot be read; tutor check says more.",
}
