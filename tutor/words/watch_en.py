"""The words of files that change while the tutor runs, in English."""

SENTENCES: dict[str, str] = {
    "watch.read": "All files were read again: {n} {n|deck/decks}.",
    "watch.more": "{first} ({n} more)",
    "watch.blind": "Changes there are not noticed: {reason}. Ctrl+R reads all files again.",
    "watch.palette": "Read the files again",
    "watch.palette.help": "Take all packs as they are on the disk now",
}
