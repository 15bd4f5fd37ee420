"""The gates of one LSTM unit over a sentence, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from asked.lstm_gates import gate_steps
from torch.nn.functional import linear


def ask(draw: random.Random) -> Answer:
    times, width = draw.randint(1, 5), draw.randint(1, 3)
    inputs: Numbers = {
        "x": matrix(draw, times, width),
        "w": matrix(draw, 4, 1 + width),
        "b": vector(draw, 4),
    }
    x, w, b = (tensor(inputs[name]) for name in ("x", "w", "b"))
    network = torch.nn.LSTM(width, 1, dtype=torch.float64)
    cell = torch.nn.LSTMCell(width, 1, dtype=torch.float64)
    order = torch.tensor([1, 0, 2, 3])  # PyTorch has the input gate before the forget gate.
    with torch.no_grad():
        for module, suffix in ((network, "_l0"), (cell, "")):
            getattr(module, f"weight_hh{suffix}").copy_(w[order, :1])
            getattr(module, f"weight_ih{suffix}").copy_(w[order, 1:])
            getattr(module, f"bias_ih{suffix}").copy_(b[order])
            getattr(module, f"bias_hh{suffix}").zero_()
        hidden = torch.cat([torch.zeros(1, 1, dtype=torch.float64), network(x)[0]])
    # With the hidden states given, what is left of the gradient has come along the cell.
    cells = [torch.zeros(1, dtype=torch.float64, requires_grad=True)]
    steps = {}
    for t in range(1, times + 1):
        cells.append(cell(x[t - 1], (hidden[t - 1], cells[-1]))[1])
        blocks = linear(torch.cat([hidden[t - 1], x[t - 1]]), w, b).reshape(4, 1)
        gates = gate_steps(*blocks, cells[t - 1].detach())
        names = ("forget_gate", "input_gate", "output_gate")
        steps[f"gates_{t}"] = torch.cat([gates[name] for name in names])
        steps[f"cell_{t}"] = cells[t]
    steps["openings"] = torch.stack([steps[f"gates_{t}"] for t in range(1, times + 1)], dim=1)
    steps["reaching"] = torch.cat(torch.autograd.grad(cells[-1], cells[1:]))
    return inputs, steps
