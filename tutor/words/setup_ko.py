"""The words of the settings screen, in Korean."""

SENTENCES: dict[str, str] = {
    "setup.title": "설정",
    "setup.name.language": "언어",
    "setup.name.theme": "색",
    "setup.name.retention": "기억할 비율",
    "setup.name.rollover": "하루가 시작되는 시각",
    "setup.name.new_per_day": "하루 새 카드",
    "setup.name.reviews_per_day": "하루 복습 (최대)",
    "setup.name.count_predictions": "예측도 복습으로",
    "setup.name.goals": "먼저 배울 것",
    "setup.option.en": "English",
    "setup.option.ko": "한국어",
    "setup.option.dark": "어둡게",
    "setup.option.light": "밝게",
    "setup.option.terminal": "터미널의 색",
    "setup.option.true": "예",
    "setup.option.false": "아니요",
    "setup.value.retention": "{n}%",
    "setup.value.rollover": "{n}시",
    "setup.value.new_per_day": "{n}장",
    "setup.value.reviews_per_day": "{n}장",
    "setup.no_goals": "모두 차례대로",
    "setup.means.language": "화면의 말을 어느 언어로 보일지 정합니다. 한 언어로만 쓰인 카드는 "
    "그대로 나옵니다.",
    "setup.means.theme": "어두운 바탕에 밝은 글자, 밝은 바탕에 어두운 글자, 또는 터미널의 열여섯 "
    "가지 색입니다.",
    "setup.means.retention": "카드가 다시 나올 때 아직 기억하고 있을 비율입니다. 높일수록 카드가 "
    "더 빨리 돌아오므로 하루 분량이 늘고, 잊는 것은 줄어듭니다.",
    "setup.means.rollover": "새 학습일이 시작되는 시각입니다. 늦은 밤의 복습도 그날의 것으로 "
    "셉니다. 다음에 시작할 때부터 적용됩니다.",
    "setup.means.new_per_day": "처음 보는 카드가 하루에 몇 장 나올지 정합니다. 카드마다 여러 번 "
    "다시 나오므로, 하루 열 장이면 곧 10분쯤 걸립니다.",
    "setup.means.reviews_per_day": "이보다 많은 복습은 다음 날로 넘어갑니다. 잊을 가능성이 큰 "
    "카드부터 나옵니다.",
    "setup.means.count_predictions": "개념의 데모에서 한 단계 전체를 보기 전에 예측하면, 그 단계를 "
    "복습한 것으로 셉니다.",
    "setup.means.goals": "고른 개념의 새 카드가 다른 것보다 먼저, 그에 필요한 개념은 그보다도 먼저 "
    "나옵니다. Enter로 고릅니다.",
    "setup.allowed.retention": "70%부터 99%까지 됩니다.",
    "setup.allowed.rollover": "0부터 23까지의 시각이라야 합니다.",
    "setup.allowed.new_per_day": "0부터 9999까지의 정수라야 합니다.",
    "setup.allowed.reviews_per_day": "0부터 9999까지의 정수라야 합니다.",
    "setup.default": "따로 정하지 않으면: {value}",
    "setup.default.language": "따로 정하지 않으면: 시스템의 언어",
    "setup.refused": "‘{text}’ 값은 쓸 수 없습니다. {allowed}",
    "setup.overruled": "환경 변수 {variable|이가} 설정되어 있어, 다음에 시작할 때는 그것을 "
    "따릅니다.",
    "setup.key.change": "바꾸기",
    "setup.key.type": "입력",
    "setup.key.pick": "고르기",
    "setup.key.toggle": "넣기·빼기",
    "setup.key.none": "모두 지우기",
    "setup.goals.title": "먼저 배울 것",
    "setup.goals.about": "고른 개념의 새 카드가 다른 것보다 먼저, 그에 필요한 개념은 그보다도 먼저 "
    "나옵니다. 고르지 않으면 모두 차례대로 나옵니다.",
    "setup.goals.needs": "먼저 {n}개 필요",
    "setup.unknown_goal": "goals: {goal|이라}는 개념은 없습니다. tutor list로 모두 볼 수 있습니다",
    "setup.unknown_goal_near": "goals: {goal|이라}는 개념은 없습니다. {near|을를} 찾으셨나요?",
}
