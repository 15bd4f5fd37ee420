"""BERT's input representation. Devlin et al. 2019, section 3 and figure 2."""

import numpy as np

from tutor.demo import Array, Step, Steps


def bert_input(
    ids: Array,
    segments: Array,
    w_token: Array,
    w_segment: Array,
    w_position: Array,
    *,
    wrong_concatenated: bool = False,
) -> Steps:
    """Embed the tokens numbered `ids`: three rows of three tables, added up and normalised."""
    token = yield Step("token", "T", r"W_{tok}[ids]", w_token[ids])
    segment = yield Step("segment", "S", r"W_{seg}[segments]", w_segment[segments])
    position = yield Step(
        "position", "P", r"W_{pos}[0 \ldots n - 1]", w_position[np.arange(len(ids))]
    )
    if wrong_concatenated:
        x = np.concatenate([token, segment, position], axis=-1)
    else:
        x = token + segment + position
    x = yield Step("summed", "X", "T + S + P", x)
    mu = yield Step("means", r"\mu", r"\frac{1}{H} \sum_j X_j", x.mean(axis=-1, keepdims=True))
    spread = ((x - mu) ** 2).mean(axis=-1, keepdims=True)
    var = yield Step("variances", r"\sigma^2", r"\frac{1}{H} \sum_j (X_j - \mu)^2", spread)
    normed = (x - mu) / np.sqrt(var + 1e-12)
    yield Step("normalised", "E", r"\frac{X - \mu}{\sqrt{\sigma^2 + \varepsilon}}", normed)
