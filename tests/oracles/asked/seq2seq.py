"""An encoder-decoder of two recurrent networks, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import cross_entropy, linear, one_hot, softmax


def network(w_x: torch.Tensor, w_h: torch.Tensor) -> torch.nn.RNN:
    """A recurrent network of one layer with these weights and no bias."""
    made = torch.nn.RNN(w_x.shape[1], len(w_h), bias=False, dtype=torch.float64)
    with torch.no_grad():
        made.weight_ih_l0.copy_(w_x)
        made.weight_hh_l0.copy_(w_h)
    return made.requires_grad_(False)


def ask(draw: random.Random) -> Answer:
    times, length, n_in = draw.randint(1, 3), draw.randint(1, 3), draw.randint(1, 3)
    n_state, words = draw.randint(1, 3), draw.randint(2, 4)
    inputs: Numbers = {
        "x": matrix(draw, times, n_in),
        "w_x": matrix(draw, n_state, n_in),
        "w_h": matrix(draw, n_state, n_state),
        "u_y": matrix(draw, n_state, words),
        "u_s": matrix(draw, n_state, n_state),
        "v": matrix(draw, words, n_state),
        "target": [draw.randrange(words) for _ in range(length)],
        "feed": draw.choice(["own", "target"]),
    }
    given = {
        name: tensor(value) for name, value in inputs.items() if name not in ("target", "feed")
    }
    target = torch.tensor(inputs["target"])
    states, state = network(given["w_x"], given["w_h"])(given["x"])
    steps = {f"h{t}": h for t, h in enumerate(states, start=1)} | {"context": state[0]}
    decoder = network(given["u_y"], given["u_s"])
    scores: list[torch.Tensor] = []
    word = torch.tensor(0)
    for t in range(1, length + 1):
        fed = one_hot(word, words).double()
        if t > 1:
            steps[f"y{t - 1}"] = fed
        state = decoder(fed[None], state)[1]
        scores.append(linear(state[0], given["v"]))
        steps |= {f"s{t}": state[0], f"p{t}": softmax(scores[-1], dim=0)}
        word = scores[-1].argmax() if inputs["feed"] == "own" else target[t - 1]
    return inputs, {**steps, "loss": cross_entropy(torch.stack(scores), target)}
