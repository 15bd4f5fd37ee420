"""The words of making demos of one's own and of trusting those of others, in English."""

SENTENCES: dict[str, str] = {
    # whether a pack may run its demos
    "trust.standing.bundled": "comes with the tutor; its demos run",
    "trust.standing.own": "your own; its demos run",
    "trust.standing.empty": "has no demos to run",
    "trust.standing.trusted": "trusted; its demos run",
    "trust.standing.changed": "changed since you trusted it; its demos do not run until you look "
    "again: {command}",
    "trust.standing.unknown": "not trusted; its demos do not run: {command}",
    "trust.size": "{lines} {lines|line/lines}, {bytes} bytes",
    "trust.file.changed": "changed since you trusted it",
    "trust.file.new": "new since you trusted it",
    "trust.file.gone": "gone since you trusted it",
    "trust.ask": "A demo is a program: it may do on this computer whatever you may. Trust this "
    "code? [y/N]",
    "trust.given": "The pack {pack} is trusted: its demos run until one of these files changes. "
    "{command} --forget takes it back.",
    "trust.refused": "The pack {pack} is not trusted; its cards without demos can be learnt all "
    "the same.",
    "trust.taken": "The pack {pack} is not trusted any more.",
    "trust.never": "The pack {pack} was not trusted before.",
    "trust.nobody": "nobody was there to answer; look at the files of {pack}, then type "
    "{command} --yes",
    "trust.no_pack": "there is no pack {pack}; known are {known}, and any folder can be named",
    "trust.no_pack_near": "there is no pack {pack}; did you mean {near}?",
    "trust.unreadable": "{file} cannot be read: {reason}",
    "trust.unwritable": "{file} cannot be written: {reason}",
    "trust.not_run": "{pack}: {n} {n|demo was/demos were} not run, for the pack is not trusted; "
    "{command} shows what would run",
    "trust.not_run_changed": "{pack}: {n} {n|demo was/demos were} not run, for the pack has "
    "changed since you trusted it; {command} shows what would run",
    # what is found of a demo's steps
    "found.no_card": "no card asks it yet",
    "found.slips": "{n} wrong {n|answer/answers} tried, of one slip each: {named} told what they "
    "come from, {offered} offered a choice, {silent} only told wrong",
    "found.trap": "trap {trap}: {times} of {draws} draws expose it",
    "found.right": "right: {key}",
    "found.wrong": "{typed}: {said}",
}
