-- The store of one learner. `log` is the truth; `memory` and `derived` are worked out from it.

-- What happened, in the order of its ids. A row is written once and never changed: to take something
-- back is a further row, of the kind `undo`.
CREATE TABLE log (
  id      BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),  -- UUIDv7
  device  TEXT    NOT NULL,
  at      INTEGER NOT NULL,                                      -- milliseconds since the epoch, UTC
  offset  INTEGER NOT NULL,                                      -- minutes east of UTC at that moment
  kind    TEXT    NOT NULL,
  card    TEXT    NOT NULL,                                      -- empty where none is meant
  grade   INTEGER CHECK (grade BETWEEN 1 AND 4),
  payload TEXT    NOT NULL                                       -- a JSON object
) STRICT, WITHOUT ROWID;

CREATE INDEX log_by_card ON log (card);
CREATE INDEX log_by_kind ON log (kind);
CREATE INDEX log_marks ON log (kind, card)
  WHERE kind = 'lesson' OR kind = 'suspend' OR kind = 'bury' OR kind = 'flag';

-- The ids that undo rows name, in hex: what does not stand. Worked out from the log as it is written.
CREATE TABLE undone (
  id TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TRIGGER log_notes_what_is_undone AFTER INSERT ON log
WHEN new.kind = 'undo' AND json_valid(new.payload)
  AND json_type(new.payload, '$.undoes') = 'array'
BEGIN
  INSERT OR IGNORE INTO undone (id)
  SELECT value FROM json_each(new.payload, '$.undoes') WHERE type = 'text';
END;

CREATE TRIGGER log_keeps_its_rows BEFORE DELETE ON log
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;

CREATE TRIGGER log_keeps_its_words BEFORE UPDATE ON log
BEGIN
  SELECT RAISE(ABORT, 'the log is append-only');
END;

-- What the scheduler knows of each card that was answered: the fold of the log up to `derived.through`.
CREATE TABLE memory (
  card       TEXT    NOT NULL PRIMARY KEY,
  phase      TEXT    NOT NULL,
  step       INTEGER NOT NULL,
  stability  REAL    NOT NULL,                                   -- days
  difficulty REAL    NOT NULL,                                   -- 1 to 10
  last_day   INTEGER NOT NULL,                                   -- study days since the epoch
  last_at    INTEGER NOT NULL,
  due_day    INTEGER NOT NULL,
  due_at     INTEGER,                                            -- set within the day only
  reps       INTEGER NOT NULL,
  lapses     INTEGER NOT NULL,
  tally      INTEGER NOT NULL DEFAULT 0,                         -- of the card's name
  concept    TEXT    NOT NULL GENERATED ALWAYS AS                -- the name as far as its slash
    (substr(card, 1, instr(card || '/', '/') - 1)) VIRTUAL
) STRICT, WITHOUT ROWID;

CREATE INDEX memory_due ON memory (due_day, last_day, stability) WHERE phase = 'review';
CREATE INDEX memory_learning ON memory (due_day) WHERE phase <> 'review';

-- For each concept how many cards have a memory, and the tally of their names.
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

-- Figures over the answers as far as the row `through`, as the study writes them.
CREATE TABLE figures (
  one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  through BLOB    NOT NULL,
  counts  TEXT    NOT NULL
) STRICT;

-- Cards whose memory holds the history of a former name too, and that name.
CREATE TABLE renamed (
  former TEXT NOT NULL PRIMARY KEY,
  card   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE derived (
  one     INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  through BLOB                                                   -- the last row folded; null: none
) STRICT;
INSERT INTO derived (one, through) VALUES (1, NULL);

-- The name that rows appended here bear, drawn once so that merged logs tell their devices apart.
CREATE TABLE home (
  one    INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  device TEXT    NOT NULL
) STRICT;
INSERT INTO home (one, device) VALUES (1, lower(hex(randomblob(4))));
