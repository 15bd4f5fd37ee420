"""One word in two sentences, by self-attention. Peters et al. 2018; Vaswani et al. 2017."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def contextual_embedding(word: Array, first: Array, second: Array) -> Steps:
    """Embed `word` in two sentences of two words, beside `first` and beside `second`.

    All three are static vectors of one length, and serve as queries, keys and values themselves.
    """
    sentences = np.stack([np.stack([word, first]), np.stack([word, second])])
    scores = yield Step("scores", "S", r"X\, w", sentences @ word)
    shares = softmax(scores / np.sqrt(len(word)))
    weights = yield Step("weights", "A", r"\mathrm{softmax}(S / \sqrt{d})", shares)
    mixed = (weights[:, :, None] * sentences).sum(axis=1)
    vectors = yield Step("contextual", "C", r"A X", mixed)
    lengths = yield Step("lengths", "l", r"|C_i|", np.sqrt((vectors**2).sum(axis=-1)))
    alike = vectors[0] @ vectors[1] / (lengths[0] * lengths[1])
    yield Step("cosine", r"\cos", r"\frac{C_1 \cdot C_2}{l_1 l_2}", alike)
