"""What a learner does: the day's queue, asking, judging, grading, undoing, figures.

Nothing here knows a screen or a file; the store, the scheduler, the clock and the random
generator are handed in.
"""

from tutor.study.queue import Library, Limits
from tutor.study.sitting import Study

__all__ = ["Library", "Limits", "Study"]
