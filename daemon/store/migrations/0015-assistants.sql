-- What models are told, every text it ever had, and which assistant answers where.
CREATE TABLE prompt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  text TEXT NOT NULL,
  version INTEGER
);

CREATE TABLE prompt_version (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  prompt INTEGER NOT NULL REFERENCES prompt (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  UNIQUE (prompt, number)
);

CREATE TABLE assistant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  is_default INTEGER,
  policy TEXT,
  tone TEXT,
  languages TEXT,
  sources TEXT,
  reply INTEGER REFERENCES prompt (id),
  extraction INTEGER REFERENCES prompt (id),
  hand_over INTEGER REFERENCES prompt (id),
  summary INTEGER REFERENCES prompt (id),
  voice INTEGER REFERENCES prompt (id)
);

ALTER TABLE channel ADD COLUMN assistant INTEGER REFERENCES assistant (id) ON DELETE SET NULL;
-- A reply of a model is looked through for other customers' names.
CREATE INDEX contact_name ON contact (name);
