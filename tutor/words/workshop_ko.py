"""The words of making demos of one's own and of trusting those of others, in Korean."""

SENTENCES: dict[str, str] = {
    "trust.standing.bundled": "tutor와 함께 온 팩입니다. 데모를 실행합니다",
    "trust.standing.own": "나만의 팩입니다. 데모를 실행합니다",
    "trust.standing.empty": "실행할 데모가 없습니다",
    "trust.standing.trusted": "믿는다고 한 팩입니다. 데모를 실행합니다",
    "trust.standing.changed": "믿는다고 한 뒤로 바뀌었습니다. 다시 살펴볼 때까지 데모를 실행하지 "
    "않습니다: {command}",
    "trust.standing.unknown": "믿는다고 하지 않은 팩입니다. 데모를 실행하지 않습니다: {command}",
    "trust.size": "{lines}줄, {bytes}바이트",
    "trust.file.changed": "믿는다고 한 뒤로 바뀜",
    "trust.file.new": "믿는다고 한 뒤로 새로 생김",
    "trust.file.gone": "믿는다고 한 뒤로 없어짐",
    "trust.ask": "데모는 프로그램입니다. 내가 이 컴퓨터에서 할 수 있는 일은 데모도 모두 할 수 "
    "있습니다. 이 코드를 믿습니까? [y/N]",
    "trust.given": "이제 팩 {pack|을를} 믿습니다. 이 파일들 가운데 하나라도 바뀔 때까지 데모를 "
    "실행합니다. {command} --forget 명령으로 되돌릴 수 있습니다.",
    "trust.refused": "팩 {pack|을를} 믿지 않습니다. 데모 없는 카드는 그대로 배울 수 있습니다.",
    "trust.taken": "이제 팩 {pack|을를} 믿지 않습니다.",
    "trust.never": "팩 {pack|은는} 믿는다고 한 적이 없습니다.",
    "trust.nobody": "대답할 사람이 없었습니다. {pack}의 파일을 살펴본 뒤 {command} --yes 명령을 "
    "쓰세요",
    "trust.no_pack": "{pack|이라}는 팩은 없습니다. 있는 것은 {known}이고, 폴더를 적어도 됩니다",
    "trust.no_pack_near": "{pack|이라}는 팩은 없습니다. {near|을를} 찾으셨나요?",
    "trust.unreadable": "{file|을를} 읽을 수 없습니다: {reason}",
    "trust.unwritable": "{file|을를} 쓸 수 없습니다: {reason}",
    "trust.not_run": "{pack}: 믿는다고 하지 않은 팩이라 데모 {n}개를 실행하지 않았습니다. "
    "{command} 명령으로 무엇을 실행하게 될지 볼 수 있습니다",
    "trust.not_run_changed": "{pack}: 믿는다고 한 뒤로 팩이 바뀌어 데모 {n}개를 실행하지 "
    "않았습니다. {command} 명령으로 무엇을 실행하게 될지 볼 수 있습니다",
    "found.no_card": "아직 이 단계를 묻는 카드가 없습니다",
    "found.slips": "한 번 실수한 틀린 답 {n}개를 시험했습니다: {named}개는 까닭을 알려 주고, "
    "{offered}개는 몇 가지 가운데 고르게 하며, {silent}개는 틀렸다고만 합니다",
    "found.trap": "함정 {trap}: {draws}번 뽑은 가운데 {times}번 드러납니다",
    "found.right": "정답: {key}",
    "found.wrong": "{typed}: {said}",
}
