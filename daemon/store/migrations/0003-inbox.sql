-- Lines, conversations and what was said in them.
CREATE TABLE channel (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1,
  last_at INTEGER,
  extra BLOB
);

CREATE TABLE conversation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  channel_id INTEGER NOT NULL REFERENCES channel (id),
  contact_id INTEGER NOT NULL REFERENCES contact (id),
  state TEXT NOT NULL DEFAULT 'open',      -- open, pending, snoozed, closed
  snoozed_until INTEGER,
  held_by TEXT,                            -- NULL: nobody, the machine may answer
  assignee INTEGER REFERENCES teammate (id) ON DELETE SET NULL,
  waiting INTEGER NOT NULL DEFAULT 0,      -- 1: left to people, and the customer was told so
  unread INTEGER NOT NULL DEFAULT 0,
  last_at INTEGER NOT NULL DEFAULT 0,
  last_text TEXT,
  UNIQUE (channel_id, contact_id)
);
CREATE INDEX conversation_last ON conversation (last_at DESC, id DESC);

CREATE TABLE message (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  conversation_id INTEGER NOT NULL REFERENCES conversation (id),
  channel_id INTEGER NOT NULL REFERENCES channel (id),
  ts INTEGER NOT NULL,
  direction TEXT NOT NULL,                 -- in, out, note
  kind TEXT NOT NULL DEFAULT 'text',
  state TEXT NOT NULL,                     -- received; queued, sending, sent, delivered, read, played, failed, unknown
  author TEXT NOT NULL,                    -- contact, assistant, teammate:TM1, system
  automatic INTEGER NOT NULL DEFAULT 0,
  text TEXT,
  reason TEXT,                             -- why it failed
  why TEXT,                                -- JSON: what an automatic message was said from
  external BLOB,
  external_hash BLOB,
  UNIQUE (channel_id, external_hash)
);
CREATE INDEX message_thread ON message (conversation_id, ts, id);

-- What came in and was not yet answered or left to people.
CREATE TABLE turn (message_id INTEGER PRIMARY KEY REFERENCES message (id));

-- What is to leave the machine.
CREATE TABLE outbox (
  message_id INTEGER PRIMARY KEY REFERENCES message (id),
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  despite_stop INTEGER NOT NULL DEFAULT 0
);

-- The words of messages, written behind the messages themselves.
CREATE VIRTUAL TABLE message_words USING fts5 (
  text, content='message', content_rowid='id', prefix='2 3',
  tokenize="unicode61 categories 'L* N* Co Mn Mc'"
);
