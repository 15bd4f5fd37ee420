"""The words of the tour, in English."""

SENTENCES: dict[str, str] = {
    "tour.title": "tutor",
    "tour.key.next": "next",
    "tour.key.begin": "begin",
    "tour.key.language": "language",
    "tour.key.number": "another number",
    "tour.key.goals": "choose",
    "tour.key.new": "new cards a day",
    "tour.key.skip": "skip",
    "tour.day.title": "A day here takes about ten minutes",
    "tour.day.text": "You are asked, you answer, and you say how well you knew it. A question "
    "comes back when you are about to forget it: after a day, then after some days, then after "
    "weeks. Many ask for numbers, and those are never the same twice.",
    "tour.day.key.enter": "show or give the answer, then go on",
    "tour.day.key.grades": "how well you knew it: again, hard, good, easy",
    "tour.day.key.undo": "take the last answer back, as often as you like",
    "tour.day.key.keys": "the keys of the page you are on",
    "tour.day.input": "A Korean input method may stay on: ㅕ does what u does.",
    "tour.taste.title": "Every number says where it comes from",
    "tour.taste.text": "This is attention, computed on this screen from six lines of code. "
    "The number in brackets is explained below; ← → go to another.",
    "tour.taste.after": "After a wrong answer **F3** opens this, at that step, with your numbers.",
    "tour.goals.title": "Where do you want to get?",
    "tour.goals.text": "What you choose comes first, and before it all that it needs.",
    "tour.goals.first": "first {concepts}",
    "tour.goals.everything": "everything in order",
    "tour.goals.new": "New cards a day",
    "tour.goals.minutes": "about {n} {n|minute/minutes} a day, after some weeks",
    "tour.goals.later": "All of this can be changed in the settings: the comma key, on the home "
    "page.",
}
