"""The parameters of a new head on a frozen network. He et al. 2016 (ResNet-50's features)."""

from tutor.demo import Array, Step, Steps


def head_parameters(features: Array, classes: Array, frozen: Array) -> Steps:
    """Count what is trained when only a linear head is new, and what share of the whole it is."""
    weights = yield Step("weights", "W", r"features \cdot classes", features * classes)
    trained = yield Step("trained", "H", "W + classes", weights + classes)
    total = yield Step("total", "N", "frozen + H", frozen + trained)
    yield Step("percent", "s", r"100 \cdot H / N", 100 * trained / total)
