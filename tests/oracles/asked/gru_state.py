"""The GRU's new state from its gates on, by PyTorch.

`GRUCell` keeps the old state by z and resets after the product. The candidate with the reset before
the product is what `RNNCell` makes of the reset state; z and 1 - z change places by a new sign.
"""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector


def copied(module: torch.nn.Module, **values: torch.Tensor) -> None:
    """Set the parameters of a module, those not given to 0."""
    with torch.no_grad():
        for name, parameter in module.named_parameters():
            parameter.copy_(values.get(name, torch.zeros_like(parameter)))


def candidate(kept: torch.Tensor, u: torch.Tensor, wx: torch.Tensor) -> torch.Tensor:
    """tanh(wx + U kept)."""
    cell = torch.nn.RNNCell(1, len(kept), dtype=torch.float64)
    copied(cell, weight_hh=u, bias_ih=wx)
    return torch.as_tensor(cell(torch.zeros(1, dtype=torch.float64), kept)).detach()


def new_state(
    z: torch.Tensor, r: torch.Tensor, h: torch.Tensor, wx: torch.Tensor, u: torch.Tensor
) -> torch.Tensor:
    """What `GRUCell` makes of gates with these values: its weights for them are 0."""
    cell = torch.nn.GRUCell(1, len(h), dtype=torch.float64)
    none = torch.zeros_like(u)
    copied(
        cell,
        weight_hh=torch.cat([none, none, u]),
        bias_ih=torch.cat([torch.logit(r), torch.logit(z), wx]),
    )
    return torch.as_tensor(cell(torch.zeros(1, dtype=torch.float64), h)).detach()


def state_steps(
    z: torch.Tensor,
    r: torch.Tensor,
    h: torch.Tensor,
    wx: torch.Tensor,
    u: torch.Tensor,
    conventions: Numbers,
) -> dict[str, torch.Tensor]:
    if conventions["reset"] == "after":
        recurrent = torch.einsum("i,ij,j->i", r, u, h)
        fresh = new_state(torch.zeros_like(z), r, h, wx, u)
        old = u
    else:
        recurrent = torch.einsum("ij,j,j->i", u, r, h)
        fresh = candidate(r * h, u, wx)
        # Its candidate is given to the cell whole, for its own would come from the other formula.
        wx, old = torch.atanh(fresh), torch.zeros_like(u)
    keep = z if conventions["z"] == "keep" else torch.sigmoid(-torch.logit(z))
    return {"recurrent": recurrent, "candidate": fresh, "hidden": new_state(keep, r, h, wx, old)}


def drawn_conventions(draw: random.Random) -> Numbers:
    return {"z": draw.choice(["keep", "new"]), "reset": draw.choice(["before", "after"])}


def ask(draw: random.Random) -> Answer:
    length = draw.randint(1, 3)
    gates = {name: [round(draw.uniform(0.02, 0.98), 3) for _ in range(length)] for name in "zr"}
    inputs: Numbers = {
        "z_t": gates["z"],
        "r_t": gates["r"],
        "h_prev": vector(draw, length, spread=0.5),
        "wx": vector(draw, length),
        "u_n": matrix(draw, length, length),
        **drawn_conventions(draw),
    }
    given = (tensor(inputs[name]) for name in ("z_t", "r_t", "h_prev", "wx", "u_n"))
    return inputs, state_steps(*given, conventions=inputs)
