"""Named entities as BIO tags, scored by whole spans. Tjong Kim Sang and De Meulder 2003."""

import numpy as np

from tutor.demo import Array, Step, Steps

TYPES = ("PER", "LOC", "ORG")


def bio_tagging(gold: Array, predicted: Array) -> Steps:
    """Read the spans off two rows of tags and count those of the prediction that are right."""
    g = yield Step("gold_spans", "G", r"\mathrm{spans}(gold)", spans(gold))
    p = yield Step("predicted_spans", "P", r"\mathrm{spans}(predicted)", spans(predicted))
    m = yield Step("matches", "M", r"[G_i = P_j]", agree(g, p))
    precision = yield Step("precision", "p", r"\sum M / |P|", m.sum() / len(p))
    recall = yield Step("recall", "r", r"\sum M / |G|", m.sum() / len(g))
    both = precision + recall
    f1 = np.where(both > 0, 2 * precision * recall / both, 0)
    yield Step("f1", "F_1", r"\frac{2 p r}{p + r}", f1)
    right = np.where(gold == predicted, 1, 0)
    yield Step("accuracy", "a", r"\frac{1}{T} \sum_t [gold_t = predicted_t]", right.mean())


def spans(tags: Array) -> Array:
    """First token, last token and type of each span; a change of type begins a new one."""
    first = np.zeros(len(tags), dtype=int)
    kind = np.zeros(len(tags), dtype=int)
    for number, name in enumerate(TYPES, start=1):
        begins, inside = tags == f"B-{name}", tags == f"I-{name}"
        first = first + begins
        kind = kind + number * (begins | inside)
    before = np.concatenate([[0], kind[:-1]])
    after = np.concatenate([kind[1:], [0]])
    new = np.concatenate([first[1:], [1]])
    starts = np.flatnonzero((kind > 0) & ((first == 1) | (kind != before)))
    ends = np.flatnonzero((kind > 0) & ((new == 1) | (kind != after)))
    return np.stack([starts, ends, kind[starts]], axis=1)


def agree(g: Array, p: Array, columns: int = 3) -> Array:
    """1 where a row of `g` equals a row of `p` in so many columns; fewer of them for a trap."""
    same = (g[:, np.newaxis, :columns] == p[:, :columns]).all(axis=-1)
    return np.where(same, 1, 0)
