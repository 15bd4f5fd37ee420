"""What is wrong with a file, and the cure, in English; `{{` and `}}` are braces."""

from tutor.live.errors import SENTENCES as LIVE
from tutor.words.faults_live_en import SENTENCES as LIVE_CARDS

CARD = 'card "{card}": '

SENTENCES: dict[str, tuple[str, str]] = {
    "other": ("something is wrong ({code})", "compare with `tutor schema`"),
    # files and YAML
    "missing-file": ("there is no such file", "check the path"),
    "unreadable-file": ("the file cannot be read ({reason})", "check its permissions"),
    "not-utf8": ("the file is not UTF-8 text", "save it as UTF-8 in your editor"),
    "empty-file": ("the file is empty", "write at least `cards:` with one card below it"),
    "second-document": (
        "a second document begins here",
        "put it into a file of its own; one file is one concept",
    ),
    "alias": ("aliases (`*{name}`) are not read", "write the text out, or quote it if it is text"),
    "anchor": ("anchors (`&{name}`) are not read", "take it away, or quote the text if it is text"),
    "tag": ("tags (`!name`) are not read", "take it away, or quote the text if it is text"),
    "too-deep": (
        "lists and mappings stand more than {deepest} deep in each other",
        "write it flatter",
    ),
    "key-not-text": (
        "this key is not a text",
        "if it is meant as text that begins with a brace or bracket, put it in single quotes",
    ),
    "merge-key": ("`<<` is not read", "write the keys out"),
    "double-key": ("`{key}` stands twice, first in line {line}", "keep one of them"),
    "tab": ("there is a tab here", "use spaces"),
    "control-character": (
        "there is a character that cannot be shown ({character})",
        "take it away; in double quotes a backslash makes such characters, so use single quotes",
    ),
    "syntax": ("this is not YAML ({problem})", "compare with the lines around it"),
    "syntax-colon": (
        "a colon with a space behind it stands inside the text",
        "put the text in quotes, or write it below a `|`",
    ),
    "syntax-escape": (
        "in double quotes a backslash begins an escape",
        "use single quotes, or none, around TeX",
    ),
    "syntax-quote": (
        "the quotes of this text are never closed, or something follows them",
        "close them at the end of the text, or write it below a `|`",
    ),
    "syntax-start": (
        "an unquoted text cannot begin with this character",
        "put the text in single quotes",
    ),
    "syntax-flow": (
        "inside {{ }} or [ ] this breaks off",
        "quote texts that hold , {{ }} [ ] or write one key a line instead of {{ }}",
    ),
    "syntax-indent": (
        "the indentation does not fit the lines above",
        "start keys of one card in one column, and cards at dashes in one column",
    ),
    "syntax-key": ("this line is not `key: value`", "put a colon and a space behind the key"),
    # keys and types
    "not-a-concept": (
        "the file is not a mapping",
        "begin it with keys such as `title:` and `cards:`",
    ),
    "not-a-demo": ("the file is not a mapping", "begin it with keys such as `title:` and `steps:`"),
    "unknown-key": ("there is no key `{key}` here", "known are: {known}"),
    "unknown-key/near": ("there is no key `{key}` here", "did you mean `{near}`?"),
    "missing-key": ("`{key}` is missing", "add it"),
    "text-key": (
        "a text has the keys `en` and `ko`, not `{key}`",
        "write the text plain, or below `en:` and `ko:`",
    ),
    "text-key-flow": (
        "`{key}` became a key here; a text has the keys `en` and `ko`",
        "inside {{ }} a comma ends the text: quote it, or write `en:` and `ko:` in block form, "
        "each on a line of its own",
    ),
    "not-a-text": (
        "`{key}` should be a text",
        "write it plain, or below `en:` and `ko:`; quote it if it begins with a brace or bracket",
    ),
    "empty-text": ("`{key}` is empty", "write its text, or take the key away"),
    "not-true-or-false": ("`{key}` should be true or false", "write `true` or `false`"),
    "not-finite": ("a value may be neither infinite nor nan", "write a finite number"),
    "not-a-number": ("`{key}` should be a number", "write a number such as 0.5"),
    "not-a-list": ("`{key}` should be a list", "write `[one, two]`, or a dash before each entry"),
    "not-a-mapping": (
        "`{key}` should hold names with a value each",
        "write `name: value` below it",
    ),
    "not-one-of": ("`{key}` has no such value", "known are: {known}"),
    "not-one-of/near": ("`{key}` has no such value", "did you mean `{near}`?"),
    "not-an-object": ("an entry of `{key}` should have keys", "known are: {known}"),
    # cards
    "not-a-card": ("a card has keys such as `ask:` and `answer:`", "write them below the dash"),
    "no-answer-key": ("nothing says what the answer is", "add one of: {known}"),
    "no-answer-key/near": (
        "nothing says what the answer is, and there is no key `{key}`",
        "did you mean `{near}`?",
    ),
    "two-answer-keys": (
        "there are two answers, `{first}` and `{second}`",
        "keep one, or make two cards",
    ),
    "bad-name": (
        "`{name}` cannot be the {key}",
        "use letters, digits, - _ and . without spaces, quotes, /, ~ or #",
    ),
    "bad-was": ("`{was}` is not the identity of a card", "write it as `concept/card`"),
    "no-cards-yet": ("there are no cards yet", "write the first one below `cards:`, with a dash"),
    "no-id": (
        "the card has no `id`; editing its question or answer will lose its history",
        "give it one, for example `id: {id}` to keep what it has; `tutor check --fix` does",
    ),
    "same-identity": (
        "this identity is taken by the card at {first}",
        "give one of them another id",
    ),
    "stray-gap-end": ("`}}}}` closes a gap that was never opened", "write `{{{{` before the gap"),
    "open-gap": ("a gap is not closed", "end it by `}}}}` and balance the braces inside it"),
    "empty-gap": ("a gap is empty", "write what belongs in it between `{{{{` and `}}}}`"),
    "no-gap": (
        "there is no gap in the text",
        "put what is to be filled in between `{{{{` and `}}}}`",
    ),
    "gaps-differ": (
        "the two languages have different numbers of gaps",
        "give both the same, or changing the language changes the question",
    ),
    "too-many-gaps": (
        "{count} gaps would make as many cards of this text",
        "split it into texts of {most} gaps at most, or leave `each` out",
    ),
    "each-gaps-differ": (
        "with `each` every gap is a card, and the two languages have different numbers of gaps",
        "give both the same gaps, in the same order, or take `each` away",
    ),
    "too-few-lines": (
        "there are fewer than three lines to put in order",
        "add lines, or use `choices`",
    ),
    "same-line": (
        "this line stands above already, so that nobody can tell the two apart",
        "change one of the two",
    ),
    "too-few-pairs": ("there are fewer than two pairs", "add pairs, or use `answer`"),
    "same-left": (
        "this left side stands above already",
        "change one of the two, or keep one pair of them",
    ),
    "same-right": (
        "this right side stands above already, so that two left sides have the same answer",
        "tell the two apart, or join their left sides into one pair",
    ),
    "image-path": (
        "`{file}` is not written as it lies from this file",
        "write it with `/`, such as `pictures/curve.png`, without drive or `~`",
    ),
    "image-outside": (
        "the picture `{file}` lies outside the pack",
        "copy it into the pack and name it as it lies from this file",
    ),
    "image-missing": (
        "there is no picture `{file}`",
        "put it there, or name it as it lies from this file",
    ),
    "nothing-accepted": ("`accept` is empty", "list at least one right answer"),
    "too-few-choices": ("there are fewer than two choices", "add choices, or use `answer`"),
    "no-right-choice": ("no choice is right", "mark at least one `right: true`"),
    "same-choice": ("this choice stands above already", "change one of the two"),
    "choice-said-twice": (
        "the choice has `text` as well as `en` or `ko`",
        "keep `text` alone, or `en` and `ko`",
    ),
    "choice-without-text": ("the choice has no text", "add `text`, or `en` and `ko`"),
    "number-not-read": (
        "`{number}` is not a number that can be read",
        "write one such as 14, 3/4, 1e-3, [1, 2], 28x28x6 or 112/sqrt(64)",
    ),
    "tolerance-not-positive": (
        "the tolerance is not above 0",
        "take it away for the usual one, or write how far off an answer may be",
    ),
    **LIVE_CARDS,
    # what points elsewhere
    "same-concept": (
        "the concept `{concept}` is already at {first}",
        "join the two files, or give one another name",
    ),
    "unknown-fact": ("there is no fact `{fact}`", "add it under `facts:`, or take `fact` away"),
    "unknown-fact/near": ("there is no fact `{fact}`", "did you mean `{near}`?"),
    "unknown-need": ("there is no concept `{need}`", "add it, or take it out of `needs`"),
    "unknown-need/near": ("there is no concept `{need}`", "did you mean `{near}`?"),
    "needs-cycle": (
        "concepts need each other in a circle: {cycle}",
        "take one of the needs away",
    ),
    "was-alive": (
        "`{was}` is still a card, at {place}",
        "take `was` away, or remove the old card",
    ),
    "was-twice": (
        "the card at {place} already says that it was `{was}`",
        "a history can follow only one card: keep one `was`",
    ),
    "unknown-demo": ("there is no demo `{demo}`", "add demos/{demo}.py, or take `demo` away"),
    "unknown-demo/near": ("there is no demo `{demo}`", "did you mean `{near}`?"),
    # glossary and tracks
    "not-a-glossary": (
        "`glossary.yaml` lists the terms of a pack",
        "begin each with `- en:`; a deck needs another name",
    ),
    "not-a-term": ("a term has keys", "known are: {known}"),
    "same-term": ("the term `{term}` stands in line {line} already", "join the two"),
    "unknown-concept": ("there is no concept `{concept}`", "take `concept` away"),
    "unknown-concept/near": ("there is no concept `{concept}`", "did you mean `{near}`?"),
    "ruled-out": (
        "the glossary rules out `{found}` for `{term}`",
        "write `{form}`, or narrow what the term has under `not`",
    ),
    "term-unsaid": (
        "the English says `{found}`, the Korean does not",
        "write `{form}`, or list what stands there under the term's `also`",
    ),
    "not-tracks": (
        "`tracks.yaml` gives each track its title",
        "write `name: title` for each, in the order of learning; a deck needs another name",
    ),
    "empty-track": (
        "there is no folder `{track}` with concepts",
        "name one, or take the line away",
    ),
    "empty-track/near": (
        "there is no folder `{track}` with concepts",
        "did you mean `{near}`?",
    ),
    # demos: what they say of themselves
    **LIVE,
    "input-range": (
        "nothing lies between the least value of `{input}`, {least}, and its most, {most}",
        "exchange the two",
    ),
    "unknown-picture": ("there is no picture `{picture}`", "known are: {known}"),
    "unknown-picture/near": ("there is no picture `{picture}`", "did you mean `{near}`?"),
    "draw-empty": ("nothing is drawn here", "write a quantity such as `n: {{integers: [1, 9]}}`"),
    "draw-name": (
        "`{name}` cannot be the name of a quantity",
        "use letters, digits and _, as in an expression",
    ),
    "draw-ways": (
        "`{quantity}` should be drawn in one way",
        "write one of `integers`, `reals`, `choose` and `value`",
    ),
    "draw-stray-key": ("`{key}` means nothing beside `{way}`", "take it away"),
    "draw-two-bounds": ("`{key}` should be two bounds", "write them as `[-2, 2]`"),
    "draw-number": (
        "an entry of `{key}` is no number",
        "write a number, or an expression over the quantities above",
    ),
    "not-so-many": (
        "`{key}` should be a whole number from {least} to {most}",
        "write one, such as 2",
    ),
    "draw-precision": ("there are `decimals` as well as `digits`", "keep one of them"),
    "draw-needs-shape": ("`{key}` means nothing for a single number", "add `shape: [3]`"),
    "draw-sorted": (
        "these choices have no order",
        "choose among numbers only or texts only, or take `sorted` away",
    ),
    "trap-id": (
        "`{id}` cannot be the id of a trap",
        "use small letters and digits joined by `-`, such as `no-root`",
    ),
    "same-trap": ("the trap `{id}` stands in line {line} already", "give one another id"),
    "trap-ways": (
        "a trap takes its wrong path in one way",
        "write either `at` and `value`, or `with`",
    ),
    "trap-without-step": (
        "nothing says at which step this value stands",
        "add `at:` with the name of the step",
    ),
    "trap-stray-step": ("`at` means nothing beside `with`", "take it away"),
    # demos: what shows when they run
    "demo-without-code": (
        "there is no demo `{demo}` that this file belongs to",
        "add {demo}.py beside it, or take the file away",
    ),
    "demo-without-code/near": (
        "there is no demo `{demo}` that this file belongs to",
        "did you mean `{near}`?",
    ),
    "demo-fails": ("the demo cannot be used: {problem}", "correct it"),
    "example-fails": ("the example does not run: {problem}", "correct its inputs or the demo"),
    "draw-fails": (
        "the draw with seed {seed} does not run: {problem}",
        "narrow what is drawn, or exclude it by `where`",
    ),
    "draw-unused": (
        "`{quantity}` is no argument of the demo, and nothing else is drawn by it",
        "take it away; the arguments are: {known}",
    ),
    "draw-unused/near": (
        "`{quantity}` is no argument of the demo, and nothing else is drawn by it",
        "did you mean `{near}`?",
    ),
    "unknown-step": ("the demo has no step `{name}`", "known are: {known}"),
    "unknown-step/near": ("the demo has no step `{name}`", "did you mean `{near}`?"),
    "unknown-argument": ("the demo has no argument `{name}`", "known are: {known}"),
    "unknown-argument/near": ("the demo has no argument `{name}`", "did you mean `{near}`?"),
    "trap-fails": ("the trap `{id}` does not run: {problem}", "correct it"),
    "trap-same": (
        "with the first example the trap `{id}` changes nothing",
        "make its path leave the right one, or change the example",
    ),
    # style
    "unknown-tex": (
        "the terminal cannot set `{command}`",
        "write the formula with another command",
    ),
    "malformed-tex": ("the formula `{tex}` cannot be read ({reason})", "check its braces"),
    "open-dollar": (
        "a `$` has no partner",
        r"close the formula, or write `\$` for a dollar",
    ),
    "tex-in-double-quotes": (
        "there is TeX in double quotes, where a backslash begins an escape",
        "use single quotes, or none",
    ),
    "bold-survives": (
        "`{shown}` would show its asterisks",
        "end the bold before the bracket, as in `**word**(…)`",
    ),
    "one-language": ("this text is in one language only", "add `{missing}`"),
    "plain-text-only": ("`{key}` is in one language only", "write it below `en:` and `ko:`"),
    # advice
    "answer-long": (
        "the answer is longer than its question, and too long to be said to oneself",
        "keep the one thing that is asked for, and tell the rest in `because`",
    ),
    "choice-long": (
        "the right choice gives itself away: it is much longer than any wrong one",
        "shorten it, or say more in the wrong ones",
    ),
    "choice-short": (
        "the right choice gives itself away: it is much shorter than any wrong one",
        "shorten the wrong ones, or say more in it",
    ),
    "no-because": (
        "{count} of {of} cards here that are judged give no reason after the answer",
        "add `because:`, beginning with this one; what was explained stays",
    ),
    "card-alike": (
        "the card asks nearly what `{other}` asks ({place})",
        "keep one of them, or make plain in what they differ",
    ),
}
"""What is wrong and the cure, by the code of the fault."""
