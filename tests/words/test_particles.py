import pytest

from tutor.words.particles import PARTICLES, with_particle


@pytest.mark.parametrize(
    ("word", "topic", "object_", "towards"),
    [
        ("소프트맥스", "는", "를", "로"),
        ("어텐션", "은", "을", "으로"),
        ("스케일", "은", "을", "로"),
        ("어텐션(attention)", "은", "을", "으로"),
        ("가중치 [w]", "는", "를", "로"),
        ("「행렬」", "은", "을", "로"),
        ("`scaled`", "는", "를", "로"),
        ("L", "은", "을", "로"),
        ("M", "은", "을", "으로"),
        ("N", "은", "을", "으로"),
        ("R", "은", "을", "로"),
        ("K", "는", "를", "로"),
        ("LSTM", "은", "을", "으로"),
        ("GRU", "는", "를", "로"),
        ("softmax", "는", "를", "로"),
        ("token", "은", "을", "으로"),
        ("model", "은", "을", "로"),
        ("dropout", "은", "을", "으로"),
        ("scale", "은", "을", "로"),
        ("layer", "는", "를", "로"),
        ("d_k", "는", "를", "로"),
        ("14", "는", "를", "로"),
        ("12", "는", "를", "로"),
        ("1", "은", "을", "로"),
        ("3", "은", "을", "으로"),
        ("6", "은", "을", "으로"),
        ("7", "은", "을", "로"),
        ("8", "은", "을", "로"),
        ("10", "은", "을", "으로"),
        ("1.75", "는", "를", "로"),
        ("90%", "는", "를", "로"),
        ("σ", "는", "를", "로"),
        ("ε", "은", "을", "으로"),
    ],
)
def test_a_particle_follows_the_sound_of_the_word(
    word: str, topic: str, object_: str, towards: str
) -> None:
    assert with_particle(word, "은는") == word + topic
    assert with_particle(word, "을를") == word + object_
    assert with_particle(word, "으로") == word + towards


@pytest.mark.parametrize(
    ("particle", "closed", "open_"),
    [("이가", "이", "가"), ("과와", "과", "와"), ("이라", "이라", "라"), ("이나", "이나", "나")],
)
def test_each_particle_has_its_two_forms(particle: str, closed: str, open_: str) -> None:
    assert with_particle("값", particle) == "값" + closed
    assert with_particle("수", particle) == "수" + open_


def test_a_decomposed_syllable_sounds_as_a_composed_one() -> None:
    decomposed = "\u1100\u1161\u11b9"  # 값
    assert with_particle(decomposed, "은는").endswith("은")


@pytest.mark.parametrize("word", ["", "…", "⊕", "日本"])
def test_both_forms_stand_where_the_sound_is_unknown(word: str) -> None:
    assert with_particle(word, "은는") == f"{word}은(는)"


def test_every_particle_is_known_by_both_its_forms() -> None:
    for name, forms in PARTICLES.items():
        assert name[0] == forms[0][0]
