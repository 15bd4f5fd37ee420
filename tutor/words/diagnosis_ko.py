"""What may have led to a wrong number, in Korean, as in `tutor.words.diagnosis_en`.

Sentences of `edit` end in -면, those of `step` in a noun.
"""

SENTENCES: dict[str, str] = {
    # how they are put together
    "diagnosis.edits.one": "{causes} 나오는 값입니다.",
    "diagnosis.edits.several": "{causes} 나오는 값들입니다.",
    "diagnosis.edits.or": "{one}, 또는 {other}",
    "diagnosis.edits.times": "{times}번 모두 {cause}",
    "diagnosis.steps.one": "입력한 답은 {causes}입니다.",
    "diagnosis.steps.several": "입력한 답은 {causes}입니다.",
    "diagnosis.steps.or": "{one} 또는 {other}",
    # other right numbers
    "diagnosis.step.other_step": "{asked} 값이 아니라 {symbol} 값",
    "diagnosis.step.other_input": "{asked} 값이 아니라 주어진 {symbol} 값",
    "diagnosis.step.other_cell": "{asked} 칸이 아니라 {cell} 칸의 값",
    "diagnosis.step.other_cells": "{asked} 자리가 아니라 {cell} 자리의 값",
    # the right numbers, but
    "diagnosis.structure.transposed": "값은 맞지만 행과 열이 바뀌었습니다.",
    "diagnosis.structure.sign": "값은 맞지만 부호가 모두 반대입니다.",
    "diagnosis.structure.sign_of_one": "값은 맞지만 부호가 반대입니다.",
    "diagnosis.structure.sign_lost": "값은 맞지만 음수 부호가 빠졌습니다.",
    "diagnosis.structure.rows_permuted": "값은 맞지만 행의 순서가 다릅니다.",
    "diagnosis.structure.columns_permuted": "값은 맞지만 열의 순서가 다릅니다.",
    "diagnosis.structure.reversed": "값은 맞지만 순서가 거꾸로입니다.",
    "diagnosis.structure.permuted": "값은 맞지만 놓인 순서가 다릅니다.",
    "diagnosis.structure.factor": "정답에 {factor} 값을 곱한 것입니다.",
    "diagnosis.structure.count": "수가 {given}개인데, 물은 것은 {right}개입니다.",
    "diagnosis.structure.shape": "답의 모양(shape)은 {given}인데, 물은 것은 {right} 모양입니다.",
    # one operation changed: arithmetic
    "diagnosis.edit.left_out": "{formula} 식에서 ‘{what}’ 부분을 빼면",
    "diagnosis.edit.instead": "{formula} 식에서 {right} 대신 {wrong|을를} 쓰면",
    "diagnosis.edit.turned_round": "{formula} 식에서 {sign} 양쪽을 서로 바꾸면",
    "diagnosis.edit.cases_exchanged": "{formula} 식의 두 경우를 서로 바꾸면",
    "diagnosis.edit.case_ignored": "{formula} 식에서 조건에 상관없이 늘 {kept} 값을 쓰면",
    # products, axes, places
    "diagnosis.edit.transposed": "{formula} 식에서 ‘{what}’ 배열을 전치하면",
    "diagnosis.edit.not_transposed": "‘{what}’ 배열을 전치하지 않으면",
    "diagnosis.edit.order_turned": "{left} {right} 순서가 아니라 {right} {left} 순서로 곱하면",
    "diagnosis.edit.cell_by_cell": "{left} 배열과 {right} 배열을 칸끼리 곱하면",
    "diagnosis.edit.along_columns": "‘{what}’ 배열에 {function} 연산을 열 방향으로 하면",
    "diagnosis.edit.along_rows": "‘{what}’ 배열에 {function} 연산을 행 방향으로 하면",
    "diagnosis.edit.along_other_axis": "‘{what}’ 배열에 {function} 연산을 다른 축으로 하면",
    "diagnosis.edit.over_all": "‘{what}’ 배열의 모든 칸에 걸쳐 {function} 연산을 하면",
    "diagnosis.edit.laid_across": "‘{what}’ 값을 다른 축에 맞추어 쓰면",
    "diagnosis.edit.not_moved": "{function} 연산 없이 ‘{what}’ 배열을 그대로 쓰면",
    "diagnosis.edit.flipped": "{formula} 식에서 ‘{what}’ 배열을 뒤집으면",
    "diagnosis.edit.joined_turned": "{right}, {left} 순서로 이어 붙이면",
    "diagnosis.edit.all_counted": "고른 칸만이 아니라 ‘{what}’ 배열의 모든 칸을 세면",
    "diagnosis.edit.other_place": "‘{what}’ 배열에서 {right}번 대신 {wrong}번(0부터 셈) 칸을 쓰면",
    "diagnosis.edit.parts_exchanged": "‘{what}’ 배열의 {one}번째와 {other}번째 부분을 서로 바꾸면",
    # one thing for another
    "diagnosis.edit.quantity": "{formula} 식에서 {right} 대신 {wrong} 값을 쓰면",
    "diagnosis.edit.length": "{formula} 식에서 {right} 대신 {array} 배열의 길이 {wrong} 값을 쓰면",
    "diagnosis.edit.exchanged": "{formula} 식에서 {one} 값과 {other} 값을 서로 바꾸면",
    "diagnosis.edit.exchanged_throughout": "{one} 값과 {other} 값을 모든 곳에서 서로 바꾸면",
}
