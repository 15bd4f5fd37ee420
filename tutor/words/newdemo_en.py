"""A demo to begin with, and what is said when one is made, in English."""

SENTENCES: dict[str, str] = {
    "newdemo.made": "Made {file} and {words}.",
    "newdemo.next": "tutor demo {name} opens it, tutor check says what is wrong in it and what "
    "would be said to wrong answers.",
    "newdemo.name": "a demo cannot be called {name}: its name is one of a Python module; take "
    "letters, digits and _, such as {near}",
    "newdemo.reserved": "a demo cannot be called {name}, for the word means something else; take "
    "another one, such as {near}",
    "newdemo.taken": "{file} is there already; take another name, or open that file",
    "newdemo.overrides": "the pack {pack} has a demo {name}, which yours would take the place of; "
    "take another name, such as {near}",
    "newdemo.unwritable": "{file} cannot be written: {reason}",
    "newdemo.code": '''\
"""{title}. Numbers of my own."""

# A demo is a function of plain NumPy that yields a step for each formula. From
# these few lines the tutor steps through the numbers, asks for them, and says
# what a wrong answer comes from.

import numpy as np

from tutor.demo import Array, Step, Steps


# The arguments are what goes in; {name}.yaml holds the numbers to begin with.
def {name}(x: Array, w: Array, b: Array) -> Steps:
    """One layer: rows of w weigh x, b is added, what is negative becomes 0."""
    # Step(name, symbol, formula, value): the name is for files and commands,
    # symbol and formula are TeX and only shown, the value is an array.
    # Go on with what `yield` gives back: it may be the learner's own number.
    z = yield Step("weighted", "z", r"W x + b", w @ x + b)
    yield Step("output", "h", r"\\max(0, z)", np.maximum(z, 0))
    # What cannot be traced: `out[i] = …`, `float(…)`, `math.…`, and `if` on
    # computed values. Write np.where, np.maximum, np.stack and operators on
    # whole arrays instead.
''',
    "newdemo.words": """\
# What is said of the demo {name}, and its numbers. All but the title may be
# left out.
title: {title}
source: numbers of my own

# What the arguments mean; whole, least and most keep out what makes no sense.
inputs:
  x: {{means: what goes in}}
  w: {{means: "the weights, a row for each output"}}
  b: {{means: what is added}}

# Why each step is done.
steps:
  weighted: Each row of W is multiplied with x and summed; then b is added.
  output: What is negative becomes 0, so that layers do not collapse into one.

# The demo opens with the first one. What `expect` says must come out, to the
# digits written.
examples:
  - source: by hand
    inputs: {{x: [1, 2], w: [[1, -1], [2, 0]], b: [0, 1]}}
    expect: {{weighted: [-1, 3], output: [0, 3]}}

# How numbers are drawn anew for each question: integers or reals between two
# bounds, or choose.
draw:
  x: {{integers: [-4, 4], shape: [2]}}
  w: {{integers: [-3, 3], shape: [2, 2]}}
  b: {{integers: [-3, 3], shape: [2]}}
  where: [b != 0, any(w @ x + b > 0)]

# Known mistakes: another value at a step, and what is said to whoever falls
# for it. Many others are found without: tutor check tells.
traps:
  - id: sign-lost
    at: output
    value: abs(weighted)
    say: You took the sign away; what is negative becomes 0.

# A deck asks about it, content/{name}.yaml in the same pack:
#
#   title: {title}
#   demo: {name}
#   generate: true      # a card for each step
#   cards: []
""",
}
