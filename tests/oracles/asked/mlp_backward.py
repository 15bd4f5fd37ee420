"""One step of gradient descent, by PyTorch's autograd and its optimiser."""

import random
from collections.abc import Callable, Iterator

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from torch.nn.functional import linear, mse_loss

EPSILON = 1e-5


def errors_beside(error: Callable[[], torch.Tensor], weights: torch.Tensor) -> torch.Tensor:
    """The error with each weight in turn raised, and lowered, all others left alone."""

    def shifted(by: float) -> Iterator[float]:
        flat = weights.view(-1)
        for place in range(flat.numel()):
            kept = flat[place].item()
            flat[place] = kept + by
            yield error().item()
            flat[place] = kept

    with torch.no_grad():
        both = [*shifted(EPSILON), *shifted(-EPSILON)]
    return tensor(both).reshape(2, *weights.shape)


def ask(draw: random.Random) -> Answer:
    samples, n_in, n_hidden, n_out = (draw.randint(1, 3) for _ in range(4))
    biases = draw.choice(["fixed", "updated"])
    inputs: Numbers = {
        "x": matrix(draw, samples, n_in),
        "t": matrix(draw, samples, n_out, spread=0.5),
        "w_1": matrix(draw, n_in, n_hidden),
        "b_1": vector(draw, n_hidden),
        "w_2": matrix(draw, n_hidden, n_out),
        "b_2": vector(draw, n_out),
        "eta": draw.choice([0.1, 0.5, 1.0]),
        "biases": biases,
    }
    x, t = tensor(inputs["x"]), tensor(inputs["t"])
    w_1, w_2 = (tensor(inputs[name]).requires_grad_() for name in ("w_1", "w_2"))
    b_1, b_2 = (tensor(inputs[name]).requires_grad_(biases == "updated") for name in ("b_1", "b_2"))

    def forward() -> list[torch.Tensor]:
        net_1 = linear(x, w_1.T, b_1)
        hidden = torch.sigmoid(net_1)
        net_2 = linear(hidden, w_2.T, b_2)
        return [net_1, hidden, net_2, torch.sigmoid(net_2)]

    def error() -> torch.Tensor:
        return mse_loss(forward()[-1], t, reduction="sum") / 2

    sides_1, sides_2 = errors_beside(error, w_1), errors_beside(error, w_2)
    net_1, hidden, net_2, output = forward()
    net_1.retain_grad()
    net_2.retain_grad()
    loss = mse_loss(output, t, reduction="sum") / 2
    loss.backward()
    steps = {
        "hidden": hidden,
        "output": output,
        "loss": loss,
        "delta_2": net_2.grad,
        "grad_2": w_2.grad,
        "sides_2": sides_2,
        "check_2": w_2.grad,
        "delta_1": net_1.grad,
        "grad_1": w_1.grad,
        "sides_1": sides_1,
        "check_1": w_1.grad,
    }
    trained = [value for value in (w_1, b_1, w_2, b_2) if value.requires_grad]
    torch.optim.SGD(trained, lr=inputs["eta"]).step()
    return inputs, {**steps, "new_w_2": w_2, "new_w_1": w_1, "next_loss": error()}
