"""One step in time of a recurrent network, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector


def ask(draw: random.Random) -> Answer:
    n_in, n_state = draw.randint(1, 4), draw.randint(1, 4)
    inputs: Numbers = {
        "x_t": vector(draw, n_in),
        "h_prev": vector(draw, n_state, spread=0.5),
        "w_x": matrix(draw, n_state, n_in),
        "w_h": matrix(draw, n_state, n_state),
        "b": vector(draw, n_state),
    }
    x, h, w_x, w_h, b = (tensor(inputs[name]) for name in ("x_t", "h_prev", "w_x", "w_h", "b"))
    cell = torch.nn.RNNCell(n_in, n_state, dtype=torch.float64)
    with torch.no_grad():
        cell.weight_ih.copy_(w_x)
        cell.weight_hh.copy_(w_h)
        # PyTorch has a bias for the input and another for the state: only their sum counts.
        cell.bias_ih.copy_(b / 4)
        cell.bias_hh.copy_(3 * b / 4)
        hidden = cell(x, h)
    return inputs, {
        "from_input": torch.nn.functional.linear(x, w_x),
        "from_state": torch.nn.functional.linear(h, w_h),
        "pre_activations": torch.nn.functional.linear(
            torch.cat([x, h]), torch.cat([w_x, w_h], 1), b
        ),
        "hidden": hidden,
    }
