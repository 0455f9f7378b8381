-- Ways to look at the inbox that people want again, and whom a note asks to look.
CREATE TABLE inbox_view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  whose TEXT,                              -- me, nobody; NULL: anybody
  channel INTEGER REFERENCES channel (id) ON DELETE CASCADE,
  label INTEGER REFERENCES label (id) ON DELETE CASCADE,
  state TEXT,
  unread INTEGER,
  mentioned INTEGER,
  words TEXT,
  teammate INTEGER REFERENCES teammate (id) ON DELETE CASCADE
);

CREATE TABLE mention (
  teammate_id INTEGER NOT NULL REFERENCES teammate (id) ON DELETE CASCADE,
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  seen INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (teammate_id, message_id)
) WITHOUT ROWID;
CREATE INDEX mention_message ON mention (message_id);
CREATE INDEX mention_unseen ON mention (teammate_id, message_id) WHERE seen = 0;

ALTER TABLE notices ADD COLUMN mentions INTEGER NOT NULL DEFAULT 1;
