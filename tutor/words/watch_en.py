"""The words of files that change while the tutor runs, in English."""

SENTENCES: dict[str, str] = {
    "watch.read": "All files were read again: {n} {n|deck/decks}.",
    "watch.more": "{first} ({n} more)",
    "watch.blind": "Changes there are not noticed: {reason}. Ctrl+R reads all files again.",
    "moves.title": "{n} {n|card has/cards have} a new name?",
    "moves.about": "These cards have gone from their files, and new ones look like them. If they "
    "are the same, their history follows: `was:` is written into the files.",
    "moves.more": "and {n} more",
    "moves.foot": "y they are the same · n they are new · Esc asks again at the next start",
    "moves.accepted": "The history of {n} {n|card/cards} follows.",
    "moves.declined": "They are new cards; the history of the old ones is kept.",
    "moves.cannot": "The file of {card} could not be changed; write was: into it yourself.",
    "moves.doctor": "{n} {n|card/cards} with a history {n|is/are} in no file any more: {cards}",
    "moves.doctor_like": "{former} looks like {card}; if they are the same, add `was: {former}` to "
    "that ({file}:{line}).",
    "moves.hint": "{n} {n|card has/cards have} gone and new ones look like them; tutor doctor says "
    "which.",
    "watch.palette": "Read the files again",
    "watch.palette.help": "Take all packs as they are on the disk now",
}
