"""What the commands of TeX look like in Unicode, and which there are."""

from tutor.maths.nodes import Kind, Layout, Symbol


def _pairs(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _names(table: str) -> frozenset[str]:
    return frozenset(table.split())


_ORDINARY = _pairs(
    """alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ
    upsilon υ phi φ varphi φ chi χ psi ψ omega ω
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    infty ∞ partial ∂ nabla ∇ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ imath ı jmath ȷ wp ℘
    forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠
    ldots … dots … dotsc … cdots ⋯ dotsb ⋯ vdots ⋮ ddots ⋱ prime ′ degree ° checkmark ✓
    dagger † ddagger ‡ vert | Vert ‖ | ‖ backslash \\ square □ Box □ triangle △ blacksquare ■
    % % $ $ # # & & _ _ S § P ¶ sharp ♯ flat ♭ surd √ therefore ∴ because ∵ copyright ©"""
)
_BINARY = _pairs(
    """pm ± mp ∓ times × div ÷ ast ∗ star ⋆ circ ∘ bullet • oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙
    oslash ⊘ cup ∪ cap ∩ setminus ∖ wedge ∧ land ∧ vee ∨ lor ∨ diamond ⋄ sqcup ⊔ sqcap ⊓
    uplus ⊎ amalg ⨿ wr ≀ dotplus ∔ bmod mod"""
)
_NARROW = {"cdot": "·", "cdotp": "·"}
_RELATION = _pairs(
    """leq ≤ le ≤ leqslant ≤ geq ≥ ge ≥ geqslant ≥ neq ≠ ne ≠ equiv ≡ approx ≈ sim ∼ simeq ≃ cong ≅
    propto ∝ ll ≪ gg ≫ lt < gt > doteq ≐ triangleq ≜ coloneqq ≔ coloneq ≔ eqqcolon ≕
    asymp ≍ prec ≺ succ ≻ preceq ⪯ succeq ⪰ lesssim ≲ gtrsim ≳ nleq ≰ ngeq ≱
    in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ nsubseteq ⊈
    mid | nmid ∤ parallel ∥ perp ⊥ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨
    to → rightarrow → gets ← leftarrow ← leftrightarrow ↔ longrightarrow ⟶ longleftarrow ⟵
    longleftrightarrow ⟷ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⟹ impliedby ⟸ iff ⟺
    Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ mapsto ↦ longmapsto ⟼
    uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ nwarrow ↖
    swarrow ↙ hookrightarrow ↪ hookleftarrow ↩ rightharpoonup ⇀ leftharpoonup ↼
    rightleftharpoons ⇌ rightsquigarrow ⇝ leadsto ⇝ twoheadrightarrow ↠"""
)
_OPEN = _pairs("{ { lbrace { lbrack [ langle ⟨ lfloor ⌊ lceil ⌈ lvert | lVert ‖ lparen (")
_CLOSE = _pairs("} } rbrace } rbrack ] rangle ⟩ rfloor ⌋ rceil ⌉ rvert | rVert ‖ rparen )")
_LARGE = _pairs(
    """sum Σ prod Π coprod ∐ int ∫ iint ∬ iiint ∭ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂
    bigodot ⨀ bigvee ⋁ bigwedge ⋀"""
)
_FUNCTIONS = _names(
    "arccos arcsin arctan arg cos cosh cot coth csc deg dim exp hom ker lg ln log sec sin sinh tan "
    "tanh softmax sigmoid relu ReLU sign sgn erf tr rank diag Var Cov Pr"
)
_LIMIT_FUNCTIONS = _names("det gcd inf lim liminf limsup max min sup argmax argmin")

SYMBOLS: dict[str, Symbol] = {
    **{name: Symbol(sign) for name, sign in _ORDINARY.items()},
    **{name: Symbol(sign, Kind.BINARY) for name, sign in _BINARY.items()},
    **{name: Symbol(sign, Kind.NARROW) for name, sign in _NARROW.items()},
    **{name: Symbol(sign, Kind.RELATION) for name, sign in _RELATION.items()},
    **{name: Symbol(sign, Kind.OPEN) for name, sign in _OPEN.items()},
    **{name: Symbol(sign, Kind.CLOSE) for name, sign in _CLOSE.items()},
    **{name: Symbol(sign, Kind.OPERATOR, limits="∫" not in sign) for name, sign in _LARGE.items()},
    **{name: Symbol(name, Kind.OPERATOR) for name in _FUNCTIONS},
    **{name: Symbol(name, Kind.OPERATOR, limits=True) for name in _LIMIT_FUNCTIONS},
    "colon": Symbol(":", Kind.PUNCTUATION),
    "|": Symbol("‖"),
}
"""What each command without an argument stands for, by its name without the backslash."""

CHARACTERS: dict[str, Symbol] = {
    **{
        symbol.text: symbol
        for symbol in SYMBOLS.values()
        if len(symbol.text) == 1 and not symbol.text.isalpha() and symbol.text not in "|⊥\\{}&_%$#"
    },
    "-": Symbol("−", Kind.BINARY),
    "−": Symbol("−", Kind.BINARY),
    "+": Symbol("+", Kind.BINARY),
    "*": Symbol("*", Kind.NARROW),
    "=": Symbol("=", Kind.RELATION),
    "<": Symbol("<", Kind.RELATION),
    ">": Symbol(">", Kind.RELATION),
    ":=": Symbol(":=", Kind.RELATION),
    ":": Symbol(":", Kind.PUNCTUATION),
    ",": Symbol(",", Kind.PUNCTUATION),
    ";": Symbol(";", Kind.PUNCTUATION),
    "(": Symbol("(", Kind.OPEN),
    ")": Symbol(")", Kind.CLOSE),
    "[": Symbol("[", Kind.OPEN),
    "]": Symbol("]", Kind.CLOSE),
}
"""What a character stands for where it is not just itself."""

SPACES = {
    **{",": 1, ":": 1, ";": 1, ">": 1, " ": 1, "!": 0, "/": 0, "quad": 2, "qquad": 4},
    **{"thinspace": 1, "enspace": 1, "space": 1, "negthinspace": 0, "\n": 1, "\t": 1},
}
IGNORED = _names(
    "displaystyle textstyle scriptstyle scriptscriptstyle limits nolimits nonumber notag "
    "big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm Bigm "
    "rm bf it normalfont mathstrut strut hline"
)
"""Commands about size and place only: nothing is lost with them."""

COMBINING = {
    **{"hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303"},
    **{"bar": "\u0304", "overline": "\u0305", "underline": "\u0332", "vec": "\u20d7"},
    **{"overrightarrow": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "dddot": "\u20db"},
    **{"check": "\u030c", "breve": "\u0306", "acute": "\u0301", "grave": "\u0300"},
    **{"mathring": "\u030a"},
}
"""The accents that a single sign can carry as a combining character."""
BRACES = frozenset({"overbrace", "underbrace"})

FONTS = _names(
    "mathrm mathbf mathit mathsf mathtt mathnormal boldsymbol bm pmb mathbb mathcal mathscr "
    "mathfrak mathop mathbin mathrel mathord"
)
TEXTS = _names("text textrm textbf textit textsf texttt textnormal mbox hbox emph")
FRACTIONS = _names("frac dfrac tfrac cfrac")

ENVIRONMENTS: dict[str, tuple[str, str, Layout]] = {
    "matrix": ("", "", Layout.MATRIX),
    "smallmatrix": ("", "", Layout.MATRIX),
    "array": ("", "", Layout.MATRIX),
    "pmatrix": ("(", ")", Layout.MATRIX),
    "bmatrix": ("[", "]", Layout.MATRIX),
    "Bmatrix": ("{", "}", Layout.MATRIX),
    "vmatrix": ("|", "|", Layout.MATRIX),
    "Vmatrix": ("‖", "‖", Layout.MATRIX),
    "cases": ("{", "", Layout.CASES),
    "rcases": ("", "}", Layout.CASES),
    **{
        name: ("", "", Layout.LINES)
        for name in _names(
            "aligned align align* alignat split gather gather* gathered equation equation* multline"
        )
    },
}

_SPECIAL = _names(
    "sqrt binom dbinom tbinom left right middle begin end operatorname operatorname* not overset "
    "underset stackrel hspace hspace* substack pmod \\"
)
KNOWN = (
    frozenset(SYMBOLS)
    | frozenset(SPACES)
    | frozenset(COMBINING)
    | IGNORED
    | BRACES
    | FONTS
    | TEXTS
    | FRACTIONS
    | _SPECIAL
)
"""Every command that can be set."""

_DOUBLE = {**dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True))}
_SCRIPT = {**dict(zip("BEFHILMR", "ℬℰℱℋℐℒℳℛ", strict=True))}


