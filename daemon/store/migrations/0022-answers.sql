-- Conversations that must go well, and how they went.
CREATE TABLE golden (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  script TEXT NOT NULL,
  conversation INTEGER REFERENCES conversation (id) ON DELETE SET NULL
);

CREATE TABLE golden_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  golden INTEGER NOT NULL REFERENCES golden (id) ON DELETE CASCADE,
  side TEXT NOT NULL,
  passed INTEGER,
  expected INTEGER,
  faults TEXT,
  transcript TEXT,
  cost_minor INTEGER,
  cost_currency TEXT,
  cost_nano INTEGER,
  latency_ms INTEGER
);
CREATE INDEX golden_run_golden ON golden_run (golden);

-- For how many seconds a customer may write on before it is answered all the same. NULL: 30.
ALTER TABLE channel ADD COLUMN quiet_most INTEGER;
