"""A demo to begin with, and what is said when one is made, in Korean."""

SENTENCES: dict[str, str] = {
    "newdemo.made": "{file|과와} {words|을를} 만들었습니다.",
    "newdemo.next": "tutor demo {name} 명령으로 열고, tutor check 명령으로 무엇이 잘못되었는지와 "
    "틀린 답에 무엇이라고 말하는지 볼 수 있습니다.",
    "newdemo.name": "데모 이름으로 {name|을를} 쓸 수 없습니다. 파이썬 모듈의 이름이어야 합니다. "
    "{near|과와} 같이 로마자, 숫자, _로 지으세요",
    "newdemo.reserved": "데모 이름으로 {name|을를} 쓸 수 없습니다. 다른 뜻이 있는 낱말입니다. "
    "{near|과와} 같이 다른 이름을 지으세요",
    "newdemo.taken": "{file|이가} 이미 있습니다. 다른 이름을 짓거나 그 파일을 여세요",
    "newdemo.overrides": "팩 {pack}에 데모 {name|이가} 있어, 새 데모가 그 자리를 차지하게 됩니다. "
    "{near|과와} 같이 다른 이름을 지으세요",
    "newdemo.unwritable": "{file|을를} 쓸 수 없습니다: {reason}",
    "newdemo.code": '''\
"""{title}. 내가 정한 수."""

# 데모는 수식마다 단계를 하나씩 yield하는 평범한 NumPy 함수입니다.
# 이 몇 줄로 tutor가 수를 한 단계씩 보여 주고, 그 수를 묻고, 틀린 답이
# 어디에서 나왔는지 알려 줍니다.

import numpy as np

from tutor.demo import Array, Step, Steps


# 인자는 들어가는 값입니다. 처음에 쓸 수는 {name}.yaml에 있습니다.
def {name}(x: Array, w: Array, b: Array) -> Steps:
    """층 하나: w의 행으로 x에 가중치를 주고 b를 더한 뒤 음수는 0으로."""
    # Step(이름, 기호, 수식, 값): 이름은 파일과 명령에서 쓰고, 기호와 수식은
    # TeX로 보여 주기만 하며, 값은 배열입니다. 계산은 `yield`가 돌려준 값으로
    # 이어 가세요. 학습자가 답한 수일 수도 있습니다.
    z = yield Step("weighted", "z", r"W x + b", w @ x + b)
    yield Step("output", "h", r"\\max(0, z)", np.maximum(z, 0))
    # 추적할 수 없는 것: `out[i] = …`, `float(…)`, `math.…`, 계산한 값에 따른 `if`.
    # 그 대신 np.where, np.maximum, np.stack과 배열 전체에 대한 연산자를 쓰세요.
''',
    "newdemo.words": """\
# 데모 {name}에 대한 글과 수. 제목(title) 말고는 모두 없어도 됩니다.
title: {title}
source: 내가 정한 수

# 인자의 뜻. whole, least, most로 말이 되지 않는 값을 막습니다.
inputs:
  x: {{means: 들어가는 값}}
  w: {{means: "가중치, 출력마다 한 행"}}
  b: {{means: 더하는 값}}

# 각 단계를 하는 까닭.
steps:
  weighted: W의 행마다 x와 곱해 더한 다음 b를 더합니다.
  output: 음수를 0으로 바꿉니다. 그래야 여러 층이 한 층과 같아지지 않습니다.

# 데모는 첫 예제로 열립니다. expect에 쓴 값이 쓰인 자릿수까지 그대로 나와야 합니다.
examples:
  - source: 손으로 계산함
    inputs: {{x: [1, 2], w: [[1, -1], [2, 0]], b: [0, 1]}}
    expect: {{weighted: [-1, 3], output: [0, 3]}}

# 질문마다 수를 새로 뽑는 방법: 두 경계 사이의 정수(integers)나
# 실수(reals), 또는 choose.
draw:
  x: {{integers: [-4, 4], shape: [2]}}
  w: {{integers: [-3, 3], shape: [2, 2]}}
  b: {{integers: [-3, 3], shape: [2]}}
  where: [b != 0, any(w @ x + b > 0)]

# 알려진 실수: 한 단계의 다른 값과, 그 값을 답했을 때 하는 말. 여기에 쓰지
# 않아도 많은 실수를 찾아냅니다. tutor check가 알려 줍니다.
traps:
  - id: sign-lost
    at: output
    value: abs(weighted)
    say: 부호를 떼어 냈습니다. 음수는 0이 되어야 합니다.

# 덱이 이 데모로 묻습니다. 같은 팩의 content/{name}.yaml:
#
#   title: {title}
#   demo: {name}
#   generate: true      # 단계마다 카드 한 장
#   cards: []
""",
}
