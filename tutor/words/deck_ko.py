"""The words of a deck that was just begun, in Korean: remarks, and an example of each kind."""

SENTENCES: dict[str, str] = {
    "deck.head": "내 카드입니다. 예시 앞의 #를 지워 고쳐 쓰거나 아래에 새로 적으세요.\n"
    "카드의 `id`는 그대로 두세요. 글은 언제든 고쳐도 되지만 학습 기록은 id를 따라갑니다.\n"
    "잘못된 곳과 고칠 방법은 `tutor check` 명령이 줄마다 알려 줍니다.",
    "deck.answer": "답을 떠올린 뒤 확인하고 스스로 채점합니다.\n"
    "- id: why-nonlinear\n"
    "  ask: 층 사이에 활성화 함수가 필요한 까닭은?\n"
    "  answer: 활성화 함수가 없으면 모든 층을 합쳐도 선형 변환 하나일 뿐이다.\n"
    "  hint: 행렬 두 개를 이어 곱하면 무엇이 되나요?",
    "deck.accept": "이름을 써서 답합니다. 목록에 있는 것은 모두 정답입니다.\n"
    "- id: name-of-relu\n"
    "  ask: $\\max(0, x)$의 이름은?\n"
    "  accept: [ReLU, 렐루, rectified linear unit]\n"
    "  because: 음수를 잘라 내고(rectify) 나머지는 그대로(linear) 내보냅니다.",
    "deck.cloze": "빈칸을 채웁니다. `a|b`는 둘 다 정답이고, `each: true`이면 빈칸마다 카드가 "
    "됩니다.\n"
    "- id: two-gates\n"
    "  cloze: '{{{{망각|forget}}}} 게이트는 옛 셀 상태를, {{{{입력|input}}}} 게이트는 새 내용을 "
    "조절한다.'\n"
    "  because: 둘 다 0과 1 사이의 시그모이드입니다.",
    "deck.choices": "옳은 것을 고릅니다. 틀린 보기에는 왜 틀렸는지 적을 수 있습니다.\n"
    "- id: range-of-tanh\n"
    "  ask: tanh의 값은 어떤 두 수 사이에 있나요?\n"
    "  choices:\n"
    "    - text: −1과 1\n"
    "      right: true\n"
    "    - text: 0과 1\n"
    "      why: 그것은 시그모이드입니다.",
    "deck.order": "줄을 순서대로 놓습니다.\n"
    "- id: one-training-step\n"
    "  ask: 학습의 한 단계는 어떤 순서로 진행되나요?\n"
    "  order: [예측을 구한다, 손실을 구한다, 기울기를 역전파한다, 가중치를 고친다]\n"
    "  because: 손실을 구하려면 예측이, 가중치를 고치려면 모든 기울기가 있어야 합니다.",
    "deck.pairs": "서로 맞는 것끼리 짝을 짓습니다.\n"
    "- id: who-reads-what\n"
    "  ask: 어떤 입력에 어떤 신경망이 어울리나요?\n"
    "  pairs:\n"
    "    - left: 합성곱 신경망\n"
    "      right: 이미지\n"
    "    - left: 순환 신경망\n"
    "      right: 시퀀스\n"
    "  because: 저마다 입력에 대해 이미 아는 것을 구조에 담고 있습니다.",
    "deck.claim": "맞는 말인지 아닌지 답합니다.\n"
    "- id: softmax-shift\n"
    "  claim: 모든 로짓에 5를 더해도 소프트맥스의 값은 같다.\n"
    "  holds: true\n"
    "  because: 분자와 분모에 모두 $e^5$이 곱해져 약분됩니다.",
    "deck.number": "수, 분수, 벡터, 크기를 씁니다.\n"
    "- id: sigmoid-at-zero\n"
    "  ask: $\\sigma(0)$의 값은?\n"
    "  number: 1/2\n"
    "  because: $1 / (1 + e^0)$",
    "deck.live": "데모의 한 단계를 매번 새로운 수로 셈합니다(`tutor demo`가 데모를 보여 줍니다).\n"
    "- id: scale-the-scores\n"
    "  live: attend.scaled",
    "deck.formula": "식을 씁니다. 값이 같으면 정답입니다.\n"
    "- id: formula-of-the-scale\n"
    "  formula: attend.scaled",
    "deck.begun": "새 덱: {file}",
    "deck.learn": "tutor review --deck {deck} 명령으로 배웁니다.",
    "deck.taken": "{file} 파일이 이미 있습니다. tutor edit {name} 명령으로 여세요.",
    "deck.unusable": "{name|은는} 덱의 이름이 될 수 없습니다. {better|은는} 어떤 시스템에서나 파일 "
    "이름이 됩니다.",
}
