"""The words of editing a card in one's editor, in English."""

SENTENCES: dict[str, str] = {
    "edit.saved": "Saved: the card is now as {file} says.",
    "edit.next_time": "Saved in {file}. The card will be asked so from the next time on.",
    "edit.where": "{file}, line {line}",
    "edit.unchanged": "Nothing was changed.",
    "edit.stopped": "Nothing was changed; {program} ended with an error.",
    "edit.gone": "Saved: there is no such card any more.",
    "edit.no_editor": "No editor was found. Set EDITOR to yours, or open {file} at line {line}.",
    "edit.no_terminal": "No editor can be opened in this terminal. Open {file} at line {line}.",
    "edit.not_found": "There is no {program}. Set EDITOR to the editor that you have.",
    "edit.failed": "{file}: {reason}",
    "edit.cannot.gone": "The card does not stand in {file} any more; start the tutor anew.",
    "edit.cannot.broken": "The card cannot be copied from or into {file}; tutor check says what "
    "is wrong in it.",
    "edit.cannot.brackets": "{file} has its cards in brackets. Write each on lines of its own "
    "with a dash, then this one can be added.",
    "edit.cannot.picture": "The card's picture lies where your own pack has no place for it "
    "({file}).",
    "edit.faults": "{n} {n|fault/faults} in what you wrote",
    "edit.faults.foot": "e edits again · Esc goes on with the old card",
    "edit.fault": "line {line}",
    "edit.fault_card": "line {line}, card {card}",
    "edit.remarks": "Your own cards of {title}. Take the # away to begin:\n"
    "- id: my-first\n"
    "  ask: What do I ask?\n"
    "  answer: What shall I know?",
}
