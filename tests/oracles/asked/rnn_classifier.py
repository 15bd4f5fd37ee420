"""A recurrent classifier by PyTorch's RNN, linear layer and binary cross-entropy."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from torch.nn.functional import binary_cross_entropy_with_logits, linear


def ask(draw: random.Random) -> Answer:
    times, n_in, n_state = draw.randint(1, 4), draw.randint(1, 3), draw.randint(1, 3)
    inputs: Numbers = {
        "x": matrix(draw, times, n_in),
        "w_x": matrix(draw, n_state, n_in),
        "w_h": matrix(draw, n_state, n_state),
        "b": vector(draw, n_state),
        "w_o": vector(draw, n_state, spread=2.0),
        "b_o": round(draw.gauss(0, 1), 3),
        "y": draw.randint(0, 1),
        "pool": draw.choice(["last", "mean", "max"]),
    }
    network = torch.nn.RNN(n_in, n_state, batch_first=True, dtype=torch.float64)
    with torch.no_grad():
        network.weight_ih_l0.copy_(tensor(inputs["w_x"]))
        network.weight_hh_l0.copy_(tensor(inputs["w_h"]))
        network.bias_ih_l0.copy_(tensor(inputs["b"]))
        network.bias_hh_l0.zero_()
        states, last = network(tensor(inputs["x"])[None])
    vectors = {"last": last[0, 0], "mean": states[0].mean(0), "max": states[0].amax(0)}
    read = vectors[inputs["pool"]]
    logit = linear(read, tensor([inputs["w_o"]]), tensor([inputs["b_o"]]))[0]
    return inputs, {
        **{f"h{t}": state for t, state in enumerate(states[0], start=1)},
        "vector": read,
        "logit": logit,
        "probability": torch.sigmoid(logit),
        "loss": binary_cross_entropy_with_logits(logit, tensor(float(inputs["y"]))),
    }
