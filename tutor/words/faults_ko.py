"""What is wrong with a file, and the cure, in Korean.

A word of the file is always followed by a noun (`…` 키가, `…` 개념은), so that no particle depends
on how the word sounds. `{{` and `}}` are braces.
"""

from tutor.words.faults_live_ko import SENTENCES as LIVE_CARDS

CARD = '카드 "{card}": '

SENTENCES: dict[str, tuple[str, str]] = {
    "other": ("잘못된 곳이 있습니다({code})", "`tutor schema`의 형식과 비교해 보세요"),
    # 파일과 YAML
    "missing-file": ("파일이 없습니다", "경로를 확인하세요"),
    "unreadable-file": ("파일을 읽을 수 없습니다({reason})", "파일 권한을 확인하세요"),
    "not-utf8": ("UTF-8 파일이 아닙니다", "편집기에서 UTF-8로 저장하세요"),
    "empty-file": ("파일이 비어 있습니다", "적어도 `cards:` 아래에 카드 한 장을 적으세요"),
    "second-document": (
        "여기서 두 번째 문서가 시작됩니다",
        "파일 하나에 개념 하나이므로 다른 파일로 옮기세요",
    ),
    "alias": ("별칭(`*{name}`)은 쓸 수 없습니다", "내용을 그대로 적고, 글이라면 따옴표로 감싸세요"),
    "anchor": ("앵커(`&{name}`)는 쓸 수 없습니다", "지우거나, 글이라면 따옴표로 감싸세요"),
    "tag": ("태그(`!이름`)는 쓸 수 없습니다", "지우거나, 글이라면 따옴표로 감싸세요"),
    "too-deep": ("목록이나 매핑이 {deepest}단계보다 깊이 겹쳐 있습니다", "더 얕게 적으세요"),
    "key-not-text": (
        "키가 글이 아닙니다",
        "괄호로 시작하는 글을 쓰려던 것이라면 작은따옴표로 감싸세요",
    ),
    "merge-key": ("`<<` 키는 쓸 수 없습니다", "키를 하나하나 적으세요"),
    "double-key": ("`{key}` 키가 두 번 나옵니다(처음은 {line}번째 줄)", "하나만 남기세요"),
    "tab": ("탭 문자가 있습니다", "공백으로 바꾸세요"),
    "control-character": (
        "화면에 나타낼 수 없는 문자({character})가 있습니다",
        "지우세요. 큰따옴표 안에서는 역슬래시가 이런 문자를 만들므로 작은따옴표를 쓰세요",
    ),
    "syntax": ("YAML 문법에 맞지 않습니다({problem})", "앞뒤 줄과 비교해 보세요"),
    "syntax-colon": (
        "글 안에 콜론과 공백이 이어져 있습니다",
        "글을 따옴표로 감싸거나 `|` 아래에 적으세요",
    ),
    "syntax-escape": (
        "큰따옴표 안의 역슬래시는 특수 문자를 뜻합니다",
        "TeX은 작은따옴표로 감싸거나 따옴표 없이 적으세요",
    ),
    "syntax-quote": (
        "따옴표가 닫히지 않았거나 닫힌 뒤에 다른 글이 이어집니다",
        "글 끝에서 따옴표를 닫거나 글을 `|` 아래에 적으세요",
    ),
    "syntax-start": (
        "따옴표 없는 글은 이 문자로 시작할 수 없습니다",
        "글을 작은따옴표로 감싸세요",
    ),
    "syntax-flow": (
        "{{ }}나 [ ] 안의 내용이 여기서 끊깁니다",
        "쉼표나 괄호가 든 글은 따옴표로 감싸거나, {{ }} 대신 키마다 줄을 바꿔 적으세요",
    ),
    "syntax-indent": (
        "들여쓰기가 윗줄과 맞지 않습니다",
        "한 카드의 키는 같은 칸에서, 카드의 `-`도 서로 같은 칸에서 시작하세요",
    ),
    "syntax-key": ("`키: 값` 형식이 아닙니다", "키 뒤에 콜론과 공백을 넣으세요"),
    # 키와 값
    "not-a-concept": (
        "파일이 키로 이루어져 있지 않습니다",
        "`title:`이나 `cards:` 같은 키로 시작하세요",
    ),
    "not-a-demo": (
        "파일이 키로 이루어져 있지 않습니다",
        "`title:`이나 `steps:` 같은 키로 시작하세요",
    ),
    "unknown-key": ("`{key}` 키는 여기에 쓸 수 없습니다", "쓸 수 있는 키: {known}"),
    "unknown-key/near": ("`{key}` 키는 여기에 쓸 수 없습니다", "혹시 `{near}` 아닌가요?"),
    "missing-key": ("`{key}` 키가 없습니다", "추가하세요"),
    "text-key": (
        "글에는 `en`과 `ko` 키만 쓸 수 있는데 `{key}` 키가 있습니다",
        "글만 적거나 `en:`과 `ko:` 아래에 나누어 적으세요",
    ),
    "text-key-flow": (
        "`{key}` 부분이 키가 되어 버렸습니다. 글에는 `en`과 `ko` 키만 쓸 수 있습니다",
        "{{ }} 안에서는 쉼표에서 글이 끝납니다. 글을 따옴표로 감싸거나 `en:`과 `ko:`를 "
        "각각 한 줄에 적으세요",
    ),
    "not-a-text": (
        "`{key}` 값은 글이어야 합니다",
        "글만 적거나 `en:`과 `ko:` 아래에 적으세요. 괄호로 시작하는 글은 따옴표로 감싸세요",
    ),
    "empty-text": ("`{key}` 값이 비어 있습니다", "내용을 적거나 키를 지우세요"),
    "not-true-or-false": (
        "`{key}` 값은 참이나 거짓이어야 합니다",
        "`true` 또는 `false` 가운데 하나를 적으세요",
    ),
    "not-finite": ("무한대나 nan은 쓸 수 없습니다", "유한한 수를 적으세요"),
    "not-a-number": ("`{key}` 값은 수여야 합니다", "0.5처럼 수를 적으세요"),
    "not-a-list": (
        "`{key}` 값은 목록이어야 합니다",
        "`[하나, 둘]`처럼 적거나 항목마다 앞에 `-`를 붙이세요",
    ),
    "not-a-mapping": (
        "`{key}` 값은 이름과 값의 쌍이어야 합니다",
        "그 아래에 `이름: 값`을 적으세요",
    ),
    "not-one-of": ("`{key}` 키에 쓸 수 없는 값입니다", "쓸 수 있는 값: {known}"),
    "not-one-of/near": ("`{key}` 키에 쓸 수 없는 값입니다", "혹시 `{near}` 아닌가요?"),
    "not-an-object": ("`{key}` 항목에는 키가 있어야 합니다", "쓸 수 있는 키: {known}"),
    # 카드
    "not-a-card": (
        "카드에는 `ask:`나 `answer:` 같은 키가 있어야 합니다",
        "`-` 아래에 키를 적으세요",
    ),
    "no-answer-key": ("무엇이 답인지 나와 있지 않습니다", "다음 가운데 하나를 넣으세요: {known}"),
    "no-answer-key/near": (
        "무엇이 답인지 나와 있지 않고, `{key}` 키는 쓸 수 없습니다",
        "혹시 `{near}` 아닌가요?",
    ),
    "two-answer-keys": (
        "답이 `{first}` 키와 `{second}` 키에 두 번 나옵니다",
        "하나만 남기거나 카드를 둘로 나누세요",
    ),
    "bad-name": (
        "`{name}` 값은 {key} 키에 쓸 수 없습니다",
        "공백, 따옴표, /, ~, # 없이 글자와 숫자, - _ . 으로 적으세요",
    ),
    "bad-was": ("`{was}` 값은 카드의 이름이 아닙니다", "`개념/카드` 형식으로 적으세요"),
    "no-cards-yet": ("아직 카드가 없습니다", "`cards:` 아래에 -를 붙여 첫 카드를 적으세요"),
    "no-id": (
        "카드에 `id`가 없어서 질문이나 답을 고치면 학습 기록을 잃게 됩니다",
        "기록을 이어 가려면 `id: {id}` 그대로 적으세요. `tutor check --fix`가 적어 줍니다",
    ),
    "same-identity": ("같은 이름의 카드가 이미 있습니다({first})", "둘 중 하나의 `id`를 바꾸세요"),
    "stray-gap-end": (
        "열리지 않은 빈칸이 `}}}}` 기호로 닫힙니다",
        "빈칸 앞에 `{{{{` 기호를 적으세요",
    ),
    "open-gap": (
        "빈칸이 닫히지 않았습니다",
        "`}}}}` 기호로 닫고 그 안의 중괄호도 짝을 맞추세요",
    ),
    "empty-gap": ("내용이 없는 빈칸이 있습니다", "`{{{{`와 `}}}}` 사이에 답을 적으세요"),
    "no-gap": ("글에 빈칸이 없습니다", "빈칸으로 둘 부분을 `{{{{`와 `}}}}` 사이에 넣으세요"),
    "gaps-differ": (
        "두 언어의 빈칸 수가 다릅니다",
        "언어를 바꾸면 문제가 달라지므로 수를 맞추세요",
    ),
    "too-many-gaps": (
        "빈칸 {count}개가 이 글 하나로 카드 {count}장을 만듭니다",
        "빈칸이 {most}개까지인 글로 나누거나 `each`를 빼세요",
    ),
    "each-gaps-differ": (
        "`each` 키를 쓰면 빈칸마다 카드가 되는데 두 언어의 빈칸 수가 다릅니다",
        "두 언어의 빈칸을 같은 순서로 똑같이 두거나 `each` 키를 지우세요",
    ),
    "too-few-lines": (
        "순서를 맞출 줄이 세 개보다 적습니다",
        "줄을 늘리거나 `choices` 카드로 바꾸세요",
    ),
    "same-line": ("똑같은 줄이 위에 있어 둘을 구별할 수 없습니다", "둘 중 하나를 바꾸세요"),
    "too-few-pairs": ("짝이 두 쌍보다 적습니다", "짝을 늘리거나 `answer` 카드로 바꾸세요"),
    "same-left": (
        "똑같은 왼쪽 항목이 위에 있습니다",
        "둘 중 하나를 바꾸거나 한 쌍만 남기세요",
    ),
    "same-right": (
        "똑같은 오른쪽 항목이 위에 있어 왼쪽 두 항목의 답이 같아집니다",
        "서로 다르게 적거나 왼쪽의 두 항목을 한 쌍으로 합치세요",
    ),
    "image-path": (
        "`{file}` 경로는 이 파일을 기준으로 적은 것이 아닙니다",
        "드라이브나 `~` 없이 `pictures/curve.png`처럼 `/` 기호로 이어 적으세요",
    ),
    "image-outside": (
        "`{file}` 그림이 팩 밖에 있습니다",
        "팩 안으로 복사하고 이 파일을 기준으로 경로를 적으세요",
    ),
    "image-missing": (
        "`{file}` 그림이 없습니다",
        "그림을 그 자리에 넣거나 이 파일을 기준으로 경로를 고쳐 적으세요",
    ),
    "nothing-accepted": ("`accept` 목록이 비어 있습니다", "맞는 답을 하나 이상 적으세요"),
    "too-few-choices": ("보기가 두 개보다 적습니다", "보기를 늘리거나 `answer` 카드로 바꾸세요"),
    "no-right-choice": ("맞는 보기가 없습니다", "하나 이상에 `right: true`를 붙이세요"),
    "same-choice": ("똑같은 보기가 위에 있습니다", "둘 중 하나를 바꾸세요"),
    "choice-said-twice": (
        "보기에 `text`와 `en`·`ko`가 함께 있습니다",
        "`text`만 쓰거나 `en`과 `ko`만 쓰세요",
    ),
    "choice-without-text": ("보기에 글이 없습니다", "`text`를 적거나 `en`과 `ko`를 적으세요"),
    "number-not-read": (
        "`{number}` 값은 수로 읽을 수 없습니다",
        "14, 3/4, 1e-3, [1, 2], 28x28x6, 112/sqrt(64)처럼 적으세요",
    ),
    "tolerance-not-positive": (
        "허용 오차가 0보다 크지 않습니다",
        "지워서 기본값을 쓰거나, 허용할 오차의 크기를 적으세요",
    ),
    **LIVE_CARDS,
    # 다른 곳을 가리키는 말
    "same-concept": (
        "`{concept}` 개념이 이미 있습니다({first})",
        "두 파일을 합치거나 한쪽의 이름을 바꾸세요",
    ),
    "unknown-fact": ("`{fact}` 사실이 없습니다", "`facts:` 아래에 추가하거나 `fact` 키를 지우세요"),
    "unknown-fact/near": ("`{fact}` 사실이 없습니다", "혹시 `{near}` 아닌가요?"),
    "unknown-need": ("`{need}` 개념이 없습니다", "개념을 추가하거나 `needs` 목록에서 빼세요"),
    "unknown-need/near": ("`{need}` 개념이 없습니다", "혹시 `{near}` 아닌가요?"),
    "needs-cycle": ("개념들이 서로를 먼저 요구합니다: {cycle}", "`needs` 가운데 하나를 지우세요"),
    "was-alive": (
        "`{was}` 카드가 아직 있습니다({place})",
        "`was` 키를 지우거나 옛 카드를 지우세요",
    ),
    "was-twice": (
        "{place}에 있는 카드도 예전에 `{was}` 카드였다고 합니다",
        "학습 기록은 한 카드로만 이어지므로 `was` 키를 하나만 남기세요",
    ),
    "unknown-demo": (
        "`{demo}` 데모가 없습니다",
        "demos/{demo}.py 파일을 만들거나 `demo` 키를 지우세요",
    ),
    "unknown-demo/near": ("`{demo}` 데모가 없습니다", "혹시 `{near}` 아닌가요?"),
    # 용어집과 트랙
    "not-a-glossary": (
        "`glossary.yaml` 파일에는 팩의 용어를 목록으로 적습니다",
        "용어마다 `- en:` 줄로 시작하세요. 덱이라면 파일 이름을 바꾸세요",
    ),
    "not-a-term": ("용어에는 키가 있어야 합니다", "쓸 수 있는 키: {known}"),
    "same-term": ("`{term}` 용어가 이미 {line}번째 줄에 있습니다", "둘을 하나로 합치세요"),
    "unknown-concept": ("`{concept}` 개념이 없습니다", "`concept` 키를 지우세요"),
    "unknown-concept/near": ("`{concept}` 개념이 없습니다", "혹시 `{near}` 아닌가요?"),
    "ruled-out": (
        "용어집에 따르면 `{term}` 용어에는 `{found}` 표현을 쓰지 않습니다",
        "`{form}` 용어로 적거나, 그 용어의 `not` 목록을 좁히세요",
    ),
    "term-unsaid": (
        "영어 글에 있는 `{found}` 용어가 한국어 글에는 없습니다",
        "`{form}` 용어로 적거나, 지금 쓴 표현을 그 용어의 `also` 목록에 더하세요",
    ),
    "not-tracks": (
        "`tracks.yaml` 파일에는 트랙마다 제목을 적습니다",
        "배우는 순서대로 `이름: 제목` 줄을 적으세요. 덱이라면 파일 이름을 바꾸세요",
    ),
    "empty-track": (
        "개념이 든 `{track}` 폴더가 없습니다",
        "있는 폴더의 이름을 적거나 이 줄을 지우세요",
    ),
    "empty-track/near": ("개념이 든 `{track}` 폴더가 없습니다", "혹시 `{near}` 아닌가요?"),
    # 데모: 식
    "expression-empty": ("식이 비어 있습니다", "`n - 1`처럼 적으세요"),
    "expression-long": (
        "식이 {longest}자보다 깁니다",
        "데모의 모듈에 함수를 만들어 부르세요",
    ),
    "expression-deep": (
        "식이 너무 깊이 겹쳐 있습니다",
        "데모의 모듈에 함수를 만들어 부르세요",
    ),
    "expression-syntax": (
        "`{text}` 식이 {at}번째 글자에서 문법에 어긋납니다({problem})",
        "`(n + 2*p - k) // s + 1`처럼 파이썬 문법으로 적으세요",
    ),
    "expression-caret": ("`^` 기호는 거듭제곱이 아닙니다", "`**` 기호로 적으세요"),
    "expression-forbidden": (
        "식에는 `{part}` 표현을 쓸 수 없습니다",
        "숫자, 이름, + - * / // % ** @, 비교, 괄호, 슬라이스, .T, .shape와 "
        "이름으로 부르는 함수만 쓸 수 있습니다",
    ),
    "expression-attribute": (
        "식에는 `.{attribute}` 속성을 쓸 수 없습니다",
        "속성은 `.T`와 `.shape`만 쓸 수 있습니다. 함수는 `{attribute}(x)`처럼 부르세요",
    ),
    "expression-keyword": (
        "`{function}` 함수에는 `{keyword}` 인자를 쓸 수 없습니다",
        "쓸 수 있는 인자: {known}",
    ),
    "expression-arguments": (
        "`{function}` 함수에 준 값의 수가 {given}입니다",
        "{wanted}개를 주세요",
    ),
    "expression-names-itself": (
        "`{function}(…)` 식은 `{step}` 단계를 이름으로만 적은 것입니다",
        "`exp`, `sum`, `/` 같은 연산을 써서 식으로 풀어 쓰세요",
    ),
    "expression-name": ("`{name}` 이름은 여기에 없습니다", "쓸 수 있는 이름: {known}"),
    "expression-name/near": ("`{name}` 이름은 여기에 없습니다", "혹시 `{near}` 아닌가요?"),
    "expression-function": ("`{name}` 함수는 여기에 없습니다", "쓸 수 있는 함수: {known}"),
    "expression-function/near": ("`{name}` 함수는 여기에 없습니다", "혹시 `{near}` 아닌가요?"),
    "expression-large": ("`{text}` 식의 수나 배열이 너무 커집니다", "더 작게 만드세요"),
    "expression-condition": (
        "`{part}` 부분은 참도 거짓도 아닙니다",
        "수 하나끼리 비교하세요. 배열은 `all(…)`이나 `any(…)`로 참거짓 하나로 만들고, "
        "칸마다 고를 때는 `where(…)`를 쓰세요",
    ),
    "expression-operand": (
        "`{part}` 부분은 수도, 수의 배열도 아닙니다",
        "수로만 계산하세요",
    ),
    "expression-fails": ("`{text}` 식을 계산할 수 없습니다({problem})", "식을 고치세요"),
    # 데모: 스스로에 대해 적은 것
    "draw-none": (
        "`{demo}` 데모에는 수를 뽑는 방법이 없습니다",
        "YAML에 `draw` 키를 적으세요",
    ),
    "draw-condition": (
        "{tries}번을 뽑아도 `{condition}` 조건을 만족하지 못했습니다",
        "범위를 넓히거나 조건을 느슨하게 하세요",
    ),
    "draw-bounds": (
        "`{quantity}` 값을 뽑을 수가 {least}에서 {most} 사이에 없습니다",
        "작은 쪽을 먼저 적고, 두 값 사이를 충분히 두세요",
    ),
    "draw-too-few": (
        "`{quantity}` 값은 서로 다른 것이 {wanted}개 필요한데 {there}개뿐입니다",
        "범위를 넓히거나 `distinct` 키를 지우세요",
    ),
    "draw-shape": (
        "`{quantity}` 값의 모양이 {shape} 꼴이 됩니다",
        "크기는 1 이상의 정수로 하고, 칸은 모두 {largest}개까지만 두세요",
    ),
    "draw-value": (
        "`{quantity}` 값이 유한한 수가 아니라 {value} 값이 됩니다",
        "식을 고치거나, `where` 조건으로 그런 경우를 빼세요",
    ),
    "input-range": (
        "`{input}` 값의 최솟값 {least}, 최댓값 {most} 사이에는 수가 없습니다",
        "둘을 서로 바꾸세요",
    ),
    "unknown-picture": ("`{picture}` 그림은 없습니다", "쓸 수 있는 그림: {known}"),
    "unknown-picture/near": ("`{picture}` 그림은 없습니다", "혹시 `{near}` 아닌가요?"),
    "draw-empty": ("뽑을 것이 없습니다", "`n: {{integers: [1, 9]}}`처럼 적으세요"),
    "draw-name": (
        "`{name}` 이름은 식에 쓸 수 없습니다",
        "글자, 숫자, _ 기호로 지으세요",
    ),
    "draw-ways": (
        "`{quantity}` 값은 한 가지 방법으로 뽑아야 합니다",
        "`integers`, `reals`, `choose`, `value` 가운데 하나만 적으세요",
    ),
    "draw-stray-key": ("`{key}` 키는 `{way}` 키와 함께 쓸 수 없습니다", "지우세요"),
    "draw-two-bounds": ("`{key}` 값은 양 끝의 두 값이어야 합니다", "`[-2, 2]`처럼 적으세요"),
    "draw-number": (
        "`{key}` 항목이 수가 아닙니다",
        "수를 적거나, 위에서 뽑은 값으로 된 식을 적으세요",
    ),
    "not-so-many": (
        "`{key}` 값은 {least}부터 {most}까지의 정수여야 합니다",
        "2처럼 적으세요",
    ),
    "draw-precision": ("`decimals`와 `digits`가 함께 있습니다", "하나만 남기세요"),
    "draw-needs-shape": ("수 하나에는 `{key}` 키를 쓸 수 없습니다", "`shape: [3]`을 추가하세요"),
    "draw-sorted": (
        "이 값들은 순서를 정할 수 없습니다",
        "수만, 또는 글만 적거나 `sorted` 키를 지우세요",
    ),
    "trap-id": (
        "`{id}` 값은 함정의 이름으로 쓸 수 없습니다",
        "`no-root`처럼 소문자와 숫자를 `-`로 이어 적으세요",
    ),
    "same-trap": ("`{id}` 함정이 {line}번째 줄에 이미 있습니다", "둘 중 하나의 `id`를 바꾸세요"),
    "trap-ways": (
        "함정이 빠지는 길은 한 가지로 적어야 합니다",
        "`at`과 `value`를 적거나, `with`만 적으세요",
    ),
    "trap-without-step": (
        "이 값이 어느 단계의 것인지 나와 있지 않습니다",
        "`at:`에 단계의 이름을 적으세요",
    ),
    "trap-stray-step": ("`at` 키는 `with` 키와 함께 쓸 수 없습니다", "지우세요"),
    # 데모: 실행해야 드러나는 것
    "demo-without-code": (
        "이 파일이 설명하는 `{demo}` 데모가 없습니다",
        "옆에 {demo}.py 파일을 만들거나 이 파일을 지우세요",
    ),
    "demo-without-code/near": (
        "이 파일이 설명하는 `{demo}` 데모가 없습니다",
        "혹시 `{near}` 아닌가요?",
    ),
    "demo-fails": ("데모를 쓸 수 없습니다: {problem}", "고치세요"),
    "example-fails": ("예제가 실행되지 않습니다: {problem}", "입력이나 데모를 고치세요"),
    "draw-fails": (
        "시드(seed) {seed}번으로 뽑은 값이 실행되지 않습니다: {problem}",
        "뽑는 범위를 좁히거나 `where` 조건으로 빼세요",
    ),
    "draw-unused": (
        "`{quantity}` 값은 데모의 인자도 아니고 다른 값을 뽑는 데에도 쓰이지 않습니다",
        "지우세요. 데모의 인자: {known}",
    ),
    "draw-unused/near": (
        "`{quantity}` 값은 데모의 인자도 아니고 다른 값을 뽑는 데에도 쓰이지 않습니다",
        "혹시 `{near}` 아닌가요?",
    ),
    "unknown-step": ("데모에 `{name}` 단계가 없습니다", "쓸 수 있는 단계: {known}"),
    "unknown-step/near": ("데모에 `{name}` 단계가 없습니다", "혹시 `{near}` 아닌가요?"),
    "unknown-argument": ("데모에 `{name}` 인자가 없습니다", "쓸 수 있는 인자: {known}"),
    "unknown-argument/near": ("데모에 `{name}` 인자가 없습니다", "혹시 `{near}` 아닌가요?"),
    "trap-fails": ("`{id}` 함정이 실행되지 않습니다: {problem}", "고치세요"),
    "trap-same": (
        "첫 예제에서는 `{id}` 함정에 빠져도 결과가 같습니다",
        "함정의 값이 달라지게 하거나 예제를 바꾸세요",
    ),
    # 쓰는 법
    "unknown-tex": (
        "터미널에 `{command}` 명령을 나타낼 수 없습니다",
        "다른 명령으로 수식을 적으세요",
    ),
    "malformed-tex": ("`{tex}` 수식을 읽을 수 없습니다({reason})", "중괄호의 짝을 확인하세요"),
    "open-dollar": (
        "짝이 없는 `$` 기호가 있습니다",
        r"수식을 닫거나, 달러 기호라면 `\$`로 적으세요",
    ),
    "tex-in-double-quotes": (
        "역슬래시가 특수 문자를 뜻하는 큰따옴표 안에 TeX이 있습니다",
        "작은따옴표로 감싸거나 따옴표 없이 적으세요",
    ),
    "bold-survives": (
        "`{shown}` 부분은 별표가 그대로 보입니다",
        "`**낱말**(…)`처럼 괄호 앞에서 굵은 글씨를 끝내세요",
    ),
    "one-language": ("한 언어로만 적혀 있습니다", "`{missing}` 글을 추가하세요"),
    "plain-text-only": (
        "`{key}` 값이 한 언어로만 적혀 있습니다",
        "`en:`과 `ko:` 아래에 나누어 적으세요",
    ),
    # 조언
    "answer-long": (
        "답이 질문보다 길어서 속으로 떠올려 말하기에 벅찹니다",
        "묻는 것 하나만 남기고 나머지는 `because`에 적으세요",
    ),
    "choice-long": (
        "옳은 보기가 틀린 보기보다 훨씬 길어서 눈에 띕니다",
        "줄이거나 틀린 보기를 더 자세히 적으세요",
    ),
    "choice-short": (
        "옳은 보기가 틀린 보기보다 훨씬 짧아서 눈에 띕니다",
        "틀린 보기를 줄이거나 이 보기를 더 자세히 적으세요",
    ),
    "no-because": (
        "채점하는 카드 {of}장 가운데 {count}장에 답의 까닭이 없습니다",
        "이 카드부터 `because:`를 적으세요. 까닭을 알면 오래 남습니다",
    ),
    "card-alike": (
        "`{other}` 카드와 거의 같은 것을 묻습니다({place})",
        "하나만 남기거나 무엇이 다른지 드러나게 고치세요",
    ),
}
"""What is wrong and the cure, by the code of the fault."""
