"""A word's row in a table of vectors, and the words like it. Mikolov et al. 2013."""

import numpy as np

from tutor.demo import Array, Step, Steps


def word_lookup(table: Array, word: Array) -> Steps:
    """Look the number `word` up in `table` (words × d) and compare its row with all rows."""
    x = yield Step("one_hot", "x", r"[j = word]", np.where(np.arange(len(table)) == word, 1, 0))
    v = yield Step("vector", "v", r"x\, W", x @ table)
    dots = yield Step("dots", "s", r"W v", table @ v)
    lengths = yield Step("lengths", "l", r"|W_j|", np.sqrt((table**2).sum(axis=-1)))
    c = yield Step("cosines", "c", r"s_j / (l_j\, l_{word})", dots / (lengths * lengths[word]))
    others = np.where(x == 1, -1, c)
    yield Step("nearest", "n", r"\mathrm{argmax}_{j \neq word}\, c_j", np.argmax(others, axis=-1))
