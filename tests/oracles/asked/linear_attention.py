"""Linear attention by PyTorch in the quadratic order: all weights first, then the values."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor
from torch.nn.functional import elu


def ask(draw: random.Random) -> Answer:
    queries, keys, d, d_v = (draw.randint(1, 4) for _ in range(4))
    inputs: Numbers = {
        "q": matrix(draw, queries, d),
        "k": matrix(draw, keys, d),
        "v": matrix(draw, keys, d_v),
    }
    phi_q, phi_k = (elu(tensor(inputs[name])) + 1 for name in ("q", "k"))
    v = tensor(inputs["v"])
    fits = torch.einsum("id,jd->ij", phi_q, phi_k)
    return inputs, {
        "phi_q": phi_q,
        "phi_k": phi_k,
        "summary": torch.einsum("jd,je->de", phi_k, v),
        "total": torch.einsum("jd->d", phi_k),
        "mixed": torch.matmul(fits, v),
        "norms": fits.sum(dim=1),
        "output": torch.matmul(torch.nn.functional.normalize(fits, p=1, dim=1), v),
    }
