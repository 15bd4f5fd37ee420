"""How many tokens a masked language model spoils. Devlin et al. 2019, appendix A.1."""

from tutor.demo import Array, Step, Steps


def masked_lm_counts(n: Array, rate: Array, shares: Array) -> Steps:
    """Expected numbers among `n` tokens; `shares` are those of masked, random and kept ones."""
    picked = yield Step("picked", "P", r"rate \cdot n", rate * n)
    fates = yield Step("fates", "F", r"P \cdot shares", picked * shares)
    yield Step("intact", "I", r"n - F_0 - F_1", n - fates[0] - fates[1])
