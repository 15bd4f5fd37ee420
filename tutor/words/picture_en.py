"""What a picture shows, in English."""

SENTENCES: dict[str, str] = {
    "picture.range": "From {least} at {least_at} to {largest} at {largest_at}.",
    "picture.level": "{value} everywhere.",
    "picture.not_finite": "{count} {count|cell is/cells are} infinite or not a number.",
    "picture.row_peak": "Row {row}: the largest is {value} at {places}.",
    "picture.row_level": "Row {row}: {value} in every column.",
    "picture.more_rows": "And {count} more {count|row/rows}.",
    "picture.curve_runs": "From {first} at {first_at} to {last} at {last_at}, {trend}.",
    "picture.curve_turns": "From {first} at {first_at} to {last} at {last_at}, turning {turns} "
    "{turns|time/times}; highest {high} at {high_at}, lowest {low} at {low_at}.",
    "picture.trend.rises": "rising all the way",
    "picture.trend.falls": "falling all the way",
    "picture.trend.level": "level",
    "picture.averaged": "one point is the mean of {rows}×{columns} cells",
    "picture.odd": "infinite or not a number",
    "picture.more": "{count} more not drawn",
}
