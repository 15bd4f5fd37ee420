"""What may have led to a wrong number, in English, by cause and code.

Sentences of `edit` are what follows "if"; those of `step` what follows "that is"; those of
`structure` stand by themselves.
"""

SENTENCES: dict[str, str] = {
    # how they are put together
    "diagnosis.edits.one": "That is the number you get if {causes}.",
    "diagnosis.edits.several": "Those are the numbers you get if {causes}.",
    "diagnosis.edits.or": "{one}, or if {other}",
    "diagnosis.edits.times": "{cause}, all {times} times",
    "diagnosis.steps.one": "That is {causes}.",
    "diagnosis.steps.several": "Those are {causes}.",
    "diagnosis.steps.or": "{one}, or {other}",
    # other right numbers
    "diagnosis.step.other_step": "{symbol}, where {asked} was asked",
    "diagnosis.step.other_input": "{symbol} as given, where {asked} was asked",
    "diagnosis.step.other_cell": "the cell {cell}, where {asked} was asked",
    "diagnosis.step.other_cells": "the cells of {cell}, where those of {asked} were asked",
    # the right numbers, but
    "diagnosis.structure.transposed": "The numbers are right, but rows and columns are exchanged.",
    "diagnosis.structure.sign": "The numbers are right, but all their signs are turned.",
    "diagnosis.structure.sign_of_one": "The number is right, but its sign is turned.",
    "diagnosis.structure.sign_lost": "The numbers are right, but the minus signs are missing.",
    "diagnosis.structure.rows_permuted": "The numbers are right, but the rows are in another "
    "order.",
    "diagnosis.structure.columns_permuted": "The numbers are right, but the columns are in another "
    "order.",
    "diagnosis.structure.reversed": "The numbers are right, but in reverse order.",
    "diagnosis.structure.permuted": "The numbers are right, but they stand in another order.",
    "diagnosis.structure.factor": "That is the right result times {factor}.",
    "diagnosis.structure.count": "That is {given} {given|number/numbers}; {right} "
    "{right|is/are} asked.",
    "diagnosis.structure.shape": "The shape is {given}, and {right} was asked.",
    # one operation changed: arithmetic
    "diagnosis.edit.left_out": "you leave out “{what}” in {formula}",
    "diagnosis.edit.instead": "you take {wrong} for {right} in {formula}",
    "diagnosis.edit.turned_round": "you exchange the two sides of {sign} in {formula}",
    "diagnosis.edit.cases_exchanged": "you exchange the two cases of {formula}",
    "diagnosis.edit.case_ignored": "you take {kept} in every case of {formula}",
    # products, axes, places
    "diagnosis.edit.transposed": "you transpose “{what}” in {formula}",
    "diagnosis.edit.not_transposed": "you do not transpose “{what}”",
    "diagnosis.edit.order_turned": "you multiply in the order {right} {left}, not {left} {right}",
    "diagnosis.edit.cell_by_cell": "you multiply {left} and {right} cell by cell",
    "diagnosis.edit.along_columns": "you take {function} of “{what}” down the columns",
    "diagnosis.edit.along_rows": "you take {function} of “{what}” along the rows",
    "diagnosis.edit.along_other_axis": "you take {function} of “{what}” along another axis",
    "diagnosis.edit.over_all": "you take {function} over all cells of “{what}”",
    "diagnosis.edit.laid_across": "you lay “{what}” along the other axis",
    "diagnosis.edit.not_moved": "you leave “{what}” as it is, without {function}",
    "diagnosis.edit.flipped": "you turn “{what}” round in {formula}",
    "diagnosis.edit.joined_turned": "you join {right} and {left}, in this order",
    "diagnosis.edit.all_counted": "you count all of “{what}”, not the selected cells alone",
    "diagnosis.edit.other_place": "you take place {wrong} of “{what}”, not place {right} (from 0)",
    "diagnosis.edit.parts_exchanged": "you exchange parts {one} and {other} of “{what}”",
    # one thing for another
    "diagnosis.edit.quantity": "you take {wrong} for {right} in {formula}",
    "diagnosis.edit.length": "you take {wrong}, a length of {array}, for {right} in {formula}",
    "diagnosis.edit.exchanged": "you exchange {one} and {other} in {formula}",
    "diagnosis.edit.exchanged_throughout": "you exchange {one} and {other} everywhere",
}
