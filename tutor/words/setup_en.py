"""The words of the settings screen, in English."""

SENTENCES: dict[str, str] = {
    "setup.title": "Settings",
    "setup.name.language": "Language",
    "setup.name.theme": "Colours",
    "setup.name.retention": "Share to remember",
    "setup.name.rollover": "A day begins at",
    "setup.name.new_per_day": "New cards a day",
    "setup.name.reviews_per_day": "Reviews a day, at most",
    "setup.name.count_predictions": "Predictions count",
    "setup.name.goals": "Learn first",
    "setup.option.en": "English",
    "setup.option.ko": "한국어",
    "setup.option.dark": "dark",
    "setup.option.light": "light",
    "setup.option.terminal": "the terminal's",
    "setup.option.true": "yes",
    "setup.option.false": "no",
    "setup.value.retention": "{n} %",
    "setup.value.rollover": "{n}:00",
    "setup.value.new_per_day": "{n}",
    "setup.value.reviews_per_day": "{n}",
    "setup.no_goals": "everything in order",
    "setup.means.language": "In which language everything is said. Cards that are written in one "
    "language only stay as they are.",
    "setup.means.theme": "Light letters on a dark ground, dark ones on a light ground, or the "
    "sixteen colours of your terminal.",
    "setup.means.retention": "The share of cards that you shall still know when they come back. "
    "A higher share makes them come sooner: more to do each day, less forgotten.",
    "setup.means.rollover": "The hour at which a new study day begins, so that a late evening "
    "still belongs to its day. It holds from the next start on.",
    "setup.means.new_per_day": "How many cards you have never seen come each day. Each comes back "
    "several times, so that ten a day soon make about ten minutes.",
    "setup.means.reviews_per_day": "What is due beyond it waits for the next day; the cards that "
    "you are likeliest to forget come first.",
    "setup.means.count_predictions": "In a demo of a concept, predicting a whole step before you "
    "see it counts as a review of that step.",
    "setup.means.goals": "New cards of these concepts come before all others, those of what they "
    "need before them. Enter chooses.",
    "setup.allowed.retention": "From 70 % to 99 %.",
    "setup.allowed.rollover": "A whole hour from 0 to 23.",
    "setup.allowed.new_per_day": "A whole number from 0 to 9999.",
    "setup.allowed.reviews_per_day": "A whole number from 0 to 9999.",
    "setup.default": "Unless you set it: {value}.",
    "setup.default.language": "Unless you set it: as your system.",
    "setup.refused": "“{text}” cannot be used. {allowed}",
    "setup.overruled": "At the next start {variable} decides this, for it is set in your "
    "environment.",
    "setup.key.change": "change",
    "setup.key.type": "type",
    "setup.key.pick": "choose",
    "setup.key.toggle": "add or drop",
    "setup.key.none": "none",
    "setup.goals.title": "Learn first",
    "setup.goals.about": "New cards of what you choose come before all others, and before them "
    "those of what it needs. Without a choice everything comes in order.",
    "setup.goals.needs": "needs {n} more",
    "setup.unknown_goal": "goals: there is no concept {goal}; tutor list shows them",
    "setup.unknown_goal_near": "goals: there is no concept {goal}; did you mean {near}?",
}
