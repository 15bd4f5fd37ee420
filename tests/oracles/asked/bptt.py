"""A recurrent network and the gradients of its last state, by PyTorch's autograd."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from torch.autograd.functional import jacobian


def ask(draw: random.Random) -> Answer:
    times, n_in, n_state = draw.randint(1, 4), draw.randint(1, 3), draw.randint(1, 3)
    inputs: Numbers = {
        "x": matrix(draw, times, n_in),
        "w_x": matrix(draw, n_state, n_in),
        "w_h": matrix(draw, n_state, n_state),
        "b": vector(draw, n_state),
        "h_0": vector(draw, n_state, spread=0.5),
    }
    x = tensor(inputs["x"])
    cell = torch.nn.RNNCell(n_in, n_state, dtype=torch.float64)
    with torch.no_grad():
        cell.weight_ih.copy_(tensor(inputs["w_x"]))
        cell.weight_hh.copy_(tensor(inputs["w_h"]))
        cell.bias_ih.copy_(tensor(inputs["b"]))
        cell.bias_hh.zero_()
    states = [tensor(inputs["h_0"]).requires_grad_()]
    for x_t in x:
        states.append(cell(x_t, states[-1]))
    steps = {f"h{t}": states[t] for t in range(1, times + 1)}
    # What is added to the net input of a state reaches it through its own tanh only.
    steps["slopes"] = torch.stack(
        [
            jacobian(lambda b, t=t: torch.tanh(torch.atanh(states[t].detach()) + b), state).diag()
            for t, state in enumerate(torch.zeros(times, n_state, dtype=torch.float64), start=1)
        ]
    )
    norms = []
    for t in range(times, 0, -1):
        rows = [torch.autograd.grad(one, states[t], retain_graph=True)[0] for one in states[-1]]
        steps[f"gradient_{t}"] = torch.stack(rows)
        norms.append(torch.linalg.matrix_norm(steps[f"gradient_{t}"]))
        if t > 1:
            before = states[t - 1].detach()
            steps[f"jacobian_{t}"] = jacobian(lambda h, t=t: cell(x[t - 1], h), before)
    return inputs, {**steps, "norms": torch.stack(norms)}
