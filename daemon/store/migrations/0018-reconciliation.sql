-- What customers get once they paid, and what the business has compared with a gateway's own list.
ALTER TABLE service ADD COLUMN welcome TEXT;
ALTER TABLE service ADD COLUMN welcome_files TEXT;

CREATE TABLE reconciliation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  account INTEGER NOT NULL REFERENCES payment_account (id),
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  same INTEGER NOT NULL DEFAULT 0,
  differing INTEGER NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE reconciliation_line (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  reconciliation INTEGER NOT NULL REFERENCES reconciliation (id),
  verdict TEXT NOT NULL,
  what TEXT NOT NULL,
  payment INTEGER REFERENCES payment (id),
  ours_minor INTEGER,
  ours_currency TEXT,
  theirs_minor INTEGER,
  theirs_currency TEXT,
  at INTEGER NOT NULL,
  remote TEXT NOT NULL
);
CREATE INDEX reconciliation_line_of ON reconciliation_line (reconciliation, id);
