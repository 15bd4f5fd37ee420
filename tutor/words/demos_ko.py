"""What is wrong with a demo, in Korean, by the codes of `tutor.demo.errors`."""

NEAR = "; {near|을를} 찾으셨나요?"

SENTENCES: dict[str, str] = {
    "no_demo": "{name|이라}는 데모는 없습니다{near}",
    "broken": "데모를 불러올 수 없습니다: {error}; 이 줄을 고치세요",
    "no_function": "이 파일에는 데모가 없습니다; 단계를 yield하는 제너레이터 함수 "
    "`def {function}(…)`를 쓰세요",
    "many_functions": "{functions} 가운데 어느 것이 데모인가요? 하나의 이름을 `{function}`으로 "
    "하거나, 나머지의 이름을 `_`로 시작하세요",
    "any_arguments": "`*{argument}`는 파일에서 채울 수 없습니다; 인자마다 이름을 붙이세요",
    "no_default": "규약 `{argument}`(키워드 전용 인자)에는 기본값이 있어야 합니다",
    "input_missing": "입력 {argument|이가} 없습니다; 알려진 입력: {known}",
    "input_unknown": "데모에는 {argument|이라}는 입력이 없습니다{near}; 알려진 입력: {known}",
    "input_unreadable": "입력 {argument|은는} 수도, 글도, 그 배열도 아닙니다; "
    "길이가 같은 행으로 주세요",
    "not_a_generator": "함수가 단계를 내놓지 않습니다; `yield Step(…)`을 쓰세요",
    "not_a_step": "내놓은 것이 단계가 아니라 {given}입니다; "
    "`yield Step(name, symbol, formula, value)`로 쓰세요",
    "step_name": "단계 이름 {given|은는} 쓸 수 없습니다; ASCII 글자, 숫자, `_`로 지으세요",
    "step_twice": "단계 {step|이가} 두 번 있습니다; 단계마다 다른 이름을 붙이세요",
    "not_an_array": "단계 {step|이가} {given|을를} 내놓습니다; 배열을 내놓으세요 "
    "(리스트는 `np.stack`으로 묶습니다)",
    "no_step": "데모에는 단계 {step|이가} 없습니다{near}; 알려진 단계: {known}",
    "sent_unreadable": "단계 `{step}`에 준 값이 수의 배열이 아닙니다; 길이가 같은 행으로 주세요",
    "sent_shape": "단계 `{step}`에 준 값의 모양이 {given}입니다; {shape} 모양으로 주세요",
    "raised": "{error}",
}
