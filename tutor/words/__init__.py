"""What the tutor says, in English and Korean: catalogues, particles, verdicts, times."""

from tutor.words.particles import with_particle
from tutor.words.say import say
from tutor.words.times import clock_time, date_and_time, interval
from tutor.words.verdicts import grade_name, verdict_lines

__all__ = [
    "clock_time",
    "date_and_time",
    "grade_name",
    "interval",
    "say",
    "verdict_lines",
    "with_particle",
]
