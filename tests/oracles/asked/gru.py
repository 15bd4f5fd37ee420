"""The GRU cell, by PyTorch."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from asked.gru_state import copied, drawn_conventions, state_steps
from torch.nn.functional import linear

OPEN, SHUT = 50.0, -50.0
"""Pre-activations that saturate sigmoid and tanh in float64."""


def gru_cell(
    x: torch.Tensor, h: torch.Tensor, blocks: dict[str, tuple[torch.Tensor, ...]]
) -> torch.Tensor:
    """What `GRUCell` answers; a block is (W, U, b, bias of U h), the last 0 if left out."""
    cell = torch.nn.GRUCell(len(x), len(h), dtype=torch.float64)
    ordered = [blocks[gate] for gate in "rzn"]
    pushed = [block[3] if len(block) > 3 else torch.zeros_like(block[2]) for block in ordered]
    weight_ih, weight_hh, bias_ih = (torch.cat([block[i] for block in ordered]) for i in range(3))
    copied(
        cell, weight_ih=weight_ih, weight_hh=weight_hh, bias_ih=bias_ih, bias_hh=torch.cat(pushed)
    )
    return torch.as_tensor(cell(x, h)).detach()


def ask(draw: random.Random) -> Answer:
    length, width = draw.randint(1, 3), draw.randint(1, 3)
    inputs: Numbers = {
        "x_t": vector(draw, width),
        "h_prev": vector(draw, length, spread=0.5),
        "w": matrix(draw, 3 * length, width),
        "u": matrix(draw, 3 * length, length),
        "b": vector(draw, 3 * length),
        **drawn_conventions(draw),
    }
    x, h, w, u, b = (tensor(inputs[name]) for name in ("x_t", "h_prev", "w", "u", "b"))
    stacked = zip(*(part.chunk(3) for part in (w, u, b)), strict=True)
    blocks: dict[str, tuple[torch.Tensor, ...]] = dict(zip("zrn", stacked, strict=True))
    w_n, u_n, b_n = blocks["n"]

    def held(value: float) -> tuple[torch.Tensor, ...]:
        """A block whose pre-activation is `value` whatever comes in."""
        return torch.zeros_like(w_n), torch.zeros_like(u_n), torch.full_like(b_n, value)

    # Only the part 1 - z answers to the candidate; only through r does a bias of U h come in.
    high, low = (gru_cell(x, h, {**blocks, "n": held(value)}) for value in (OPEN, SHUT))
    through = (*held(0.0), torch.ones_like(b_n))
    update = 1 - (high - low) / 2
    reset = torch.atanh(gru_cell(x, h, {**blocks, "z": held(SHUT), "n": through}))
    steps = state_steps(update, reset, h, linear(x, w_n, b_n), u_n, inputs)
    if inputs["z"] == "keep" and inputs["reset"] == "after":
        steps["hidden"] = gru_cell(x, h, blocks)
    return inputs, {"update_gate": update, "reset_gate": reset, **steps}
