-- From version 1: what is undone is noted, and memories can be asked for by day and by concept.
-- They stay as they are: a row behind `through` that does not decode does no harm. `tally` is the
-- program's own function.

CREATE INDEX log_marks ON log (kind, card)
  WHERE kind = 'lesson' OR kind = 'suspend' OR kind = 'bury' OR kind = 'flag';

CREATE TABLE undone (
  id TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT OR IGNORE INTO undone (id)
SELECT named.value
FROM
  log,
  json_each(CASE WHEN json_valid(log.payload) THEN log.payload ELSE '{}' END, '$.undoes') AS named
WHERE log.kind = 'undo' AND named.type = 'text' AND typeof(named.key) = 'integer';

CREATE TRIGGER log_notes_what_is_undone AFTER INSERT ON log
WHEN new.kind = 'undo' AND json_valid(new.payload)
  AND json_type(new.payload, '$.undoes') = 'array'
BEGIN
  INSERT OR IGNORE INTO undone (id)
  SELECT value FROM json_each(new.payload, '$.undoes') WHERE type = 'text';
END;

ALTER TABLE memory RENAME TO memory_1;
CREATE TABLE memory (
  card       TEXT    NOT NULL PRIMARY KEY,
  phase      TEXT    NOT NULL,
  step       INTEGER NOT NULL,
  stability  REAL    NOT NULL,
  difficulty REAL    NOT NULL,
  last_day   INTEGER NOT NULL,
  last_at    INTEGER NOT NULL,
  due_day    INTEGER NOT NULL,
  due_at     INTEGER,
  reps       INTEGER NOT NULL,
  lapses     INTEGER NOT NULL,
  tally      INTEGER NOT NULL DEFAULT 0,
  concept    TEXT    NOT NULL GENERATED ALWAYS AS
    (substr(card, 1, instr(card || '/', '/') - 1)) VIRTUAL
) STRICT, WITHOUT ROWID;

CREATE INDEX memory_due ON memory (due_day, last_day, stability) WHERE phase = 'review';
CREATE INDEX memory_learning ON memory (due_day) WHERE phase <> 'review';

CREATE TABLE seen (
  concept TEXT    NOT NULL PRIMARY KEY,
  cards   INTEGER NOT NULL,
  tally   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER memory_is_seen AFTER INSERT ON memory
BEGIN
  INSERT INTO seen (concept, cards, tally) VALUES (new.concept, 1, new.tally)
  ON CONFLICT (concept) DO UPDATE SET cards = cards + 1, tally = tally + new.tally;
END;

CREATE TRIGGER memory_is_forgotten AFTER DELETE ON memory
BEGIN
  UPDATE seen SET cards = cards - 1, tally = tally - old.tally WHERE concept = old.concept;
END;

INSERT INTO memory (
  card, phase, step, stability, difficulty, last_day, last_at, due_day, due_at, reps, lapses, tally
)
SELECT
  card, phase, step, stability, difficulty, last_day, last_at, due_day, due_at, reps, lapses,
  tally(card)
FROM memory_1;
DROP TABLE memory_1;

CREATE TABLE figures (
  one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  through BLOB    NOT NULL,
  counts  TEXT    NOT NULL
) STRICT;

CREATE TABLE renamed (
  former TEXT NOT NULL PRIMARY KEY,
  card   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
