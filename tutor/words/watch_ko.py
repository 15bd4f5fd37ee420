"""The words of files that change while the tutor runs, in Korean."""

SENTENCES: dict[str, str] = {
    "watch.read": "모든 파일을 다시 읽었습니다. 덱은 {n}개입니다.",
    "watch.more": "{first} (그 밖에 {n}개)",
    "watch.blind": "바뀌어도 알아챌 수 없습니다: {reason}. Ctrl+R을 누르면 파일을 다시 읽습니다.",
    "moves.title": "카드 {n}장의 이름이 바뀌었나요?",
    "moves.about": "파일에서 사라진 카드와 비슷한 새 카드가 있습니다. 같은 카드라면 학습 기록을 "
    "이어 갑니다. 파일에 `was:`를 적어 둡니다.",
    "moves.more": "그 밖에 {n}장",
    "moves.foot": "y 같은 카드 · n 새 카드 · Esc 다음에 시작할 때 다시 묻기",
    "moves.accepted": "카드 {n}장의 학습 기록을 이어 갑니다.",
    "moves.declined": "새 카드로 둡니다. 옛 카드의 학습 기록은 그대로 남습니다.",
    "moves.cannot": "{card} 카드의 파일을 고치지 못했습니다. was:를 직접 적으세요.",
    "moves.doctor": "학습 기록은 있지만 어느 파일에도 없는 카드가 {n}장입니다: {cards}",
    "moves.doctor_like": "{former} 카드는 {card} 카드와 비슷합니다. 같은 카드라면 "
    "{file}:{line}에 `was: {former}`를 적으세요.",
    "moves.hint": "사라진 카드와 비슷한 새 카드가 {n}장 있습니다. 어느 것인지는 tutor doctor가 "
    "알려 줍니다.",
    "watch.palette": "파일 다시 읽기",
    "watch.palette.help": "모든 팩을 지금 디스크에 있는 대로 읽습니다",
}
