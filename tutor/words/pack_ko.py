"""The words of packs that are added, listed and removed, in Korean."""

SENTENCES: dict[str, str] = {
    "pack.added": "{name|을를} 더했습니다. 카드 {n}장, {folder}",
    "pack.already": "{name|은는} 이미 있습니다. {folder}의 파일을 그대로 읽습니다.",
    "pack.faults": "잘못된 곳이 {n}군데 있습니다. tutor check {folder}에서 볼 수 있습니다.",
    "pack.untrusted": "이 팩의 데모는 코드이므로, tutor trust로 믿는다고 하기 전에는 실행하지 "
    "않습니다.",
    "pack.replace": "{name|이라}는 팩이 이미 {folder}에 있습니다. 이것으로 바꿀까요 (y/n)?",
    "pack.replace.unpacked": "{name|이라}는 팩이 이미 있습니다. {folder}의 파일을 지우고 이것으로 "
    "바꿀까요 (y/n)?",
    "pack.remove": "{folder}에 있는 {name}의 파일을 지울까요 (y/n)? 배운 기록은 남습니다.",
    "pack.removed": "{name|을를} 뺐습니다. {folder} 폴더는 그대로이고, 배운 기록도 남습니다.",
    "pack.removed.unpacked": "{name|을를} 빼고 파일을 지웠습니다. 배운 기록은 남습니다.",
    "pack.unchanged": "바뀐 것이 없습니다.",
    "pack.needs_yes": "물어볼 사람이 없습니다. 정말 그렇게 하려면 --yes를 붙이세요",
    # the list
    "pack.line": "{name}: 카드 {n}장, {origin}, {folder}",
    "pack.line.gone": "{name}: 없음, {origin}, {folder}",
    "pack.origin.bundled": "tutor에 들어 있음",
    "pack.origin.installed": "파이썬 패키지 {package}에 들어 있음",
    "pack.origin.path": "TUTOR_PATH에 있음",
    "pack.origin.added": "더한 팩",
    "pack.origin.own": "내 팩",
    "pack.list.unreadable": "더한 팩의 목록을 읽을 수 없어 그 팩들을 건너뜁니다. UTF-8로 저장하고 "
    "읽을 수 있게 하세요",
    "pack.list.syntax": "더한 팩의 목록이 TOML이 아니어서 그 팩들을 건너뜁니다. 한 줄에 하나씩, "
    'lectures = "/home/me/lectures"처럼 쓰세요',
    "pack.list.name": "팩의 이름으로 {name|은는} 쓸 수 없거나 두 번 나옵니다. 다른 이름을 쓰세요",
    "pack.list.folder": "{name}의 폴더가 글자로 쓰여 있지 않습니다. 따옴표 안에 쓰세요",
    "pack.list.broken": "{file|이가} TOML이 아니어서 아무것도 바꾸지 않았습니다. 먼저 고쳐 주세요",
    # packs that have gone
    "pack.gone": "팩 {name|이가} {folder}에 없어 그 카드는 나오지 않습니다. 기록은 남아 있습니다. "
    "옮겼으면 tutor pack add FOLDER --name {name}, 아니면 tutor pack remove {name}",
    "pack.gone.unpacked": "팩 {name|이가} {folder}에 없어 그 카드는 나오지 않습니다. 기록은 남아 "
    "있습니다. zip 파일을 다시 더하거나 tutor pack remove {name|을를} 쓰세요",
    "pack.gone.installed": "파이썬 패키지 {package|이가} 팩 {name|을를} {value|이라}고 알리지만, "
    "그 이름의 폴더에 content/나 demos/가 없습니다. 만든 이에게 알려 주세요",
    # what cannot be added or removed
    "pack.url": "저장소를 여기에서 내려받지는 않습니다. git clone {url|으로} 받은 다음 "
    "tutor pack add {folder|으로} 더하세요",
    "pack.deck": "{file|은는} 덱인데, 팩은 폴더나 zip 파일입니다. tutor {file|으로} 배울 수 있고, "
    "더하려면 폴더의 content/에 넣으세요",
    "pack.no_pack": "{folder|은는} 팩이 아닙니다. content/도 demos/도 없습니다. 그것이 들어 있는 "
    "폴더를 쓰세요",
    "pack.own": "{folder|은는} 언제나 읽으므로 더하지 않아도 됩니다",
    "pack.listed": "{folder|은는} 이미 {name|이라}는 이름으로 더했습니다. 이름을 바꾸려면 먼저 "
    "tutor pack remove {name|을를} 쓰세요",
    "pack.name": "팩의 이름으로 {name|은는} 쓸 수 없습니다. --name으로 다른 이름을 주세요",
    "pack.none": "{name|이라}는 팩을 더한 적이 없습니다. tutor pack list로 모두 볼 수 있습니다",
    "pack.none_near": "{name|이라}는 팩을 더한 적이 없습니다. {near|을를} 찾으셨나요?",
    "pack.stays.bundled": "{name|은는} tutor에 들어 있어 뺄 수 없습니다",
    "pack.stays.own": "{name|은는} 내 팩입니다. {folder}에서 필요 없는 것을 지우세요",
    "pack.stays.installed": "{name|은는} 파이썬 패키지 {package}에 들어 있습니다. 그 패키지를 "
    "지우세요",
    "pack.stays.path": "{name|은는} TUTOR_PATH에 있습니다. 거기에서 {folder|을를} 빼세요",
    # zip files
    "pack.zip.broken": "{file|은는} zip 파일이 아니거나 망가졌습니다. 다시 받으세요",
    "pack.zip.damaged": "{file}: {entry|이가} 망가졌거나 파일에 적힌 것과 다릅니다. 다시 받으세요",
    "pack.zip.no-pack": "{file}에는 팩이 없습니다. 파일이 든 content/도 demos/도 없습니다. 그것이 "
    "들어 있는 폴더를 압축하세요",
    "pack.zip.backslash": "{file}: {entry}의 이름에 \\가 있습니다. 폴더 사이에 /를 쓰도록 다시 "
    "압축하세요",
    "pack.zip.absolute": "{file}: {entry|은는} 팩 바깥에 쓰이게 됩니다. 팩 안에서 시작하는 "
    "이름으로 다시 압축하세요",
    "pack.zip.upwards": "{file}: {entry|은는} ..로 팩 바깥을 가리킵니다. 그것 없이 다시 압축하세요",
    "pack.zip.name": "{file}: {entry|은는} 쓸 수 없는 시스템이 있는 이름입니다. "
    '< > : " | ? * 없이, con이나 nul 같은 장치 이름이 아니게 바꾸세요',
    "pack.zip.long": "{file}: {entry|은는} 이름이 너무 깁니다. 폴더까지 {most}자를 넘지 않게 "
    "하세요",
    "pack.zip.link": "{file}: {entry|은는} 링크입니다. 그 자리에 파일 자체를 넣으세요",
    "pack.zip.special": "{file}: {entry|은는} 파일도 폴더도 아닙니다. 빼고 압축하세요",
    "pack.zip.encrypted": "{file}: {entry|이가} 암호화되어 있습니다. 암호 없이 다시 압축하세요",
    "pack.zip.method": "{file}: {entry|은는} 여기에서 읽지 못하는 방식으로 압축되어 있습니다. "
    "보통의 zip 파일로 다시 압축하세요",
    "pack.zip.bomb": "{file}: {entry|은는} 풀면 {most}배 넘게 커집니다. 빼거나, 푼 폴더를 더하세요",
    "pack.zip.large": "{file|은는} 풀면 {most} MB가 넘습니다. 카드가 아닌 것을 빼거나, 푼 폴더를 "
    "더하세요",
    "pack.zip.many": "{file}에 파일이 {most}개 넘게 들어 있습니다. 카드가 아닌 것을 빼거나, 푼 "
    "폴더를 더하세요",
    "pack.zip.twice": "{file}: {entry|과와} {other|은는} 대소문자나 글자의 짜임을 가리지 않는 "
    "시스템에서는 같은 이름입니다. 하나를 바꾸세요",
}
