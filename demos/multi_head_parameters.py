"""How many parameters multi-head attention has. Vaswani et al. 2017, section 3.2.2."""

from tutor.demo import Array, Step, Steps


def multi_head_parameters(d_model: Array, h: Array, *, biases: bool = False) -> Steps:
    """Count the parameters of `h` heads that share the width `d_model` of a token's vector."""
    d_k = yield Step("d_k", "d_k", r"d_{model} / h", d_model // h)
    head = yield Step("head", "P_1", r"3\, d_{model} d_k", 3 * d_model * d_k)
    heads = yield Step("heads", "P_h", r"h P_1", h * head)
    mixing = yield Step("mixing", "P^O", r"(h d_k)\, d_{model}", h * d_k * d_model)
    if biases:
        formula, total = r"P_h + P^O + 4\, d_{model}", heads + mixing + 4 * d_model
    else:
        formula, total = r"P_h + P^O", heads + mixing
    yield Step("total", "P", formula, total)
