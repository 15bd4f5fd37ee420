"""The way through a quiz: its setting, its questions, its score."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tutor.study.quiz import Quiz
    from tutor.study.selection import Plan
    from tutor.ui.app import TutorApp


async def open_quiz(app: TutorApp, plan: Plan | None = None) -> None:
    """Begin the quiz of a plan; without one, ask what it shall be about."""
    if plan is not None:
        await begin(app, plan)
        return
    from tutor.ui.screens.quiz_setup import QuizSetupPage

    await app.show(QuizSetupPage())


async def begin(app: TutorApp, plan: Plan) -> None:
    """Begin the quiz of a plan."""
    await go_on(app, app.study.quiz(plan))


async def another(app: TutorApp, quiz: Quiz) -> None:
    """A quiz of the plan that the first round had, with another seed."""
    await begin(app, replace(quiz.first, seed=None))


async def go_on(app: TutorApp, quiz: Quiz) -> None:
    """What a quiz asks next, or its score."""
    from tutor.ui.screens.quiz import QuizPage

    question = quiz.next()
    page = app.screen
    if question is None:
        await end(app, quiz)
    elif isinstance(page, QuizPage) and page.quiz is quiz:
        await page.show(question)
    else:
        await app.show(QuizPage(quiz, question))
    app.name_troubles(quiz.troubles)


async def end(app: TutorApp, quiz: Quiz) -> None:
    """The score of what was answered."""
    from tutor.ui.screens.quiz_score import QuizScorePage

    await app.show(QuizScorePage(quiz))
