"""The help of the command line in English."""

SENTENCES: dict[str, str] = {
    "help.about": "Learn deep learning in the terminal: flashcards that come back just before you "
    "would\nforget them, and demos that compute every formula step by step.",
    "help.usage": "tutor [FILE ...]\n       tutor COMMAND ...",
    "help.epilog": "Without a command the home screen opens; Enter starts the day.\n\n"
    "commands:\n{commands}\n\n"
    "tutor COMMAND --help explains one of them.\n\n"
    "environment:\n"
    "  TUTOR_HOME   one folder for your data, settings and cache\n"
    "  TUTOR_LANG   en or ko\n"
    "  TUTOR_PATH   folders of further packs of cards\n"
    "  NO_COLOR     no colours\n\n"
    "exit code: 0 done, 1 what was asked for is not so, 2 a wrong call",
    "help.arguments": "arguments",
    "help.options": "options",
    "help.help": "show this help",
    "help.hint": "{prog} --help explains the call.",
    "help.files": "files of cards to learn beside the others",
    "help.version": "show the version",
    "help.plain": "linear text without boxes or colours, for screen readers and pipes",
    "help.flagged": "only cards that you flagged",
    "help.suspended": "only cards that are not asked because they are suspended",
    "help.json": "print one JSON object",
    "help.deck": "only this deck: a track, a concept or a file",
    "help.limit": "end after so many answers (in lines of text)",
    "help.review": "the day's review at once",
    "help.review.about": "Review what the day holds: cards that are due, then new ones.\n\n"
    "With --plain, or without a terminal, each question is followed by one line for its\n"
    "answer: gaps set apart by ;  choices by their numbers. Further lines that are understood:\n"
    "  =1 to =4  grade the last answer anew (again, hard, good, easy)\n"
    "  u         undo the last answer or mark, as often as you like\n"
    "  ?         show the hint\n"
    "  -  @  *   leave the card until tomorrow, suspend it, flag it\n"
    "  =i        tell the card's history\n"
    "  m  r      at the day's end: more new cards, the rest of the reviews\n"
    "A space before them makes them an answer. The end of the input ends the review.",
    "help.quiz": "a quiz over any cards, with a score",
    "help.quiz.about": "Ask any cards at once, with a score by concept and what to look at again\n"
    "at the end. It leaves the schedule alone unless --count is given. Options that are given\n"
    "several times take the cards of each. Without options the screen asks what to ask.\n\n"
    "With --plain, or without a terminal, each question is followed by a line for its answer:\n"
    "  ?         show the hint; the answer is then half right at most\n"
    "  u         take the last answer back\n"
    "  =1 to =4  grade anew what you recalled (Good and Easy are right, Hard is half)",
    "help.quiz.json": "read the answers as with --plain, and print one JSON object at the end",
    "help.quiz.deck": "only this deck: a track, a concept or a file (may be repeated)",
    "help.quiz.tag": "only cards with this tag (may be repeated)",
    "help.quiz.kind": "only cards of this kind, as in tutor list --json (may be repeated)",
    "help.quiz.weak": "only weak cards: answered wrong last, often forgotten, or long overdue",
    "help.quiz.flagged": "only flagged cards",
    "help.quiz.number": "so many questions (20)",
    "help.quiz.all": "all cards that fit",
    "help.quiz.minutes": "no new question after so many minutes",
    "help.quiz.seed": "repeat the quiz of this number: the same cards, order and numbers",
    "help.quiz.count": "every answer is a review too",
    "help.demo": "demos of formulas, step by step",
    "help.demo.about": "Show the demos there are, or open one: on the screen, or as text or JSON.",
    "help.demo.cell": "explain this cell, of a step or an input: --cell 'scaled[0,1]'",
    "help.demo.trap": "run along this known wrong path and show where it leads elsewhere",
    "help.demo.nameless": "{option} needs the NAME of a demo before it",
    "help.demo.seed": "draw the inputs anew from this number",
    "help.demo.name": "the demo to open; without it all are listed",
    "help.set": "run with another input, a value in YAML: --set 'x=[[1, 2], [3, 4]]'",
    "help.step": "show only this step",
    "help.check": "check files of cards and say how to correct them",
    "help.check.about": "Check packs and files of cards: a line for each fault, with its cure.\n"
    "The exit code is 1 if there is an error; hints are no errors.",
    "help.check.paths": "files or folders; without them all packs",
    "help.check.fix": "give every card that has none an id; nothing else in the files changes",
    "help.check.watch": "check again whenever a file changes, until Ctrl+C",
    "help.new": "begin a deck of your own",
    "help.new.about": "Begin a deck in your own pack, with an example of each kind of card,\n"
    "and open it in $VISUAL or $EDITOR.",
    "help.new.name": "the deck, track/name for one in a track; or the demo",
    "help.edit": "open a card or a deck in your editor",
    "help.edit.about": "Open a card, a deck or a file in $VISUAL or $EDITOR, at its line.\n"
    "A card of another pack is first copied to your own, which it is then asked from.",
    "help.edit.name": "a card as in tutor list, a concept, a deck of your own, or a file",
    "help.add": "add cards of your own in the terminal",
    "help.add.about": "Ask for cards, a line for each part, and put them behind the last one\n"
    "of a deck.",
    "help.add.deck": "the deck, my-cards unless named; a concept, or a file",
    "help.add.kind": "the kind of card, by the key of its answer",
    "help.list": "all cards, deck by deck",
    "help.list.about": "List the cards there are, deck by deck.",
    "help.show": "one card with its history",
    "help.show.about": "Show one card: what it asks, where it stands, when it is due, its history.",
    "help.show.card": "the card, concept/id as in tutor list; the id alone where it is unique",
    "help.due": "what is due today",
    "help.due.about": "Say what is due today, deck by deck.",
    "help.stats": "figures: answers, retention, days in a row",
    "help.stats.about": "Show figures over all that was answered.",
    "help.config": "show or change the settings",
    "help.config.about": "Show the settings, or set one: language (en, ko), theme (dark, light, "
    "terminal),\nretention (0.7 to 0.99), rollover (the hour at which a day begins), new_per_day,\n"
    "reviews_per_day, count_predictions (true: predicting a step in a demo is a review of it),\n"
    'goals (concepts to learn first, with all that they need: "lstm-cell, gru-cell"; "" for '
    "none).\n"
    "deck.NAME.KEY is a setting of one deck alone, a concept, track or pack: retention,\n"
    'new_per_day, reviews_per_day, language; "" takes it away.',
    "help.key": "the setting; without it all are shown",
    "help.value": "its new value",
    "help.glossary": "the terms of the field, in both languages",
    "help.glossary.about": "Explain a term, found by its name in either language; without one all "
    "of them.",
    "help.glossary.term": "the term, or a part of it",
    "help.schema": "the JSON Schema of files of cards, for editors",
    "help.schema.about": "Print the JSON Schema of files of cards. Editors use it to complete and "
    "check them.\nWith --install they find it by themselves.",
    "help.schema.kind": "what the file is: {kinds} (the first, if not named)",
    "help.backup": "write a copy of all that was learnt",
    "help.backup.about": "Write a backup of the log: a dated one beside it, or to a file.",
    "help.backup.to": "the file to write; it must not be there yet",
    "help.doctor": "check data, cards, settings and terminal",
    "help.doctor.about": "Check data, cards, settings and terminal; the exit code is 1 if "
    "something is wrong.",
    "help.trust": "which packs may run their demos",
    "help.trust.about": "List the packs and whether their demos may be run. With a PACK, show what "
    "it would run,\nand ask whether you trust it; as soon as one of its files changes it is asked "
    "again.",
    "help.trust.pack": "a pack by its name or folder; without it all are listed",
    "help.trust.yes": "trust it without being asked",
    "help.trust.forget": "trust it no longer",
    "help.trust.nameless": "--yes and --forget need a PACK before them",
    "help.new.demo": "a demo: demos/NAME.py with its words in demos/NAME.yaml",
    "help.pack": "add, list and remove packs of cards",
    "help.pack.about": "Add, list and remove packs of cards of others. Without a command all are\n"
    "listed.",
    "help.pack.commands": "commands",
    "help.pack.add": "add a folder or a zip file",
    "help.pack.add.about": "Add a pack: a folder with content/ or demos/, or a zip file of one. "
    "A folder stays where\nit is, so that git pull there brings the cards up to date; a zip file "
    "is looked through\nand unpacked. A repository is cloned first: git clone URL, then tutor pack "
    "add FOLDER.",
    "help.pack.list": "all packs",
    "help.pack.list.about": "List all packs, in the order in which later ones override earlier "
    "ones: how many cards\nare asked from each, and where it is.",
    "help.pack.remove": "remove a pack that was added",
    "help.pack.remove.about": "Remove a pack that was added. A folder stays as it is; what came as "
    "a zip file is\ndeleted. What was learnt of its cards is kept.",
    "help.pack.path": "the folder or zip file",
    "help.pack.name": "what to call it; else as the folder or file is called",
    "help.pack.which": "the pack, as in tutor pack list",
    "help.pack.yes.add": "replace a pack of the same name without asking",
    "help.pack.yes.remove": "delete its files without asking",
    "help.schema.install": "put it into the settings of VS Code and Neovim; what is written, and "
    "where, is shown and asked about first",
    "help.schema.remove": "take out of those settings what --install put in",
    "help.schema.yes": "do not ask",
}
