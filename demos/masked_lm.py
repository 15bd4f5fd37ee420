"""BERT's masked language model. Devlin et al. 2019, section 3.1 and appendix A.1."""

import numpy as np

from tutor.demo import Array, Step, Steps

FATES = (
    r"\begin{cases} [MASK] & M \land fate < 0.8 \\ random\_words & M \land 0.8 \leq fate < 0.9 \\"
    r"tokens & \mathrm{else} \end{cases}"
)
TARGETS = r"\begin{cases} tokens & M \\ - & \mathrm{else} \end{cases}"


def masked_lm(
    tokens: Array, rate: Array, chance: Array, fate: Array, random_words: Array, p: Array
) -> Steps:
    """Spoil some of the `tokens`; charge the model for those only, by the `p` of the right word.

    `chance` and `fate` are the random numbers from 0 to 1 that decide over each token.
    """
    picked = yield Step("picked", "M", "chance < rate", chance < rate)
    spoiled = np.where(fate < 0.8, "[MASK]", np.where(fate < 0.9, random_words, tokens))
    yield Step("input", "X'", FATES, np.where(picked, spoiled, tokens))
    yield Step("target", "T", TARGETS, np.where(picked, tokens, "–"))
    losses = yield Step("losses", "L", r"-\ln p", -np.log(p))
    counted = losses[picked]
    yield Step("loss", "E", r"\frac{1}{|M|} \sum_M L", counted.sum() / counted.size)
