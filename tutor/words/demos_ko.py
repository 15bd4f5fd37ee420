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
    "input_missing": "입력 {argument|이가} 없습니다; 알려진 입력: {known}; "
    "`--set {argument}=…`로 주거나 {words}의 예제(examples)에 쓰세요",
    "input_unknown": "데모에는 {argument|이라}는 입력이 없습니다{near}; 알려진 입력: {known}",
    "input_unreadable": "입력 {argument|은는} 수도, 글도, 그 배열도 아닙니다; "
    "길이가 같은 행으로 주세요",
    "not_a_generator": "함수가 단계를 내놓지 않습니다; `yield Step(…)`을 쓰세요",
    "no_steps": "데모가 단계를 하나도 내놓지 않고 끝납니다; 수식마다 "
    "`yield Step(name, symbol, formula, value)`를 쓰세요",
    "not_a_step": "내놓은 것이 단계가 아니라 {given}입니다; "
    "`yield Step(name, symbol, formula, value)`로 쓰세요",
    "step_name": "단계 이름 {given|은는} 쓸 수 없습니다; ASCII 글자, 숫자, `_`로 지으세요",
    "step_twice": "단계 {step|이가} 두 번 있습니다; 단계마다 다른 이름을 붙이세요",
    "step_input": "단계 {step|이가} 입력과 이름이 같습니다; 다른 이름을 붙이세요",
    "step_kind": "단계 {step|이가} {given|을를} 내놓습니다; 수, 참·거짓, 글의 배열을 내놓으세요",
    "step_big": "단계 {step|이가} 64비트를 넘는 정수를 내놓습니다; `float(…)`로 바꾸세요",
    "not_an_array": "단계 {step|이가} {given|을를} 내놓습니다; 배열을 내놓으세요 "
    "(리스트는 `np.stack`으로 묶습니다)",
    "no_step": "데모에는 단계 {step|이가} 없습니다{near}; 알려진 단계: {known}",
    "sent_unreadable": "단계 `{step}`에 준 값이 수의 배열이 아닙니다; 길이가 같은 행으로 주세요",
    "sent_shape": "단계 `{step}`에 준 값의 모양이 {given}입니다; {shape} 모양으로 주세요",
    "sent_fails": "단계 `{step}`에 넣을 값을 계산할 수 없습니다: {error}",
    "convention": "규약 `{argument}`에 {given|을를} 주었습니다; "
    "다음 가운데 하나여야 합니다: {known}",
    "convention_number": "규약 `{argument}`에 {given|을를} 주었습니다; 수를 주세요",
    "input_text": "입력 {argument|이가} 글입니다; 수를 주세요",
    "input_infinite": "입력 `{argument}`에 무한대나 수가 아닌 값이 있습니다; 유한한 수를 주세요",
    "input_whole": "입력 `{argument}`에 {given|이가} 있습니다; 정수만 쓸 수 있습니다",
    "input_range": "입력 `{argument}`에 {given|이가} 있습니다; {allowed} 범위에서 주세요",
    "trace_differs": "추적하며 실행하면 단계 `{step}`의 값이 달라집니다. 배열을 그 자리에서 "
    "바꾸거나(`x += …`나 `x[i] = …` 대신 `x = x + …`로 쓰세요) 모듈의 배열을 바꾸기 때문입니다",
    "not_repeatable": "단계 `{step}`의 값이 실행할 때마다 달라집니다. 데모에서 난수를 뽑거나"
    "(입력으로 받으세요) 모듈의 배열을 바꾸기 때문입니다",
    "complex": "단계 `{step}`의 값이 복소수라서 보여 줄 수 없습니다; "
    "실수부와 허수부로 나누어 계산하세요",
    "between": "단계 `{step}`의 값은 {given|을를} 거쳐 계산되어 추적할 수 없습니다; "
    "수, 참·거짓, 글만으로 계산하세요",
    "trace_fails": "이 줄은 그냥 실행하면 되지만 추적할 수 없습니다: {error}; "
    "배열 전체에 NumPy의 함수와 연산자를 쓰세요",
    "no_array": "데모에는 {name|이라}는 단계도 입력도 없습니다{near}; 알려진 이름: {known}",
    "many_arrays": "기호 `{name}`로 표시되는 단계가 여럿입니다; 이름 하나를 쓰세요: {known}",
    "address": "`{given}`에서 칸을 알아볼 수 없습니다; `{example}`처럼 이름과 인덱스를 쓰세요",
    "cell": "`{given}`에 해당하는 칸이 `{name}`에 없습니다. 모양은 {shape}입니다; "
    "예를 들어 `{example}`처럼 쓰세요",
    "cell_of_number": "`{given}`에 해당하는 칸이 없습니다. `{name}`의 값은 수 하나입니다; "
    "`{name}`만 쓰세요",
    "raised": "{error}",
    "too_slow": "데모가 너무 오래 걸려 이 줄에서 멈추었습니다; 반복문이 끝나게 하고, 더 작은 "
    "배열로 계산하세요",
    "many_steps": "데모가 단계를 {most}개 넘게 내놓습니다; 반복문이 끝나게 하세요",
    "step_large": "단계 {step|이가} {most}칸이 넘는 값을 내놓습니다; 더 작은 배열을 내놓으세요",
    "step_words": "단계 `{step}`의 기호와 수식이 모두 글은 아닙니다; "
    "`Step(name, symbol, formula, value)`에 글 셋과 값 하나를 쓰세요",
    "input_changed": "이 줄에서 입력을 그 자리에서 바꿉니다; `x += …`나 `x[i] = …` 대신 "
    "`x = x + …`로 쓰세요",
    "too_much_memory": "이 줄에서 데모가 쓸 수 있는 것보다 많은 메모리를 달라고 합니다; 더 작은 "
    "배열로 계산하고, 반복문이 끝나게 하세요",
    "ends_program": "이 줄은 프로그램 전체를 끝냅니다; 지우세요",
    "hangs": "이 줄에서 부른 것이 돌아오지 않아 데모를 강제로 끝냈습니다; 더 작은 배열로 계산하고, "
    "아무것도 기다리지 마세요",
    "crashes": "데모 때문에 파이썬이 멈춥니다({reason}); NumPy의 것이 아닌 것은 빼세요",
    "untried": "데모 {name|이가} 바뀌어 먼저 시험하고 있습니다; 잠시면 끝납니다",
    "untraceable_assigned": "`x[…] = …`는 계산한 배열을 그 자리에서 바꿉니다; "
    "`np.where(…)`로 새 배열을 만들거나, 리스트를 늘려 `np.stack`으로 묶으세요",
    "untraceable_assigned_plain": "`out[…] = …`는 계산한 값을 보통 배열에 적어, 값이 어떻게 "
    "만들어졌는지 잃어버립니다; 리스트를 늘려 `np.stack`으로 묶으세요",
    "untraceable_made_plain": "`{function}` 함수는 받은 값이 어떻게 만들어졌는지 잃어버립니다; "
    "`np.stack`이나 `np.concatenate`로 묶거나, 값을 그대로 쓰세요",
    "untraceable_listed": "배열이 필요한 곳에 계산한 값의 리스트가 있습니다; "
    "`np.stack`으로 묶으세요",
    "untraceable_number": "계산한 값에 `{function}` 함수를 쓰면 어떻게 만들어졌는지 잃어버립니다; "
    "배열인 채로 두세요",
    "untraceable_module": "`{function}` 함수는 배열을 받지 않습니다; NumPy에 있는 같은 이름의 "
    "함수를 쓰세요",
    "untraceable_truth": "계산한 값에 따라 `if`, `while`, `and`, `or`, `not`, `max`, `min`으로 "
    "갈라지는 것은 추적할 수 없습니다; `np.where`, `np.maximum`, `np.minimum`, `&`, `|`, `~` "
    "가운데서 쓰세요",
    "untraceable_hashed": "계산한 값을 `dict`의 키로 쓰거나 `set`에 넣으면 추적할 수 없습니다; "
    "`words[:, None] == vocab`처럼 배열 전체를 비교하거나 `np.unique`를 쓰세요",
    "untraceable_vectorized": "`np.vectorize`는 수를 하나씩 따로 건넵니다; "
    "수식을 배열 전체로 쓰세요",
    "untraceable_at": "`np.{function}.at`은 배열을 그 자리에서 바꿉니다; 원-핫 행렬을 곱하세요",
    "untraceable_written": "`{function}` 함수는 배열을 그 자리에서 바꿉니다; `np.where`나 "
    "`np.stack`으로 새 배열을 만드세요",
    "untraceable_output": "`out=`은 계산한 값을 다른 배열에 적습니다; 결과에 이름을 붙이세요",
    "untraceable_unpacked": "`.{attribute}` 속성은 값이 어떻게 만들어졌는지 잃어버립니다; "
    "배열인 채로 두세요",
    "untraceable_attribute": "배열의 `.{attribute}` 속성은 추적하지 못합니다; "
    "그 일을 하는 NumPy 함수를 쓰세요",
    "untraceable_function": "`{function}` 함수는 추적하지 못합니다; 연산자와 `np.sum`, `np.where`, "
    "`np.stack` 등으로 쓰세요",
    "untraceable_objects": "`{function}` 함수가 파이썬 객체의 배열을 만듭니다; 수, 낱말, "
    "참·거짓만 쓰세요",
}
