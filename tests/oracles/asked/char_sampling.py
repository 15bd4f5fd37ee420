"""A recurrent network fed with the letters it draws, by PyTorch's cell and embedding."""

import random

import torch
from asked.char_rnn import Letters
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import embedding, linear, softmax


def ask(draw: random.Random) -> Answer:
    letters = draw.sample("abcdefgh", draw.randint(2, 5))
    n = draw.randint(1, 3)
    inputs: Numbers = {
        "letters": letters,
        "first": draw.randrange(len(letters)),
        "u": [round(draw.uniform(0.01, 0.99), 3) for _ in range(draw.randint(1, 4))],
        "w_x": matrix(draw, n, len(letters)),
        "w_h": matrix(draw, n, n),
        "w_y": matrix(draw, len(letters), n, spread=1.5),
    }
    table, w_y = tensor(inputs["w_x"]).T, tensor(inputs["w_y"])
    cell = torch.nn.RNNCell(n, n, bias=False, dtype=torch.float64)
    with torch.no_grad():
        # A letter's column of W_x is looked up, and then goes through the cell as it is.
        cell.weight_ih.copy_(torch.eye(n, dtype=torch.float64))
        cell.weight_hh.copy_(tensor(inputs["w_h"]))
    letter, h = torch.tensor(inputs["first"]), torch.zeros(n, dtype=torch.float64)
    steps, written = {}, []
    for t, u in enumerate(inputs["u"], start=1):
        h = cell(embedding(letter, table), h).detach()
        p = softmax(linear(h, w_y), dim=-1)
        upto = p.cumsum(dim=-1)
        letter = torch.searchsorted(upto, tensor(u), right=True)
        steps |= {f"h{t}": h, f"p{t}": p, f"c{t}": upto, f"k{t}": letter}
        written.append(letters[int(letter)])
    return inputs, {**steps, "written": Letters(written)}
