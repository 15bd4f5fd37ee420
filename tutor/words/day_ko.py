"""The words of a day's end and its limits, in Korean."""

SENTENCES: dict[str, str] = {
    "day.undone.answer": "되돌렸습니다: ‘{card}’에 매긴 평가 {grade}",
    "day.undone.lesson": "되돌렸습니다: ‘{card}’ 수업은 다시 읽지 않은 것으로 칩니다.",
    "day.undone.suspend": "되돌렸습니다: ‘{card}’ 카드를 다시 묻습니다.",
    "day.undone.suspend_off": "되돌렸습니다: ‘{card}’ 카드를 다시 묻지 않습니다.",
    "day.undone.bury": "되돌렸습니다: ‘{card}’ 카드를 내일로 미루지 않습니다.",
    "day.undone.flag": "되돌렸습니다: ‘{card}’ 카드에 단 표시",
    "day.undone.flag_off": "되돌렸습니다: ‘{card}’ 카드에 다시 표시가 있습니다.",
    "day.title.ready": "다음 카드가 준비되었습니다",
    "day.title.none": "지금은 할 일이 없습니다",
    "day.count.answers": "답 {n}번",
    "day.count.learnt": "익힌 카드 {n}장",
    "day.count.slipped": "잊은 카드 {n}장",
    "day.count.held": "기억한 카드 {n}장",
    "day.count.minutes": "{n}분",
    "day.count.streak": "{n}일 연속",
    "day.nothing_new": "오늘 새로 배운 카드는 없고, 알던 것을 다시 다졌습니다.",
    "day.tomorrow.due": "내일은 복습이 {due}장 있습니다.",
    "day.tomorrow.new": "내일은 새 카드가 {new}장 있습니다.",
    "day.tomorrow.due_new": "내일은 복습 {due}장과 새 카드 {new}장이 있습니다.",
    "day.held.new": "새 카드 {new}장이 오늘 한도를 넘어 남아 있습니다.",
    "day.held.due": "복습 {due}장이 오늘 한도를 넘어 남아 있습니다.",
    "day.held.new_due": "새 카드 {new}장과 복습 {due}장이 오늘 한도를 넘어 남아 있습니다.",
    "day.slipped": "잊은 카드",
    "day.learnt": "새로 익힌 것",
    "day.ahead": "앞으로의 복습",
    "day.weekday.0": "월",
    "day.weekday.1": "화",
    "day.weekday.2": "수",
    "day.weekday.3": "목",
    "day.weekday.4": "금",
    "day.weekday.5": "토",
    "day.weekday.6": "일",
    "day.key.look": "카드 보기",
    "day.key.new": "새 카드 {n}장 더",
    "day.key.reviews": "복습 {n}장 더",
    "day.key.history": "기록",
    "day.key.flag_on": "표시 달기",
    "day.key.flag_off": "표시 떼기",
    "day.key.suspend_on": "제외",
    "day.key.suspend_off": "다시 넣기",
    "day.card.title": "카드",
    "day.card.right": "정답: {text}",
    "day.mark.suspended": "제외됨",
    "day.mark.flagged": "표시함",
    "day.note.suspended": "이 카드는 더 이상 묻지 않습니다. @를 누르면 다시 넣습니다.",
    "day.note.asked_again": "이 카드를 다시 묻습니다.",
    "day.home.later": "오늘 할 일은 없습니다. 다음 카드는 {when} 나옵니다.",
    "day.decks.due": "복습",
    "day.decks.new": "새 카드",
    "day.decks.learning": "학습 중",
    "day.decks.seen": "본 카드",
    "day.decks.first": "먼저 배울 것",
    "day.decks.goal": "목표",
    "day.decks.needed": "목표에 필요함",
    "day.decks.filter": "이름의 일부",
    "day.key.goal": "먼저 배우기",
    "day.note.goal": "이제부터 ‘{deck}’ 덱과 그에 필요한 것을 먼저 배웁니다.",
    "day.note.no_goal": "‘{deck}’ 덱은 이제 목표가 아닙니다.",
    "day.marked.title": "표시하거나 제외한 카드",
    "day.marked.none": "표시하거나 제외한 카드가 없습니다. 카드를 볼 때 *를 누르면 표시하고 @를 "
    "누르면 제외합니다.",
    "day.palette.marked": "표시하거나 제외한 카드",
    "day.palette.marked.help": "표시한 카드를 다시 찾고 표시를 떼기",
    "day.about.title": "이 화면에 대하여",
    "day.about.home": "오늘 할 일을 보여 줍니다. **Enter**를 누르면 시작합니다. 먼저 복습할 "
    "카드가 잊었을 가능성이 큰 것부터 나오고, 그다음에 새 카드가 나옵니다. 덱의 첫 카드 앞에는 "
    "수업이 있습니다. 배우고 싶은 덱에서 `f`를 눌러 보세요. 그 덱에 필요한 것부터 먼저 나옵니다.",
    "day.about.lesson": "수업은 덱의 첫 카드 앞에서 한 번 읽습니다. 외울 필요는 없습니다. 카드가 "
    "하나씩 물어봅니다. **F3**을 눌러 보세요. 수업에 나온 식을 데모가 숫자 하나하나까지 계산해 "
    "보여 줍니다.",
    "day.about.review": "무엇을 보기 전에 먼저 기억에서 답을 떠올려 보세요. 떠올리려는 노력이 "
    "기억을 남깁니다. 카드가 언제 다시 나올지는 평가가 정합니다. 제안된 평가를 받아들이거나, 더 "
    "잘 안다면 1에서 4까지 직접 누르세요. 틀려도 괜찮습니다. 카드는 오늘 다시 나오고, `u`를 "
    "누르면 어떤 답이든 되돌립니다.",
    "day.about.kind.answer": "**떠올리기**: 정답을 보기 전에 속으로 답을 말해 보세요. 평가는 "
    "정직하게 합니다. 말하지 못했을 답이면 다시, 오래 걸렸으면 어려움입니다.",
    "day.about.kind.accept": "**써서 답하기**: 대문자와 소문자, 띄어쓰기, 문장 부호는 따지지 "
    "않습니다. 철자가 조금 틀린 말은 맞은 것으로 치고 알려 줍니다.",
    "day.about.kind.cloze": "**빈칸**: Tab으로 다음 빈칸에 갑니다. 빈칸마다 따로 채점합니다.",
    "day.about.kind.choices": "**고르기**: 숫자로 고릅니다. 맞는 것이 여럿이면 앞에 네모가 있고, "
    "Enter로 답합니다. 틀린 것을 고르면 왜 틀렸는지 알려 줍니다.",
    "day.about.kind.order": "**순서 맞추기**: Space로 줄을 들고 화살표로 옮긴 뒤 Space로 "
    "놓습니다. 들어갈 자리의 숫자를 눌러도 됩니다. 줄마다 따로 채점합니다.",
    "day.about.kind.pairs": "**짝 맞추기**: 오른쪽 항목의 숫자를 누르면 지금 있는 왼쪽 항목과 "
    "이어집니다. 모두 이은 다음 Enter로 답합니다.",
    "day.about.kind.claim": "**참과 거짓**: 1은 참, 2는 거짓입니다. 누르기 전에 왜 그런지 말해 "
    "보세요.",
    "day.about.kind.number": "**수**: `112/sqrt(64)` 같은 계산식, 분수, `[1, 2]` 같은 목록, "
    "`28x28` 같은 크기를 그대로 써도 됩니다. 읽을 수 없는 답은 다시 묻고, 틀린 것으로 치지 "
    "않습니다.",
    "day.about.kind.live": "**새 수로 셈하기**: 숫자를 매번 새로 뽑으므로 방법을 알아야 합니다. "
    "계산식을 그대로 써도 됩니다. 틀리면 어떤 실수를 하면 그 숫자가 나오는지 알려 주고, F3을 "
    "누르면 같은 숫자로 데모의 그 단계를 엽니다.",
    "day.about.kind.formula": "**식 쓰기**: `scores / sqrt(d_k)`처럼 파이썬이 읽는 대로 씁니다. "
    "행렬은 `@`로 곱합니다. 글자가 아니라 계산한 값으로 채점합니다.",
    "day.about.walk": "**단계별 풀이**: 하나의 계산을 단계로 나누어 어떤 단계는 보여 주고 어떤 "
    "단계는 묻습니다. 틀린 단계가 있으면 다음 단계는 내가 낸 값을 기준으로 채점하므로, 방법이 "
    "맞으면 인정합니다. F4를 누르면 나머지를 내일로 미룹니다.",
    "day.about.done": "오늘 한 일입니다. *새로 익힌 것*은 새 카드 가운데 마지막에 알게 된 것이고, "
    "*잊은 카드*는 전에 알았지만 오늘 떠올리지 못한 것입니다. 잊은 카드는 곧 저절로 다시 "
    "나옵니다. 화살표로 골라 Enter로 살펴보고, F3으로 데모를 열어 보세요. 여기서 마쳐도 좋습니다. "
    "매일 조금씩 하는 것이 한꺼번에 많이 하는 것보다 오래 남습니다.",
    "day.about.card": "카드를 마지막에 낸 답과 함께 살펴봅니다. 묻지도 않고 기록하지도 않습니다. "
    "`i`를 눌러 보세요. 이 카드에 낸 모든 답과 기억의 상태가 나옵니다.",
    "day.about.marked": "다시 찾으려고 `*`로 표시한 카드와, `@`로 제외해서 묻지 않는 카드입니다. "
    "Enter로 살펴보고, 같은 키로 표시를 뗍니다.",
    "day.about.demos": "데모는 몇 줄짜리 코드로 된 계산이며, 논문이나 책의 예제가 들어 있습니다. "
    "하나를 열어 한 단계씩 따라가 보세요. 어떤 숫자든 어떻게 나왔는지 말해 줍니다.",
    "day.about.player": "단계마다 식이 하나씩 있고, 모든 숫자는 자기가 어떻게 계산되었는지 "
    "압니다. 화살표로 칸을 고르고 **Enter**로 피연산자 안으로 들어가 입력까지 거슬러 가 보세요. "
    "`p`는 결과를 가리고 예측하기, `t`는 흔한 실수를 바른 결과와 나란히 보기, `e`는 입력 "
    "고치기입니다.",
    "day.when.today": "{time}에",
    "day.when.tomorrow": "내일",
    "day.when.date": "{date}에",
    "day.row.flag_on": "표시",
    "day.row.flag_off": "표시 뗌",
    "day.row.suspend_on": "제외",
    "day.row.suspend_off": "다시 넣음",
    "day.history.due": "다음 차례: {when}",
    "day.key.day": "돌아보기",
    "day.plain.new": "m: 오늘 새 카드 {n}장 더 하기",
    "day.plain.reviews": "r: 오늘 복습 {n}장 더 하기",
    "day.plain.show": "`tutor show CARD`를 쓰면 카드의 정답과 기록을 볼 수 있습니다.",
    "day.plain.buried": "내일까지 미뤘습니다. (u: 되돌리기)",
    "day.plain.flag_on": "표시를 달았습니다. (*: 떼기)",
    "day.plain.flag_off": "표시를 뗐습니다.",
    "day.plain.suspend_on": "이 카드는 더 이상 묻지 않습니다. (u: 되돌리기)",
    "day.plain.suspend_off": "이 카드를 다시 묻습니다.",
    "day.about.quiz_setup": "퀴즈는 언제든 원하는 카드를 물어봅니다. 기록에 반영하도록 하지 "
    "않으면 복습 일정은 그대로입니다. 시험 범위의 덱을 고르거나 약한 카드만 골라 보세요. 시드가 "
    "같으면 똑같은 문제가 나옵니다.",
    "day.about.quiz": "복습할 때처럼 답합니다. 기록에 반영하는 퀴즈가 아니면 나중에 영향을 주지 "
    "않습니다. 힌트와 데모 없이 답해 보세요. 끝나면 개념마다 얼마나 아는지 보여 줍니다.",
    "day.about.quiz_score": "개념마다 얼마나 맞았는지 보여 줍니다. 틀린 문제는 목록에 있습니다. "
    "하나씩 살펴본 다음 `r`을 눌러 그 문제만 다시 풀어 보세요.",
    "day.about.quiz_missed": "틀린 문제를 내 답과 정답과 함께 보여 줍니다. F3은 데모를 엽니다. "
    "숫자를 새로 뽑은 문제였다면 바로 그 숫자로 엽니다.",
    "day.about.settings": "설정할 수 있는 것과 그 뜻을 모두 보여 줍니다. 바꾸면 바로, 그리고 "
    "다음에도 그대로입니다. 하루에 새 카드를 몇 장 배우는지가 가장 중요합니다. 새 카드 한 장은 "
    "처음 몇 달 동안 여러 번 다시 나오므로 적게 시작하세요.",
    "day.about.glossary": "용어를 두 언어로, 뜻과 그것을 가르치는 수업과 함께 보여 줍니다. `/`를 "
    "누르고 어느 언어로든 낱말을 써 보세요.",
    "day.help.foot": "↑ ↓ 스크롤 · Esc를 누르면 닫힙니다",
    "day.title.deck": "이 덱에서 오늘 할 일을 마쳤습니다",
}
