"""Ask PyTorch what the demos should compute, and keep its answers beside this file.

`python ask_torch.py` compares fresh answers with the committed files and exits with 1 on any
difference; `python ask_torch.py --write` writes them anew. It needs PyTorch, which the tests
themselves do not: they read the files. How each demo is asked stands in `asked/NAME.py`, whose
`ask(draw)` gives drawn inputs and PyTorch's value of each step. All numbers are float64.
"""

import argparse
import json
import math
import random
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import torch

DRAWS = 50
HERE = Path(__file__).parent
NAMES = sorted(file.stem for file in (HERE / "asked").glob("*.py") if file.stem != "drawing")


def ask(name: str) -> dict[str, Any]:
    """Fifty draws of a demo's inputs, each with what PyTorch makes of every step."""
    demo = import_module(f"asked.{name}")
    draws = []
    for seed in range(DRAWS):
        inputs, steps = demo.ask(random.Random(f"{name} {seed}"))
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
    parser.add_argument("names", nargs="*", help="these demos only")
    arguments = parser.parse_args()
    write = arguments.write
    different = False
    for name in arguments.names or NAMES:
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
