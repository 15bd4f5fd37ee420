"""Zero-shot classification by PyTorch's normalised vectors and its cosine similarity."""

import random

import torch
from asked.drawing import Answer, Numbers, matrix, tensor, vector
from torch.nn.functional import cosine_similarity, normalize


def ask(draw: random.Random) -> Answer:
    width, classes = draw.randint(2, 4), draw.randint(2, 4)
    inputs: Numbers = {
        "image": vector(draw, width),
        "texts": matrix(draw, classes, width),
        "scale": draw.choice([1, 5, 14.3, 100]),
    }
    image, texts = tensor(inputs["image"]), tensor(inputs["texts"])
    cosines = cosine_similarity(texts, image.unsqueeze(0), dim=-1)
    logits = torch.mul(cosines, inputs["scale"])
    return inputs, {
        "image_unit": normalize(image, dim=-1),
        "text_units": normalize(texts, dim=-1),
        "cosines": cosines,
        "logits": logits,
        "probabilities": torch.softmax(logits, dim=-1),
        "chosen": torch.argmax(cosines),
    }