def _capitals(first: int, named: dict[str, str]) -> dict[str, str]:
    capitals = {chr(65 + place): chr(first + place) for place in range(26)}
    return {**capitals, **named}


ALPHABETS: dict[str, dict[str, str]] = {
    "mathbb": {
        **_capitals(0x1D538, _DOUBLE),
        **{str(digit): chr(0x1D7D8 + digit) for digit in range(10)},
    },
    "mathcal": _capitals(0x1D49C, _SCRIPT),
    "mathscr": _capitals(0x1D49C, _SCRIPT),
}
"""Letters whose shape carries meaning; bold, upright and the like are set plain."""

RAISED = {
    **dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True)),
    **dict(zip("+-−=()", "⁺⁻⁻⁼⁽⁾", strict=True)),
    **dict(zip("abcdefghijklmnoprstuvwxyz", "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", strict=True)),
    **{"T": "ᵀ", "⊤": "ᵀ", "′": "′", "*": "*", "∗": "*", "†": "†", "∘": "°"},
}
"""Signs that can stand raised. Of the capitals only the transpose: W^Q, W^K, W^V stay alike."""
LOWERED = {
    **dict(zip("0123456789", "₀₁₂₃₄₅₆₇₈₉", strict=True)),
    **dict(zip("+-−=()", "₊₋₋₌₍₎", strict=True)),
    **dict(zip("aehijklmnoprstuvx", "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ", strict=True)),
}
"""Signs that can stand lowered."""
