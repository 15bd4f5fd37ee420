"""The words of the tour, in Korean."""

SENTENCES: dict[str, str] = {
    "tour.title": "tutor",
    "tour.key.next": "다음",
    "tour.key.begin": "시작",
    "tour.key.language": "언어",
    "tour.key.number": "다른 숫자",
    "tour.key.goals": "고르기",
    "tour.key.new": "하루 새 카드",
    "tour.key.skip": "건너뛰기",
    "tour.day.title": "하루 10분이면 됩니다",
    "tour.day.text": "질문을 받고, 답하고, 얼마나 잘 알았는지 고릅니다. 질문은 잊을 때쯤 다시 "
    "나옵니다. 하루 뒤, 며칠 뒤, 그다음에는 몇 주 뒤에 돌아옵니다. 숫자를 묻는 질문이 많고, "
    "그 숫자는 매번 새로 뽑습니다.",
    "tour.day.key.enter": "정답을 보거나 답한 뒤 다음으로 넘어가기",
    "tour.day.key.grades": "얼마나 잘 알았는지: 다시, 어려움, 알맞음, 쉬움",
    "tour.day.key.undo": "마지막 답을 되돌리기 (몇 번이든)",
    "tour.day.key.keys": "지금 화면의 키 보기",
    "tour.day.input": "한글 입력 상태 그대로 써도 됩니다. ㅕ를 누르면 u를 누른 것과 같습니다.",
    "tour.taste.title": "모든 숫자가 어디서 왔는지 말해 줍니다",
    "tour.taste.text": "코드 여섯 줄로 이 화면에서 바로 계산한 **어텐션**(attention)입니다. "
    "괄호 친 숫자를 아래에서 풀어 보여 줍니다. ← →로 다른 숫자를 고릅니다.",
    "tour.taste.after": "답이 틀리면 **F3**이 질문에 나온 숫자 그대로 그 단계를 열어 줍니다.",
    "tour.goals.title": "무엇을 배우고 싶으신가요?",
    "tour.goals.text": "고른 것이 먼저, 그에 필요한 것은 그보다도 먼저 나옵니다.",
    "tour.goals.first": "먼저: {concepts}",
    "tour.goals.everything": "모두 차례대로",
    "tour.goals.new": "하루 새 카드",
    "tour.goals.minutes": "몇 주 뒤부터 하루 {n}분쯤",
    "tour.goals.later": "모두 설정에서 바꿀 수 있습니다. 처음 화면에서 쉼표(,) 키를 누르세요.",
}
