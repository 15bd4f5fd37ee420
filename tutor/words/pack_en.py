"""The words of packs that are added, listed and removed, in English."""

SENTENCES: dict[str, str] = {
    "pack.added": "Added {name}: {n} {n|card/cards} from {folder}",
    "pack.already": "{name} is there already, from {folder}; its files are read as they are.",
    "pack.faults": "{n} {n|fault/faults} in it; tutor check {folder} names them.",
    "pack.untrusted": "Its demos are code, and are not run before you trust it: tutor trust.",
    "pack.replace": "There is a pack {name} already, from {folder}. Put this one in its place "
    "(y/n)?",
    "pack.replace.unpacked": "There is a pack {name} already. Delete its files in {folder} and put "
    "this one in their place (y/n)?",
    "pack.remove": "Delete the files of {name} in {folder} (y/n)? What was learnt is kept.",
    "pack.removed": "Removed {name}. Its folder {folder} stays as it is, and what was learnt is "
    "kept.",
    "pack.removed.unpacked": "Removed {name} and deleted its files. What was learnt is kept.",
    "pack.unchanged": "Nothing was changed.",
    "pack.needs_yes": "nobody is there to be asked; say --yes if you mean it",
    # the list
    "pack.line": "{name}: {n} {n|card/cards}, {origin}, {folder}",
    "pack.line.gone": "{name}: not there, {origin}, {folder}",
    "pack.origin.bundled": "comes with tutor",
    "pack.origin.installed": "from the Python package {package}",
    "pack.origin.path": "on TUTOR_PATH",
    "pack.origin.added": "added",
    "pack.origin.own": "your own",
    "pack.list.unreadable": "the list of added packs cannot be read, so they are passed over. Save "
    "it as UTF-8 and make it readable",
    "pack.list.syntax": "the list of added packs is not TOML, so they are passed over. Write one "
    'pack a line, as in lectures = "/home/me/lectures"',
    "pack.list.name": "no pack can be called {name}, or it is listed twice; call it otherwise",
    "pack.list.folder": "the folder of {name} is no text; write it in quotes",
    "pack.list.broken": "{file} is not TOML, so nothing was changed; correct it first",
    # packs that have gone
    "pack.gone": "The pack {name} is gone from {folder}: its cards are not asked, their history is "
    "kept. If it moved: tutor pack add FOLDER --name {name}. If not: tutor pack remove {name}",
    "pack.gone.unpacked": "The pack {name} is gone from {folder}: its cards are not asked, their "
    "history is kept. Add its zip file again, or tutor pack remove {name}",
    "pack.gone.installed": "The Python package {package} announces the pack {name} as {value}, but "
    "no folder of that name has content/ or demos/ in it; ask its author",
    # what cannot be added or removed
    "pack.url": "a repository is not fetched from here: git clone {url}, then tutor pack add "
    "{folder}",
    "pack.deck": "{file} is a deck, and a pack is a folder or a zip file. tutor {file} learns it; "
    "to add it, put it into a folder's content/",
    "pack.no_pack": "{folder} is no pack: it has neither content/ nor demos/. Name the folder in "
    "which these are",
    "pack.own": "{folder} is read in any case, and need not be added",
    "pack.listed": "{folder} was added already, as {name}; tutor pack remove {name} first if it "
    "shall be called otherwise",
    "pack.name": "no pack can be called {name}; give it another name by --name",
    "pack.none": "no pack {name} was added; tutor pack list shows all",
    "pack.none_near": "no pack {name} was added; did you mean {near}?",
    "pack.stays.bundled": "{name} comes with tutor and cannot be removed",
    "pack.stays.own": "{name} is your own pack, in {folder}; delete what you do not want there",
    "pack.stays.installed": "{name} comes with the Python package {package}; uninstall that",
    "pack.stays.path": "{name} is on TUTOR_PATH; take {folder} out of that",
    # zip files
    "pack.zip.broken": "{file} is no zip file, or a damaged one; fetch it again",
    "pack.zip.damaged": "{file}: {entry} is damaged or not what the file says of it; fetch it "
    "again",
    "pack.zip.no-pack": "{file} holds no pack: there is neither content/ nor demos/ with a file in "
    "it. Zip the folder in which these are",
    "pack.zip.backslash": "{file}: {entry} has a \\ in its name; pack it anew with / between "
    "folders",
    "pack.zip.absolute": "{file}: {entry} would be written outside of the pack; pack it anew with "
    "names that begin inside",
    "pack.zip.upwards": "{file}: {entry} leads out of the pack by ..; pack it anew without that",
    "pack.zip.name": "{file}: {entry} is a name that not every system can have; rename it, "
    'without < > : " | ? * and no device such as con or nul',
    "pack.zip.long": "{file}: {entry} is too long a name; have at most {most} characters with its "
    "folders",
    "pack.zip.link": "{file}: {entry} is a link; put the file itself in its place",
    "pack.zip.special": "{file}: {entry} is neither a file nor a folder; leave it out",
    "pack.zip.encrypted": "{file}: {entry} is encrypted; pack it anew without a password",
    "pack.zip.method": "{file}: {entry} is compressed in a way that is not read here; pack it "
    "anew as a plain zip file",
    "pack.zip.bomb": "{file}: {entry} would grow more than {most} times when unpacked; leave it "
    "out, or add the unpacked folder",
    "pack.zip.large": "{file} comes to more than {most} MB unpacked; leave out what is no card, "
    "or add the unpacked folder",
    "pack.zip.many": "{file} has more than {most} files; leave out what is no card, or add the "
    "unpacked folder",
    "pack.zip.twice": "{file}: {entry} and {other} are one name where capitals or accents are not "
    "told apart; rename one",
}
