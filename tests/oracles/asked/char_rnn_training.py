"""A character-level network that learns a word, by PyTorch's autograd and SGD."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import cross_entropy, linear, one_hot, softmax


def ask(draw: random.Random) -> Answer:
    letters = draw.sample("abcdefgh", draw.randint(2, 4))
    text = [draw.choice(letters) for _ in range(draw.randint(3, 5))]
    n = draw.randint(1, 3)
    inputs: Numbers = {
        "text": text,
        "letters": letters,
        "w_x": matrix(draw, n, len(letters), spread=0.5),
        "w_h": matrix(draw, n, n, spread=0.5),
        "w_y": matrix(draw, len(letters), n, spread=0.5),
        "rate": draw.choice([0.1, 0.5, 1.0]),
        "times": draw.randint(0, 8),
        "memory": draw.random() < 0.7,
    }
    places = torch.tensor([letters.index(letter) for letter in text])
    x = one_hot(places[:-1], len(letters)).double()
    y = places[1:]
    network = torch.nn.RNN(len(letters), n, bias=False, batch_first=True, dtype=torch.float64)
    w_y = tensor(inputs["w_y"]).requires_grad_()
    with torch.no_grad():
        network.weight_ih_l0.copy_(tensor(inputs["w_x"]))
        network.weight_hh_l0.copy_(tensor(inputs["w_h"]) * inputs["memory"])
    network.weight_hh_l0.requires_grad_(inputs["memory"])
    learnt = [one for one in (*network.parameters(), w_y) if one.requires_grad]
    optimiser = torch.optim.SGD(learnt, lr=inputs["rate"])
    steps, losses = {}, []
    for time in range(max(inputs["times"], 1) + 1):
        optimiser.zero_grad()
        states = network(x[None])[0][0]
        scores = linear(states, w_y)
        loss = cross_entropy(scores, y)
        losses.append(loss.detach())
        loss.backward()
        if time == 0:
            steps = {
                "read": x,
                "right": one_hot(y, len(letters)),
                "states": states.detach(),
                "probabilities": softmax(scores, dim=-1).detach(),
                "loss": loss.detach(),
                "gradient": w_y.grad.clone(),
            }
        optimiser.step()
        if time == 0:
            steps["new_w_y"] = w_y.detach().clone()
    return inputs, {**steps, "losses": torch.stack(losses[: inputs["times"] + 1])}
