"""Ask PyTorch what the demos should compute, and keep its answers beside this file.

`python ask_torch.py` compares fresh answers with the committed files and exits with 1 on any
difference; `python ask_torch.py --write` writes them anew. It needs PyTorch, which the tests
themselves do not: they read the files. All numbers are float64.
"""

import argparse
import json
import math
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch.nn.functional import scaled_dot_product_attention

DRAWS = 50
HERE = Path(__file__).parent
Numbers = dict[str, Any]


def tensor(value: Any) -> torch.Tensor:
    return torch.tensor(value, dtype=torch.float64)


def matrix(draw: random.Random, rows: int, columns: int, spread: float = 1.0) -> list[list[float]]:
    return [[round(draw.gauss(0, spread), 3) for _ in range(columns)] for _ in range(rows)]


def softmax_steps(scores: torch.Tensor, d_k: int) -> dict[str, torch.Tensor]:
    scaled = torch.div(scores, math.sqrt(d_k))
    return {
        "scaled": scaled,
        "exps": torch.exp(scaled - torch.amax(scaled, dim=-1, keepdim=True)),
        "weights": torch.softmax(scaled, dim=-1),
    }


def attend(draw: random.Random) -> tuple[Numbers, dict[str, torch.Tensor]]:
    queries, keys, d_v = (draw.randint(1, 4) for _ in range(3))
    d_k = draw.choice([1, 2, 3, 4, 8, 16, 64])
    scores = matrix(draw, queries, keys, spread=2 * math.sqrt(d_k))
    inputs: Numbers = {"scores": scores, "d_k": d_k, "v": matrix(draw, keys, d_v)}
    # With the identity for keys the scores themselves are the queries.
    output = scaled_dot_product_attention(
        tensor(scores),
        torch.eye(keys, dtype=torch.float64),
        tensor(inputs["v"]),
        scale=1 / math.sqrt(d_k),
    )
    return inputs, {**softmax_steps(tensor(scores), d_k), "output": output}


def attention(draw: random.Random) -> tuple[Numbers, dict[str, torch.Tensor]]:
    tokens, d_model, d_k, d_v = (draw.randint(1, 4) for _ in range(4))
    inputs: Numbers = {
        "x": matrix(draw, tokens, d_model),
        "w_q": matrix(draw, d_model, d_k),
        "w_k": matrix(draw, d_model, d_k),
        "w_v": matrix(draw, d_model, d_v),
    }
    x = tensor(inputs["x"])
    query, key, value = (torch.matmul(x, tensor(inputs[name])) for name in ("w_q", "w_k", "w_v"))
    scores = torch.einsum("ik,jk->ij", query, key)
    return inputs, {
        "query": query,
        "key": key,
        "value": value,
        "scores": scores,
        **softmax_steps(scores, d_k),
        "output": scaled_dot_product_attention(query, key, value),
    }


DEMOS: dict[str, Callable[[random.Random], tuple[Numbers, dict[str, torch.Tensor]]]] = {
    "attend": attend,
    "attention": attention,
}


def ask(name: str) -> dict[str, Any]:
    """Fifty draws of a demo's inputs, each with what PyTorch makes of every step."""
    draws = []
    for seed in range(DRAWS):
        inputs, steps = DEMOS[name](random.Random(f"{name} {seed}"))
        draws.append({"inputs": inputs, "steps": {k: v.tolist() for k, v in steps.items()}})
    version = torch.__version__.partition("+")[0]
    return {"demo": name, "oracle": "torch", "version": version, "draws": draws}


def same(given: Any, kept: Any) -> bool:
    """Whether two answers agree; processors may differ in the last digits."""
    if isinstance(given, dict) and isinstance(kept, dict):
        return given.keys() == kept.keys() and all(same(given[key], kept[key]) for key in given)
    if isinstance(given, list) and isinstance(kept, list):
        return len(given) == len(kept) and all(map(same, given, kept))
    if isinstance(given, float) and isinstance(kept, float):
        return math.isclose(given, kept, rel_tol=1e-12, abs_tol=1e-12)
    return bool(given == kept)


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Compare the kept answers of PyTorch with new ones."
    )
    parser.add_argument("--write", action="store_true", help="write the answers anew")
    write = parser.parse_args().write
    different = False
    for name in DEMOS:
        file = HERE / f"{name}.json"
        answers = ask(name)
        if write:
            lines = ",\n".join(json.dumps(draw) for draw in answers.pop("draws"))
            head = json.dumps(answers).removesuffix("}")
            file.write_text(f'{head}, "draws": [\n{lines}\n]}}\n', encoding="utf-8", newline="\n")
        elif not same(answers, json.loads(file.read_text(encoding="utf-8"))):
            print(f"{file.name}: PyTorch {answers['version']} answers otherwise")
            different = True
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
