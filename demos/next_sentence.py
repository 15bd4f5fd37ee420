"""BERT's next sentence prediction. Devlin et al. 2019, section 3.1."""

from tutor.demo import Array, Step, Steps

from .softmax_cross_entropy import softmax_cross_entropy


def next_sentence(c: Array, w: Array, b: Array, target: Array) -> Steps:
    """Say from the vector `c` of [CLS] whether B follows A (class 0) or is a stranger (class 1)."""
    logits = yield Step("logits", "z", "W c + b", w @ c + b)
    yield from softmax_cross_entropy(logits, target)
