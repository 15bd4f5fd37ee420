"""What is wrong with settings, in English."""

SENTENCES: dict[str, str] = {
    "settings.unreadable": "the settings cannot be read; defaults are used. Save the file as UTF-8 "
    "and make it readable",
    "settings.syntax": "this is not TOML; defaults are used. Write one setting a line, "
    'as in language = "ko"',
    "settings.broken": "{file} is not TOML, so nothing was written to it; correct it first",
    "settings.unwritable": "{file} cannot be written: {reason}",
    "settings.unknown": "there is no setting {key}; tutor config shows them all",
    "settings.near": "there is no setting {key}; did you mean {near}?",
    "settings.no_key": "there is no setting {key}; there are {keys}",
    "settings.value.language": "language is {value}; it can be en or ko",
    "settings.value.theme": "theme is {value}; it can be dark, light or terminal",
    "settings.value.retention": "retention is {value}; it can be from 0.7 to 0.99",
    "settings.value.rollover": "rollover is {value}; it can be an hour from 0 to 23",
    "settings.value.new_per_day": "new_per_day is {value}; it can be a whole number up to 9999",
    "settings.value.reviews_per_day": "reviews_per_day is {value}; it can be a whole number "
    "up to 9999",
    "settings.value.count_predictions": "count_predictions is {value}; it can be true "
    "(predicting a step in a demo is a review of it) or false",
    "settings.value.goals": "goals is {value}; it can be a list of concepts, "
    'as in goals = ["lstm-cell"]',
    "settings.deck.near": "there is no setting {key} for a deck; did you mean {near}?",
    "settings.deck.unknown": "there is no setting {key} for a deck; there are {keys}",
    "settings.deck.for_all": "{key} is a setting for all decks; write it above the first line "
    "that begins with [",
    "settings.deck.no_table": "{deck} under deck is no table; write its settings below a line "
    '[deck."{deck}"]',
    "settings.deck.no_tables": "deck is no table; write the settings of a deck below a line such "
    "as [deck.lstm-cell]",
    "settings.deck.nameless": "name a deck and a setting, as in deck.lstm-cell.retention; "
    "there are {keys}",
    "settings.deck.none": "deck.{deck}: there is no concept, track or pack of that name; "
    "tutor list shows them",
    "settings.deck.none_near": "deck.{deck}: there is no concept, track or pack of that name; "
    "did you mean {near}?",
    "settings.deck.unset": "as for all decks",
    "settings.deck.for_wider": "as for wider decks, else for all",
    "settings.deck.others": "Otherwise for {decks}: tutor config deck",
    "settings.deck.own": "For one deck: tutor config deck.NAME.{key} VALUE",
}
