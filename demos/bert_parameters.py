"""The parameters of BERT, counted. Devlin et al. 2019, section 3."""

from tutor.demo import Array, Step, Steps


def bert_parameters(
    layers: Array,
    width: Array,
    heads: Array,
    vocabulary: Array,
    positions: Array,
    segments: Array,
    *,
    pooler: bool = True,
) -> Steps:
    """Count the weights and biases of `layers` blocks of `width` H and of what is round them."""
    h, rows = width, vocabulary + positions + segments
    tables = yield Step("embeddings", "E", r"(V + P + S) H + 2H", rows * h + 2 * h)
    d_k = yield Step("head_width", "d_k", "H / A", h // heads)
    qkv = yield Step("queries_keys_values", "Q", r"3 A (H + 1) d_k", 3 * heads * (h + 1) * d_k)
    attention = yield Step("attention", "M", r"Q + (H + 1) H", qkv + (h + 1) * h)
    forward = (h + 1) * 4 * h + (4 * h + 1) * h
    forward = yield Step("feed_forward", "F", r"(H + 1)\, 4H + (4H + 1) H", forward)
    block = yield Step("block", "B", r"M + F + 2 \cdot 2H", attention + forward + 4 * h)
    blocks = yield Step("blocks", "B_L", r"L B", layers * block)
    dense = yield Step("pooler", "C", r"(H + 1) H", (h + 1) * h if pooler else 0 * h)
    yield Step("total", "N", r"E + B_L + C", tables + blocks + dense)
