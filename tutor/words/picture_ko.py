"""What a picture shows, in Korean."""

SENTENCES: dict[str, str] = {
    "picture.range": "가장 작은 값은 {least_at}의 {least}, 가장 큰 값은 {largest_at}의 "
    "{largest}입니다.",
    "picture.level": "모든 칸이 {value}입니다.",
    "picture.not_finite": "무한대이거나 수가 아닌 칸이 {count}개 있습니다.",
    "picture.row_peak": "행 {row}: 가장 큰 값은 {places}의 {value}입니다.",
    "picture.row_level": "행 {row}: 모든 열이 {value}입니다.",
    "picture.more_rows": "그 밖에 {count}개 행이 더 있습니다.",
    "picture.curve_runs": "{first_at}의 {first}에서 {last_at}의 {last}까지 {trend}.",
    "picture.curve_turns": "{first_at}의 {first}에서 {last_at}의 {last}까지 가며 방향이 {turns}번 "
    "바뀝니다. 가장 높은 값은 {high_at}의 {high}, 가장 낮은 값은 {low_at}의 {low}입니다.",
    "picture.trend.rises": "계속 커집니다",
    "picture.trend.falls": "계속 작아집니다",
    "picture.trend.level": "그대로입니다",
    "picture.averaged": "점 하나는 {rows}×{columns}칸의 평균",
    "picture.odd": "무한대이거나 수가 아님",
    "picture.more": "{count}개는 그리지 않음",
}
