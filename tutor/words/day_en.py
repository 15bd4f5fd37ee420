"""The words of a day's end and its limits, in English."""

SENTENCES: dict[str, str] = {
    "day.undone.answer": "Taken back: {grade} on “{card}”",
    "day.undone.lesson": "Taken back: the lesson “{card}” counts as unread again.",
    "day.undone.suspend": "Taken back: “{card}” is asked again.",
    "day.undone.suspend_off": "Taken back: “{card}” is suspended again.",
    "day.undone.bury": "Taken back: “{card}” is not left until tomorrow any more.",
    "day.undone.flag": "Taken back: the flag on “{card}”",
    "day.undone.flag_off": "Taken back: “{card}” is flagged again.",
    "day.title.ready": "The next card is ready",
    "day.title.none": "Nothing is waiting now",
    "day.count.answers": "{n} {n|answer/answers}",
    "day.count.learnt": "{n} learnt",
    "day.count.slipped": "{n} slipped",
    "day.count.held": "{n} held",
    "day.count.minutes": "{n} {n|minute/minutes}",
    "day.count.streak": "{n} days in a row",
    "day.nothing_new": "No new cards today: what you knew was refreshed.",
    "day.tomorrow.due": "Tomorrow: {due} {due|review/reviews}.",
    "day.tomorrow.new": "Tomorrow: {new} new {new|card/cards}.",
    "day.tomorrow.due_new": "Tomorrow: {due} {due|review/reviews} and {new} new {new|card/cards}.",
    "day.held.new": "Today's limit holds back {new} new {new|card/cards}.",
    "day.held.due": "Today's limit holds back {due} {due|review/reviews}.",
    "day.held.new_due": "Today's limits hold back {new} new {new|card/cards} and {due} "
    "{due|review/reviews}.",
    "day.slipped": "Slipped",
    "day.learnt": "Learnt",
    "day.ahead": "Reviews ahead",
    "day.weekday.0": "Mon",
    "day.weekday.1": "Tue",
    "day.weekday.2": "Wed",
    "day.weekday.3": "Thu",
    "day.weekday.4": "Fri",
    "day.weekday.5": "Sat",
    "day.weekday.6": "Sun",
    "day.key.look": "look at a card",
    "day.key.new": "{n} more new",
    "day.key.reviews": "{n} more {n|review/reviews}",
    "day.key.history": "history",
    "day.key.flag_on": "flag",
    "day.key.flag_off": "unflag",
    "day.key.suspend_on": "suspend",
    "day.key.suspend_off": "ask again",
    "day.card.title": "Card",
    "day.card.right": "The right answer: {text}",
    "day.mark.suspended": "suspended",
    "day.mark.flagged": "flagged",
    "day.note.suspended": "This card is not asked any more; @ takes it in again.",
    "day.note.asked_again": "This card is asked again.",
    "day.home.later": "Nothing is left for today. The next card comes {when}.",
    "day.decks.due": "due",
    "day.decks.new": "new",
    "day.decks.learning": "learning",
    "day.decks.seen": "seen",
    "day.decks.first": "Learn first",
    "day.decks.goal": "goal",
    "day.decks.needed": "needed for it",
    "day.decks.filter": "part of a name",
    "day.key.goal": "learn first",
    "day.note.goal": "“{deck}” and all that it needs come first from now on.",
    "day.note.no_goal": "“{deck}” is not a goal any more.",
    "day.marked.title": "Flagged and suspended cards",
    "day.marked.none": "No card is flagged or suspended. While a card is shown, * flags it and @ "
    "suspends it.",
    "day.palette.marked": "Flagged and suspended cards",
    "day.palette.marked.help": "Find marked cards again, and take the marks away",
    "day.about.title": "About this page",
    "day.about.home": "This is what your day holds. **Enter** begins: first the reviews, those "
    "that you are likeliest to have forgotten before the others, then new cards, each deck's "
    "lesson before its first card. Try `f` on the deck that you want to reach: all that it needs "
    "comes first from then on.",
    "day.about.lesson": "A lesson is read once, before the first card of its deck. You need not "
    "learn it by heart: the cards ask for it piece by piece. Try **F3**: the demo computes the "
    "lesson's formulas, number by number.",
    "day.about.review": "Try to answer from memory before you look at anything: the trying is "
    "what makes it stay. The grade decides when the card comes back. Accept the one suggested, or "
    "press 1 to 4 if you know better. A mistake costs nothing: the card comes back today, and `u` "
    "takes back any answer.",
    "day.about.kind.answer": "**Recall**: say the answer to yourself before you look. Then grade "
    "honestly: Again if you would not have said it, Hard if it took you long.",
    "day.about.kind.accept": "**Typed answer**: capitals, spaces and punctuation do not matter. A "
    "misspelt word counts as right and is named.",
    "day.about.kind.cloze": "**Gaps**: Tab goes from gap to gap, and each is judged by itself.",
    "day.about.kind.choices": "**Choice**: a digit picks. Where several are right there is a box "
    "before each, and Enter answers. A wrong choice is told why it is wrong.",
    "day.about.kind.order": "**Order**: Space takes a line, the arrows carry it, Space puts it "
    "down; or press the number of the place where it belongs. Each line is judged by itself.",
    "day.about.kind.pairs": "**Pairs**: the digit of a right side joins it to the left side where "
    "you stand. Enter answers once all are joined.",
    "day.about.kind.claim": "**True or false**: 1 says true, 2 says false. Try to say why before "
    "you press.",
    "day.about.kind.number": "**Number**: you may type arithmetic such as `112/sqrt(64)`, "
    "fractions, lists such as `[1, 2]` and shapes such as `28x28`. What cannot be read is asked "
    "for again and costs nothing.",
    "day.about.kind.live": "**Live numbers**: they are drawn anew each time, so it is the way "
    "that counts. You may type arithmetic as it stands. After a wrong answer you are told which "
    "mistake leads to your number, and F3 opens the demo at that step with these numbers.",
    "day.about.kind.formula": "**Formula**: type it as Python reads it, `scores / sqrt(d_k)`; `@` "
    "multiplies matrices. It is judged by its values and not by how it is written.",
    "day.about.walk": "**Walk-through**: the steps of one computation, some shown and some asked. "
    "Where a step of yours was wrong, the next ones are judged by your own value, so that the "
    "right method counts. F4 leaves the rest until tomorrow.",
    "day.about.done": "What the day came to: *learnt* are new cards that you knew in the end, "
    "*slipped* those that you knew before and forgot today. Those come back soon by themselves. "
    "Choose one with the arrows, look at it with Enter, and open its demo with F3. You can stop "
    "here with a good conscience: a little each day keeps more than much at once.",
    "day.about.card": "A card to look at, with what you last answered; nothing is asked and "
    "nothing counts. Try `i`: all your answers to it, and what the scheduler makes of them.",
    "day.about.marked": "Cards that you flagged with `*` to find them again, and suspended ones "
    "(`@`), which are not asked. Look at one with Enter; the same keys take the marks away.",
    "day.about.demos": "Each demo is a computation in a few lines of code, with its published "
    "example. Open one and go through it step by step: every number can tell how it came about.",
    "day.about.player": "Each step is a formula, and each number knows how it was computed. Go to "
    "a cell with the arrows and into an operand with **Enter**, back to the inputs if you like. "
    "Try `p` to cover the result and predict it, `t` to see a common mistake beside the truth, "
    "and `e` to change an input.",
    "day.when.today": "at {time}",
    "day.when.tomorrow": "tomorrow",
    "day.when.date": "on {date}",
    "day.row.flag_on": "flagged",
    "day.row.flag_off": "unflagged",
    "day.row.suspend_on": "suspended",
    "day.row.suspend_off": "asked again",
    "day.history.due": "Comes next on {when}.",
    "day.key.day": "look back",
    "day.plain.new": "m: {n} more new {n|card/cards} today",
    "day.plain.reviews": "r: {n} more {n|review/reviews} today",
    "day.plain.show": "`tutor show CARD` shows a card with its answer and its history.",
    "day.plain.buried": "Left until tomorrow (u takes it back).",
    "day.plain.flag_on": "Flagged (* takes the flag away).",
    "day.plain.flag_off": "The flag is gone.",
    "day.plain.suspend_on": "This card is not asked any more (u takes it back).",
    "day.plain.suspend_off": "This card is asked again.",
    "day.about.quiz_setup": "A quiz asks any cards you like, whenever you like. It leaves the "
    "schedule alone unless you let it count. Try it on the decks of an exam, or with *Only weak "
    "cards*; the same seed asks the very same questions again.",
    "day.about.quiz": "Answer as in a review; nothing is held against you later unless the quiz "
    "counts. Try to answer without hints and demos: at the end you see by concept where you stand.",
    "day.about.quiz_score": "How much of each concept was right. The questions that went wrong "
    "are listed: look at each, then take them again with `r`, without the others.",
    "day.about.quiz_missed": "A question that went wrong, with what you answered and what is "
    "right. F3 opens its demo; where the question had numbers of its own, with these.",
    "day.about.settings": "All that can be set, with what it means; a change holds at once and "
    "for the next time. How many new cards a day brings matters most: each of them is asked for "
    "again several times in its first months, so begin with few.",
    "day.about.glossary": "The terms in both languages, each with what it means and the lesson "
    "that teaches it. Try `/` with a word in either language.",
    "day.help.foot": "↑ ↓ scroll · Esc closes",
    "day.title.deck": "This deck is done for today",
}
