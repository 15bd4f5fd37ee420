import pytest

from tutor.maths import one_line, plain_text


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"\sqrt{d_k}", "√(dₖ)"),
        (r"\sqrt 2", "√2"),
        (r"\sqrt[3]{x}", "∛x"),
        (r"\sqrt[n]{x + 1}", "(x + 1)^(1/n)"),
        (r"\frac{a+b}{c d}", "(a + b)/(c d)"),
        (r"\frac{1}{2} x", "(1/2) x"),
        (r"a \cdot \frac12", "a·(1/2)"),
        (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
        (r"\frac{\partial L}{\partial w}", "∂L/∂w"),
        (r"\frac{\exp(x)}{n}", "exp(x)/n"),
        (r"\frac{a}{b(c + d)}", "a/(b(c + d))"),
        (r"\binom{n}{k}", "binom(n, k)"),
    ],
)
def test_fractions_and_roots_say_what_they_span(tex: str, expected: str) -> None:
    assert one_line(tex) == expected


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"q^1 \cdot k^i", "q¹·kⁱ"),
        ("W^Q", "W^Q"),
        ("X W^Q", "X W^Q"),
        ("W^Qx", "W^Q x"),
        (r"Q K^\top", "Q Kᵀ"),
        ("X^T X", "Xᵀ X"),
        (r"e^{S' - \max S'}", "e^(S′ − max S′)"),
        (r"\alpha_{1,i}", "α_(1,i)"),
        ("h_{t-1}", "hₜ₋₁"),
        ("W_f", "W_f"),
        ("W_f^2", "W²_f"),
        ("x_i^2", "xᵢ²"),
        ("S'_{ij}", "S′ᵢⱼ"),
        (r"d_{model}", "d_model"),
        (r"d_{\text{model}}", "d_model"),
        ("W^{q,1}", "W^(q,1)"),
        ("PE_{(pos,2i)}", "PE_(pos,2i)"),
        ("10000^{2i/d}", "10000^(2i/d)"),
        ("{ab}^2", "(ab)²"),
        ("{x^2}^3", "(x²)³"),
        ("(a+b)^2", "(a + b)²"),
        ("x^10 + x^-1", "x¹⁰ + x⁻¹"),
        ("k_* y", "k_* y"),
        ("x^* y", "x* y"),
        ("f''(x)", "f′′(x)"),
        (r"x^\prime", "x′"),
    ],
)
def test_scripts_are_signs_where_there_are_any_and_spelt_elsewhere(tex: str, expected: str) -> None:
    assert one_line(tex) == expected


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"\sum_j \exp(\alpha_{1,j})", "Σⱼ exp(α_(1,j))"),
        (r"\sum_{i=1}^n x_i", "Σᵢ₌₁ⁿ xᵢ"),
        (r"\prod_{t=2}^T a_t", "Πₜ₌₂^T aₜ"),
        (r"\min_\theta \|y - Xw\|_2^2", "min_θ ‖y − Xw‖₂²"),
        (r"\operatorname*{arg\,max}_i p_i", "arg maxᵢ pᵢ"),
        (r"\lim_{x \to 0} f", "lim_(x→0) f"),
        (r"\mathbb{E}_{x \sim p}[f(x)]", "𝔼_(x∼p)[f(x)]"),
        (r"\underbrace{a + b}_{n}", "underbrace(a + b, n)"),
    ],
)
def test_sums_and_functions_keep_their_limits(tex: str, expected: str) -> None:
    assert one_line(tex) == expected


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        ("a=b+c", "a = b + c"),
        ("-x+(-1)", "−x + (−1)"),
        (r"x\in\mathbb{R}", "x ∈ ℝ"),
        (r"\lambda\|w\|^2", "λ‖w‖²"),
        (r"f_t \odot C_{t-1}", "fₜ ⊙ Cₜ₋₁"),
        (r"\lfloor x \rfloor", "⌊x⌋"),
        (r"\mathrm{softmax}(x)V", "softmax(x) V"),
        (r"\mathbf{x}\quad\text{for all }i", "x  for all i"),
        (r"E / \sum_j E_{\cdot j}", "E / Σⱼ E_(·j)"),
        ("1,048,576", "1,048,576"),
        ("f(a,b)", "f(a, b)"),
        (r"x \not= y", "x ≠ y"),
        (r"\%\_\&\#\$\{\}", "%_&#${}"),
        (r"\displaystyle x\!y\,z", "xy z"),
        (r"W \to \infty", "W → ∞"),
        (r"\lnot{x y}\hspace{1em}\not{xy}", "¬x y ¬xy"),
        (r"a \equiv b \pmod{n}", "a ≡ b (mod n)"),
        (r"a \overset{\text{def}}{=} b", "a =ᵈᵉᶠ b"),
        (r"\underset{x}{\max} f", "maxₓ f"),
        (r"\sum_{\substack{i\\j}} a", "Σ_(i; j) a"),
        (r"\text{a \& \alpha\ b}", "a & α b"),
        (r"\left\{ x \middle| y \right\}", "{x | y}"),
        (r"\sum\limits_i x", "Σᵢ x"),
        (r"\hat y - \bar{x}", "ŷ − x̄"),
        (r"\tilde{C}_t", "C̃ₜ"),
        (r"\overline{AB}", "A̅B̅"),
        (r"\overline{x+y}", "overline(x + y)"),
        (r"\widehat{xy}", "widehat(xy)"),
        (r"어텐션 = \text{값의 합}", "어텐션 = 값의 합"),
    ],
)
def test_signs_are_set_as_in_print(tex: str, expected: str) -> None:
    from unicodedata import normalize

    assert normalize("NFC", one_line(tex)) == normalize("NFC", expected)


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"\begin{pmatrix}1&2\\3&4\end{pmatrix}x", "(1, 2; 3, 4) x"),
        (r"\begin{bmatrix}a\\b\end{bmatrix}", "[a; b]"),
        (r"\left[\begin{array}{cc}a&b\end{array}\right]", "[a, b]"),
        (r"\begin{matrix}a&b\end{matrix}", "[a, b]"),
        (r"\begin{vmatrix}a&b\\c&d\end{vmatrix}", "|a, b; c, d|"),
        (r"\begin{cases}x,&x>0\\0&\text{otherwise}\end{cases}", "{x, x > 0; 0, otherwise}"),
        (r"\begin{aligned}a&=b\\&=c\end{aligned}", "a = b; = c"),
        (r"a \\ b", "a; b"),
        (r"\left. \frac{a}{b} \right|_{x=0}", "(a/b)|ₓ₌₀"),
    ],
)
def test_grids_are_read_row_by_row(tex: str, expected: str) -> None:
    assert one_line(tex) == expected


def test_each_formula_of_a_text_is_set_on_its_line() -> None:
    text = r"Scores are divided by $\sqrt{d_k}$, at \$5 a piece."
    assert plain_text(text) == "Scores are divided by √(dₖ), at $5 a piece."
