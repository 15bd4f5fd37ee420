"""FSRS-6 over plain numbers: one answer's effect on stability, difficulty, phase and step.

Formulas and parameters are those of the reference implementation (py-fsrs 6, `review_card`), in
its order of operations, so that both agree to the last bit.
"""

from typing import Final, TypeAlias

from tutor.core.log import Phase

PARAMETERS: Final = (
    0.212,
    1.2931,
    2.3065,
    8.2956,
    6.4133,
    0.8334,
    3.0194,
    0.001,
    1.8722,
    0.1666,
    0.796,
    1.4835,
    0.0614,
    0.2629,
    1.6483,
    0.6014,
    1.8729,
    0.5425,
    0.0912,
    0.0658,
    0.1542,
)
"""The published default parameters, w0 to w20."""

LEARNING_MINUTES: Final = (1, 10)
RELEARNING_MINUTES: Final = (10,)
MAXIMUM_INTERVAL: Final = 36_500

_W = PARAMETERS
_E = 2.718281828459045
_LEAST = 0.001  # days of stability
_AGAIN, _HARD, _GOOD, _EASY = 1, 2, 3, 4
_LEARNING, _REVIEW, _RELEARNING = Phase.LEARNING, Phase.REVIEW, Phase.RELEARNING

DECAY: Final = -_W[20]
"""The exponent of the forgetting curve."""
CURVE: Final = 0.9 ** (1 / DECAY) - 1

# What depends on the grade alone, by grade.
_FIRST_STABILITY = (0.0, *(max(_W[grade - 1], _LEAST) for grade in range(1, 5)))
_DIFFICULTIES = (0.0, *(_W[4] - (_E ** (_W[5] * (grade - 1))) + 1 for grade in range(1, 5)))
_FIRST_DIFFICULTY = tuple(min(max(value, 1.0), 10.0) for value in _DIFFICULTIES)
_SAME_DAY = tuple(_E ** (_W[17] * (grade - 3 + _W[18])) for grade in range(5))
_HARDER = tuple(-(_W[6] * (grade - 3)) for grade in range(5))
_EASIEST = _W[7] * _DIFFICULTIES[_EASY]
_KEPT = 1 - _W[7]
_GROWTH = _E ** _W[8]
_FORGOTTEN_AT_MOST = _E ** (_W[17] * _W[18])
_SAME_DAY_POWER, _GROWTH_POWER = -_W[19], -_W[9]


After: TypeAlias = tuple[Phase, int, float, float, int, float]
"""What an answer leaves: phase, step, stability in days, difficulty (1 to 10), days, minutes.

In review the card is due after the days; else after the minutes, and the days are 0.
"""


def after(
    phase: Phase | None,
    step: int,
    stability: float,
    difficulty: float,
    elapsed: int,
    grade: int,
    factor: float,
) -> After:
    """What an answer with a grade, 1 to 4, leaves of a state, `elapsed` whole days after the last.

    `phase` is None for a card never answered; `factor` is `interval_factor` of the retention.
    """
    if phase is None:
        phase = _LEARNING
        stability, difficulty = _FIRST_STABILITY[grade], _FIRST_DIFFICULTY[grade]
    else:
        if elapsed < 1:
            increase = _SAME_DAY[grade] * stability**_SAME_DAY_POWER
            if grade != _AGAIN and increase < 1.0:
                increase = 1.0
            new = stability * increase
        else:
            new = _after_days(stability, difficulty, elapsed, grade)
        stability = new if new > _LEAST else _LEAST
        towards = difficulty + (10.0 - difficulty) * _HARDER[grade] / 9.0
        difficulty = _EASIEST + _KEPT * towards
        difficulty = 1.0 if difficulty < 1.0 else 10.0 if difficulty > 10.0 else difficulty
    if phase is _REVIEW:
        if grade == _AGAIN:
            return (_RELEARNING, 0, stability, difficulty, 0, RELEARNING_MINUTES[0])
    elif grade == _AGAIN:
        minutes = (LEARNING_MINUTES if phase is _LEARNING else RELEARNING_MINUTES)[0]
        return (phase, 0, stability, difficulty, 0, minutes)
    elif grade != _EASY:
        steps = LEARNING_MINUTES if phase is _LEARNING else RELEARNING_MINUTES
        if step < len(steps):
            if grade == _HARD:
                return (phase, step, stability, difficulty, 0, _hard_minutes(step, steps))
            if step + 1 < len(steps):
                return (phase, step + 1, stability, difficulty, 0, steps[step + 1])
    days = round((stability / CURVE) * factor)
    days = 1 if days < 1 else MAXIMUM_INTERVAL if days > MAXIMUM_INTERVAL else days
    return (_REVIEW, 0, stability, difficulty, days, 0)


def interval_factor(retention: float) -> float:
    """What a stability, over `CURVE`, is multiplied by to give the interval of a retention."""
    return float((retention ** (1 / DECAY)) - 1)


def _hard_minutes(step: int, steps: tuple[int, ...]) -> float:
    if step:
        return steps[step]
    return steps[0] * 1.5 if len(steps) == 1 else (steps[0] + steps[1]) / 2.0


def _after_days(stability: float, difficulty: float, elapsed: int, grade: int) -> float:
    recalled = (1 + CURVE * elapsed / stability) ** DECAY
    if grade == _AGAIN:
        long = (
            _W[11]
            * (difficulty ** -_W[12])
            * (((stability + 1) ** (_W[13])) - 1)
            * (_E ** ((1 - recalled) * _W[14]))
        )
        short = stability / _FORGOTTEN_AT_MOST
        return float(long if long < short else short)
    growth = (
        _GROWTH
        * (11 - difficulty)
        * (stability**_GROWTH_POWER)
        * ((_E ** ((1 - recalled) * _W[10])) - 1)
    )
    if grade == _HARD:
        growth *= _W[15]
    elif grade == _EASY:
        growth *= _W[16]
    return float(stability * (1 + growth))
