"""What is wrong with settings, in Korean."""

SENTENCES: dict[str, str] = {
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
    "settings.deck.near": "덱에는 {key|이라}는 설정이 없습니다. {near|을를} 찾으셨나요?",
    "settings.deck.unknown": "덱에는 {key|이라}는 설정이 없습니다. 있는 것은 {keys}",
    "settings.deck.for_all": "{key|은는} 모든 덱에 대한 설정입니다. [로 시작하는 첫 줄보다 위에 "
    "쓰세요",
    "settings.deck.no_table": "deck 아래의 {deck|은는} 표가 아닙니다. 설정을 "
    '[deck."{deck}"] 줄 아래에 쓰세요',
    "settings.deck.no_tables": "deck이 표가 아닙니다. 덱의 설정은 [deck.lstm-cell] 같은 줄 아래에 "
    "쓰세요",
    "settings.deck.nameless": "deck.lstm-cell.retention처럼 덱과 설정을 함께 쓰세요. "
    "설정으로는 {keys}",
    "settings.deck.none": "deck.{deck}: 그런 이름의 개념이나 트랙, 팩은 없습니다. "
    "tutor list로 볼 수 있습니다",
    "settings.deck.none_near": "deck.{deck}: 그런 이름의 개념이나 트랙, 팩은 없습니다. "
    "{near|을를} 찾으셨나요?",
    "settings.deck.unset": "모든 덱과 같음",
    "settings.deck.for_wider": "더 넓은 덱과, 없으면 모든 덱과 같음",
    "settings.deck.others": "따로 정한 덱 {decks}: tutor config deck",
    "settings.deck.own": "한 덱만 따로 정하려면: tutor config deck.이름.{key} 값",
}
