"""Errors of expressions and draws in both languages."""

import pytest

from tutor.live.errors import SENTENCES, ExpressionError, LiveError
from tutor.live.expressions import expression
from tutor.words.live import live_sentence


def test_an_error_is_said_as_its_own_text_says_it_in_english() -> None:
    with pytest.raises(ExpressionError) as caught:
        expression("scroes / 2").value({"scores": 1})
    assert live_sentence(caught.value, "en") == str(caught.value)
    assert live_sentence(caught.value, "ko") == (
        "`scroes` 이름은 여기에 없습니다; 혹시 `scores` 아닌가요?"
    )


@pytest.mark.parametrize("code", SENTENCES)
def test_every_error_has_a_korean_sentence(code: str) -> None:
    sentence = live_sentence(LiveError(code), "ko")
    assert "잘못된 곳" not in sentence
    assert any("가" <= sign <= "힣" for sign in sentence)
