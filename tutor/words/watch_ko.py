"""The words of files that change while the tutor runs, in Korean."""

SENTENCES: dict[str, str] = {
    "watch.read": "모든 파일을 다시 읽었습니다. 덱은 {n}개입니다.",
    "watch.more": "{first} (그 밖에 {n}개)",
    "watch.blind": "바뀌어도 알아챌 수 없습니다: {reason}. Ctrl+R을 누르면 파일을 다시 읽습니다.",
    "watch.palette": "파일 다시 읽기",
    "watch.palette.help": "모든 팩을 지금 디스크에 있는 대로 읽습니다",
}
