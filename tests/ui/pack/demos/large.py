"""A product of large matrices, made for the tests."""

from tutor.demo import Array, Step, Steps


def large(x: Array, w: Array) -> Steps:
    """A matrix product, in blocks."""
    product = yield Step("product", "Y", "X W", x @ w)
    yield Step("blocks", "B", "Y", product.reshape(2, -1, product.shape[-1]))
