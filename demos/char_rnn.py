"""A character-level language model, scored on a text. Karpathy 2015."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def char_rnn(text: Array, letters: Array, scores: Array) -> Steps:
    """Score a model that reads `text`: row t of `scores` is what it says after t letters.

    `letters` are those that the model knows, one for each column of `scores`.
    """
    targets = yield Step("targets", "y", r"text_{t+1}", text[1:])
    shares = softmax(scores)
    p = yield Step("probabilities", "P", r"\mathrm{softmax}(scores_t)", shares)
    hit = np.where(targets[:, np.newaxis] == letters, p, 0).sum(axis=-1)
    right = yield Step("right", "q", r"P_{t, y_t}", hit)
    losses = yield Step("losses", r"\ell", r"-\ln q", -np.log(right))
    loss = yield Step("loss", "L", r"\frac{1}{T} \sum_t \ell_t", losses.mean())
    yield Step("perplexity", "PP", r"e^L", np.exp(loss))
