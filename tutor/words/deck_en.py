"""The words of a deck that was just begun, in English: remarks, and an example of each kind."""

SENTENCES: dict[str, str] = {
    "deck.head": "Your own cards. Take the # away from an example and change it, or write below.\n"
    "Every card keeps its `id`: the text may change at any time, the history belongs to the id.\n"
    "`tutor check` says what is wrong, by line and with the cure.",
    "deck.answer": "You recall the answer, look, and grade yourself.\n"
    "- id: why-nonlinear\n"
    "  ask: Why does a network need activation functions between its layers?\n"
    "  answer: Without them all layers together are one linear map.\n"
    "  hint: What do two matrices after each other make?",
    "deck.accept": "You type a name; any of the list is right.\n"
    "- id: name-of-relu\n"
    "  ask: What is $\\max(0, x)$ called?\n"
    "  accept: [ReLU, rectified linear unit]\n"
    "  because: It rectifies, and is linear where it lets something through.",
    "deck.cloze": "You fill gaps; `a|b` takes either. With `each: true` every gap is a card.\n"
    "- id: two-gates\n"
    "  cloze: The {{{{forget}}}} gate scales the old cell state, the {{{{input|update}}}} gate the "
    "new.\n"
    "  because: Both are sigmoids, between 0 and 1.",
    "deck.choices": "You pick what is right; a wrong choice may say why it is wrong.\n"
    "- id: range-of-tanh\n"
    "  ask: Between which values does tanh lie?\n"
    "  choices:\n"
    "    - text: −1 and 1\n"
    "      right: true\n"
    "    - text: 0 and 1\n"
    "      why: That is the sigmoid.",
    "deck.order": "You put lines into their order.\n"
    "- id: one-training-step\n"
    "  ask: In which order does a training step go?\n"
    "  order: [predict, compute the loss, propagate back, update the weights]\n"
    "  because: The loss needs the prediction, the update all gradients.",
    "deck.pairs": "You find what belongs together.\n"
    "- id: who-reads-what\n"
    "  ask: Which network suits which input?\n"
    "  pairs:\n"
    "    - left: convolutional\n"
    "      right: pictures\n"
    "    - left: recurrent\n"
    "      right: sequences\n"
    "  because: Each builds in what is known of its input.",
    "deck.claim": "You say whether it is so.\n"
    "- id: softmax-shift\n"
    "  claim: Adding 5 to all logits leaves the softmax as it was.\n"
    "  holds: true\n"
    "  because: The factor $e^5$ stands above and below, and cancels.",
    "deck.number": "You type a number, a fraction, a vector or a shape.\n"
    "- id: sigmoid-at-zero\n"
    "  ask: What is $\\sigma(0)$?\n"
    "  number: 1/2\n"
    "  because: $1 / (1 + e^0)$",
    "deck.live": "You compute a step of a demo, with new numbers each time (`tutor demo` lists "
    "them).\n"
    "- id: scale-the-scores\n"
    "  live: attend.scaled",
    "deck.formula": "You type a formula; it is judged by its values.\n"
    "- id: formula-of-the-scale\n"
    "  formula: attend.scaled",
    "deck.begun": "Begun: {file}",
    "deck.learn": "tutor review --deck {deck} learns it.",
    "deck.taken": "There is {file} already. Open it: tutor edit {name}",
    "deck.unusable": "A deck cannot be called {name}; {better} can be a file's name "
    "on every system.",
}
