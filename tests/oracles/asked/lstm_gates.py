"""The LSTM cell from its pre-activations on, by PyTorch.

Each gate is asked of PyTorch's cell itself, through what is left of the cell when everything else
is held open, shut or at 1: a pre-activation of 50 saturates sigmoid and tanh in float64.
"""

import random
from collections.abc import Sequence

import torch
from asked.drawing import Answer, Numbers, tensor, vector

OPEN, SHUT = 50.0, -50.0


def step(blocks: Sequence[torch.Tensor], c_prev: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Hidden and cell state of a cell whose pre-activations are `blocks`, in PyTorch's order."""
    length = len(c_prev)
    cell = torch.nn.LSTMCell(1, length, dtype=torch.float64)
    with torch.no_grad():
        for parameter in cell.parameters():
            parameter.zero_()
        cell.bias_ih.copy_(torch.cat(list(blocks)))
        zeros = torch.zeros(length, dtype=torch.float64)
        hidden, state = cell(zeros[:1], (zeros, c_prev))
    return hidden, state


def gate_steps(
    f: torch.Tensor, i: torch.Tensor, c: torch.Tensor, o: torch.Tensor, c_prev: torch.Tensor
) -> dict[str, torch.Tensor]:
    """The steps from the pre-activations of the forget gate, input gate, candidate, output gate."""
    none, one = torch.zeros_like(f), torch.ones_like(f)
    wide, shut = OPEN * one, SHUT * one
    hidden, state = step((i, f, c, o), c_prev)
    return {
        "forget_gate": step((shut, f, none, none), one)[1],
        "input_gate": step((i, shut, wide, none), none)[1],
        "candidate": step((wide, shut, c, none), none)[1],
        "cell": state,
        "output_gate": step((wide, wide, wide, o), wide)[0],
        "hidden": hidden,
    }


def ask(draw: random.Random) -> Answer:
    length = draw.randint(1, 4)
    names = ("a_f", "a_i", "a_c", "a_o", "c_prev")
    inputs: Numbers = {name: vector(draw, length, spread=2) for name in names}
    return inputs, gate_steps(*(tensor(inputs[name]) for name in names))
