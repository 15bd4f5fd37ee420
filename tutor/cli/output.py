"""The one object that `--json` prints."""

import json
import math
from collections.abc import Mapping


def print_json(found: Mapping[str, object]) -> None:
    """Print one object, `{"version": 1, …}`, as UTF-8 JSON without NaN or Infinity."""
    print(json.dumps({"version": 1, **found}, ensure_ascii=False, indent=2, allow_nan=False))


def as_json(value: object) -> object:
    """Numbers, nested lists and arrays as JSON has them; `inf`, `-inf`, `nan` as text."""
    if hasattr(value, "tolist"):  # NumPy's arrays and scalars, without importing it
        value = value.tolist()
    if isinstance(value, bool | str | int) or value is None:
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, complex):
        return str(value)
    if isinstance(value, Mapping):
        return {str(key): as_json(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(inner) for inner in value]
    return str(value)
