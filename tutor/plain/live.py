"""Live questions and their verdicts in lines of text."""

from tutor.core.text import Language
from tutor.plain.prose import one_line_of, prose
from tutor.words.beside import beside_lines
from tutor.words.live_verdicts import LiveVerdict
from tutor.words.notation import shape_of, shape_text, value_lines
from tutor.words.questions import LiveQuestion, Quantity

_INDENT = "   "


def live_lines(live: LiveQuestion, language: Language) -> list[str]:
    """What a live question asks, then each quantity that it gives, then what is agreed upon."""
    lines = [live.frame] if live.frame else []
    lines += prose(live.intro, language) if live.intro else []
    lines += prose(live.ask, language)
    for quantity in live.given:
        lines += quantity_lines(quantity)
    return lines + [f"({one_line_of(note, language)})" for note in live.notes]


def quantity_lines(quantity: Quantity) -> list[str]:
    """A quantity's symbol, name and meaning, and its numbers row by row."""
    from tutor.maths import one_line

    symbol = one_line(quantity.symbol)
    head = symbol if symbol == quantity.name else f"{symbol} ({quantity.name})"
    if quantity.formula:
        head += f" = {one_line(quantity.formula)}"
    rows = value_lines(quantity.value)
    told = ", ".join(one_line_of(text, "en") for text in (quantity.whose, quantity.means) if text)
    if not shape_of(quantity.value):
        return [f"{_INDENT}{head} = {rows[0]}" + (f" ({told})" if told else "")]
    head += f" {shape_text(quantity.value)}" + (f": {told}" if told else "")
    return [f"{_INDENT}{head}", *(f"{_INDENT * 2}{row}".rstrip() for row in rows)]


def live_verdict_lines(said: LiveVerdict, language: Language) -> list[str]:
    """A live verdict: the whole first, then what explains it, yours beside right, the report."""
    lines = [said.headline]
    if said.read_as:
        lines += prose(said.read_as, language)
    lines += said.carried
    if said.right:
        lines += prose(said.right, language)
    for explanation in said.because:
        lines += prose(explanation, language)
    if said.beside:
        lines += [f"{_INDENT}{line}" for line in beside_lines(said.beside, language)]
    if said.exact:
        lines.append(said.exact)
    return lines + report_lines(said.report, language)


def report_lines(report: tuple[str, ...] | list[str], language: Language) -> list[str]:
    """The report of a walk-through, set apart."""
    return [line for told in report for line in prose(told, language)]
