"""The words of the glossary, in Korean."""

SENTENCES: dict[str, str] = {
    "glossary.title": "용어집",
    "glossary.count": "용어 {n}개",
    "glossary.some": "{all}개 가운데 {n}개",
    "glossary.filter": "찾을 말 (어느 언어로든)",
    "glossary.nothing": "그런 용어가 없습니다.",
    "glossary.empty": "용어가 없습니다. 팩의 용어는 content/glossary.yaml 파일에 적습니다.",
    "glossary.key": "용어집",
    "glossary.lesson": "수업",
    "glossary.no_lesson": "이 용어를 다루는 수업이 없습니다.",
    "glossary.palette": "용어집",
    "glossary.palette.help": "용어의 뜻을 두 언어로 보기 (g)",
    "glossary.taught": "배우는 곳: {concept}",
    "glossary.none": "{term|이라}는 용어가 없습니다. `tutor glossary` 명령은 모두 보여 줍니다.",
    "glossary.none_near": "{term|이라}는 용어가 없습니다. 혹시 {near} 아닌가요?",
}
