"""The LSTM cell, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from asked.lstm_gates import gate_steps
from torch.nn.functional import linear


def ask(draw: random.Random) -> Answer:
    length, width = draw.randint(1, 3), draw.randint(1, 3)
    inputs: Numbers = {
        "x_t": vector(draw, width),
        "h_prev": vector(draw, length, spread=0.5),
        "c_prev": vector(draw, length),
        "w": matrix(draw, 4 * length, length + width),
        "b": vector(draw, 4 * length),
    }
    x, h, c_prev, w, b = (tensor(inputs[name]) for name in ("x_t", "h_prev", "c_prev", "w", "b"))
    cell = torch.nn.LSTMCell(width, length, dtype=torch.float64)
    with torch.no_grad():
        # Our blocks stand in the order f, i, c, o; PyTorch's in the order i, f, c, o.
        f, i, c, o = torch.arange(4 * length).reshape(4, length)
        order = torch.cat([i, f, c, o])
        cell.weight_hh.copy_(w[order, :length])
        cell.weight_ih.copy_(w[order, length:])
        cell.bias_ih.copy_(b[order])
        cell.bias_hh.zero_()
        hidden, state = cell(x, (h, c_prev))
    before = linear(h, w[:, :length], b) + linear(x, w[:, length:])
    steps = gate_steps(*before.reshape(4, length), c_prev)
    return inputs, {"pre_activations": before, **steps, "cell": state, "hidden": hidden}
