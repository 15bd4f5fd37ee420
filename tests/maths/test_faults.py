import pytest

from tutor.maths import faults_in, one_line, typeset, unknown_commands

CURRICULUM = [
    r"\min_w \|y - Xw\|^2 + \lambda \|w\|^2",
    r"w = (X^\top X + \lambda I)^{-1} X^\top y",
    r"w \leftarrow w - \eta (g + \lambda w)",
    r"\mathrm{softmax}_i = \frac{\exp(z_i - \max z)}{\sum_j \exp(z_j - \max z)}",
    r"L = -\ln p_{\mathrm{target}}",
    r"h_t = \tanh(W_x x_t + W_h h_{t-1} + b)",
    r"\frac{\partial h_T}{\partial h_1} = \prod_{t=2}^{T} \operatorname{diag}(1 - h_t^2) W_h",
    r"f = \sigma(W_f [h, x] + b_f), \quad c = f \odot c_{\text{prev}} + i \odot \tilde c",
    r"\operatorname{softmax}\left(\frac{Q K^\top}{\sqrt{d_k}}\right) V",
    r"a^i = W x^i, q^i = W^q a^i, b^1 = \sum_i \hat\alpha_{1,i} v^i",
    r"\frac{\phi(Q)\left(\phi(K)^\top V\right)}{\phi(Q)\left(\phi(K)^\top \mathbf{1}\right)}",
    r"\mathrm{PE}_{(pos, 2i)} = \sin\left(pos / 10000^{2i/d}\right)",
    r"W [x; p] = W_I x + W_P p",
    r"2^{-8i/n}",
    r"S = \frac{\max - \min}{255}, \quad Z = \operatorname{round}(-\min / S)",
    r"\mathrm{KL} = -\frac12 \sum (1 + \ln \sigma^2 - \mu^2 - \sigma^2)",
    r"\lambda \mathbb{E}_{x, \delta}\left[(\|\nabla D(x + \delta)\|_2 - k)^2\right]",
    r"\delta \sim \mathcal{N}(0, cI)",
    r"\|F(G(x)) - x\|_1 + \|G(F(y)) - y\|_1",
    r"x + \varepsilon \operatorname{sign}(\nabla_x J)",
    r"k_*^\top (K + s^2 I)^{-1} y",
    r"O(n^2 d) \ll O(n d^2)",
]


@pytest.mark.parametrize("tex", CURRICULUM)
def test_the_formulas_of_deep_learning_are_set_without_a_rest(tex: str) -> None:
    assert faults_in(tex) == []
    assert unknown_commands(tex) == []
    assert "\\" not in one_line(tex)
    assert "\\" not in "".join(typeset(tex))


@pytest.mark.parametrize(
    ("tex", "code"),
    [
        ("a}", "brace-extra"),
        ("{a", "brace-unclosed"),
        (r"\text{a", "brace-unclosed"),
        (r"\frac{a}", "argument-missing"),
        ("x^", "argument-missing"),
        (r"\begin", "argument-missing"),
        ("x^2^3", "script-twice"),
        ("x_1_2", "script-twice"),
        (r"\left( a", "right-missing"),
        (r"a \right)", "right-extra"),
        (r"\left", "delimiter-missing"),
        (r"\left\alphabet a \right)", "delimiter-missing"),
        (r"\begin{matrix} a", "environment-unclosed"),
        (r"\begin{matrix} a \end{cases}", "environment-unclosed"),
        (r"\begin{tabbing} a \end{tabbing}", "environment-unknown"),
        (r"a \end{matrix}", "end-extra"),
        ("a & b", "column-outside-environment"),
        (r"\sqrt[3", "bracket-unclosed"),
        ("a\\", "command-unfinished"),
        ("{" * 100 + "}" * 100, "too-deep"),
        ("(" * 100 + ")" * 100, "too-deep"),
        (r"\hat" * 100 + "x", "too-deep"),
    ],
)
def test_malformed_tex_is_named_and_shown_as_it_is_written(tex: str, code: str) -> None:
    assert faults_in(tex) == [code]
    assert typeset(tex) == [one_line(tex)] == [tex]


def test_unknown_commands_are_listed_once_and_shown_with_their_arguments() -> None:
    tex = r"\foo{a}{b} + \bar{x} + \foo + \qux"
    assert unknown_commands(tex) == [r"\foo", r"\qux"]
    assert one_line(r"\foo{a}{b} + 1") == r"\foo{a}{b} + 1"
    assert typeset(r"\foo{a}{b} + 1") == [r"\foo{a}{b} + 1"]


def test_what_no_terminal_shows_is_marked() -> None:
    assert one_line("a\x00b\u200bc") == "a�b�c"
