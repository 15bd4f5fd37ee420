"""8-bit quantisation by PyTorch's observer and its quantised tensors, which hold the codes."""

import random
import warnings

import torch
from asked.drawing import Answer, Numbers, tensor
from torch.ao.quantization import MinMaxObserver

warnings.filterwarnings("ignore", "torch.quantize_per_tensor", UserWarning)
KINDS = {"uint8": torch.quint8, "int8": torch.qint8}


def ask(draw: random.Random) -> Answer:
    # The codes of PyTorch are reckoned in 32 bits; so nothing is drawn that lies halfway.
    low, high = -draw.randint(1, 40) / 8, draw.randint(1, 40) / 8
    step = (high - low) / 255
    codes = draw.choice(["uint8", "int8"])
    x = [round(step * (draw.randint(-300, 300) + draw.uniform(-0.4, 0.4)), 5) for _ in range(4)]
    inputs: Numbers = {"x": x, "low": low, "high": high, "codes": codes}
    least = {"uint8": 0, "int8": -128}[codes]
    observer = MinMaxObserver(dtype=KINDS[codes], quant_min=least, quant_max=least + 255)
    observer(torch.tensor([low, high]))
    _, zero = observer.calculate_qparams()
    steps = torch.linspace(low, high, 256, dtype=torch.float64).diff()
    scale = steps.mean()
    stored = torch.quantize_per_tensor(
        torch.tensor(x), float(scale), int(zero), KINDS[codes]
    ).int_repr()
    # Without limits: the same with codes of 32 bits.
    free = torch.quantize_per_tensor(torch.tensor(x), float(scale), int(zero), torch.qint32)
    values = torch.linspace(-int(zero) + least, 255 - int(zero) + least, 256, dtype=torch.float64)
    restored = (values * scale)[stored.long() - least]
    return inputs, {
        "scale": scale,
        "zero_point": zero[0],
        "rounded": free.int_repr(),
        "codes": stored,
        "restored": restored,
        "error": restored - tensor(x),
    }
