"""The words of adding cards in the terminal, in Korean."""

SENTENCES: dict[str, str] = {
    "add.kind": "종류 [1]:",
    "add.no_kind": "그런 종류는 없습니다. 1부터 {n}까지의 번호나 키를 적으세요.",
    "add.ask": "질문 (비워 두면 끝):",
    "add.answer": "답:",
    "add.accept": "정답 (여럿이면 ;로 나누기):",
    "add.cloze": "{{{{빈칸}}}}이 있는 글 (비워 두면 끝):",
    "add.claim": "주장 (비워 두면 끝):",
    "add.holds": "맞는 말인가요 (y/n)?",
    "add.choices": "보기 하나. 옳은 보기는 앞에 *, 틀린 까닭은 :: 뒤에 (비워 두면 그만):",
    "add.order": "바른 순서로 다음 줄 (비워 두면 그만):",
    "add.pairs": "짝 하나, 왼쪽 :: 오른쪽 (비워 두면 그만):",
    "add.number": "수:",
    "add.live": "셈할 단계, 예: attend.scaled (비워 두면 끝):",
    "add.formula": "식을 물을 단계, 예: attend.scaled (비워 두면 끝):",
    "add.because": "왜 그런가요 (비워 두어도 됨)?",
    "add.flawed": "넣지 않았습니다: {fault}.",
    "add.done": "{card} 카드를 넣었습니다 ({file}:{line}).",
    "add.sum": "{deck} 덱에 카드 {n}장을 넣었습니다.",
    "add.no_room": "{file}의 카드가 괄호 안에 있거나 파일을 읽을 수 없습니다. "
    "tutor check가 더 알려 줍니다.",
}
