"""How BERT lays out a pair of sentences. Devlin et al. 2019, section 3."""

import numpy as np

from tutor.demo import Array, Step, Steps


def bert_sequence(a: Array, b: Array) -> Steps:
    """Join the tokens of the sentences `a` and `b`, and number segments and positions."""
    cls, sep = np.array(["[CLS]"]), np.array(["[SEP]"])
    joined = np.concatenate([cls, a, sep, b, sep])
    tokens = yield Step("tokens", "T", r"[CLS]\; A\; [SEP]\; B\; [SEP]", joined)
    place = np.arange(len(tokens))
    in_b = np.where(place < len(a) + 2, 0, 1)
    yield Step("segments", "s", r"[i \geq |A| + 2]", in_b)
    yield Step("positions", "i", r"0 \ldots |T| - 1", place)
