"""The help of the command line in Korean."""

SENTENCES: dict[str, str] = {
    "help.about": "터미널에서 배우는 딥러닝: 잊기 직전에 돌아오는 플래시카드와,\n"
    "모든 수식을 한 단계씩 계산해 보이는 데모.",
    "help.usage": "tutor [FILE ...]\n       tutor COMMAND ...",
    "help.epilog": "명령이 없으면 첫 화면이 열리고, Enter를 누르면 오늘의 학습이 시작됩니다.\n\n"
    "명령:\n{commands}\n\n"
    "tutor COMMAND --help로 각 명령의 설명을 봅니다.\n\n"
    "환경 변수:\n"
    "  TUTOR_HOME   자료, 설정, 캐시를 모두 둘 폴더\n"
    "  TUTOR_LANG   en 또는 ko\n"
    "  TUTOR_PATH   카드 팩을 더 찾을 폴더들\n"
    "  NO_COLOR     색 없이\n\n"
    "종료 코드: 0 마침, 1 물은 것이 그렇지 않음, 2 잘못된 호출",
    "help.arguments": "인자",
    "help.options": "선택 사항",
    "help.help": "이 도움말을 보입니다",
    "help.hint": "{prog} --help에 쓰는 법이 있습니다.",
    "help.files": "다른 카드와 함께 배울 카드 파일",
    "help.version": "판 번호를 보입니다",
    "help.plain": "화면 낭독기와 파이프를 위한, 테두리와 색이 없는 글",
    "help.flagged": "표시한 카드만",
    "help.suspended": "제외해서 묻지 않는 카드만",
    "help.json": "JSON 객체 하나를 출력합니다",
    "help.deck": "이 덱만: 트랙, 개념 또는 파일",
    "help.limit": "이만큼 답하면 끝냅니다 (글로 된 복습)",
    "help.review": "오늘의 복습을 바로 시작",
    "help.review.about": "오늘의 몫을 복습합니다: 복습할 카드, 그다음 새 카드.\n\n"
    "--plain이거나 터미널이 없으면 질문마다 답 한 줄을 읽습니다. 빈칸은 ;로 나누고\n"
    "고르기는 번호로 답합니다. 그 밖에 알아듣는 줄:\n"
    "  =1부터 =4   마지막 답을 다시 평가 (다시, 어려움, 알맞음, 쉬움)\n"
    "  u           마지막 답이나 표시를 되돌리기 (몇 번이든)\n"
    "  ?           힌트 보기\n"
    "  -  @  *     카드를 내일로 미루기, 제외하기, 표시하기\n"
    "  =i          카드의 기록 보기\n"
    "  m  r        하루의 끝에서: 새 카드 더 하기, 남은 복습 하기\n"
    "앞에 빈칸을 두면 답이 됩니다. 입력이 끝나면 복습도 끝납니다.",
    "help.quiz": "고른 카드로 퀴즈를 풀고 점수 보기",
    "help.quiz.about": "카드를 골라 한꺼번에 묻고, 끝에 개념별 점수와 다시 볼 문제를 보입니다.\n"
    "--count가 없으면 복습 일정은 그대로입니다. 같은 선택 사항을 여러 번 쓰면 모두 묻습니다.\n"
    "선택 사항이 없으면 화면에서 고릅니다.\n\n"
    "--plain이거나 터미널이 없으면 질문마다 답 한 줄을 읽습니다. 그 밖에 알아듣는 줄:\n"
    "  ?          힌트 보기 (답은 많아야 절반만 맞은 것으로 칩니다)\n"
    "  u          마지막 답을 되돌리기\n"
    "  =1부터 =4   떠올린 답을 다시 평가 (알맞음과 쉬움은 정답, 어려움은 절반)",
    "help.quiz.json": "--plain처럼 답을 읽고, 끝에 JSON 객체 하나를 출력합니다",
    "help.quiz.deck": "이 덱만: 트랙, 개념 또는 파일 (여러 번 가능)",
    "help.quiz.tag": "이 태그가 있는 카드만 (여러 번 가능)",
    "help.quiz.kind": "이 종류의 카드만, 이름은 tutor list --json에 나옵니다 (여러 번 가능)",
    "help.quiz.weak": "약한 카드만: 지난번에 틀렸거나, 자주 잊거나, 복습이 많이 밀린 카드",
    "help.quiz.flagged": "표시한 카드만",
    "help.quiz.number": "문제 수 (20)",
    "help.quiz.all": "맞는 카드를 모두",
    "help.quiz.minutes": "이만큼의 분이 지나면 새 문제를 내지 않습니다",
    "help.quiz.seed": "이 번호의 퀴즈를 되풀이합니다: 카드, 순서, 숫자가 모두 같습니다",
    "help.quiz.count": "답할 때마다 복습으로도 기록합니다",
    "help.demo": "수식의 데모를 한 단계씩",
    "help.demo.about": "데모를 모두 보이거나 하나를 엽니다: 화면으로, 또는 글이나 JSON으로.",
    "help.demo.cell": "단계나 입력의 이 칸을 설명합니다: --cell 'scaled[0,1]'",
    "help.demo.trap": "잘 알려진 이 함정에 빠진 계산을, 어디서 달라지는지와 함께 보입니다",
    "help.demo.nameless": "{option} 앞에 데모의 이름(NAME)이 있어야 합니다",
    "help.demo.seed": "이 수로 입력을 새로 뽑습니다",
    "help.demo.name": "열 데모; 없으면 모두 보입니다",
    "help.set": "다른 입력으로, 값은 YAML로: --set 'x=[[1, 2], [3, 4]]'",
    "help.step": "이 단계만 보입니다",
    "help.check": "카드 파일을 검사하고 고칠 방법을 알려 줌",
    "help.check.about": "팩과 카드 파일을 검사합니다. 잘못마다 한 줄에 고칠 방법까지 적습니다.\n"
    "오류가 있으면 종료 코드는 1이며, 귀띔은 오류가 아닙니다.",
    "help.check.paths": "파일이나 폴더; 없으면 모든 팩",
    "help.check.fix": "id가 없는 카드에 id를 적어 넣습니다; 파일의 다른 곳은 그대로입니다",
    "help.check.watch": "파일이 바뀔 때마다 다시 검사합니다(Ctrl+C로 끝)",
    "help.new": "새 덱을 만듦",
    "help.new.about": "내 팩에 카드 종류마다 예시가 하나씩 있는 덱을 만들고\n"
    "$VISUAL이나 $EDITOR로 엽니다.",
    "help.new.name": "덱(track/name이라고 쓰면 트랙 안에) 또는 데모의 이름",
    "help.edit": "카드나 덱을 편집기로 엶",
    "help.edit.about": "카드, 덱, 파일을 $VISUAL이나 $EDITOR로 그 줄에서 엽니다.\n"
    "다른 팩의 카드는 먼저 내 팩에 복사하며, 그 뒤로는 복사한 카드가 나옵니다.",
    "help.edit.name": "tutor list에 나오는 카드, 개념, 내 덱 또는 파일",
    "help.add": "터미널에서 내 카드를 더함",
    "help.add.about": "카드의 부분을 한 줄씩 물어 덱의 마지막 카드 뒤에 적어 넣습니다.",
    "help.add.deck": "덱(없으면 my-cards), 개념 또는 파일",
    "help.add.kind": "답을 담는 키로 적은 카드의 종류",
    "help.list": "덱별로 모든 카드",
    "help.list.about": "카드를 덱별로 모두 보입니다.",
    "help.show": "카드 하나와 그 이력",
    "help.show.about": "카드 하나를 보입니다: 질문, 있는 곳, 다음 복습, 이력.",
    "help.show.card": "카드, tutor list에 나오는 concept/id; 하나뿐이면 id만으로도 됩니다",
    "help.due": "오늘 할 것",
    "help.due.about": "오늘 할 것을 덱별로 알려 줍니다.",
    "help.stats": "통계: 답한 수, 기억률, 연속 일수",
    "help.stats.about": "지금까지의 답에 대한 통계를 보입니다.",
    "help.config": "설정을 보거나 바꿈",
    "help.config.about": "설정을 보이거나 하나를 바꿉니다: language (en, ko), theme (dark, light, "
    "terminal),\nretention (0.7부터 0.99), rollover (하루가 시작되는 시각), new_per_day,\n"
    "reviews_per_day, count_predictions (true: 데모에서 한 단계를 예측하면 복습으로 셉니다),\n"
    'goals (필요한 것까지 먼저 배울 개념: "lstm-cell, gru-cell", 없애려면 "").\n'
    "deck.NAME.KEY는 덱(개념, 트랙, 팩) 하나만의 설정입니다: retention, new_per_day,\n"
    'reviews_per_day, language; 없애려면 "".',
    "help.key": "설정 이름; 없으면 모두 보입니다",
    "help.value": "새 값",
    "help.glossary": "용어를 두 언어로 찾아봄",
    "help.glossary.about": "어느 한 언어의 이름으로 찾은 용어를 설명합니다. "
    "이름이 없으면 모두 보입니다.",
    "help.glossary.term": "용어나 그 일부",
    "help.schema": "편집기를 위한 카드 파일의 JSON Schema",
    "help.schema.about": "카드 파일의 JSON Schema를 출력합니다. "
    "편집기가 자동 완성과 검사에 씁니다.\n--install을 주면 편집기가 스스로 찾습니다.",
    "help.schema.kind": "어떤 파일인지: {kinds} (적지 않으면 첫째)",
    "help.backup": "배운 기록의 사본을 씀",
    "help.backup.about": "기록의 백업을 씁니다: 곁에 날짜를 붙여, 또는 정한 파일에.",
    "help.backup.to": "쓸 파일; 아직 없는 이름이라야 합니다",
    "help.doctor": "자료, 카드, 설정, 터미널을 검사",
    "help.doctor.about": "자료, 카드, 설정, 터미널을 검사합니다. "
    "잘못이 있으면 종료 코드는 1입니다.",
    "help.trust": "데모를 실행해도 되는 팩",
    "help.trust.about": "팩과 그 데모를 실행해도 되는지를 보입니다. PACK을 적으면 무엇을 실행하게 "
    "될지 보이고,\n믿는지 묻습니다. 파일이 하나라도 바뀌면 다시 묻습니다.",
    "help.trust.pack": "팩의 이름이나 폴더; 없으면 모두 보입니다",
    "help.trust.yes": "묻지 않고 믿습니다",
    "help.trust.forget": "더는 믿지 않습니다",
    "help.trust.nameless": "--yes와 --forget 앞에는 PACK이 있어야 합니다",
    "help.new.demo": "데모: demos/NAME.py와 그 글이 담긴 demos/NAME.yaml",
    "help.pack": "카드 팩을 더하고 보고 뺌",
    "help.pack.about": "다른 사람의 카드 팩을 더하거나 보거나 뺍니다. 명령이 없으면 모든 팩을\n"
    "보입니다.",
    "help.pack.commands": "명령",
    "help.pack.add": "폴더나 zip 파일을 더함",
    "help.pack.add.about": "팩을 더합니다. content/나 demos/가 든 폴더, 또는 그런 폴더의 zip "
    "파일입니다. 폴더는\n제자리에 그대로 두므로, 그곳에서 git pull을 하면 카드도 새로워집니다. "
    "zip 파일은 먼저\n살펴본 뒤에 풉니다. 저장소는 git clone URL로 받은 다음 tutor pack add "
    "FOLDER로 더하세요.",
    "help.pack.list": "모든 팩을 보임",
    "help.pack.list.about": "모든 팩을 보입니다. 뒤의 팩이 앞의 팩에 우선합니다. 팩마다 나오는 "
    "카드의 수와\n있는 곳을 알려 줍니다.",
    "help.pack.remove": "더한 팩을 뺌",
    "help.pack.remove.about": "더한 팩을 뺍니다. 폴더는 그대로 남고, zip 파일에서 푼 것은 "
    "지웁니다. 그 카드로\n배운 기록은 남습니다.",
    "help.pack.path": "폴더나 zip 파일",
    "help.pack.name": "팩의 이름; 없으면 폴더나 파일의 이름",
    "help.pack.which": "tutor pack list에 나오는 팩의 이름",
    "help.pack.yes.add": "같은 이름의 팩이 있으면 묻지 않고 바꿉니다",
    "help.pack.yes.remove": "묻지 않고 파일을 지웁니다",
    "help.schema.install": "VS Code와 Neovim의 설정에 넣음; 무엇을 어디에 쓸지 먼저 "
    "보이고 묻습니다",
    "help.schema.remove": "--install이 설정에 넣은 것을 뺌",
    "help.schema.yes": "묻지 않음",
}
