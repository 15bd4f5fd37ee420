"""What is wrong with live cards, and the cure, in English; `{{` and `}}` are braces."""

SENTENCES: dict[str, tuple[str, str]] = {
    # live cards
    "live-empty": ("no step is named", "write the step that is asked, such as `attend.scaled`"),
    "live-name": (
        "`{name}` cannot be a step",
        "write the step's name, or the demo's with it: `demo.step`",
    ),
    "live-without-demo": (
        "nothing says of which demo `{step}` is a step",
        "write `demo:` at the top of the file, or name the demo here: `demo.{step}`",
    ),
    "generate-without-demo": (
        "nothing says of which demo the steps are",
        "write `demo:` at the top of the file",
    ),
    "generate-no-steps": (
        "the demo `{demo}` has no YAML that lists its steps",
        "list them here, `generate: [one, two]`, or under `steps:` in {demo}.yaml beside the demo",
    ),
    "placeholder-open": (
        "the placeholder `{begun}` is not closed",
        "write a name between `@{{` and `}}`, such as `@{{scores}}`",
    ),
    "placeholder-unknown": (
        "the demo has no input and no earlier step `{name}` to be shown",
        "known are: {known}",
    ),
    "placeholder-unknown/near": (
        "the demo has no input and no earlier step `{name}` to be shown",
        "did you mean `{near}`?",
    ),
    "placeholder-later": (
        "`@{{{name}}}` would show a step that does not come before the one asked, `{step}`",
        "show inputs and earlier steps only",
    ),
    "placeholder-not-live": (
        "`@{{…}}` in `{key}` stays as it is: only live cards have numbers to show",
        "write the number itself, or make it a `live` card",
    ),
    "placeholders-differ": (
        "the two languages do not show the same numbers ({names})",
        "show them in both, or changing the language changes the question",
    ),
    "walk-step-twice": ("the step `{step}` stands twice in the walk-through", "keep one of them"),
    "walk-demos": (
        "the walk-through goes from the demo `{first}` to another one, `{demo}`",
        "keep to one demo",
    ),
    "walk-order": (
        "`{step}` comes before `{before}` in the demo",
        "list the steps in the demo's order",
    ),
    "walk-was": (
        "a walk-through has no history of its own; its steps have",
        "take `was` away, or write it at a card of the step",
    ),
    "walk-named-as-step": (
        "the walk-through has the name of its step `{step}`, whose history is kept under it",
        "give the walk-through another id",
    ),
    "walk-step-shared": (
        "the walk-through `{other}` at {first} asks for the step `{step}` already",
        "a step's history can follow only one walk-through: take the step out of one of them",
    ),
    "walk-step-taken": (
        "the card at {first} is called `{step}`, but does not ask for that step",
        "give that card another id, or take the step out of the walk-through",
    ),
    # live cards: what shows when their demos run
    "live-fails": (
        "with the draw of seed {seed} the step cannot be asked: {problem}",
        "narrow what is drawn, or exclude it by `where`",
    ),
    "live-always-same": (
        "the answer is {value} with each of {seeds} seeds",
        "draw more widely, or ask for another step",
    ),
    "live-degenerate": (
        "with {count} of {seeds} seeds the answer tells little: only zeros, cells that are all the "
        "same, or shares within a thousandth of 0 or 1",
        "exclude such draws by `where`",
    ),
    "live-slow": (
        "making one question takes {milliseconds} ms",
        "draw smaller inputs, or conditions that are met more often",
    ),
    "trap-unexposed": (
        "no one of {seeds} seeds tells the trap `{id}` from the right answer",
        "draw numbers with which they differ, or take the trap away",
    ),
}
