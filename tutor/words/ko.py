"""What the tutor says in Korean, by code."""

SENTENCES: dict[str, str] = {
    # grades, kinds, phases, rows of the log
    "grade.again": "다시",
    "grade.hard": "어려움",
    "grade.good": "알맞음",
    "grade.easy": "쉬움",
    "kind.answer": "떠올리기",
    "kind.accept": "써서 답하기",
    "kind.cloze": "빈칸",
    "kind.choices": "고르기",
    "kind.order": "순서 맞추기",
    "kind.pairs": "짝 맞추기",
    "kind.claim": "참과 거짓",
    "kind.number": "수",
    "kind.live": "새 수로 셈하기",
    "kind.formula": "식 쓰기",
    "phase.new": "새 카드",
    "phase.learning": "학습 중",
    "phase.review": "복습",
    "phase.relearning": "재학습 중",
    "row.answer": "답함",
    "row.undo": "되돌림",
    "row.lesson": "수업을 읽음",
    "row.suspend": "제외하거나 다시 넣음",
    "row.bury": "다음 날까지 미룸",
    "row.flag": "표시를 달거나 뗌",
    "row.reset": "처음부터 다시 시작",
    "row.due": "다른 날로 옮김",
    "row.parameters": "일정 매개변수 조정",
    "row.import": "가져옴",
    # spans of time
    "time.minutes": "{n}분",
    "time.hours": "{n}시간",
    "time.days": "{n}일",
    "time.months": "{n}개월",
    "time.years": "{n}년",
    # verdicts
    "verdict.right": "맞았습니다.",
    "verdict.right_but_spelling": "맞았습니다. 다만 철자를 보세요.",
    "verdict.right_but_rounding": "맞았습니다. 다만 반올림이 다릅니다.",
    "verdict.partly": "일부만 맞았습니다.",
    "verdict.wrong": "틀렸습니다.",
    "verdict.whole.right": "{given}: 맞습니다.",
    "verdict.whole.spelling": "{given|이라}고 쓰셨지만, 바른 표기는 {right}입니다.",
    "verdict.whole.rounding": "{given|이라}고 답하셨고, 더 정확히는 {right}입니다.",
    "verdict.whole.wrong": "{given|이라}고 답하셨습니다. 정답: {right}",
    "verdict.whole.missed": "정답: {right}",
    "verdict.gap.right": "빈칸 {n}: {given|은는} 맞습니다.",
    "verdict.gap.spelling": "빈칸 {n}: {given|이라}고 쓰셨지만, 바른 표기는 {right}입니다.",
    "verdict.gap.rounding": "빈칸 {n}: {given|이라}고 답하셨고, 더 정확히는 {right}입니다.",
    "verdict.gap.wrong": "빈칸 {n}: {given|이라}고 답하셨습니다. 정답: {right}",
    "verdict.gap.missed": "빈칸 {n}, 정답: {right}",
    "verdict.choice.right": "바르게 고름: {given}",
    "verdict.choice.spelling": "바르게 고름: {given}",
    "verdict.choice.rounding": "바르게 고름: {given}",
    "verdict.choice.wrong": "잘못 고름: {given}",
    "verdict.choice.missed": "맞지만 고르지 않음: {right}",
    "verdict.partly_of": "일부만 맞았습니다: {all}개 가운데 {n}개.",
    "verdict.line.wrong": "{n}번째 자리: ‘{given}’ 줄이 아니라 ‘{right}’ 줄이 와야 합니다.",
    "verdict.line.missed": "{n}번째 자리: ‘{right}’ 줄이 와야 합니다.",
    "verdict.line.moved": "‘{given}’ 줄만 자리가 틀렸습니다. {n}번째 자리에 와야 합니다.",
    "verdict.pair.wrong": "{left}: ‘{given}’ 항목이 아니라 ‘{right}’ 항목이 짝입니다.",
    "verdict.pair.missed": "{left}: ‘{right}’ 항목이 짝입니다.",
    "verdict.claim.wrong": "이 진술은 {right}입니다.",
    "verdict.claim.missed": "이 진술은 {right}입니다.",
    # answers that could not be read
    "unreadable.number": "{given|을를} 수로 읽을 수 없습니다. 수, 분수, 벡터, 모양은 읽습니다: "
    "14, 3/4, 112/sqrt(64), [1, 2], 28x28x6.",
    "unreadable.gaps": "빈칸은 {expected}개인데 답이 {given}개입니다. 답은 ;로 나눕니다.",
    "unreadable.choice": "1부터 {choices}까지의 번호로 답해 주세요.",
    "unreadable.one_choice": "맞는 것은 하나입니다. 1부터 {choices}까지의 번호 하나로 답해 주세요.",
    "unreadable.order": "1부터 {lines}까지의 번호를 한 번씩, 맞는 순서로 적어 주세요. 예: 2 1 3.",
    "unreadable.pairs": "왼쪽 {pairs}개에 위에서부터 서로 다른 글자나 번호를 적어 주세요. "
    "예: b a c 또는 1b 2a. 비워 둘 곳에는 -를 적습니다.",
    "unreadable.claim": "참이면 1이나 o, 거짓이면 2나 x로 답해 주세요.",
    "unreadable.grade": "1부터 4까지의 수로 답해 주세요.",
    # the review in lines
    "review.heading": "{concept} ({phase})",
    "review.lesson": "수업: {concept}",
    "review.prompt.lesson": "다 읽으면 Enter를 누르세요.",
    "review.prompt.recall": "답을 떠올린 뒤 Enter를 누르세요.",
    "review.prompt.typed": "답:",
    "review.prompt.gap": "빈칸에 들어갈 말:",
    "review.prompt.gaps": "빈칸 {n}개에 들어갈 말을 ;로 나누어:",
    "review.prompt.choice": "맞는 것의 번호, 1부터 {n}까지:",
    "review.prompt.choices": "맞는 것 모두의 번호, 1부터 {n}까지:",
    "review.prompt.order": "맞는 순서대로 줄의 번호를, 예를 들면 2 1 3:",
    "review.prompt.pairs": "1번부터 {n}번까지 짝이 되는 글자를, 예를 들면 b a c "
    "(번호 2 1 3으로도):",
    "review.prompt.claim": "1 참, 2 거짓:",
    "review.prompt.number": "수:",
    "review.prompt.several": "수 {n}개:",
    "review.prompt.several_exactly": "수 {n}개, {exact}:",
    "review.prompt.number_in": "수 (단위 {unit}):",
    "review.prompt.number_exactly": "수, {exact}:",
    "review.prompt.number_in_exactly": "수 (단위 {unit}), {exact}:",
    "number.digits": "유효숫자 세 자리까지",
    "number.within": "오차 {tolerance} 이내",
    "review.prompt.live": "{how}:",
    "review.prompt.walk": "{how} (s: 이 풀이를 그만두기):",
    "review.prompt.grade": "얼마나 잘 떠올랐나요, 1부터 4까지? (Enter: 3)",
    "review.answer": "정답:",
    "review.graded": "{grade|으로} 평가: {interval} 뒤에 다시. "
    "(=1부터 =4까지 다시 평가, u 되돌리기)",
    "card.picture": "그림: {alt} ({file})",
    "review.no_demo": "마지막 답 뒤에는 데모가 없습니다.",
    "review.hello": "=h를 입력하면 답 말고 쓸 수 있는 명령을 보여 줍니다.",
    "review.commands": "빈 줄은 모르겠다는 뜻입니다. ? 힌트, =1~=4 마지막 답 다시 채점, "
    "u 되돌리기, "
    "=d 그 숫자로 보는 데모, =l 수업, =i 카드의 기록, - 오늘은 그만, @ 앞으로 묻지 않기, "
    "* 표시, s 단계별 풀이 나가기, =q 끝내기. 앞에 빈칸을 두면 답으로 읽습니다.",
    "review.no_hint": "이 카드에는 힌트가 없습니다.",
    "review.nothing_to_undo": "되돌릴 것이 없습니다.",
    "review.nothing_to_grade": "다시 평가할 답이 없습니다.",
    "review.last": "마지막 카드였습니다. Enter는 끝내기, =1부터 =4까지는 다시 평가, u는 되돌리기.",
    "review.done": "오늘은 더 물을 것이 없습니다.",
    "review.done_waiting": "지금은 물을 것이 없습니다. 오늘 카드 {n}장이 돌아오며, "
    "다음 카드는 {time}에 나옵니다.",
    "review.sum": "{n}개에 답했고 {right}개가 맞았습니다.",
    "review.patience": "잇따른 {n}줄을 읽을 수 없어 복습을 끝냅니다. "
    "지금까지의 답은 남아 있습니다.",
    # due, stats, list, show
    "due.today": "오늘: 복습 {due}, 학습 중 {learning}, 새 카드 {new}. 답한 것 {answered}.",
    "due.nothing": "학습할 것이 없습니다.",
    "due.next": "다음: {moment}.",
    "due.deck": "{title} ({concept}): 복습 {due}, 학습 중 {learning}, 새 카드 {new}, "
    "모두 {cards}장",
    "stats.reviews": "답 {n}개, 오늘 {today}개",
    "stats.retention": "복습의 {percent|을를} 기억함",
    "stats.no_retention": "얼마나 기억하는지 알 만한 복습이 아직 없음",
    "stats.streak": "{n}일 연속",
    "stats.cards": "카드 {cards}장 가운데 {seen}장을 봄",
    "stats.grade": "{grade}: {n}",
    "list.concept": "{title} ({concept}), 카드 {n}장",
    "list.none": "카드가 없습니다.",
    "show.place": "{title}, {file}:{line}",
    "show.answer": "정답: {text}",
    "card.pair": "{left}: {right}",
    "show.hint": "힌트: {text}",
    "show.because": "까닭: {text}",
    "show.source": "출처: {text}",
    "show.new": "아직 답한 적이 없습니다.",
    "show.due": "다음 복습 {moment}. {reps}번 답했고 {lapses}번 잊음. 안정성 {stability}일.",
    "show.siblings": "카드 {card|은는} 여러 카드로 나누어 묻습니다: {keys}. "
    "그중 하나를 적어 주세요.",
    "show.gone": "{card}: 이 카드는 이제 없습니다. 남아 있는 기록:",
    "show.none": "카드 {card|이가} 없습니다. tutor list로 모두 볼 수 있습니다.",
    "show.none_near": "카드 {card|이가} 없습니다. {near|을를} 찾으셨나요?",
    "show.several": "카드 {card|이가} 여러 개념에 있습니다: {keys}. 그 가운데 하나를 적어 주세요.",
    # check, backup, doctor, config
    "check.tried": "라이브 카드 {cards}장을 {draws}번 뽑아 {seconds}초 동안 시험했습니다",
    "check.sum": "오류 {errors}개, 귀띔 {hints}개",
    "backup.made": "백업을 {file}에 썼습니다",
    "doctor.well": "모두 정상입니다.",
    "doctor.sum": "문제 {n}개를 찾았습니다.",
    "doctor.encoding": "출력 인코딩 {encoding|으로}는 한글과 수학 기호를 다 쓸 수 없습니다. "
    "PYTHONUTF8=1이나 UTF-8 로캘을 설정하세요.",
    "doctor.rebuilt": "기록에서 이끌어 낸 값이 카드 {n}장에서 틀렸습니다 ({cards}). "
    "다시 이끌어 내어 바로잡았습니다.",
    "config.file": "({file}에서)",
    "config.from_locale": "로캘을 따름 ({language})",
    "settings.unreadable": "설정을 읽을 수 없어 기본값을 씁니다. 파일을 UTF-8로 저장하고 "
    "읽을 수 있게 하세요",
    "settings.syntax": "TOML이 아니어서 기본값을 씁니다. 한 줄에 설정 하나씩, "
    'language = "ko"처럼 쓰세요',
    "settings.broken": "{file|이가} TOML이 아니어서 아무것도 쓰지 않았습니다. 먼저 고쳐 주세요",
    "settings.unwritable": "{file|을를} 쓸 수 없습니다: {reason}",
    "settings.unknown": "{key|이라}는 설정은 없습니다. tutor config로 모두 볼 수 있습니다",
    "settings.near": "{key|이라}는 설정은 없습니다. {near|을를} 찾으셨나요?",
    "settings.no_key": "{key|이라}는 설정은 없습니다. 있는 것은 {keys}",
    "settings.value.language": "language가 {value|으로} 되어 있습니다. en이나 ko라야 합니다",
    "settings.value.theme": "theme이 {value|으로} 되어 있습니다. dark, light, terminal 가운데 "
    "하나라야 합니다",
    "settings.value.retention": "retention이 {value|으로} 되어 있습니다. "
    "0.7부터 0.99까지라야 합니다",
    "settings.value.rollover": "rollover가 {value|으로} 되어 있습니다. "
    "0부터 23까지의 시각이라야 합니다",
    "settings.value.new_per_day": "new_per_day가 {value|으로} 되어 있습니다. 9999까지의 "
    "정수라야 합니다",
    "settings.value.reviews_per_day": "reviews_per_day가 {value|으로} 되어 있습니다. 9999까지의 "
    "정수라야 합니다",
    "settings.value.count_predictions": "count_predictions가 {value|으로} 되어 있습니다. "
    "true(데모에서 한 단계를 예측하면 복습으로 셈) 아니면 false라야 합니다",
    "settings.value.goals": "goals가 {value|으로} 되어 있습니다. "
    'goals = ["lstm-cell"]처럼 개념의 목록이라야 합니다',
    # demos
    "demo.source": "출처: {source}",
    "demo.none": "{name|이라}는 데모는 없습니다. tutor demo로 모두 볼 수 있습니다",
    "demo.none_near": "{name|이라}는 데모는 없습니다. {near|을를} 찾으셨나요?",
    "demo.untrusted": "데모 {name|은는} 믿는다고 하지 않은 팩 {pack}의 코드입니다. "
    "{command} 명령으로 무엇을 실행하게 될지 볼 수 있습니다",
    "demo.changed": "데모 {name|은는} 팩 {pack}의 코드인데, 믿는다고 한 뒤로 바뀌었습니다. "
    "{command} 명령으로 이제 무엇을 실행하게 될지 볼 수 있습니다",
    "demo.no_step": "데모 {demo}에는 {step|이라}는 단계가 없습니다. 있는 것은 {known}",
    "demo.no_trap": "데모 {demo}에는 {trap|이라}는 함정이 없습니다. 있는 것은 {known}",
    "demo.no_traps": "데모 {demo}에는 함정이 없습니다",
    "demo.no_draw": "데모 {demo}에는 숫자를 새로 뽑는 방법이 없습니다. "
    "--set 이름=값으로 직접 주세요",
    "demo.trap": "함정 {trap}: {said}",
    "demo.trap_same": "이 숫자로는 결과가 달라지지 않습니다.",
    "demo.differs": "함정은 {at}에서 처음 드러납니다. 바른 값은 {right}인데 {wrong|이} 되었습니다.",
    "demo.given": "{at|은는} 주어진 값입니다: {value}",
    "demo.operands": "쓰인 칸: {operands}",
    "demo.left_out": "… ({count}개 더) …",
    "demo.set": "{given|을를} 읽을 수 없습니다. --set 'x=[[1, 2], [3, 4]]'처럼 "
    "--set 이름=값으로 쓰세요",
    "demo.failed": "{sentence}",
    # wrong calls and mistakes of ours
    "cli.no_file": "{file|은는} 명령도 파일도 아닙니다. tutor --help로 명령을 볼 수 있습니다",
    "cli.no_file_near": "{file|은는} 명령도 파일도 아닙니다. tutor {near|을를} 찾으셨나요?",
    "cli.no_path": "{path|이라}는 파일이나 폴더는 없습니다",
    "cli.no_deck": "{deck|이라}는 덱은 없습니다. tutor list로 모두 볼 수 있습니다",
    "cli.no_deck_near": "{deck|이라}는 덱은 없습니다. {near|을를} 찾으셨나요?",
    "cli.faults": "카드에 잘못이 {n}개 있습니다. tutor check로 볼 수 있습니다",
    "home.unusable": "폴더 {folder|을를} 만들 수 없습니다: {reason}. "
    "TUTOR_HOME을 다른 곳으로 정하세요",
    "crash.report": "tutor: 프로그램 자신의 잘못입니다 ({kind}). 보고서는 {file}",
    "crash.no_report": "tutor: 프로그램 자신의 잘못입니다 ({kind}). 보고서를 쓰지 못했습니다",
    # the store
    "error.store-failed": "{path|을를} 쓸 수 없습니다",
    "error.store-newer": "{path|은는} 더 새로운 tutor가 쓴 것입니다 (자료 판 {version}, 아는 것은 "
    "{known}까지). 새 판을 설치하세요. 아무것도 바꾸지 않았습니다",
    "error.store-locked": "다른 프로그램이 {path|을를} 잡고 있습니다. 닫고 다시 해 보세요",
    "error.store-read-only": "{path|은는} 쓸 수 없게 되어 있습니다. "
    "파일과 폴더에 쓰기를 허용하세요",
    "error.store-disk-full": "디스크가 가득 차 {path|을를} 쓰지 못했습니다. "
    "자리를 비우고 다시 해 보세요. 그전의 답은 모두 남아 있습니다",
    "error.store-damaged": "{path|이가} 손상되었습니다 ({reason}). 아무것도 바꾸지 않았습니다. "
    "날짜별 백업은 곁의 backups 폴더에 있습니다",
    "error.store-foreign": "{path|은는} 다른 프로그램의 데이터베이스입니다. "
    "아무것도 바꾸지 않았습니다",
    "error.store-unreachable": "{path|을를} 열 수 없습니다: {reason}",
    "error.store-sqlite-old": "이 Python의 SQLite는 {version|이}고 "
    "{path}에는 {needed|이가} 필요합니다. "
    "더 새로운 Python을 쓰세요",
    "error.backup-exists": "{path|은는} 이미 있습니다. 다른 파일 이름을 적어 주세요",
    "error.store-integrity": "{path|이가} 손상되었습니다: {reason}",
    "error.store-row": "기록의 행 {id|을를} 읽을 수 없습니다: {reason}",
    "error.store-memory": "기록에서 이끌어 낸 것을 읽을 수 없습니다: {reason}",
}
