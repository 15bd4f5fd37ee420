"""When a card comes back: study days, the FSRS-6 scheduler and our own fuzz."""

from tutor.schedule.days import Moment, day_starts, moment_of, study_day
from tutor.schedule.scheduler import Scheduler

__all__ = ["Moment", "Scheduler", "day_starts", "moment_of", "study_day"]
