"""A bidirectional recurrent network, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector


def ask(draw: random.Random) -> Answer:
    times, n_in, n_state = draw.randint(1, 4), draw.randint(1, 3), draw.randint(1, 3)
    inputs: Numbers = {
        "x": matrix(draw, times, n_in),
        "w_x": matrix(draw, n_state, n_in),
        "w_h": matrix(draw, n_state, n_state),
        "b": vector(draw, n_state),
        "v_x": matrix(draw, n_state, n_in),
        "v_h": matrix(draw, n_state, n_state),
        "c": vector(draw, n_state),
        "join": draw.choice(["concatenate", "add"]),
    }
    network = torch.nn.RNN(n_in, n_state, bidirectional=True, dtype=torch.float64)
    with torch.no_grad():
        for suffix, (w_x, w_h, b) in {
            "": ("w_x", "w_h", "b"),
            "_reverse": ("v_x", "v_h", "c"),
        }.items():
            getattr(network, f"weight_ih_l0{suffix}").copy_(tensor(inputs[w_x]))
            getattr(network, f"weight_hh_l0{suffix}").copy_(tensor(inputs[w_h]))
            getattr(network, f"bias_ih_l0{suffix}").copy_(tensor(inputs[b]))
            getattr(network, f"bias_hh_l0{suffix}").zero_()
        output, last = network(tensor(inputs["x"]))
    forward, backward = output.split(n_state, dim=1)
    steps = {f"forward_{t}": state for t, state in enumerate(forward, start=1)}
    steps |= {f"backward_{t}": state for t, state in enumerate(backward, start=1)}
    if inputs["join"] == "add":
        return inputs, {**steps, "output": forward + backward, "ends": last.sum(0)}
    return inputs, {**steps, "output": output, "ends": last.flatten()}
