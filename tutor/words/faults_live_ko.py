"""What is wrong with live cards, and the cure, in Korean, as in `tutor.words.faults_ko`."""

SENTENCES: dict[str, tuple[str, str]] = {
    # 라이브 카드
    "live-empty": ("물을 단계가 없습니다", "`attend.scaled`처럼 물을 단계를 적으세요"),
    "live-name": (
        "`{name}` 값은 단계의 이름이 될 수 없습니다",
        "단계의 이름을 적거나, `데모.단계`처럼 데모의 이름과 함께 적으세요",
    ),
    "live-without-demo": (
        "`{step}` 단계가 어느 데모의 것인지 나와 있지 않습니다",
        "파일 위쪽에 `demo:`를 적거나, 여기에 `데모.{step}`처럼 적으세요",
    ),
    "generate-without-demo": (
        "어느 데모의 단계인지 나와 있지 않습니다",
        "파일 위쪽에 `demo:`를 적으세요",
    ),
    "generate-no-steps": (
        "`{demo}` 데모에는 단계를 적어 둔 YAML 파일이 없습니다",
        "여기에 `generate: [하나, 둘]`처럼 적거나, 데모 옆 {demo}.yaml 파일의 `steps:`에 적으세요",
    ),
    "placeholder-open": (
        "`{begun}` 자리 표시가 닫히지 않았습니다",
        "`@{{scores}}`처럼 `@{{`와 `}}` 사이에 이름을 적으세요",
    ),
    "placeholder-unknown": (
        "데모에는 여기에 보여 줄 `{name}` 입력도, 앞선 단계도 없습니다",
        "쓸 수 있는 이름: {known}",
    ),
    "placeholder-unknown/near": (
        "데모에는 여기에 보여 줄 `{name}` 입력도, 앞선 단계도 없습니다",
        "혹시 `{near}` 아닌가요?",
    ),
    "placeholder-later": (
        "`@{{{name}}}` 자리에 나올 단계가, 물어보는 `{step}` 단계보다 앞서지 않습니다",
        "입력과 앞선 단계만 보여 주세요",
    ),
    "placeholder-not-live": (
        "`{key}` 글의 `@{{…}}` 부분은 그대로 보입니다. 숫자를 채우는 것은 라이브 카드뿐입니다",
        "숫자를 직접 적거나 `live` 카드로 바꾸세요",
    ),
    "placeholders-differ": (
        "두 언어에서 보여 주는 숫자가 다릅니다({names})",
        "양쪽에 모두 적으세요. 그러지 않으면 언어를 바꿀 때 문제가 달라집니다",
    ),
    "walk-step-twice": ("단계별 풀이에 `{step}` 단계가 두 번 나옵니다", "하나만 남기세요"),
    "walk-demos": (
        "단계별 풀이가 `{first}` 데모에서 다른 `{demo}` 데모로 넘어갑니다",
        "데모 하나의 단계만 적으세요",
    ),
    "walk-order": (
        "데모에서는 `{step}` 단계가 `{before}` 단계보다 먼저 나옵니다",
        "데모의 순서대로 적으세요",
    ),
    "walk-was": (
        "단계별 풀이에는 기록이 따로 없고, 기록은 각 단계에 남습니다",
        "`was` 키를 지우거나 그 단계의 카드에 적으세요",
    ),
    "walk-named-as-step": (
        "단계별 풀이의 이름이 그 안의 `{step}` 단계와 같은데, 그 이름에는 단계의 기록이 남습니다",
        "단계별 풀이의 `id`를 바꾸세요",
    ),
    "walk-step-shared": (
        "{first} 자리의 `{other}` 단계별 풀이가 이미 `{step}` 단계를 묻습니다",
        "한 단계의 기록은 단계별 풀이 하나만 따를 수 있으니, 한쪽에서 그 단계를 빼세요",
    ),
    "walk-step-taken": (
        "{first} 자리에 `{step}` 카드가 있는데 그 단계를 묻는 카드가 아닙니다",
        "그 카드의 `id`를 바꾸거나 단계별 풀이에서 그 단계를 빼세요",
    ),
    # 라이브 카드: 데모를 실행해야 드러나는 것
    "live-fails": (
        "시드(seed) {seed}번으로 뽑은 값으로는 이 단계를 물을 수 없습니다: {problem}",
        "뽑는 범위를 좁히거나 `where` 조건으로 빼세요",
    ),
    "live-words": (
        "`{step}` 단계의 값은 낱말이어서 계산해서 답할 수 없습니다",
        "값이 숫자인 단계를 물으세요",
    ),
    "live-truths": (
        "`{step}` 단계의 값은 참과 거짓이어서 계산해서 답할 수 없습니다",
        "값이 숫자인 단계를 물으세요",
    ),
    "live-not-finite": (
        "시드(seed) {seed}번으로 뽑으면 답이 무한대이거나 수가 아닙니다",
        "`where` 조건으로 그런 경우를 빼세요",
    ),
    "live-always-same": (
        "시드(seed) {seeds}개에서 답이 모두 {value} 값입니다",
        "더 넓은 범위에서 뽑거나 다른 단계를 물으세요",
    ),
    "live-degenerate": (
        "시드(seed) {seeds}개 가운데 {count}개에서 답이 뻔합니다. 모두 0이거나, 칸이 모두 같거나, "
        "0 또는 1에 천분의 일보다 가깝습니다",
        "`where` 조건으로 그런 경우를 빼세요",
    ),
    "live-slow": (
        "문제 하나를 만드는 데 {milliseconds}ms가 걸립니다",
        "입력을 더 작게 뽑거나, 더 자주 만족되는 조건을 쓰세요",
    ),
    "trap-unexposed": (
        "시드(seed) {seeds}개 가운데 어느 것에서도 `{id}` 함정의 답이 옳은 답과 구별되지 않습니다",
        "둘이 달라지는 값을 뽑거나 함정을 지우세요",
    ),
}
