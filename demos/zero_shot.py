"""Zero-shot classification by embeddings. Radford et al. 2021 (CLIP), section 3.1.2."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .functions import softmax


def length(v: Array) -> Array:
    """The lengths of the rows of `v`, or of one vector."""
    lengths: Array = np.sqrt((v**2).sum(axis=-1, keepdims=True))
    return lengths


def zero_shot(image: Array, texts: Array, scale: Array) -> Steps:
    """Compare an image's embedding with those of the class names, a row for each of the `texts`."""
    x = yield Step("image_unit", r"\hat{x}", r"x / \|x\|", image / length(image))
    t = yield Step("text_units", r"\hat{T}", r"T / \|T\|", texts / length(texts))
    cosines = yield Step("cosines", "c", r"\hat{T} \hat{x}", t @ x)
    logits = yield Step("logits", "z", r"scale \cdot c", scale * cosines)
    p = yield Step("probabilities", "p", r"\mathrm{softmax}(z)", softmax(logits))
    yield Step("chosen", "k", r"\arg\max_j p_j", np.argmax(p, axis=0))
