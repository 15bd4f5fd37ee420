"""The words of editing a card in one's editor, in Korean."""

SENTENCES: dict[str, str] = {
    "edit.saved": "저장했습니다. 이제 카드는 {file}에 쓰인 대로입니다.",
    "edit.next_time": "{file}에 저장했습니다. 다음번부터 고친 대로 나옵니다.",
    "edit.where": "{file}, {line}행",
    "edit.unchanged": "바뀐 것이 없습니다.",
    "edit.stopped": "바뀐 것이 없습니다. {program|이가} 오류로 끝났습니다.",
    "edit.gone": "저장했습니다. 이제 그 카드는 없습니다.",
    "edit.no_editor": "편집기를 찾지 못했습니다. EDITOR에 쓰는 편집기를 정하거나, {file}의 "
    "{line}행을 여세요.",
    "edit.no_terminal": "이 터미널에서는 편집기를 열 수 없습니다. {file}의 {line}행을 여세요.",
    "edit.not_found": "{program|이가} 없습니다. 가지고 있는 편집기를 EDITOR에 정하세요.",
    "edit.failed": "{file}: {reason}",
    "edit.cannot.gone": "{file}에 그 카드가 더 이상 없습니다. tutor를 다시 시작하세요.",
    "edit.cannot.broken": "{file} 때문에 카드를 옮길 수 없습니다. 무엇이 잘못되었는지는 "
    "tutor check가 알려 줍니다.",
    "edit.cannot.brackets": "{file}의 카드가 괄호 안에 쓰여 있습니다. 카드마다 줄을 나누고 앞에 "
    "-를 붙이면 이 카드를 더할 수 있습니다.",
    "edit.cannot.picture": "카드의 그림을 나만의 팩에 둘 자리가 없습니다 ({file}).",
    "edit.faults": "쓴 것에 잘못된 곳이 {n}군데 있습니다",
    "edit.faults.foot": "e 다시 고치기 · Esc 원래 카드로 계속하기",
    "edit.fault": "{line}행",
    "edit.fault_card": "{line}행, 카드 {card}",
    "edit.remarks": "{title} 개념의 내 카드. #를 지우면 카드가 됩니다:\n"
    "- id: my-first\n"
    "  ask: 무엇을 묻나요?\n"
    "  answer: 무엇을 알아야 하나요?",
}
