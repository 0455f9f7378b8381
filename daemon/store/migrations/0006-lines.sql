-- What real lines carry besides text: what a message holds, its file, its price; the 24 hours.
ALTER TABLE message ADD COLUMN body BLOB;          -- sealed JSON
ALTER TABLE message ADD COLUMN about_hash BLOB;    -- of the external id of what it answers
ALTER TABLE message ADD COLUMN said_at INTEGER;    -- by the sender's clock
ALTER TABLE message ADD COLUMN cost TEXT;          -- what the line charges it as

ALTER TABLE conversation ADD COLUMN last_in_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN last_kind TEXT;
UPDATE conversation SET last_in_at = COALESCE((SELECT MAX(ts) FROM message m
  WHERE m.conversation_id = conversation.id AND m.direction = 'in'), 0);

ALTER TABLE outbox ADD COLUMN conversation_id INTEGER NOT NULL DEFAULT 0;
UPDATE outbox SET conversation_id = (SELECT conversation_id FROM message m WHERE m.id = message_id);
CREATE INDEX outbox_thread ON outbox (conversation_id, message_id);

-- Files of messages; they lie in the data folder under their checksum.
CREATE TABLE media (
  message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
  state TEXT NOT NULL,                             -- waiting, here, gone
  remote BLOB,                                     -- the line's id of it, sealed
  mime TEXT,
  name TEXT,
  size INTEGER NOT NULL DEFAULT -1,
  sha256 TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  since INTEGER NOT NULL,
  reason TEXT
);
CREATE INDEX media_waiting ON media (message_id) WHERE state = 'waiting';

CREATE TABLE template (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel INTEGER NOT NULL REFERENCES channel (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  category TEXT,
  state TEXT,
  quality TEXT,
  reason TEXT,
  named INTEGER,
  components TEXT,
  remote TEXT,
  UNIQUE (channel, name, language)
);
