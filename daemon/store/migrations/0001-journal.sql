-- What the store knows of itself, and what was done: audit, timeline, ledger.
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;

CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object TEXT,
  how TEXT,
  result TEXT NOT NULL,
  hash TEXT NOT NULL
);
CREATE INDEX audit_object ON audit (object_kind, object, id);

CREATE TABLE timeline (
  id INTEGER PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  at INTEGER NOT NULL,
  event TEXT NOT NULL,
  text TEXT,
  actor TEXT NOT NULL
);
CREATE INDEX timeline_subject ON timeline (subject_kind, subject, id);

CREATE TABLE ledger (
  id INTEGER PRIMARY KEY,
  subject_kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  entry TEXT NOT NULL,
  amount_minor INTEGER NOT NULL,
  amount_currency TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  note TEXT,
  reference TEXT
);
CREATE INDEX ledger_subject ON ledger (subject_kind, subject, id);

-- An action that was asked for once under a name of the caller's is not run again under it.
CREATE TABLE action_once (
  once TEXT PRIMARY KEY,
  action TEXT NOT NULL,
  asked TEXT NOT NULL,
  result BLOB,
  at INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE agenda (
  id INTEGER PRIMARY KEY,
  due_at INTEGER NOT NULL,
  what TEXT NOT NULL,
  subject TEXT NOT NULL,
  UNIQUE (what, subject)
);
CREATE INDEX agenda_due ON agenda (due_at, id);
