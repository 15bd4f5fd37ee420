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
  lapses     INTEGER NOT NULL
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
