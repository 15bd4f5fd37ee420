import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.core.cards import Choice, Choices, Cloze, Number, Recall, Typed
from tutor.core.log import Grade
from tutor.core.study import Mark, Unreadable
from tutor.core.text import Words
from tutor.study.judge import Gap, gaps, judge
from tutor.study.spelling import Likeness, distance, likeness, normalised


def mark(text, *accept):
    return judge(Typed(ask="?", accept=accept), (text,), "en").parts[0].mark


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("  Self Attention ", "self-attention"),
        ("the forget gate", "Forget gate"),
        ("cross–entropy.", "cross-entropy"),
        ("어텐션점수", "어텐션 점수"),
        ("소프트맥스", "소프트맥스"),
        ("GPT2", "GPT-2"),
        ("+", "+"),
        ("−1", "-1"),
    ],
)
def test_case_spaces_punctuation_and_composition_do_not_matter(given, right):
    assert mark(given, right) is Mark.RIGHT


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("sofmax", "softmax"),
        ("LTSM", "LSTM"),
        ("bakcpropogation", "backpropagation"),
        ("소프트멕스", "소프트맥스"),
        ("어텐숀", "어텐션"),
    ],
)
def test_a_near_miss_is_a_misspelling_and_counts(given, right):
    verdict = judge(Typed(ask="?", accept=(right,)), (given,), "en")
    assert verdict.parts[0].mark is Mark.SPELLING
    assert verdict.parts[0].right == right
    assert (verdict.right, verdict.suggested) == (True, Grade.GOOD)


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("tan", "tanh"),
        ("GELU", "ReLU"),
        ("supervised", "unsupervised"),
        ("variance", "covariance"),
        ("-1", "1"),
        ("0.5", "05"),
        ("word3vec", "word2vec"),
        ("가정", "가중"),
        ("softmax", "sigmoid"),
        ("50", "50%"),
    ],
)
def test_another_word_is_wrong_however_near(given, right):
    assert mark(given, right) is Mark.WRONG


def test_either_language_is_accepted_and_the_matching_one_is_right():
    key = Words(en="softmax", ko="소프트맥스")
    for text in ("softmax", "소프트맥스"):
        assert mark(text, "other", key) is Mark.RIGHT


def test_nothing_typed_is_a_given_up_answer():
    verdict = judge(Typed(ask="?", accept=("x",)), ("  ",), "en")
    assert (verdict.parts[0].mark, verdict.suggested) == (Mark.MISSED, Grade.AGAIN)


def test_gaps_close_at_balanced_braces_and_hold_alternatives():
    assert gaps(r"The {{forget|erase}} gate: {{$\sqrt{d_k}$}}.") == [
        "The ",
        Gap(("forget", "erase")),
        " gate: ",
        Gap((r"$\sqrt{d_k}$",)),
        ".",
    ]
    assert gaps(r"{{\sqrt{d_k}}} left {{open") == [Gap((r"\sqrt{d_k}",)), " left {{open"]
    assert gaps("{{$|x|$|norm}}") == [Gap(("$|x|$", "norm"))]
    assert gaps("plain") == ["plain"]
    assert gaps("") == []


@given(st.text(alphabet="{}|$\\ab ", max_size=30))
def test_gaps_never_lose_text(text):
    pieces = gaps(text)
    assert "".join(piece for piece in pieces if isinstance(piece, str)) in text or len(pieces) > 1


def test_a_cloze_is_judged_gap_by_gap():
    card = Cloze(cloze=Words(en="{{forget}} and {{input}}", ko="{{망각}}과 {{입력}}"))
    verdict = judge(card, ("forget",), "en")
    assert [part.mark for part in verdict.parts] == [Mark.RIGHT, Mark.MISSED]
    assert (verdict.score, verdict.suggested) == (0.5, Grade.HARD)
    assert judge(card, ("망각", "input"), "ko").right
    assert judge(card, ("x", "inputt"), "en").parts[1].mark is Mark.SPELLING
    assert isinstance(judge(card, ("a", "b", "c"), "en"), Unreadable)


PICKS = Choices(
    ask="?",
    choices=(
        Choice(text="a", right=True),
        Choice(text="b", right=True),
        Choice(text="c", why="Because."),
    ),
)


@pytest.mark.parametrize(
    ("picked", "score", "grade"),
    [
        ({0, 1}, 1, Grade.GOOD),
        ({0}, 0.5, Grade.HARD),
        ({0, 1, 2}, 0.5, Grade.HARD),
        ({0, 2}, 0, Grade.AGAIN),
        ({2}, 0, Grade.AGAIN),
        (set(), 0, Grade.AGAIN),
    ],
)
def test_a_wrong_pick_costs_what_a_right_one_earns(picked, score, grade):
    verdict = judge(PICKS, frozenset(picked), "en")
    assert (verdict.score, verdict.suggested) == (score, grade)
    assert [part.index for part in verdict.parts] == sorted(picked | {0, 1})


def test_a_wrong_pick_says_why():
    parts = judge(PICKS, frozenset({2}), "en").parts
    assert [(part.mark, part.why) for part in parts] == [
        (Mark.MISSED, ""),
        (Mark.MISSED, ""),
        (Mark.WRONG, "Because."),
    ]


def test_a_choice_that_is_not_there_cannot_be_read():
    assert isinstance(judge(PICKS, frozenset({3}), "en"), Unreadable)


def test_a_recall_card_is_not_judged():
    with pytest.raises(TypeError):
        judge(Recall(ask="?", answer="!"), ("!",), "en")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("14", Mark.RIGHT), ("112/sqrt(64)", Mark.RIGHT), ("15", Mark.WRONG), ("14 px", Mark.RIGHT)],
)
def test_a_number_is_worked_out_and_compared(text, expected):
    card = Number(ask="?", number="14", unit="px")
    assert judge(card, (text,), "en").parts[0].mark is expected


def test_a_number_that_cannot_be_read_is_not_wrong():
    card = Number(ask="?", number="14")
    found = judge(card, ("fourteen",), "en")
    assert isinstance(found, Unreadable)
    assert found.code == "number"
    assert judge(card, ("",), "en").suggested is Grade.AGAIN


@given(st.text(max_size=12), st.text(max_size=12))
def test_the_distance_is_symmetric_and_nought_only_for_the_same(one, other):
    assert distance(one, other, 20) == distance(other, one, 20)
    assert (distance(one, other, 20) == 0) == (one == other)
    assert distance(one, other, 1) == min(distance(one, other, 20), 2)


@given(st.text(max_size=20))
def test_a_text_is_like_itself(text):
    assert likeness(text, text) is Likeness.SAME
    assert normalised(normalised(text)) is not None
