"""Matching predictions to objects as in DETR. Carion et al. 2020, section 3.1."""

import numpy as np

from tutor.demo import Array, Step, Steps

from .hungarian_matching import hungarian_matching


def detr_matching(p: Array, boxes: Array, labels: Array, truth: Array) -> Steps:
    """Match objects (`labels`, boxes `truth`) with predictions (probabilities `p`, `boxes`)."""
    of_class = yield Step("class_cost", "C", r"-p_{j, label_i}", -p[:, labels].T)
    apart = np.abs(truth[:, np.newaxis] - boxes).sum(axis=-1)
    of_box = yield Step("box_cost", "B", r"\sum_c |truth_{ic} - boxes_{jc}|", apart)
    cost = yield Step("cost", "cost", "C + 5 B", of_class + 5 * of_box)
    yield from hungarian_matching(cost)
